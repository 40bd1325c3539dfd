"""The sentences that answer: the right days, and for each the words that say best what happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leadup.model import Mention, Question, Score, Target
from leadup.timeline.dating import Told, mention, told
from leadup.timeline.pool import Pool
from leadup.timeline.window import window


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


def choose(question: Question, target: Target | None, pool: Pool) -> tuple[Choice, ...]:
    """The answer's sentences in order of day. Raises EmptyWindow where nothing is told of the window's days."""
    first, last = window(question, target)
    by_day: dict[int, list[Told]] = {}
    for at in told(pool, first, last):
        by_day.setdefault(at.day, []).append(at)
    days = sorted(by_day, key=lambda d: (-len(by_day[d]), d))[: question.entries or 10]
    return tuple(
        Choice(
            mention(pool, by_day[d][0]),
            tuple(mention(pool, a) for a in by_day[d][1:8]),
            Score(float(len(by_day[d]))),
        )
        for d in sorted(days)
    )
