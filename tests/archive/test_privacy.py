"""What is removed leaves no word behind, and an answer opens no connection."""

from __future__ import annotations

import datetime as dt
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from leadup import lead_up
from leadup.archive import maintenance
from leadup.ingest import Archive, prepare
from leadup.ingest.gathering import gather
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, DeepReading, Published
from leadup.output import WRITERS, write
from leadup.output.jsonform import from_json, to_json
from leadup.timeline.verification import verify

ODD = ("Quillanne", "Brescott", "zinnwaldite", "quillanne", "brescott", "zinnwaldit")
AT = Published(dt.datetime(2031, 3, 10, tzinfo=dt.UTC), "day", "sure", "given")


def article(number: int, words: str = "") -> Article:
    text = f"Crane {number} fell onto the quay of Norhaven on Monday, the police said. {words}".strip()
    url = f"https://norhaven.example/{words[:9].strip() or number}"
    known = ArticleMetadata(outlet="Norhaven Daily", published=AT, url=url, title=words[:20] or None)
    return article_from_text(text, source=f"in/{words[:9].strip() or number}.txt", known=known)


SECRET = article(0, "Quillanne Brescott sold zinnwaldite, neighbours of Quillanne Brescott said. " * 30)


def test_what_is_removed_leaves_no_word(tmp_path: Path) -> None:
    """Neither in the tables, the index, free pages nor the log of writes; also after many other articles came."""
    with Archive(tmp_path, create=True) as archive:
        for number in range(1, 20):
            archive.add(article(number))
        archive.add(SECRET)
        archive.keep_deep([(SECRET.id, [DeepReading(0)], "reader 1")])
        archive.write([prepare(article(number)) for number in range(20, 200)])
        assert any(word.encode() in file.read_bytes() for file in tmp_path.iterdir() for word in ODD)
        archive.remove(SECRET.id)
        for file in sorted(tmp_path.iterdir()):
            data = file.read_bytes().lower()
            assert not [word for word in ODD if word.lower().encode() in data], file.name
        for table in ("line", "repeated", "told", "copy_key", "deep"):
            held = archive._db.execute(f"SELECT count(*) FROM {table} WHERE article NOT IN (SELECT row FROM article)")
            assert held.fetchone() == (0,), table
        assert set(archive.spellings("qz")) == {"quai"}
        last = archive.last_change(SECRET.id)
        assert last is not None
        assert last.kind == "removed"
    assert not [file for file in tmp_path.iterdir() if b"uillann" in file.read_bytes()]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.usefixtures("no_network")
def test_from_files_to_every_format_no_connection_is_opened(tmp_path: Path, examples: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as kept:
        gather(kept, [examples])
        timeline = lead_up("the killing of Qassem Soleimani", kept, days=10)
        assert timeline.entries
        for name in WRITERS:
            write(timeline, name)
        assert verify(from_json(to_json(timeline)), kept).checked
        assert list(maintenance.check(kept)) == []


def test_the_refusal_would_be_seen(no_network: None) -> None:  # noqa: ARG001
    with pytest.raises(AssertionError, match="a connection was opened"):
        socket.create_connection(("127.0.0.1", 9))
