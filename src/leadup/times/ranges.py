"""Ranges and lists whose year stands once, at their end: "from March to October 2011", "June 3 and July 4, 2016"."""

from __future__ import annotations

import re
from functools import cache

from leadup.times.grammar import expand
from leadup.times.period import SEASON_MONTHS
from leadup.times.reader import Reader


@cache
def _rest(language: str) -> re.Pattern[str]:
    """How a list or range of days or months goes on, to its last and the year (the macro LISTED of the grammar)."""
    return re.compile(expand("LISTED", language))


def year_at_end(r: Reader, j: int, month: int) -> int | None:
    """The year of a month (1 to 12) whose list or range goes on at token ``j`` and ends with a year.

    The list runs forward, so a month later in the year than the last one is of the year before: "November to January
    2013" begins in 2012. None where no such list follows.
    """
    m = _rest(r.language).match(r.tokens.codes, j)
    if m is None:
        return None
    year = r.low(m.start("year"))
    if not year.isdigit():
        return None
    last = next((n for k in range(*m.span("last")) if (n := _month_at(r, k)) is not None), None)
    return int(year) - (last is not None and month > last)


def _month_at(r: Reader, k: int) -> int | None:
    code = r.lex.codes.get(r.low(k))
    if code in SEASON_MONTHS:
        return SEASON_MONTHS[code]
    return r.lex.numbers.get(r.low(k)) if r.tokens.codes[k] in r.lex.month_classes else None
