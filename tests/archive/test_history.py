"""What was done to an archive is a chain that shows a break, and can be stamped by an authority."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadup.archive import maintenance, timestamps
from leadup.archive.file import FILE
from leadup.errors import UnreadableInput
from leadup.ingest import Archive
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, Published

AT = Published(dt.datetime(2031, 3, 10, tzinfo=dt.UTC), "day", "sure", "given")


def article(number: int) -> Article:
    text = f"Crane {number} fell onto the quay of Norhaven on Monday. Nobody was hurt."
    return article_from_text(text, source="a file", known=ArticleMetadata(outlet="Norhaven Daily", published=AT))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as kept:
        for number in range(4):
            kept.add(article(number))
        kept.remove(article(1).id)
        yield kept


def test_each_change_is_told(archive: Archive) -> None:
    told = [(c.number, c.kind, c.article) for c in archive.changes()]
    assert told == [(n + 1, "added", article(n).id) for n in range(4)] + [(5, "removed", article(1).id)]
    assert list(maintenance.check(archive)) == []
    archive.add(article(0))
    assert archive.fingerprint().changes == 5


def test_contents_do_not_depend_on_the_way_there(archive: Archive, tmp_path: Path) -> None:
    with Archive(tmp_path / "other", create=True) as other:
        for number in (3, 2, 0):
            other.add(article(number))
        assert other.fingerprint().contents == archive.fingerprint().contents
        assert other.fingerprint().head != archive.fingerprint().head
        other.add(article(7))
        assert other.fingerprint().contents != archive.fingerprint().contents


@pytest.mark.parametrize(
    ("tampering", "what"),
    [
        ("UPDATE change SET at = '2001-01-01T00:00:00+00:00' WHERE number = 2", "change 2 of the history"),
        ("DELETE FROM change WHERE number = 2", "no change 2"),
        ("UPDATE change SET content = x'00' WHERE number = 5", "change 5 of the history"),
        ("DELETE FROM change WHERE number > 3", "does not know that it was added"),
    ],
)
def test_a_broken_chain_is_seen(archive: Archive, tampering: str, what: str) -> None:
    with closing(sqlite3.connect(archive.path / FILE)) as db, db:
        db.execute(tampering)
    assert any(what in fault.what for fault in maintenance.check(archive))


CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
basicConstraints = CA:FALSE
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
"""


class Authority:
    """A time-stamping authority in a folder, made with OpenSSL."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        (folder / "config").write_text("[req]\ndistinguished_name = dn\n[dn]\n" + CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        for name in ("root", "tsa"):
            self._run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{name}.key")
        config = ("-config", "config")
        self._run("req", "-x509", "-new", "-key", "root.key", "-subj", "/CN=Root", "-out", "root.pem", "-days", "30",
                  "-extensions", "root", *config)  # fmt: skip
        self._run("req", "-new", "-key", "tsa.key", "-subj", "/CN=Clock of Norhaven", "-out", "tsa.csr", *config)
        self._run("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-out", "tsa.pem",
                  "-days", "20", "-extfile", "config", "-extensions", "ext", "-set_serial", "7")  # fmt: skip

    def answer(self, request: Path, to: Path) -> Path:
        self._run("ts", "-reply", "-config", "config", "-queryfile", str(request), "-out", str(to))
        return to

    def _run(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    pytest.importorskip("rfc3161_client", reason="needs the extra 'timestamp'")
    if shutil.which("openssl") is None:
        pytest.skip("the authority of this test is made with openssl")
    return Authority(tmp_path / "authority")


def test_a_time_stamp(archive: Archive, authority: Authority, tmp_path: Path) -> None:
    root = authority.folder / "root.pem"
    stamped = timestamps.write_request(archive, tmp_path / "q.tsq")
    answer = authority.answer(tmp_path / "q.tsq", tmp_path / "a.tsr")
    archive.add(article(8))
    assert timestamps.keep(archive, answer, root).changes == stamped.changes == 5
    (held,) = timestamps.verify(archive, root)
    assert held.fault is None
    assert held.time is not None
    assert held.time.startswith("20")
    # Whoever has no leadup checks it so.
    (tmp_path / "print.txt").write_text(stamped.text)
    said = subprocess.run(
        ["openssl", "ts", "-verify", "-data", "print.txt", "-in", "a.tsr", "-CAfile", str(root)],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0


def test_a_time_stamp_of_another_history_or_authority_does_not_hold(
    archive: Archive, authority: Authority, tmp_path: Path
) -> None:
    root = authority.folder / "root.pem"
    timestamps.write_request(archive, tmp_path / "q.tsq")
    answer = authority.answer(tmp_path / "q.tsq", tmp_path / "a.tsr")
    with Archive(tmp_path / "other", create=True) as other:
        other.add(article(9))
        with pytest.raises(UnreadableInput, match="no answer to a request"):
            timestamps.keep(other, answer, root)
    timestamps.keep(archive, answer, root)
    (held,) = timestamps.verify(archive, Authority(tmp_path / "stranger").folder / "root.pem")
    assert held.fault is not None
    with closing(sqlite3.connect(archive.path / FILE)) as db, db:
        db.execute("UPDATE change SET head = x'00' WHERE number = 5")
    (held,) = timestamps.verify(archive, root)
    assert held.fault == "the history up to there is not the one that was stamped"


def test_what_is_no_answer_is_refused(archive: Archive, authority: Authority, tmp_path: Path) -> None:
    timestamps.write_request(archive, tmp_path / "q.tsq")
    (tmp_path / "a.tsr").write_bytes(b"not an answer")
    with pytest.raises(UnreadableInput, match="no answer"):
        timestamps.keep(archive, tmp_path / "a.tsr", authority.folder / "root.pem")
