"""``leadup watch`` and ``leadup formats``."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from leadup.cli.formats import formats
from leadup.cli.watch import watch
from leadup.errors import ArchiveError, MissingInput, UnreadableInput
from leadup.ingest import Archive
from leadup.watching import FILE, MOST, Watching, last_look, sources_listed

ITEM = """<item><title>Crane {n} falls</title><link>https://x.example/{n}</link>
<pubDate>Wed, 03 Mar 2021 09:30:00 +0100</pubDate>
<description>Crane number {n} fell onto the northern quay on Monday, the port authority said.</description></item>"""


class _Handler(BaseHTTPRequestHandler):
    items = 1

    def do_GET(self) -> None:
        items = "".join(ITEM.format(n=n) for n in range(type(self).items))
        body = f'<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'.encode()
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, type[_Handler]]]:
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}", handler
        http.shutdown()
        thread.join()


def test_what_is_new_is_kept(
    server: tuple[str, type[_Handler]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, handler = server
    (tmp_path / "feeds.txt").write_text(f"# feeds\n{url}/feed\n{url}/none\n")
    place = tmp_path / "archive"

    def look() -> None:
        watch([str(tmp_path / "feeds.txt")], archive=place, once=True, private=True)

    look()
    assert "1 new" in capsys.readouterr().out
    look()
    assert capsys.readouterr().out == "", "not due yet: nobody is asked"
    state = json.loads((place / FILE).read_bytes())
    (place / FILE).write_text(json.dumps([{**feed, "due": 0} for feed in state]))
    handler.items = 3
    look()
    assert "2 new" in capsys.readouterr().out
    with Archive(place) as kept:
        assert kept.stats().articles == 3


def test_a_folder_is_watched_and_what_went_wrong_is_kept(
    server: tuple[str, type[_Handler]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, _ = server
    inbox, place = tmp_path / "inbox", tmp_path / "archive"
    inbox.mkdir()
    text = "Title: Crane falls\nOutlet: Gazette\nPublished: 2021-03-03\n\nA crane fell onto the quay on Monday."
    (inbox / "one.txt").write_text(text)
    watch([str(inbox), f"{url}/none"], archive=place, once=True, private=True)
    assert f"{inbox.resolve()}: 1 new" in capsys.readouterr().out
    watch(None, archive=place, listing=True)
    said = " ".join(capsys.readouterr().out.split())
    assert "1 new, 1 in all" in said and "404" in said
    folder, feed = Watching(place).all()
    assert folder.trouble == "" and feed.trouble and feed.failures == 1 and last_look(feed) is not None
    Watching(place).hurry(folder.url)
    (inbox / "two.txt").write_text(text.replace("A crane", "A second crane"))
    watch(None, archive=place, once=True, private=True, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"source": folder.url, "added": 1, "errors": []}
    assert Watching(place).all()[0].brought == 2
    Watching(place).remove(folder.url)
    assert [state.url for state in Watching(place).all()] == [f"{url}/none"]
    assert Watching(place).add(f"{url}/none") == Watching(place).all()[0], "known already: its state stays"


def test_a_source_taken_away_during_a_look_stays_away(tmp_path: Path) -> None:
    inbox, place = tmp_path / "inbox", tmp_path / "archive"
    inbox.mkdir()
    watching = Watching(place)
    source = watching.add(str(inbox)).url
    with Archive(place, create=True) as kept:
        for _ in watching.look(kept):
            watching.remove(source)
        assert watching.all() == ()


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        Watching(tmp_path).add(str(tmp_path / "none"))
    with pytest.raises(UnreadableInput):
        watch(None, archive=tmp_path, once=True)
    (tmp_path / FILE).write_text("{")
    with pytest.raises(UnreadableInput):
        Watching(tmp_path).all()


def test_feeds_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        watch([str(tmp_path / "none.txt")], archive=tmp_path / "a", once=True)
    (tmp_path / "empty.txt").write_text("nothing\n")
    with pytest.raises(UnreadableInput):
        watch([str(tmp_path / "empty.txt")], archive=tmp_path / "a", once=True)


def test_formats_lists_both_ways(capsys: pytest.CaptureFixture[str]) -> None:
    formats(as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert {"html", "warc", "jsonl", "feed", "newsxml", "json", "table", "zip"} <= {f["name"] for f in found["read"]}
    assert found["written"]
    formats(as_json=False)
    assert "leadup[warc]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("# mine\nhttps://a.example/1\n\n  https://b.example/2  \n", ["https://a.example/1", "https://b.example/2"]),
        (
            '<?xml version="1.0"?><opml version="2.0"><body><outline text="World"><outline type="rss" text="A"'
            ' xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example"/><outline type="rss" text="A again"'
            " xmlUrl='https://a.example/f?x=1&amp;y=2'/></outline>"
            '<outline type="rss" xmlUrl="feed:b"/></body></opml>',
            ["https://a.example/f?x=1&y=2"],
        ),
    ],
)
def test_lists_of_feeds(written: str, found: list[str]) -> None:
    assert sources_listed(written.encode(), "feeds") == found
    assert sources_listed(written.encode("utf-16"), "feeds") == found


def test_sources_are_watched_all_or_none(tmp_path: Path) -> None:
    watching = Watching(tmp_path)
    with pytest.raises(MissingInput):
        watching.add_all(["https://a.example/feed", str(tmp_path / "none")])
    with pytest.raises(UnreadableInput, match="already"):
        watching.add_all(f"https://a.example/{n}" for n in range(MOST + 1))
    assert watching.all() == ()
    states = watching.add_all(["https://a.example/1", "https://a.example/2", "https://a.example/1"])
    assert [s.url for s in states] == ["https://a.example/1", "https://a.example/2", "https://a.example/1"]
    assert len(watching.all()) == 2


def test_a_list_without_an_address_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableInput, match="OPML"):
        sources_listed(b"<opml><body/></opml>", "feeds.opml")


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="permissions"):
        Watching(tmp_path / "file" / "archive").add("https://a.example/feed")
