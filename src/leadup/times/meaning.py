"""What a time expression means, before it is tied to its place in the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from leadup.model import DateAnchor, DateReason, DateSpan, TimexType
from leadup.times.period import Period
from leadup.times.reader import Anchor, Reader, Why


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
    zone: str | None = None
    anchor_event: bool = False
    start: int = -1
    stop: int = -1
    reason: DateReason = field(kw_only=True)


def because(
    rule: str, *, anchor: Anchor | DateAnchor | None = None, of: DateReason | None = None, **values: str | int
) -> DateReason:
    """The reason of a meaning; ``rule`` and the names of ``values`` are those of ``lang/en/reasons.toml``."""
    return DateReason(rule, anchor.named if isinstance(anchor, Anchor) else anchor, of, values)


Written = Literal["date", "time", "month", "season", "year", "fiscal", "decade", "century"]
WRITTEN: dict[Written, DateReason] = {what: because("written", what=what) for what in get_args(Written)}
"""The reasons of what is written out, by what is."""
LENGTH = because("length")
UNCOUNTED = because("uncounted")
"""There is no date to count from."""
YEARLESS = because("yearless")
FROM_EVENT = because("event")
"""It is counted from an event."""


def of_period(period: Period, *, reason: DateReason, mod: str | None = None) -> Meaning:
    """A DATE that names a period."""
    return Meaning("DATE", period.value, period.span, period, mod=mod, reason=reason)


def of_day(day: dt.date, *, reason: DateReason, mod: str | None = None) -> Meaning:
    """A DATE that names one day."""
    period, value, span = _of_one_day(day)
    return Meaning("DATE", value, span, period, mod=mod, reason=reason)


@lru_cache(maxsize=4096)
def _of_one_day(day: dt.date) -> tuple[Period, str, DateSpan]:
    """What a day is as a period, in TIMEX3 and as a span: one object each for the many expressions that name it."""
    period = Period(day, "day")
    return period, period.value, period.span


def refused(reader: Reader, why: Why) -> Meaning | None:
    """No meaning, and why there is none, which the reader keeps for the trace. Always None."""
    reader.refused = why
    return None
