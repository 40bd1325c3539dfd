"""Where a saved page came from, by what the program that saved it wrote into it.

SingleFile ("url:", "saved date:"), browsers' "saved from url", HTTrack's "Mirrored from", Firefox's reading view, and
archives (the Wayback Machine, archive.today, Google's cache), whose own address and day are not the page's. Mirrors of
wget say it by the folders that a page lies in.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from leadup.intake.published import parse_time, written_time

LOOK = 16 * 1024
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile(?s:.{0,200}?)\burl:\s{0,9}(https?://\S{1,2000})")
_SAVED_DATE = re.compile(rb"saved date:\s{0,9}([^\r\n]{10,80})")
_SAVED_FROM = re.compile(rb"<!--\s{0,9}saved from url=\(\d{1,6}\)(https?://[^\s>]{1,2000})")
_MIRRORED = re.compile(rb"<!-- Mirrored from (\S{4,2000}) by HTTrack Website Copier/[^,\n]{0,80}, ([^\n]{16,40}?) -->")
# A folder that is named as a server is, and what lies in it.
_SERVER = re.compile(
    r"(?:^|[/!])((?:www\.(?:[a-z0-9-]{1,63}\.){1,4}|(?:[a-z0-9-]{1,63}\.){1,4}(?=(?:com|org|net|edu|gov|int|info|news|tv|example)/"
    r"|(?:co|com|org|ac|gov)\.[a-z]{2}/))[a-z.]{2,12})/([^!]{1,2000})$"
)
_INDEX = re.compile(r"(?:^|(?<=/))index\.x?html?$")
_WAYBACK = re.compile(rb"web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(https?://[^\"'\s<>]{1,2000})")
# What the Wayback Machine writes into its pages, at one time or another.
_WAYBACK_MARKS = (
    b"WAYBACK TOOLBAR", b"__wm.wombat", b"archive.org/includes", b"web-static.archive.org", b"Wayback Rewrite JS",
)  # fmt: skip
_IN_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}[^\s]{1,2000})")
_READING_VIEW = re.compile(rb"<a\b[^<>]{0,60}?\breader-domain\b[^<>]{0,40}?\shref=[\"'](https?://[^\"'\s]{1,2000})")
# The address of a copy in archive.today, under any of its names: when it was made, and of what.
_COPY = re.compile(
    rb"https?://archive\.(?:today|is|ph|li|vn|fo|md)/(\d{14}|\d{4}\.\d\d\.\d\d-\d{6})/(https?://[^\"'\s<>]{1,2000})"
)
_CACHED = re.compile(
    rb"This is Google's cache of\s{0,9}<a href=[\"']?(https?://[^\"'\s<>]{1,2000})"
    rb"(?s:.{0,900}?)as it appeared on ([^.<]{10,60})\."
)
# What such an archive writes into the page of its own: when it made the copy, its name, its address, a bar above.
_OF_THE_ARCHIVE = ("article:published_time", "article:modified_time", "og:site_name", "og:url")
_BARS = ("HEADER", "google-cache-hdr", "bN015htcoyT__google-cache-hdr")
_CLOCK = re.compile(r"([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}):\d{2} GMT([+-]\d{4})")


@dataclass(frozen=True, slots=True)
class Origin:
    """A saved page's address, when it was saved, whether it was saved out of a web archive, and whether that archive
    writes metadata and a bar of its own into the page."""

    url: str
    saved: dt.datetime | None = None
    archived: bool = False
    rewritten: bool = False


def origin_of(html: bytes | str) -> Origin | None:
    """What a saved page says of where it came from; None where it says nothing."""
    head = html[:LOOK] if isinstance(html, bytes) else html[:LOOK].encode("utf-8", "replace")
    if b"SingleFile" in head and (found := _SINGLE_FILE.search(head)):
        when = _SAVED_DATE.search(head, found.end())
        return Origin(_text(found.group(1)), _moment(_text(when.group(1))) if when else None)
    if b"saved from url" in head and (found := _SAVED_FROM.search(head)):
        return Origin(_text(found.group(1)))
    if b"Mirrored from" in head and (found := _MIRRORED.search(head)):
        moment = parse_time(_text(found.group(2)))
        return Origin(f"http://{_text(found.group(1))}", moment[0] if moment else None)
    if any(mark in head for mark in _WAYBACK_MARKS) and (found := _WAYBACK.search(head)):
        moment = parse_time(_text(found.group(1)))
        return Origin(_text(found.group(2)), moment[0] if moment else None, archived=True)
    if b"reader-domain" in head and (found := _READING_VIEW.search(head)):
        return Origin(unescape(_text(found.group(1))))
    return _of_archive(head)


def _of_archive(head: bytes) -> Origin | None:
    """What a page says that archive.today or Google's cache has kept."""
    if b"archive." in head and (found := _COPY.search(head)) and _made_by(head, found.start()):
        moment = parse_time(re.sub(r"[.-]", "", _text(found.group(1))))
        return Origin(unescape(_text(found.group(2))), moment[0] if moment else None, archived=True, rewritten=True)
    if b"Google's cache" in head and (found := _CACHED.search(head)):
        written = written_time(_text(found.group(2)))
        return Origin(unescape(_text(found.group(1))), written[0] if written else None, archived=True, rewritten=True)
    return None


def _made_by(head: bytes, at: int) -> bool:
    """Whether the address that stands here is that of the page itself, which its ``link`` or ``meta`` names: an article
    may cite a copy."""
    opens = head.rfind(b"<", 0, at)
    return head[opens : opens + 5].lower() in (b"<link", b"<meta")


def without_archive(tree: HtmlElement, origin: Origin | None) -> None:
    """Take out of a page what the archive that it comes from wrote into it of its own."""
    if origin is None or not origin.rewritten:
        return
    for element in list(tree.iter("meta", "link", "div")):
        said = element.get("property") or element.get("itemprop") or ""
        canonical = element.tag == "link" and (element.get("rel") or "").lower() in ("canonical", "bookmark")
        bar = element.tag == "div" and element.get("id") in _BARS
        if (said in _OF_THE_ARCHIVE or canonical or bar) and element.getparent() is not None:
            element.drop_tree()


def of_mirror(name: str) -> str | None:
    """The address of a page that lies in the folders of a mirror ("my/www.gazette.example/2020/01/03/dock.html")."""
    found = _SERVER.search(name)
    return f"http://{found.group(1)}/{_INDEX.sub('', found.group(2))}" if found else None


def unarchived(url: str | None) -> str | None:
    """The page's own address, where the one given is its copy's in the Wayback Machine."""
    found = _IN_WAYBACK.match(url) if url else None
    return re.sub(r"^(https?):/(?!/)", r"\1://", found.group(2)) if found else url


def _moment(text: str) -> dt.datetime | None:
    """The time of a browser's clock ("Sat Jan 04 2020 10:11:12 GMT+0100 (…)")."""
    found = _CLOCK.search(text)
    if found is None:
        return None
    month, day, year, clock, zone = found.groups()
    parsed = written_time(f"{month} {day}, {year} {clock} GMT{zone}")
    return parsed[0] if parsed else None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
