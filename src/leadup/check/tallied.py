"""What sources bear out by its count: the same number of the same, by the same names, on its day, though told in other
words ("gunmen kill 130 in Orsk", beside "the Orsk attacks, which left 130 people dead")."""

from __future__ import annotations

from leadup.check.case import Case
from leadup.check.evidence import outlets_in
from leadup.check.figures import differing, numbers_of, own_numbers
from leadup.check.report import BORNE_OUT, Finding
from leadup.check.seeking import Bearing
from leadup.check.support import not_given, supported_by
from leadup.timeline.accounts.compare import of_people

LEAST = 10
"""A smaller number is often there by chance."""
OUTLETS = 2
"""Independent outlets that must give it."""


def with_its_count(case: Case, found: Finding) -> Finding:
    """What bears out what befell in a draft's "the attack", where a sentence that is shown gives the count itself:
    another sentence with the number may be of anything."""
    if not case.happening or found.kind not in BORNE_OUT:
        return found
    theirs = [n for w in found.witnesses for n in numbers_of(w.span.exact, case.language)]
    for said in own_numbers(case):
        if not said.vague and not any(n.gives(said) for n in theirs):
            return case.found("no source says so", "likely", not_given(said, case.words), case.nearest)
    return found


def borne_out_by_count(case: Case, found: Finding) -> Finding:
    """The verdict, or that a statement that nothing bears out in its words is borne out by its count.

    Only what befell people is counted so, told plainly, on a day, by nobody who is named: who did it the sentences need
    not say.
    """
    if found.kind != "no source says so" or case.day is None or case.quotes or case.speaker or not case.names:
        return found
    if not case.deeds or case.deeds[0].denied or case.deeds[0].agent & case.names:
        return found
    counts = [n for n in own_numbers(case) if n.of in of_people(case.language) and not n.vague and n.low >= LEAST]
    if len(counts) != 1:
        return found
    same: list[Bearing] = []
    other: list[Bearing] = []
    for bearing in case.bearing:
        if not case.is_then(bearing) or not case.names <= bearing.indexed.stems[bearing.sentence]:
            continue
        agree, differ = differing(counts[0], numbers_of(bearing.words, case.language))
        if any(n.of == counts[0].of and n.low == counts[0].low for n in agree):
            same.append(bearing)
        elif differ:
            other.append(bearing)
    told = outlets_in(same)
    if len(told) < OUTLETS or len(outlets_in(other)) >= len(told):
        return found
    return supported_by(case, same)
