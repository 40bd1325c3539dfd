"""Whether two things told are two: what may be a restatement of a thing answers nothing of it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from leadup.lang import kept_table, month_names, weekday_names, with_calendar
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.node import ChainNode

_WEEK = 7
_OPENING_LETTERS = 3
_AROUND = dt.timedelta(1)
OPENING = 12
"""Code points before a cue that opens its sentence: what follows its argument is then what the sentence tells."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["distinct"]
        self.dated = re.compile(with_calendar(words["dated"], language), re.IGNORECASE)
        self.dated_before = re.compile(with_calendar(words["dated_before"], language), re.IGNORECASE)
        self.weekdays = re.compile(with_calendar(words["weekday"], language))
        self.lately = re.compile(words["lately"], re.IGNORECASE)
        self.by_opening = {
            name[:_OPENING_LETTERS].lower(): number for number, name in enumerate(month_names(language=language), 1)
        }


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def month_of(name: str, language: str) -> int:
    """The number of a month by its name, in full or short."""
    return _forms(language).by_opening[name[:_OPENING_LETTERS].lower()]


def names_day(words: str, day: dt.date | None, language: str) -> bool:
    """Whether a date or a weekday in these words is this day's."""
    if day is None:
        return False
    dates = _dates(words, language)
    if dates:
        return (day.month, day.day) in dates
    return any(m[1] == weekday_names(language)[day.weekday()] for m in _forms(language).weekdays.finditer(words))


def is_before_lately(words: str, day: dt.date, reported: dt.date, language: str) -> bool:
    """Whether words mean what took place lately ("the raid last week"), and ``day`` is before the calendar week before
    that of the day ``reported``; the Sunday before that week is not, as it may be the same day elsewhere."""
    start = reported - dt.timedelta(reported.weekday() + _WEEK)
    return day < start - _AROUND and _forms(language).lately.search(words) is not None


def days_named(words: str, reported: dt.date, language: str) -> frozenset[dt.date]:
    """The days that dates and weekdays in these words of a report name: the last such day up to that of the report."""
    found = set()
    dates = _dates(words, language)
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
        for m in _forms(language).weekdays.finditer(words):
            back = (reported.weekday() - weekday_names(language).index(m[1])) % _WEEK
            found.add(reported - dt.timedelta(back))
    return frozenset(found)


def _dates(words: str, language: str) -> frozenset[tuple[int, int]]:
    """Months and days of the dates in these words, whichever stands first."""
    forms = _forms(language)
    dated = ((m[1], m[2]) for m in forms.dated.finditer(words))
    before = ((m[2], m[1]) for m in forms.dated_before.finditer(words))
    return frozenset((month_of(month, language), int(day)) for month, day in (*dated, *before))


def names_some_day(words: str, language: str) -> bool:
    """Whether any date or weekday stands in these words."""
    forms = _forms(language)
    return bool(forms.dated.search(words) or forms.dated_before.search(words) or forms.weekdays.search(words))


def told_by_cause(one: ChainNode, cue: Cue, language: str) -> bool:
    """Whether what stands on the day of ``one`` is what a cue names, and not what the sentence tells.

    "The raid came in response to the killing of the envoy, in Hask on Jan. 3", placed on Jan. 3, is
    there for the killing.
    """
    if cue.from_ >= cue.end and cue.start > OPENING:
        return names_day(one.text[cue.from_ :], one.day, language) and not names_day(
            one.text[: cue.start], one.day, language
        )
    outside = f"{one.text[: cue.from_]} {one.text[cue.to :]}"
    return names_day(one.text[cue.from_ : cue.to], one.day, language) and not names_day(outside, one.day, language)


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
