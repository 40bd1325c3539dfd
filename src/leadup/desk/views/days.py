"""The days around an answer's window, each with how many articles name what was asked, and where each leads to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from leadup.desk.questions import query_of
from leadup.errors import BadQuestion
from leadup.ingest import Archive
from leadup.model import Timeline
from leadup.output.days_in_words import day_words, month_words
from leadup.output.phrases import count_words

AROUND: Final = 16
"""Days shown before and after the window, at least."""
MOST: Final = 150
HEIGHT: Final = 40


@dataclass(frozen=True, slots=True)
class DayBar:
    """A day as a bar: how many articles name what was asked, its height and that of all articles (each on a scale of
    its own), whether the window holds it, what clicking it asks for, and that in words.

    ``query`` is empty where a window cannot end there.
    """

    iso: str
    month: str
    articles: int
    height: float
    all_height: float
    is_inside: bool
    is_target: bool
    query: str
    label: str


def days_around(timeline: Timeline, archive: Archive) -> tuple[DayBar, ...]:
    """The bars; none where the window itself is too long to be shown."""
    window = (timeline.last - timeline.first).days + 1
    beside = min(max(AROUND, window // 2), (MOST - window) // 2)
    if beside < 1:
        return ()
    first = max(timeline.first.toordinal() - beside, 1)
    last = min(timeline.last.toordinal() + beside, dt.date.max.toordinal())
    counted = archive.volume(timeline.question.target, dt.date.fromordinal(first), dt.date.fromordinal(last))
    whole = archive.volume("", dt.date.fromordinal(first), dt.date.fromordinal(last))
    most, busiest = (max(held.values(), default=0) or 1 for held in (counted, whole))
    days = [dt.date.fromordinal(n) for n in range(first, last + 1)]
    return tuple(
        _bar(timeline, day, (counted.get(day, 0), whole.get(day, 0)), (most, busiest), at == 0)
        for at, day in enumerate(days)
    )


def _bar(timeline: Timeline, day: dt.date, counts: tuple[int, int], most: tuple[int, int], is_first: bool) -> DayBar:
    articles, whole = counts
    goal = timeline.target.day if timeline.target else None
    query, what = _leads_to(timeline, day, goal)
    said = f"{day_words(day)}: {articles} of {count_words(whole, 'article')}"
    return DayBar(
        day.isoformat(),
        month_words(day.month) if is_first or day.day == 1 else "",
        articles,
        _height(articles, most[0]),
        _height(whole, most[1]),
        timeline.first <= day <= timeline.last,
        day == goal,
        query,
        f"{said}; {what}" if query else said,
    )


def _height(articles: int, most: int) -> float:
    return round(max(HEIGHT * articles / most, 3.0), 1) if articles else 1.0


def _leads_to(timeline: Timeline, day: dt.date, goal: dt.date | None) -> tuple[str, str]:
    """The question whose window begins (before the event, or the window's middle) or ends on a day."""
    question = timeline.question
    middle = goal or timeline.first + (timeline.last - timeline.first) / 2
    begins = day < middle or (day == middle and goal is None)
    try:
        if question.first is None and goal is not None:
            if day == goal:
                return "", ""
            changed = (
                replace(question, days=(goal - day).days) if begins else replace(question, after=(day - goal).days)
            )
        else:
            first, last = (day, timeline.last) if begins else (timeline.first, day)
            changed = replace(question, first=first, last=last)
    except BadQuestion:
        return "", ""
    return query_of(changed), f"{'begin' if begins else 'end'} on this day"
