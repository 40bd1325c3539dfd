"""What no source tells, where they have the same thing done by another one whom the draft names: "Varo took Vessin from
Pask" beside "Pask took Vessin", "Varo overrode Pask's veto" beside "Pask overrode Varo's veto"."""

from __future__ import annotations

from leadup.check.actors import behind, either_way, joined_by, joined_in
from leadup.check.case import Case
from leadup.check.clauses import Clause, light
from leadup.check.evidence import outlets_in
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.wording import stem_of
from leadup.reading.syntax import Parse

NEAR = 0.6
"""Share of a statement, in whatever words, that a sentence of its day must hold."""
SEVERAL = 2
"""Outlets from which on it is stated."""
BORNE, BORNE_NAMES = 0.5, 0.6
"""Share of a statement, and of its names, that a sentence must hold which has the deed done to the one who does it."""
WHY_BORNE = "the sources have it done to the one who does it in the draft"
WHY = "the sources have it done by another one whom the draft names"


def done_by_another(case: Case, found: Finding) -> Finding:
    """What no source tells, where sentences of its day have its deed done to the same one by another of the draft's,
    and none by the draft's own."""
    if found.kind != "no source says so" or not case.deeds or case.speaker or case.quotes:
        return found
    deed = case.deeds[0]
    if (
        deed.is_noun
        or deed.is_saying
        or deed.denied
        or deed.key in either_way(case.language)
        or not deed.agent & case.names
    ):
        return found
    # Whom the draft names beside its own, and who may have done it instead.
    others = (case.names & deed.near) | _taken_from(case.parse)
    others -= deed.agent | deed.patient | joined_by(case.parse)
    against: list[Bearing] = []
    for read in case.read:
        near = case.nearby.of(read.bearing)
        if not case.is_then(read.bearing) or near.whole < NEAR:
            continue
        votes = [_vote(case, deed, others, c, read.bearing) for c in read.clauses]
        if any(vote > 0 for vote in votes):
            return found
        if any(vote < 0 for vote in votes):
            against.append(read.bearing)
    if not against:
        return found
    sure: Sureness = "likely" if len(outlets_in(against)) >= SEVERAL else "possible"
    return case.found("actors differ", sure, WHY, against)


def borne_by_the_doer(case: Case, found: Finding) -> Finding:
    """What no source tells, where sentences have its very deed done to the one who does it in the draft, and none by
    him: "Finch shot an officer" beside "Finch was shot dead by police"."""
    if found.kind != "no source says so" or not case.deeds or case.speaker or case.quotes:
        return found
    deed = case.deeds[0]
    agent, patient = (deed.heads[0] & case.names) - deed.heads[1], deed.heads[1]
    if not agent or not patient or deed.is_noun or deed.is_saying or deed.denied or deed.is_thought_of:
        return found
    if deed.key in either_way(case.language) | light(case.language):
        return found
    borne: list[Bearing] = []
    for read in case.read:
        near = case.nearby.of(read.bearing)
        for clause in read.clauses:
            if not clause.is_same(deed) or clause.supposed:
                continue
            if agent & (clause.agent | joined_in(read.bearing)):
                return found
            if near.whole >= BORNE and near.names >= BORNE_NAMES and _bears(case, agent, patient, clause):
                borne.append(read.bearing)
    if not borne:
        return found
    sure: Sureness = "likely" if len(outlets_in(borne)) >= SEVERAL else "possible"
    return case.found("actors differ", sure, WHY_BORNE, borne)


def _bears(case: Case, agent: frozenset[str], patient: frozenset[str], clause: Clause) -> bool:
    """Whether a clause has a deed done to the one who does it in the draft, by none but whom the draft has bear it."""
    bears = clause.heads[1]
    if clause.denied or clause.is_thought_of or 2 * len(agent & bears) <= len(bears):
        return False
    named = patient & case.names
    return not clause.agent or not named or bool(named & clause.agent)


def _vote(case: Case, deed: Clause, others: frozenset[str], clause: Clause, bearing: Bearing) -> int:
    """1 where a clause has the deed done by the draft's own, -1 where by one of ``others``, 0 else."""
    if clause.is_noun or clause.denied or clause.is_thought_of or clause.supposed or not _is_deed(deed, clause):
        return 0
    agent, patient = deed.agent & case.names, deed.heads[1]
    if agent & clause.agent:
        return 1
    is_others = bool(others & clause.heads[0]) and not deed.heads[0] & clause.agent
    borne = bool(patient & clause.patient) if patient else not clause.patient
    if not (is_others and borne and agent & case.around(bearing)):
        return 0
    # "Oster sailed with Rolf" leaves Rolf sailing.
    return 0 if agent & joined_in(bearing) else -1


def _taken_from(parse: Parse) -> frozenset[str]:
    """Those from whom a sentence has something taken, by name or not."""
    return frozenset(stem_of(parse[k].word, parse.language) for k in behind(parse, "taken_from")) - {""}


def _is_deed(deed: Clause, clause: Clause) -> bool:
    return bool(deed.kin & clause.kin) if deed.key in light(deed.language) else clause.is_same(deed)
