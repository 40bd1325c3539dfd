"""Days of what was still to come when it was told of: a hearing that somebody was ordered to attend, a talk put off.

"She was summoned to a hearing on Thursday" tells of a summons, "they said the council will vote next Wednesday" of
what they said, "he had been scheduled to speak on Thursday" of no talk at all. Such a day is one that the sentence
names, and not the one on which happened what it tells.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from leadup.lang import table
from leadup.model import DateReason, Timex
from leadup.reading.page import names_a_thing, weekday_of_own
from leadup.reading.telling import Telling
from leadup.times import told_as
from leadup.times.weekdays import EITHER_WEEK, LOOKS_AHEAD

_BACK = 160
"""Code points before a day in which the words stand that make it one of a plan."""
_SHIFTED, _OVERNIGHT = "shifted", "overnight"
"""Rules of ``leadup.times``."""
_LAST_DAYS = 2
_FARTHEST = 14
"""Words between a verb that looks ahead and the day."""


class _Ways(NamedTuple):
    will: re.Pattern[str]
    had_been: re.Pattern[str]
    meant_for: re.Pattern[str]
    called: re.Pattern[str]
    striving: re.Pattern[str]
    deadline: re.Pattern[str]
    called_off: re.Pattern[str]
    originally: re.Pattern[str]
    shows: re.Pattern[str]
    than: re.Pattern[str]


@cache
def _ways() -> _Ways:
    words = table("dating")["planned"]
    rest = rf"\s(?:[^\s,;—]+\s){{0,{_FARTHEST}}}"
    to = rf"\s{words['to']}"
    return _Ways(
        re.compile(rf"(?:{words['will']})\b", re.I),
        re.compile(
            rf"\b(?:{words['had']})\s(?:\w+\s){{0,2}}?(?:{words['scheduled']})\s(?:{words['for']}){rest}$", re.I
        ),
        re.compile(rf"\b(?:{words['meant_for']})\s$", re.I),
        re.compile(rf"\b(?:{words['called']})(?:\s[^\s,;—]+){{0,6}}?{to}{rest}$", re.I),
        re.compile(rf"(?<!\b{words['was']}\s)\b(?:{words['striving']}){to}{rest}$", re.I),
        re.compile(rf"\b(?:{words['deadline']})\s$", re.I),
        re.compile(rf"\b(?:{words['called_off']})\b", re.I),
        re.compile(rf"\b(?:{words['originally']})\s(?:\w+\s)?(?:{words['for']}){rest}$", re.I),
        re.compile(rf"\s(?:\w+\s)?(?:{words['shows']})\b", re.I),
        re.compile(rf"\s(?:{words['than']})\b", re.I),
    )


def planned(text: str, start: int, end: int, t: Timex, told: Telling, published: dt.date | None) -> bool:
    """Is a day of the sentence ``text[start:end]`` that of a plan, and not of what the sentence tells?

    Where the words look ahead and the day lies behind, neither it nor that of the next week is sure.
    """
    ways = _ways()
    first = t.span.first if t.span is not None else None
    if published is None or first is None:
        return False
    if isinstance(t.reason, DateReason) and t.reason.rule == LOOKS_AHEAD:
        # What is told as past of the last two days is so: "got new heads on Wednesday" has a noun for a verb.
        return told.manner != "past" or (published - first).days > _LAST_DAYS
    by_weekday = weekday_of_own(t)
    if told.manner == "to come" and by_weekday and first < published and ways.will.match(text, told.verb):
        return True
    before = text[max(start, t.start - _BACK) : t.start]
    if by_weekday and first < published and ways.meant_for.search(before) and not names_a_thing(text, t):
        return True
    if ways.had_been.search(before) or ways.deadline.search(before) or ways.originally.search(before):
        return True
    if t.rule == _SHIFTED and ways.than.match(text, t.end):
        return True
    if t.rule == _OVERNIGHT and told_as(text, start, end, t.start, t.end) == "future":
        return True
    if by_weekday and (published - first).days > 1 and ways.shows.match(text, t.end):
        return True
    if by_weekday and (published - first).days in EITHER_WEEK and ways.called_off.search(text, start, end):
        return True
    if told.manner in ("past", "perfect", "earlier", "said") and told.verb < t.start and ways.called.search(before):
        return True
    ahead = first > published
    if (ahead or by_weekday) and told.manner not in ("quoted", "none") and ways.striving.search(before):
        return True
    if not ahead or told.manner != "said" or not 0 <= told.verb < t.start:
        return False
    # "the outlet reported on Wednesday", in a text of Tuesday that was written on
    next_day = by_weekday and first == published + dt.timedelta(1)
    return not (next_day and told_as(text, start, end, t.start, t.end) == "past")
