"""When what a sentence tells of happened: from the expressions in it, the heading over it, the story so far.

Three rules hold throughout. What the text places elsewhere, even loosely ("in 2010", "last month", "since May"), never
falls back to the publication day. A sentence that tells of no happening (a view, a habit, a standing fact) has no day
at all. And a day that stands in an aside, in what is quoted, or in the name of another event comes after the day of
the main clause.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from leadup.lang import any_of, kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import DateAnchor, DateReason, DateSpan, EventDate, Timex, as_inferred
from leadup.model.reason import SECTION
from leadup.reading.candidate_dates import candidate_dates
from leadup.reading.date_weights import (
    BOUNDING,
    CARRIED,
    DOUBTFUL,
    PERIOD,
    PUBLISHED,
    RUNNING,
    SUBORDINATE,
    UNDER_HEADING,
)
from leadup.reading.page import NEWS, QUOTING, SAYING, Page
from leadup.reading.scope import is_background, is_of_a_thing, loosely
from leadup.reading.telling import Telling, is_of_now, tells_past
from leadup.reading.today import is_of_these_times


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("dating", language)
        # A past happening taken up again keeps the day it was given: "in that assault", "the attack".
        self.taken_up = re.compile(
            rf"\b(?:{self.words['taking_up']})\s+(?:{self.words['same']})\s+(?:{any_of(self.words['happenings'])}){word_endings(language).maybe_plural}\b",
            re.I,
        )
        self.afterwards = re.compile(rf"\b(?:{self.words['afterwards']})\s+\Z", re.I)
        self.poll_hints: tuple[str, ...] = tuple(self.words["poll_hints"])
        self.since = re.compile(self.words["since"], re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_GOES_ON = "goes-on"

DRIFT = 4
"""For so many sentences after one of another time what is told as past goes on from it, and is not of the article's
day: of 62 such sentences of real articles 16 were of it, of those further on about half."""
_YEAR = 366
"""Days before the article's own from which on what a day only bounds is of no news."""
_AGO = 10
"""Days before the article's own from which on a day is of another time."""


class Before(NamedTuple):
    """The sentence before in the same paragraph: the date it was given, and whether a sentence may go on from it.

    ``past``: it was told as past, of no day to come; ``near``: its day is of the week of the article's own, so that
    what is said after it may have been said on it; ``close``: it is of the last few days, which news tells on from. Of
    26 sentences told as past that went on from a day further back 4 were of that day; of 26 that went on from a close
    one 11, and 10 of the 16 that are left once those of a state are not ("was in hospital").
    """

    date: EventDate
    past: bool
    near: bool = True
    close: bool = True


def event_dates(
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    section: dt.date | None,
    before: Before | None,
    page: Page,
    told: Telling,
    lead: bool = False,
    adrift: bool = False,
    *,
    language: str,
) -> tuple[EventDate, ...]:
    """The days that the sentence ``text[start:end]`` tells of, best first; empty where it has none, or none is known.

    ``timexes`` are those inside the sentence, ``section`` the day of the heading over it, ``before`` the sentence
    before it in the same paragraph, ``told`` what the sentence does, ``lead`` whether it is of the article's head,
    ``adrift`` whether the text is just telling of another time (:func:`drifting`). Each date says why. A span of a week
    or more ("in 2010") says that the sentence belongs there and to no single day that is known.
    """
    forms = _forms(language)
    earlier = before.date if before is not None else None
    written: list[EventDate] = []
    if timexes:
        written += candidate_dates(text, start, end, timexes, section, page, told, earlier, language)
        written = _without_loose_clocks(written)
        written.sort(key=lambda d: -d.weight)
    best = written[0].weight if written else 0.0
    taken = before.date if before is not None else page.last
    if best < RUNNING and taken is not None and forms.taken_up.search(text, start, end) and not _placed(written):
        written.append(_from_before(taken, "takes-up", RUNNING))
    elif best < SUBORDINATE and section is not None and best != PERIOD:
        if (
            told.manner != "earlier"
            and not _repeated(text, start, timexes, language)
            and not _afterwards(text, start, told, forms)
        ):
            reason = DateReason("heading", DateAnchor(section.isoformat(), SECTION))
            written.append(EventDate(DateSpan.day(section), "heading", reason, UNDER_HEADING))
    elif best < PUBLISHED and is_background(text, start, end, told, language):
        pass
    elif best < PUBLISHED and before is not None and _goes_on(text, start, told, before, page, language):
        written.append(_from_before(before.date, _GOES_ON, CARRIED))
    elif best < PUBLISHED and section is None and (own := page.own_of(is_of_now(text, told, language))) is not None:
        today = happened(text, start, end, told, page, lead, language) and not loosely(
            text, start, end, timexes, told, language
        )
        these_times = told.manner not in ("past", "said", "quoted") and any(
            is_of_these_times(text, start, t, told, page.news, language) for t in timexes
        )
        far_off = told.manner == "past" and _long_ago(written, page)
        if today and not these_times and not far_off and not (adrift and told.manner == "past"):
            written.append(own)
    written.sort(key=lambda d: -d.weight)
    if page.inferred:
        written = [replace(d, reason=as_inferred(d.reason)) for d in written]
    return tuple(_distinct(written))


def of_days(days: DateSpan | None, dates: Sequence[EventDate]) -> tuple[EventDate, ...]:
    """The days that a sentence tells of under a heading that names no single day: its own, or, where it has none, the
    ``days`` of the heading; never that of the article."""
    own = tuple(d for d in dates if d.by != "published")
    if own or days is None:
        return own
    reason = DateReason("heading-days", values={"first": f"{days.first}", "last": f"{days.last}"})
    return (EventDate(days, "heading", reason, UNDER_HEADING),)


def _from_before(before: EventDate, rule: str, weight: float) -> EventDate:
    """The date of a sentence before, resting on its reason (or, where that one goes on itself, on what from)."""
    reason = before.reason
    if isinstance(reason, DateReason) and reason.rule == _GOES_ON and reason.of:
        reason = reason.of
    return EventDate(before.span, "narrative", DateReason(rule, of=reason), weight)


def drifting(
    since: int,
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    dates: Sequence[EventDate],
    told: Telling,
    page: Page,
    language: str,
) -> int:
    """How many sentences ago, this one included, the text told of a time long before its article's.

    ``since`` is the same before this sentence; :data:`DRIFT` and more is no longer of account.
    """
    if dates and dates[0].by != "published":
        last = dates[0].span.last
        return 0 if last is not None and page.published is not None and (page.published - last).days > _AGO else DRIFT
    if not dates and timexes and loosely(text, start, end, timexes, told, language):
        return 0
    return min(DRIFT, since + 1)


def _long_ago(dates: Sequence[EventDate], page: Page) -> bool:
    """Does a day bound the sentence that is years before the article's ("The days following the May 4, 2001, fire
    were long")?"""
    lasts = [d.span.last for d in dates if d.by == "timex" and d.weight == BOUNDING]
    return any(
        last is not None and page.published is not None and (page.published - last).days > _YEAR for last in lasts
    )


def _without_loose_clocks(dates: list[EventDate]) -> list[EventDate]:
    """The dates, a time of the clock that names no day made doubtful where the sentence itself names one: "the pier
    closed at midnight, after the council voted early Tuesday"."""
    loose = [
        d.span.granularity == "minute" and isinstance(d.reason, DateReason) and d.reason.rule == "day-of" for d in dates
    ]
    named = any(
        d.weight >= SUBORDINATE and d.span.single is not None
        for d, clock in zip(dates, loose, strict=True)
        if not clock
    )
    if not named or not any(loose):
        return dates
    return [replace(d, weight=min(d.weight, DOUBTFUL)) if clock else d for d, clock in zip(dates, loose, strict=True)]


def _placed(dates: Sequence[EventDate]) -> bool:
    return any(d.weight >= PERIOD for d in dates)


def _afterwards(text: str, start: int, told: Telling, forms: _Forms) -> bool:
    """Was what somebody says said some time after the day that is told of?"""
    return told.manner == "said" and forms.afterwards.search(text, start, told.verb) is not None


def _repeated(text: str, start: int, timexes: Sequence[Timex], language: str) -> bool:
    return any(t.type == "SET" and not is_of_a_thing(text, start, t, language) for t in timexes)


def _goes_on(text: str, start: int, told: Telling, before: Before, page: Page, language: str) -> bool:
    if not before.past or told.habit:
        return False
    elsewhere = page.published is not None and page.published not in before.date.span
    if elsewhere and is_of_now(text, told, language) and not tells_past(text[start : told.verb], language):
        return False
    if told.manner == "past":
        return before.close and not told.state
    return before.near and told.manner in ("said", "quoted")


def happened(text: str, start: int, end: int, told: Telling, page: Page, lead: bool, language: str) -> bool:
    """Does the sentence tell of something of the article's own day, if nothing else dates it?

    At an article's head the perfect tells the news ("Police have arrested two men"); further on, what has long been so.
    Below the head a state that is told as past ("the port was of wood") is of another time: of six such sentences of
    real articles one was of the article's day.
    """
    forms = _forms(language)
    if told.habit or text[end - 1] == "?":
        return False
    if told.manner == "quoted":
        return page.news >= QUOTING
    if told.manner == "said":
        return page.news >= SAYING
    new = lead and told.manner == "perfect" and not forms.since.search(text, start, end)
    if told.manner == "past" and told.stood and not (lead or page.running or page.of):
        return False
    if new or told.manner in ("past", "going on"):
        return page.news >= NEWS and not told.view
    return _polled(text, start, end, forms)


def _polled(text: str, start: int, end: int, forms: _Forms) -> bool:
    sentence = text[start:end]
    for hint in forms.poll_hints:
        if hint in sentence:
            return bool(_poll(forms.language).search(text, start, end))
    return False


@cache
def _poll(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    verbs = any_of(kept_table("telling", language)["polled"])
    return re.compile("".join(forms.words["poll"]).format(verbs=verbs))


def _distinct(dates: Sequence[EventDate]) -> Iterator[EventDate]:
    seen = set()
    for date in dates:
        days = (date.span.first, date.span.last)
        if days not in seen:
            seen.add(days)
            yield date
