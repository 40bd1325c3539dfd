"""PressReader: printed articles, with named fields above the text. Its pages are read as pages (the outlet is in their
address, not the site)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from leadup.errors import IntakeError
from leadup.intake.decode import decode, glimpse, newlines
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.published import published_in_name
from leadup.intake.readers.press.story import Story, articles, day_of, paragraphs_of
from leadup.intake.source import Source
from leadup.model import Article

_FIELD = re.compile(
    r"(?m)^[ \t]*(Article Name|Publication|Section|Author|Start Page|End Page|Date|Issue Date)[ \t]*:[ \t]*(.*)$"
)
_NAMED = re.compile(r"(?m)^[ \t]*Article Name[ \t]*:[ \t]*\S")
SHORTEST = 80
"""With more than so many code points before the first fields, the words stand before the fields."""
_EDITION = re.compile(r"\s*\((?:[^()]{2,40})\)$")


def sniff(head: bytes) -> bool:
    """The fields that stand above every article."""
    return b"Article Name" in head[:4096] and b"Publication" in head[:4096] and is_export(glimpse(head[:8192]))


def is_export(text: str) -> bool:
    """Whether a text is an export of PressReader's."""
    found = {m.group(1) for m in _FIELD.finditer(text, 0, 4096)}
    return {"Article Name", "Publication"} <= found and text.lstrip()[:1] not in ("<", "{", "[")


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a file, in its order."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    yield from articles(_pieces(text), partial(_story, file=source.file), source.name, options, "pressreader")


def _pieces(text: str) -> list[str]:
    """The articles of a text, the fields of each before its words, also where the program has set them after these."""
    starts = [m.start() for m in _NAMED.finditer(text)]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=False)]
    if starts and len(text[: starts[0]].strip()) > SHORTEST and not _words(pieces[-1]):
        before = [text[: starts[0]], *(_words(piece) for piece in pieces[:-1])]
        return [piece[: len(piece) - len(_words(piece))] + words for piece, words in zip(pieces, before, strict=True)]
    return pieces


def _words(piece: str) -> str:
    """What stands after a piece's fields."""
    at = 0
    for found in _FIELD.finditer(piece):
        if piece[at : found.start()].strip():
            break
        at = found.end()
    return piece[at:] if piece[at:].strip() else ""


def _story(piece: str, file: str) -> Story:
    fields: dict[str, str] = {}
    at = 0
    for found in _FIELD.finditer(piece):
        if piece[at : found.start()].strip():
            # The text has begun: a line of it may look like a field.
            break
        fields.setdefault(found.group(1), found.group(2).strip())
        at = found.end()
    day = fields.get("Date") or fields.get("Issue Date") or ""
    return Story(
        title=fields.get("Article Name"),
        outlet=_EDITION.sub("", fields.get("Publication", "")) or None,
        byline=fields.get("Author") or None,
        published=day_of(day, "PressReader date") or published_in_name(file),
        paragraphs=paragraphs_of(piece[at:].strip("\n"), wrapped=True),
    )


FORMAT = Format("pressreader", "articles printed from PressReader", (".pressreader",), sniff, read, sure=True)
