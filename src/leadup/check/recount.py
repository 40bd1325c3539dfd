"""Whether the sources give another number than a statement's for the same thing: how likely that is, by all that come
near, be it in sentences that alone are too little like the statement to contradict it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from leadup.check.case import Case
from leadup.check.days import weighed
from leadup.check.evidence import marked, outlets_in
from leadup.check.figures import (
    CLOSELY,
    Number,
    as_drafted,
    differing,
    is_anothers,
    is_of_happening,
    numbers_of,
    own_numbers,
)
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.support import likelihood
from leadup.check.telling import tellings

WEIGHTS = {
    "same near": -0.79, "other near": 0.57, "same told": -0.65, "other told": 0.15, "same value": -1.95,
    "nearest": 0.26, "same elsewhere": -1.20, "other elsewhere": -0.36, "outlets of one": 0.46, "values": 0.26,
    "outlets same": -0.79, "closely": -0.12, "vote": 0.52, "percent": -0.55, "small": -0.83, "told": 0.54,
}  # fmt: skip
BIAS = 0.19
"""A logistic regression of a sample of 1,305 lines of nine sets (``benchmarks/check_weights.py ARCHIVE --only
recount``): those whose figure was changed, beside all others with a number. With each set left out of the fit in turn,
of 88 such lines 63 reach 0.5 and 54 reach 0.8, of the true ones 5 and 1, of the invented ones 3 and 3."""
_SMALL, _MOST_VALUES = 5, 5
"""A number of which there are many by chance, and how many others count."""


@dataclass(frozen=True, slots=True)
class Recount:
    """A number of a statement beside the sentences of its day: those that give another one of the same thing, nearest
    first, and what speaks for its being wrong, by name."""

    said: Number
    others: tuple[tuple[float, Bearing, Number], ...]
    evidence: dict[str, float]

    @property
    def likelihood(self) -> float:
        """How likely it is, in [0, 1], that the sources have another number."""
        return weighed(BIAS, WEIGHTS, self.evidence) if self.others else 0.0


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def recount(case: Case) -> Recount | None:
    """The number of a statement that the sources most plainly give otherwise; None where it gives none."""
    made = [_recount(case, said) for said in own_numbers(case) if not said.vague]

    def plainly(one: Recount) -> float:
        found = one.evidence
        return found["other near"] - found["same near"] - found["same value"]

    return max(made, key=plainly, default=None)


def recounted(case: Case, least: float, sure: Sureness = "likely") -> Finding | None:
    """The verdict that the sources give another number, where that is at least so likely."""
    made = recount(case)
    if made is None or made.likelihood < least:
        return None
    by = [b for _, b, _ in made.others]
    value = ", ".join(dict.fromkeys(n.value for _, _, n in made.others[:3]))
    why = f"the draft has {as_drafted(made.said, case.words)}, the sources {value}"
    found = case.found("figure differs", sure, why, by, marks=((made.said.start, made.said.end),))
    first = made.others[0][2]
    return marked(found, ((first.start, first.end),))


def _recount(case: Case, said: Number) -> Recount:
    """One number of a statement beside those of the sentences that bear on it."""
    told = {id(t.bearing): t.likelihood for t in tellings(case)}
    reads = {id(r.bearing): r for r in case.read}
    others: list[tuple[float, Bearing, Number]] = []
    same: list[Bearing] = []
    by_value: dict[str, set[str]] = defaultdict(set)
    found = dict.fromkeys(
        ("same near", "other near", "same told", "other told", "same value", "nearest", "same elsewhere",
         "other elsewhere"), 0.0
    )  # fmt: skip

    def most(name: str, value: float) -> None:
        found[name] = max(found[name], value)

    for bearing in case.bearing:
        near = case.nearby.of(bearing).whole
        theirs = numbers_of(bearing.words, case.language)
        agree, differ = differing(said, theirs)
        read = reads.get(id(bearing))
        differ = [n for n in differ if is_of_happening(case, read, n)]
        differ = [n for n in differ if read is None or not is_anothers(case, read, n)]
        gives = any(n.gives(said) for n in agree)
        if not case.is_then(bearing):
            most("same elsewhere", near * gives)
            most("other elsewhere", near * (bool(differ) and not agree))
            continue
        most("nearest", near)
        most("same value", near * any(n.gives(said) and n.low == said.low for n in theirs))
        if gives:
            same.append(bearing)
            most("same near", near)
            most("same told", told.get(id(bearing), 0.0))
        elif differ:
            others.append((near, bearing, differ[0]))
            by_value[differ[0].value] |= outlets_in([bearing])
            most("other near", near)
            most("other told", told.get(id(bearing), 0.0))
    others.sort(key=lambda x: (-x[0], x[1].indexed.article.id, x[1].sentence))
    found |= {
        "outlets of one": float(max(map(len, by_value.values()), default=0)),
        "values": float(min(_MOST_VALUES, len(by_value))),
        "outlets same": min(3.0, len(outlets_in(same))),
        "closely": float(said.of in CLOSELY),
        "vote": float(said.of.startswith("vote")),
        "percent": float(said.of == "percent"),
        "small": float(said.low <= _SMALL),
        "told": likelihood(case),
    }
    return Recount(said, tuple(others), found)
