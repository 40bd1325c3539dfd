"""How likely one sentence tells what a statement does, in whatever words, by all that they share: learnt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause, light
from leadup.check.days import weighed
from leadup.check.evidence import outlets_in
from leadup.check.figures import differing, numbers_of, own_numbers
from leadup.check.located import is_claimed
from leadup.check.quotations import nearest
from leadup.check.seeking import Bearing

WEIGHTS = {
    "own": 0.81, "score": -0.81, "whole": 0.58, "names near": 2.75, "content near": 1.28, "precision": 1.59,
    "length": 1.95, "deed": 0.93, "light": 0.32, "roles": 1.46, "denied": -3.04, "unreal": -1.36, "noun": -0.17,
    "surely": 1.02, "firm": -0.51, "plainly": 0.83, "reported": 0.82, "speaker missing": -2.77, "number agrees": 2.82,
    "number differs": -3.23, "number unheard": -1.07, "is quotation": -1.28, "quotation": 3.57, "opening": 0.67,
}  # fmt: skip
BIAS = -8.63
"""A logistic regression of sentences (``benchmarks/check_weights.py ARCHIVE --only telling``): of a true line the one
of its day that tells it best, found anew in each of three rounds, beside the nearest ones of invented lines and lines
with one thing changed."""
DAY_WEIGHTS = {"best": 3.64, "second": 0.56, "many": 0.01, "else": 1.93}
DAY_BIAS = -2.28
"""The same of statements, by their sentences' likelihoods."""
ENOUGH = 0.63
"""Likelihood from which on that bears a statement out which nothing else does. With each of eight sets left out of the
fit in turn 394 of their 617 true lines reach it, 3 of 244 invented ones and 69 of 560 changed ones (of which most have
something in the sentence that is against them); from 0.7 on it is 361, 1 and 53."""
SHOWN = 0.5
"""Likelihood that the best sentence of its day must have, and from which on others are shown beside it."""
BEHIND = 0.3
"""...how far it may fall behind the best of another day..."""
CONTENT = 0.55
"""...and the share of the statement's words other than names that it must have: "Varo wrote" is not all of what Varo
wrote."""
ITS_DEED, ITS_ROLES, ALL_NAMES, LESS_CONTENT = 0.8, 0.8, 0.95, 0.3
"""...or this much less of it, where a clause has the deed, or one of its kind, by the same ones, and all names are
there: of nine sets 11 true lines more are then borne out, 2 of 613 changed ones, and no invented one."""
OPENING = 4
"""Sentences at an article's head, where the news stands."""
_SAME, _KIN, _KIND, _AKIN, _NOUN = 1.0, 0.9, 0.7, 0.6, 0.05
_LONG = 12


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence read closely with how likely it tells the statement, and what speaks for that, by name."""

    read: Read
    evidence: dict[str, float]
    likelihood: float

    @property
    def bearing(self) -> Bearing:
        """The sentence."""
        return self.read.bearing

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it is against the statement: no "not", no other number, no words of another one."""
        against = ("denied", "unreal", "number differs", "number unheard", "speaker missing")
        return not any(self.evidence[name] for name in against)


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def tellings(case: Case) -> tuple[Telling, ...]:
    """All sentences read closely, most likely first."""
    found: list[Telling] = []
    for read in case.read:
        known = evidence(case, read)
        found.append(Telling(read, known, weighed(BIAS, WEIGHTS, known)))
    return tuple(sorted(found, key=lambda t: (-t.likelihood, t.bearing.indexed.article.id, t.bearing.sentence)))


def day_evidence(case: Case, found: Sequence[Telling]) -> dict[str, float]:
    """What speaks for a statement's being told on its day: the best sentences' likelihoods, by name."""
    then = [t for t in found if case.is_then(t.bearing)]
    outlets = outlets_in([then[0].bearing]) if then else frozenset()
    return {
        "best": then[0].likelihood if then else 0.0,
        "second": next((t.likelihood for t in then if not outlets_in([t.bearing]) & outlets), 0.0),
        "many": math.log1p(math.fsum(t.likelihood for t in then)),
        "else": max((t.likelihood for t in found if not case.is_then(t.bearing)), default=0.0),
    }


def likely_tellings(case: Case, found: Sequence[Telling]) -> list[Bearing]:
    """The sentences of a statement's day that all in all most likely tell it; none where that is not likely enough."""
    then = [t for t in found if case.is_then(t.bearing)]
    if not then or not then[0].is_plain or (case.quotes and not then[0].evidence["quotation"]):
        return []
    known = day_evidence(case, found)
    if not _has_enough(then[0].evidence) or known["best"] < SHOWN or known["else"] - known["best"] > BEHIND:
        return []
    if weighed(DAY_BIAS, DAY_WEIGHTS, known) < ENOUGH:
        return []
    told = [then[0], *(t for t in then[1:] if t.likelihood >= SHOWN and t.is_plain)]
    # What a draft tells plainly, and a source as somebody's claim, is not borne out by it.
    return [t.bearing for t in told if not is_claimed(case, t.read)]


def _has_enough(evidence: dict[str, float]) -> bool:
    """Whether a sentence has enough of a statement beside its names to be all of it."""
    is_its = evidence["deed"] >= ITS_DEED and evidence["roles"] >= ITS_ROLES and evidence["names near"] >= ALL_NAMES
    return evidence["content near"] >= (LESS_CONTENT if is_its else CONTENT)


def has_number(case: Case, found: Sequence[Telling]) -> bool:
    """Whether a sentence of a statement's day likely tells it, and gives its number, and none that gives another one
    has more of its names: another crash's dead are none of this one's."""
    then = [t for t in found if t.likelihood >= SHOWN and case.is_then(t.bearing)]
    near = [t for t in found if case.is_then(t.bearing) and t.evidence["number differs"]]
    named = max((t.evidence["names near"] for t in near), default=0.0)
    return any(t.is_plain and t.evidence["number agrees"] and t.evidence["names near"] >= named for t in then)


def evidence(case: Case, read: Read) -> dict[str, float]:
    """What speaks for a sentence's telling a statement, each from about -1 to 1; the names are those of ``WEIGHTS``."""
    bearing = read.bearing
    held, around = bearing.indexed.stems[bearing.sentence], case.around(bearing)
    near = case.nearby.of(bearing)
    clause, deed, level, roles = _nearest_deed(case, read)
    speaker = case.speaker & case.names
    numbers = own_numbers(case)
    theirs = [differing(n, numbers_of(bearing.words, case.language)) for n in numbers]
    differ = any(other and not same for same, other in theirs)
    agree = [any(n.gives(said) for n in same) for said, (same, _) in zip(numbers, theirs, strict=True)]
    return {
        "own": bearing.own,
        "score": bearing.score,
        "whole": near.whole,
        "names near": _share([t.weight for t in case.terms if t.is_name and t.key in case.names],
                             [t.weight for t in case.terms if t.is_name and t.key in case.names and t.key in around]),
        "content near": near.content,
        "precision": min(1.0, len(case.keys & held) / max(1, len(held))),
        "length": min(1.0, len(case.terms) / _LONG),
        "deed": level,
        "light": float(not level and _is_light(case)),
        "roles": roles,
        "denied": float(clause is not None and deed is not None and clause.denied != deed.denied),
        "unreal": float(clause is not None and deed is not None and clause.unreal and not deed.unreal),
        "noun": float(clause is not None and clause.is_noun),
        "surely": float(case.surely(read)),
        "firm": float(case.firm(read)),
        "plainly": float(case.plainly(read)),
        "reported": float(bool(case.speaker)),
        "speaker missing": float(bool(speaker) and not speaker & around),
        "number agrees": float(any(agree) and not differ),
        "number differs": float(differ),
        "number unheard": float(bool(numbers) and not all(agree) and not differ),
        "is quotation": float(bool(case.quotes)),
        "quotation": float(bool(case.quotes) and all(_has(case, at, bearing) for at in case.quotes)),
        "opening": float(bearing.sentence < OPENING),
    }  # fmt: skip


def _share(whole: Sequence[float], part: Sequence[float]) -> float:
    return math.fsum(part) / math.fsum(whole) if whole else 1.0


def _has(case: Case, at: tuple[int, int], bearing: Bearing) -> bool:
    found = nearest(case.words, at, [bearing])
    return found is not None and found.exact


def _nearest_deed(case: Case, read: Read) -> tuple[Clause | None, Clause | None, float, float]:
    """The clause of a sentence nearest to a deed of a statement: how near its deed is, and those who do and bear it."""
    around = case.around(read.bearing)
    held = read.bearing.indexed.stems[read.bearing.sentence]
    best: tuple[float, Clause | None, Clause | None, float, float] = (0.0, None, None, 0.0, 0.0)
    for nth, deed in enumerate(case.deeds[:2]):
        for clause in read.clauses:
            level = _level(clause, deed)
            if not level:
                continue
            level -= _NOUN * clause.is_noun
            roles = _roles(clause, deed, around, held)
            apart = (clause.unreal and not deed.unreal) + (clause.denied != deed.denied)
            apart += clause.supposed and not deed.supposed
            whole = level + roles - 0.2 * nth - 0.3 * apart
            if best[1] is None or whole > best[0]:
                best = whole, clause, deed, level, roles
    return best[1:]


def _is_light(case: Case) -> bool:
    """Whether a statement's deed is told by words that say little alone ("took on", "did away with")."""
    deed = case.deeds[0] if case.deeds else None
    return deed is None or (deed.key in light(case.language) and not deed.kin)


def _level(clause: Clause, deed: Clause) -> float:
    if clause.key == deed.key and (clause.kin & deed.kin or deed.key not in light(deed.language)):
        return _SAME
    if clause.is_same(deed):
        return _KIN
    return _KIND if clause.families & deed.families else _AKIN if clause.is_akin(deed) else 0.0


def _roles(clause: Clause, deed: Clause, around: frozenset[str], held: frozenset[str]) -> float:
    """How far those who do and bear a deed do and bear a source's: 1 where both do, below 0 where they are turned."""
    agent, patient = deed.heads
    roles = 0.3
    if agent & clause.agent:
        roles = 0.5
    elif agent and not (not clause.agent and agent & around):
        roles = 0.2 if agent & clause.near else -0.3
    if not patient:
        roles += 0.3
    elif patient & clause.patient:
        roles += 0.5
    else:
        roles += 0.35 if patient & clause.near else 0.1 if patient & held else -0.2
    crossed = bool(agent & clause.patient - clause.agent) + bool(patient & clause.agent - clause.patient)
    return roles - 0.6 * crossed
