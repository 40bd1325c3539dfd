"""What ended one way by a draft, and by several outlets the other way: convicted or acquitted, won or lost, upheld or
struck down."""

from __future__ import annotations

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.contrary import verbs_of
from leadup.check.evidence import outlets_in
from leadup.check.report import Finding
from leadup.check.wording import opposites_of

SEVERAL = 2
"""Outlets that must tell the other end."""
AFTER = 30
"""Days within which what ended is told of."""


def otherwise_ended(case: Case, found: Finding) -> Finding:
    """What no source tells, where several outlets tell the other end of the same one, and none the draft's."""
    is_open = found.kind in ("no source says so", "sources say the opposite") and not found.contradicts
    if not is_open or not case.deeds or case.speaker:
        return found
    deed = verbs_of(case)[0]
    # "found guilty" is no other finding than "found not guilty".
    own = frozenset(group for group in deed.kin if opposites_of(frozenset({group}), case.language))
    others = opposites_of(own, case.language)
    if not others or deed.is_noun or deed.is_undone or deed.is_thought_of:
        return found
    near = [r for r in case.read if _is_soon_after(case, r)]
    if any(c.kin & own and not c.kin & others and _is_by_same(case, deed, c) for r in near for c in r.clauses):
        return found
    against = [
        r.bearing
        for r in near
        if any(c.kin & others and not c.kin & own and _is_by_same(case, deed, c) for c in r.clauses)
    ]
    if len(outlets_in(against)) < SEVERAL:
        return found
    return case.found("sources say the opposite", "likely", "the sources deny it, or tell the opposite", against)


def _is_soon_after(case: Case, read: Read) -> bool:
    """Whether a sentence is of the draft's day, or was printed within weeks of it."""
    printed = read.bearing.published
    soon = case.day is not None and printed is not None and 0 <= (printed - case.day).days <= AFTER
    return soon or case.is_then(read.bearing)


def _is_by_same(case: Case, deed: Clause, clause: Clause) -> bool:
    """Whether a source has its deed done, by the one who does the draft's and to what bears that."""
    if clause.is_noun or clause.is_undone or clause.is_thought_of or clause.supposed:
        return False
    agent, patient = deed.heads
    if agent and not agent & clause.agent:
        return False
    if patient and not patient & (clause.patient or clause.near):
        return False
    return bool((agent | patient) & case.names)
