"""Org files of Emacs: one article a file, or one a heading where the headings carry addresses of their own.

When somebody captured a page (CREATED, a stamp in brackets, SCHEDULED) says nothing of when it was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from leadup.errors import EmptyArticle, IntakeError
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.decode import decode, newlines
from leadup.intake.extract import NO_MARKS, Raw, classified
from leadup.intake.format import Format
from leadup.intake.marks import key
from leadup.intake.options import Options
from leadup.intake.published import from_address, stated
from leadup.intake.source import Source
from leadup.model import Article

_START = re.compile(rb"(?:\s*#\s[^\n]*\n|\s)*(?:#\+(?:title|author|date|startup|filetags)\s*:|:PROPERTIES:)", re.I)
_DRAWER = re.compile(r"\*{1,8} [^\n]{1,500}\n(?:[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):[^\n]*\n)?[ \t]*:PROPERTIES:")
_KEYWORD = re.compile(r"^[ \t]*#\+([A-Za-z_]{2,30}):[ \t]*(.*)$")
_PROPERTY = re.compile(r"^[ \t]*:([A-Za-z][\w-]{0,40}):[ \t]*(.*)$")
_HEADING = re.compile(
    r"^(\*{1,12})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?(.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$"
)
_UNSAID = re.compile(
    r"^[ \t]*(?:(?:SCHEDULED|DEADLINE|CLOSED):.*|[\[<]\d{4}-\d\d-\d\d[^\]>]{0,30}[\]>]|#\+\S.*|#(?:\s.*)?|-{5,})$"
)
_ITEM = re.compile(r"^[ \t]*(?:[-+]|\d{1,3}[.)])[ \t]+(?:\[[ X-]\][ \t]+)?")
_LINK = re.compile(r"\[\[([^\[\]]{1,2000})\](?:\[([^\[\]]{1,500})\])?\]")
_ADDRESS = re.compile(r"https?://[^\s\]\[]{4,2000}")
_NOTE = re.compile(r"\[fn:[^\[\]]{1,40}\]")
_STRONG = re.compile(r"(?<![\w/*_=~+])([/*_=~+])(?=\S)([^\n]{1,1000}?)(?<=\S)\1(?![\w/*_=~+])")
_STAMP = re.compile(r"[\[<](\d{4}-\d\d-\d\d)[^\]>]{0,30}[\]>]")
LONGEST_MARKED = 20_000
"""In a longer paragraph (code points) marks of emphasis are left as they are: looking for their ends takes too long."""
_WHERE = ("url", "source", "source_url", "link", "roam_refs", "origin")
_WHEN = ("published", "date_published", "pubdate", "publication_date", "date")
_WHO = ("author", "authors", "byline")


def sniff(head: bytes) -> bool:
    """A keyword of Org's at the head, or a first heading with a drawer of properties."""
    start = head[:16384].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\r\n", b"\n")
    return _START.match(start) is not None or _DRAWER.match(start.decode("utf-8", "replace")) is not None


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of a file, or those of its headings."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    pieces = _pieces(text.split("\n"))
    for number, lines in enumerate(pieces, 1):
        place = source.name if len(pieces) == 1 else f"{source.name}#{number}"
        yield attempt(partial(_article, lines, place, options), place, "org")


def _pieces(lines: list[str]) -> list[list[str]]:
    """The lines of each article: the headings of the first level where several of them carry an address."""
    starts = [n for n, line in enumerate(lines) if line.startswith("* ")]
    pieces = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return pieces if sum(_fields(piece).keys() & set(_WHERE) != set() for piece in pieces) > 1 else [lines]


def _article(lines: list[str], place: str, options: Options) -> Article | IntakeError:
    fields = _fields(lines)
    raws = [raw for raw in _raws(lines) if raw.text]
    title = _plain(fields.get("title", "")) or next((raw.text for raw in raws if raw.heading), None)
    blocks = classified(raws, frozenset([key(title)]) if title else frozenset(), NO_MARKS)
    if not any(kind == "body" for kind, _ in blocks):
        return EmptyArticle(place)
    if title:
        blocks.insert(0, ("title", title))
    where = next((found.group() for name in _WHERE if (found := _ADDRESS.search(fields.get(name, "")))), None)
    when = next((value for name in _WHEN if (value := fields.get(name))), "")
    known = ArticleMetadata(
        url=where,
        outlet=fields.get("outlet") or fields.get("publication"),
        title=title,
        byline=people(next((value for name in _WHO if (value := fields.get(name))), "")),
        published=stated(_STAMP.sub(r"\1", when), "the note's own date", "likely") or from_address(where),
        language=(fields.get("language") or "")[:2].lower() or None,
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


def _fields(lines: list[str]) -> dict[str, str]:
    """Keywords and properties, names in lower case; the first of each counts."""
    fields: dict[str, str] = {}
    for line in lines:
        found = _KEYWORD.match(line) or _PROPERTY.match(line)
        if found and found.group(2).strip():
            fields.setdefault(found.group(1).lower(), found.group(2).strip())
    return fields


def _raws(lines: list[str]) -> Iterator[Raw]:
    run: list[str] = []
    closed = -1
    for number, line in enumerate([*lines, ""]):
        name = _PROPERTY.match(line)
        if number <= closed:
            continue
        heading, item = _HEADING.match(line), _ITEM.match(line)
        opens = name is not None and not name.group(2) and name.group(1).isupper()
        if run and (not line.strip() or heading or item or opens or _UNSAID.match(line)):
            yield Raw(_plain(" ".join(run)))
            run = []
        if heading:
            yield Raw(_plain(heading.group(2)), True)
        elif opens:
            closed = _closed(lines, number)
        elif line.strip() and not _UNSAID.match(line):
            run.append(line[item.end() :].strip() if item else line.strip())


def _closed(lines: list[str], opened: int) -> int:
    """The line that closes a drawer; where none does before the next heading, the last of its properties."""
    properties = opened
    for number, line in enumerate(lines[opened + 1 :], opened + 1):
        name = _PROPERTY.match(line)
        if name and name.group(1).upper() == "END":
            return number
        if _HEADING.match(line):
            break
        if name and properties == number - 1:
            properties = number
    return properties


def _plain(text: str) -> str:
    if len(text) > LONGEST_MARKED:
        return " ".join(text.split())
    text = _LINK.sub(lambda m: m.group(2) or m.group(1), _NOTE.sub("", text))
    return " ".join(_STRONG.sub(r"\2", text).split())


FORMAT = Format("org", "Org files (Emacs)", (".org",), sniff, read)
