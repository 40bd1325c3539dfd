"""Whether two things told are two: what may be a restatement of a thing answers nothing of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from leadup.lang import month_names, table, weekday_names, with_calendar
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.node import ChainNode

_WORDS: dict[str, Any] = table("chain")["distinct"]

_DATED = re.compile(with_calendar(_WORDS["dated"]), re.IGNORECASE)
_DATED_BEFORE = re.compile(with_calendar(_WORDS["dated_before"]), re.IGNORECASE)
_WEEKDAYS = re.compile(with_calendar(_WORDS["weekday"]))
_LATELY = re.compile(_WORDS["lately"], re.IGNORECASE)
_WEEK = 7
_OPENING_LETTERS = 3
_BY_OPENING = {name[:_OPENING_LETTERS].lower(): number for number, name in enumerate(month_names(), 1)}
_AROUND = dt.timedelta(1)
OPENING = 12
"""Code points before a cue that opens its sentence: what follows its argument is then what the sentence tells."""


def month_of(name: str) -> int:
    """The number of a month by its name, in full or short."""
    return _BY_OPENING[name[:_OPENING_LETTERS].lower()]


def names_day(words: str, day: dt.date | None) -> bool:
    """Whether a date or a weekday in these words is this day's."""
    if day is None:
        return False
    dates = _dates(words)
    if dates:
        return (day.month, day.day) in dates
    return any(m[1] == weekday_names()[day.weekday()] for m in _WEEKDAYS.finditer(words))


def is_before_lately(words: str, day: dt.date, reported: dt.date) -> bool:
    """Whether words mean what took place lately ("the raid last week"), and ``day`` is before the calendar week before
    that of the day ``reported``; the Sunday before that week is not, as it may be the same day elsewhere."""
    start = reported - dt.timedelta(reported.weekday() + _WEEK)
    return day < start - _AROUND and _LATELY.search(words) is not None


def days_named(words: str, reported: dt.date) -> frozenset[dt.date]:
    """The days that dates and weekdays in these words of a report name: the last such day up to that of the report."""
    found = set()
    dates = _dates(words)
    for month, day in dates:
        for year in (reported.year, reported.year - 1):
            try:
                named = dt.date(year, month, day)
            except ValueError:
                continue
            if named <= reported:
                found.add(named)
                break
    if not dates:
        for m in _WEEKDAYS.finditer(words):
            back = (reported.weekday() - weekday_names().index(m[1])) % _WEEK
            found.add(reported - dt.timedelta(back))
    return frozenset(found)


def _dates(words: str) -> frozenset[tuple[int, int]]:
    """Months and days of the dates in these words, whichever stands first."""
    dated = ((m[1], m[2]) for m in _DATED.finditer(words))
    before = ((m[2], m[1]) for m in _DATED_BEFORE.finditer(words))
    return frozenset((month_of(month), int(day)) for month, day in (*dated, *before))


def names_some_day(words: str) -> bool:
    """Whether any date or weekday stands in these words."""
    return bool(_DATED.search(words) or _DATED_BEFORE.search(words) or _WEEKDAYS.search(words))


def told_by_cause(one: ChainNode, cue: Cue) -> bool:
    """Whether what stands on the day of ``one`` is what a cue names, and not what the sentence tells.

    "The raid came in response to the killing of the envoy, in Hask on Jan. 3", placed on Jan. 3, is
    there for the killing.
    """
    if cue.from_ >= cue.end and cue.start > OPENING:
        return names_day(one.text[cue.from_ :], one.day) and not names_day(one.text[: cue.start], one.day)
    outside = f"{one.text[: cue.from_]} {one.text[cue.to :]}"
    return names_day(one.text[cue.from_ : cue.to], one.day) and not names_day(outside, one.day)


def may_be_one(one: ChainNode, other: ChainNode, kinds: frozenset[str], names: int) -> bool:
    """Whether two things told may be one happening told twice: of one day or the next, of one kind, with
    a name in both.

    ``kinds`` are the kinds of deed that both tell of first-hand, ``names`` counts the names that stand in both. What
    someone says is another thing than what happened.
    """
    if one.statement != other.statement:
        return False
    if one.day is None or other.day is None:
        return False
    return abs(one.day - other.day) <= _AROUND and bool(kinds) and names > 0
