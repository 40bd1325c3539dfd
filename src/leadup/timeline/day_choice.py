"""The sentences of the days that matter most, where a protocol fixes how many days are told."""

from __future__ import annotations

import math

import numpy as np

from leadup.model import Question, Score, normalised
from leadup.timeline.choice import Choice, distinct
from leadup.timeline.dating import mention
from leadup.timeline.messages import Messages
from leadup.timeline.pool import Pool
from leadup.timeline.salience import DayPart, RankedDay, rank_days
from leadup.timeline.table import Table, read_table
from leadup.timeline.window import nothing_told, window
from leadup.timeline.wording import DayWords, day_words

_MESSAGES = Messages("choice")
_DAY = Messages("choice", "day")
_RAISED, _LOWERED = Messages("choice", "raised"), Messages("choice", "lowered")

# A second sentence of a day is worth its place when it scores this share of the first...
WORTH_ADDING = 0.45
# ...and shares no more than this with what is chosen (cosine of the sentences' words).
TOO_ALIKE = 0.28
# Mentions at least this like the wording tell of the same thing.
SUPPORTS = 0.25
PER_DAY = 2
"""Sentences a day where a protocol asks for days and says no more."""


def choose_days(question: Question, pool: Pool, *, dates: int) -> tuple[Choice, ...]:
    """The sentences of the ``dates`` days that matter most, as many a day as the question's ``per_day``, in order.

    Raises EmptyWindow where nothing is told of the window's days.
    """
    first, last = window(question, None)
    table = read_table(pool, question, first.toordinal(), last.toordinal(), named=True)
    ranked = rank_days(table)
    if not ranked:
        raise nothing_told(first, last)
    per_day = question.per_day or PER_DAY
    top = max(ranked[0].salience, 1e-9)
    chosen: list[Choice] = []
    said: set[str] = set()
    for day in ranked[:dates]:
        words = day_words(table, day.day.toordinal())
        texts = [normalised(table.text(int(row))) for row in words.rows]
        # No sentence twice, though it names two of the days; a day that nothing else words repeats one.
        fresh = [i for i, text in enumerate(texts) if text not in said] or list(range(len(texts)))
        # A sentence that tells more of another day may word this one only where nothing better does.
        fresh = [i for i in fresh if i == fresh[0] or table.is_main_day[words.rows[i]]]
        for at in _best(words, fresh, per_day):
            chosen.append(_choice(table, day, top, words, at))
            said.add(texts[at])
    return distinct(sorted(chosen, key=lambda c: c.day))


def _best(words: DayWords, among: list[int], most: int) -> list[int]:
    """Those of the places ``among`` that are shown, best first: none a repetition, none there to fill the space."""
    picked: list[int] = []
    for at in among:
        if len(picked) == most or (picked and words.scores[at] < WORTH_ADDING * words.scores[picked[0]]):
            break
        if picked and float((words.vectors[picked] @ words.vectors[at]).max()) > TOO_ALIKE:
            continue
        picked.append(at)
    return picked


def _choice(table: Table, day: RankedDay, top: float, words: DayWords, at: int) -> Choice:
    alike = words.vectors @ words.vectors[at]
    others = [i for i in np.argsort(-alike, kind="stable") if i != at and alike[i] >= SUPPORTS]
    wording = table.rows[int(words.rows[at])]
    support = tuple(mention(table.pool, table.rows[int(words.rows[i])]) for i in others)
    return Choice(mention(table.pool, wording), support, _score(day, top, words, at))


def _score(day: RankedDay, top: float, words: DayWords, at: int) -> Score:
    """Parts that add up: those of the day as shares of the most salient day, those of the words as they multiply."""
    parts: list[tuple[str, float, str]] = []
    for name, value in day.parts:
        parts.append((name, value / top, _day_line(name, day)))
    running = 0.0
    for nth, (factor_name, factor) in enumerate(words.factors):
        before, running = running, float(factor[at]) * (running if nth else 1.0)
        if nth == 0 or running != before:
            lines = _RAISED if running >= before else _LOWERED
            parts.append((factor_name, running - before, lines.get(factor_name, "")))
    return Score(math.fsum(value for _, value, _ in parts), tuple(parts))


def _day_line(name: DayPart, day: RankedDay) -> str:
    if name == "told later":
        line = _MESSAGES["named once" if day.articles == 1 else "named"]
        return line.format(articles=day.articles, later=day.later)
    return _DAY[name]
