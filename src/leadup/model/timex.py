"""Time expressions and the calendar days they denote (TIMEX3, ISO-TimeML; Pustejovsky et al. 2010)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from leadup.model.reason import DateAnchor, DateReason, Reason

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second",
    "minute",
    "hour",
    "part-of-day",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A closed interval of calendar days, ``[first, last]``; an end that the text leaves open is None."""

    first: dt.date | None
    last: dt.date | None
    granularity: Granularity = "day"

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a date span needs at least one end")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"a date span ends before it starts: {self.first} > {self.last}")

    @classmethod
    def day(cls, day: dt.date) -> DateSpan:
        """The span of one day."""
        return cls(day, day, "day")

    @property
    def single(self) -> dt.date | None:
        """The day, where the span is one day, else None."""
        return self.first if self.first is not None and self.first == self.last else None

    def __contains__(self, day: dt.date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: ``text[start:end] == exact``, its TIMEX3 type and value, and what it denotes.

    ``span`` is None for durations, sets and vague references ("recently"). ``rule`` is the name of the rule;
    ``reason`` says why it denotes that (``str(reason)`` to a person: "Friday before 2020-01-05, the article's date").
    ``zone`` is an IANA name, an offset ("+03:00") or ``"local"`` where the text gives one. ``anchor_event`` is true
    where it is counted from another event ("hours after the killing").
    """

    start: int
    end: int
    exact: str
    type: TimexType
    value: str
    span: DateSpan | None = None
    mod: str | None = None
    rule: str = ""
    reason: Reason = ""
    zone: str | None = None
    anchor_event: bool = False

    @property
    def anchor(self) -> DateAnchor | None:
        """What it was worked out from, None where it needs nothing (or its reason is in words alone)."""
        return self.reason.anchor if isinstance(self.reason, DateReason) else None
