"""Days and hours in words, as news agencies write them ("Friday, Dec. 27, 2019")."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Final

from leadup.lang import month_names, weekday_names
from leadup.model import Published
from leadup.output.language import TOLD_IN

_ISO_DAY: Final = re.compile(r"\b[12]\d{3}-\d\d-\d\d\b")


def _months() -> tuple[str, ...]:
    return month_names(short=True, language=TOLD_IN)


def _weekdays() -> tuple[str, ...]:
    return weekday_names(TOLD_IN)


def month_words(month: int) -> str:
    """The month as agencies shorten it ("Sept.")."""
    return _months()[month - 1]


def weekday_words(day: dt.date) -> str:
    """The weekday's name ("Friday")."""
    return _weekdays()[day.weekday()]


def day_words(day: dt.date, *, year: bool = True, weekday: bool = False) -> str:
    """A day in words: "Friday, Dec. 27, 2019", without weekday or year where not asked for."""
    words = f"{_months()[day.month - 1]} {day.day}"
    if year:
        words += f", {day.year}"
    return f"{_weekdays()[day.weekday()]}, {words}" if weekday else words


def with_day_words(said: str) -> str:
    """What is said with its ISO days in words: "some have it on Jan. 2, 2020"."""

    def in_words(found: re.Match[str]) -> str:
        with suppress(ValueError):
            return day_words(dt.date.fromisoformat(found.group()))
        return found.group()

    return _ISO_DAY.sub(in_words, said)


def days_words(first: dt.date, last: dt.date) -> str:
    """A range of days: "Dec. 20, 2019 – Jan. 3, 2020", "Dec. 20–27, 2019"."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_months()[first.month - 1]} {first.day}–{last.day}, {first.year}"
    return f"{day_words(first, year=first.year != last.year)} – {day_words(last)}"


def since_words(day: dt.date, today: dt.date) -> str:
    """ "today", "since yesterday", "since Nov. 3", with the year where it is another one."""
    if day >= today:
        return "today"
    if day == today - dt.timedelta(1):
        return "since yesterday"
    return f"since {day_words(day, year=day.year != today.year)}"


def zone_words(moment: dt.datetime) -> str:
    """The offset of an aware time: "UTC", "UTC−05:00"."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def published_words(published: Published | None) -> str:
    """When an article was published, in its own zone, and how sure that is where it is not."""
    if published is None:
        return "publication time unknown"
    words = day_words(published.day)
    if published.precision != "day":
        words += f", {published.at:%H:%M} {zone_words(published.at)}"
    if published.certainty != "sure":
        words += f" ({published.certainty}: {published.how})"
    return words
