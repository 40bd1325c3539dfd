"""Reference managers' exports (RIS, BibTeX, CSL JSON): the abstract or note of each item is its text.

An item without words beside its title is a headline: the title is all that is known of what the article says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from leadup.address import web_address_in
from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import Options
from leadup.intake.published import from_address, stated
from leadup.intake.readers.parsing import value_of
from leadup.intake.readers.press.story import names_of
from leadup.intake.source import Source
from leadup.intake.written import months
from leadup.model import Article, ParagraphKind

_RIS = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$")
_ENDNOTE = re.compile(r"^%([A-Z0-9@>!$?]) (.*)$")
_AS_RIS = {"0": "TY", "T": "TI", "A": "AU", "J": "JO", "B": "T2", "W": "T2", "I": "PB", "8": "DA", "7": "DA", "D": "PY",
           "U": "UR", "X": "AB", "G": "LA"}  # fmt: skip
_RIS_DAY = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)")
_ITEMS = re.compile(rb'\{\s*"items"\s*:\s*\[')
_NUMBER = re.compile(r"[0-9]{1,4}")
_URL = re.compile(r"https?://[^\s{}\"]{4,2000}")
_ENTRY = re.compile(r"@(\w+)\s*[{(]\s*([^,\s{}]{0,200})\s*,")
_STRING = re.compile(r"@string\s*[{(]\s*([^\s={}]{1,60})\s*=\s*", re.IGNORECASE)
_NEXT = re.compile(r"(?m)^[ \t]*@\w{3,20}\s*[{(]")
_ASSIGNED = re.compile(r"\s*,?\s*([\w-]{1,40})\s*=\s*")
_BRACE = re.compile(r"[{}]")
_JOINT = re.compile(r"\s*#\s*")
LONGEST_STRING = 2000
# A letter with an accent as LaTeX writes it: {\"o}, \'e, \c{c}; and letters that have names of their own.
_ACCENT = re.compile(r"\{?\\([`'^\"~=.]|[uvHckrbd](?![A-Za-z]))\s?\{?\\?([A-Za-z])\}?\}?")
_MARKS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
          "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "b": "\u0331",
          "d": "\u0323"}  # fmt: skip
_LETTER = re.compile(r"\{?\\(ss|aa|AA|ae|AE|oe|OE|o|O|l|L|i|j)(?![A-Za-z])(?:\{\})?\s?\}?")
_LETTERS = {"ss": "ß", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł",
            "L": "Ł", "i": "i", "j": "j"}  # fmt: skip
_LATEX = (
    (r"\ldots", "…"), (r"\dots", "…"), (r"\textquotedblleft", "“"), (r"\textquotedblright", "”"), ("~", " "),
    (r"\&", "&"), (r"\%", "%"), (r"\$", "$"), (r"\_", "_"), (r"\#", "#"), ("---", "—"), ("--", "–"), ("``", "“"),
    ("''", "”"),
)  # fmt: skip


def sniff_ris(head: bytes) -> bool:
    """The tag that every item begins with."""
    return re.match(rb"\s*(?:\xef\xbb\xbf)?\s*TY  ?- ?[A-Z]{2,6}\s*[\r\n]", head[:200]) is not None


def sniff_endnote(head: bytes) -> bool:
    """EndNote's tag for the kind of an item, then another of its tags."""
    return re.match(rb"\s*(?:\xef\xbb\xbf)?\s*%0 [A-Z][^\r\n]{2,40}\r?\n%[A-Z0-9@] ", head[:400]) is not None


def sniff_bibtex(head: bytes) -> bool:
    """An entry, before anything but comments."""
    start = head[:4000].decode("utf-8", "replace")
    before = r"(?:\s|\ufeff|%[^\n]*\n|@(?:comment|string|preamble)[^\n]*\n)*"
    return re.match(rf"{before}@\w{{3,20}}\s*\{{\s*[^\s,{{}}]{{0,200}}\s*,", start, re.I) is not None


def sniff_csl(head: bytes) -> bool:
    """A list of items with CSL's names for the day and the outlet, as it is or as Zotero's interface gives it."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    listed = start.startswith(b"[") or _ITEMS.match(start) is not None
    return listed and b'"type"' in head and (b'"issued"' in head or b'"container-title"' in head)


def read_ris(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The items of a RIS file."""
    fields: dict[str, list[str]] = {}
    tag, number = "", 0
    for line in newlines(decode(source.bytes(options.limits.page * 8), source.name)).split("\n"):
        found = _RIS.match(line.lstrip("\ufeff"))
        if found and found.group(1) == "ER":
            number += 1
            yield from _items([fields], _from_ris, source.name, options, number)
            fields, tag = {}, ""
        elif found:
            tag = found.group(1)
            fields.setdefault(tag, []).append(found.group(2).strip())
        elif tag and line.strip():
            fields[tag][-1] += f"\n{line.strip()}"
    if fields:
        yield UnreadableInput(source.name, "its last item is cut short", "Export it again")


def read_endnote(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The items of a file in EndNote's own tags ("%0 Newspaper Article"), each as the RIS item that it would be."""
    items: list[dict[str, list[str]]] = []
    tag = ""
    for line in newlines(decode(source.bytes(options.limits.page * 8), source.name)).split("\n"):
        found = _ENDNOTE.match(line.lstrip("\ufeff"))
        if found:
            tag = _AS_RIS.get(found.group(1), "XX")
            if found.group(1) == "0":
                items.append({})
            if items:
                items[-1].setdefault(tag, []).append(found.group(2).strip())
        elif tag and items and line.strip():
            items[-1][tag][-1] += f"\n{line.strip()}"
    yield from _items(items, _from_ris, source.name, options)


def read_bibtex(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The entries of a BibTeX file."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    entries = list(_entries(text))
    if not entries:
        yield UnreadableInput(source.name, "no entry in this BibTeX file", "Export it again")
    yield from _items(entries, _from_bibtex, source.name, options)


def read_csl(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The items of a CSL JSON file."""
    items = value_of(decode(source.bytes(options.limits.page * 8), source.name), source.name)
    if isinstance(items, dict) and isinstance(items.get("items"), list):
        items = items["items"]
    if not isinstance(items, list):
        raise UnreadableInput(source.name, "no list of CSL items", "Export it again")
    yield from _items([item for item in items if isinstance(item, dict)], _from_csl, source.name, options)


def _items(
    items: list[Any], make: Any, source: str, options: Options, first: int = 1
) -> Iterator[Article | IntakeError]:
    def one(item: Any, place: str) -> Article | IntakeError:
        known, text = make(item)
        if not known.title and not text:
            return EmptyArticle(place)
        blocks: list[tuple[ParagraphKind, str]] = list(blocks_of_fragment(text)) if text else []
        if not any(kind == "body" for kind, _ in blocks):
            blocks = [("body", text or known.title)]
        elif known.title:
            blocks.insert(0, ("title", known.title))
        return article_from_blocks(blocks, source=place, known=known, options=options)

    for number, item in enumerate(items, first):
        place = f"{source}#{number}"
        yield attempt(partial(one, item, place), place, "references")


def _from_ris(item: Mapping[str, list[str]]) -> tuple[ArticleMetadata, str]:
    def first(*tags: str) -> str | None:
        return next((" ".join(v.split()) for t in tags for v in item.get(t, []) if v.strip()), None)

    url = web_address_in(first("UR", "L2"))
    known = ArticleMetadata(
        url=url,
        outlet=first("T2", "JO", "JF", "JA", "BT", "PB"),
        title=first("TI", "T1", "CT"),
        byline=tuple(n for tag in ("AU", "A1") for v in item.get(tag, []) for n in names_of(v)),
        published=_ris_day(item, url),
        language=(first("LA") or "")[:2].lower() or None,
    )
    return known, "\n\n".join([*item.get("AB", []), *item.get("N2", [])])


def _ris_day(item: Mapping[str, list[str]], url: str | None) -> Any:
    """The day of a RIS item ("2020/01/03/morning"), by whichever of its tags gives it whole."""
    given = [value.strip() for tag in ("DA", "Y1", "PY") for value in item.get(tag, [])]
    whole = next(("-".join(m.groups()) for v in given if (m := _RIS_DAY.match(v))), None)
    return _day(whole or next((v.rstrip("/").replace("/", "-") for v in given if v), ""), "RIS date", url)


def _from_bibtex(item: Mapping[str, str]) -> tuple[ArticleMetadata, str]:
    def first(*names: str) -> str | None:
        return next((value for name in names if (value := _plain(item.get(name, "")))), None)

    found = _URL.search(item.get("url", "") or item.get("howpublished", "") or item.get("note", ""))
    url = web_address_in(found.group() if found else _plain(item.get("url", "")))
    url = url.replace("\\", "") if url else None
    year, month, day = first("year"), first("month"), first("day")
    if month and not month.isdigit():
        # "may", "4~may", "may # 4": the day may stand with the month.
        written = re.search(r"[^\W\d_]{3,12}", month)
        number = months().get(written.group().casefold()) if written else None
        day = day or next(iter(re.findall(r"\d{1,2}", month)), None)
        month = str(number) if number else None
    when = first("date") or "-".join(p for p in (year, month, day) if p)
    known = ArticleMetadata(
        url=url,
        outlet=first("journaltitle", "journal", "newspaper", "booktitle", "organization", "publisher"),
        title=first("title"),
        byline=tuple(n for a in re.split(r"\s+and\s+", first("author", "editor") or "") for n in names_of(a)),
        published=_day(when, "BibTeX date", url),
    )
    return known, first("abstract", "annote", "note") or ""


def _from_csl(item: Mapping[str, Any]) -> tuple[ArticleMetadata, str]:
    def text(name: str) -> str | None:
        value = item.get(name)
        value = value[0] if isinstance(value, list) and value else value
        return " ".join(value.split()) if isinstance(value, str) and value.strip() else None

    issued = item.get("issued")
    when = issued if isinstance(issued, str) else ""
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            when = "-".join(f"{int(p):02d}" for p in parts[0] if _NUMBER.fullmatch(str(p)))
        when = when or str(issued.get("raw") or issued.get("literal") or "")
    authors = item.get("author")
    names = [
        " ".join(str(p) for part in _CSL_NAME if (p := a.get(part))) or str(a.get("literal") or "")
        for a in (authors if isinstance(authors, list) else [])
        if isinstance(a, Mapping)
    ]
    url = web_address_in(text("URL"))
    known = ArticleMetadata(
        url=url,
        outlet=text("container-title") or text("publisher"),
        title=text("title"),
        byline=tuple(n for n in names if n),
        published=_day(when, "CSL issued", url),
        language=(text("language") or "")[:2].lower() or None,
    )
    return known, str(item.get("abstract") or "")


_CSL_NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


def _day(text: str, how: str, url: str | None) -> Any:
    """The day of an item: the one it gives whole, else that in its address; a month or a year alone is none."""
    whole = stated(text, how) if re.search(r"\d{4}\D+\d{1,2}\D+\d{1,2}|[^\W\d]{3,}", text) else None
    return whole or from_address(url)


def _entries(text: str) -> Iterator[dict[str, str]]:
    """The fields of each BibTeX entry, names in lower case, values without their outer braces or quotes."""
    named: dict[str, str] = {}
    for known in _STRING.finditer(text):
        named[known.group(1).lower()] = _value(text, known.end(), known.end() + LONGEST_STRING)[0]
    at = limit = 0
    while found := _ENTRY.search(text, at):
        at = found.end()
        if limit <= at:
            # What one entry has left open ends where the next begins a line.
            following = _NEXT.search(text, at)
            limit = following.start() if following else len(text)
        if found.group(1).lower() in ("comment", "string", "preamble"):
            continue
        fields: dict[str, str] = {}
        while field := _ASSIGNED.match(text, at, limit):
            fields[field.group(1).lower()], at = _joined(text, field.end(), limit, named)
        if fields:
            yield fields


def _joined(text: str, at: int, limit: int, named: Mapping[str, str]) -> tuple[str, int]:
    """The value that begins at a place, its pieces put together (``mar # "~5"``), and where it ends."""
    pieces: list[str] = []
    while True:
        bare = text[at : at + 1] not in ('"', "{")
        value, at = _value(text, at, limit)
        pieces.append(named.get(value.lower(), value) if bare else value)
        joint = _JOINT.match(text, at, limit)
        if joint is None:
            return "".join(pieces), at
        at = joint.end()


def _value(text: str, at: int, limit: int) -> tuple[str, int]:
    """The value that begins at a place, without its braces or quotes, and where it ends: at ``limit`` at the latest."""
    limit = min(limit, len(text))
    if text[at : at + 1] == "{":
        depth = 0
        for brace in _BRACE.finditer(text, at, limit):
            depth += 1 if brace.group() == "{" else -1
            if not depth:
                return text[at + 1 : brace.start()], brace.end()
        return text[at + 1 : limit], limit
    if text[at : at + 1] == '"':
        end = text.find('"', at + 1, limit)
        return (text[at + 1 : end], end + 1) if end > 0 else (text[at + 1 : limit], limit)
    bare = re.compile(r"[^,})\s]{0,200}").match(text, at)
    return (bare.group(), bare.end()) if bare else ("", at)


def _plain(value: str) -> str:
    value = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", m.group(2) + _MARKS[m.group(1)]), value)
    value = _LETTER.sub(lambda m: _LETTERS[m.group(1)], value)
    value = value.replace("{", "").replace("}", "")
    for mark, plain in _LATEX:
        value = value.replace(mark, plain)
    return " ".join(value.split())


RIS = Format("ris", "references (RIS)", (".ris",), sniff_ris, read_ris, sure=True)
ENDNOTE = Format("endnote", "references (EndNote's tags)", (".enw",), sniff_endnote, read_endnote, sure=True)
BIBTEX = Format("bibtex", "references (BibTeX)", (".bib", ".bibtex"), sniff_bibtex, read_bibtex, sure=True)
CSL = Format("csl", "references (CSL JSON)", (".csl.json",), sniff_csl, read_csl, sure=True)
