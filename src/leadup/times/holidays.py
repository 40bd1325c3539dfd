"""Holidays and observances by name ("Thanksgiving Day", "Ashura", "New Year's Eve").

The rules are in ``dates_holidays.toml`` of a language's pack, if it has one. Easter is by the anonymous Gregorian
computus (Meeus 1991), Jewish holidays are counted from Rosh Hashanah (the four postponements; Reingold and Dershowitz,
*Calendrical Calculations*), Islamic ones are of the tabular calendar and may be a day off what a country observed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from leadup.lang import DEFAULT, kept_table
from leadup.lang.wordforms import word_endings

_ISLAMIC_EPOCH = 227015
_HEBREW_EPOCH = -1373427
_ONE = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """One observance: how to find its first day in a year, and how many days it lasts."""

    name: str
    rule: dict[str, Any]
    length: int = 1

    def days_in(self, year: int) -> tuple[dt.date, ...]:
        """Its first days in a Gregorian year: none, one, or (Islamic ones) two."""
        try:
            return self._days_in(year)
        except (ValueError, OverflowError):
            return ()

    def _days_in(self, year: int) -> tuple[dt.date, ...]:
        rule = self.rule
        if "fixed" in rule:
            month, day = str(rule["fixed"]).split("-")
            return (dt.date(year, int(month), int(day)),)
        if "nth" in rule:
            month, weekday, which = rule["nth"]
            return (_nth(year, month, weekday, which) + dt.timedelta(rule.get("plus", 0)),)
        if "easter" in rule:
            return (easter(year) + dt.timedelta(rule["easter"]),)
        if "islamic" in rule:
            month, day = rule["islamic"]
            first = (year - 622) * 33 // 32
            days = (islamic(y, month, day) for y in range(first - 1, first + 3))
            return tuple(d for d in days if d.year == year)
        if "hebrew" in rule:
            return (rosh_hashanah(year) + dt.timedelta(rule["hebrew"]),)
        return tuple(d for d in _table(str(rule["table"])) if d.year == year)


def _nth(year: int, month: int, weekday: int, which: int) -> dt.date:
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - _ONE
    return last - dt.timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> dt.date:
    """Western Easter Sunday."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a date of the tabular Islamic calendar (civil epoch)."""
    ordinal = _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return dt.date.fromordinal(ordinal)


def rosh_hashanah(year: int) -> dt.date:
    """1 Tishri of the Hebrew year that begins in a Gregorian year."""

    def elapsed(of: int) -> int:
        m = (235 * of - 234) // 19
        d = 29 * m + (12084 + 13753 * m) // 25920
        return d + 1 if 3 * (d + 1) % 7 < 3 else d

    hebrew = year + 3761
    day = elapsed(hebrew)
    before, after = elapsed(hebrew - 1), elapsed(hebrew + 1)
    if after - day == 356:
        day += 2
    elif day - before == 382:
        day += 1
    return dt.date.fromordinal(_HEBREW_EPOCH + day)


@cache
def _raw(language: str) -> dict[str, Any]:
    return kept_table("dates_holidays", language)


@cache
def _table(name: str) -> tuple[dt.date, ...]:
    return tuple(dt.date.fromisoformat(day) for day in _raw(DEFAULT)["tables"][name].split())


@cache
def holidays(language: str = DEFAULT) -> dict[str, Holiday]:
    """Every holiday by each of its names, in lower case."""
    by_name: dict[str, Holiday] = {}
    for rule in _raw(language).get("holiday", ()):
        for name in rule["names"]:
            by_name[name] = Holiday(rule["names"][0], rule, rule.get("length", 1))
    return by_name


@cache
def names_by_first_word(language: str = DEFAULT) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names as words, by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    owner = word_endings(language).owner
    for name in holidays(language):
        words = tuple(re.findall(rf"{owner}|[^\W_]+|[^\w\s]", name))
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in by_first.items()}
