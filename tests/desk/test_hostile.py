"""Whatever is sent to a desk is taken or refused in words: no answer of 500, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadup.desk.access import Access
from leadup.ingest import Archive
from tests.desk.conftest import ARTICLES, TARGET, write_articles

testclient = pytest.importorskip("starlette.testclient", reason="needs the desk (pip install 'leadup[desk]')")

HEAD = {"authorization": "Bearer let-me-edit", "content-type": "application/json"}
PART = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'


@pytest.fixture
def desk(tmp_path: Path):  # type: ignore[no-untyped-def]
    from leadup import gather
    from leadup.desk.app import make_app

    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [write_articles(tmp_path / "in", tuple(ARTICLES)[:3])])
    app = make_app(tmp_path / "archive", Access("let-me-edit", "let-me-read"), watch=False)
    with testclient.TestClient(app, base_url="http://127.0.0.1:8642") as client:
        yield client


@pytest.mark.parametrize("days", ["²", "-1", "000000000999999999", "0" * 9 + "9" * 4500, "9" * 20, "\x00"])
def test_a_number_of_days_that_is_none(desk, days: str) -> None:  # type: ignore[no-untyped-def]
    reply = desk.get("/api/answer", params={"q": TARGET, "days": days}, headers=HEAD)
    assert reply.status_code == 422 and "not a number of days" in reply.text


@pytest.mark.parametrize("asked", ["the", "a", "it", TARGET])
def test_what_was_known_at_the_end_of_the_calendar(desk, asked: str) -> None:  # type: ignore[no-untyped-def]
    reply = desk.get("/ask", params={"q": asked, "as_of": "9999-12-31"}, headers=HEAD)
    assert reply.status_code < 500


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/corrections", b'{"kind":"note","place":"a:0-1","by":"\\ud800","text":"x","q":"x"}'),
        ("/api/dossiers", b'{"q":"x","name":"\\ud800"}'),
        ("/api/watch", b'{"do":"add","source":"http://\\ud800"}'),
        ("/api/watch", b'{"do":"add","source":"~\\u0000"}'),
        ("/api/watch", b'{"do":"add","source":"~nobody-of-this-name/x"}'),
        ("/api/watch", b'{"do":"add","source":"\\u0000"}'),
        ("/api/watch", b"[" * 100_000),
        ("/api/watch", b'{"do":' + b"9" * 5000 + b"}"),
    ],
)
def test_bodies(desk, address: str, body: bytes) -> None:  # type: ignore[no-untyped-def]
    assert desk.post(address, content=body, headers=HEAD).status_code == 422


@pytest.mark.parametrize("charset", ["undefined", "idna", "unicode_escape", "punycode", "hex"])
def test_a_form_in_an_encoding_of_its_own(desk, charset: str) -> None:  # type: ignore[no-untyped-def]
    head = {**HEAD, "content-type": f"multipart/form-data; boundary=x; charset={charset}"}
    body = (PART.format("by", "\\ud800") + PART.format("text", "\xff-") + "--x--\r\n").encode("latin-1")
    for address in ("/corrections", "/dossiers", "/watch", "/add", "/api/articles"):
        assert desk.post(address, content=body, headers=head).status_code == 415


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b'{"x":' + b"[" * 100_000, b"\0" * 100])
def test_files_of_corrections_and_feeds(desk, data: bytes) -> None:  # type: ignore[no-untyped-def]
    head = {"authorization": HEAD["authorization"]}
    for address, name in (("/corrections/import", "file"), ("/watch", "list")):
        reply = desk.post(address, files={name: ("f", data)}, headers=head, follow_redirects=False)
        assert reply.status_code in (303, 422)


def test_names_and_outlets_that_no_system_takes(desk) -> None:  # type: ignore[no-untyped-def]
    head = {"authorization": HEAD["authorization"]}
    files = [
        ("files", (name, b"The ferry sank off Port Ansel.")) for name in ("\U00020000" * 100 + ".txt", "..", "-rf")
    ]
    told = desk.post("/api/articles", files=files, data={"outlet": "--help\x00 me" + "x" * 200_000}, headers=head)
    assert told.status_code == 201 and told.json()["errors"] == []
