"""When an article was published: dates as machines write them, and which of several to believe."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from functools import lru_cache

from leadup.intake.written import parse_written
from leadup.model import Certainty, Precision, Published

EARLIEST = dt.date(1700, 1, 1)
# A page is fetched after it is published; clocks and zones differ by less than a day.
SLACK = dt.timedelta(hours=26)

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
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
    try:
        if found:
            return _from_parts(found.groups(), day_only)
        if text.isdigit() and len(text) in (10, 13):
            at = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
            return at, "second", True
        parsed = email.utils.parsedate_tz(text)
        if parsed:
            zone = dt.UTC if parsed[9] is None else dt.timezone(dt.timedelta(seconds=parsed[9]))
            return dt.datetime(*parsed[:6], tzinfo=zone), "second", parsed[9] is not None
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _from_parts(parts: tuple[str | None, ...], day_only: bool) -> tuple[dt.datetime, Precision, bool] | None:
    year, month, day, hour, minute, second, zone = parts
    date = dt.date(int(year or 0), int(month or 0), int(day or 0))
    if date < EARLIEST:
        return None
    if hour is None or day_only:
        return at_midnight(date), "day", False
    precision: Precision = "minute" if second is None else "second"
    at = dt.datetime(date.year, date.month, date.day, int(hour) % 24, int(minute or 0), min(int(second or 0), 59))
    return at.replace(tzinfo=_zone(zone)), precision, zone is not None


def _zone(text: str | None) -> dt.timezone:
    if text is None or text.upper() in ("Z", "UTC", "GMT"):
        return dt.UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return dt.timezone(sign * dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0)))


def at_midnight(day: dt.date) -> dt.datetime:
    """A day as the model keeps it where no time is known."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def given(published: dt.date | dt.datetime, how: str = "given by the asker") -> Published:
    """What the asker says is sure."""
    if isinstance(published, dt.datetime):
        at = published if published.tzinfo else published.replace(tzinfo=dt.UTC)
        return Published(at, "minute", "sure", how)
    return Published(at_midnight(published), "day", "sure", how)


def stated(value: object, how: str, certainty: Certainty = "sure") -> Published | None:
    """The publication time that a record's field holds; None where it holds none."""
    if isinstance(value, dt.datetime | dt.date):
        found = given(value, how)
        return Published(found.at, found.precision, certainty, how)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value))
    if not isinstance(value, str):
        return None
    parsed = parse_time(value)
    if parsed is None:
        day = parse_written(value) if len(value) <= 100 else None
        return None if day is None or day < EARLIEST else Published(at_midnight(day), "day", certainty, how)
    at, precision, zoned = parsed
    if precision != "day" and not zoned:
        how += ", no zone given"
    return Published(at, precision, certainty, how)
