"""What one says in a draft, where the sources have the same one say the contrary of it: "denied" beside "admitted"."""

from __future__ import annotations

from dataclasses import replace

from leadup.check.case import BEARS, Case, Read
from leadup.check.clauses import Clause
from leadup.check.evidence import is_name, outlets_in
from leadup.check.report import BORNE_OUT, Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.undone import says_contrary
from leadup.check.whose import akin_to, narrowest_clause
from leadup.check.wording import opposites_of

NEAR = 0.55
"""Share of a statement, in whatever words, that a sentence of its day must hold."""
SEVERAL = 2
"""Outlets from which on it is stated."""
WHY = "the sources have the same one say the opposite"


def said_the_contrary(case: Case, found: Finding) -> Finding:
    """What no source tells, where sentences of its day have the one who says it say the contrary by the verb alone."""
    if found.kind != "no source says so" or case.quotes or not case.speaker & case.names:
        return found
    said = next((c for c in case.own if c.is_saying and c.main and not c.denied and c.agent & case.names), None)
    if said is None:
        return found
    against: list[Bearing] = []
    for read in case.read:
        near = case.nearby_or_contrary.of(read.bearing)
        if near.whole < NEAR or read.bearing.score < BEARS or not case.is_then(read.bearing):
            continue
        if any(c.is_same(said) and c.agent & said.agent and not c.denied for c in read.clauses):
            return found
        if says_contrary(said, _spoken(said, read)):
            against.append(read.bearing)
    if not against:
        return found
    sure: Sureness = "likely" if len(outlets_in(against)) >= SEVERAL else "possible"
    return case.found("sources say the opposite", sure, WHY, against)


def said_by_him(case: Case, found: Finding) -> Finding:
    """What bears out that one says something, unless all that is shown has another one, who is named, say it."""
    speaker = case.speaker & case.names
    if found.kind not in BORNE_OUT or not speaker or case.quotes:
        return found
    if not any(c.is_saying and c.main and c.agent & speaker for c in case.own):
        return found
    shown = [r for r in case.read if r.bearing.place in found.places]
    if not shown or not all(_is_anothers(case, r, speaker) for r in shown):
        return found
    by = [r.bearing for r in shown]
    sure: Sureness = "likely" if len(outlets_in(by)) >= SEVERAL else "possible"
    return case.found("wrong speaker", sure, "the sources have another one say it", by)


def _is_anothers(case: Case, read: Read, speaker: frozenset[str]) -> bool:
    """Whether a sentence has what it shares with a statement as the words of another one who is named."""
    said = [c.agent for c in read.clauses if c.is_saying] + [c.speaker for c in read.clauses if c.speaker]
    if any(speaker & who for who in said):
        return False
    clause = narrowest_clause(read, akin_to(case, read), case.keys)
    who = (clause.speaker or (clause.agent if clause.is_saying else frozenset())) if clause else frozenset()
    return any(is_name(read.bearing.words, key, case.language) for key in who)


def _spoken(said: Clause, read: Read) -> Read:
    """A sentence with those clauses alone that say something, or whose own verb is the opposite: "faced questions" is
    no word of the one who faces them."""
    opposite = opposites_of(said.kin, read.bearing.indexed.language)
    return replace(read, clauses=tuple(c for c in read.clauses if c.is_saying or c.kin & opposite))
