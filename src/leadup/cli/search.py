"""``leadup search``: the sentences that hold some words."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text

from leadup.archive import Archive, Passage
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, out
from leadup.cli.listing import listed_line, listed_row
from leadup.errors import UnknownTarget
from leadup.output.visible import one_line

ALIKE = 0.75
OFFERED = 3


@app.command(
    epilog="""Examples:

    leadup search "embassy baghdad" --from 2019-12-31 --until 2020-01-02

    leadup search '"stormed the embassy"'"""
)
def search(
    words: Annotated[str, typer.Argument(help='Words that the articles should hold; "side by side" in quotes.')],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    first: Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD.")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Last day.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Find articles by words and days, best first, with the sentence that holds them; exit code 5 where none does."""
    with Archive(archive) as kept:
        found = kept.passages(words, day(first, "--from"), day(last, "--until"), limit)
        offered = () if found else _offered(kept, words)
    if not found:
        days = " of these days" if first or last else ""
        or_else = f"Or is it {' or '.join(offered)}? " if offered else ""
        raise UnknownTarget(
            f"no article{days} holds {words!r}", f"{or_else}Use fewer or other words, or other days; phrases in quotes"
        )
    for passage in found:
        _print(passage, as_json)


def _offered(kept: Archive, words: str) -> Sequence[str]:
    """Words of the archive that are spelt much like one of these."""
    spellings = getattr(kept, "spellings", None)
    offered: list[str] = []
    for word in words.casefold().replace('"', " ").split():
        held = spellings(word[:1]) if spellings is not None else {}
        if word not in held:
            offered += difflib.get_close_matches(word, held, OFFERED, ALIKE)
    return offered[:OFFERED]


def _print(passage: Passage, as_json: bool) -> None:
    span = passage.span
    told = passage.day.isoformat() if passage.day else None
    if as_json:
        sentence = span and {"start": span.start, "end": span.end, "exact": span.exact, "day": told}
        typer.echo(json.dumps({**listed_row(passage.article), "sentence": sentence}, ensure_ascii=False))
        return
    out().print(listed_line(passage.article), soft_wrap=True)
    if span is not None:
        out().print(Text.assemble((f"    {told or 'undated   '}  ", "cyan"), one_line(span.exact)), soft_wrap=True)
