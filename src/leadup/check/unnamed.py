"""A person whom a draft names, and whom nothing that bears it out names: the same may be told of another one."""

from __future__ import annotations

from leadup.check.case import Case
from leadup.check.report import Finding
from leadup.check.wording import stem_of
from leadup.reading.names.finder import find_names


def unless_unnamed(case: Case, found: Finding) -> Finding:
    """What bears a statement out, unless it names a person no part of whose name stands in the sentences that are
    shown, nor beside them, nor in their titles.

    Of somebody who has one name alone no sentence at all that came near may have it; and none may have the name of
    whoever does a part of what is told ("the port burned, and Norland claimed it"). Whom the draft quotes somebody on
    is not asked for.
    """
    shown = [b for b in case.bearing if b.place in found.places]
    near = frozenset[str]().union(*(case.around(b) for b in shown))
    if not near:
        return found
    for name in find_names(case.words, language=case.language):
        stems = {stem for word in name.exact.split() if (stem := stem_of(word.strip(".,’'"), case.language))}
        if not name.is_person or not stems & case.names or any(s <= name.start < e for s, e in case.quotes):
            continue
        if stems & near:
            continue
        if len(stems) > 1 or not any(stems & b.indexed.stems[b.sentence] for b in case.bearing):
            why = f"told, but what comes nearest does not name {name.exact}"
            return case.found("no source says so", "likely", why, shown)
    every = near.union(*(b.indexed.stems[b.sentence] for b in case.bearing))
    for clause in case.own:
        who = clause.agent & case.names
        if clause.main and who and not who & every:
            who_does = next((t.word for t in case.terms if t.key in who), "")
            why = f"told, but nothing that comes near names {who_does}, who does a part of it"
            return case.found("no source says so", "likely", why, shown)
    return found
