"""Fetching and polling feeds, against a server on this machine."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.fetch import FetchLimits, fetch, is_public
from leadup.intake.polling import FeedState, dump, load, poll
from leadup.model import Article

RSS = b"""<rss version="2.0"><channel><title>Gazette</title><item><title>Crane falls</title>
<description>A crane fell onto the northern quay.</description></item></channel></rss>"""
HERE = FetchLimits(private=True, seconds=3, size=100_000)
Serve = Callable[[BaseHTTPRequestHandler], None]


class _Handler(BaseHTTPRequestHandler):
    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers.items())))
        if self.path == "/feed":
            if self.headers.get("If-None-Match") == '"v1"':
                self._send(304, b"", ETag='"v1"')
            else:
                self._send(200, RSS, ETag='"v1"', **{"Cache-Control": "max-age=3600"})
        elif self.path == "/gz":
            self._send(200, gzip.compress(RSS), **{"Content-Encoding": "gzip"})
        elif self.path == "/bomb":
            self._send(200, gzip.compress(bytes(10**7)), **{"Content-Encoding": "gzip"})
        elif self.path == "/large":
            self._send(200, b"x" * 200_000)
        elif self.path == "/moved":
            self._send(301, b"", Location="/feed")
        elif self.path == "/round":
            self._send(302, b"", Location="/round")
        elif self.path == "/file":
            self._send(302, b"", Location="file:///etc/passwd")
        elif self.path == "/drip":
            with contextlib.suppress(OSError):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                for number in range(100):
                    self.wfile.write(f"X-{number}: slow\r\n".encode())
                    time.sleep(0.1)
        elif self.path == "/elsewhere":
            self._send(302, b"", Location=f"http://localhost:{self.server.server_address[1]}/feed")
        elif self.path == "/busy":
            self._send(503, b"", **{"Retry-After": "7200"})
        else:
            self._send(int(self.path[1:]), b"no")

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    seen: list[tuple[str, dict[str, str]]] = []
    handler = type("Handler", (_Handler,), {"seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}", seen
        http.shutdown()
        thread.join()


Server = tuple[str, list[tuple[str, dict[str, str]]]]


def test_a_feed(server: Server) -> None:
    found = fetch(f"{server[0]}/feed", limits=HERE)
    assert (found.body, found.etag, found.wait, found.moved) == (RSS, '"v1"', 3600, False)
    assert fetch(f"{server[0]}/feed", etag='"v1"', limits=HERE).body is None
    assert fetch(f"{server[0]}/gz", limits=HERE).body == RSS
    assert server[1][0][1]["User-Agent"].startswith("leadup/")


def test_moved_for_good(server: Server) -> None:
    found = fetch(f"{server[0]}/moved", limits=HERE)
    assert (found.moved, found.url) == (True, f"{server[0]}/feed")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/bomb", "larger than"),
        ("/large", "larger than"),
        ("/round", "redirects"),
        ("/file", "not an address on the web"),
        ("/404", "404"),
        ("/410", "gone for good"),
        ("/500", "500"),
    ],
)
def test_refused(server: Server, path: str, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        fetch(server[0] + path, limits=HERE)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/feed",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@127.0.0.1/",
        "http://[::1",
        "http://127.0.0.1:1/",
        "http://localhost.invalid/",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UnreadableInput):
        fetch(url, limits=HERE)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "2130706433"]
)
def test_private_networks_are_not_called(host: str) -> None:
    with pytest.raises(UnreadableInput, match=r"private network|no such server"):
        fetch(f"http://{host}:9/", limits=FetchLimits(seconds=2))


def test_a_server_that_drips_is_left_at_the_deadline(server: Server) -> None:
    begun = time.monotonic()
    with pytest.raises(UnreadableInput, match="took longer than"):
        fetch(f"{server[0]}/drip", limits=FetchLimits(private=True, seconds=0.5))
    assert time.monotonic() - begun < 8


def test_a_redirect_to_a_private_address_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address counts as public here, and what it names is looked at anew."""
    monkeypatch.setattr("leadup.intake.fetch.is_public", lambda number: number == "127.0.0.1")
    real = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        return real("127.0.0.2" if host == "localhost" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(UnreadableInput, match="localhost is on a private network"):
        fetch(f"{server[0]}/elsewhere", limits=FetchLimits(seconds=3))
    assert [path for path, _ in server[1]] == ["/elsewhere"]


def test_a_name_that_changes_is_called_by_the_number_that_was_checked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        if host == "norhaven.example":
            asked.append(host)
            return real("127.0.0.1" if len(asked) == 1 else "10.0.0.1", *rest, **more)
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("leadup.intake.fetch.is_public", lambda number: number == "127.0.0.1")
    port = server[0].rsplit(":", 1)[1]
    assert fetch(f"http://norhaven.example:{port}/feed", limits=FetchLimits(seconds=3)).body == RSS
    assert asked == ["norhaven.example"]


def test_what_one_server_said_is_not_sent_to_another(server: Server) -> None:
    fetch(f"{server[0]}/elsewhere", etag='"v1"', limits=HERE)
    assert [headers.get("If-None-Match") for _, headers in server[1]] == ['"v1"', None]
    assert set(server[1][0][1]) == {"Host", "User-Agent", "Accept-Encoding", "Accept", "Connection", "If-None-Match"}


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("the certificate of this test is made with openssl")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem", "-days", "2",
         "-subj", "/CN=localhost"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
    handler = type("Handler", (_Handler,), {"seen": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.socket = context.wrap_socket(http.socket, server_side=True)
        http.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            with pytest.raises(UnreadableInput, match="certificate"):
                fetch(f"https://localhost:{http.server_port}/feed", limits=HERE)
        finally:
            http.shutdown()
            thread.join()


@pytest.mark.parametrize(
    "number",
    [
        "::ffff:169.254.169.254", "::169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:a00:1::1",
        "2001:0:1:1::f5ff:fffe", "fec0::1", "fd00:ec2::254", "168.63.129.16", "100.100.100.200", "192.0.0.192",
        "198.18.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "ff02::1", "127.1.2.3",
    ],
)  # fmt: skip
def test_numbers_that_stand_for_private_ones(number: str) -> None:
    assert not is_public(number)


def test_numbers() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")
    assert is_public("2002:5db8:d822::1")
    for number in ("::ffff:127.0.0.1", "192.168.1.1", "100.64.0.1", "fe80::1%eth0", "224.0.0.1", "nonsense"):
        assert not is_public(number)


def read(found: Iterator[Article | IntakeError]) -> list[str]:
    return [f.title or "" if isinstance(f, Article) else type(f).__name__ for f in found]


def test_polling_is_polite(server: Server) -> None:
    state, found = poll(FeedState(f"{server[0]}/feed"), 1000.0, every=900, limits=HERE)
    assert read(found) == ["Crane falls"]
    assert (state.due, state.etag) == (1000.0 + 3600, '"v1"')
    asked = len(server[1])
    again, found = poll(state, 2000.0, limits=HERE)
    assert (again, read(found), len(server[1])) == (state, [], asked)
    later, found = poll(state, 5000.0, limits=HERE)
    assert read(found) == []
    assert server[1][-1][1]["If-None-Match"] == '"v1"'
    assert later.due >= 5900.0
    assert load(dump([later])) == {later.url: later}


def test_failures_are_asked_less_and_less(server: Server) -> None:
    state = FeedState(f"{server[0]}/500")
    waits = []
    now = 0.0
    for _ in range(3):
        state, found = poll(state, now, every=600, limits=HERE)
        assert read(found) == ["ServerRefused"]
        waits.append(state.due - now)
        now = state.due
    assert waits == [1200, 2400, 4800]
    state, found = poll(FeedState(f"{server[0]}/busy"), 0.0, limits=HERE)
    assert (read(found), state.due) == ([], 7200.0)


def test_a_moved_feed_is_asked_at_its_new_place(server: Server) -> None:
    state, found = poll(FeedState(f"{server[0]}/moved"), 0.0, limits=HERE)
    assert read(found) == ["Crane falls"]
    assert (state.url, state.moved) == (f"{server[0]}/moved", f"{server[0]}/feed")
    with pytest.raises(UnreadableInput):
        load(b"{")
