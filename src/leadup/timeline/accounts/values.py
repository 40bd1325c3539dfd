"""The reports of one figure of a happening, and how several are told in a line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from leadup.model import Figured
from leadup.model.happening import UNNAMED_OUTLET, AccountState
from leadup.reading.figures.numbers import numbers
from leadup.timeline.messages import Messages, month_name

_MESSAGES = Messages("accounts")

_DIGITS = re.compile(r"\d[\d,.]*")

_ROUNDED = 1_000
"""From so many on whole hundreds are taken for rounded."""

_HALF_YEAR = dt.timedelta(days=183)


def is_unnumbered(given: ReportedValue | Figured, language: str) -> bool:
    """Whether the words give no number ("dozens")."""
    words = given.words if isinstance(given, ReportedValue) else [given.span.exact]
    return all(m["many"] for exact in words for m in numbers(exact, 0, len(exact), language))


class ReportedValue:
    """All reports of one interval: its outlets, first and last day, and named speakers."""

    def __init__(self, low: float, high: float | None, language: str) -> None:
        self.language = language
        self.low, self.high = low, high
        self.outlets: list[str] = []
        self.days: list[dt.date] = []
        self.speakers: set[str] = set()
        self.words: list[str] = []

    @property
    def said(self) -> str:
        """The figure as it is written; in a source's own words where these give no bounds ("nearly 400") or no number
        ("dozens")."""
        bounded = self.high is not None and 0 < self.low < self.high
        unnumbered = self.high is None and is_unnumbered(self, self.language)
        if unnumbered or (bounded and not any(len(_DIGITS.findall(words)) > 1 for words in self.words)):
            return f"“{min(self.words, key=lambda w: (len(w), w))}”"
        return interval(self.low, self.high)

    @property
    def first(self) -> dt.date | None:
        return min(self.days, default=None)

    @property
    def last(self) -> dt.date | None:
        return max(self.days, default=None)


def values_of(given: list[tuple[Figured, str | None]], language: str) -> list[ReportedValue]:
    """The figures by their intervals, in order of their first report; with each stands the party it is named by."""
    found: dict[tuple[float, float | None], ReportedValue] = {}
    for figure, speaker in given:
        value = found.setdefault((figure.low, figure.high), ReportedValue(figure.low, figure.high, language))
        value.words.append(figure.span.exact)
        outlet = figure.outlet or UNNAMED_OUTLET
        if outlet not in value.outlets:
            value.outlets.append(outlet)
        if figure.reported:
            value.days.append(figure.reported)
        if speaker:
            value.speakers.add(speaker)
    return list(found.values())


def may_agree(a: ReportedValue | Figured, b: ReportedValue | Figured) -> bool:
    """May two figures be of one count: do their bounds overlap, or is one the other rounded to hundreds?"""
    if (b.high is None or a.low <= b.high) and (a.high is None or b.low <= a.high):
        return True
    # "1,400" is how 1,429 is rounded.
    few, many = sorted((a, b), key=lambda x: x.low)
    return few.low >= _ROUNDED and few.low % 100 == 0 and few.high == few.low and many.low - few.low < 100


def line_of(given: list[tuple[Figured, str | None]], state: AccountState, language: str) -> str:
    """The figures in a line for a reader: "25 (3 outlets, since Jan. 3), later 28 (2 outlets, Jan. 5)"."""
    parts = []
    days = [f.reported for f, _ in given if f.reported]
    # Over the turn of a year a month says enough.
    with_year = bool(days) and max(days) - min(days) > _HALF_YEAR
    values = values_of(given, language)
    closest = _closest(values) if state == "agreeing" else values
    told = {outlet for value in closest for outlet in value.outlets}
    allowed = {outlet for value in values for outlet in value.outlets} - told
    for value in closest:
        named = sum(outlet != UNNAMED_OUTLET for outlet in value.outlets)
        notes = [_MESSAGES["outlet" if named == 1 else "outlets"].format(named=named)] if named else []
        if named < len(value.outlets):
            notes = [_MESSAGES["and unnamed"].format(outlets=notes[0]) if notes else UNNAMED_OUTLET]
        if value.speakers and state == "disputed":
            notes = [", ".join(sorted(value.speakers)), *notes]
        if value.first is not None and value.last is not None:
            day = _day(value.first, with_year)
            notes.append(day if value.first == value.last else _MESSAGES["since"].format(day=day))
        parts.append(f"{value.said} ({', '.join(notes)})")
    line = (_MESSAGES["later"] if state == "revised" else ", ").join(parts)
    return _MESSAGES["in line"].format(line=line, others=len(allowed)) if allowed else line


def _closest(values: Sequence[ReportedValue]) -> list[ReportedValue]:
    """Of figures that agree those that say most: beside "31" an "at least 30" and an "up to 31" are no further counts,
    nor is "at least 30" beside "at least 31". Those that a party is named for stay."""
    exact = [v for v in values if v.low == v.high]
    most = max((v.low for v in values if v.high is None), default=0.0)
    if exact:
        return [v for v in values if v in exact or v.speakers]
    return [v for v in values if v.high is not None or v.low == most or v.speakers]


def interval(low: float, high: float | None) -> str:
    """A figure's bounds as a person writes them: "25", "24 or more", "700–800", "up to 30"."""
    if high is None:
        return _MESSAGES["more"].format(low=_number(low))
    if low == high:
        return _number(low)
    return _MESSAGES["most"].format(high=_number(high)) if low <= 0 else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def _day(day: dt.date, with_year: bool) -> str:
    return f"{month_name(day, short=True)} {day.day}" + (f", {day.year}" if with_year else "")
