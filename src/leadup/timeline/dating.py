"""From sentences to mentions: which days each sentence of the pool tells of, and how far to trust that."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import DayVolume, EventDate, Mention, Sentence, Span, Timex
from leadup.reading.date_weights import ASIDE, DOUBTFUL, PUBLISHED
from leadup.timeline.pool import Pool
from leadup.timeline.statement import statement_at


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.on: str = kept_table("leaning", language)["on"]
        self.longest_opening = len(f"- {self.on} ")
        """Code points before the date that a chronicle's sentence opens with."""


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


class DatedSentence(NamedTuple):
    """A sentence of the pool that tells of a day: places in the pool, not copies of the words.

    ``article`` indexes ``pool.articles``, ``sentence`` the article's reading; ``day`` is a proleptic ordinal
    (``date.toordinal``); ``explicit`` says that the text itself places it there, ``is_main_day`` that it tells of no
    day more than of this one.
    """

    article: int
    sentence: int
    day: int
    date: EventDate
    explicit: bool
    is_main_day: bool = True


def dated_sentences(pool: Pool, first: dt.date, last: dt.date) -> Iterator[DatedSentence]:
    """Every sentence of the pool's story that tells of a day in ``[first, last]``, once for each such day, in pool
    order."""
    return dated_sentences_of(pool, first.toordinal(), last.toordinal())


def dated_sentences_of(
    pool: Pool, first: int, last: int, *, asides: bool = False, named: bool = False
) -> Iterator[DatedSentence]:
    """As :func:`dated_sentences`, for days given as ordinals; ``asides`` as in :func:`event_days`.

    With ``named`` the days are those of :func:`named_days`, and one of an aside is no sentence's main day.
    """
    for a, article in enumerate(pool.articles):
        for s, sentence in enumerate(article.reading.sentences):
            if s in article.outside:
                continue
            days = named_days(sentence) if named else event_days(sentence, asides=asides)
            for nth, (day, date, explicit) in enumerate(days):
                if first <= day <= last:
                    is_main = not nth and not (named and date.by != "published" and date.weight <= ASIDE)
                    yield DatedSentence(a, s, day, date, explicit, is_main)


def event_days(sentence: Sentence, *, asides: bool = False) -> Iterator[tuple[int, EventDate, bool]]:
    """The days a sentence tells of, best first, each once; spans of more than a day name no day and are passed over.

    Where the text places a sentence in a longer period ("in 2010"), days of mere asides are passed over too. The
    publication day counts only where it is the best that is known, and no day of an aside stands alone, unless
    ``asides`` says so ("Varo, who died on May 4, had been held for a week"): only such a one counts then. A doubtful
    day is none.
    """
    if not sentence.dates:
        return
    placed = sentence.dates[0].span.single is None
    seen: set[dt.date] = set()
    for nth, date in enumerate(sentence.dates):
        day = date.span.single
        if day is None or day in seen or date.weight <= DOUBTFUL or (placed and date.weight < PUBLISHED):
            continue
        if date.by == "published":
            if nth:
                continue
        elif date.weight <= ASIDE and bool(seen) is asides:
            continue
        seen.add(day)
        yield day.toordinal(), date, date.by != "published"


def named_days(sentence: Sentence) -> Iterator[tuple[int, EventDate, bool]]:
    """All days that a sentence tells of or names, best first, each once: also that of an aside alone ("Varo, freed on
    May 4, was at home"), which says that the day mattered, though not what happened on it. A doubtful day is none."""
    seen: set[dt.date] = set()
    for nth, date in enumerate(sentence.dates):
        day = date.span.single
        if day is None or day in seen or date.weight <= DOUBTFUL or (nth and date.by == "published"):
            continue
        seen.add(day)
        yield day.toordinal(), date, date.by != "published"


def naming_day(sentence: Sentence, day: int) -> Iterator[Timex]:
    """The expressions of a sentence that name this one day (a proleptic ordinal), in order."""
    named = dt.date.fromordinal(day)
    return (t for t in sentence.timexes if t.span is not None and t.span.single == named)


def is_under_day(text: str, sentence: Sentence, day: int, date: EventDate, language: str) -> bool:
    """Is the sentence set under the day, as a chronicle's are: by a heading, or by the calendar date it opens with?"""
    forms = _forms(language)
    if date.by == "heading":
        return True
    opening = sentence.timexes[0] if sentence.timexes else None
    if opening is None or opening.type != "DATE" or opening.start - sentence.start > forms.longest_opening:
        return False
    if opening.span is None or opening.span.single is None or opening.span.single.toordinal() != day:
        return False
    before = text[sentence.start : opening.start].strip("-–— ").lower()
    return before in ("", forms.on) and any(c.isdigit() for c in opening.exact)


def mention(pool: Pool, at: DatedSentence) -> Mention:
    """The mention as the rest of the house knows it, with its verbatim words: the whole statement it is part of."""
    article = pool.articles[at.article]
    sentence = article.reading.sentences[at.sentence]
    whole = statement_at(article.text, article.reading.sentences, at.sentence, pool.language)
    start, end = whole or (sentence.start, sentence.end)
    return Mention(
        span=Span.of(article.id, article.text, start, end),
        sentence=at.sentence,
        day=dt.date.fromordinal(at.day),
        date=at.date,
        reported=article.published,
        outlet=article.outlet,
    )


def volume_of(pool: Pool, first: dt.date, last: dt.date) -> tuple[DayVolume, ...]:
    """How much the pool tells of each day of the window; days that it does not speak of are left out."""
    mentions: Counter[int] = Counter()
    articles: dict[int, set[int]] = defaultdict(set)
    for at in dated_sentences(pool, first, last):
        mentions[at.day] += 1
        articles[at.day].add(at.article)
    return tuple(DayVolume(dt.date.fromordinal(day), mentions[day], len(articles[day])) for day in sorted(mentions))
