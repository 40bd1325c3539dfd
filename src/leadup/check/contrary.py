"""Whether the sources tell the contrary of what a statement tells: how likely that is, by all that come near.

A source may deny a deed by a "not", by a verb of not doing it ("called off the trip"), or by a deed that excludes it
("stayed on" beside "quit"). One clause of that kind is not enough: the same sentence may tell the deed besides, or be
of another one. Here all sentences of the statement's day are weighed, those for it and those against.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from leadup.check.case import BEARS, Case, Read
from leadup.check.clauses import Clause, aspect, light
from leadup.check.days import weighed
from leadup.check.evidence import outlets_in, refuses
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.support import likelihood
from leadup.check.telling import tellings
from leadup.check.wording import contraries_of, opposites_of

WEIGHTS = {
    "against": 0.85, "for": -0.23, "lead": 0.60, "behind": -0.49, "nothing for": -0.09, "outlets against": 0.26,
    "outlets for": -0.03, "near": 0.65, "refused": -0.27, "not refused": 2.35, "nearest against": 0.46,
    "nearest for": -0.07, "best": 0.07, "told": -0.81,
}  # fmt: skip
BIAS = -1.83
"""A logistic regression of a sample of 1,305 lines of nine sets (``benchmarks/check_weights.py ARCHIVE --only
contrary`` fits it to whole sets): those whose deed was denied, beside all others. With each set left out of the fit in
turn, of 160 such lines 93 reach 0.4, 75 reach 0.6 and 46 reach 0.9; of 378 true ones 22, 10 and 2; of 105 invented
ones 5, 1 and none."""
BY_WORD, BY_KIN, BY_OPPOSITE, BY_CLASS = 3.0, 2.5, 2.0, 1.5
"""How strongly a clause speaks for a statement's deed, or against it: by the very word, by one that may stand for it,
by one that denies that, and by a deed of its class or of one that excludes it."""
_NOUN, _UNREAL, _SECOND = 0.5, 1.0, 0.3
"""What it counts less where it is a noun, only thought of, or the statement's second deed."""
COUNTS, NOTHING = 0.3, 0.1
"""Strength from which on a sentence is counted among those for a statement, or against it, and below which
none is."""
BESIDE = 0.1
"""Sentences that come less near than the nearest by no more than this are asked whether they refuse something."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A sentence of a statement's day: how near it comes, and how strongly it speaks for it or against it."""

    read: Read
    near: float
    favours: float
    opposes: float
    likelihood: float

    @property
    def against(self) -> float:
        """How strongly it is against the statement, all in all."""
        return self.near**2 * self.opposes if self.opposes > self.favours else 0.0

    @property
    def on_its_side(self) -> float:
        """How strongly it is for it."""
        return self.near**2 * self.favours if self.favours >= self.opposes else 0.0


def verbs_of(case: Case) -> list[Clause]:
    """The deeds of a statement that are held against the sources': its first two by verbs, else the first."""
    verbs = [d for d in case.deeds if not d.is_noun]
    # "decided to go ahead": the second word is the deed.
    return ([d for d in verbs if d.key not in aspect(case.language)] or verbs)[:2] or case.deeds[:1]


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def stances(case: Case) -> tuple[Stance, ...]:
    """The sentences of a statement's day, nearest first."""
    told = {id(t.read): t.likelihood for t in tellings(case)}
    found = []
    for read in case.read:
        if case.is_then(read.bearing) and _is_near(case, read.bearing):
            near = case.nearby_or_contrary.of(read.bearing).whole
            found.append(Stance(read, near, *_sides(case, read), told[id(read)]))
    return tuple(sorted(found, key=lambda s: (-s.near, s.read.bearing.indexed.article.id, s.read.bearing.sentence)))


def _is_near(case: Case, bearing: Bearing) -> bool:
    """Whether a sentence holds enough of a statement to be against it: what denies one word of it does not count."""
    return bearing.score >= BEARS or case.nearby.of(bearing).whole >= BEARS


def _sides(case: Case, read: Read) -> tuple[float, float]:
    """How strongly the clauses of a sentence speak for a statement's deeds, and how strongly against them."""
    favours = opposes = 0.0
    for nth, deed in enumerate(verbs_of(case)):
        for clause in read.clauses:
            level, excludes = level_of(deed, clause)
            level -= _NOUN * clause.is_noun + _UNREAL * (clause.unreal and not deed.unreal) + _SECOND * nth
            if level <= 0 or clause.supposed:
                continue
            strength = level * fitting(case, deed, clause, read.bearing)
            if (clause.denied != deed.denied) == excludes:
                favours = max(favours, strength)
            else:
                opposes = max(opposes, strength)
    return favours, opposes


def level_of(deed: Clause, clause: Clause) -> tuple[float, bool]:
    """How much a source's clause says of a statement's deed, and whether it is one that excludes it."""
    by_kin = _excludes(deed.kin, clause.kin, opposites_of, deed.language)
    by_class = _excludes(deed.classes, clause.classes, contraries_of, deed.language)
    if by_kin and not by_class < 0:
        return (BY_OPPOSITE, True) if by_kin > 0 else (0.0, False)
    if by_class:
        return (BY_CLASS, True) if by_class > 0 and not by_kin < 0 else (0.0, False)
    if clause.key == deed.key and (clause.kin & deed.kin or deed.key not in light(deed.language)):
        return BY_WORD, False
    if clause.is_same(deed):
        return BY_KIN, False
    return (BY_CLASS, False) if clause.is_akin(deed) else (0.0, False)


def _excludes(
    own: frozenset[str],
    theirs: frozenset[str],
    contraries: Callable[[frozenset[str], str], frozenset[str]],
    language: str,
) -> int:
    """1 where the groups of a source's word exclude those of a statement's, -1 where they have one in common besides of
    which others are the contrary, 0 where they exclude nothing."""
    if not theirs & contraries(own, language) - own:
        return 0
    return -1 if any(contraries(frozenset({group}), language) for group in own & theirs) else 1


def fitting(case: Case, deed: Clause, clause: Clause, bearing: Bearing) -> float:
    """How far those who do and bear a statement's deed have a part in a source's, from 0 to 1."""
    agent, patient = (who & case.names or who for who in deed.heads)
    if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
        return 0.0
    around, held = case.around(bearing), bearing.indexed.stems[bearing.sentence]
    if not agent:
        does = 0.3
    elif agent & clause.agent:
        does = 1.0
    else:
        may = 0.6 if not clause.agent and agent & around else 0.0
        does = may or (0.5 if agent & clause.near else 0.2 if agent & held else -0.7)
    if patient:
        near = 0.8 if patient & clause.near else 0.3 if patient & held else 0.1 if patient & around else -0.5
        bears = 1.0 if patient & clause.patient else near
    else:
        other = deed.near - deed.agent - {deed.key}
        bears = 0.6 * min(1.0, len(other & clause.near) / max(1, min(3, len(other)))) if other else 0.3
    return max(0.0, (does + bears) / 2)


@lru_cache(maxsize=1)
def evidence(case: Case) -> dict[str, float]:
    """What speaks for it, by the names of ``WEIGHTS``."""
    found = stances(case)
    against = [s for s in found if s.against > COUNTS]
    for_it = [s for s in found if s.on_its_side > COUNTS]
    top = found[0].near if found else 0.0
    nearest = [s for s in found if s.near >= top - BESIDE]
    denies = any(d.denied for d in verbs_of(case))
    refusing = sum(refuses(s.read.bearing.words, case.language) for s in nearest) / len(nearest) if nearest else 0.0
    most_against = max((s.against for s in found), default=0.0)
    most_for = max((s.on_its_side for s in found), default=0.0)
    return {
        "against": most_against,
        "for": most_for,
        "lead": max(0.0, most_against - most_for),
        "behind": max(0.0, most_for - most_against),
        "nothing for": float(most_against > COUNTS and most_for < NOTHING),
        "outlets against": min(3.0, len(outlets_in([s.read.bearing for s in against]))),
        "outlets for": min(3.0, len(outlets_in([s.read.bearing for s in for_it]))),
        "near": top,
        # A draft's own "not" speaks against it only where the nearest sentences have none.
        "refused": 0.0 if denies else refusing,
        "not refused": top * (1 - refusing) if denies else 0.0,
        "nearest against": float(bool(found) and found[0].against > 0),
        "nearest for": float(bool(found) and found[0].on_its_side > 0),
        "best": max((s.likelihood for s in found), default=0.0),
        "told": likelihood(case),
    }


def likely_contrary(case: Case) -> float:
    """How likely it is, in [0, 1], that the sources tell the contrary of a statement; 0 where none of them does."""
    if not case.deeds or case.leaves_unsaid or not contrary_to(case):
        return 0.0
    return weighed(BIAS, WEIGHTS, evidence(case))


def told_contrary(case: Case, least: float, sure: Sureness = "likely") -> Finding | None:
    """The verdict that the sources tell the contrary, where that is at least so likely."""
    if likely_contrary(case) < least:
        return None
    denies = any(d.denied for d in verbs_of(case))
    why = "the draft denies what the sources tell" if denies else "the sources deny it, or tell the opposite"
    return case.found("sources say the opposite", sure, why, contrary_to(case))


def is_outweighed(case: Case) -> bool:
    """Whether more of what comes near is against a statement than for it, or nothing for one that denies."""
    known = evidence(case) if case.deeds else {}
    return bool(known) and (known["against"] > known["for"] or known["for"] < NOTHING)


def contrary_to(case: Case) -> list[Bearing]:
    """The sentences that are against a statement, strongest first; of one that denies, the nearest without a "not"."""
    found = stances(case)
    against = sorted((s for s in found if s.against > 0), key=lambda s: -s.against)
    if not against and any(d.denied for d in verbs_of(case)):
        against = [
            s for s in found if s.near >= found[0].near - BESIDE and not refuses(s.read.bearing.words, case.language)
        ]
    return [s.read.bearing for s in against]
