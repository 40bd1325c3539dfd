"""The sentences that answer: the right days, and for each the words that say best what happened."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from leadup.errors import EmptyWindow
from leadup.model import Detail, Mention, Question, Score, Span, Target, normalised
from leadup.timeline.dating import mention
from leadup.timeline.pool import Pool
from leadup.timeline.salience import RankedDay, rank_days
from leadup.timeline.table import Table, read_table
from leadup.timeline.window import window
from leadup.timeline.wording import DayWords, day_words

# A second sentence of a day is worth its place when it scores this share of the first...
WORTH_ADDING = 0.45
# ...and shares no more than this with what is chosen (cosine of the sentences' words).
TOO_ALIKE = 0.3
# Mentions at least this like the wording tell of the same thing.
SUPPORTS = 0.25
# For each detail: sentences a day, how salient a day must be beside the third most salient one (the first may tower
# over all others), and the most days. A fifth finds the days of Timeline17's references with Date-F1 0.559, where being
# told their number gives 0.622, and those of its lead-up cases with 0.697 (0.728); the number is off by a factor of two
# on the mean. With a tenth of the first it is 0.542 and 0.689, and off by 2.6 on Timeline17.
PER_DAY: dict[Detail, int] = {"brief": 1, "normal": 2, "full": 4}
BESIDE_THIRD: dict[Detail, float] = {"brief": 0.5, "normal": 0.2, "full": 0.015}
MOST_DAYS: dict[Detail, int] = {"brief": 8, "normal": 40, "full": 200}
FEWEST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen sentence: its mention, the other mentions of the day that tell of the same, and why it was chosen.

    Entries of one day are several choices with the same ``day``; choices stand in order of day, best first within it.
    """

    wording: Mention
    support: tuple[Mention, ...]
    score: Score

    @property
    def day(self) -> dt.date:
        """The day it happened."""
        return self.wording.day


def choose(question: Question, target: Target | None, pool: Pool, *, dates: int | None = None) -> tuple[Choice, ...]:
    """The answer's sentences in order of day.

    ``dates`` fixes the number of days; else the salience decides it, at the question's detail, and ``entries`` and
    ``per_day`` cap what comes of it. Raises EmptyWindow where nothing is told of the window's days.
    """
    first, last = window(question, target)
    table = read_table(pool, question, first.toordinal(), last.toordinal())
    ranked = rank_days(table)
    if not ranked:
        raise EmptyWindow(f"nothing is told of {first} to {last}", "Widen --days, or give other words")
    if dates is None:
        dates = question.entries if question.entries is not None else how_many_days(ranked, question.detail)
    per_day = question.per_day or PER_DAY[question.detail]
    top = max(ranked[0].salience, 1e-9)
    chosen: list[tuple[float, Choice]] = []
    said: set[str] = set()
    for day in ranked[:dates]:
        words = day_words(table, day.day.toordinal())
        texts = [normalised(table.text(int(row))) for row in words.rows]
        # No sentence twice, though it names two of the days; a day that nothing else words repeats one.
        fresh = [i for i, text in enumerate(texts) if text not in said] or list(range(len(texts)))
        # A sentence that tells more of another day may word this one only where nothing better does.
        fresh = [i for i in fresh if i == fresh[0] or table.foremost[words.rows[i]]]
        for nth, at in enumerate(_best(words, fresh, per_day)):
            choice = _choice(table, day, top, words, at)
            chosen.append((choice.score.total / (1 + nth), choice))
            said.add(texts[at])
    if question.entries is not None:
        chosen = sorted(chosen, key=lambda c: -c[0])[: question.entries]
    return distinct(sorted((choice for _, choice in chosen), key=lambda c: c.day))


def distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices without those whose words, a whole statement, another of the same day shows already."""
    kept: dict[tuple[dt.date, Span], Choice] = {}
    for choice in choices:
        kept.setdefault((choice.day, choice.wording.span), choice)
    return tuple(kept.values())


def how_many_days(ranked: tuple[RankedDay, ...], detail: Detail) -> int:
    """How many of the days matter: those that are at least the detail's share as salient as the third of them."""
    least = BESIDE_THIRD[detail] * ranked[min(FEWEST_DAYS, len(ranked)) - 1].salience
    days = sum(1 for d in ranked if d.salience >= least)
    return max(min(days, MOST_DAYS[detail]), min(FEWEST_DAYS, len(ranked)))


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
    for nth, (name, factor) in enumerate(words.factors):
        before, running = running, float(factor[at]) * (running if nth else 1.0)
        if nth == 0 or running != before:
            parts.append((name, running - before, _WORDS_LINES[name][0 if running >= before else 1]))
    return Score(math.fsum(value for _, value, _ in parts), tuple(parts))


_WORDS_LINES = {
    "likeness": ("shares the words of what is told of the day", ""),
    "on the topic": ("holds words of the question", ""),
    "hindsight": ("written after the day, when it was known what mattered", ""),
    "of this day": ("", "tells more of another day"),
    "stands alone": ("", "opens with a word that leans on the sentence before"),
    "no furniture": ("", "a piece of its page has run into it"),
    "no question": ("", "asks rather than tells"),
    "in the outlet's own words": ("", "quotes"),
    "news": ("", "its article is no report"),
    "length": ("", "shorter or longer than an entry should be"),
}


def _day_line(name: str, day: RankedDay) -> str:
    if name == "told later":
        named = "1 article names" if day.articles == 1 else f"{day.articles} articles name"
        return f"{named} the day, {day.later} after it"
    return {
        "told on the day": "articles of the day itself name it",
        "announced": "named before it came",
        "undated leads": "undated leads of the day's articles",
        "little time to be remembered": "more for a late day, of which less can have been written since",
    }[name]
