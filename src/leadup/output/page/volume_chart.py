"""The volume chart: a bar a day for how much was reported of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from leadup.model import Timeline
from leadup.output.days_in_words import day_words, month_words
from leadup.output.phrases import count_words

HEIGHT: Final = 36
"""The tallest bar, in the units of its drawing."""
LONGEST: Final = 400
"""Days the chart can hold; a longer window shows only its days with entries."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of the chart: where its bar begins and how tall it is, its label, and whether it has entries."""

    iso: str
    number: int
    month: str
    initial: str
    label: str
    top: float
    height: float
    entries: int
    is_target: bool
    is_weekend: bool


def volume_bars(timeline: Timeline) -> tuple[Bar, ...]:
    """The bars from the timeline's first day to its last (and to the last entry's day)."""
    heard = {volume.day: volume.mentions for volume in timeline.volume}
    counts: dict[dt.date, int] = {}
    for entry in timeline.entries:
        counts[entry.day] = counts.get(entry.day, 0) + 1
    if not heard:
        heard = dict(counts)
    first = min([timeline.first, *counts])
    last = max([timeline.last, *counts])
    span = (last - first).days + 1
    days = [first + dt.timedelta(days=n) for n in range(span)] if span <= LONGEST else sorted(counts)
    most = max((heard.get(day, 0) for day in days), default=0) or 1
    goal = timeline.target.day if timeline.target else None
    return tuple(_bar(day, at, heard.get(day, 0), most, counts.get(day, 0), goal) for at, day in enumerate(days))


def _bar(day: dt.date, at: int, heard: int, most: int, entries: int, goal: dt.date | None) -> Bar:
    height = round(max(HEIGHT * heard / most, 2.0), 1) if heard else 1.0
    said = [day_words(day, weekday=True), count_words(heard, "mention"), count_words(entries, "entry", "entries")]
    if day == goal:
        said.append("the event asked about")
    return Bar(
        day.isoformat(),
        day.day,
        month_words(day.month) if not at or day.day == 1 else "",
        f"{day:%a}"[0],
        "; ".join(said),
        round(HEIGHT - height, 1),
        height,
        entries,
        day == goal,
        day.weekday() >= 5,
    )
