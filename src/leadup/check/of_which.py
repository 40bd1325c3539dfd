"""What bears a verdict, a charge or the like out: sentences that have it of the very thing that the statement names.

"Guilty of negligence and not guilty of arson" holds every word of "guilty of arson", and tells the contrary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.days import named_beside
from leadup.check.decided import LEAST
from leadup.check.evidence import is_name, outlets_in, parsed, told_by
from leadup.check.outcomes import Outcome, Thing, outcomes
from leadup.check.report import BORNE_OUT, Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.reading.syntax import Parse

WHY = "told of another, but no source says it of that"
WHY_CONTRARY = "the sources deny it, or tell the opposite"


def borne_out_of_it(case: Case, found: Finding) -> Finding:
    """What bears a statement out, by the sentences alone that have its outcome of the same thing; contradicted where
    they have the contrary of it, and none has the same."""
    own = [
        o for o in outcomes(case.parse) if o.things and not _is_thought_of(case.own, case.parse, o.at, case.parse_start)
    ]
    if not own:
        return found
    parses = parsed([r.bearing.words for r in case.read], case.language)
    sides = [(r, side_of(case, own, r, *made)) for r, made in zip(case.read, parses, strict=True)]
    then = [(r, side) for r, side in sides if case.is_then(r.bearing) and _names_him(case, r)]
    # A bridge, a house or a post has many names; a charge has one.
    sure: Sureness = "likely" if all(o.apart for o in own) else "possible"
    against = [r.bearing for r, side in then if side == -1]
    if found.kind not in BORNE_OUT:
        is_open = found.kind == "no source says so" or (
            found.kind == "sources say the opposite" and not found.contradicts
        )
        if is_open and against and not any(side == 1 for _, side in then):
            return case.found("sources say the opposite", sure, WHY_CONTRARY, against)
        return found
    shown = [(r, side) for r, side in sides if r.bearing.place in found.places]
    if all(side in (1, None) for _, side in shown):
        return found
    by = [r.bearing for r, side in shown if side == 1]
    by = by or [r.bearing for r, side in then if side == 1 and case.firm(r) and r.bearing.score >= LEAST]
    if not by and against:
        return case.found("sources say the opposite", sure, WHY_CONTRARY, against)
    if not any(side == -1 for _, side in shown):
        by = by or [r.bearing for r, side in shown if side is None]
    if not by:
        return case.found("no source says so", "likely", WHY, [r.bearing for r, _ in shown])
    return _by(case, found, by, {r.bearing.place for r, side in shown if side not in (1, None)})


def _by(case: Case, found: Finding, by: list[Bearing], lost: set[tuple[str, int]]) -> Finding:
    """The verdict by these sentences, without those that were lost."""
    kind, why = told_by(len(outlets_in(by)), named_beside(case.day, by))
    made = case.found(kind, found.sureness, why, by)
    kept = tuple(w for w in found.witnesses if (w.span.article, w.span.start) not in lost)
    return replace(made, witnesses=kept or made.witnesses)


def side_of(case: Case, own: Sequence[Outcome], read: Read, parse: Parse, begins: int) -> int | None:
    """1 where a sentence has a statement's outcomes of the same things, -1 where it has the contrary of one of them, 0
    where it tells of others alone, None where it does not say of what. The sentence's parse counts its places from
    ``begins``."""
    told = [o for o in outcomes(parse) if not _is_thought_of(read.clauses, parse, o.at, begins)]
    sides: list[int | None] = []
    for mine in own:
        theirs = [
            o for o in told if o.row == mine.row and not _is_anothers(case, mine, read, parse[o.at].start - begins)
        ]
        sides += [_side(mine, thing, theirs) for thing in mine.things]
    # Of "cleared of arson, guilty of fraud" a sentence may tell the one half.
    worst = (-1, 0, None) if len(own) == 1 else (-1, None)
    return next((side for side in worst if side in sides), max((s for s in sides if s is not None), default=None))


def _side(own: Outcome, thing: Thing, told: Sequence[Outcome]) -> int | None:
    """What a sentence's outcomes say of one of the things that a statement's outcome is of."""
    against = own.against != thing.turned
    sides: set[int | None] = set()
    for one in told:
        if not one.things:
            sides.add(None)
        for other in one.things:
            sides.add(_relation(thing, other, against, one.against != other.turned, apart=own.apart))
    if {1, -1} <= sides:
        return None
    return next((side for side in (1, -1, None, 0) if side in sides), None)


def _relation(mine: Thing, theirs: Thing, against: bool, turned: bool, *, apart: bool) -> int | None:
    """What a source's outcome of one thing says of a statement's.

    Who is guilty of a sort of arson is guilty of arson; who is not guilty of arson is not guilty of any sort of it.
    """
    fit = mine.fit(theirs, apart=apart)
    implied = fit == "same" or fit == ("wider" if turned else "narrower")
    if implied:
        return 1 if against == turned else -1
    if fit == "other" or against != turned:
        return 0 if apart else None
    return None


def _is_thought_of(clauses: Sequence[Clause], parse: Parse, at: int, begins: int) -> bool:
    """Whether an outcome is only thought of: "could be found guilty"."""
    places = {parse[k].start - begins for k in (at, parse[at].head) if k >= 0}
    return any(c.start in places and c.unreal for c in clauses)


def _is_anothers(case: Case, own: Outcome, read: Read, start: int) -> bool:
    """Whether an outcome is told of one who is named and whom the statement does not name, or by others than those by
    whom the statement has it."""
    clause = next((c for c in read.clauses if c.start == start), None)
    if clause is None:
        return False
    if own.borne:
        at = case.parse[own.at].start - case.parse_start
        mine = next((c.agent for c in case.own if c.start == at), frozenset[str]())
        return bool(mine and clause.agent) and not mine & clause.agent
    named = {key for key in clause.patient if is_name(read.bearing.words, key, case.language)}
    return bool(named and case.names) and not named & case.names


def _names_him(case: Case, read: Read) -> bool:
    """Whether a sentence of a statement's outcome names one whom the statement does, or stands beside such a name."""
    return not case.names or bool(case.names & read.bearing.indexed.stems[read.bearing.sentence])
