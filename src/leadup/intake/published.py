"""When an article was published: dates as machines write them, and which of several to believe."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from functools import lru_cache

from leadup.intake.written import parse_written
from leadup.lang import rows
from leadup.model import Certainty, Precision, Published
from leadup.model.article import EARLIEST as EARLIEST
from leadup.model.article import LATEST as LATEST

FARTHEST = 18 * 60
"""Minutes from UTC, more than any zone has had: an offset beyond is a slip, and the time stands without it."""
NUMBERS_END = 10**15
"""Numbers from here on are no dates, nor is what is no number (NaN)."""
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
# A page is fetched after it is published; clocks and zones differ by less than a day.
SLACK = dt.timedelta(hours=26)

_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{3,4}(?=\W*$))?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))(?:[:.](\d{2}))?\s?(?:([AaPp])\.?[Mm]\b\.?)?(?:\s?\(?([A-Z]{1,5}(?:[+-]\d{1,2}:?\d{0,2})?|[+-]\d{2}:?\d{2})\)?)?"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
# At the head of a part of the path: "/2020/01/03/", "/20200103-talks"; inside a slug it is what the article is about.
_URL_DAY = re.compile(r"/(19[89]\d|20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_LAST_SIGN = re.compile(r"[\d:]\s([A-Za-z]{1,5})\s*$")
_MAIL_ZONES = frozenset(("UT", "UTC", "GMT", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"))
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$")


@lru_cache(maxsize=1024)
def parse_time(value: str, *, day_only: bool = False) -> tuple[dt.datetime, Precision, bool] | None:
    """A machine's date: its aware time, how precise it is, and whether it gave a zone. None where it is no date.

    ISO 8601 in the forms that pages have, compact ISO, RFC 2822 and Unix times. Without a zone UTC is taken, so that
    the written day stays the day.
    """
    text = value.strip()
    if not text or len(text) > 100:
        return None
    found = _ISO.match(text) or _COMPACT.match(text)
    spoken = _CLOCK.search(text) if "m" in text.lower() else None
    if spoken is not None and spoken.group(4):
        # What a clock says with "PM" no standard knows: it is read as people write it.
        return written_time(text)
    try:
        if found:
            return _from_parts(found.groups(), day_only)
        if text.isdigit() and len(text) in (10, 13):
            at = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
            return (at, "second", True) if at > EPOCH and at.date() < LATEST else None
        parsed = email.utils.parsedate_tz(text)
        if parsed:
            zone = _mail_zone(text, parsed[9])
            at = dt.datetime(*parsed[:6], tzinfo=zone or dt.UTC)
            return (at, "second", zone is not None) if EARLIEST <= at.date() < LATEST and at != EPOCH else None
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _mail_zone(text: str, east: int | None) -> dt.timezone | None:
    """The zone of a date of RFC 2822 (``east`` in seconds, 0 also where its sign is no zone of that standard); None
    where a sign means several zones ("IST")."""
    sign = _LAST_SIGN.search(text)
    if sign is not None and sign[1].upper() not in _MAIL_ZONES:
        return _named_zone(sign[1].upper())
    return None if east is None else _east(east // 60)


def _from_parts(parts: tuple[str | None, ...], day_only: bool) -> tuple[dt.datetime, Precision, bool] | None:
    year, month, day, hour, minute, second, zone = parts
    date = dt.date(int(year or 0), int(month or 0), int(day or 0))
    if not EARLIEST <= date < LATEST or date == EPOCH.date():
        # The first day of all clocks is what programs write for "never".
        return None
    if hour is None or day_only:
        return at_midnight(date), "day", False
    precision: Precision = "minute" if second is None else "second"
    clock = int(hour), int(minute or 0), int(second or 0)
    if clock[0] > 24 or clock[1] > 59 or (clock[0] == 24 and clock[1:] != (0, 0)):
        return at_midnight(date), "day", False
    # ISO 8601 calls a day's end 24:00: it is the next one's 00:00.
    at = dt.datetime(date.year, date.month, date.day, clock[0] % 24, clock[1], min(clock[2], 59))
    at += dt.timedelta(clock[0] // 24)
    place = _named_zone(zone.upper()) if zone else None
    aware = at.replace(tzinfo=place or dt.UTC)
    return None if aware == EPOCH else (aware, precision, place is not None)


def written_time(text: str) -> tuple[dt.datetime, Precision, bool] | None:
    """The day and time that people write ("Jan. 3, 2020, 8:15 p.m. EST"); the day alone where no time stands by it."""
    iso = _ISO.match(text)
    try:
        day = dt.date(*(int(p) for p in iso.groups()[:3])) if iso else parse_written(text[:100])
    except ValueError:
        return None
    if day is None or not EARLIEST <= day < LATEST or day == EPOCH.date():
        return None
    clock = next((c for c in _CLOCK.finditer(text) if c.group(4) or c.group(5) or ":" in c.group()), None)
    if clock is None:
        return at_midnight(day), "day", False
    hour, minute = int(clock.group(1)), int(clock.group(2))
    half = (clock.group(4) or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return at_midnight(day), "day", False
    zone = _named_zone(clock.group(5))
    at = dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone or dt.UTC)
    return at, "minute", zone is not None


def _named_zone(name: str | None) -> dt.timezone | None:
    """The offset of a zone's sign ("EST", "GMT+1", "-05:00"); None where it has none, or several."""
    if not name:
        return None
    found = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?", name)
    if found:
        minutes = int(found.group(2)) * 60 + int(found.group(3) or 0)
        return _east(-minutes if found.group(1) == "-" else minutes)
    east = zones().get(name)
    return None if east is None else _east(east)


def _east(minutes: int) -> dt.timezone | None:
    """The zone so many minutes east of UTC; None where no clock on earth goes so."""
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) <= FARTHEST else None


@lru_cache(maxsize=1)
def zones() -> dict[str, int]:
    """Signs of zones that mean one offset (minutes east of UTC); "IST" and the like, which mean several, are none."""
    return {row[0]: int(row[1]) for row in rows("zones")}


def from_address(url: str | None) -> Published | None:
    """The day that stands in an address: likely the publication's."""
    found = _URL_DAY.search(url) if url and len(url) <= 2000 else None
    return None if found is None else _likely(found, "the address")


def published_in_name(file: str) -> Published | None:
    """The day that stands in a file's name ("newsnight_2020-01-03.vtt", "talk 3 Jan 2020.srt"): likely its own."""
    found = _NAME_DAY.search(file)
    if found is not None:
        return _likely(found, "the file's name")
    day = parse_written(re.sub(r"[_.]+", " ", file.rsplit(".", 1)[0]))
    return Published(at_midnight(day), "day", "likely", "the file's name") if day and EARLIEST <= day < LATEST else None


def _likely(found: re.Match[str], how: str) -> Published | None:
    try:
        day = dt.date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    except ValueError:
        return None
    return Published(at_midnight(day), "day", "likely", how)


def at_midnight(day: dt.date) -> dt.datetime:
    """A day as the model keeps it where no time is known."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def given(published: dt.date | dt.datetime, how: str = "given by the asker") -> Published:
    """What the asker says is sure."""
    if isinstance(published, dt.datetime):
        return Published(_plain(published), "minute", "sure", how)
    return Published(at_midnight(published), "day", "sure", how)


def _plain(at: dt.datetime) -> dt.datetime:
    """The same moment as Python's own datetime with a fixed offset (UTC where none is given): tables give moments of
    kinds that cannot be compared with all of the calendar."""
    east = at.utcoffset()
    clock = (at.hour, at.minute, at.second, at.microsecond)
    return dt.datetime(at.year, at.month, at.day, *clock, dt.UTC if not east else dt.timezone(east))


def stated(value: object, how: str, certainty: Certainty = "sure") -> Published | None:
    """The publication time that a record's field holds; None where it holds none."""
    if isinstance(value, dt.datetime | dt.date):
        # By the year alone: where a table holds no moment (NaT), its year is no number.
        if not EARLIEST.year <= value.year < LATEST.year:
            return None
        found = given(value, how)
        return Published(found.at, found.precision, certainty, how)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not abs(value) < NUMBERS_END:
            return None
        value = str(int(value))
    if not isinstance(value, str):
        return None
    parsed = parse_time(value) or (written_time(value) if len(value) <= 100 else None)
    if parsed is None:
        return None
    at, precision, zoned = parsed
    if precision != "day" and not zoned:
        how += ", no zone given"
    return Published(at, precision, certainty, how)
