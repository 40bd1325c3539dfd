"""The numbers of a statement judged by those that the sources give for the same happening."""

from __future__ import annotations

from leadup.check.case import TOLD, Case
from leadup.check.evidence import marked, outlets_in
from leadup.check.figures import CLOSELY, Number, differing, numbers_of
from leadup.check.report import Finding, Kind, Sureness
from leadup.check.seeking import Bearing


def counted(case: Case) -> Finding | None:
    """Where the sources give another number of the same thing for the same happening."""
    for said in numbers_of(case.words):
        if any(s <= said.start < e for s, e in case.dates):
            continue
        agree: list[Bearing] = []
        differ: list[tuple[Bearing, Number]] = []
        for read in case.read:
            then = said.of not in CLOSELY and case.is_then(read.bearing)
            if read.bearing.score < TOLD or not (read.tells or then):
                continue
            same, other = differing(said, numbers_of(read.bearing.words))
            if same:
                agree.append(read.bearing)
            elif other:
                differ.append((read.bearing, other[0]))
        if not differ or len(agree) >= len(differ):
            continue
        sources = [b for b, _ in differ]
        value = ", ".join(dict.fromkeys(n.value for _, n in differ))
        kind: Kind = "disputed" if agree else "figure differs"
        sure: Sureness = "sure" if len(outlets_in(sources)) > 1 and not agree else "likely"
        why = f"the draft has {said.value}, the sources {value}"
        made = case.found(kind, sure, why, [*agree, *sources] if agree else sources, marks=((said.start, said.end),))
        return made if agree else marked(made, ((differ[0][1].start, differ[0][1].end),))
    return None
