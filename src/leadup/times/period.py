"""Calendar periods: a day, week, month, quarter, … as TIMEX3 values and as closed intervals of days."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from leadup.model import DateSpan, Granularity

Grain = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

_ONE_DAY = dt.timedelta(1)
_SEASONS = ("WI", "SP", "SU", "FA")
UNRESOLVED: dict[Grain, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The TIMEX3 value of a period of this grain, of which no more is known."""
MONTHS_IN: dict[Grain, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month that a season begins with, by its code."""


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of the calendar; ``first`` is its first day. Make one with :meth:`containing`.

    Weeks are ISO weeks (Monday first), a weekend is the Saturday and Sunday of its ISO week, and a season is the
    northern meteorological one: winter of year Y runs from December of Y to February of Y + 1.
    """

    first: dt.date
    grain: Grain

    @classmethod
    def containing(cls, day: dt.date, grain: Grain) -> Period:
        """The period of this grain that the day lies in (for a weekend: that of its week)."""
        if grain == "day":
            return cls(day, grain)
        if grain == "week":
            return cls(day - dt.timedelta(day.weekday()), grain)
        if grain == "weekend":
            return cls(day + dt.timedelta(5 - day.weekday()), grain)
        if grain == "month":
            return cls(day.replace(day=1), grain)
        if grain == "quarter":
            return cls(dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1), grain)
        if grain == "half":
            return cls(dt.date(day.year, 1 if day.month < 7 else 7, 1), grain)
        if grain == "year":
            return cls(dt.date(day.year, 1, 1), grain)
        if grain == "decade":
            return cls(dt.date(max(day.year // 10 * 10, 1), 1, 1), grain)
        if grain == "century":
            return cls(dt.date(max(day.year // 100 * 100, 1), 1, 1), grain)
        month = day.month // 3 * 3
        return Period(dt.date(day.year, month, 1) if month else dt.date(day.year - 1, 12, 1), "season")

    @classmethod
    def season(cls, year: int, code: str) -> Period:
        """The season ``code`` (SP, SU, FA, WI) of a year."""
        return Period(dt.date(year, SEASON_MONTHS[code], 1), "season")

    @property
    def last(self) -> dt.date:
        """The last day."""
        if self.grain == "day":
            return self.first
        if self.grain == "week":
            return self.first + dt.timedelta(6)
        if self.grain == "weekend":
            return self.first + _ONE_DAY
        if self.grain == "month":
            return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])
        year, month = divmod(self.first.year * 12 + self.first.month - 1 + MONTHS_IN[self.grain], 12)
        if year > dt.MAXYEAR:
            return dt.date.max
        return dt.date(year, month + 1, 1) - _ONE_DAY

    @property
    def span(self) -> DateSpan:
        """The closed interval of its days."""
        granularity: Granularity = self.grain
        return DateSpan(self.first, self.last, granularity)

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``1998-03-04``, ``1998-W09``, ``1998-W09-WE``, ``1998-Q3``, ``1998-FA``, ``199``."""
        first = self.first
        if self.grain == "day":
            return first.isoformat()
        if self.grain in ("week", "weekend"):
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if self.grain == "weekend" else "")
        if self.grain == "month":
            return f"{first.year:04}-{first.month:02}"
        if self.grain == "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        if self.grain == "half":
            return f"{first.year:04}-H{1 if first.month < 7 else 2}"
        if self.grain == "season":
            return f"{first.year:04}-{_SEASONS[first.month // 3 % 4]}"
        if self.grain == "year":
            return f"{first.year:04}"
        if self.grain == "decade":
            return f"{first.year // 10:03}"
        return f"{first.year // 100:02}"

    def shift(self, count: int) -> Period:
        """The period ``count`` periods of the same grain later, earlier where negative; of a season, in another year.

        Raises OverflowError where that leaves the years 1–9999.
        """
        if self.grain == "day":
            return Period(self.first + dt.timedelta(count), self.grain)
        if self.grain in ("week", "weekend"):
            return Period(self.first + dt.timedelta(7 * count), self.grain)
        step = 12 if self.grain == "season" else MONTHS_IN[self.grain]
        first = add_months(self.first, step * count)
        return Period.containing(first, self.grain)


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day of the month ``count`` months later, or that month's last day. Raises OverflowError."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"{count} months from {day} is outside the years 1 to 9999")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
