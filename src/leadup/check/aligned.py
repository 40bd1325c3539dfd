"""What is said of a statement that no source tells as it stands, where sentences of its day likely tell of it.

Whether a sentence is of the statement's happening at all is learnt (``alignment``). That is not to tell the same: with
a "not", or with its parties turned round, a line is of the same happening and comes as near. So nothing is borne out or
contradicted here; such sentences are shown first, and speak against a hint that the happening was on another day.
"""

from __future__ import annotations

from leadup.check.alignment import alignments
from leadup.check.case import Case
from leadup.check.report import Finding

OF_ITS_DAY, BEFORE = 0.7, 0.1
"""Likelihood from which on a sentence of a statement's day is shown as one of its happening; and how far the best such
must lie before that of the best of another day, for nothing to be placed on another one."""
WHY = "sources of that day likely tell of it, but none surely as it stands here; they come first below"


def unless_of_its_day(case: Case, found: Finding) -> Finding:
    """What is placed on another day as it was found; nothing, where that is a hint and a sentence of its own day is far
    likelier of its happening than one of another day."""
    if found.kind != "date differs" or found.contradicts:
        return found
    every = alignments(case)
    then = max((a.likelihood for a in every if case.is_then(a.bearing)), default=0.0)
    elsewhere = max((a.likelihood for a in every if not case.is_then(a.bearing)), default=0.0)
    if then < OF_ITS_DAY or then - elsewhere < BEFORE:
        return found
    return case.found("no source says so", "likely", case.nothing(), case.nearest)


def shown_by_its_happening(case: Case, found: Finding) -> Finding:
    """What no source says, with the sentences that are likeliest of its happening as what comes nearest."""
    if found.kind != "no source says so" or found.why != case.nothing() or case.day is None:
        return found
    near = [a.bearing for a in alignments(case) if a.likelihood >= OF_ITS_DAY and case.is_then(a.bearing)]
    if not near:
        return found
    return case.found(found.kind, found.sureness, WHY, [*near, *case.nearest])
