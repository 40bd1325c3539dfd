"""One address that a person gave, fetched carefully: size, redirects, time and private networks are all limited.

Nothing else in leadup opens a connection, and nothing that stands in an article, a page or a feed is ever fetched.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from leadup.errors import ServerRefused, UnreadableInput

AGENT = "leadup/0.1 (feed reader; polls politely)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may cost. ``private`` allows addresses that are not on the public internet."""

    size: int = 16 * 2**20
    redirects: int = 5
    seconds: float = 20.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: ``body`` is None where the server says that nothing changed (304).

    ``wait`` is the number of seconds that the server asks to be left alone (``Retry-After``, ``Cache-Control``).
    """

    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None
    moved: bool = False
    wait: int | None = None


DEFAULT_LIMITS = FetchLimits()


def fetch(
    url: str, *, etag: str | None = None, modified: str | None = None, limits: FetchLimits = DEFAULT_LIMITS
) -> Fetched:
    """Fetch an address; ``etag`` and ``modified`` of the last time make it a conditional request (RFC 9110, 13).

    Raises :class:`UnreadableInput` for whatever keeps it from coming whole and within ``limits``.
    """
    deadline = time.monotonic() + limits.seconds
    address, permanent = url, True
    for _ in range(limits.redirects + 1):
        connection, path = _connect(address, url, deadline, limits)
        # A server may send a header a byte at a time, each in time: at the deadline the line is cut.
        watch = threading.Timer(max(0.0, deadline - time.monotonic()), connection.cut)
        watch.daemon = True
        watch.start()
        try:
            headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*", "Connection": "close"}
            if etag:
                headers["If-None-Match"] = etag
            if modified:
                headers["If-Modified-Since"] = modified
            connection.request("GET", path, headers=headers)
            with connection.getresponse() as response:
                if response.status not in _REDIRECTS:
                    return _answer(response, url, address, permanent, deadline, limits)
                target = response.getheader("Location")
                if not target:
                    raise UnreadableInput(url, "a redirect to nowhere", "Check the address")
                permanent = permanent and response.status in (301, 308)
                before, address = address, urljoin(address, target)
                if urlsplit(before).scheme == "https" and urlsplit(address).scheme == "http":
                    raise UnreadableInput(url, "a redirect from https to http", "Give the other address, if it is fine")
                if urlsplit(before).netloc != urlsplit(address).netloc:
                    # What one server said of its page is no other's business.
                    etag = modified = None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if connection.was_cut:
                raise _too_long(url, limits) from None
            raise UnreadableInput(
                url, f"could not be fetched: {error or type(error).__name__}", "Try again later"
            ) from None
        finally:
            watch.cancel()
            connection.close()
    raise UnreadableInput(url, f"more than {limits.redirects} redirects", "Check the address")


def _answer(
    response: http.client.HTTPResponse, url: str, address: str, permanent: bool, deadline: float, limits: FetchLimits
) -> Fetched:
    wait = _seconds(response)
    etag, modified = response.getheader("ETag"), response.getheader("Last-Modified")
    moved = permanent and address != url
    if response.status == 304:
        return Fetched(address, None, etag, modified, moved, wait)
    if response.status in (429, 503) and wait:
        return Fetched(address, None, None, None, moved, wait)
    if response.status == 410:
        raise ServerRefused(url, 410, "Gone: it is gone for good")
    if response.status != 200:
        raise ServerRefused(url, response.status, response.reason)
    body = _body(response, url, deadline, limits)
    return Fetched(address, body, etag, modified, moved, wait)


def _body(response: http.client.HTTPResponse, url: str, deadline: float, limits: FetchLimits) -> bytes:
    packed = (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(31) if packed else None
    parts: list[bytes] = []
    size = 0
    while True:
        if time.monotonic() > deadline:
            raise _too_long(url, limits)
        piece = response.read1(_PIECE)
        if not piece:
            break
        if unpack is not None:
            try:
                piece = unpack.decompress(piece, limits.size - size + 1)
            except zlib.error as error:
                raise UnreadableInput(url, f"damaged on its way: {error}", "Try again later") from None
        size += len(piece)
        if size > limits.size:
            raise UnreadableInput(url, f"larger than {limits.size // 2**20} MiB", "It was left out")
        parts.append(piece)
    return b"".join(parts)


def _too_long(url: str, limits: FetchLimits) -> UnreadableInput:
    return UnreadableInput(url, f"took longer than {limits.seconds:.0f} seconds", "Try again later")


def _connect(address: str, url: str, deadline: float, limits: FetchLimits) -> tuple[_Pinned, str]:
    """A connection to an address that was looked at: the name is resolved once, and that very number is called."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host:
        raise UnreadableInput(url, f"not an address on the web: {address[:200]}", "Give one that begins with https://")
    if parts.username or parts.password:
        raise UnreadableInput(url, "an address with a password in it", "Give one without")
    port = port or (443 if parts.scheme == "https" else 80)
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_long(url, limits)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableInput(url, f"no such server: {host} ({error})", "Check the address") from None
    numbers = [entry[4] for entry in found]
    allowed = [number for number in numbers if limits.private or is_public(str(number[0]))]
    if not allowed:
        raise UnreadableInput(url, f"{host} is on a private network", "Fetch it yourself and give the file")
    connection = _Pinned(host, port, timeout=left)
    connection.number = (str(allowed[0][0]), port)
    connection.secure = parts.scheme == "https"
    path = parts.path or "/"
    return connection, f"{path}?{parts.query}" if parts.query else path


class _Pinned(http.client.HTTPConnection):
    """A connection to a number that was checked, whatever its name resolves to by now."""

    number: tuple[str, int]
    secure: bool
    was_cut: bool = False

    def connect(self) -> None:
        plain = socket.create_connection(self.number, self.timeout)
        self.sock = plain
        if self.secure:
            # Certificates are checked against the system's roots, and the name against the certificate.
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def cut(self) -> None:
        """End it now, whatever is read from it."""
        self.was_cut = True
        with contextlib.suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


_CLOUD = tuple(map(ipaddress.ip_network, ("168.63.129.16/32", "192.0.0.0/24")))
"""Public by some tables, a cloud's own by use: Azure's and Oracle's machine metadata."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_TRANSLATED = ipaddress.ip_network("64:ff9b:1::/48")


def is_public(number: str) -> bool:
    """Whether an IP address is on the public internet: not this machine, not a private net, not a cloud's own.

    An IPv6 address that stands for an IPv4 one (mapped, compatible, 6to4, Teredo, NAT64) is what that one is.
    """
    try:
        address = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_site_local or address in _LOCAL_TRANSLATED:
            return False
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and (address in _TRANSLATED or not int(address) >> 32):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    if any(address in network for network in _CLOUD):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _seconds(response: http.client.HTTPResponse) -> int | None:
    """How long the server asks to be left alone."""
    value = (response.getheader("Retry-After") or "").strip()
    if _WHOLE.fullmatch(value):
        return min(int(value), 7 * 86400)
    for part in (response.getheader("Cache-Control") or "").split(","):
        name, _, age = part.strip().partition("=")
        if name.lower() == "max-age" and _WHOLE.fullmatch(age):
            return min(int(age), 86400)
    return None


_WHOLE = re.compile(r"[0-9]{1,12}")
