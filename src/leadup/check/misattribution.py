"""Whether the sources have what a statement has one say as another one's words: how likely, by all near ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from leadup.check.case import Case, Read
from leadup.check.days import weighed
from leadup.check.evidence import is_name, outlets_in, parsed
from leadup.check.nearness import Nearby, Nearness
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing

WEIGHTS = {
    "his": -0.63, "not his": 0.12, "another's": -0.18, "margin": 0.45, "outlets": 0.44, "outlets his": -1.63,
    "he is near": -0.98, "content": 0.12, "says": 1.05,
}  # fmt: skip
BIAS = -0.57
"""A logistic regression of a sample of 1,305 lines of nine sets (``benchmarks/check_weights.py ARCHIVE --only
misattribution``): those whose speaker was changed, beside all others that have somebody say something. With each set
left out of the fit in turn, of 53 such lines 31 reach 0.35, 30 reach 0.5 and 29 reach 0.65; of the true ones 3, 3 and
1. Lines with their day shifted reach it too: nobody says that on their day."""
LEAST, READ, FEWEST = 0.4, 8, 2
"""Share of what is said that a sentence must hold, how many such are read, and words that must be said."""
DOUBTFUL = 0.65
"""Likelihood below which another speaker is not stated, though the nearest sentences alone seem to have one: of lines
so found 16 of 16 whose speaker was changed reach it, and none of 3 true ones."""
_BEFORE = 0.9
"""What a sentence counts whose pronoun stands for one who is named in the sentence before."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what a statement has one say: the sentences that have another one named, nearest first, and what speaks
    for their being right, by name."""

    others: tuple[Bearing, ...]
    evidence: dict[str, float]

    @property
    def likelihood(self) -> float:
        """How likely it is, in [0, 1], that the sources have another one say it."""
        return weighed(BIAS, WEIGHTS, self.evidence) if self.others else 0.0


def misattributed(case: Case, least: float, sure: Sureness = "likely") -> Finding | None:
    """The verdict that another one says it, where that is at least so likely."""
    made = attribution(case)
    if made is None or made.likelihood < least:
        return None
    return case.found("wrong speaker", sure, "the sources have another one say it", made.others)


def unless_his(case: Case, made: Finding | None) -> Finding | None:
    """A verdict found by the nearest sentences; None where it is another speaker that all of them make doubtful."""
    if made is None or made.kind != "wrong speaker":
        return made
    found = attribution(case)
    return None if found is not None and found.others and found.likelihood < DOUBTFUL else made


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def attribution(case: Case) -> Attribution | None:
    """What the sentences of a statement's day have of who says it; None where it names nobody who says anything."""
    teller = case.teller & case.names
    said = [t for t in case.terms if t.key not in case.teller]
    if not teller or len(said) < FEWEST:
        return None
    nearby = Nearby(case.words, said, case.language)
    near = [(nearby.of(b), b) for b in case.unspoken if case.is_then(b)]
    near = sorted((x for x in near if x[0].whole >= LEAST), key=lambda x: -x[0].whole)[:READ]
    reads = case.read_closely([b for _, b in near], parsed([b.words for _, b in near], case.language))
    keys = frozenset(t.key for t in said) | teller
    his: list[tuple[float, Bearing]] = []
    others: list[tuple[Nearness, Bearing]] = []
    nobody = around = 0.0
    for (level, bearing), read in zip(near, reads, strict=True):
        who = _tellers(case, read)
        named = any(is_name(bearing.words, key, case.language) for key in who - keys)
        held = bearing.indexed.stems[bearing.sentence]
        if teller & who or (teller & held and not named):
            his.append((level.whole, bearing))
        elif teller & case.before(bearing) and not named:
            his.append((_BEFORE * level.whole, bearing))
        else:
            around = max(around, level.whole * bool(teller & case.around(bearing)))
            nobody = max(nobody, level.whole)
            if named:
                others.append((level, bearing))
    best_his = max((x for x, _ in his), default=0.0)
    best_other = max((n.whole for n, _ in others), default=0.0)
    return Attribution(
        tuple(b for _, b in others),
        {
            "his": best_his,
            "not his": nobody,
            "another's": best_other,
            "margin": best_other - best_his,
            "outlets": min(3.0, len(outlets_in([b for _, b in others]))),
            "outlets his": min(3.0, len(outlets_in([b for _, b in his]))),
            "he is near": around,
            "content": max((n.least for n, _ in others), default=0.0),
            "says": float(bool(case.speaker)),
        },
    )


def _tellers(case: Case, read: Read) -> frozenset[str]:
    """All whom a sentence has say something, or do what the statement's teller does."""
    found = [c.speaker for c in read.clauses if c.speaker]
    does = (c for c in read.clauses if c.main)
    found += [c.agent for c in does if c.is_saying or any(c.is_akin(d) for d in case.own[:1])]
    return frozenset().union(*found)
