"""The figures that a happening's mentions give for each role, laid side by side by outlet and time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from leadup.model import Account, Figure, Figured, Mention, Span
from leadup.model.happening import AccountState

MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

_THINGS = frozenset(
    [
        *("car", "vehicle", "truck", "bus", "tank", "plane", "aircraft", "jet", "helicopter", "drone", "ship", "boat"),
        *("building", "house", "home", "animal", "horse", "dog", "cow", "sheep", "bird", "fish", "weapon", "company"),
        *("percent", "USD", "EUR", "GBP", "km", "mile", "day", "year", "hour"),
    ]
)
_TOLL = frozenset(("killed", "wounded", "missing", "arrested", "displaced", "kidnapped", "detained", "injured"))
_UNIT_OF_ROLE = "person"
_IGNORED = frozenset(("counted", ""))


def compare(
    told: Iterable[tuple[Mention, Sequence[Figure]]], speakers: Mapping[Span, str] | None = None
) -> tuple[Account, ...]:
    """One account a role and unit of all figures in the mentions of a happening, each mention with its own figures.

    Offsets of a figure count in its article's text. ``speakers`` names who is cited for a mention's sentence (by the
    mention's span): a difference between two named speakers is a dispute, while a later figure from whoever is a
    revision. Figures whose intervals overlap ("at least 24", "25") agree; a part of an article's toll beside the whole
    is left out, as is "counted", which says nothing of what befell. Roles in order of first report.
    """
    by_role: dict[tuple[str, str], list[tuple[Figured, str | None]]] = defaultdict(list)
    for mention, figures in sorted(told, key=_first_reported):
        speaker = (speakers or {}).get(mention.span)
        for figure in figures:
            if figure.role in _IGNORED:
                continue
            unit = _UNIT_OF_ROLE if figure.role in _TOLL and _people(figure.unit) else figure.unit
            words = Span(mention.span.article, figure.start, figure.end, figure.exact)
            given = Figured(figure.low, figure.high, mention.outlet, mention.reported, words)
            if all(given.span != seen.span for seen, _ in by_role[figure.role, unit]):
                by_role[figure.role, unit].append((given, speaker))
    return tuple(
        _account(role, unit, _totals(given) if unit == _UNIT_OF_ROLE else given)
        for (role, unit), given in by_role.items()
    )


def _totals(given: list[tuple[Figured, str | None]]) -> list[tuple[Figured, str | None]]:
    """The figures without parts of the toll: beside "25 fighters", one text's "4 commanders" are among them.

    Of one article and speaker the largest figure counts, and those that may be the same number.
    """
    largest: dict[tuple[str, str | None], Figured] = {}
    for figured, speaker in given:
        key = (figured.span.article, speaker)
        if key not in largest or figured.low > largest[key].low:
            largest[key] = figured
    return [(f, s) for f, s in given if _may_agree(f, largest[f.span.article, s])]


def _first_reported(told: tuple[Mention, Sequence[Figure]]) -> tuple[dt.date, str, str, int]:
    mention = told[0]
    return mention.reported or dt.date.max, mention.outlet or "", mention.span.article, mention.span.start


def _people(unit: str) -> bool:
    """What is killed, wounded or arrested is people by whatever name ("martyr", "fighter"), unless it is a thing."""
    return not unit or unit.split()[-1] not in _THINGS


def _account(role: str, unit: str, given: list[tuple[Figured, str | None]]) -> Account:
    figures = tuple(f for f, _ in given)
    state = _state(given)
    return Account(role, unit, state, figures, f"{_label(role, unit)}: {_line(given, state)}")


def _state(given: list[tuple[Figured, str | None]]) -> AccountState:
    figures = [f for f, _ in given]
    if len({(f.outlet, f.span.article) for f in figures}) < 2:
        return "single"
    low = max(f.low for f in figures)
    highs = [f.high for f in figures if f.high is not None]
    if not highs or low <= min(highs):
        return "agreeing"
    values = _values(given)
    ordered = sorted(values, key=lambda v: (v.first or dt.date.max, v.low))
    for before, after in pairwise(ordered):
        if _may_agree(before, after):
            continue
        both = before.speakers and after.speakers and not before.speakers & after.speakers
        if both:
            return "disputed"
        if before.first is None or after.first is None or before.last is None:
            return "disputed"
        # Given later, and no longer given the old way once the new one is out: revised.
        if not (after.first > before.first and before.last <= after.last_or_first):
            return "disputed"
    return "revised"


class _Value:
    """All reports of one interval: its outlets, first and last day, and named speakers."""

    def __init__(self, low: float, high: float | None) -> None:
        self.low, self.high = low, high
        self.outlets: list[str] = []
        self.days: list[dt.date] = []
        self.speakers: set[str] = set()

    @property
    def first(self) -> dt.date | None:
        return min(self.days, default=None)

    @property
    def last(self) -> dt.date | None:
        return max(self.days, default=None)

    @property
    def last_or_first(self) -> dt.date:
        return max(self.days)


def _values(given: list[tuple[Figured, str | None]]) -> list[_Value]:
    found: dict[tuple[float, float | None], _Value] = {}
    for figure, speaker in given:
        value = found.setdefault((figure.low, figure.high), _Value(figure.low, figure.high))
        outlet = figure.outlet or figure.span.article
        if outlet not in value.outlets:
            value.outlets.append(outlet)
        if figure.reported:
            value.days.append(figure.reported)
        if speaker:
            value.speakers.add(speaker)
    return list(found.values())


def _may_agree(a: _Value | Figured, b: _Value | Figured) -> bool:
    return (b.high is None or a.low <= b.high) and (a.high is None or b.low <= a.high)


def _label(role: str, unit: str) -> str:
    return role if unit in ("", _UNIT_OF_ROLE) else f"{role} ({unit})"


def _line(given: list[tuple[Figured, str | None]], state: AccountState) -> str:
    parts = []
    for value in _values(given):
        notes = [f"{len(value.outlets)} outlet{'s' * (len(value.outlets) != 1)}"]
        if value.speakers and state == "disputed":
            notes = [", ".join(sorted(value.speakers)), *notes]
        if value.first is not None and value.last is not None:
            notes.append(_day(value.first) if value.first == value.last else f"from {_day(value.first)}")
        parts.append(f"{interval(value.low, value.high)} ({', '.join(notes)})")
    return ", ".join(parts)


def interval(low: float, high: float | None) -> str:
    """A figure's bounds as a person writes them: "25", "24 or more", "700–800", "up to 30"."""
    if high is None:
        return f"{_number(low)} or more"
    if low == high:
        return _number(low)
    return f"up to {_number(high)}" if low <= 0 else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def _day(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"
