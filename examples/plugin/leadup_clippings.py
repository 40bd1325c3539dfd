"""A plug-in of leadup's that answers each hook once.

It reads clippings (``.clip``: a line with the mark, one with outlet and day, then the text), writes a timeline as an
outline, knows astronomers' Julian day numbers, reads who speaks by a single rule, and counts articles by outlet.

What is asked for at start-up stays light: modules of leadup's are imported inside the functions.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leadup.plugins import Command, DateTagger, DeepReader, hookimpl

if TYPE_CHECKING:
    from leadup import Article, Reading, Timeline, Timex
    from leadup.errors import IntakeError
    from leadup.intake import Format, Options, Source
    from leadup.model import DeepReading
    from leadup.output import Writer

MARK = b"CLIPPING\n"
DAY_0 = 1_721_425
"""The Julian day that begins at noon of the day before 1 January of year 1."""


@hookimpl
def leadup_formats() -> list[Format]:
    from leadup.intake import Format

    return [
        Format("clipping", "A newspaper clipping, typed", (".clip",), sniff=is_clipping, read=read_clipping, sure=True)
    ]


def is_clipping(head: bytes) -> bool:
    return head.startswith(MARK)


def read_clipping(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    from leadup.errors import UnreadableInput
    from leadup.intake import article_from_text

    lines = source.bytes(options.limits.page).decode("utf-8").split("\n")
    outlet, mark, day = lines[1].partition(", ")
    if not mark:
        yield UnreadableInput(
            source.name, "its second line names no outlet and day", "Write it as: Outlet, 2020-01-03", 2
        )
        return
    text = "\n".join([f"Outlet: {outlet}", f"Published: {day}", "", *lines[2:]])
    yield article_from_text(text, source=source.name, options=options)


@hookimpl
def leadup_writers() -> list[Writer]:
    from leadup.output import Writer

    return [Writer("outline", ".outline", "text/plain", "days, and under each its sentences", to_outline)]


def to_outline(timeline: Timeline) -> str:
    days: dict[dt.date, list[str]] = {}
    for entry in timeline.entries:
        days.setdefault(entry.day, []).append(" ".join(entry.wording.exact.split()))
    return "".join(f"{day}\n" + "".join(f"  {words}\n" for words in said) for day, said in days.items())


@hookimpl
def leadup_date_taggers() -> list[DateTagger]:
    return [DateTagger("julian-days", "1", "en", julian_days)]


def julian_days(text: str, _: dt.date | None) -> list[Timex]:
    from leadup.model import DateSpan, Timex

    found = []
    for match in re.finditer(r"\bJD (\d{7})\b", text):
        # A Julian day begins at noon: most of its daylight, in Europe, is of the civil day that it begins in.
        day = dt.date.fromordinal(int(match[1]) - DAY_0)
        reason = f"Julian day {match[1]}"
        found.append(
            Timex(
                match.start(),
                match.end(),
                match[0],
                "DATE",
                day.isoformat(),
                DateSpan.day(day),
                rule="julian day",
                reason=reason,
            )
        )
    return found


@hookimpl
def leadup_deep_readers() -> list[DeepReader]:
    return [DeepReader("colon", "1", read_colons)]


def read_colons(article: Article, reading: Reading, sentences: Sequence[int]) -> list[DeepReading]:
    """Who speaks, where a sentence opens with a name and a colon ("Mara Tolk: We will wait.")."""
    from leadup.model import Actor, Claim, DeepReading

    found = []
    for number in sentences:
        start, end = reading.sentences[number].start, reading.sentences[number].end
        match = re.match(r"((?:[A-Z]\w+ ){1,3}[A-Z]\w+|[A-Z]\w+)(:)\s+", article.text[start:end])
        claims: tuple[Claim, ...] = ()
        if match:
            speaker = Actor(match[1], match[1].casefold(), "person")
            source, cue = (start, start + match.end(1)), (start + match.start(2), start + match.end(2))
            claims = (Claim((source,), (cue,), ((start + match.end(), end),), "quoted", speaker),)
        found.append(DeepReading(number, claims, (), tuple(c.speaker for c in claims if c.speaker)))
    return found


@hookimpl
def leadup_commands() -> list[Command]:
    return [
        Command("outlets", "How many articles the archive holds of each outlet.", "leadup_clippings_outlets:outlets")
    ]
