"""What a page is to its sentences: its day, how much of a report it is, and the day that it reports on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import DateAnchor, DateReason, DateSpan, EventDate, Sentence, Timex, as_inferred
from leadup.model.reason import OWN
from leadup.reading.date_weights import PUBLISHED, SUBORDINATE
from leadup.reading.telling import Telling

NEWS = 0.1
"""From this share on (see :func:`newsy`) an article is news, and what it tells without a day is of its own day. Tuned
on 160 undated sentences of real articles: between .08 and .11 nothing changes by more than two sentences."""
_PRIOR, _PRIOR_OF = 1, 6
SAYING = 0.08
"""The same for what somebody says. Of 765 sentences judged by hand eight more get their day by it than by
:data:`NEWS`, and none that has none; at .06 three more, and two that have none."""
QUOTING = 0.2
"""The same for what is all quotation: who reads it in a report takes it as said on the day, in an essay not."""
HEAD, LONGER_HEAD = 3, 8
"""Sentences of an article's head, which may tell the day that it reports on, and of a longer one, which tells it of the
day before alone. Of 22 undated sentences before such a day among the first three 12 were of it and one of the article's
own; of 22 before one further on 11 and two, but of what followed that hardly any."""
_EVE = 2
"""Days before its own that the day can be which an article reports on. Of 30 sentences of real articles that this moves
from the article's day 19 were of the day it reports on, and none surely of the article's; of the rest nobody knows."""

_NIGHT, _PRESENT = "TNI", "PRESENT_REF"


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.possessive: frozenset[str] = frozenset(kept_table("dates_context", language)["possessive"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


class Page(NamedTuple):
    """What a sentence's day may hang on beyond its own words: the article's day and how much of a report it is."""

    published: dt.date | None
    news: float = 1.0
    inferred: bool = False
    """The article's day was itself worked out from its text; what is counted from it says so."""
    of: EventDate | None = None
    """The date of the day that the article reports on, where that is not its own (:func:`reported`)."""
    running: EventDate | None = None
    """The date of the day that was told of just before, where what follows is of it (``reading.running``)."""
    last: EventDate | None = None
    """The date of the last day that was told of, no more than a few sentences before."""
    elsewhere: bool = False
    """What was told just before is of another time: no day is taken from the page."""
    later: bool = False
    """The page names several days after its own: it was written on."""

    @property
    def own(self) -> EventDate | None:
        """What a happening without a day is dated by: the day the article reports on, or else its own."""
        return self.own_of(False)

    def own_of(self, now: bool) -> EventDate | None:
        """The same; what is told to go on or to be said ``now`` is of the article's day, whatever this reports on."""
        if self.published is None or self.elsewhere:
            return None
        if self.running is not None:
            reason = DateReason("running", of=self.running.reason)
            return EventDate(self.running.span, "published", reason, PUBLISHED)
        if self.of is not None and not now:
            reason = DateReason("reported", of=self.of.reason)
            return EventDate(self.of.span, "published", reason, PUBLISHED)
        return _of_own_day(self.published)


@lru_cache(maxsize=1024)
def _of_own_day(published: dt.date) -> EventDate:
    """One object for the many sentences of an article that are dated by its own day."""
    reason = DateReason("published", DateAnchor(published.isoformat(), OWN))
    return EventDate(DateSpan.day(published), "published", reason, PUBLISHED)


def newsy(sentences: int, near: int, said: int) -> float:
    """How much of a report an article is: the share of its sentences that name a day of that week, and a third of the
    share that say who said something; a very short one is taken for a report."""
    return (near + said / 3 + _PRIOR) / (sentences + _PRIOR_OF)


def names_own_day(timexes: Sequence[Timex], published: dt.date | None) -> bool:
    """Does a text name the day that it was published on ("on Thursday", "today"), as a report of that day does?"""
    return published is None or any(t.span is not None and t.span.single == published for t in timexes)


def reported(
    sentences: Sequence[Sentence], tellings: Sequence[Telling], published: dt.date | None, back: int = _EVE
) -> EventDate | None:
    """The date of the day that an article reports on, which names its own day nowhere: the first that these sentences
    of its head tell of, up to ``back`` days before it.

    A report that was written in the evening and dated by its morning's paper tells of "Friday" throughout.
    """
    for sentence, told in zip(sentences, tellings, strict=False):
        best = sentence.dates[0] if sentence.dates else None
        day = best.span.single if best is not None else None
        if best is None or day is None or published is None or best.by != "timex":
            continue
        early = best.weight >= SUBORDINATE and told.manner in ("past", "said", "quoted")
        return best if early and 0 < (published - day).days <= back else None
    return None


def as_reported(sentences: list[Sentence], tellings: Sequence[Telling], page: Page) -> list[Sentence]:
    """The sentences, those of the head that were dated by the article's own day before it named the one that it reports
    on moved to that day, but for what is so "now" or "currently"."""
    head = sentences[:LONGER_HEAD]
    of = page.of or reported(head, tellings, page.published, back=1) or _night_before(head, page.published)
    moved = page._replace(of=of, running=None, elsewhere=False).own
    if of is None or moved is None:
        return sentences
    if page.inferred:
        moved = replace(moved, reason=as_inferred(moved.reason))
    at = next((k for k, s in enumerate(head) if of in s.dates), 0)
    return [_moved(s, moved) if k < at and not _now(s) else s for k, s in enumerate(sentences)]


def _now(sentence: Sentence) -> bool:
    return any(t.value == _PRESENT for t in sentence.timexes)


def _night_before(head: Sequence[Sentence], published: dt.date | None) -> EventDate | None:
    """The first date of the night before, if only by the name of what was held then ("five views of Monday night's
    debate"): who tells of a night writes on the next day."""
    eve = published - dt.timedelta(1) if published is not None else None
    for sentence in head:
        nights = {t.span for t in sentence.timexes if t.value.endswith(_NIGHT)}
        for date in sentence.dates:
            if date.by == "timex" and date.span.single == eve and date.span in nights:
                return date
    return None


def _moved(sentence: Sentence, to: EventDate) -> Sentence:
    best = sentence.dates[0] if sentence.dates else None
    if best is None or not isinstance(best.reason, DateReason) or best.reason.rule != "published":
        return sentence
    rest = (d for d in sentence.dates[1:] if d.span.single != to.span.single)
    return replace(sentence, dates=(to, *rest))


def counted_from_own(t: Timex) -> bool:
    """Was a time counted from the article's day?"""
    return t.anchor is not None and t.anchor.name == OWN


def weekday_of_own(t: Timex) -> bool:
    """Is it a weekday that was counted from the article's day?"""
    return t.rule.startswith("weekday") and counted_from_own(t)


def names_a_thing(text: str, t: Timex, language: str) -> bool:
    """Is a time in the possessive: "Tuesday's fire"?"""
    forms = _forms(language)
    return text[t.end : t.end + 2].replace("’", "'") in forms.possessive
