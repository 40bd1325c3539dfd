"""What a draft tells plainly and the sources only as somebody's words: how likely that is, by all that come near."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from leadup.check.case import Case
from leadup.check.days import weighed
from leadup.check.report import BORNE_OUT, Finding, Sureness
from leadup.check.telling import Telling, tellings
from leadup.check.whose import PLAIN, SAID, is_claim, whose_words

WEIGHTS = {
    "plain": -2.43, "share": 1.38, "share whole": 2.11, "claim": 1.35, "whole claim": 0.59, "noun": 2.21,
    "content said": -0.64, "content plain": -0.44,
}  # fmt: skip
BIAS = -2.85
"""A logistic regression of plain lines (``benchmarks/check_weights.py ARCHIVE --only claimed``): those that dropped who
says it, beside true ones, invented ones and lines with another thing changed."""
LIKELY = 0.4
"""Likelihood from which on it is said. With each of nine sets left out of the fit in turn, 10 of their 43 lines that
dropped who says it reach it, 3 of 463 plain true ones and none of 257 invented ones."""
DOUBTFUL = 0.2
"""...and below which it is not said, though the nearest sentences alone seem to have it so: of lines so found 5 of the
7 right ones reach it, none of the 6 true ones, and 1 of 8 others."""
SAID_BY, BORNE_LEAST, TO_ONE = 2, 0.15, 2
"""So many sentences that bear a plain statement out as somebody's words, so many to each that tells it, and this
likelihood: then they bear out that it was said. Of 468 true lines that are borne out none has that, of 20 that dropped
who says it 3 have."""
NEAR = 0.5
"""Share of a statement, in whatever words, from which on a sentence's share of its other words counts."""
_STEEP = 4
ONLY_WORDS = "the sources have it only as somebody's words"


def only_as_words(case: Case) -> Finding | None:
    """The verdict that the sources have what the draft tells plainly only as somebody's words."""
    if not case.tells_plainly or case.says_by_words or likely_claimed(case) < LIKELY:
        return None
    return told_as_words(case, "likely")


def told_as_words(case: Case, sure: Sureness) -> Finding | None:
    """The same, as sure as is said; None where no sentence of a statement's day has it as somebody's words."""
    said = [n for n, whose in _near(case) if whose == SAID]
    said.sort(key=lambda n: -n.likelihood * n.evidence["whole"])
    by = [n.bearing for n in said]
    return case.found("attribution lost", sure, ONLY_WORDS, by) if by else None


def only_as_shown(case: Case, found: Finding) -> Finding:
    """What bears a plain statement out, unless the sentences that are shown for it have it as somebody's words."""
    if found.kind not in BORNE_OUT or not case.tells_plainly or case.says_by_words:
        return found
    whose = [(r, whose_words(case, r)) for r in case.read if r.bearing.place in found.places]
    said = [r.bearing for r, how in whose if how == SAID]
    plain = sum(how == PLAIN for _, how in whose)
    if len(said) < SAID_BY or TO_ONE * plain > len(said) or likely_claimed(case) < BORNE_LEAST:
        return found
    return case.found("attribution lost", "likely", ONLY_WORDS, said)


def unless_doubtful(case: Case, made: Finding | None) -> Finding | None:
    """A verdict found by the nearest sentences; None where it is a lost attribution that all of them make doubtful."""
    if made is not None and made.kind == "attribution lost" and likely_claimed(case) < DOUBTFUL:
        return None
    return made


def likely_claimed(case: Case) -> float:
    """How likely it is, in [0, 1], that the sources have a plain statement only as somebody's words."""
    return weighed(BIAS, WEIGHTS, evidence(case))


def evidence(case: Case) -> dict[str, float]:
    """What speaks for it, each from 0 to about 2; the names are those of ``WEIGHTS``."""
    near = _near(case)
    claims = [n for n, _ in near if is_claim(n.bearing.words, case.language)]

    def share(weights: Sequence[float]) -> float:
        part = math.fsum(x for x, (_, whose) in zip(weights, near, strict=True) if whose == SAID)
        return part / (math.fsum(weights) + 0.1)

    def content(told: int) -> float:
        of_them = (n.evidence for n, whose in near if whose == told)
        return max((e["content near"] for e in of_them if e["whole"] > NEAR), default=0.0)

    return {
        "plain": max((n.likelihood for n, whose in near if whose == PLAIN), default=0.0),
        "share": share([n.likelihood for n, _ in near]),
        "share whole": share([n.evidence["whole"] ** _STEEP for n, _ in near]),
        "claim": max((n.likelihood for n in claims), default=0.0),
        "whole claim": max((n.evidence["whole"] for n in claims), default=0.0),
        "noun": float(bool(case.deeds) and case.deeds[0].is_noun),
        "content said": content(SAID),
        "content plain": content(PLAIN),
    }


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def _near(case: Case) -> tuple[tuple[Telling, int], ...]:
    """The sentences of a statement's day, each with whose words it has it as."""
    then = [t for t in tellings(case) if case.is_then(t.bearing)]
    told = [(t, whose_words(case, t.read)) for t in then]
    return tuple((t, whose) for t, whose in told if whose is not None)
