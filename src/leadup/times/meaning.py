"""What a time expression means, before it is tied to its place in the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leadup.model import DateSpan, TimexType
from leadup.times.period import Period


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one expression: the fields of :class:`leadup.model.Timex` but for its place.

    ``period`` is the calendar period it names, where it names one: later expressions may refer back to it.
    ``clock`` is the time of day as the tail of a TIMEX3 value (``T14:30``, ``TMO``), empty where there is none.
    ``start`` moves the expression's first token (-1 where it stays), for modifiers that belong to it.
    """

    type: TimexType
    value: str
    span: DateSpan | None = None
    period: Period | None = None
    clock: str = ""
    mod: str | None = None
    anchor: str = ""
    reason: str = ""
    zone: str | None = None
    anchor_event: bool = False
    start: int = -1
    stop: int = -1


def of_period(period: Period, *, anchor: str = "", reason: str = "", mod: str | None = None) -> Meaning:
    """A DATE that names a period."""
    return Meaning("DATE", period.value, period.span, period, mod=mod, anchor=anchor, reason=reason)


def of_day(day: dt.date, *, anchor: str = "", reason: str = "", mod: str | None = None) -> Meaning:
    """A DATE that names one day."""
    return of_period(Period(day, "day"), anchor=anchor, reason=reason, mod=mod)
