"""The escalation curve of each pair as points of a drawing, hostile upwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from leadup.model import PairDay, Timeline
from leadup.output.days_in_words import day_words
from leadup.output.phrases import opening_words

WIDTH: Final = 300
HEIGHT: Final = 96
LEAST_DEEDS: Final = 5
"""Fewer sure deeds between known sides draw no curve: a line through three points tells nothing."""

MOST: Final = 6
"""Curves drawn; the table behind them has every pair."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One pair: the filled area and line of its material actions, the line of its verbal ones, and the zero line."""

    source: str
    target: str
    area: str
    material: str
    verbal: str
    zero: float
    summary: str


@dataclass(frozen=True, slots=True)
class Curves:
    """The pairs with most movement, on one scale, and the rows of the table behind them."""

    curves: tuple[Curve, ...]
    first: str
    last: str
    top: str
    bottom: str
    rows: tuple[tuple[str, str, str, str, str, str, tuple[tuple[str, str], ...]], ...]


def curves_of(timeline: Timeline, anchors: Mapping[str, str] | None = None) -> Curves | None:
    """The curves of ``timeline.escalation``; None where fewer than :data:`LEAST_DEEDS` stand in it.

    ``anchors`` has the places of the entries on the page: a row of the table leads to those that it stands on.
    """
    grouped: dict[tuple[str, str], list[PairDay]] = {}
    moved = [pair for pair in timeline.escalation if pair.verbal or pair.material]
    for pair in moved:
        grouped.setdefault((pair.source, pair.target), []).append(pair)
    if sum(len(pair.entries) for pair in moved) < LEAST_DEEDS:
        return None
    told = {entry.id: entry.wording.exact for entry in timeline.entries}
    places = anchors or {}
    first = min([timeline.first, *(pair.day for pair in moved)])
    last = max([timeline.last, *(pair.day for pair in moved)])
    values = [value for pair in moved for value in (pair.verbal, pair.material)]
    hostile, friendly = max(-min(values), 1.0), max(*values, 1.0)
    ranked = sorted(grouped, key=lambda key: (-sum(abs(p.verbal) + abs(p.material) for p in grouped[key]), key))
    rows = tuple(
        (
            pair.source,
            pair.target,
            pair.day.isoformat(),
            day_words(pair.day),
            f"{pair.material:+.1f}".replace("-", "−"),
            f"{pair.verbal:+.1f}".replace("-", "−"),
            tuple((places[id], opening_words(told[id], 60)) for id in pair.entries if id in places and id in told),
        )
        for key in ranked
        for pair in sorted(grouped[key], key=lambda pair: pair.day)
    )
    return Curves(
        tuple(_curve(key, grouped[key], first, last, hostile, friendly) for key in ranked[:MOST]),
        day_words(first, year=False),
        day_words(last, year=False),
        f"{hostile:.0f}",
        f"{friendly:.0f}",
        rows,
    )


def _curve(
    key: tuple[str, str], pairs: list[PairDay], first: dt.date, last: dt.date, hostile: float, friendly: float
) -> Curve:
    days = max((last - first).days, 1)
    unit = HEIGHT / (hostile + friendly)
    zero = round(hostile * unit, 1)
    material = {pair.day: pair.material for pair in pairs}
    verbal = {pair.day: pair.verbal for pair in pairs}

    def points(values: dict[dt.date, float]) -> str:
        at = {(day - first).days: value for day, value in values.items() if value}
        turns = {0, days, *at, *(n - 1 for n in at if n), *(n + 1 for n in at if n < days)}
        return " ".join(f"{WIDTH * n / days:.1f},{(hostile + at.get(n, 0.0)) * unit:.1f}" for n in sorted(turns))

    line = points(material)
    return Curve(*key, f"0,{zero:g} {line} {WIDTH},{zero:g}", line, points(verbal), zero, _summary(pairs))


def _summary(pairs: list[PairDay]) -> str:
    """ "most hostile on May 12, 2024, at −9.0"; the most cooperative day where none is hostile."""

    def total(pair: PairDay) -> float:
        return pair.material + pair.verbal

    worst = min(pairs, key=lambda pair: (total(pair), pair.day))
    best = min(pairs, key=lambda pair: (-total(pair), pair.day))
    peak, tone = (worst, "hostile") if total(worst) < 0 else (best, "cooperative")
    return f"most {tone} on {day_words(peak.day)}, at {total(peak):+.1f}".replace("-", "−")
