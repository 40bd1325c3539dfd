"""What sentences of a statement's own happening tell of it, where their words alone did not show that they tell it.

Once a sentence is known for one of the statement's happening (``alignment``), less is asked of its clauses: a deed of
the class will do, one who is not named ("a gunman") may be named there or be another noun, and what bears the deed may
stand anywhere in the sentence. What is not relaxed is whether it was done, and who stands on which side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from leadup.check.alignment import Alignment, alignments
from leadup.check.case import Case
from leadup.check.clauses import Clause, light
from leadup.check.contrary import BY_CLASS, BY_KIN, level_of, likely_contrary, verbs_of
from leadup.check.located import is_claimed
from leadup.check.report import Finding
from leadup.check.seeking import Bearing
from leadup.check.speakers import lacks_quotation
from leadup.check.support import supported_by
from leadup.check.telling import tellings
from leadup.check.unconfirmed import unconfirmed_number

Stance = Literal["same", "other", "turned"]
SAME = 0.6
"""Likelihood from which on a sentence is of a statement's happening."""
BEHIND = 0.1
"""...how far it may fall behind the best of another day."""
CONTRARY = 0.4
"""Likelihood of the contrary from which on nothing is borne out."""
OF_ITS_DAY, BEFORE = 0.7, 0.1
"""Likelihood of the best sentence of a statement's day, and how far it must lie before that of the best of another day,
for nothing to be placed on another one."""
WHY = "sources of that day likely tell of it, but none surely as it stands here; they come first below"
_NOUN = 0.5
_PREFERRED: tuple[Stance, ...] = ("other", "same", "turned")
"""Which of two clauses that have the deed as strongly counts: the latter."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a statement's happening and day, and how its strongest clause has the deed."""

    alignment: Alignment
    stance: Stance
    level: float

    @property
    def bearing(self) -> Bearing:
        """The sentence."""
        return self.alignment.bearing


def told(case: Case, least: float = SAME) -> list[Told]:
    """The sentences of a statement's happening and day that have its deed, likeliest first."""
    found = []
    every = alignments(case)
    for one in every:
        if one.likelihood < least or not case.is_then(one.bearing):
            continue
        stances = [_strongest(case, deed, one) for deed in verbs_of(case)]
        if stances and stances[0] is not None:
            # "found that they do not": what is found counts with the finding.
            against = next((s for s in stances[1:] if s is not None and s[0] != "same"), None)
            found.append(Told(one, *(against or stances[0])))
    return found


def _strongest(case: Case, deed: Clause, one: Alignment) -> tuple[Stance, float] | None:
    """How the clause that has a deed most strongly has it."""
    stances = [s for c in one.read.clauses if (s := _stance(case, deed, c, one))]
    return max(stances, key=lambda s: (s[1], _PREFERRED.index(s[0])), default=None)


def unless_of_its_day(case: Case, found: Finding) -> Finding:
    """What is placed on another day as it was found; nothing, where that is a hint and a sentence of its own day is far
    likelier of its happening than one of another day."""
    if found.kind != "date differs" or found.contradicts:
        return found
    then, elsewhere = _likeliest(case)
    if then < OF_ITS_DAY or then - elsewhere < BEFORE:
        return found
    return case.found("no source says so", "likely", case.nothing(), case.nearest)


def _likeliest(case: Case) -> tuple[float, float]:
    """How likely the best sentence of a statement's day is of its happening, and the best of another day."""
    every = alignments(case)
    then = max((a.likelihood for a in every if case.is_then(a.bearing)), default=0.0)
    return then, max((a.likelihood for a in every if not case.is_then(a.bearing)), default=0.0)


def borne_out_by_its_happening(case: Case, found: Finding) -> Finding:
    """What no source says, where sentences of its happening and day tell the deed in other words."""
    if found.kind != "no source says so" or case.day is None or not case.deeds:
        return found
    if unconfirmed_number(case) is not None or lacks_quotation(case) or likely_contrary(case) >= CONTRARY:
        return found
    held = told(case)
    same = [t for t in held if t.stance == "same"]
    if not same or any(t.stance != "same" and t.level >= same[0].level for t in held):
        return found
    _, elsewhere = _likeliest(case)
    plain = {id(t.read) for t in tellings(case) if t.is_plain}
    shown = [t for t in same if id(t.alignment.read) in plain and not is_claimed(case, t.alignment.read)]
    if not shown or elsewhere - shown[0].alignment.likelihood > BEHIND:
        return found
    # Less was asked of its words: it is likely, however much of the statement a sentence holds.
    return replace(supported_by(case, [t.bearing for t in shown]), sureness="likely")


def shown_by_its_happening(case: Case, found: Finding) -> Finding:
    """What no source says, with the sentences that are likeliest of its happening as what comes nearest."""
    if found.kind != "no source says so" or found.why != case.nothing() or case.day is None:
        return found
    near = [a.bearing for a in alignments(case) if a.likelihood >= OF_ITS_DAY and case.is_then(a.bearing)]
    if not near:
        return found
    return case.found(found.kind, found.sureness, WHY, [*near, *case.nearest])


def _stance(case: Case, deed: Clause, clause: Clause, one: Alignment) -> tuple[Stance, float] | None:
    """How a clause has a statement's deed, and how strongly; None where it has another one."""
    level, excludes = level_of(deed, clause)
    level -= _NOUN * (clause.is_noun and not deed.is_noun)
    if level < BY_CLASS or (clause.is_saying and not deed.is_saying):
        return None
    if deed.key in light() and (clause.key == deed.key or level < BY_KIN - _NOUN):
        return None
    if (clause.is_thought_of or clause.supposed) and not (deed.is_thought_of or deed.supposed):
        return None
    agent, patient = (who & case.names or who for who in deed.heads)
    if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
        return ("turned", level) if agent & case.names and not excludes else None
    if agent and not agent & (case.names | clause.heads[0]) and clause.heads[0] & case.keys:
        # "a crowd fired at the police" beside what the police fired.
        return "turned", level
    if not _does(case, agent, clause, one.bearing) or not _bears(case, patient, deed, clause, one.bearing):
        return None
    if agent and patient and not (agent & clause.heads[0] or patient & clause.patient):
        # Who did it and who bore it may each stand elsewhere, but not both: then either may have done it.
        return None
    return ("same" if (clause.is_undone != deed.is_undone) == excludes else "other"), level


def _does(case: Case, agent: frozenset[str], clause: Clause, bearing: Bearing) -> bool:
    if not agent or agent & clause.heads[0]:
        return True
    if not agent & case.names:
        # "a gunman": whoever he is there, but none of the others that the statement tells of.
        others = clause.heads[0] & (case.keys | case.names)
        return not others and not agent & bearing.indexed.stems[bearing.sentence]
    return not clause.agent and bool(agent & case.around(bearing))


def _bears(case: Case, patient: frozenset[str], deed: Clause, clause: Clause, bearing: Bearing) -> bool:
    held = bearing.indexed.stems[bearing.sentence]
    if not patient or patient & (clause.patient | clause.near | held):
        return True
    return clause.is_same(deed) and case.is_idle(patient, clause, deed)
