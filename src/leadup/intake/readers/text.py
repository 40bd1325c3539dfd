"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.compose import article_from_text
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.source import Source
from leadup.model import Article

LISTED = 8
LONGEST_ITEM = 60


def sniff(head: bytes) -> bool:
    """Anything that has no zero bytes may be text."""
    return b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a text file."""
    text = decode(source.bytes(options.limits.page), source.name)
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()]
    if (
        len(lines) >= LISTED
        and sum(len(line) < LONGEST_ITEM and stated(line, "") is not None for line in lines) * 4 >= len(lines) * 3
    ):
        yield UnreadableInput(source.name, "a list of dates, no article", "Look at the file")
        return
    yield article_from_text(text, source=source.name, options=options)


FORMAT = Format("text", "plain text, one article a file", (".txt", ".text"), sniff, read)
