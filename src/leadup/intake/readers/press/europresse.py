"""Europresse: saved pages of many documents, each with its outlet, header, title and a number at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.decode import declared_charset, decode
from leadup.intake.format import Format
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.readers.press.story import Story, articles, day_of
from leadup.intake.source import Source
from leadup.model import Article

_OUTLET = re.compile(r"\b(?:rdp__)?DocPublicationName\b")
_HEADER = re.compile(r"\b(?:rdp__)?DocHeader\b")
_TITLE = re.compile(r"\b(?:TitreArticleVisu|titreArticle|rdp__articletitle)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:docOcurrContainer|DocText|rdp__DocText)\b", re.IGNORECASE)
_AUTHOR = re.compile(r"\b(?:sm-margin-bottomNews|docAuthors|rdp__author)\b")
_ENDS = re.compile(
    r"(?i)^(?:©|\(c\) ?\d{4}|num[eé]ro de document|news document number|document number|ce certificat"
    r"|le présent document"
    r"|this certificate|cet article est paru|tous droits réservés)"
)
_ISSUE = re.compile(r",? (?:no|n°|num[eé]ro|vol)\.? ?\d.*$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,4}")


def sniff(head: bytes) -> bool:
    """The marks of the database's pages."""
    return b"DocPublicationName" in head or (b"europresse" in head.lower() and b"<html" in head[:500].lower())


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a saved page, in its order."""
    data = source.bytes(options.limits.page)
    tree = parse(decode(data, source.name, declared_charset(data)))
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


def _within(element: HtmlElement, label: re.Pattern[str]) -> bool:
    return any(_labelled(above, label) for above in element.iterancestors())


def _labelled(element: HtmlElement, label: re.Pattern[str]) -> bool:
    return isinstance(element.tag, str) and label.search(element.get("class") or "") is not None


FORMAT = Format("europresse", "Europresse pages, many articles a file", (".europresse",), sniff, read, sure=True)
