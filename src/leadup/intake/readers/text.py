"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from leadup.errors import IntakeError
from leadup.intake.compose import article_from_text
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.source import Source
from leadup.model import Article


def sniff(head: bytes) -> bool:
    """Anything that has no zero bytes may be text."""
    return b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a text file."""
    try:
        text = decode(source.bytes(options.limits.page), source.name)
        yield article_from_text(text, source=source.name, options=options)
    except IntakeError as error:
        yield error


FORMAT = Format("text", "plain text, one article a file", (".txt", ".text"), sniff, read)
