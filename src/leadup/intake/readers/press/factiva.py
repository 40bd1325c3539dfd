"""Factiva: texts with field codes or without, pages with tables of fields, and the XML of its interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml.etree import _Element
from lxml.html import HtmlElement

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.decode import declared_charset, decode, glimpse, newlines
from leadup.intake.format import Format
from leadup.intake.interfaces import languages
from leadup.intake.interfaces import one_of as one_of_words
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse, parse_xml
from leadup.intake.published import stated
from leadup.intake.readers.news_xml import local
from leadup.intake.readers.press.story import (
    Story,
    articles,
    day_of,
    miscounted,
    one_of,
    paragraphs_of,
)
from leadup.intake.source import Source
from leadup.intake.written import parse_written
from leadup.model import Article

_CODES = "SE HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD CT CO IN NS RE IPC IPD PUB AN RF CLM DLN ART".split()
_CODE = re.compile(rf"^({'|'.join(_CODES)})(?:[ \t]+(\S.*))?[ \t]*$")
_TAGGED = re.compile(r"(?m)^HD(?:[ \t]+\S.*)?[ \t]*$(?s:.{1,4000}?)^PD(?:[ \t]|$)")
_DOCUMENT = re.compile(
    rf"(?im)^[ \t]*(?:{one_of_words('press', 'document')})[ \t]+(?-i:([A-Z0-9]{{6,}}[A-Za-z0-9]{{10,}}))[ \t]*$"
)
_WORDS = re.compile(rf"(?im)^[ \t]*[\d.,]{{1,9}} (?:{one_of_words('press', 'words')})[ \t]*$")
# The class of an article on its pages, which names the article's language.
_PAGE = re.compile(rb"class=[\"']article [a-z]{2}Article[\"' ]")
LONGEST_SECTION = 25
MOST_HEADER = 14
"""Lines of a document's header after its length: day, hour, outlet, its code, page, edition, language, copyright."""
_CLOCK = re.compile(r"^\d{1,2}:\d{2}\b.{0,12}$")
_COPYRIGHT = re.compile(r"(?i)^(?:\(c\)|©|copyright\b)")


def sniff(head: bytes) -> bool:
    """Field codes in their order, a numbered document of the database, or the root of its XML."""
    start = head[:16384]
    if b"ppsarticle" in start or b"ppsArticleResponse" in start:
        return True
    if _PAGE.search(head):
        return True
    if b"factiva" in start.lower() and start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return b"HD" in head or b"enHeadline" in head
    if not (b"HD" in start or b"ocument" in head or b"okument" in head):
        return False
    if start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return False
    if b"<td" in start.lower():
        return re.search(rb"<b>\s*HD\s*</b>", head) is not None and re.search(rb"<b>\s*PD\s*</b>", head) is not None
    return is_export(glimpse(head))


def is_export(text: str) -> bool:
    """Whether a text is one, with or without field codes."""
    return _TAGGED.search(text) is not None or (_DOCUMENT.search(text) is not None and _WORDS.search(text) is not None)


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of an export."""
    data = source.bytes(options.limits.page * 8)
    if b"ppsarticle" in data[:16384] or b"ppsArticleResponse" in data[:16384]:
        yield from _read_xml(data, source.name, options)
        return
    text = newlines(decode(data, source.name, declared_charset(data)))
    if text.lstrip("\ufeff \n\t")[:1] == "<":
        tree = parse(text)
        if tree is None:
            yield UnreadableInput(source.name, "not a page", "Check the file")
            return
        fields = _fields_of_page(tree)
        if fields:
            yield from articles(fields, partial(_tagged, wrapped=False), source.name, options, "factiva")
            return
        yield from articles_of(lines_of_tree(tree), source.name, options, wrapped=False)
    else:
        yield from articles_of(text, source.name, options)


def articles_of(text: str, source: str, options: Options, *, wrapped: bool = True) -> Iterator[Article | IntakeError]:
    """The articles of an export's text."""
    if _TAGGED.search(text):
        fields = list(_fields_of_text(text))
        yield from articles(fields, partial(_tagged, wrapped=wrapped), source, options, "factiva")
        return
    ends = [m.end() for m in _DOCUMENT.finditer(text)]
    pieces = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    yield from articles(pieces, partial(_plain, wrapped=wrapped), source, options, "factiva")


def _fields_of_text(text: str) -> Iterator[dict[str, str]]:
    fields: dict[str, str] = {}
    code = ""
    for line in text.split("\n"):
        found = _CODE.match(line)
        # Inside the text itself only what ends it is a code.
        if found and (code not in ("LP", "TD") or found.group(1) in _CODES[_CODES.index("TD") :] or not found.group(2)):
            new = found.group(1)
            if (new in fields and new in ("HD", "SE", "AN")) or ("AN" in fields and new in ("SE", "HD", "CLM", "DLN")):
                if "HD" in fields:
                    yield fields
                fields = {}
            code = new
            fields[code] = found.group(2) or ""
        elif code:
            fields[code] += f"\n{line}"
    if "HD" in fields:
        yield fields


def _fields_of_page(tree: HtmlElement) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for row in tree.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        code = " ".join((cells[0].text_content() or "").split()) if len(cells) == 2 else ""
        if code not in _CODES:
            continue
        if not found or (code in found[-1] and code in ("HD", "SE")) or ("AN" in found[-1] and code != "AN"):
            found.append({})
        found[-1][code] = lines_of_tree(cells[1])
    return [fields for fields in found if "HD" in fields]


def _tagged(fields: dict[str, str], wrapped: bool) -> Story:
    text = "\n\n".join(part for code in ("LP", "TD") if (part := fields.get(code, "").strip("\n")))
    return Story(
        title=fields.get("HD"),
        outlet=one_of(fields, ("SN",)),
        byline=one_of(fields, ("BY",)),
        published=day_of(fields.get("PD", ""), "Factiva PD"),
        paragraphs=paragraphs_of(text, wrapped=wrapped),
        language=languages().get(fields.get("LA", "").strip().lower()),
    )


def _plain(piece: str, wrapped: bool) -> Story:
    """A document without field codes: the lines around "N words" are its header, in the database's order."""
    counted = _WORDS.search(piece)
    ended = _DOCUMENT.search(piece)
    text = piece[: ended.start()] if ended else piece
    if counted is None:
        return Story(paragraphs=paragraphs_of(text, wrapped=wrapped))
    above = [line.strip() for line in text[: counted.start()].split("\n") if line.strip()]
    rows = text[counted.end() :].split("\n")
    byline = above.pop() if len(above) > 1 and _is_name(above[-1]) else None
    if len(above) > 1 and len(above[0]) <= min(LONGEST_SECTION, len(" ".join(above[1:]))):
        # A headline that is broken into lines begins with a longer one than a section's name.
        del above[0]
    outlet, published, at = None, None, 0
    filled = [n for n, row in enumerate(rows) if row.strip()][:MOST_HEADER]
    owned = any(_COPYRIGHT.match(rows[n].strip()) for n in filled)
    for at, row in enumerate(rows):
        row = row.strip()
        if not row:
            if outlet is not None and published is not None and at > 3 and not owned:
                break
            continue
        if published is None and parse_written(row):
            published = day_of(row, "Factiva publication date")
        elif published is not None and outlet is None and not _CLOCK.match(row):
            outlet = row
        elif _COPYRIGHT.match(row):
            at += 1
            break
    return Story(
        title=" ".join(above) or None,
        outlet=outlet,
        byline=byline,
        published=published,
        paragraphs=paragraphs_of("\n".join(rows[at:]).strip("\n"), wrapped=wrapped),
    )


def _is_name(line: str) -> bool:
    words = re.sub(r"^[Bb]y ", "", line).split()
    return 2 <= len(words) <= 5 and all(w[:1].isupper() or len(w) <= 3 for w in words) and not line.endswith((".", "?"))


def _read_xml(data: bytes, source: str, options: Options) -> Iterator[Article | IntakeError]:
    root = parse_xml(data)
    items = [] if root is None else [e for e in root.iter() if local(e) == "article"]
    if not items or root is None:
        yield UnreadableInput(source, "no article in this XML", "Export it again")
        return
    said = next((e.get("count") for e in root.iter() if local(e) == "ppsarticleResultSet"), None)
    yield from articles(items, _from_xml, source, options, "factiva")
    yield from miscounted(source, int(said) if said and re.fullmatch(r"[0-9]{1,9}", said) else None, len(items))


def _from_xml(item: _Element) -> Story:
    def text(name: str) -> str | None:
        found = next((e for e in item.iter() if local(e) == name), None)
        return " ".join("".join(str(t) for t in found.itertext()).split()) or None if found is not None else None

    paragraphs = [
        " ".join("".join(str(t) for t in p.itertext()).split())
        for part in ("leadParagraph", "tailParagraphs")
        for e in item.iter()
        if local(e) == part
        for p in e
        if local(p) == "paragraph"
    ]
    return Story(
        title=text("headline"),
        outlet=text("sourceName"),
        byline=text("byline"),
        published=stated(text("publicationDate"), "Factiva publicationDate"),
        paragraphs=tuple(paragraphs),
        language=(text("baseLanguage") or "").lower()[:2] or None,
    )


FORMAT = Format(
    "factiva", "Factiva exports (text, page, XML), many articles a file", (".factiva",), sniff, read, sure=True
)
