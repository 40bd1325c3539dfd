"""Whether a contradiction stands: a sentence of the day must tell the statement's own deed with the other polarity.

That something near a statement is told without a "not" makes no contrary of it: it may be another one's deed, one of
another time, or one only thought of ("an ally of Varo resigned" does not deny that Varo would not). And where a
sentence of the day has the deed as the statement has it, the sources do not say the opposite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadup.check.case import Case, Read
from leadup.check.contrary import BY_CLASS, BY_OPPOSITE, level_of, verbs_of
from leadup.check.denial import hangs
from leadup.check.evidence import refuses
from leadup.check.holding import Hold, held, held_by, most
from leadup.check.report import Finding
from leadup.check.seeking import Bearing
from leadup.check.wording import COUNTRY, stem_of
from leadup.reading.figures.lexicon import is_people

LEAST_OTHER, LEAST_SAME = BY_CLASS, BY_OPPOSITE
"""How strongly a sentence must hold the deed with the other polarity to contradict a statement, and with the same one
to keep it from being contradicted."""
_FIRST = 2
"""Sentences shown first, of which one must have a "not" to date what was not done."""
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
    holds = [(r, _held(case, r)) for r in then]
    against = [x for x in holds if x[1].other >= LEAST_OTHER > x[1].same]
    against.sort(key=lambda x: -x[1].other)
    best = against[0][1].other if against else 0.0
    if not _befell(case, then):
        return case.found("no source says so", "likely", WHY, case.nearest)
    if any(hold.same >= max(LEAST_SAME, best) for _, hold in holds):
        return case.found("no source says so", "likely", WHY, case.nearest)
    if not against and verbs_of(case)[0].is_refusal:
        return case.found("no source says so", "likely", WHY, case.nearest)
    if not against:
        return replace(found, sureness="possible")
    return _shown_first(case, found, [r.bearing for r, _ in against]) if found.contradicts else found


def _befell(case: Case, then: Sequence[Read]) -> bool:
    """Whether a sentence has the deed done by, or to, the very people of whom a statement says that none was: "no
    Norlanders were killed" is not denied by the killing of another one."""
    parse = case.parse
    for at, token in enumerate(parse):
        if token.deprel not in ("nsubj", "nsubj:pass", "obj") or parse[token.head].upos != "VERB":
            continue
        if not hangs(parse, at, "deny", "det"):
            continue
        key = stem_of(token.word, case.language)
        if key.startswith(COUNTRY) or is_people(token.word.lower(), parse.language):
            deed = next((c for c in case.own if c.start == parse[token.head].start - case.parse_start), None)
            return deed is None or any(
                key in c.agent | c.patient and c.is_akin(deed) and not c.is_undone for r in then for c in r.clauses
            )
    return True


def only_if_undone_there(case: Case, found: Finding) -> Finding:
    """What is placed on another day, where a statement tells that its deed was not done: a sentence must say so."""
    if found.kind != "date differs" or not found.contradicts or not case.deeds or not verbs_of(case)[0].is_undone:
        return found
    there = [r for r in case.read if r.bearing.place in found.places]
    says_so = not there or any(
        refuses(r.bearing.words, case.language) or any(c.is_undone for c in r.clauses) for r in there[:_FIRST]
    )
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


def _held(case: Case, read: Read) -> Hold:
    """How a sentence holds the deeds of a statement, both of them together."""
    first, *more = verbs_of(case)
    # What excludes the second of "failed to pass" excludes only the failing.
    holds = (held(case, d, c, read.bearing) for d in more for c in read.clauses if not level_of(d, c)[1])
    return most([held_by(case, first, read), *holds])
