"""What is borne out only in part: a line tells two things, and no source that comes near has one of them.

The sentences that bear a line out need not hold all of it: "Tolk resigned, and the council named Venn the same day" is
told by whoever tells that Tolk resigned. So each clause that is joined to another one is put to the sources by itself.
Nothing is contradicted here: that no source was found for some words is said of these words alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leadup.check.alignment import alignments
from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.contrary import level_of
from leadup.check.nearness import Nearby
from leadup.check.parts import Part, parts_of
from leadup.check.pronouns import with_pronouns
from leadup.check.report import BORNE_OUT_OR_DISPUTED, Finding, Statement

HELD = 0.5
"""Share of a part's words, in whatever words, that a sentence of the line's day must have which has a deed like the
part's, for the part to be told, maybe. Of our own lines that tell two things (``benchmarks/check_parts.py``)."""
ALONE_HELD, ALONE_ALIGNED = 0.8, 0.45
"""...or that one must have which is found for the part alone, and how likely it must be of the same happening."""

FEWEST = 2
"""Words that a part must have to be looked for: "and fled" is told in too many."""
_BETWEEN = 1

CaseOf = Callable[[Statement], Case | None]
Judge = Callable[[Case], Finding]


def only_in_part(case: Case, found: Finding, case_of: CaseOf, judge: Judge) -> Finding:
    """What bears a statement out, said of a part of it alone where no source has another part.

    ``case_of`` makes a case of a part alone, and ``judge`` gives the verdict on it.
    """
    if found.kind not in BORNE_OUT_OR_DISPUTED:
        return found
    parts = parts_of(case.words, case.parse, case.parse_start, case.quotes)
    untold = [p for p in parts if _may_be_untold(case, p) and _is_untold(case, p, case_of, judge)]
    if not untold:
        return found
    marks = tuple(p.extent for p in untold)
    said = ", ".join(f"“{case.words[start:end]}”" for start, end in marks)
    why = f"{found.why}, but no source was found that says {said}"
    return replace(found, kind="supported in part", sureness="likely", why=why, marks=marks)


def _may_be_untold(case: Case, part: Part) -> bool:
    """Whether no sentence that came near the whole line has a deed like a part's together with most of its words."""
    deed = next((c for c in case.own if c.start == part.key), None)
    if deed is None or deed.is_saying:
        return False
    joined = (c for c in case.own if len(case.words[c.end : part.extent[0]].split()) <= _BETWEEN and c.end < deed.start)
    if any(c.is_akin(deed) for c in joined):
        # "shot and killed him": one deed in two words.
        return False
    return len(_terms(case, part)) >= FEWEST and _held(case, case, part, deed) < HELD


def _terms(case: Case, part: Part) -> list[str]:
    start, end = part.extent
    return [t.key for t in case.terms if start <= t.start < end]


def _held(whole: Case, case: Case, part: Part, deed: Clause) -> float:
    """The greatest share of a part's words that a sentence of its day holds which has a deed like the part's."""
    keys = set(_terms(whole, part))
    nearby = Nearby(whole.words, [t for t in whole.terms if t.key in keys], whole.language)
    then = (r for r in case.read if case.is_then(r.bearing))
    return max((nearby.of(r.bearing).whole for r in then if _has_deed(case, deed, r)), default=0.0)


def _has_deed(case: Case, deed: Clause, read: Read) -> bool:
    """Whether a sentence has a deed like a part's, or its contrary, and whoever does it stands there or nearby."""
    agent, around = deed.heads[0], case.around(read.bearing)
    for clause in read.clauses:
        if level_of(deed, clause)[0] and (not agent or agent & (clause.agent | clause.near | around)):
            return True
    return False


def _is_untold(case: Case, part: Part, case_of: CaseOf, judge: Judge) -> bool:
    """Whether nothing that is found for a part alone tells it either."""
    alone = Statement(0, len(part.words), part.words, case.day)
    _, alone = with_pronouns((case.statement, alone), case.language)
    own = case_of(alone)
    if own is None:
        return True
    deed = next(c for c in case.own if c.start == part.key)
    aligned = max((a.likelihood for a in alignments(own) if own.is_then(a.bearing)), default=0.0)
    if aligned >= ALONE_ALIGNED and _held(case, own, part, deed) >= ALONE_HELD:
        return False
    return judge(own).kind not in BORNE_OUT_OR_DISPUTED
