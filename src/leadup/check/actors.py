"""Who did it to whom, and whether it was done at all: a statement's deed beside the same deed in the sources."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.check.case import NEARLY_ALL, TOLD, Case, Read
from leadup.check.clauses import Clause
from leadup.check.evidence import actors_of, all_of, outlets_in, refuses
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing

CLOSE_CLAUSE = 2
OPPOSITE = 0.75
"""Share that a sentence must hold to contradict a statement by itself."""
DENIED = 0.66
"""...and to contradict one that denies what no source denies."""
TURNED = 2
"""Clauses that have it the other way round, those that have it so both ways counting twice."""


def turned_round(case: Case) -> Finding | None:
    """Where the sources have a deed of the statement done the other way round."""
    for deed in case.own:
        if not deed.is_saying and actors_of(deed) and (found := _turned(case, deed)):
            return found
    return None


def _turned(case: Case, deed: Clause) -> Finding | None:
    """Where the sources have one deed of the statement done the other way round."""
    turned: dict[str, tuple[int, Bearing]] = {}
    straight: set[str] = set()
    for read in case.read:
        article = read.bearing.indexed.article.id
        for c in read.clauses:
            if not c.is_same(deed) or c.denied != deed.denied or (c.unreal and not deed.unreal):
                continue
            turn = _turn(case, deed, c, read.bearing)
            if turn > turned.get(article, (0, None))[0]:
                turned[article] = turn, read.bearing
            elif turn < 0:
                straight.add(article)
    much = sum(turn for turn, _ in turned.values())
    if much < TURNED or much <= 2 * len(straight):
        return None
    sure: Sureness = "sure" if much >= 2 * TURNED and not straight else "likely"
    by = [b for _, b in sorted(turned.values(), key=lambda x: (-x[0], -x[1].score))]
    return case.found("actors differ", sure, "the sources have it done the other way round", by)


def _turn(case: Case, deed: Clause, other: Clause, bearing: Bearing) -> int:
    """How far a source's clause turns the statement's round: 2 both ways, 1 in part, -1 where it has it as is."""
    agent, patient = (who & case.names or who for who in (deed.agent, deed.patient))
    agent, patient = agent - patient, patient - agent
    there = bool(agent & other.patient), bool(patient & other.agent)
    others = (case.names & all_of(case.own)) - deed.agent - deed.patient - case.speaker
    then = case.is_then(bearing)
    told = bearing.score >= TOLD and (then or bearing.own >= NEARLY_ALL)
    another = bool(agent) and told and then and bool(other.agent & others)
    # With somebody else doing it to the same one, it is not the statement's own either.
    alone = not agent or not other.agent
    if agent & other.agent or (patient & other.patient and alone):
        return 0 if any(there) else -1
    if all(there):
        return 2 if told else 1
    if any(there):
        named = ((agent & other.patient) | (patient & other.agent)) & case.names
        return int(bool(named) and told)
    return int(another)


def opposed(case: Case, told: Sequence[Read]) -> Finding | None:
    """Where the draft denies what the sources tell, or tells what they deny."""
    against: list[Bearing] = []
    if case.deeds and any(d.denied for d in case.own if d.main):
        return _said_anyway(case, told)
    for_it = 0
    verbs = [d for d in case.deeds if not d.is_noun][:2] or case.deeds[:1]
    for read in case.read:
        if read.bearing.score < TOLD or not case.is_then(read.bearing):
            continue
        votes = [v for deed in verbs if (v := _vote(case, deed, read))]
        if any(v > 0 for v in votes):
            for_it += 1
        elif votes:
            against.append(read.bearing)
    if len(against) > 2 * for_it and (len(against) > 1 or against[0].score >= OPPOSITE):
        sure: Sureness = "sure" if len(against) > 1 and not for_it else "likely"
        why = "what the draft denies the sources tell, or the reverse"
        return case.found("sources say the opposite", sure, why, against)
    return None


def _vote(case: Case, deed: Clause, read: Read) -> int:
    """1 where a sentence has the deed as the statement does, -1 where it denies what that tells, 0 else."""
    like = [c for c in read.clauses if c.is_same(deed) and case.is_deed(c, deed)]
    same = [c for c in like if c.key == deed.key] or like
    if any(c.denied == deed.denied for c in same):
        return 1
    near = [c for c in same if c.unreal == deed.unreal and len(c.near & deed.near) >= CLOSE_CLAUSE]
    return -1 if any(not c.supposed for c in near) else 0


def _said_anyway(case: Case, told: Sequence[Read]) -> Finding | None:
    """Where the draft denies a thing: the sources deny it too, or they tell it."""
    against: list[Bearing] = []
    denied = 0
    for read in told:
        like = [c for c in read.clauses if any(c.is_like(d) for d in case.deeds)]
        then = case.is_then(read.bearing)
        if any(c.denied and (then or not c.unreal) for c in like):
            denied += 1
        elif like or not refuses(read.bearing.words):
            against.append(read.bearing)
    reported = any(d.denied and d.speaker for d in case.own)
    # Somebody's denial is not contradicted by what others tell: one must have it of him.
    his = not reported or any(
        c.speaker and c.speaker & case.speaker for r in told if r.bearing in against for c in r.clauses
    )
    if his and len(against) > 2 * denied and max(b.own for b in against) >= (OPPOSITE if denied else DENIED):
        sure: Sureness = "sure" if len(outlets_in(against)) > 1 and not denied else "likely"
        return case.found("sources say the opposite", sure, "the draft denies what the sources tell", against)
    if not denied:
        return case.found("no source says so", "likely", case.nothing(), case.nearest)
    return None
