"""A day as a person types it into a field or behind an option."""

from __future__ import annotations

import datetime as dt

from leadup.times.headings import date_heading


def typed_day(text: str) -> dt.date | None:
    """The day that is typed: as YYYY-MM-DD or with its month in letters ("Jan. 3, 2020", "3 January 2020").

    None where it is none, has no year, or is in digits alone whose order is not plain ("03.01.2020").
    """
    text = text.strip()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return date_heading(text) if any(c.isalpha() for c in text) else None
