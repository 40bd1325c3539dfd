"""HTML pages: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leadup.errors import IntakeError
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.origin import of_mirror
from leadup.intake.page import article_from_html
from leadup.intake.source import Source
from leadup.model import Article

_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1|script|section|main)\b", re.IGNORECASE
)


def sniff(head: bytes) -> bool:
    """The first tag is one of a page's."""
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<?xml"):
        return b"<html" in start[:1000].lower()
    return start.startswith(b"<") and _START.search(start[:1500]) is not None


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a page."""
    try:
        yield article_from_html(
            source.bytes(options.limits.page),
            source=source.name,
            url=source.url or of_mirror(source.name),
            options=options,
            saved=source.modified,
        )
    except IntakeError as error:
        yield error


FORMAT = Format("html", "a saved news page", (".html", ".htm", ".xhtml", ".shtml"), sniff, read)
