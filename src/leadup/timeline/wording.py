"""Which sentence of a day says best what happened on it.

A sentence is good that shares the words of what is told of the day (the centroid of its mentions, later ones and
those on the topic weighed up), of the days around it and of the whole window, since what an article of the day tells
besides is no part of the story; and that can stand alone: it does not open with a pronoun, is no question, quotes
nobody without need, and has the length of an entry. Weights were set on Timeline17 and Entities (topics' articles),
leaving topics out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadup.reading.furniture import run_into
from leadup.timeline.readable import is_part, leans, quotes
from leadup.timeline.table import Floats, Ints, Table

# What belongs to the centroid of a day beside the sentences that name it: undated heads of the day's articles, and of
# the next morning's, which tell of it.
HEADS_OF_DAY = 1.0
HEADS_OF_NEXT_DAY = 1.0
# Mentions printed later weigh more in it. 0.2 gives AR-1 0.165 on Timeline17 and 0.216 on its lead-up cases, 0.3 gives
# 0.163 and 0.218, nothing 0.165 and 0.208.
LATER_IN_CENTROID = 0.2
ON_TOPIC_IN_CENTROID = 0.25
# Likeness to what is told of the days around (so many on either side), and of all days of the window, beside that to
# the day's own. Without the two AR-1 / AR-2 on Timeline17 fall from 0.137 / 0.040 to 0.127 / 0.035, on Entities from
# 0.084 / 0.024 to 0.082 / 0.021.
AROUND, DAYS_AROUND = 0.5, 5
WINDOW = 1.2
LATER = 0.15
DANGLING = 0.7
QUESTION = 0.5
QUOTING = 0.6
OPINION = 0.5
"""For a sentence of an opinion piece, a transcript, readers' letters, a quiz: a report says better what happened."""
PART = 0.15
"""For a part of a statement that cannot be shown whole."""
FURNITURE = 0.6
"""For a sentence that a piece of its page has run into: a dateline, a caption's credit, a reader's comment."""
ASIDE = 0.85
"""For a sentence that tells more of another day than of this one."""
SHORTEST = 13
LONGEST = 28
"""Words that an entry has: the factor of a shorter or longer sentence falls with its distance in proportion."""

# A day is seldom told of by more sentences than this; the weightiest are looked at.
AT_MOST = 600

# Looked for at the head of a sentence only, so that hostile text costs no more than this.
_HEAD = 160

WordsPart = Literal[
    "likeness", "hindsight", "of this day", "stands alone", "no furniture", "no question",
    "in the outlet's own words", "news", "length",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day's candidate sentences, best first: their rows in the table, scores, and the factors that made them.

    ``vectors`` are the rows' unit vectors; ``factors`` holds, for each named factor, one value a row, the first being
    the likeness to the day's centroid and the others multiplied on.
    """

    rows: Ints
    scores: Floats
    vectors: Floats
    factors: tuple[tuple[WordsPart, Floats], ...]


def day_words(table: Table, day: int) -> DayWords:
    """The sentences that may word the entry of a day (an ordinal) of the table."""
    own = table.of_day.get(day, np.empty(0, dtype=np.int64))
    heads = table.of_day.get(day + 1, np.empty(0, dtype=np.int64))
    heads = heads[~table.explicit[heads]]
    rows = np.concatenate([own, heads])
    later = np.log1p(np.maximum(table.lag[rows], 0))
    topical = 1 + ON_TOPIC_IN_CENTROID * table.on_topic[rows]
    kind = np.where(table.explicit[rows], 1.0, HEADS_OF_DAY)
    kind[len(own) :] = HEADS_OF_NEXT_DAY
    weight = kind * (1 + LATER_IN_CENTROID * later) * topical
    if len(rows) > AT_MOST:
        keep = np.sort(np.argsort(-weight, kind="stable")[:AT_MOST])
        rows, weight = rows[keep], weight[keep]
    vectors, used = _vectors(table, rows)
    likeness = _likeness(table, day, vectors, used, weight)
    mine = table.day[rows] == day
    rows, vectors, likeness = rows[mine], vectors[mine], likeness[mine]
    texts = [table.text(int(r)) for r in rows]
    words = np.maximum(table.length[rows], 1)
    factors: tuple[tuple[WordsPart, Floats], ...] = (
        ("likeness", likeness),
        ("hindsight", 1 + LATER * np.log1p(np.maximum(table.lag[rows], 0))),
        ("of this day", np.where(table.is_main_day[rows], 1.0, ASIDE)),
        ("stands alone", np.array([DANGLING if leans(t, table.language) else 1.0 for t in texts])),
        ("no furniture", np.array([FURNITURE if run_into(t[:_HEAD], table.language) else 1.0 for t in texts])),
        ("no question", np.array([QUESTION if "?" in t else 1.0 for t in texts])),
        (
            "in the outlet's own words",
            np.array([_own_words(table, int(r), t) for r, t in zip(rows, texts, strict=True)]),
        ),
        ("news", np.array([_news(table, int(r)) for r in rows])),
        ("length", np.minimum(np.minimum(words / SHORTEST, LONGEST / words), 1.0)),
    )
    scores: Floats = np.prod(np.stack([f for _, f in factors]), axis=0) if len(rows) else np.zeros(0)
    order = np.argsort(-scores, kind="stable")
    return DayWords(rows[order], scores[order], vectors[order], tuple((name, f[order]) for name, f in factors))


def _likeness(table: Table, day: int, vectors: Floats, used: Ints, weight: Floats) -> Floats:
    """How much each row shares with what is told of the day, of the days around it and of the window, in [0, 1]."""
    own = table.held(day, day)
    around = table.held(day - DAYS_AROUND, day + DAYS_AROUND) - own
    window = table.held(table.first, table.last + 1)
    likeness, most = _cosines(vectors, weight @ vectors), 1.0
    for share, held in ((AROUND, around), (WINDOW, window)):
        told = held * table.rarity
        length = float(np.linalg.norm(told))
        if length:
            likeness = likeness + share * (vectors @ told[used]) / length
            most += share
    shared: Floats = likeness / most
    return shared


def _cosines(vectors: Floats, centroid: Floats) -> Floats:
    length = float(np.linalg.norm(centroid))
    cosines: Floats = vectors @ centroid / length if length else np.zeros(len(vectors))
    return cosines


def _news(table: Table, row: int) -> float:
    kind = table.piece(row)
    return 1.0 if kind == "report" else OPINION


def _own_words(table: Table, row: int, text: str) -> float:
    at = table.rows[row]
    article = table.pool.articles[at.article]
    sentences = article.reading.sentences
    if is_part(article.text, sentences, at.sentence, table.language):
        return PART
    return QUOTING if quotes(text) or sentences[at.sentence].opened is not None else 1.0


def _vectors(table: Table, rows: Ints) -> tuple[Floats, Ints]:
    """Unit vectors over the terms of these rows, weighed by rarity (a row without content words is a zero vector), and
    which terms those are."""
    terms = [table.terms[int(r)] for r in rows]
    flat = np.fromiter((t for ts in terms for t in ts), dtype=np.int64)
    used, columns = np.unique(flat, return_inverse=True)
    lines = np.repeat(np.arange(len(rows)), [len(ts) for ts in terms])
    vectors = np.zeros((len(rows), len(used)))
    vectors[lines, columns] = table.rarity[flat]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    norms[norms == 0] = 1.0
    unit: Floats = vectors / norms
    return unit, used
