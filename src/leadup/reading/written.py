"""Pages that were written on after their stated day, and which of their weekdays are of that week or of the one before.

A page of a Friday that tells "on Saturday the council met", as past, was written on at least until Saturday; its
"Sunday" is then of the next day as often as of five days ago, and neither is known. What such a page says of no day at
all may be of any of its days.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from leadup.model import DateReason, DateSpan, EventDate, Timex
from leadup.reading.date_weights import BOUNDING, DOUBTFUL
from leadup.reading.page import counted_from_own, weekday_of_own
from leadup.reading.planned import beside_verb, told_ahead_as_past
from leadup.reading.scope import scope_forms
from leadup.reading.telling import Telling
from leadup.times import told_as
from leadup.times.weekdays import LAST_WEEKDAY

_DAY, _WEEK = dt.timedelta(1), dt.timedelta(7)
_WITHIN, _LATER_DAYS = 45, 3
"""A page was written on that names so many days of the calendar in figures, within so many days after its own."""
_BESIDE_VERB = 60
"""Code points after the main verb, where it tells of what was done, within which a time still dates it."""
_OPENS = 15
"""Code points after a sentence's first within which a time opens it."""
_EITHER_WEEK = (dt.timedelta(-5), dt.timedelta(-4))
"""How far back a weekday of a page that was written on lies when it may be two or three days after it as well. Of
eleven such weekdays five days back, told as past, five were of two days after; of eight four days back none was where
the page had none five days back."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.complement = scope_forms(language).complement


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


class WrittenOn(NamedTuple):
    """How a page was written on: ``days`` are its weekdays that may be of the week after, ``all_weekdays`` whether none
    of them is sure, ``throughout`` whether the page itself tells of such a day as its news; ``stamped`` whether it says
    that it was changed so long after its own day that no weekday is known to be counted from that."""

    days: frozenset[dt.date] = frozenset()
    all_weekdays: bool = False
    throughout: bool = False
    stamped: bool = False


def written_on(
    text: str,
    bounds: Sequence[tuple[int, int]],
    tellings: Sequence[Telling],
    timexes: Sequence[Timex],
    published: dt.date | None,
    stamp: dt.date | None = None,
    *,
    language: str,
) -> WrittenOn:
    """How a page was written on after its stated day; ``bounds`` are its sentences, ``timexes`` its times, in order.

    ``stamp`` is the day on which it says that it was changed last.
    """
    forms = _forms(language)
    if published is None:
        return WrittenOn()
    if stamp is not None and stamp - published >= _WEEK:
        return WrittenOn(all_weekdays=True, stamped=True)
    if _names_later_days(timexes, published):
        return WrittenOn(all_weekdays=True)
    weekdays = [t for t in timexes if weekday_of_own(t) and t.span is not None and t.span.single is not None]
    if not any(_shows_it(text, bounds, tellings, t, published, forms) for t in weekdays):
        return WrittenOn()
    named = {t.span.single - published for t in weekdays if t.span is not None and t.span.single is not None}
    if _EITHER_WEEK[0] not in named:
        return WrittenOn()
    days = frozenset(published + ago for ago in _EITHER_WEEK)
    lead = bounds[0][1] if bounds else 0
    return WrittenOn(days, throughout=any(t.start < lead and t.span and t.span.single in days for t in weekdays))


def _shows_it(
    text: str,
    bounds: Sequence[tuple[int, int]],
    tellings: Sequence[Telling],
    t: Timex,
    published: dt.date,
    forms: _Forms,
) -> bool:
    """Is it a weekday that only a page written on has: the day after, told as past, or "last Monday" of that week?"""
    day = t.span.single if t.span is not None else None
    if day is None:
        return False
    if isinstance(t.reason, DateReason) and t.reason.rule == LAST_WEEKDAY:
        return _DAY < published - day <= published.weekday() * _DAY
    if day != published + _DAY:
        return False
    nth = bisect.bisect_right(bounds, t.start, key=lambda bound: bound[0]) - 1
    if nth < 0 or t.start >= bounds[nth][1]:
        return False
    start, end = bounds[nth]
    return _told_past(text, start, end, t, tellings[nth], forms)


def _names_later_days(timexes: Sequence[Timex], published: dt.date) -> bool:
    """Does it name several days of the calendar after its own, in figures?"""
    later = {
        t.span.single
        for t in timexes
        if t.span is not None
        and t.span.single is not None
        and 0 < (t.span.single - published).days <= _WITHIN
        and any(c.isdigit() for c in t.exact)
        and t.type == "DATE"
    }
    return len(later) >= _LATER_DAYS


def less_sure(
    dates: Sequence[EventDate], timexes: Sequence[Timex], written: WrittenOn, published: dt.date | None
) -> tuple[EventDate, ...]:
    """The dates of a sentence, those less sure that such a page makes doubtful; best first."""
    if not written.all_weekdays and not written.days:
        return tuple(dates)
    out: list[EventDate] = []
    for date in dates:
        resting = [t for t in timexes if t.span == date.span and counted_from_own(t)] if date.by == "timex" else []
        if written.stamped and any(map(weekday_of_own, resting)):
            date = replace(date, weight=DOUBTFUL, reason=DateReason("or-later", of=date.reason))
        elif written.all_weekdays and any(map(weekday_of_own, resting)):
            date = replace(date, weight=min(date.weight, BOUNDING))
        elif date.by in ("timex", "narrative") and date.span.single in written.days and (resting or date.by != "timex"):
            date = replace(date, weight=DOUBTFUL, reason=DateReason("or-week-after", of=date.reason))
        elif written.throughout and date.span.single == published and (resting or date.by != "timex"):
            date = replace(date, weight=DOUBTFUL, reason=DateReason("or-later", of=date.reason))
        out.append(date)
    return tuple(sorted(out, key=lambda d: -d.weight))


def in_either_week(
    dates: Sequence[EventDate],
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    published: dt.date | None,
    told: Telling,
    language: str,
) -> tuple[EventDate, ...]:
    """The dates, those of a weekday that is the day after the article's in both its readings, neither of which stands
    alone: the next day, if the text was written on, or six days before.

    Only what the main verb tells as past can be either. Of 19 such weekdays of texts that name no day of their own 8
    were of the next day.
    """
    forms = _forms(language)
    if published is None or not any(d.by == "timex" and (d.span.single == published + _DAY) for d in dates):
        return tuple(dates)
    past = {t.span for t in timexes if weekday_of_own(t) and _told_past(text, start, end, t, told, forms)}
    out: list[EventDate] = []
    for date in dates:
        day = date.span.single
        if day != published + _DAY or date.span not in past or date.by != "timex":
            out.append(date)
            continue
        earlier = DateSpan(day - _WEEK, day - _WEEK, date.span.granularity)
        out.append(replace(date, weight=DOUBTFUL, reason=DateReason("or-week-before", of=date.reason)))
        out.append(replace(date, span=earlier, weight=DOUBTFUL, reason=DateReason("week-before", of=date.reason)))
    return tuple(sorted(out, key=lambda d: -d.weight))


def of_another_year(
    dates: Sequence[EventDate],
    text: str,
    start: int,
    timexes: Sequence[Timex],
    published: dt.date | None,
    told: Telling,
    language: str,
) -> tuple[EventDate, ...]:
    """The dates, those to come of what the main verb tells as past made doubtful: which year or week they are of is not
    known ("launched her bid on April 12", in March)."""
    if published is None:
        return tuple(dates)
    past = {
        t.span
        for t in timexes
        if told_ahead_as_past(t, told, published) and beside_verb(text, start, t, told, language)
    }
    out = [replace(d, weight=DOUBTFUL) if d.by == "timex" and d.span in past else d for d in dates]
    return tuple(sorted(out, key=lambda d: -d.weight))


def _told_past(text: str, start: int, end: int, t: Timex, told: Telling, forms: _Forms) -> bool:
    """Is what is told of a time told as past, by its own words as by the main verb?"""
    return (
        _by_its_verb(text, start, t, told, forms)
        and told_as(text, start, end, t.start, t.end, language=forms.language) == "past"
    )


def _by_its_verb(text: str, start: int, t: Timex, told: Telling, forms: _Forms) -> bool:
    """Does a time stand beside the verb of the main clause, told as past, or open the sentence?"""
    after = text[t.end : t.end + 1]
    if told.manner not in ("past", "said") or not (after.isspace() or after in ",."):
        return False
    if t.start < told.verb:
        return t.start - start <= _OPENS
    between = text[told.verb : t.start].partition(" ")[2]
    return len(between) <= _BESIDE_VERB and not (told.manner == "said" and forms.complement.search(between))
