"""What a text as a whole is like: news or running history, month first or day first."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from leadup.times.grammar import YEARS, Found, rules
from leadup.times.relations import Relation
from leadup.times.tokens import Tokens, lexicon

_YEAR = re.compile(r"\d{4}")
_FEWEST_YEARS = 5
_DEICTIC = rules("today", "tonight", "weekday", "weekday_part")
_FROM_NOW = frozenset((Relation.AGO, Relation.HENCE))
_RISING = 0.7
_PRESENT = 0.5
_SAID = 0.004
"""How many of the years named must not go back, how many verbs of now one may find for each of the past, and which
share of the words may be verbs of saying, in a history. Chosen on the 11 development documents of WikiWars (rising
0.75-0.89, present 0.01-0.47, said below 0.0022) against 4,117 news articles of 2012-2016, of which 12 name as many
dates (present 0.52-3.8), and 1,647 more, of which four pass the first two: three of them with said above 0.009, one
that tells of the sixties. Any bounds between do the same."""


def _years(tokens: Tokens, found: list[Found]) -> list[int]:
    """The years that the expressions name in four digits, in the order of the text; those before Christ negative."""
    years: list[int] = []
    names = sorted(YEARS)
    for f in found:
        if f.rule == "bc" and "year" in f.parts:
            years.append(-int(tokens.words[f.parts["year"][0]].replace(",", "")))
            continue
        for name in names:
            if name in f.parts:
                word = tokens.words[f.parts[name][0]]
                if _YEAR.fullmatch(word):
                    years.append(int(word))
    return years


def _counted_from_now(tokens: Tokens, found: list[Found]) -> bool:
    """Whether a tenth of the expressions are counted from the day of writing."""
    relations = lexicon(tokens.language).relations
    from_now = sum(
        f.rule in _DEICTIC or (f.rule == "shifted" and relations.get(tokens.phrase(*f.parts["dir"])) in _FROM_NOW)
        for f in found
    )
    return 10 * from_now >= len(found)


def is_history(tokens: Tokens, found: list[Found], dct: dt.date | None) -> bool:
    """Whether a text is running history, all of whose dates hang on the last date mentioned, however far back.

    It is seen from the text: at least five of its expressions name a year, seven in ten of those years are not before
    the one named last, and four in five lie before the document's own; its verbs are past (at most one *is* or *will*
    for two *was* or *had*), and fewer than one expression in ten is counted from today.
    """
    years = _years(tokens, found)
    if len(years) < _FEWEST_YEARS or _counted_from_now(tokens, found):
        return False
    if dct is not None and 5 * sum(year < dct.year for year in years) < 4 * len(years):
        return False
    if sum(a <= b for a, b in pairwise(years)) < _RISING * (len(years) - 1):
        return False
    around = tokens.around
    present, past, saying = around.verbs_of_now, around.verbs_of_the_past, around.verbs_of_saying
    lows = [word.lower() for word in tokens.words]
    if sum(word in saying for word in lows) > max(1, _SAID * len(lows)):
        return False
    return sum(word in present for word in lows) <= _PRESENT * sum(word in past for word in lows)


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
