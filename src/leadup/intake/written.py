"""Dates as people write them, in the languages of many newspapers: "Jan. 3, 2020", "3 janvier 2020", "2020年1月3日"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

LOCALES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "ru", "uk"),
    *("tr", "el", "id", "hr", "sr_Latn", "ca", "lt", "lv", "et", "sl"),
)
_WORD = r"([^\W\d_]{3,12})"
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]{{1,3}}(?:de\s|of\s)?{_WORD}\.?,?[\s-]{{1,3}}(?:de\s|del\s)?(\d{{4}})\b"
)
_MONTH_FIRST = re.compile(rf"\b{_WORD}\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})\b")
_YEAR_THEN_MONTH = re.compile(rf"(?<!\d)(\d{{4}})[\s-]{{1,3}}{_WORD}\.?[\s-]{{1,3}}(\d{{1,2}})(?!\d)")
# Days whose month is a name, as they are tried in turn: the groups of the year, of the month and of the day.
_NAMED = ((_DAY_FIRST, 3, 2, 1), (_MONTH_FIRST, 3, 1, 2), (_YEAR_THEN_MONTH, 1, 2, 3))
_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")
# As spreadsheets write days in a table: the year's last two figures ("5/14/18 21:30").
_SHORT_YEAR = re.compile(r"\s*(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d./-])")
# As they write one with the month's name ("14-Mar-18"), and as statistics programs do ("14MAR2018").
_SHORT_NAMED = re.compile(rf"\s*(\d{{1,2}})([-/ ]){_WORD}\2(\d{{2}})(?:[ ,T]+\d{{1,2}}:\d\d.{{0,12}})?\s*", re.DOTALL)
_RUN_TOGETHER = re.compile(r"\s*(\d{1,2})([^\W\d_]{3,9})(\d{4})(?::\d\d:\d\d.{0,8})?\s*", re.DOTALL)
LAST_OF_2000 = 68
"""Two figures up to this are a year of our century (POSIX)."""
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?![\d/])")
LONGEST = 200
MOST_DAYS = 31
Order = Literal["dmy", "mdy"]


def parse_written(text: str) -> dt.date | None:
    """The first day that a short text writes out; None where there is none, or where it could be two.

    Figures alone ("03/04/2021") count only where one of them cannot be a month, or where dots make it day first.
    """
    text = text[:LONGEST]
    found = _ASIAN.search(text)
    if found:
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    for pattern, year, name, day in _NAMED:
        for found in pattern.finditer(text):
            month = months().get(found.group(name).casefold())
            if month:
                return _date(int(found.group(year)), month, int(found.group(day)))
    found = _YEAR_FIRST.search(text)
    if found:
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = _NUMBERS.search(text)
    if found:
        first, second, year = int(found.group(1)), int(found.group(3)), int(found.group(4))
        if first > 12 or found.group(2) == "." or first == second:
            return _date(year, second, first)
        if second > 12:
            return _date(year, first, second)
    return None


def in_table(cell: str) -> dt.date | None:
    """The day that a whole cell of a table gives in a short form with the month's name: "14-Mar-18", "14MAR2018"."""
    found = _SHORT_NAMED.fullmatch(cell)
    if found:
        day, name, year = int(found.group(1)), found.group(3), _whole_year(int(found.group(4)))
    elif found := _RUN_TOGETHER.fullmatch(cell):
        day, name, year = int(found.group(1)), found.group(2), int(found.group(3))
    else:
        return None
    month = months().get(name.casefold())
    return _date(year, month, day) if month else None


def _whole_year(year: int) -> int:
    return year if year >= 100 else year + (2000 if year <= LAST_OF_2000 else 1900)


def _in_figures(text: str) -> re.Match[str] | None:
    """A day in figures: with its whole year anywhere in the text, with its year's last two at its head."""
    return _NUMBERS.search(text[:LONGEST]) or _SHORT_YEAR.match(text[:LONGEST])


def in_figures(text: str, order: Order) -> dt.date | None:
    """The day that figures give in this order ("03/04/2020", "03/04/20"); None where there are none, or it is none."""
    found = _in_figures(text)
    if found is None:
        return None
    return in_order(int(found.group(1)), int(found.group(3)), _whole_year(int(found.group(4))), order)


def in_order(first: int, second: int, year: int, order: Order | None) -> dt.date | None:
    """The day that two figures and a year give; without an order only where just one is possible."""
    if order is None:
        order = "dmy" if first > 12 else "mdy" if second > 12 else None
        if order is None and first != second:
            return None
    return _date(year, second, first) if order == "dmy" else _date(year, first, second)


def day_order(values: Iterable[str]) -> Order | None:
    """Whether the days of a whole column stand day first or month first, where some of them settle it and none says
    otherwise."""
    day_first = month_first = False
    for value in values:
        found = _in_figures(value)
        if found:
            if int(found.group(1)) > MOST_DAYS:
                # The year stands first, or it is no day.
                return None
            day_first = day_first or int(found.group(1)) > 12
            month_first = month_first or int(found.group(3)) > 12
    if day_first == month_first:
        return None
    return "dmy" if day_first else "mdy"


@cache
def months() -> dict[str, int]:
    """Month names and abbreviations of many languages (CLDR); those that name two months are left out."""
    found: dict[str, int] = {}
    clash: set[str] = set()
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    word = str(name).casefold().rstrip(".")
                    if not word.isalpha() or len(word) < 3:
                        continue
                    if found.setdefault(word, number) != number:
                        clash.add(word)
    # English wins where it has a name of its own.
    english = {
        str(n).casefold(): k for w in ("wide", "abbreviated") for k, n in get_month_names(w, "format", "en").items()
    }
    return {**{word: number for word, number in found.items() if word not in clash}, **english, "sept": 9}


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@cache
def days() -> frozenset[str]:
    """Names and abbreviations of the days of the week in many languages (CLDR), in small letters."""
    return frozenset(
        str(name).casefold().rstrip(".")
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", locale).values()
    )
