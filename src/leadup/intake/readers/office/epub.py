"""E-books (EPUB): each chapter of the reading order that holds text is an article of its own."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.intake.decode import declared_charset, decode
from leadup.intake.format import Format
from leadup.intake.lines import lines_of_tree
from leadup.intake.marks import text_of
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.published import stated
from leadup.intake.readers.news_xml import local
from leadup.intake.readers.office.package import opened, part, xml
from leadup.intake.source import Source
from leadup.model import Article

SHORTEST = 80
"""A chapter with less text than this (code points) is a cover or a title page."""


LONGEST_MENU = 400
_BETWEEN = re.compile(r"[\s|·•]+")
# "toc", "doc-toc", as a word of its own: "stock" names no table of contents.
_CONTENTS = re.compile(r"(?<![^\W_])toc(?![^\W_])")
# A newspaper's issue as programs make it from feeds: "Alma Courier [Sat, 04 May 2019]".
_ISSUE = re.compile(r"(.{2,80}?)\s?\[[^\[\]]{0,40}\d{4}\]$")


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The chapters of a book, in its reading order."""
    limits = options.limits
    with opened(source) as archive:
        container = xml(archive, "META-INF/container.xml", source, limits)
        place = next((e.get("full-path") for e in container.iter() if local(e) == "rootfile"), None)
        if not place:
            raise UnreadableInput(source.name, "a book without a package document", "Fetch it again")
        package = xml(archive, place, source, limits)
        items = {e.get("id"): e.get("href") or "" for e in package.iter() if local(e) == "item"}
        # A chapter is read once, however often the spine names it.
        named = (items.get(e.get("idref")) for e in package.iter() if local(e) == "itemref")
        spine = dict.fromkeys(href.partition("#")[0] for href in named if href)
        date = next(("".join(str(t) for t in e.itertext()) for e in package.iter() if local(e) == "date"), None)
        title = next(("".join(str(t) for t in e.itertext()) for e in package.iter() if local(e) == "title"), "")
        issue = _ISSUE.match(" ".join(title.split()))
        known = ArticleMetadata(
            outlet=issue.group(1) if issue else None,
            published=stated(date, "the book's date", "likely"),
        )
        found = 0
        for href in spine:
            if href:
                name = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href)))
                read_one = partial(_chapter, archive, name, source, known, options)
                chapter = attempt(read_one, f"{source.name}!{name}", "epub")
                if not isinstance(chapter, EmptyArticle):
                    found += 1
                    yield chapter
        if not found:
            yield EmptyArticle(source.name)


def _chapter(
    archive: zipfile.ZipFile, name: str, source: Source, known: ArticleMetadata, options: Options
) -> Article | IntakeError:
    place = f"{source.name}!{name}"
    data = part(archive, name, source, options.limits)
    tree = parse(decode(data, place, declared_charset(data)))
    if tree is None or any(_CONTENTS.search(" ".join(e.values())) for e in tree.iter("nav")):
        return EmptyArticle(place)
    for block in list(tree.iter("p", "div", "table")):
        # "Section menu | Next | Main menu", which programs set before and after each article of an issue.
        links = [text_of(link) for link in block.iter("a")]
        if len(links) > 1 and not _BETWEEN.sub("", text_of(block, LONGEST_MENU)).replace(
            _BETWEEN.sub("", "".join(links)), ""
        ):
            block.drop_tree()
    text = lines_of_tree(tree)
    if len(text) < SHORTEST:
        return EmptyArticle(place)
    return article_from_text(text, source=place, known=known, options=options)


FORMAT = Format("epub", "e-books, one article a chapter", (".epub",), lambda _: False, read)
