"""Plain text: one article a file, or several where lines of marks part them and each has a head of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import article_from_text
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.frontmatter import front_of
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.source import Source
from leadup.model import Article

_RULE = re.compile(r"(?m)^[ \t]*(?:[-=*_#~+][ \t]?){3,}$")
LISTED = 8
LONGEST_ITEM = 60


def sniff(head: bytes) -> bool:
    """Anything that has no zero bytes may be text."""
    return b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of a text file, or its articles."""
    text = decode(source.bytes(options.limits.page), source.name)
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()]
    if (
        len(lines) >= LISTED
        and sum(len(line) < LONGEST_ITEM and stated(line, "") is not None for line in lines) * 4 >= len(lines) * 3
    ):
        yield UnreadableInput(source.name, "a list of dates, no article", "Look at the file")
        return
    for number, piece in enumerate(pieces := parted(newlines(text)), 1):
        place = source.name if len(pieces) == 1 else f"{source.name}#{number}"
        yield attempt(partial(article_from_text, piece, source=place, options=options), place, "text")


def parted(text: str) -> tuple[str, ...]:
    """The articles of a text: parted at lines of marks where each part begins with lines that say its day and more."""
    pieces = [piece.strip("\n") for piece in _RULE.split(text) if piece.strip()]
    return tuple(pieces) if len(pieces) > 1 and all(map(_has_head, pieces)) else (text,)


def _has_head(piece: str) -> bool:
    front = front_of(piece)
    return len(front.lines) > 1 and front.published is not None


FORMAT = Format("text", "plain text", (".txt", ".text"), sniff, read)
