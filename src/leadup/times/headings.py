"""Date headings: lines that are nothing but a date and govern what follows ("Dec. 29, 2019")."""

from __future__ import annotations

import datetime as dt

from leadup.times.days import resolve_iso, resolve_numeric_date
from leadup.times.grammar import grammar
from leadup.times.period import make_day
from leadup.times.reader import Reader
from leadup.times.tokens import Tokens
from leadup.times.years import year_of

_LONGEST = 60
_EDGES = " \t\r\n#*_=:.-–—•|>\u00a0"


def date_heading(line: str, year_hint: int | None = None, *, before: dt.date | None = None) -> dt.date | None:
    """The day that a line names, where the line is a date and nothing else; otherwise None.

    A heading without a year ("DEC. 31", "Tuesday 31 December") takes ``year_hint``, or the year next to it that makes
    its weekday right; ``before`` (say, the article's date) is a day that it may not come after. Without a hint it is
    None. Marks of headings around the date (``#``, ``**``, a colon, a dash) do not matter.
    """
    bare = line.strip(_EDGES)
    if not bare or len(bare) > _LONGEST or "\n" in bare:
        return None
    tokens = Tokens(bare)
    found = next(grammar().scan(tokens), None)
    if found is None or found.i != 0 or found.j != len(tokens.words):
        return None
    reader = Reader(tokens, None)
    if found.rule in ("iso", "numeric_date"):
        meaning = (resolve_iso if found.rule == "iso" else resolve_numeric_date)(reader, found)
        return meaning.period.first if meaning is not None and meaning.period is not None else None
    if found.rule not in ("date", "date_dmy") or "edge" in found.parts:
        return None
    month, day, year = (reader.number(found, "month"), reader.number(found, "day"), year_of(reader, found, "year"))
    if month is None or day is None:
        return None
    if year is not None:
        return make_day(year, month, day)
    if year_hint is None and before is not None:
        year_hint = before.year
    if year_hint is None:
        return None
    weekday = reader.number(found, "wday")
    for candidate in (year_hint, year_hint - 1, year_hint + 1):
        made = make_day(candidate, month, day) if 1 <= candidate <= 9999 else None
        if made is None or (before is not None and made > before):
            continue
        if weekday is None or made.weekday() == weekday:
            return made
    return None
