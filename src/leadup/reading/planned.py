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

from leadup.lang import any_of, kept_table
from leadup.model import DateReason, Timex
from leadup.reading.page import names_a_thing, weekday_of_own
from leadup.reading.scope import is_said_behind
from leadup.reading.telling import Telling
from leadup.times import told_as
from leadup.times.weekdays import EITHER_WEEK, LOOKS_AHEAD

_BACK = 160
"""Code points before a day in which the words stand that make it one of a plan."""
_SHIFTED, _OVERNIGHT, HOLIDAY = "shifted", "overnight", "holiday"
"""Rules of ``leadup.times``."""
_BESIDE_VERB = 60
"""Code points after the main verb within which a time still dates it."""
_OPENS = 15
"""Code points after a sentence's first within which a time opens it."""
_LAST_DAYS = 2
_NEXT_DAYS = 1
"""Days after a page's own that it may tell of as past, if it was written on."""
_LONGEST_WORD = 40
"""Code points right before a day that hold the word which says what it is meant for."""
_AROUND = 400
"""Code points around a day within which a talk that was put off is told of, and what stands ahead."""
_FARTHEST = 14
"""Words between a verb that looks ahead and the day."""


class _Ways(NamedTuple):
    will: re.Pattern[str]
    will_be: re.Pattern[str]
    that_will: re.Pattern[str]
    had_been: re.Pattern[str]
    meant_for: re.Pattern[str]
    called: re.Pattern[str]
    striving: re.Pattern[str]
    deadline: re.Pattern[str]
    called_off: re.Pattern[str]
    originally: re.Pattern[str]
    shows: re.Pattern[str]
    than: re.Pattern[str]
    onward: re.Pattern[str]
    readying: re.Pattern[str]
    done: re.Pattern[str]
    to_do: re.Pattern[str]


@cache
def _ways(language: str) -> _Ways:
    words = kept_table("dating", language)["planned"]
    rest = rf"\s(?:[^\s,;—]+\s){{0,{_FARTHEST}}}"
    to = rf"\s{words['to']}"
    ending = kept_table("dating", language)["under"]["past_ending"]
    return _Ways(
        re.compile(rf"(?:{words['will']})\b", re.I),
        re.compile(rf"\b(?:{words['will']})(?:\s[^\s,;—]+){{1,8}}\s$", re.I),
        re.compile(rf"\b(?:{words['that']})\s(?:{words['will']})\s(?:[^\s,;—]+\s){{1,8}}$", re.I),
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
        re.compile(rf"\s(?:{words['onward']})\b", re.I),
        re.compile(rf"\b(?:{words['readying']})\s(?:(?!(?:{words['besides']})\b)[^\s,;—]+\s){{0,{_FARTHEST}}}$", re.I),
        re.compile(rf"\b(?:\w{{2,}}{ending}|{any_of(kept_table('telling', language)['past'])})\b"),
        re.compile(rf"{to}\s(?!(?:{words['have']})\b)[a-z]+{rest}"),
    )


def planned(
    text: str,
    start: int,
    end: int,
    t: Timex,
    told: Telling,
    published: dt.date | None,
    *,
    language: str,
    later: bool = False,
) -> bool:
    """Is a day of the sentence ``text[start:end]`` that of a plan, and not of what the sentence tells?

    Where the words look ahead and the day lies behind, neither it nor that of the next week is sure. What is told as
    past is of no day to come ("set the vote for June 20"), if the page was not written on (``later``): of 28 such days
    of real articles 20 were not what was told; the rest were of such pages, or named their year.
    """
    ways = _ways(language)
    first = t.span.first if t.span is not None else None
    if published is None or first is None:
        return False
    if isinstance(t.reason, DateReason) and t.reason.rule == LOOKS_AHEAD:
        # What is told as past of the last two days is so: "got new heads on Wednesday" has a noun for a verb. So is
        # what somebody said ("pledged on Saturday"), if not in quotation marks: of 24 such days of real articles 17
        # were of what was told, and of the rest four stood in quotations.
        lately = (published - first).days <= _LAST_DAYS
        if told.manner == "past" and lately:
            return False
        if told.manner != "said" or not lately or any(a <= t.start < b for a, b in told.quoted):
            return True
    if t.rule == HOLIDAY and first > published and not later and told.manner in ("past", "perfect", "earlier"):
        return True
    by_weekday = weekday_of_own(t)
    before = text[max(start, t.start - _BACK) : t.start]
    if by_weekday and first < published and _is_of_week_to_come(text, t, told, before, language):
        return True
    if _is_meant(text, start, end, t, before, (published - first).days, language):
        return True
    if told.manner in ("past", "perfect", "earlier", "said") and told.verb < t.start and ways.called.search(before):
        return True
    if not later and not beside_verb(text, start, t, told, language) and told_ahead_as_past(t, told, published):
        return True
    ahead = first > published
    if (ahead or by_weekday) and told.manner not in ("quoted", "none") and ways.striving.search(before):
        return True
    return ahead and _is_told_of(text, start, end, t, told, published, language)


def _is_meant(text: str, start: int, end: int, t: Timex, before: str, days_back: int, language: str) -> bool:
    """Do the words around a day, so many days back, make it one that something was only meant for or put off from?"""
    ways = _ways(language)
    if ways.had_been.search(before) or ways.deadline.search(before) or ways.originally.search(before):
        return True
    if t.rule == _SHIFTED and ways.than.match(text, t.end):
        return True
    if t.rule == _OVERNIGHT and told_as(text, start, end, t.start, t.end, language=language) == "future":
        return True
    if not weekday_of_own(t):
        return False
    if days_back > 1 and ways.shows.match(text, t.end):
        return True
    around = max(start, t.start - _AROUND), min(end, t.end + _AROUND)
    return days_back in EITHER_WEEK and ways.called_off.search(text, *around) is not None


def _is_told_of(text: str, start: int, end: int, t: Timex, told: Telling, published: dt.date, language: str) -> bool:
    """Is a day to come only spoken or written of in what is told, which was before it?"""
    ways = _ways(language)
    if told.manner == "past" and 0 <= told.verb < t.start and ways.will_be.search(text, told.verb, t.start):
        return True
    if is_said_behind(text, end, t, told) and ways.that_will.search(text, start, t.start):
        return True
    if told.manner != "said" or not 0 <= told.verb < t.start:
        return False
    # "the outlet reported on Wednesday", in a text of Tuesday that was written on
    next_day = weekday_of_own(t) and t.span is not None and t.span.first == published + dt.timedelta(1)
    return not (next_day and told_as(text, start, end, t.start, t.end, language=language) == "past")


def _is_of_week_to_come(text: str, t: Timex, told: Telling, before: str, language: str) -> bool:
    """Do words make a weekday that was taken for the last one a day to come: the verb, or what stands around it?"""
    ways = _ways(language)
    if told.manner == "to come" and ways.will.match(text, told.verb):
        return True
    if ways.meant_for.search(before) and not names_a_thing(text, t, language):
        return True
    if _stands_ahead(text, t, told, language):
        return True
    return ways.onward.match(text, t.end) is not None or ways.readying.search(before) is not None


def _stands_ahead(text: str, t: Timex, told: Telling, language: str) -> bool:
    """Is a weekday behind a verb that tells what stands, with nothing past told before it ("a seat is at stake on
    Tuesday"), or something to be done ("she is not registered to vote on Tuesday")?"""
    if told.manner != "standing" or not 0 <= told.verb < t.start:
        return False
    ways = _ways(language)
    behind = max(told.verb, t.start - _AROUND)
    return not ways.done.search(text, behind, t.start) or bool(ways.to_do.search(text, behind, t.start))


def told_ahead_as_past(t: Timex, told: Telling, published: dt.date) -> bool:
    """Is a day to come, whose year is not named, in a sentence that is told as past?"""
    first = t.span.first if t.span is not None else None
    if first is None or told.manner not in ("past", "earlier") or (first - published).days <= _NEXT_DAYS:
        return False
    return str(first.year) not in t.exact


def beside_verb(text: str, start: int, t: Timex, told: Telling, language: str) -> bool:
    """Does a time stand beside the verb of the main clause, or open the sentence, and not as what is meant for it?"""
    after = text[t.end : t.end + 1]
    if not (after.isspace() or after in ",.") or _ways(language).meant_for.search(
        text, max(start, t.start - _LONGEST_WORD), t.start
    ):
        return False
    if t.start < told.verb:
        return t.start - start <= _OPENS
    if t.start - told.verb > _LONGEST_WORD + _BESIDE_VERB:
        return False
    return len(text[told.verb : t.start].partition(" ")[2]) <= _BESIDE_VERB
