"""The dates that the expressions of a sentence give to what it tells of, and how surely each does.

A day that stands in an aside, in what is quoted, or in the name of another event comes after the day of the main
clause; one that only bounds what happened ("since Monday") comes after both.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any

from leadup.lang import any_of, kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import DateAnchor, DateReason, DateSpan, EventDate, Reason, Timex
from leadup.model.reason import LAST, OWN
from leadup.reading.bounded import (
    LONGEST_EVENT,
    at_a_clock,
    bounds,
    comes_before,
    days_back,
    had_before,
    is_next_day_in_passing,
    long_before,
    long_ranges,
)
from leadup.reading.date_weights import ASIDE, BOUNDING, DOUBTFUL, EXPLICIT, PERIOD, RUNNING, SPANNING, SUBORDINATE
from leadup.reading.page import Page, counted_from_own, names_a_thing, weekday_of_own
from leadup.reading.planned import HOLIDAY, planned
from leadup.reading.scope import dates_main, has_but_begun, is_of_some_week, is_only_said, is_that_day, scope_forms
from leadup.reading.subordinate import Standing, is_added, standing
from leadup.reading.telling import Telling
from leadup.reading.today import is_of_these_times


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("dating", language)
        self.up_to = re.compile(words["up_to"], re.I)
        # What follows is told of something in the main clause, not the news itself: "… on Monday condemned the strikes
        # that killed 24 a day earlier".
        self.relative = re.compile(rf"\b(?:{words['subordinating']})\s+(?:[\w'’-]+\s+){{1,12}}$", re.I)
        # A second clause that looks ahead: "The roads opened on schedule, and the entrance will open on May 10".
        self.then_ahead = re.compile(words["then_ahead"], re.I)
        # What was said or written to be still to come: "posters declaring that there would be a fair on Saturday".
        self.to_be = re.compile(words["to_be"], re.I)
        # What opens a sentence about what was told right before: "The attack began at noon".
        self.the_happening = re.compile(
            rf"\W*(?:{words['the']})\s(?:\w+\s)?(?:{any_of(words['happenings'])}){word_endings(language).maybe_plural}\b",
            re.I,
        )
        self.in_a_night: frozenset[str] = frozenset(words["in_a_night"])
        self.here = re.compile(words["here"], re.I)
        self.of_the_month = re.compile(words["of_the_month"], re.I)
        self.days_off = re.compile(words["days_off"], re.I)
        self.on_a_day = re.compile(rf"\b{words['under']['on']}\s$", re.I)
        self.deeds = re.compile(
            rf"\s(?:\w+\s)?(?:{any_of(words['happenings'])}){word_endings(language).maybe_plural}\b", re.I
        )
        self.verb_follows = scope_forms(language).verb_follows


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


# A post's own stamp, which its maker writes in UTC: "— Name (@name) October 21, 2016".
_POSTED = re.compile(r"\(@\w{1,30}\)\s*$")
_NINE_ELEVEN, _FROM = "nine eleven", "from"
"""Rules of ``leadup.times``."""
_LONG_UNITS = ("Y", "M")
"""Units (TIMEX3) so long that no day is meant that is so many of them from another: "nine years before 9/11"."""
_DAY_LONG = len("2020-01-05")
_OPENING = 12
"""Code points after a sentence's first within which a period opens it."""
_COUNTED = 40
"""Code points between "a day after" and the day that it is counted from."""
_MONTH_AFTER = 40
"""Code points between a weekday and the month that it is one of."""
_BACK = 200
"""Code points before a day within which the words that make it a day to come are looked for."""


def candidate_dates(
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    section: dt.date | None,
    page: Page,
    told: Telling,
    before: EventDate | None,
    language: str,
) -> Iterator[EventDate]:
    """The date that each expression of the sentence ``text[start:end]`` gives it, weighed by ``date_weights``.

    ``timexes`` are those inside the sentence, ``section`` is the day of the heading over it, ``told`` what the sentence
    does, ``before`` the date of the sentence before in the same paragraph.
    """
    forms = _forms(language)
    first_said = 0
    anchored: Timex | None = None
    period = False
    surely: set[str] = set()
    ranges = long_ranges(text, start, timexes, language)
    for timex in timexes:
        span = ranges.get(timex.start, timex.span)
        counted_from = anchored if anchored is not None and timex.start - anchored.end <= _COUNTED else None
        anchored = timex if timex.anchor_event and timex.type == "DURATION" else None
        if span is None or (timex.type not in ("DATE", "TIME") and anchored is None):
            continue
        if is_of_these_times(text, start, timex, told, page.news, language):
            continue
        reason = timex.reason or DateReason("said", values={"exact": timex.exact})
        if span.first is None or span.last is None or (span.last - span.first).days >= LONGEST_EVENT:
            if (
                not forms.up_to.search(text, max(start, timex.start - 24), timex.start)
                and dates_main(text, start, end, timex, told, page.published, language)
                and not (told.manner == "said" and is_added(text, start, timex, told, language))
            ):
                period = True
                first_said = first_said or timex.end
                yield EventDate(span, "timex", reason, PERIOD)
            continue
        span, reason = _as_posted(text, start, timex, span, reason, page)
        unsure = before is None and _is_of_either_day(text, start, timex, reason, page, forms)
        unsure = (
            unsure
            or (
                counted_from is not None
                and counted_from.value.endswith(_LONG_UNITS)
                and "," not in text[counted_from.end : timex.start]
            )
            or is_of_some_week(text, start, timex, told, language)
            or _is_of_no_day(timex, reason, told, forms)
            or _is_counted_astray(timex, page, before, surely)
        )
        span, reason = _of_running_day(timex, span, reason, page)
        loose_clock = _is_bare_clock(timex, reason) and _is_elsewhere(before, page)
        past = page.published is not None and span.last is not None and span.last < page.published
        long_past = section is None and days_back(timex, page) > LONGEST_EVENT
        stands = standing(
            text, start, timex, told, past=past, long_past=long_past, dated=bool(first_said), language=language
        )
        if span.single == page.published:
            stands = Standing.MAIN
        aside = (
            is_only_said(timex, told, page)
            or _then_ahead(text, timex, told, forms)
            or _to_be(text, timex, told, bool(first_said), forms)
            or _far_off(span, section, timex, told)
            or _of_a_period(text, start, timex, timexes, told, forms)
            or (past and _of_a_thing_that_stands(text, start, timex, told, forms))
            or stands is Standing.UNDER
            or _names_the_attacks(text, start, timex, told, forms)
        )
        ahead = planned(text, start, end, timex, told, page.published, later=page.later, language=language)
        if (
            ahead
            or is_next_day_in_passing(text, start, timex, told, page, language)
            or is_that_day(timex, language)
            or loose_clock
            or unsure
            or _is_of_days_off(text, timex, forms)
        ):
            weight = DOUBTFUL
        elif aside:
            weight = ASIDE
        elif comes_before(text, start, timex, told, page, language):
            weight = DOUBTFUL
        # "A day after the Dec. 29 attack": the second day is only what the first is counted from.
        elif (
            stands is Standing.ADDED
            or counted_from is not None
            or long_before(text, timex, told, page, language)
            or had_before(text, first_said, timex, language)
            or bounds(text, start, timex, language)
        ):
            weight = BOUNDING
        elif span.single is None:
            weight = SPANNING
        elif (first_said and forms.relative.search(text, max(first_said, timex.start - 80), timex.start)) or (
            timex is not timexes[-1] and forms.verb_follows.match(text, timex.end)
        ):
            weight = ASIDE if period else SUBORDINATE
        else:
            weight = EXPLICIT
            surely.add(timex.value[:_DAY_LONG])
        first_said = first_said or timex.end
        yield EventDate(span, "timex", reason, weight)


def _of_a_period(text: str, start: int, t: Timex, timexes: Sequence[Timex], told: Telling, forms: _Forms) -> bool:
    """Is a weekday that was counted from the article's day one of a period that the sentence tells of?

    "On a bright Saturday in September", "In 1993, as a pupil, she came to Sunday school".
    """
    if t.span is None or not weekday_of_own(t):
        return False
    opening = takewhile(lambda other: other.start - start <= _OPENING, timexes)
    after = bisect.bisect_left(timexes, t.end, key=lambda other: other.start)
    following = takewhile(lambda other: other.start - t.end <= _MONTH_AFTER, islice(timexes, after, None))
    for other in (*opening, *following):
        span = other.span
        if other.type != "DATE" or span is None or span.first is None or span.last is None:
            continue
        if (span.last - span.first).days < LONGEST_EVENT or span.first <= (t.span.first or span.first) <= span.last:
            continue
        if forms.of_the_month.fullmatch(text, t.end, other.start):
            return True
        if (
            other.start - start <= _OPENING
            and other.end <= t.start
            and dates_main(text, start, t.start, other, told, None, forms.language)
        ):
            return True
    return False


def _of_running_day(t: Timex, span: DateSpan, reason: Reason, page: Page) -> tuple[DateSpan, Reason]:
    """ "Later in the day", where a report goes on from a day before its own: that day."""
    if page.running is None or span.single != page.published or not counted_from_own(t):
        return span, reason
    if not isinstance(reason, DateReason) or not (reason.values.get("edge") or _is_bare_clock(t, reason)):
        return span, reason
    return page.running.span, DateReason("running", of=page.running.reason)


def _is_of_either_day(text: str, start: int, t: Timex, reason: Reason, page: Page, forms: _Forms) -> bool:
    """Is a time of the day of the article's own day or of another, and nobody can tell: "at noon" or "earlier in the
    day" in a paragraph after one that told of the day before?

    Not where the sentence takes up what was told: "The attack began at noon".
    """
    if not counted_from_own(t) or not isinstance(reason, DateReason):
        return False
    clock = _is_bare_clock(t, reason)
    last = page.last.span.single if page.last is not None else None
    elsewhere = page.running is not None or (not clock and last not in (None, page.published))
    return elsewhere and bool(clock or reason.values.get("edge")) and forms.the_happening.match(text, start) is None


def _is_of_no_day(t: Timex, reason: Reason, told: Telling, forms: _Forms) -> bool:
    """Does an expression say nothing of the day on which the sentence's news happened? So of

    - a time of the clock in what stands or is to come ("polls close at 7 p.m."), or behind a day from which on
      something else was so ("sought since Monday, he was caught at 3 a.m.");
    - a night that somebody quoted only names for how fast a thing went;
    - the part of a month or week that has only begun ("earlier this month", on the first);
    - a length in long units, which is counted from a day.
    """
    if has_but_begun(t) or (at_a_clock(t) and isinstance(reason, DateReason) and reason.rule == _FROM):
        return True
    if t.type == "DURATION" and t.value.endswith(_LONG_UNITS):
        return True
    if any(a <= t.start < b for a, b in told.quoted) and t.exact.lower() in forms.in_a_night:
        return True
    return at_a_clock(t) and _is_bare_clock(t, reason) and told.manner in ("standing", "to come", "perfect")


def _is_counted_astray(t: Timex, page: Page, before: EventDate | None, surely: Collection[str]) -> bool:
    """Is "a day earlier" or "in the morning" counted from a day that was only named, and not told of: neither by the
    sentences before nor by this one?"""
    if t.anchor is None or t.anchor.name != LAST:
        return False
    if len(t.anchor.value) < _DAY_LONG:
        return True  # "later that day", after a year
    of_that_day = t.type == "TIME" and isinstance(t.reason, DateReason) and t.reason.rule == "day-of"
    if not of_that_day and (t.rule != "shifted" or t.type != "DATE"):
        return False
    told = {d.span.single for d in (page.last, before) if d is not None and d.weight >= RUNNING}
    anchor = t.anchor.value[:_DAY_LONG]
    return page.published is not None and anchor not in surely and anchor not in {str(day) for day in told}


def _names_the_attacks(text: str, start: int, t: Timex, told: Telling, forms: _Forms) -> bool:
    """Does a day name what was done on it, and not say when: "the 9/11 Commission", "to prevent another 9/11"?

    Not where it opens the sentence or stands behind "on", nor where what was done is told ("the 9/11 attacks killed").
    """
    if t.rule != _NINE_ELEVEN or t.start == start or forms.on_a_day.search(text, max(start, t.start - 4), t.start):
        return False
    return not (t.start < told.verb and forms.deeds.match(text, t.end))


def _is_of_days_off(text: str, t: Timex, forms: _Forms) -> bool:
    """Does a holiday name the days off about it: "the Easter recess"?"""
    return t.rule == HOLIDAY and forms.days_off.match(text, t.end) is not None


def _of_a_thing_that_stands(text: str, start: int, t: Timex, told: Telling, forms: _Forms) -> bool:
    """Is it the day of a thing that only something is shown of: "Here are five views of Friday's debate"?"""
    return told.manner == "standing" and names_a_thing(text, t, forms.language) and bool(forms.here.match(text, start))


def _is_bare_clock(t: Timex, reason: Reason) -> bool:
    """Is it a time of the clock that names no day ("around 8 p.m.")?"""
    return t.type == "TIME" and counted_from_own(t) and isinstance(reason, DateReason) and reason.rule == "day-of"


def _is_elsewhere(before: EventDate | None, page: Page) -> bool:
    """Does the sentence before, in the same paragraph, tell of another time than the article's day?"""
    return before is not None and page.published is not None and page.published not in before.span


def _far_off(span: DateSpan, section: dt.date | None, t: Timex, told: Telling) -> bool:
    """Under a heading, what is said of a day far from it was said on the heading's day."""
    if section is None or span.first is None or told.manner != "said" or not 0 <= told.verb < t.start:
        return False
    return abs((span.first - section).days) > LONGEST_EVENT


def _then_ahead(text: str, t: Timex, told: Telling, forms: _Forms) -> bool:
    if told.verb < 0 or told.manner not in ("past", "said") or t.start < told.verb:
        return False
    match = forms.then_ahead.search(text, max(told.verb, t.start - _BACK), t.start)
    return match is not None and not any(a <= match.start() < b for a, b in told.quoted)


def _to_be(text: str, t: Timex, told: Telling, after_another: bool, forms: _Forms) -> bool:
    """Is a day of what was said to come? Where a verb of saying has no day of its own, the sentence is about that."""
    manners = ("past", "perfect", "said") if after_another else ("past", "perfect")
    if told.verb < 0 or told.manner not in manners or t.start < told.verb:
        return False
    return bool(forms.to_be.search(text, max(told.verb, t.start - _BACK), t.start))


def _as_posted(text: str, start: int, t: Timex, span: DateSpan, reason: Reason, page: Page) -> tuple[DateSpan, Reason]:
    """A post's stamp of the day after the article's: west of Greenwich that is the article's own evening."""
    if page.published is None or span.single != page.published + dt.timedelta(1):
        return span, reason
    if not _POSTED.search(text, max(start, t.start - 40), t.start):
        return span, reason
    return DateSpan.day(page.published), DateReason("posted", DateAnchor(page.published.isoformat(), OWN), reason)
