"""Which days matter: how much, by how many articles, and how long after, each day of the window is told of.

What is told of a day later weighs more than what is told on it: a retrospective names what turned out to matter. A day
near the end of what was written has had little time to be remembered, so each is measured by what a day of its age
could have gathered. A line of a chronicle weighs more than one in passing, and one article counts once and a little,
however often it names a day. This is date ranking by mentions (Tran et al. 2015, Gholipour Ghalandari and Ifrim 2020)
with closed-form weights in place of a trained regressor, which did worse here when it was tested on topics it was not
trained on. The weights were set on Timeline17 and its lead-up cases; ``benchmarks/ablation.py`` says how the figures
move when each is left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from leadup.timeline.relevance import FLOOR
from leadup.timeline.table import Floats, Table

AHEAD = 0.7
"""A mention made before the day: what is announced need not happen."""
LATER = 1.0
"""A mention ``n`` days later weighs ``1 + LATER * log(1 + n)``."""
FORGETTING = 0.6
"""A day is named ``n`` days later ``(1 + n) ** -FORGETTING`` times as often as at once, as far as its age goes. From
0.4 to 0.7 Date-F1 on Timeline17 rises from 0.582 to between 0.603 and 0.612, on its lead-up cases from 0.720 to 0.723.
"""
HEADED = 2.5
"""A sentence set under its day, by a heading or by the date it opens with, is a chronicle's: what its writer held worth
keeping. With it Date-F1 rises from 0.607 to 0.621 on Timeline17, from 0.723 to 0.725 on its lead-up cases."""
WITHIN_ARTICLE = 0.3
"""``n`` mentions of a day in one article weigh as ``n ** WITHIN_ARTICLE``."""
ON_TOPIC = 0.6
CHRONICLE = 0.25
"""An article with ``n`` dated sentences weighs ``(1 + n) ** CHRONICLE``: who dates much is telling the story."""
UNDATED = 0.1
"""An undated sentence at the head of an article, for its publication day: enough to rank days that none names."""


@dataclass(frozen=True, slots=True)
class RankedDay:
    """A day and how much it matters (``salience``), with the parts that add up to it and what they stand on.

    ``articles`` counts the distinct articles that name the day, ``later`` those of them published after it.
    """

    day: dt.date
    salience: float
    parts: tuple[tuple[str, float], ...]
    articles: int
    later: int


def rank_days(table: Table) -> tuple[RankedDay, ...]:
    """The days of the table of which anything is told, most salient first; ties go to the earlier day."""
    weight = mention_weights(table)
    days = table.last - table.first + 1
    inside = (table.day >= table.first) & (table.day <= table.last)
    at = table.day - table.first

    def summed(rows: Floats) -> Floats:
        return np.bincount(at[inside], (weight * rows)[inside], minlength=days).astype(np.float64)

    named = table.explicit.astype(np.float64)
    later = summed(named * (table.lag > 0))
    same = summed(named * (table.lag == 0))
    ahead = summed(named * (table.lag < 0))
    undated = summed(1 - named)
    told = later + same + ahead
    young = (told + undated) * (1 / _remembered(table) - 1)
    salience = told + undated + young
    found = []
    for i in range(days):
        if not told[i] and not undated[i]:
            continue
        rows = table.of_day[table.first + i]
        naming = rows[table.explicit[rows]]
        parts = (
            ("told later", float(later[i])),
            ("told on the day", float(same[i])),
            ("announced", float(ahead[i])),
            ("undated leads", float(undated[i])),
            ("little time to be remembered", float(young[i])),
        )
        found.append(
            RankedDay(
                dt.date.fromordinal(table.first + i),
                float(salience[i]),
                tuple((name, value) for name, value in parts if value),
                len(np.unique(table.article[naming])),
                len(np.unique(table.article[naming[table.lag[naming] > 0]])),
            )
        )
    return tuple(sorted(found, key=lambda d: (-d.salience, d.day)))


def _remembered(table: Table) -> Floats:
    """For each day of the window, the share that it has gathered by the last article of what the first day has."""
    days = np.arange(table.first, table.last + 1)
    written = (a.published.toordinal() for a in reversed(table.pool.articles) if a.published)
    age = np.maximum(next(written, table.last) - days, 0)
    lags = np.arange(int(age[0]) + 1)
    gathered = np.cumsum((1 + LATER * np.log1p(lags)) * (1.0 + lags) ** -FORGETTING)
    share: Floats = gathered[age] / gathered[-1]
    return share


def mention_weights(table: Table) -> Floats:
    """How much each row says for its day."""
    weight = np.where(table.lag >= 0, 1 + LATER * np.log1p(np.maximum(table.lag, 0)), AHEAD)
    weight = np.where(table.explicit, weight * table.trust, UNDATED * table.on_topic)
    weight = weight * np.where(table.headed, HEADED, 1.0)
    weight = weight * (table.share + FLOOR) ** ON_TOPIC * (1.0 + table.dated) ** CHRONICLE
    # Rows of one article about one day share what that article may say for it.
    group = table.article * 2 + table.explicit + 2 * (table.article.max(initial=0) + 1) * (table.day - table.first)
    _, which, count = np.unique(group, return_inverse=True, return_counts=True)
    shared: Floats = weight * count[which].astype(np.float64) ** (WITHIN_ARTICLE - 1)
    return shared
