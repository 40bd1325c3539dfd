"""The escalation curve: a point a day for each pair of sides, verbal and material apart."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from leadup.model import Action, Actor, Entry, PairDay

_DONE = frozenset(("happened", "planned", "threatened"))


def curve(entries: Iterable[Entry], intensity: Mapping[str, float] | None = None) -> tuple[PairDay, ...]:
    """A :class:`PairDay` for each day, source side and target side with an action between them, in that order.

    ``verbal`` and ``material`` are each the most hostile intensity of that kind on the day, or the most cooperative
    where none is hostile; 0 where there is none: a day's harshest act is what escalates, and many reports of one act
    do not add up. ``intensity`` replaces the intensities of categories ("ASSAULT": -9.5). Actions that are denied,
    called for or hypothetical did not occur and count nothing, nor do those without both sides.
    """
    points: dict[tuple[dt.date, str, str], dict[bool, list[tuple[float, str]]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for action in entry.actions:
            if action.source is None or action.target is None or action.quad == "none" or action.realis not in _DONE:
                continue
            source, target = side(action.source), side(action.target)
            if source == target:
                continue
            material = action.quad.startswith("material") and action.realis == "happened"
            points[entry.day, source, target][material].append((_intensity(action, intensity), entry.id))
    found = []
    for (day, source, target), by_kind in sorted(points.items(), key=lambda item: item[0]):
        entries_behind = tuple(dict.fromkeys(id for kind in (False, True) for _, id in by_kind[kind]))
        found.append(PairDay(source, target, day, _harshest(by_kind[False]), _harshest(by_kind[True]), entries_behind))
    return tuple(found)


def side(actor: Actor) -> str:
    """The side an actor stands for: the country for its state's organs, else the actor's own name."""
    official = ("government", "military", "police", "judiciary", "legislature", "state")
    if actor.country and actor.kind in official:
        return actor.country
    return actor.name


def _intensity(action: Action, table: Mapping[str, float] | None) -> float:
    return table[action.category] if table and action.category in table else action.intensity


def _harshest(acts: list[tuple[float, str]]) -> float:
    if not acts:
        return 0.0
    values = [value for value, _ in acts]
    return min(values) if min(values) < 0 else max(values)
