"""The month that articles place an event in where none places it on a day ("Russia annexed Crimea in March")."""

from __future__ import annotations

import calendar
import collections
import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from leadup.model import Sentence
from leadup.reading.syntax import Parse
from leadup.timeline.messages import month_name
from leadup.timeline.pool import Pool
from leadup.timeline.target.clauses import JOINED, bound, parsed
from leadup.timeline.target.match import Match
from leadup.timeline.target.periods import own_time

ARTICLES = 2
"""Articles that must give the month..."""
AGREED = 0.75
"""...and the least share they must be of all articles that give one."""
LOOKED_AT = 40
"""Places that are parsed at most."""


class ToldMonth(NamedTuple):
    """The first and last day of a month, and how many articles place the event in it."""

    first: dt.date
    last: dt.date
    articles: int

    @property
    def name(self) -> str:
        """The month as it is written ("March 2014")."""
        return f"{month_name(self.first)} {self.first.year}"


def told_month(matches: Sequence[Match], pool: Pool) -> ToldMonth | None:
    """The month in which articles place the event's deed itself; None where too few do, or they do not agree."""
    language = pool.language
    told = [m for m in matches if not m.is_title and _tells(m)][:LOOKED_AT]
    sentences = [pool.articles[m.article].reading.sentences[m.sentence] for m in told]
    parses = parsed(
        [(pool.articles[m.article].text, s.start, s.end) for m, s in zip(told, sentences, strict=True)], language
    )
    months: dict[tuple[int, int], set[int]] = collections.defaultdict(set)
    for match, sentence, parse in zip(told, sentences, parses, strict=True):
        time = own_time(sentence, match, parse, language) or _of_its_clause(sentence, match, parse, language)
        if time is not None and (time[0].year, time[0].month) == (time[1].year, time[1].month):
            months[time[0].year, time[0].month].add(match.article)
    if not months:
        return None
    month = max(months, key=lambda m: (len(months[m]), m))
    agreeing = len(months[month])
    if agreeing < ARTICLES or agreeing < AGREED * len(set().union(*months.values())):
        return None
    _, days = calendar.monthrange(*month)
    return ToldMonth(dt.date(*month, 1), dt.date(*month, days), agreeing)


def _of_its_clause(sentence: Sentence, match: Match, parse: Parse, language: str) -> tuple[dt.date, dt.date] | None:
    """The time that the deed's own clause gives ("Lund resigned in March"), where it gives one alone."""
    times = [t for t in sentence.timexes if t.value[:1].isdigit()]
    of_clause = [
        t
        for t in times
        if bound(parse, match.at - sentence.start, t.start - sentence.start, (), language=language) >= JOINED
    ]
    span = of_clause[0].span if len(of_clause) == 1 else None
    return (span.first, span.last) if span is not None and span.first is not None and span.last is not None else None


def _tells(match: Match) -> bool:
    """Does a place tell the deed itself, as done: not denied, doubted, or still to come?"""
    return match.tells and not match.ahead and match.at >= 0
