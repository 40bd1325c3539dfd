"""The longer times that sentences give an event ("in February", "last week", "the 2013 attack"): they name no day, but
say which of the days that others name it can be.

Of 354 questions of ``benchmarks/targets.py`` over news of 2012-2016 (its tables of years and the fresh ones; 214 are
told of) longer times place two more on their right day, two more on a wrong one and three more on the day beside it,
where seven were refused. What is said below of other values is how many more or fewer are right then, of these 143.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import Sentence, Timex
from leadup.reading.syntax import Parse
from leadup.timeline.dating import naming_day
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clauses import dated_itself
from leadup.timeline.target.match import Match
from leadup.timeline.terms import function_words

NEAR = 70
"""Code points between the deed and the words for a longer time from which on they say nothing of one another. With 35
none more or less, with 140 one more."""
OWN = 30
"""Code points between a time and a deed's noun whose own time it may be. With 15 none more or less."""
SHARES = ((8, 0.35), (31, 0.25), (93, 0.12), (366, 0.08))
"""What a longer time of at most so many days votes for each day in it that something else places the event on. With
half as much none more or less, with twice as much two fewer."""
SHORT = 93
"""Days of the longest time that says anything against a day outside it: "in 2013" is said of much else. With 31 or 366
none more or less."""
AT_MOST = 1.0
"""What all longer times together vote for one day at most. With 0.5 two fewer, with 9 none more or less."""

_YEAR = re.compile(r"\b(?:18|19|20)[0-9]{2}\b")
_CALLED_BY = re.compile(r"[0-9]{1,2}/[0-9]{1,2} ([a-z]+)")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.that_day = re.compile(kept_table("asking", language)["that_day"], re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


class ToldPeriod(NamedTuple):
    """A time of several days, by ordinal, both ends in it."""

    first: int
    last: int

    @property
    def share(self) -> float:
        """What it votes for each of its days; nothing where it is too long to say anything."""
        return next((share for longest, share in SHARES if self.last - self.first < longest), 0.0)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, int) and self.first <= day <= self.last


def period_of(sentence: Sentence, match: Match) -> ToldPeriod | None:
    """The longer time that stands nearest to the deed; None where a day does, or none is near."""
    if match.at < 0:
        return None
    near = min(
        (t for t in sentence.timexes if t.value[:1].isdigit()), key=lambda t: gap_between(t, match.at), default=None
    )
    if near is None or gap_between(near, match.at) > NEAR:
        return None
    return _period(near)


def own_time(sentence: Sentence, match: Match, parse: Parse | None, language: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the time that the sentence gives the deed itself beside what else it tells, if it does
    ("its annexation in March", "last month's mudslide", "drenched Orsk after it came ashore on Tuesday night")."""
    if parse is None:
        return None
    deed = match.at - sentence.start
    for timex in sentence.timexes:
        span = timex.span
        if span is None or span.first is None or span.last is None or not timex.value[:1].isdigit():
            continue
        if dated_itself(parse, deed, timex.start - sentence.start, timex.end - sentence.start, language):
            return span.first, span.last
    return None


def _behind_deed(asked: Asked) -> str:
    """What a question has behind its deed, in small letters."""
    deed = next((s for s in asked.slots if s.needed), None)
    return asked.words.lower().partition(deed.asked.lower())[2] if deed is not None else ""


def is_in_name(asked: Asked, text: str, sentence: Sentence, day: int, deed: int) -> bool:
    """Is a day told here only by what a thing is called by ("overrides the veto of the 9/11 bill")?

    It is where the question calls a thing so behind its deed, and where figures alone stand right before a word that is
    not the ``deed``.
    """
    behind = _behind_deed(asked)
    times = list(naming_day(sentence, day))
    return bool(times) and all(
        f" {text[t.start : t.end].lower()} " in behind or _opens_name(text, t, sentence.end, deed, asked.language)
        for t in times
    )


def _opens_name(text: str, time: Timex, end: int, deed: int, language: str) -> bool:
    """Do figures for a day stand right before a common word, as part of what something is called?"""
    called = _CALLED_BY.match(text, time.start, end)
    return (
        called is not None
        and called.start(1) >= time.end
        and called.start(1) != deed
        and called[1] not in function_words(language)
    )


def has_time_beside(sentence: Sentence, at: int) -> bool:
    """Do words for a time stand shortly before a place ("Saturday's bench verdict"), or for a day not far behind it
    ("after making landfall in Orsk on Tuesday night")?"""
    return any(
        t.value[:1].isdigit()
        and (0 <= at - t.end <= OWN or (0 <= t.start - at <= NEAR and t.span is not None and t.span.single is not None))
        for t in sentence.timexes
    )


def in_periods(day: int, periods: Mapping[int, tuple[ToldPeriod, float]]) -> float:
    """What longer times vote for a day; ``periods`` are those of each article, with what it weighs."""
    return min(AT_MOST, sum(weight * period.share for period, weight in periods.values() if day in period))


def against(day: int, periods: Mapping[int, tuple[ToldPeriod, float]]) -> float:
    """What times of at most some months that do not hold a day say against it, where more do than hold it."""
    short = [(p, weight * p.share) for p, weight in periods.values() if p.last - p.first < SHORT]
    return max(0.0, sum(share if day not in p else -share for p, share in short))


def _period(timex: Timex) -> ToldPeriod | None:
    span = timex.span
    if span is None or span.first is None or span.last is None or span.first == span.last:
        return None
    return ToldPeriod(span.first.toordinal(), span.last.toordinal())


def gap_between(timex: Timex, at: int) -> int:
    """Code points between a time and a place in the text."""
    return min(abs(timex.start - at), abs(at - timex.end))


def in_full(sentence: Sentence, day: int) -> bool:
    """Does the sentence name this day with its year?"""
    return any(_YEAR.search(t.exact) for t in naming_day(sentence, day))


def is_that_day(text: str, sentence: Sentence, day: int, deed: int, language: str) -> bool:
    """Does the sentence say of a calendar day that it is the event's ("on April 16, the same day the ferry sank")?"""
    dated = (t for t in naming_day(sentence, day) if t.end < deed and any(c.isdigit() for c in t.exact))
    return any(_forms(language).that_day.match(text, t.end, deed) for t in dated)
