"""Which days matter: how much, by how many articles, and how long after, each day of the window is told of.

What is told of a day later says more than what is told on it: a retrospective names what turned out to matter. Over
years that no longer holds, since what is looked back on is then often an anniversary, and what counts is what an
article opens with, and whether more was written after the day than before it. So what a mention is worth moves with
the length of the window, from the numbers for a fortnight to those for years (``data/days.toml``); nothing hangs on
where the window ends. A day at the end of all that was written has had little time to be remembered, so it is measured
by what a day of its age could have gathered, as far as a memory of some weeks goes. One article counts once and a
little, however often it names a day.

This is date ranking by mentions (Tran et al. 2015, Gholipour Ghalandari and Ifrim 2020) in closed form, its numbers
searched for on whole topics (``training/days.py``, ``docs/models/days.md``). ``benchmarks/ablation.py`` says how the
figures move when each is left out.
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal, get_args

import numpy as np

from leadup.timeline.relevance import FLOOR
from leadup.timeline.shipped import shipped
from leadup.timeline.table import Floats, Ints, Table

SHORT, LONG = 15, 4_000
"""Days of the windows at which the numbers for a fortnight and for years hold; in between, by the log of the length."""

OPENING = 3
"""Sentences that an article opens with."""

BEFORE, AFTER = 7, 3
"""The days before a day, and after it, over which the articles are counted that were written around it."""

AROUND = 7
"""Days on either side of a day with which it is compared."""

DayPart = Literal["told later", "told on the day", "announced", "undated leads", "little time to be remembered"]
PARTS: tuple[DayPart, ...] = get_args(DayPart)


@dataclass(frozen=True, slots=True)
class DayWeights:
    """What a mention says for its day, and a day's place among others; ``data/days.toml`` says what each does."""

    trust: float
    later: float
    ahead: float
    undated: float
    headed: float
    opening: float
    holds: float
    share: float
    chronicle: float
    within: float
    forgetting: float
    memory: float
    burst: float
    alone: float


@dataclass(frozen=True, slots=True)
class SpanWeights:
    """The numbers for a window of a fortnight, and for one of years."""

    short: DayWeights
    long: DayWeights

    @classmethod
    def read(cls, text: str) -> SpanWeights:
        """As ``data/days.toml`` has them."""
        table = tomllib.loads(text)
        return cls(*(DayWeights(**table["both"], **table[end]) for end in ("short", "long")))

    def over(self, days: int) -> DayWeights:
        """The numbers for a window of so many days."""
        reach = math.log(max(days, 1) / SHORT) / math.log(LONG / SHORT)
        far = min(max(reach, 0.0), 1.0)
        return DayWeights(
            **{
                f.name: (1 - far) * getattr(self.short, f.name) + far * getattr(self.long, f.name)
                for f in fields(DayWeights)
            }
        )


@cache
def span_weights() -> SpanWeights:
    """The numbers that leadup ships."""
    return SpanWeights.read(shipped("days.toml"))


@dataclass(frozen=True, slots=True)
class RankedDay:
    """A day and how much it matters (``salience``), with the parts that add up to it and what they stand on.

    ``articles`` counts the distinct articles that name the day, ``later`` those of them published after it.
    """

    day: dt.date
    salience: float
    parts: tuple[tuple[DayPart, float], ...]
    articles: int
    later: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """What ranking reads of a table, worked out once: a value a row (``at`` is its day's place in the window, rows
    outside it are left out), then a value a day.

    ``repeated`` counts the rows of the row's article about its day. ``age`` is how many days later the pool's last
    article was published; ``before`` and ``after`` count the pool's articles of the days before, and of the day and
    those after it.
    """

    at: Ints
    lag: Ints
    explicit: Floats
    trust: Floats
    on_topic: Floats
    headed: Floats
    opening: Floats
    share: Floats
    dated: Floats
    repeated: Floats
    age: Ints
    before: Ints
    after: Ints

    @classmethod
    def of(cls, table: Table) -> Mentions:
        """The mentions of the table's window."""
        inside = (table.day >= table.first) & (table.day <= table.last)
        articles = table.article.max(initial=0) + 1
        group = table.article * 2 + table.explicit + 2 * articles * (table.day - table.first)
        _, which, count = np.unique(group, return_inverse=True, return_counts=True)
        published = np.sort([a.published.toordinal() for a in table.pool.articles if a.published])
        days = np.arange(table.first, table.last + 1)
        end = int(published[-1]) if len(published) else table.last
        sentence = np.fromiter((at.sentence for at in table.rows), dtype=np.int64, count=len(table.rows))

        def floats(column: object) -> Floats:
            return np.asarray(column)[inside].astype(np.float64)

        return cls(
            at=(table.day - table.first)[inside],
            lag=table.lag[inside],
            explicit=floats(table.explicit),
            trust=floats(table.date_weight),
            on_topic=floats(table.on_topic),
            headed=floats(table.under_heading),
            opening=floats(sentence < OPENING),
            share=floats(table.share),
            dated=floats(table.dated),
            repeated=floats(count[which]),
            age=np.maximum(end - days, 0),
            before=np.searchsorted(published, days) - np.searchsorted(published, days - BEFORE),
            after=np.searchsorted(published, days + AFTER + 1) - np.searchsorted(published, days),
        )

    @property
    def days(self) -> int:
        """How many days the window has."""
        return len(self.age)


def rank_days(table: Table, weights: SpanWeights | None = None) -> tuple[RankedDay, ...]:
    """The days of the table of which anything is told, most salient first; ties go to the earlier day."""
    if not len(table):
        return ()
    parts = saliences(Mentions.of(table), weights or span_weights())
    salience = np.sum(np.stack(list(parts.values())), axis=0)
    found = []
    for i in range(table.last - table.first + 1):
        rows = table.of_day.get(table.first + i)
        if rows is None:
            continue
        naming = rows[table.explicit[rows]]
        found.append(
            RankedDay(
                dt.date.fromordinal(table.first + i),
                float(salience[i]),
                tuple((name, float(part[i])) for name, part in parts.items() if part[i]),
                len(np.unique(table.article[naming])),
                len(np.unique(table.article[naming[table.lag[naming] > 0]])),
            )
        )
    return tuple(sorted(found, key=lambda d: (-d.salience, d.day)))


def saliences(told: Mentions, weights: SpanWeights) -> Mapping[DayPart, Floats]:
    """How much each day of the window matters, by :data:`PARTS`, whose sum it is."""
    w = weights.over(told.days)
    weight = mention_weights(told, w)

    def summed(rows: Floats) -> Floats:
        return np.bincount(told.at, weight * rows, minlength=told.days).astype(np.float64)

    named = told.explicit
    later, same, ahead = (summed(named * (np.sign(told.lag) == sign)) for sign in (1, 0, -1))
    undated = summed(1 - named)
    said = later + same + ahead + undated
    young = said * (1 / _remembered(told, w) - 1)
    # A day stands out by what was written after it beside what was before, and by its part of all that is told around.
    burst = ((1.0 + told.after) / (1.0 + told.before)) ** w.burst
    alone = _share_of_around(said + young) ** w.alone
    return {name: part * burst * alone for name, part in zip(PARTS, (later, same, ahead, undated, young), strict=True)}


def mention_weights(told: Mentions, w: DayWeights) -> Floats:
    """How much each row says for its day."""
    weight = np.where(told.lag >= 0, 1 + w.later * np.log1p(np.maximum(told.lag, 0)), w.ahead)
    weight = np.where(told.explicit > 0, weight * told.trust**w.trust, w.undated * told.on_topic)
    weight = weight * w.headed**told.headed * w.opening**told.opening * w.holds**told.on_topic
    weight = weight * (told.share + FLOOR) ** w.share * (1.0 + told.dated) ** w.chronicle
    shared: Floats = weight * told.repeated ** (w.within - 1)
    return shared


def _remembered(told: Mentions, w: DayWeights) -> Floats:
    """For each day, the share that it has gathered by the last article of what is gathered within a memory."""
    gathered = np.cumsum((1.0 + np.arange(int(w.memory) + 1)) ** -w.forgetting)
    share: Floats = gathered[np.minimum(told.age, len(gathered) - 1)] / gathered[-1]
    return share


def _share_of_around(values: Floats) -> Floats:
    """For each day its part of what it and the days around it have; 1 where they have nothing."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    around = total[np.minimum(at + AROUND + 1, len(values))] - total[np.maximum(at - AROUND, 0)]
    share: Floats = np.divide(values, around, out=np.ones_like(values), where=around > 0)
    return share
