"""What a statement most likely is, weighed from all that was found of it: borne out, told by nobody, or told otherwise.

Each rule of this room looks at one thing that may differ and knows nothing of the others: a line that is told of
another day lacks sentences of its own day, and so does one that never happened. Here all that they found, and their
verdict, is weighed together. The weights are a softmax regression (``data/weighing.tsv``;
``benchmarks/check_weights.py ARCHIVE --only weighing`` makes them; the card is ``docs/models/weighing.md``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from leadup.check.case import Case
from leadup.check.claimed import likely_claimed, told_as_words
from leadup.check.contrary import likely_contrary, told_contrary
from leadup.check.days import Placing, likely_elsewhere, placed_elsewhere, source_dates
from leadup.check.evidence import days_told, outlets_in
from leadup.check.located import is_claimed
from leadup.check.misattribution import attribution, misattributed
from leadup.check.recount import recount, recounted
from leadup.check.report import BORNE_OUT, CONTRADICTIONS, Finding, Kind, Sureness
from leadup.check.seeking import RAREST
from leadup.check.speakers import lacks_quotation, lacks_words
from leadup.check.support import likelihood, supported_by
from leadup.check.telling import Telling, day_evidence, tellings
from leadup.check.unconfirmed import unconfirmed_number

_LEFT = ("not checked", "disputed")
"""Verdicts that are left as they are: of the lines that the weights were fitted to none had them."""
STATED, POSSIBLE = 0.7, 0.4
"""Likelihood of a verdict from which on it is stated where none was found, and from which on the likeliest is possible:
of 652 lines of two sets and two halves 9 of 16 that reach 0.4 and not 0.5 are right."""
EVEN, BY_FAR = 0.4, 1.2
"""Likelihood of another contradiction from which on, and how many times as likely, it is shown instead of the one that
was found."""
KEPT, DROPPED = 0.65, 0.35
"""Likelihood below which a contradiction that was found is shown as possible only, and below which a possible one is
not shown."""
INSTEAD, LEAST_BORNE = 0.6, 0.6
"""Likelihood of something else from which on what seemed borne out is not said to be, and likelihood that it is borne
out below which it is not said either."""
TOLD, SHOWN, UNDISPUTED = 0.8, 0.3, 0.4
"""Likelihood from which on that bears a statement out which no rule does; that of a sentence from which on it shows it;
and likelihood of the contrary up to which it may.

With each of twelve sets left out of the fit in turn, of 1,682 changed lines 1,140 have the right kind instead of 1,106
(988 stated instead of 974), 77 are called supported instead of 102, 17 have a wrong kind stated instead of 52. Of 797
true ones 36 are contradicted instead of 39, 467 borne out as before; of 330 invented ones 29 are contradicted instead
of 38; of those moved to days of the news nearest to them, 27 of 658 instead of 47, and 13 called supported instead of
17."""
PERHAPS = 0.3
"""Likelihood from which on the likeliest contradiction of what no source says in the end is possible. Of 37 lines of
five sets and halves that reach it 21 are right and 8 true, of 19 of two sets and a half to which no weight was fitted
12 and 2; of these, of 7 more from 0.25 on 2 are right."""
DEED, NEAR = 0.6, 0.5
"""How near its deed, and all of it, must come for a sentence to be counted among those that have the deed."""
SLIP = 12
"""Days by which a draft may slip: what is nearer is less likely another thing."""
LEAST = 1e-4


def reweighed(case: Case, found: Finding) -> Finding:
    """A verdict, or another one where all that was found makes that the likelier."""
    if found.kind in _LEFT or case.day is None:
        return found
    likely = likelihoods(case, found)
    if found.kind in CONTRADICTIONS:
        return _instead(case, found, likely) or _kept(case, found, likely[found.kind])
    is_borne_out = found.kind in BORNE_OUT and likely["supported"] >= LEAST_BORNE
    made = _likeliest(case, likely, INSTEAD if is_borne_out else POSSIBLE)
    if made is None and found.kind in BORNE_OUT and likely["supported"] < LEAST_BORNE:
        return case.found("no source says so", "likely", case.nothing(), case.nearest)
    if made is None and found.kind == "no source says so" and likely["supported"] >= TOLD:
        made = _borne_out(case)
    return made or found


def perhaps_otherwise(case: Case, ruled: Finding, found: Finding) -> Finding:
    """What no source says so in the end, or as possible the contradiction that is the likeliest by all that was found.

    ``ruled`` is what the rules made of it: what else seemed likely by that was asked for since, and is not there.
    """
    if found.kind != "no source says so" or ruled.kind in _LEFT or case.day is None:
        return found
    against = {kind: p for kind, p in likelihoods(case, ruled).items() if kind in _MADE}
    best = max(against, key=lambda kind: against[kind])
    made = _MADE[best](case, "possible") if against[best] >= PERHAPS else None
    return made or found


def _likeliest(case: Case, likely: Mapping[Kind, float], least: float) -> Finding | None:
    """The likeliest verdict, where it is one that something is told otherwise, and at least so likely."""
    best = max(likely, key=lambda kind: likely[kind])
    if best not in _MADE or likely[best] < least:
        return None
    return _MADE[best](case, "likely" if likely[best] >= STATED else "possible")


def _instead(case: Case, found: Finding, likely: Mapping[Kind, float]) -> Finding | None:
    """Another contradiction than the one that was found, where it is by far the likelier."""
    made = _likeliest(case, likely, EVEN)
    if made is None or made.kind == found.kind or likely[found.kind] * BY_FAR > likely[made.kind]:
        return None
    return made


def _borne_out(case: Case) -> Finding | None:
    """The verdict that sentences of its day bear a statement out; None where something in them is against it."""
    then = [t for t in tellings(case) if case.is_then(t.bearing)]
    if not then or not then[0].is_plain or is_claimed(case, then[0].read) or likely_contrary(case) >= UNDISPUTED:
        return None
    if unconfirmed_number(case) is not None or lacks_quotation(case):
        return None
    more = [t for t in then[1:] if t.is_plain and t.likelihood >= SHOWN]
    # What a source has only as somebody's claim shows no more than that he claims it.
    return supported_by(case, [then[0].bearing, *(t.bearing for t in more if not is_claimed(case, t.read))])


def _kept(case: Case, found: Finding, likely: float) -> Finding:
    """A contradiction as sure as it is likely."""
    if not found.contradicts:
        if likely < DROPPED:
            return case.found("no source says so", "likely", case.nothing(), case.nearest)
        return replace(found, sureness="likely") if likely >= STATED else found
    return found if likely >= KEPT else replace(found, sureness="possible")


@lru_cache(maxsize=1)  # a verdict asks for its one statement twice
def likelihoods(case: Case, found: Finding) -> Mapping[Kind, float]:
    """How likely each verdict is the right one, in [0, 1], together 1."""
    known = evidence(case, found)
    sums = {kind: math.fsum(w * known.get(name, 0.0) for name, w in of.items()) for kind, of in _weights().items()}
    top = max(sums.values())
    raised = {kind: math.exp(x - top) for kind, x in sums.items()}
    whole = math.fsum(raised.values())
    return {kind: x / whole for kind, x in raised.items()}


@cache
def _weights() -> Mapping[Kind, Mapping[str, float]]:
    """Of each verdict, the weights of all evidence by name."""
    text = files("leadup.check").joinpath("data/weighing.tsv").read_text(encoding="utf-8")
    (_, *kinds), *rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: {row[0]: float(row[1 + k]) for row in rows} for k, kind in enumerate(kinds)}  # type: ignore[misc]


def evidence(case: Case, found: Finding) -> dict[str, float]:
    """What speaks for one verdict or another, by the names of ``data/weighing.tsv``."""
    every = tellings(case)
    placing = source_dates(case)
    told = likelihood(case)
    he, number = attribution(case), recount(case)
    by_rule = {
        "contrary": likely_contrary(case),
        "number": number.likelihood if number else 0.0,
        "speaker": he.likelihood if he else 0.0,
        "claimed": likely_claimed(case) if case.tells_plainly else 0.0,
        "elsewhere": likely_elsewhere(case, placing, told, every),
        "another day": placing.likelihood,
    }
    hint = "?" if found.kind in CONTRADICTIONS and not found.contradicts else ""
    return {
        "bias": 1.0,
        f"found {found.kind}{hint}": 1.0,
        **_of_day(case, every),
        **_of_other(case, every, placing),
        **{f"day {name}": placing.evidence[name] for name in _OF_DAYS},
        **{name: _log_odds(x) for name, x in by_rule.items()},
        "gives a number": float(by_rule["number"] > 0),
        "another speaker": float(by_rule["speaker"] > 0),
        "reported": float(bool(case.speaker)),
    }


_OF_DAYS = ("sure then", "sure else", "of two", "there", "nearest", "printed")
_OF_BEST = (
    "number unheard", "number agrees", "light", "firm", "quotation", "is quotation", "deed", "roles", "denied",
    "unreal", "speaker missing",
)  # fmt: skip


def _of_day(case: Case, every: Sequence[Telling]) -> dict[str, float]:
    """What the sentences of a statement's day have of it, all of them, and the one that most likely tells it."""
    assert case.day is not None
    then = [t for t in every if case.is_then(t.bearing)]
    near = [case.nearby.of(t.bearing) for t in then]
    has_deed = [t.evidence["deed"] >= DEED and n.whole > NEAR for t, n in zip(then, near, strict=True)]
    known = day_evidence(case, every)
    best = then[0] if then else None
    days = [ordinal for ordinal, _, explicit in days_told(best.bearing) if explicit] if best else []
    printed = best.bearing.published if best else None
    named = frozenset[str]().union(*(case.around(t.bearing) | case.nearby.alike(t.bearing) for t in then))
    return {
        "best": known["best"],
        "else": known["else"],
        "outlets": math.log1p(len(outlets_in([b for b in case.bearing if case.is_then(b)]))),
        "names the day": float(case.day.toordinal() in days),
        "printed then": float(printed is not None and (printed - case.day).days in (0, 1)),
        **{name: best.evidence[name] if best else 0.0 for name in _OF_BEST},
        "name missing": max((t.weight for t in case.terms if t.is_name and t.key not in named), default=0.0) / RAREST,
        "deeds": math.log1p(sum(has_deed)),
        "near": max((n.whole for n in near), default=0.0),
        "content near": max((n.content for n in near), default=0.0),
    }


def _of_other(case: Case, every: Sequence[Telling], placing: Placing) -> dict[str, float]:
    """What speaks for the other day on which the sources place what comes nearest."""
    by = {id(b) for b in placing.by}
    there = [t for t in every if id(t.bearing) in by]
    away = abs((placing.other - case.day).days) if placing.other and case.day else None
    return {
        "best there": max((t.likelihood for t in there), default=0.0),
        "surely there": float(any(case.surely(t.read) for t in there)),
        "some days away": float(away is not None and away <= SLIP),
        "other day named": float(placing.named),
        "other day owned": float(placing.owned),
    }


def _log_odds(likely: float) -> float:
    held = min(max(likely, LEAST), 1 - LEAST)
    return math.log(held / (1 - held))


def _elsewhere(case: Case, sure: Sureness) -> Finding | None:
    return placed_elsewhere(case, source_dates(case), sure)


def _recounted(case: Case, sure: Sureness) -> Finding | None:
    return recounted(case, LEAST, sure)


def _misattributed(case: Case, sure: Sureness) -> Finding | None:
    return misattributed(case, LEAST, sure)


def _contrary(case: Case, sure: Sureness) -> Finding | None:
    return told_contrary(case, LEAST, sure)


_MADE: Mapping[Kind, Callable[[Case, Sureness], Finding | None]] = {
    "date differs": _elsewhere,
    "figure differs": _recounted,
    "wrong speaker": _misattributed,
    "sources say the opposite": _contrary,
    "attribution lost": told_as_words,
    "quotation differs": lacks_words,
}
"""What shows a verdict that was not found by itself. Turned actors are shown by their own rules alone."""
