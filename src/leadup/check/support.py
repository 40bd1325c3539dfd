"""How surely the sources tell what a statement does: how much of it their sentences hold, and as done or not."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from leadup.check.case import Case, Read
from leadup.check.days import BESIDE, Placing, named_beside, of_another_day, told_on_another_day, weighed
from leadup.check.evidence import outlets_in, told_by
from leadup.check.figures import Number, with_what_it_counts
from leadup.check.located import told_there
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.speakers import lacks_quotation
from leadup.check.unconfirmed import numbers_beside, unconfirmed_number

WEIGHTS = {
    "own": 0.97, "score": 0.9, "second": -0.64, "surely": 0.53, "firm": 1.45, "then": 0.63, "content": 1.02,
    "both": 1.29, "done": 0.6, "not done": -0.55, "outlets": 0.42,
}  # fmt: skip
BIAS = -3.77
"""A logistic regression of all true and invented lines of four sets (``benchmarks/check_weights.py``): of lines it was
not fitted to, 93 % of the true ones reach ``MAYBE``, 55 % reach ``ENOUGH``, and 36 and 1 % of the invented ones."""
MAYBE = 0.35
"""Likelihood from which on what the sources say may contradict a statement..."""
ENOUGH = 0.95
"""...and from which on it bears it out."""
ALONE = 0.96
"""...where one outlet alone tells it."""
BY_ONE = 0.7
"""Likelihood from which on a sentence of the statement's own day bears it out that has its deed by the same ones..."""
NEAR_ITSELF, TO_THE_POINT = 0.5, 0.7
"""Share of a statement that a sentence itself must hold to be shown before others, and instead of such as are aside."""
LONG = 180
"""Days before a statement's from which on what a sentence dates is of something else."""
HOLDS, LACKS = 0.55, 3.0
"""...and this share of its words, and lacks no name that weighs more (a rare one weighs 7). Chosen on six sets that
were looked at: in a sample of 256 of their true lines 57 % are then borne out (of all 459 it was 43 %), of their
216 invented ones none. Of sets that were not, 23 of 56 true lines are, and none of 26 invented ones."""


def evidence(case: Case) -> dict[str, float]:
    """What speaks for a statement's being told, each from 0 to about 2; the names are those of ``WEIGHTS``.

    A statement that denies its deed is asked as if it told it: whether the sources deny it too is judged apart.
    """
    found = dict.fromkeys(WEIGHTS, 0.0)
    by_outlet: dict[str, float] = defaultdict(float)
    for one in case.bearing:
        found["own"] = max(found["own"], one.own)
        for outlet in outlets_in([one]):
            by_outlet[outlet] = max(by_outlet[outlet], one.score)
        if case.is_then(one):
            found["then"] = max(found["then"], one.score)
        content, names = case.shares(one)
        found["content"] = max(found["content"], content * (0.5 + 0.5 * names))
        found["both"] = max(found["both"], min(content, names))
    best = sorted(by_outlet.values(), reverse=True)
    found["score"] = best[0] if best else 0.0
    found["second"] = best[1] if len(best) > 1 else 0.0
    done: list[Bearing] = []
    undone: list[Bearing] = []
    for read in case.read:
        if case.surely(read, affirmed=True):
            found["surely"] = max(found["surely"], read.bearing.own)
            done.append(read.bearing)
        elif _undone(case, read):
            undone.append(read.bearing)
        if read.tells and case.firm(read):
            found["firm"] = max(found["firm"], read.bearing.score)
    found["done"] = math.log1p(len({b.indexed.article.id for b in done}))
    found["not done"] = math.log1p(len({b.indexed.article.id for b in undone}))
    found["outlets"] = min(2.0, len(outlets_in(done)))
    return found


def _undone(case: Case, read: Read) -> bool:
    """Whether a sentence has the deed with the same ones, but as denied, wanted, planned or supposed."""
    deed = case.deeds[0] if case.deeds else None
    return deed is not None and any(
        c.is_same(deed) and (c.denied or c.unreal or c.supposed) and case.is_by_same(c, deed, read.bearing)
        for c in read.clauses
    )


def likelihood(case: Case) -> float:
    """How likely it is that the sources tell what the statement does, in [0, 1]."""
    if not case.bearing:
        return 0.0
    found = evidence(case)
    return weighed(BIAS, WEIGHTS, found)


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def entailing(case: Case) -> tuple[Bearing, ...]:
    """The sentences each of which tells a statement by itself, of whatever day: its deed, and most of its words."""
    return tuple(r.bearing for r in case.read if case.firm(r) and case.plainly(r) and _holds(case, r.bearing))


def entailing_that_day(case: Case) -> list[Bearing]:
    """Those of them that are of the statement's day."""
    return [b for b in entailing(case) if case.is_then(b)] if case.day is not None else []


def _holds(case: Case, bearing: Bearing) -> bool:
    content, missing = case.lacks(bearing)
    return content >= HOLDS and missing <= LACKS


def supported(case: Case, told: Sequence[Read], likely: float, placing: Placing | None) -> Finding:
    """The verdict on a statement that nothing contradicts; ``placing`` where a day is given that it was told of."""
    bearing = [r.bearing for r in told if case.firm(r) or case.surely(r)] or [r.bearing for r in told]
    independent = len(outlets_in(bearing))
    bears = any(case.firm(r) and case.surely(r) for r in told)
    number = unconfirmed_number(case)
    if number is not None:
        return case.found("no source says so", "likely", not_given(number, case.words), case.nearest)
    if lacks_quotation(case):
        return case.found("no source says so", "likely", "no source has the quotation", case.nearest)
    if bears and placing is not None and of_another_day(case, placing):
        other = told_on_another_day(case, placing)
        if other is not None:
            return other
        return case.found("no source says so", "likely", "told, but by no source of that day", case.nearest)
    alone_by = entailing_that_day(case) if likely >= BY_ONE else []
    if alone_by:
        bearing = list({id(b): b for b in (*alone_by, *(bearing if bears else ()))}.values())
    elif not bears or likely < (ALONE if independent == 1 else ENOUGH):
        return case.found("no source says so", "likely", case.nothing(), case.nearest)
    return supported_by(case, bearing)


def supported_by(case: Case, bearing: Sequence[Bearing]) -> Finding:
    """The verdict that these sentences bear a statement out; who tells it in other words is counted with them."""
    bearing = _to_the_point(case, bearing)
    independent = len(outlets_in(bearing))
    if independent == 1:
        more = [*(r.bearing for r in case.read if _surely_then(case, r)), *told_there(case)]
        bearing = [*bearing, *(b for b in more if not outlets_in([b]) <= outlets_in(bearing))]
        independent = len(outlets_in(bearing))
    bearing = list({(b.words, outlets_in([b])): b for b in reversed(bearing)}.values())[::-1]
    bearing = [*bearing, *numbers_beside(case, bearing)]
    sure: Sureness = "sure" if max(b.own for b in bearing) >= 0.85 else "likely"
    beside = named_beside(case.day, bearing)
    if beside is not None:
        # In another time zone it may have been the draft's day: said, and sure no longer.
        sure = "likely"
    kind, why = told_by(independent, beside)
    return case.found(kind, sure, why, bearing)


def _surely_then(case: Case, read: Read) -> bool:
    """Whether a sentence of a statement's day surely has its deed, done by the same ones."""
    return read.tells and case.is_then(read.bearing) and case.firm(read) and case.surely(read) and case.plainly(read)


def _to_the_point(case: Case, bearing: Sequence[Bearing]) -> list[Bearing]:
    """The sentences that may show a statement, those first that hold more of it: none that was printed before its day,
    or is only of what was long before. Where all are, those of its day that hold most of it are shown instead."""
    day = case.day
    if day is None:
        return list(bearing)
    kept = [b for b in bearing if not _is_before(b, day)]
    if not kept:
        near = [b for r in case.read if (b := r.bearing).own >= TO_THE_POINT and case.is_then(b)]
        kept = sorted((b for b in near if not _is_before(b, day)), key=lambda b: -b.own) or list(bearing)
    return sorted(kept, key=lambda b: b.own < NEAR_ITSELF)


def _is_before(bearing: Bearing, day: dt.date) -> bool:
    """Whether a sentence was printed before a day, or dates what it tells by days that all are long before."""
    if bearing.published is not None and (bearing.published - day).days < -BESIDE:
        return True
    sentence = bearing.indexed.reading.sentences[bearing.sentence]
    spans = [t.span for t in sentence.timexes if t.span is not None and t.type in ("DATE", "TIME")]
    return bool(spans) and all(s.last is not None and (day - s.last).days > LONG for s in spans)


def not_given(said: Number, words: str) -> str:
    """That a number is not borne out, in words: it may stand there of something else."""
    return f"what comes nearest does not surely give “{with_what_it_counts(said, words)}”"
