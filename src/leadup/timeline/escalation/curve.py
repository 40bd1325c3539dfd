"""The escalation curve: a point a day for each pair of sides, verbal and material apart."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from leadup.lang import kept_words
from leadup.model import Action, Category, Entry, PairDay
from leadup.reading.actions.intensity import intensities
from leadup.timeline.escalation.parties import side

RETOLD = dt.timedelta(7)
"""Within so many days the same side's same deed to the same side, in the same words, is one told again."""

_COUNTED = frozenset(("happened", "planned", "threatened"))


def escalation_curve(
    entries: Iterable[Entry], intensity: Mapping[str, float] | None = None, *, language: str
) -> tuple[PairDay, ...]:
    """A :class:`PairDay` for each day, source side and target side with an action between them, in that order.

    ``verbal`` and ``material`` are each the most hostile intensity of that kind on the day, or the most cooperative
    where none is hostile; 0 where there is none: a day's harshest act is what escalates, and many reports of one act
    do not add up. ``intensity`` replaces the intensities of the categories it names ("ASSAULT": -9.0), those of the
    table (:mod:`leadup.reading.actions.intensity`) and any that an action carries itself. What is threatened or planned
    counts as a threat, and as words; what is denied, called for or hypothetical counts nothing, nor does an action
    without both sides.
    """
    points: dict[tuple[dt.date, str, str], dict[bool, list[tuple[float, str]]]] = defaultdict(lambda: defaultdict(list))
    first_told: dict[tuple[str, str, str], dt.date] = {}
    for entry in sorted(entries, key=lambda e: e.day):
        if is_opinion(entry, language):
            continue
        for action in entry.actions:
            if action.source is None or action.target is None or action.realis not in _COUNTED or not action.certain:
                continue
            source, target, strength = (
                side(action.source, language),
                side(action.target, language),
                _strength(action, intensity or {}, language),
            )
            if source is None or target is None or source == target or strength == 0:
                continue
            deed = source, target, action.exact.casefold()
            day = first_told.setdefault(deed, entry.day)
            if dt.timedelta(0) < entry.day - day <= RETOLD:
                continue
            first_told[deed] = entry.day
            material = action.quad.startswith("material") and action.realis == "happened"
            points[entry.day, source, target][material].append((strength, entry.id))
    found = []
    for (day, source, target), by_kind in sorted(points.items(), key=lambda item: item[0]):
        behind = tuple(dict.fromkeys(id for kind in (False, True) for _, id in by_kind[kind]))
        found.append(PairDay(source, target, day, _harshest(by_kind[False]), _harshest(by_kind[True]), behind))
    return tuple(found)


def is_opinion(entry: Entry, language: str) -> bool:
    """Whether the entry's wording stands in a comment, by its address or title."""
    evidence = entry.evidence[0]
    parts = re.split(r"[/._]", (evidence.url or "").casefold())
    marks = kept_words("opinion", language)
    title = re.match(r"[\w -]+(?=\s?[:|])", (evidence.title or "").casefold())
    return any(part in marks for part in parts) or bool(title and title.group().strip() in marks)


def _strength(action: Action, given: Mapping[str, float], language: str) -> float:
    category: Category = action.category
    if action.realis == "threatened" and action.quad == "material conflict":
        category = "THREATEN"
    if category in given:
        return given[category]
    return action.intensity if action.intensity and category == action.category else intensities(language).of(category)


def _harshest(acts: list[tuple[float, str]]) -> float:
    if not acts:
        return 0.0
    values = [value for value, _ in acts]
    return min(values) if min(values) < 0 else max(values)
