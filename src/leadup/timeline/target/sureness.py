"""How likely the day worked out for an event is right, by what is known of it: learnt.

A logistic regression on what can be read off the day's votes and the places that speak for it. Its weights, and on what
they were fitted, stand in ``timeline/data/sureness.toml``; ``benchmarks/target_weights.py`` makes them.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache

from leadup.timeline.logistic import likelihood_of
from leadup.timeline.pool import Pool
from leadup.timeline.shipped import shipped
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.match import Match
from leadup.timeline.target.votes import Day
from leadup.timeline.target.whose import is_of_day

MOST_ELSEWHERE = 2.0
"""Another day that has so many times the votes is no worse by having more."""
LEAST_VOTES = 0.02
"""A day counts as having no fewer votes, where others are put beside it."""
FAR_APART = 5.0
"""How far deed and actors are from each other, as a log, where no place names them together."""


@dataclass(frozen=True, slots=True)
class DayEvidence:
    """What is known of a day, or what each of it weighs; ``data/sureness.toml`` says what each is."""

    elsewhere: float
    unsaid_things: float
    things: float
    ahead: float
    votes: float
    apart: float
    deeds: float

    @classmethod
    def of(cls, asked: Asked, matches: Sequence[Match], day: int, days: Mapping[int, Day], pool: Pool) -> DayEvidence:
        """What is known of a day (an ordinal) of ``days``; ``matches`` are all that tells of the event."""
        held = days[day]
        spoken = [m for m in matches if m.article in held.naming or m.article in held.reporting]
        of_day = [m for m in spoken if is_of_day(m, day, pool)]
        said = {slot for m in spoken for slot in (*m.held, *m.head)}
        unsaid = math.fsum(s.weight for i, s in enumerate(asked.slots) if not s.is_name and i not in said)
        elsewhere = max((h.votes for d, h in days.items() if abs(d - day) > 1), default=0.0)
        gaps = [abs(m.at - actor) for m in of_day if m.at >= 0 for actor in m.actors]
        return cls(
            elsewhere=min(MOST_ELSEWHERE, elsewhere / max(held.votes, LEAST_VOTES)),
            unsaid_things=unsaid / (asked.whole or 1.0),
            things=float(sum(s.kind == "thing" for s in asked.slots)),
            ahead=sum(m.ahead for m in of_day) / max(1, len(of_day)),
            votes=math.log1p(max(0.0, held.bare)),
            apart=math.log1p(min(gaps)) if gaps else FAR_APART,
            deeds=float(sum(s.kind == "deed" for s in asked.slots)),
        )


@dataclass(frozen=True, slots=True)
class SurenessWeights:
    """The numbers of ``data/sureness.toml``; what each does is said there."""

    stated: float
    bias: float
    evidence: DayEvidence

    @classmethod
    def read(cls, text: str) -> SurenessWeights:
        """As ``data/sureness.toml`` has them."""
        table = tomllib.loads(text)
        evidence = DayEvidence(**table.pop("evidence"))
        return cls(**table, evidence=evidence)


@cache
def sureness_weights() -> SurenessWeights:
    """The numbers that leadup ships."""
    return SurenessWeights.read(shipped("sureness.toml"))


def likelihood(known: DayEvidence, w: SurenessWeights | None = None) -> float:
    """How likely the day of which this is known is the event's, in (0, 1)."""
    w = w or sureness_weights()
    return likelihood_of(w.bias, astuple(w.evidence), astuple(known))


def is_sure(asked: Asked, matches: Sequence[Match], day: int, days: Mapping[int, Day], pool: Pool) -> bool:
    """Is the day likely enough the event's to be stated?"""
    return likelihood(DayEvidence.of(asked, matches, day, days, pool)) >= sureness_weights().stated
