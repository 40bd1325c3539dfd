"""Lists of addresses: bookmarks, feeds (OPML), plain lists. They hold no articles, and say so; ``--fetch`` gets them.

With ``--fetch`` each address is asked for once, politely, and read like a page that was saved.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape

from leadup.address import split_address
from leadup.errors import UnreadableInput
from leadup.intake.boundary import refusal
from leadup.intake.decode import decode
from leadup.intake.format import Format, Found
from leadup.intake.options import Options
from leadup.intake.source import Source

PAUSE = 1.0
"""Seconds between two requests to one server."""

_LINK = re.compile(r"<a\b[^>]{0,2000}?\bhref\s{0,3}=\s{0,3}[\"'](https?://[^\"'<>\s]{1,2000})[\"']", re.IGNORECASE)
_PLACE = re.compile(r"<loc>\s{0,20}(https?://[^<>\s]{1,2000})\s{0,20}</loc>")
_FEED = re.compile(r"\bxmlUrl\s{0,3}=\s{0,3}[\"']([^\"'<>\s]{1,2000})[\"']", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S{1,2000}")


def sniff_opml(head: bytes) -> bool:
    """The root of an outline."""
    return b"<opml" in head[:2000].lower()


def sniff_bookmarks(head: bytes) -> bool:
    """A browser's or Pocket's list of bookmarks."""
    start = head[:4000].lower()
    return (
        b"<title>pocket export" in start or b"netscape-bookmark-file" in start or b"<title>instapaper: export" in start
    )


def sniff_addresses(head: bytes) -> bool:
    """Nothing but addresses, one a line (comments aside)."""
    lines = [
        line.strip() for line in head.decode("utf-8", "replace").lstrip("\ufeff").splitlines()[:200] if line.strip()
    ]
    lines = [line for line in lines if not line.startswith("#")]
    return bool(lines) and all(_ADDRESS.fullmatch(line) for line in lines)


def feeds_of_outline(text: str) -> list[str]:
    """The addresses of the feeds that an outline (OPML 2.0) names, each once, in order."""
    return list(dict.fromkeys(unescape(m.group(1)) for m in _FEED.finditer(text)))


def read_opml(source: Source, options: Options) -> Iterator[Found]:
    """That an outline names feeds, which `leadup watch` asks for."""
    feeds = feeds_of_outline(decode(source.bytes(options.limits.page), source.name))
    named = f"a list of {len(feeds)} feed{'s' * (len(feeds) != 1)}, no articles"
    yield UnreadableInput(source.name, named, f"Ask for them: leadup watch {' '.join(feeds[:3])}")


def read_bookmarks(source: Source, options: Options) -> Iterator[Found]:
    """The articles at the addresses where they are to be fetched; else that these are bookmarks."""
    text = decode(source.bytes(options.limits.page), source.name)
    yield from at_addresses([unescape(m.group(1)) for m in _LINK.finditer(text)], source.name, options)


def read_addresses(source: Source, options: Options) -> Iterator[Found]:
    """The articles at the addresses where they are to be fetched; else that these are addresses."""
    text = decode(source.bytes(options.limits.page), source.name)
    rows = [row.strip() for row in text.lstrip("\ufeff").splitlines()]
    yield from at_addresses([row for row in rows if row and not row.startswith("#")], source.name, options)


def at_addresses(addresses: list[str], source: str, options: Options, what: str = "a list") -> Iterator[Found]:
    """The page at each address, in order, each asked for once; without ``options.fetch`` that they were not."""
    addresses = list(dict.fromkeys(addresses))
    if not options.fetch:
        count = f"{len(addresses)} address{'es' * (len(addresses) != 1)}"
        said = f"{what} of {count}" if what == "a list" else f"{what}, {count}"
        yield UnreadableInput(source, f"{said}, no articles", "`leadup add --fetch` asks for the pages")
        return
    from leadup.intake.fetch import fetch
    from leadup.intake.robots import Robots
    from leadup.intake.source import bytes_source

    asked: dict[str, float] = {}
    robots = Robots(fetch)
    for address in addresses:
        server = split_address(address).netloc
        try:
            may, pause = robots.asks(address)
            if not may:
                yield UnreadableInput(address, "its site asks programs to stay away (robots.txt)", "Save it yourself")
                continue
            wait = asked.get(server, 0.0) + max(PAUSE, pause) - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            page = fetch(address)
            if page.body is None:
                yield UnreadableInput(address, "the server asks to be left alone for now", "Try again later")
                continue
            if options.keep is not None:
                from leadup.intake.kept import keep

                keep(options.keep, page.url, page.body)
            yield Source(address, bytes_source(address, page.body).open, len(page.body), url=page.url)
        except Exception as error:
            yield refusal(error, address, "addresses")
        finally:
            asked[server] = time.monotonic()


def sniff_sitemap(head: bytes) -> bool:
    """The root of a sitemap, or of a list of them."""
    return b"<urlset" in head[:2000] or b"<sitemapindex" in head[:2000]


def read_sitemap(source: Source, options: Options) -> Iterator[Found]:
    """The articles at the addresses where they are to be fetched; else that these are addresses."""
    text = decode(source.bytes(options.limits.page), source.name)
    yield from at_addresses([unescape(m.group(1)) for m in _PLACE.finditer(text)], source.name, options)


def sniff_shortcut(head: bytes) -> bool:
    """A shortcut of Windows, or a property list of macOS that holds nothing but an address."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:18].lower() == b"[internetshortcut]":
        return True
    small = len(head) < 8192 and (start.startswith(b"bplist") or b"<plist" in start[:1000])
    return small and b"URL" in head and b"WebMainResource" not in head


def read_shortcut(source: Source, options: Options) -> Iterator[Found]:
    """The article at the address where it is to be fetched; else that this is an address."""
    import plistlib

    data = source.bytes(options.limits.page)
    found: list[str] = []
    if b"plist" in data[:1000]:
        try:
            held = plistlib.loads(data)
            found = [str(held["URL"])]
        except (plistlib.InvalidFileException, ValueError, KeyError, TypeError) as error:
            raise UnreadableInput(source.name, f"damaged: {error}", "Drag the link out anew") from None
    else:
        rows = decode(data, source.name).splitlines()
        found = [row.split("=", 1)[1].strip() for row in rows if row.lower().startswith("url=")]
    yield from at_addresses([a for a in found if _ADDRESS.fullmatch(a)], source.name, options)


OPML = Format("opml", "lists of feeds (OPML), for `leadup watch`", (".opml",), sniff_opml, read_opml, sure=True)
POCKET = Format("bookmarks", "bookmarks of browsers and Pocket", (), sniff_bookmarks, read_bookmarks, sure=True)
SHORTCUT = Format(
    "shortcut", "links dragged out of a browser (.url, .webloc)", (".url", ".webloc"), sniff_shortcut, read_shortcut,
    sure=True,
)  # fmt: skip
SITEMAP = Format("sitemap", "sitemaps: lists of addresses", (), sniff_sitemap, read_sitemap, sure=True)
ADDRESSES = Format(
    "addresses", "lists of addresses, one a line", (".urls",), sniff_addresses, read_addresses, sure=True
)
