"""Whether a contradiction stands: a sentence of the day must tell the statement's own deed with the other polarity.

That something near a statement is told without a "not" makes no contrary of it: it may be another one's deed, one of
another time, or one only thought of ("an ally of Varo resigned" does not deny that Varo would not). And where a
sentence of the day has the deed as the statement has it, the sources do not say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause, lang_words, light
from leadup.check.contrary import BY_CLASS, BY_OPPOSITE, level_of, verbs_of
from leadup.check.evidence import refuses
from leadup.check.report import Finding
from leadup.check.seeking import Bearing
from leadup.check.wording import stem_of

Side = Literal["same", "other"]
"""Whether a source's clause has a deed with the statement's polarity, or with the other one."""

LEAST_OTHER, LEAST_SAME = BY_CLASS, BY_OPPOSITE
"""How strongly a sentence must have the deed with the other polarity to contradict a statement, and with the same one
to keep it from being contradicted."""
_NOT_BORNE, _NOUN = 0.6, 0.5
"""What is left of a clause's strength where it does not have what bears the deed; and what it counts less where it is
a noun of another word."""
_COUNTRY = "~"
_FIRST = 2
"""Sentences shown first, of which one must have a "not" to date what was not done."""
_AFTER = 40
"""Letters after a verb that says little alone within which a "not" may turn what it tells."""
WHY = "sources tell something like it, but none says that it was otherwise"


def only_if_opposite(case: Case, found: Finding) -> Finding:
    """A contradiction by polarity as it was found, where a sentence of the day bears it out; else as possible only, or
    none where one has the deed as the statement does."""
    if found.kind != "sources say the opposite" or not case.deeds:
        return found
    if any(c.is_saying and c.main and c.is_undone for c in case.own):
        # "did not say that ...": the saying is what is denied.
        return found
    then = [r for r in case.read if case.is_then(r.bearing)]
    sides = [(r, _strongest(case, r, "same"), _strongest(case, r, "other")) for r in then]
    against = sorted((s for s in sides if s[2] >= LEAST_OTHER and s[1] < LEAST_OTHER), key=lambda s: -s[2])
    best = against[0][2] if against else 0.0
    if any(same >= LEAST_SAME and same >= best for _, same, _ in sides):
        return case.found("no source says so", "likely", WHY, case.nearest)
    if not against and verbs_of(case)[0].is_refusal:
        return case.found("no source says so", "likely", WHY, case.nearest)
    if not against:
        return replace(found, sureness="possible")
    return _shown_first(case, found, [r.bearing for r, _, _ in against]) if found.contradicts else found


def only_if_undone_there(case: Case, found: Finding) -> Finding:
    """What is placed on another day, where a statement tells that its deed was not done: a sentence must say so."""
    if found.kind != "date differs" or not found.contradicts or not case.deeds or not verbs_of(case)[0].is_undone:
        return found
    there = [r for r in case.read if r.bearing.place in found.places]
    says_so = not there or any(refuses(r.bearing.words) or any(c.is_undone for c in r.clauses) for r in there[:_FIRST])
    if says_so and not _only_others_say(case, there):
        return found
    return case.found("no source says so", "likely", case.nothing(), case.nearest)


def _only_others_say(case: Case, reads: Sequence[Read]) -> bool:
    """Whether a refusal is there only as the word of others: "he should not run, members said"."""
    deed = verbs_of(case)[0]
    his = case.speaker | deed.agent
    theirs = [c.speaker for r in reads for c in r.clauses if c.is_same(deed) and c.is_undone]
    return deed.is_refusal and bool(theirs) and not any(who is None or not who or who & his for who in theirs)


def _shown_first(case: Case, found: Finding, against: Sequence[Bearing]) -> Finding:
    """The verdict with the sentences that bear it out shown first."""
    shown = {b.place: b for b in case.bearing if b.place in found.places}
    first = [b for b in against if b.place in shown] or list(against)
    return case.found(found.kind, found.sureness, found.why, [*first, *shown.values()], found.marks)


def _strongest(case: Case, read: Read, side: Side) -> float:
    """How strongly a sentence has a deed of the statement on one side."""
    first, *more = verbs_of(case)
    votes = [_strength(case, first, c, read.bearing, side) for c in read.clauses]
    # What excludes the second of "failed to pass" excludes only the failing.
    votes += [_strength(case, d, c, read.bearing, side) for d in more for c in read.clauses if not level_of(d, c)[1]]
    return max(votes, default=0.0)


def _strength(case: Case, deed: Clause, clause: Clause, bearing: Bearing, side: Side) -> float:
    """How strongly a clause has a deed, as done by and to the same ones, on one side; 0 where it has it not so."""
    level, excludes = level_of(deed, clause)
    if not level or (clause.supposed and not deed.supposed) or (clause.is_saying and clause.key != deed.key):
        return 0.0
    if (clause.is_noun and (excludes or clause.key in deed.patient)) or _turns_after(clause, bearing):
        return 0.0
    is_same = (clause.is_undone == deed.is_undone) != excludes
    if is_same != (side == "same") or not _is_held(deed, clause, side) or _only(clause, bearing):
        return 0.0
    agent, patient = (who & case.names or who for who in deed.heads)
    if not _is_done_by(case, agent, patient, clause, bearing, side):
        return 0.0
    if deed.is_refusal and not clause.agent:
        return 0.0
    if clause.key != deed.key and (clause.is_noun or deed.key in light()):
        # "hold a vote" is not "delay a vote", nor "hold that ..."; "failed on a vote" is no passing.
        named = patient & clause.patient or (agent & clause.agent and case.is_idle(patient, clause, deed))
        if level < BY_OPPOSITE or not (named or (clause.is_noun and agent & clause.agent)):
            return 0.0
    level -= _NOUN * (clause.is_noun and clause.key != deed.key)
    if _bears(case, patient, deed, clause, bearing):
        return level
    return level * _NOT_BORNE if side == "same" or _is_himself(agent, clause) else 0.0


def _is_himself(agent: frozenset[str], clause: Clause) -> bool:
    """Whether one who does a deed is named as doing a source's: "Norlandic lawmakers" are not Norland."""
    shared = agent & clause.heads[0]
    return any(not key.startswith(_COUNTRY) for key in shared) or (bool(shared) and shared == clause.heads[0])


def _bears(case: Case, patient: frozenset[str], deed: Clause, clause: Clause, bearing: Bearing) -> bool:
    """Whether a clause has its deed done to those who bear the statement's."""
    if patient & clause.patient or case.is_idle(patient, clause, deed):
        return True
    if clause.patient and clause.key != deed.key:
        # "signed a statement on the nuclear talks" is not "struck a nuclear deal".
        return patient <= clause.near
    # "after it voted the plan down, it passed two others": what hangs on the verb alone.
    own = frozenset(stem_of(bearing.words[start:end]) for start, end in clause.reach)
    return bool(patient & (own if clause.patient else clause.near))


def _is_held(deed: Clause, clause: Clause, side: Side) -> bool:
    """Whether a clause has its deed as real, or as much as the statement does."""
    thought_of, is_own = clause.is_thought_of, deed.is_thought_of
    if clause.is_noun and (side == "same" or thought_of or is_own):
        return False
    if thought_of and (side == "same" or not clause.is_undone):
        return is_own and clause.main
    # "twice ran" says nothing of whether he would again.
    return clause.main or not deed.is_refusal


def _is_done_by(
    case: Case, agent: frozenset[str], patient: frozenset[str], clause: Clause, bearing: Bearing, side: Side
) -> bool:
    """Whether a clause has its deed done by those who do the statement's, as far as it tells who does it."""
    if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
        return False
    if not agent or clause.agent:
        return not agent or bool(agent & clause.heads[0])
    return side == "other" and bool(patient or not clause.patient) and bool(agent & case.around(bearing))


@cache
def _restricting() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(lang_words('restricting')))})\s+$")


@cache
def _nots() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(lang_words('right_before')))})\b")


def _turns_after(clause: Clause, bearing: Bearing) -> bool:
    """Whether a "not" follows a verb that says little alone, and may turn what it tells: "found him not guilty"."""
    after = bearing.words[clause.end : clause.end + _AFTER]
    return clause.key in light() and not clause.denied and _nots().search(after) is not None


def _only(clause: Clause, bearing: Bearing) -> bool:
    """Whether a word before a deed says that no more than it was done: "only reached a verdict on one"."""
    return bool(_restricting().search(bearing.words[: clause.start]))
