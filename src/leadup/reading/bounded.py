"""Days that only bound or background what a sentence tells: since when, up to when, before what, long before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import DateSpan, Timex
from leadup.reading.page import NEWS, Page, weekday_of_own
from leadup.reading.planned import beside_verb
from leadup.reading.scope import in_what_is_said
from leadup.reading.telling import Telling


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("dating", language)
        under: dict[str, Any] = words["under"]
        # Days that only bound or background what happened ("since Monday", "by Friday", "due on March 3"), and those
        # before which it happened, which are asked for first.
        self.bounding = re.compile(rf"\b(?:{words['bounding']})\s*(?:{words['article']}\s*)?$", re.I)
        self.earlier = re.compile(rf"\b(?:{words['earlier_than']})\s*(?:{words['article']}\s*)?$", re.I)
        # "said that nobody had seen it before its release on Monday", "funded through March 27"
        self.before_it = re.compile(
            rf"\b(?:{words['before_it']})\s(?:{under['determiners']})\s(?:[a-z-]+\s){{1,3}}(?:{under['on']}\s)?$", re.I
        )
        self.lasting = re.compile(rf"\b(?:{words['lasting']})\s$", re.I)
        # "from Jan. 1 to June 7", "between May 4 and Aug. 3"
        self.range = re.compile(rf"\b(?:{words['range_from']})\s$", re.I)
        self.to = re.compile(rf",?\s(?:{words['range_to']})\s", re.I)
        # "moved from Feb. 22 to March 2"
        self.moved = re.compile(rf"\b(?:{words['moved']})\s(?:[^\s,;]+\s){{0,8}}?(?:{words['range_from']})\s$", re.I)
        self.had = re.compile(rf"\b(?:{under['had']})\b", re.I)
        self.in_passing = re.compile(rf"(?:\b(?:{under['behind']})\s[^,;]*|\w{word_endings(language).owner}\s)$", re.I)
        self.had_before = re.compile(words["had_before"], re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_RIGHT_BEFORE = 20
"""Code points before a day that hold the longest of the words that bound it."""
_ADDED = 300
"""Code points before a day that hold what is added to the main clause."""
_BACK = 200
"""Code points before a day in which the words stand that it is bounded by."""
LONGEST_EVENT = 7
"""Days that a happening of one day or of a few has at most."""


def bounds(text: str, start: int, t: Timex, language: str) -> bool:
    """Do words stand right before a day by which it only bounds what happened?"""
    forms = _forms(language)
    return _right_before(forms.bounding, text, start, t)


def comes_before(text: str, start: int, t: Timex, told: Telling, page: Page, language: str) -> bool:
    """Did what is told happen before a day, or does it last up to one to come?"""
    forms = _forms(language)
    if _right_before(forms.earlier, text, start, t) or _before_a_thing(text, t, told, forms):
        return True
    return _is_ahead(t, page) and _right_before(forms.lasting, text, start, t)


def long_ranges(text: str, start: int, timexes: Sequence[Timex], language: str) -> dict[int, DateSpan]:
    """The span of each day that, with the next one, bounds a time of more than a week, by where both begin: "closed
    from Jan. 1 to June 7". What was moved from one day to another went on between them for no time."""
    forms = _forms(language)
    date_spans: dict[int, DateSpan] = {}
    for one, other in pairwise(timexes):
        if one.span is None or other.span is None or one.span.single is None or other.span.single is None:
            continue
        if (other.span.single - one.span.single).days < LONGEST_EVENT or not forms.to.fullmatch(
            text, one.end, other.start
        ):
            continue
        moved = forms.moved.search(text, max(start, one.start - _BACK), one.start)
        if not moved and forms.range.search(text, max(start, one.start - _RIGHT_BEFORE), one.start):
            date_spans[one.start] = date_spans[other.start] = DateSpan(one.span.single, other.span.single, "day")
    return date_spans


def had_before(text: str, first_said: int, t: Timex, language: str) -> bool:
    """Does a day stand in what had been before the day of the main clause, and is but added to it: "won on Thursday
    what he wanted, an answer he had sought the day before"?"""
    forms = _forms(language)
    return bool(first_said) and forms.had_before.search(text, max(first_said, t.start - _ADDED), t.start) is not None


def long_before(text: str, t: Timex, told: Telling, page: Page, language: str) -> bool:
    """Is a day long before the article's in what somebody said, who said so on the article's day ("said that the letter
    came on July 9")?

    Of three such days of real articles that were more than a week back none was the sentence's, of 20 closer ones 18.
    """
    return page.news >= NEWS and days_back(t, page) > LONGEST_EVENT and in_what_is_said(text, t, told, language)


def days_back(t: Timex, page: Page) -> int:
    """How many days before the article's own a time ends; 0 where that is not known."""
    last = t.span.last if t.span is not None else None
    return 0 if page.published is None or last is None else (page.published - last).days


def is_next_day_in_passing(text: str, start: int, t: Timex, told: Telling, page: Page, language: str) -> bool:
    """Is a weekday taken for the day after the article's, in what is told as past, but not of what the main verb tells:
    "he took it back hours after the remark on Friday"? It is of the week before as often as not."""
    forms = _forms(language)
    if page.published is None or t.span is None or t.span.single != page.published + dt.timedelta(1):
        return False
    if not weekday_of_own(t) or told.manner != "past" or not 0 <= told.verb < t.start:
        return False
    return (
        not beside_verb(text, start, t, told, language)
        and forms.in_passing.search(text, told.verb, t.start) is not None
    )


def _right_before(by: re.Pattern[str], text: str, start: int, t: Timex) -> bool:
    """Do such words stand right before a day?"""
    return not at_a_clock(t) and by.search(text, max(start, t.start - _RIGHT_BEFORE), t.start) is not None


def _before_a_thing(text: str, t: Timex, told: Telling, forms: _Forms) -> bool:
    """Is it the day of what came behind what somebody said had been: "said that nobody had seen it before the vote on
    Monday"?

    Not without the earlier past: what else is said to have been before a collapse may be told of its day.
    """
    if told.manner != "said" or not 0 <= told.verb < t.start:
        return False
    match = forms.before_it.search(text, max(told.verb, t.start - _BACK), t.start)
    return match is not None and forms.had.search(text, told.verb + 1, match.start()) is not None


def at_a_clock(t: Timex) -> bool:
    """Is it a time of the clock, before or after which is still the same day: "just before midnight Monday"?"""
    return t.type == "TIME" and t.value.partition("T")[2][:1].isdigit()


def _is_ahead(t: Timex, page: Page) -> bool:
    """Is a day of the calendar still to come, as the page is published?"""
    first = t.span.first if t.span is not None else None
    return t.type == "DATE" and page.published is not None and first is not None and first > page.published
