"""The running day of a report: what is told right after a dated sentence, in the next paragraph too, is of its day.

"The minister resigned on Tuesday." opens a report of Wednesday; what follows, up to the next day that is named, is
Tuesday's and not Wednesday's. Where the day told of is further back, what follows is of neither as often as not, and
gets no day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import EventDate, Name, Timex
from leadup.reading.date_weights import RUNNING
from leadup.reading.page import Page, names_a_thing, weekday_of_own
from leadup.reading.scope import in_what_is_said
from leadup.reading.telling import Telling, is_of_now, tells_past

_EVE = 2
"""Days before the article's own that run on. Of 48 sentences of real articles that stood within five after one of such
a day and got the article's, 27 were of the day told of, 3 of the article's; of the rest nobody can tell."""
_NEAR, _FAR = 2, 5
"""Sentences behind a dated one up to which an undated one is of its day, and the same where both name the same one."""
_ELSEWHERE = 10
"""Days back to which what was told right before leaves no day: of 18 such sentences 3 were of the article's, 5 of the
day told of."""
_NIGHT = "TNI"


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        # What opens a sentence with a thing named by its day, at which all was told.
        self.held_at: frozenset[str] = frozenset(kept_table("dating", language)["held_at"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


class RunningDay(NamedTuple):
    """The last day that a report told of: which sentence told it, its names, and whether what follows is of it."""

    sentence: int
    date: EventDate
    names: frozenset[str]
    runs_on: bool = True


def running_day(
    text: str,
    start: int,
    sentence: int,
    dates: Sequence[EventDate],
    timexes: Sequence[Timex],
    names: Sequence[Name],
    told: Telling,
    published: dt.date | None,
    language: str,
) -> RunningDay | None:
    """The running day from this sentence on; None where it tells of no day as past.

    ``start`` is where the sentence begins, ``sentence`` its number. A day in what somebody said is not the day of the
    saying: after "Police said the pier fell on Wednesday" nothing is of Wednesday but what takes up the fall.
    """
    best = dates[0] if dates else None
    if best is None or best.by != "timex" or best.weight < RUNNING or best.span.single is None or not told.past:
        return None
    apart = only_its_own(text, start, dates, timexes, told, language) or _by_night(best, timexes)
    return RunningDay(sentence, best, _last_words(names), not apart and not _goes_on_to_later(best, timexes, published))


def only_its_own(
    text: str, start: int, dates: Sequence[EventDate], timexes: Sequence[Timex], told: Telling, language: str
) -> bool:
    """Is the best day of a sentence of nothing that follows: does it stand only in what somebody said, or in a thing's
    name ("Tuesday's fire was the third")?"""
    forms = _forms(language)
    named = [t for t in timexes if dates and t.span == dates[0].span]
    return bool(named) and all(
        _only_said(text, t, told, language)
        or (names_a_thing(text, t, language) and not _held_at(text, start, t, forms))
        or _is_subject(start, t, told)
        for t in named
    )


def _held_at(text: str, start: int, t: Timex, forms: _Forms) -> bool:
    """Does it open the sentence as what all was told at: "At Tuesday's debate, she said …"?"""
    return text[start : t.start].strip().lower() in forms.held_at


def _is_subject(start: int, t: Timex, told: Telling) -> bool:
    """Is the day what the sentence speaks of: "Monday marked the end of the talks"?"""
    return t.start == start and told.verb == t.end + 1


def _by_night(best: EventDate, timexes: Sequence[Timex]) -> bool:
    """Was it last night or overnight, on from which a report tells of its own day as well?"""
    named = [t for t in timexes if t.span == best.span]
    return bool(named) and all(t.value.endswith(_NIGHT) and not weekday_of_own(t) for t in named)


def _goes_on_to_later(best: EventDate, timexes: Sequence[Timex], published: dt.date | None) -> bool:
    """Does a sentence name a later day too, of which what follows may be: "fell on Friday, it was told on Sunday"?

    Not one that is still to come: nothing told as past is of it.
    """
    day = best.span.single
    days = [t.span.single for t in timexes if t.span is not None and t.span.single is not None]
    return day is not None and any(day < other <= (published or other) for other in days)


def of_running_day(
    text: str,
    page: Page,
    running: RunningDay | None,
    sentence: int,
    names: Sequence[Name],
    told: Telling,
    lead: bool,
    language: str,
) -> Page:
    """The page as it is to a sentence that names no day, once a report is at its running day."""
    day = running.date.span.single if running is not None else None
    if running is None or day is None or page.published is None:
        return page
    since, ago = sentence - running.sentence, (page.published - day).days
    if since <= _FAR:
        page = page._replace(last=running.date)
    if not running.runs_on:
        return page
    if 0 < ago <= _EVE:
        if is_of_now(text, told, language):
            return page
        runs_on = since <= _NEAR or (since <= _FAR and not running.names.isdisjoint(_last_words(names)))
        return page._replace(running=running.date) if runs_on else page
    return page._replace(elsewhere=page.elsewhere or (since <= _NEAR and _EVE < ago <= _ELSEWHERE and not lead))


def _only_said(text: str, t: Timex, told: Telling, language: str) -> bool:
    if any(a <= t.start < b for a, b in told.quoted):
        return True
    return in_what_is_said(text, t, told, language) or (
        told.manner == "said" and tells_past(text[told.verb : t.start], language)
    )


def _last_words(names: Sequence[Name]) -> frozenset[str]:
    return frozenset(n.exact.split()[-1] for n in names if n.exact.split())
