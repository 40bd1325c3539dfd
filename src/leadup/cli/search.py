"""``leadup search``: the sentences that hold some words."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text

from leadup.archive import Passage
from leadup.archive.passages import SearchTerms
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, out
from leadup.cli.listing import listed_line, listed_row
from leadup.errors import UnknownTarget
from leadup.ingest import Archive
from leadup.output.visible import one_line

ALIKE = 0.75
OFFERED = 3
ALIKE_STEMS, LOOKED_AT = 0.65, 8
"""Stems are less like a word than whole words are, and more of them are looked at."""


@app.command(
    epilog="""Examples:

    leadup search "embassy baghdad" --from 2019-12-31 --until 2020-01-02

    leadup search '"stormed the embassy"'"""
)
def search(
    words: Annotated[str, typer.Argument(help='Words that the articles should hold; "side by side" in quotes.')],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    first: Annotated[str | None, typer.Option("--from", help="First day (2020-01-03 or Jan. 3, 2020).")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Last day.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Find articles by words and days, best first, with the sentence that holds them; exit code 5 where none does."""
    with Archive(archive) as kept:
        passages = kept.passages(words, day(first, "--from"), day(last, "--until"), limit)
        if not passages:
            raise _nothing_found(kept, words, " of these days" if first or last else "")
    for passage in passages:
        _print(passage, as_json)


def _nothing_found(kept: Archive, words: str, days: str) -> UnknownTarget:
    """That no article holds these words, with what is known of each of them."""
    asked = SearchTerms.of(words).every
    missing = [word for word in asked if not kept.holding(word)]
    offered = _offered(kept, missing)
    said, how = "", "side by side" if SearchTerms.of(words).phrases else "together"
    if asked and not missing:
        said = f"All these words are in the archive, but not {how} in one article{days}. "
    elif offered:
        said = f"Or is it {' or '.join(offered)}? "
    return UnknownTarget(
        f"no article{days} holds {words!r}", f"{said}Use fewer or other words, or other days; phrases in quotes"
    )


def _offered(kept: Archive, missing: Sequence[str]) -> Sequence[str]:
    """Words as they stand in the articles that are spelt much like one of these, which no article holds."""
    offered: list[str] = []
    for word in missing:
        # The index knows what forms of a word have in common ("guilti"): what an article holds of it is asked for.
        stems = difflib.get_close_matches(word, kept.spellings(word[:1]), LOOKED_AT, ALIKE_STEMS)
        whole = {spelt.casefold(): spelt for stem in stems if (spelt := _as_it_stands(kept, stem))}
        offered += [whole[alike] for alike in difflib.get_close_matches(word, whole, OFFERED, ALIKE)]
    return tuple(dict.fromkeys(offered))[:OFFERED]


def _as_it_stands(kept: Archive, stem: str) -> str | None:
    """The form of a word that articles hold most often, of the first few that hold any; None where none is found."""
    forms = Counter(
        passage.span.exact[start:end]
        for passage in kept.passages(stem, limit=OFFERED)
        if passage.span is not None
        for start, end in passage.marks
    )
    return max(forms, key=lambda form: (forms[form], form), default=None)


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
