"""OpenDocument texts: headings, paragraphs, table cells in order; no notes, comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from leadup.errors import IntakeError
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.documents import articles_of_document
from leadup.intake.readers.office.package import opened, xml
from leadup.intake.source import Source
from leadup.model import Article

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LEFT_OUT = frozenset(
    {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}ruby-text"}
)


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a document: one, or those of a press database's export."""
    with opened(source) as archive:
        root = xml(archive, "content.xml", source, options.limits)
    paragraphs = [
        _words(e) for e in root.iter(f"{_TEXT}p", f"{_TEXT}h") if not any(a.tag in _LEFT_OUT for a in e.iterancestors())
    ]
    yield from articles_of_document(paragraphs, source.name, options)


def _words(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append(" ")
        elif child.tag not in _LEFT_OUT:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


FORMAT = Format("odt", "OpenDocument texts", (".odt",), lambda _: False, read)
