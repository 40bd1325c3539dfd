"""``leadup watch`` and ``leadup formats``."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from leadup.archive import Archive
from leadup.cli.formats import formats
from leadup.cli.watch import STATE, watch
from leadup.errors import MissingInput, UnreadableInput

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
    state = json.loads((place / STATE).read_bytes())
    (place / STATE).write_text(json.dumps([{**feed, "due": 0} for feed in state]))
    handler.items = 3
    look()
    assert "2 new" in capsys.readouterr().out
    with Archive(place) as kept:
        assert kept.stats().articles == 3


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
