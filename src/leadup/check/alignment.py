"""How likely a source's sentence tells of a statement's happening, whether as the statement does or otherwise: learnt.

Who is in it, what is done and to whom may each stand there by another word, in another clause, or in the headline; no
one of them is proof, and none of them need be missing for a sentence to be of another happening of the same story.
What can be read off a statement and a sentence is weighed together; the weights are fitted to pairs that were judged
by reading (``benchmarks/gold/aligned.tsv``; ``benchmarks/check_aligned.py ARCHIVE`` makes them). Neither a "not", nor
a number, nor whose words it is has a part in it: these are what aligned sentences are then asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.contrary import BY_WORD, level_of, verbs_of
from leadup.check.days import weighed
from leadup.check.evidence import actors_of, days_told
from leadup.check.seeking import RAREST, Bearing, Term

WEIGHTS = {
    "names": 0.64, "content": 0.29, "both": 0.35, "own": 0.88, "names inside": 0.25, "content inside": 2.31,
    "name missing": -0.75, "word missing": 1.25, "headline": 0.38, "precision": 2.23, "length": 2.04,
    "opening": 0.83, "deed": 0.54, "does": 0.07, "bears": 0.06, "crossed": -0.25, "in clause": 0.48,
    "unreal": -1.42, "its day": 1.34, "printed then": 0.73,
}  # fmt: skip
BIAS = -7.47
"""A logistic regression of 1,142 pairs of a draft line and a sentence that were judged by reading, beside 791 of the
nearest sentences of invented lines (``benchmarks/check_aligned.py ARCHIVE``). With each line left out in one of eight
folds a pair of one happening is likelier than another one in 92 of 100 cases (by ``telling`` in 88)."""
ALIGNED, HEARD = 0.6, 0.4
"""Likelihood of being of its happening from which on a sentence speaks against a statement, and for it."""
OPENING = 3
"""Sentences at an article's head in which its news stands."""
_LONG = 12
_NOUN, _UNREAL = 0.15, 0.2
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """A sentence read closely, and how likely it tells of a statement's happening, be it as the statement does."""

    read: Read
    likelihood: float

    @property
    def bearing(self) -> Bearing:
        """The sentence."""
        return self.read.bearing


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def alignments(case: Case) -> tuple[Alignment, ...]:
    """All sentences read closely, those that most likely tell of a statement's happening first."""
    found = [Alignment(read, weighed(BIAS, WEIGHTS, evidence(case, read))) for read in case.read]
    return tuple(sorted(found, key=lambda a: (-a.likelihood, a.bearing.indexed.article.id, a.bearing.sentence)))


def speaking_against(case: Case, votes_of: Callable[[Alignment], Sequence[int]]) -> list[Bearing]:
    """The sentences of a statement's happening, and day, of which some clause speaks against it; none where any of the
    happening, or printed near its day, has a clause that speaks for it.

    ``votes_of`` gives what a sentence's clauses say: more than 0 for the statement, less against it.
    """
    against: list[Bearing] = []
    for one in alignments(case):
        is_then = case.is_then(one.bearing)
        if one.likelihood < HEARD or not (is_then or case.is_near(one.bearing)):
            continue
        votes = votes_of(one)
        if any(vote > 0 for vote in votes):
            return []
        if is_then and one.likelihood >= ALIGNED and any(vote < 0 for vote in votes):
            against.append(one.bearing)
    return against


def evidence(case: Case, read: Read) -> dict[str, float]:
    """What speaks for a sentence's being of a statement's happening, each from about -1 to 1."""
    bearing = read.bearing
    article = bearing.indexed
    held, around = article.stems[bearing.sentence], case.around(bearing)
    near, turned = case.nearby.of(bearing), case.nearby_or_contrary.of(bearing)
    alike = case.nearby_or_contrary.alike(bearing) | held
    names = [t for t in case.terms if t.key in case.names]
    content = [t for t in case.terms if t.key not in case.names]
    fit = _best_clause(case, read)
    return {
        "names": near.names,
        "content": turned.content,
        "both": min(near.names, turned.content),
        "own": bearing.own,
        "names inside": _share(names, held),
        "content inside": _share(content, alike),
        "name missing": _missing(names, around),
        "word missing": _missing(content, alike),
        "headline": _share(case.terms, article.title),
        "precision": min(1.0, len(case.keys & alike) / max(1, len(held))),
        "length": min(1.0, len(case.terms) / _LONG),
        "opening": float(bearing.sentence < OPENING),
        **fit,
        **_of_day(case, bearing),
    }


def _share(terms: Sequence[Term], stems: frozenset[str]) -> float:
    whole = math.fsum(t.weight for t in terms)
    return math.fsum(t.weight for t in terms if t.key in stems) / whole if whole else 1.0


def _missing(terms: Sequence[Term], stems: frozenset[str]) -> float:
    return max((t.weight for t in terms if t.key not in stems), default=0.0) / RAREST


def _best_clause(case: Case, read: Read) -> dict[str, float]:
    """What the clause that comes nearest to a statement's deed shares with it."""
    found = {"deed": 0.0, "does": 0.0, "bears": 0.0, "crossed": 0.0, "in clause": 0.0, "unreal": 0.0}
    best = -1.0
    around = case.around(read.bearing)
    for nth, deed in enumerate(verbs_of(case)):
        for clause in read.clauses:
            level = level_of(deed, clause)[0] / BY_WORD
            if not level:
                continue
            one = _of_clause(case, deed, clause, around)
            one["deed"] = level - _NOUN * (clause.is_noun and not deed.is_noun) - _UNREAL * nth
            one["unreal"] = float((clause.unreal or clause.supposed) and not (deed.unreal or deed.supposed))
            whole = one["deed"] + one["does"] + one["bears"] + one["in clause"] - _HALF * one["unreal"]
            if whole > best:
                best, found = whole, one
    return found


def _of_clause(case: Case, deed: Clause, clause: Clause, around: frozenset[str]) -> dict[str, float]:
    agent, patient = deed.heads
    does = (
        0.3 if not agent
        else 1.0 if agent & clause.agent
        else 0.5 if agent & clause.near or (not clause.agent and agent & around)
        else 0.3 if agent & clause.patient
        else 0.0
    )  # fmt: skip
    bears = (
        0.3 if not patient
        else 1.0 if patient & clause.patient
        else 0.8 if patient & clause.near
        else 0.5 if patient & around
        else 0.0
    )  # fmt: skip
    inside = clause.near | actors_of(clause) | {clause.key}
    return {
        "deed": 0.0,
        "does": does,
        "bears": bears,
        "crossed": float(bool(agent & clause.patient - clause.agent or patient & clause.agent - clause.patient)),
        "in clause": _share(case.terms, inside),
        "unreal": 0.0,
    }


def _of_day(case: Case, bearing: Bearing) -> dict[str, float]:
    day = case.day
    if day is None:
        return {"its day": 0.0, "printed then": 0.0}
    days = [ordinal for ordinal, _, explicit in days_told(bearing) if explicit]
    printed = (bearing.published - day).days if bearing.published else None
    return {
        "its day": float(day.toordinal() in days),
        "printed then": float(printed in (0, 1)),
    }
