"""What a text as a whole is like: news or running history, month first or day first."""

from __future__ import annotations

import datetime as dt
import re

from leadup.times.grammar import Found
from leadup.times.tokens import Tokens

_YEAR = re.compile(r"\d{4}")
_FEWEST_YEARS = 5
_LONG_AGO = 3
_DEICTIC = frozenset(("today", "tonight", "weekday", "weekday_part", "shifted"))


def tells_history(tokens: Tokens, found: list[Found], dct: dt.date | None) -> bool:
    """Whether a text is running history, in which dates hang on the last date mentioned, and not news.

    It is, where at least five of its expressions name a year, four in five of those years lie three years or more
    before the document's own, and fewer than one expression in ten is counted from today.
    """
    if dct is None:
        return False
    years: list[int] = []
    deictic = 0
    for f in found:
        deictic += f.rule in _DEICTIC
        for name in ("year", "year1", "year2"):
            if name in f.parts:
                word = tokens.words[f.parts[name][0]]
                if _YEAR.fullmatch(word):
                    years.append(int(word))
    if len(years) < _FEWEST_YEARS or 10 * deictic >= len(found):
        return False
    return 5 * sum(year <= dct.year - _LONG_AGO for year in years) >= 4 * len(years)


def puts_day_first(tokens: Tokens, found: list[Found]) -> bool:
    """Whether numeric dates such as 5/6/2019 have the day first: the text's own unambiguous ones say, else not.

    Where the text has no unambiguous one, its other dates do: "5 June" more often than "June 5" is day first.
    """
    day_first = month_first = 0
    for f in found:
        if f.rule == "numeric_date":
            parts = re.split(r"[/.]", tokens.words[f.i].replace("\\", ""))
            if len(parts[0]) < 4:
                day_first += 100 * (int(parts[0]) > 12)
                month_first += 100 * (int(parts[1]) > 12)
        day_first += f.rule == "date_dmy"
        month_first += f.rule == "date"
    return day_first > month_first
