"""Europresse: saved pages and texts of many documents, each with its outlet, header, title and a number at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.decode import declared_charset, decode, glimpse, newlines
from leadup.intake.format import Format
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.readers.press.story import Story, articles, day_of, paragraphs_of
from leadup.intake.source import Source
from leadup.intake.written import parse_written
from leadup.model import Article

_OUTLET = re.compile(r"\b(?:rdp__)?DocPublicationName\b")
_HEADER = re.compile(r"\b(?:rdp__)?DocHeader\b")
_TITLE = re.compile(r"\b(?:TitreArticleVisu|titreArticle|rdp__articletitle)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:docOcurrContainer|DocText|rdp__DocText)\b", re.IGNORECASE)
_AUTHOR = re.compile(r"\b(?:sm-margin-bottomNews|docAuthors|rdp__author)\b")
_ENDS = re.compile(
    r"(?i)^(?:©|\(c\) ?\d{4}|num[eé]ro de document|news document number|document number|ce certificat"
    r"|le présent document"
    r"|this certificate|note\(s\)\s?:|cet article est paru|tous droits réservés)"
)
_ISSUE = re.compile(
    r",? (?:no|n°|num[eé]ro|vol)\.? ?\d.*$| ?\((?:site web|web site|website|réf\. web|tweets)\)", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,4}(?:(?:,| et| and) [^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,4}){0,3}")
# The number that ends each document of a text, alone in its line or after its label.
_NUMBER = re.compile(r"(?m)^.{0,40}?\b(?:news|web|tv|radio|rep)[·.](?:19|20)\d{6}[·.][A-Z]{1,6}[·.].{1,60}$")
# A printed document names its outlet, page and length under the day: "Alma Courier • p. 12 • 571 mots".
_COUNTED = re.compile(r"^(.{2,80}?) • (?:.{1,60} • )?[\d ]{1,6} (?:mots|words)\b")
_LIKELY = ("news·".encode(), b"news\xb7", "web·".encode(), b"web\xb7")
# When the copy was made for its reader.
_ISSUED = re.compile(r"(?i)\s*(?:certificat émis|certificate issued|document issu|tous droits|©)")
LONGEST_HEADER = 160
LONGEST_NAME = 60
MOST_HEADER = 14
"""Lines of a text's document among which its day is sought; printed ones name the kind of source and more before it."""


def sniff(head: bytes) -> bool:
    """The marks of the database's pages."""
    if b"DocPublicationName" in head or (b"europresse" in head.lower() and b"<html" in head[:500].lower()):
        return True
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{", b"["):
        return False
    return any(kind in head for kind in _LIKELY) and is_export(glimpse(head))


def is_export(text: str) -> bool:
    """Whether a text is an export of Europresse's: a document's number stands below a line that gives its day."""
    text = newlines(text)
    number = _NUMBER.search(text)
    return number is not None and _header(text[: number.start()].split("\n")) is not None


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a saved page or a text, in its order."""
    data = source.bytes(options.limits.page)
    whole = decode(data, source.name, declared_charset(data))
    if whole.lstrip("\ufeff \r\n\t")[:1] != "<":
        yield from articles_of(newlines(whole), source.name, options)
        return
    tree = parse(whole)
    names = [] if tree is None else [e for e in tree.iter() if _labelled(e, _OUTLET) and not _within(e, _OUTLET)]
    if not names:
        yield UnreadableInput(source.name, "no document of Europresse on this page", "Save the documents themselves")
        return
    yield from articles(names, _story, source.name, options, "europresse")


def _story(name: HtmlElement) -> Story:
    whole = next((a for a in name.iterancestors() if a.tag in ("article", "td", "section")), name.getparent())
    whole = name if whole is None else whole
    header = " ".join(" ".join(e.text_content().split()) for e in whole.iter() if _labelled(e, _HEADER))
    title = next((" ".join(e.text_content().split()) for e in whole.iter() if _labelled(e, _TITLE)), None)
    body = next((e for e in whole.iter() if _labelled(e, _BODY)), None)
    author = next((" ".join(e.text_content().split()) for e in whole.iter() if _labelled(e, _AUTHOR)), None)
    lines = [line for line in lines_of_tree(whole if body is None else body).split("\n") if line.strip()]
    if body is None:
        at = next((i for i, line in enumerate(lines) if title and line.strip() == title), 0)
        lines = lines[at + 1 :]
        if lines and author is None and len(lines[0]) <= 60 and _NAME.fullmatch(lines[0].strip()):
            author = lines.pop(0).strip()
    end = next((i for i, line in enumerate(lines) if _ENDS.match(line.strip())), len(lines))
    outlet = " ".join(name.text_content().split())
    return Story(
        title=title,
        outlet=_ISSUE.sub("", outlet) or None,
        byline=author,
        published=day_of(header or outlet, "Europresse header"),
        paragraphs=tuple(lines[:end]),
    )


def articles_of(text: str, source: str, options: Options, *, wrapped: bool = True) -> Iterator[Article | IntakeError]:
    """The articles of an export's text: each ends with its number."""
    ends = [m.end() for m in _NUMBER.finditer(text)]
    pieces = [text[a:b].split("\n") for a, b in zip([0, *ends], ends, strict=False)]
    dated = [lines for lines in pieces if _header(lines) is not None]
    yield from articles(dated, partial(_of_lines, wrapped=wrapped), source, options, "europresse")
    for number, lines in enumerate(pieces, 1):
        if _header(lines) is None:
            what = "a document whose day cannot be read"
            yield UnreadableInput(f"{source}#{number}", what, "Mend the day in the file")


def _header(lines: list[str]) -> int | None:
    """Where the line stands that gives a document's day, the outlet's name above it; None where there is none."""
    filled = [n for n, line in enumerate(lines) if line.strip()][:MOST_HEADER]
    return next((n for n in filled if len(lines[n]) <= LONGEST_HEADER and _is_dated(lines[n])), None)


def _is_dated(line: str) -> bool:
    return not _ENDS.match(line.strip()) and _ISSUED.match(line) is None and parse_written(line) is not None


def _of_lines(lines: list[str], wrapped: bool) -> Story:
    at = _header(lines)
    assert at is not None
    above = [line.strip() for line in lines[:at] if line.strip()]
    outlet = above[-1] if above else None
    day = day_of(lines[at], "Europresse header")
    filled = [n for n in range(at + 1, len(lines)) if lines[n].strip()]
    if filled and (counted := _COUNTED.match(lines[filled[0]].strip())):
        outlet, filled = counted.group(1), filled[1:]
    title = lines[filled[0]].strip() if filled else None
    byline = None
    if len(filled) > 1 and len(lines[filled[1]]) <= LONGEST_NAME and _NAME.fullmatch(lines[filled[1]].strip()):
        byline = lines[filled[1]].strip()
    start = filled[min(len(filled) - 1, 2 if byline else 1)] if filled else len(lines)
    end = next((n for n in filled if n >= start and _ENDS.match(lines[n].strip())), len(lines) - 1)
    return Story(
        title=title,
        outlet=_ISSUE.sub("", outlet) if outlet else None,
        byline=byline,
        published=day,
        paragraphs=paragraphs_of("\n".join(lines[start:end]), wrapped=wrapped),
    )


def _within(element: HtmlElement, label: re.Pattern[str]) -> bool:
    return any(_labelled(above, label) for above in element.iterancestors())


def _labelled(element: HtmlElement, label: re.Pattern[str]) -> bool:
    return isinstance(element.tag, str) and label.search(element.get("class") or "") is not None


FORMAT = Format(
    "europresse", "Europresse exports (page, text), many articles a file", (".europresse",), sniff, read, sure=True
)
