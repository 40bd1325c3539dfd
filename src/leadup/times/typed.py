"""A day as a person types it into a field or behind an option."""

from __future__ import annotations

import datetime as dt
import re

from leadup.lang import weekday_names
from leadup.times.headings import date_heading

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def typed_day(text: str) -> dt.date | None:
    """The day that is typed: as YYYY-MM-DD or with its month in letters ("Jan. 3, 2020", "3 January 2020").

    None where it is none, has no year, is in digits alone in another order ("03.01.2020"), or is said to be another day
    of the week than it is.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return None
    day = date_heading(text) if any(c.isalpha() for c in text) else None
    named = {name for name in weekday_names() if name.lower() in text.lower()}
    return None if day is None or named - {weekday_names()[day.weekday()]} else day
