"""The state of reading one text: its anchors, its switches, and what was mentioned before."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.times.direction import Direction, direction
from leadup.times.grammar import Found
from leadup.times.period import Period
from leadup.times.tokens import OTHER, Tokens, lexicon

_SOON, _NEAR = 200, 40
"""How many tokens back a quarter, or a month or year, may stand for "a year earlier" to be counted from it."""
_STORY = 120
"""How many tokens a date carries in running history."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that expressions are worked out from, and how to call it."""

    day: dt.date
    name: str
    section: bool = False
    narrative: bool = False

    @property
    def words(self) -> str:
        """The day and its name: "2020-01-05, the article's date"."""
        return f"{self.day.isoformat()}, {self.name}"


class Reader:
    """Reads one text from left to right. ``last_day`` and ``last_period`` are what was mentioned last."""

    def __init__(
        self,
        tokens: Tokens,
        dct: dt.date | None,
        sections: Sequence[tuple[int, dt.date | None]] = (),
        *,
        narrative: bool = False,
        day_first: bool = False,
        vague: bool = True,
    ) -> None:
        self.tokens = tokens
        self.dct = dct
        self.narrative = narrative
        self.day_first = day_first
        self.vague = vague
        self._offsets = [offset for offset, _ in sections]
        self._days = [day for _, day in sections]
        self.lex = lexicon()
        self.last_day: tuple[int, dt.date] | None = None
        self._by_weekday: dict[int, dt.date] = {}
        self.last_period: tuple[int, Period] | None = None
        self.last_quarter: tuple[int, Period] | None = None
        self.last_months: int | None = None
        self.last_explicit: tuple[int, Period] | None = None
        self.last_date: tuple[int, Period] | None = None

    # what is written

    def low(self, i: int) -> str:
        """Token ``i`` in lower case."""
        return self.tokens.low(i)

    def capital(self, i: int) -> bool:
        """Whether token ``i`` is a word with a capital."""
        return 0 <= i < len(self.tokens.words) and self.tokens.words[i][0].isupper()

    def plain(self, i: int) -> bool:
        """Whether token ``i`` is a word in small letters that is no word of the grammar."""
        return 0 <= i < len(self.tokens.words) and self.tokens.codes[i] == OTHER and self.tokens.words[i].islower()

    def part(self, f: Found, name: str) -> str:
        """The words of a named part in lower case, joined by spaces; empty where the part is absent."""
        if name not in f.parts:
            return ""
        i, j = f.parts[name]
        return " ".join(self.tokens.low(k) for k in range(i, j))

    def number(self, f: Found, name: str) -> int | None:
        """The number that the one-word part stands for ("march", "27", "third", "21st")."""
        if name not in f.parts:
            return None
        word = self.tokens.low(f.parts[name][0])
        if word in self.lex.numbers:
            return self.lex.numbers[word]
        digits = word.strip("'`").rstrip("stndrh'")
        return int(digits) if digits.isdigit() and len(digits) < 7 else None

    # what it hangs on

    def anchor(self, i: int, *, running: bool = False) -> Anchor | None:
        """The day that an expression at token ``i`` is worked out from.

        ``running``: the expression follows the text's own time where that runs (a bare month in a history), as
        "yesterday" and "last year" never do.
        """
        if self._offsets:
            at = bisect_right(self._offsets, self.tokens.starts[i]) - 1
            day = self._days[at] if at >= 0 else None
            if day is not None:
                return Anchor(day, "the section's date heading", section=True)
        if running and self.narrative and self.last_date is not None and i - self.last_date[0] <= _STORY:
            return Anchor(self.last_date[1].first, "the last date mentioned", narrative=True)
        return None if self.dct is None else Anchor(self.dct, "the article's date")

    def carried(self, i: int) -> Anchor | None:
        """The dated past that the text is telling of at token ``i``, where it is.

        "In March 2003 …. In May …": a month or day that opens a sentence of the same paragraph goes on from the last.
        """
        if self.last_explicit is None or self.dct is None or self.narrative:
            return None
        at, period = self.last_explicit
        first = i - 2 if self.low(i - 1) in ("in", "on", "by", "late", "early") else i - 1
        if self.low(first) not in (".", "!", "?", "then", "''", '"', "”"):
            return None
        if i - at > _NEAR or (self.dct - period.first).days < 400 or self.last_date is None:
            return None
        if self.last_date[1].first.year > period.first.year + 1 or self.tokens.paragraph_ends(at, i):
            return None
        return Anchor(self.last_date[1].first, "the last date mentioned")

    def mentioned_weekday(self, weekday: int) -> dt.date | None:
        """The last day mentioned that falls on a weekday (Monday is 0)."""
        return self._by_weekday.get(weekday)

    def day_is_near(self, i: int) -> bool:
        """Whether a day of the calendar was mentioned shortly before token ``i``."""
        return self.last_day is not None and i - self.last_day[0] <= _NEAR

    def direction(self, f: Found) -> Direction:
        """Which way the words around an expression look."""
        return direction(self.tokens, f.i, f.j)

    def recent(self, i: int) -> Period | None:
        """The quarter or half that the text speaks of here, if it does; else the month or year mentioned last.

        In a sentence on "the nine months" it is the year; where the sentence says when the period "ended", that day.
        """
        if self.last_date is not None and self.last_date[1].grain == "day":
            at, day = self.last_date
            if self.low(at - 1) in ("ended", "ending") and not self.tokens.sentence_ends(at, i):
                return day
        months, quarter = self.last_months, self.last_quarter
        if (
            months is not None
            and quarter is not None
            and quarter[0] < months
            and not self.tokens.sentence_ends(months, i)
        ):
            return Period.containing(quarter[1].first, "year")
        if self.last_quarter is not None and i - self.last_quarter[0] <= _SOON:
            return self.last_quarter[1]
        if self.last_period is None or i - self.last_period[0] > _NEAR:
            return None
        return self.last_period[1]

    def mentioned(self, i: int, period: Period, *, compared: bool = False, explicit: bool = False) -> None:
        """Keep a period for what refers back to it.

        ``compared``: it was itself counted from another ("a year earlier"); ``explicit``: it was written with its year.
        """
        self.last_date = (i, period)
        if explicit and period.grain in ("day", "month"):
            self.last_explicit = (i, period)
        if compared:
            if self.last_quarter is not None and period.grain == self.last_quarter[1].grain:
                self.last_quarter = (i, self.last_quarter[1])
            return
        if period.grain == "day":
            self.last_day = (i, period.first)
            self._by_weekday[period.first.weekday()] = period.first
            return
        if period.grain in ("month", "quarter", "half", "year"):
            self.last_period = (i, period)
        if period.grain in ("quarter", "half") and (self.dct is None or period.first <= self.dct):
            self.last_quarter = (i, period)
