"""Evernote's notes (ENEX): one article a note. The day of clipping is not the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml.etree import _Element

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import Options
from leadup.intake.parse import parse_xml
from leadup.intake.published import from_address
from leadup.intake.readers.news_xml import local
from leadup.intake.source import Source
from leadup.model import Article


def sniff(head: bytes) -> bool:
    """The root of an export."""
    return b"<en-export" in head[:4000]


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The notes of an export."""
    root = parse_xml(source.bytes(options.limits.page * 4))
    notes = [] if root is None else [e for e in root.iter() if local(e) == "note"]
    if not notes:
        yield UnreadableInput(source.name, "no note in this export", "Export it again")
    for number, note in enumerate(notes, 1):
        place = f"{source.name}#{number}"
        yield attempt(partial(_article, note, place, options), place, "enex")


def _article(note: _Element, place: str, options: Options) -> Article | IntakeError:
    def text(name: str) -> str | None:
        found = next((e for e in note.iter() if local(e) == name), None)
        return (found.text or "").strip() or None if found is not None else None

    title, url, author = text("title"), text("source-url"), text("author")
    content = text("content") or ""
    at = content.find("<en-note")
    blocks = list(
        blocks_of_fragment(content[at:].replace("<en-note", "<div").replace("</en-note>", "</div>"), html=True)
    )
    if not any(kind == "body" for kind, _ in blocks):
        return EmptyArticle(place)
    if title:
        blocks.insert(0, ("title", " ".join(title.split())))
    known = ArticleMetadata(
        url=url if url and url.startswith("http") else None,
        title=title,
        byline=people(author) if author and "@" not in author else (),
        published=from_address(url),
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


FORMAT = Format("enex", "Evernote's notes (ENEX)", (".enex",), sniff, read, sure=True)
