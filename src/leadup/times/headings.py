"""Date headings: lines that are a date, or open with one or hold one, and govern what follows.

"Dec. 29, 2019"; "July 5, 2016 - The unusual press conference"; "Continued tensions on Tuesday, August 12".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from leadup.lang import DEFAULT
from leadup.lang.cuts import LETTERS_AND_DIGITS
from leadup.model import DateSpan, Timex
from leadup.times.days import resolve_iso, resolve_numeric_date
from leadup.times.grammar import Found, grammar, rules
from leadup.times.period import make_day
from leadup.times.reader import Reader
from leadup.times.tagger import tag
from leadup.times.tokens import Tokens, lexicon
from leadup.times.years import year_of

_LONGEST = 60
_LONGEST_HOLDING = 110
_OPENING = 90
"""How many code points of a line may hold the date that it opens with, and the clock beside it."""
_BULLET = re.compile(r"[\s#*_=•|>\u00a0]*(?:[-–—]\s+)?")
_PARTS = re.compile(r"\s*(?::(?=\s)|[—–]|--|-(?=\s))\s*(?=\S)|\.\s+(?=[\"“A-Z])")
_STOP = re.compile(r"\s*(?:\([^()]{1,24}\)\s*)?[:.—–*#_/|•·-]*\s*$")
_CLOSED = re.compile(r"[.!?]['\"”’)]*\s*$")
_MOST_WORDS = 18
_FURTHEST_YEARS = 6
_RULES = rules("date", "date_dmy", "iso", "numeric_date")
_EDGES = " \t\r\n#*_=:.-–—•|>\u00a0"


def date_heading(
    line: str, year_hint: int | None = None, *, before: dt.date | None = None, language: str = DEFAULT
) -> dt.date | None:
    """The day that a line names, where the line is a date and nothing else; otherwise None.

    A heading without a year ("DEC. 31", "Tuesday 31 December") takes ``year_hint``, or the year next to it that makes
    its weekday right; ``before`` (say, the article's date) is a day that it may not come after. Without a hint it is
    None. Marks of headings around the date (``#``, ``**``, a colon, a dash) do not matter.
    """
    bare = line.strip(_EDGES)
    if not bare or len(bare) > _LONGEST or "\n" in bare:
        return None
    tokens = Tokens(bare, language)
    first = next(grammar(language).scan(tokens), None)
    if first is None or first.i != 0 or first.j != len(tokens.words):
        return None
    reader = Reader(tokens, None)
    if first.rule in ("iso", "numeric_date"):
        meaning = (resolve_iso if first.rule == "iso" else resolve_numeric_date)(reader, first)
        return meaning.period.first if meaning is not None and meaning.period is not None else None
    if first.rule not in ("date", "date_dmy") or "edge" in first.parts:
        return None
    month, day, year = (reader.number(first, "month"), reader.number(first, "day"), year_of(reader, first, "year"))
    if month is None or day is None:
        return None
    if year is not None:
        return make_day(year, month, day)
    if year_hint is None and before is not None:
        year_hint = before.year
    if year_hint is None:
        return None
    weekday = reader.number(first, "wday")
    for candidate in (year_hint, year_hint - 1, year_hint + 1):
        made = make_day(candidate, month, day) if 1 <= candidate <= 9999 else None
        if made is None or (before is not None and made > before):
            continue
        if weekday is None or made.weekday() == weekday:
            return made
    return None


class DatedLine(NamedTuple):
    """The date that a line is headed by, and how: ``whole`` (it is the line), ``opens`` (it opens it, set apart from
    the words that follow), ``holds`` (a short line without a full stop that holds one date).

    ``year`` and ``weekday`` (Monday is 0) are None where the line does not give them. ``turnable`` says that month and
    day are figures that may be meant the other way round ("10/2/2016").
    """

    how: Literal["whole", "opens", "holds"]
    month: int
    day: int
    year: int | None
    weekday: int | None
    turnable: bool = False

    def place(self, near: dt.date, *, trend: int | None = None) -> dt.date | None:
        """The day itself: the line's own year, else the year that brings it nearest to a day.

        With a ``trend``, ``near`` is the heading before this one, and 1 or -1 says that the headings run forwards or
        backwards (0: not known yet), so that a day the other way counts as further. Without, it is the article's day,
        and a day to come counts as somewhat further. A weekday chooses among years.
        """
        if self.year is not None:
            stated = make_day(self.year, self.month, self.day)
            if not self.turnable or near.year < self.year - 1 or stated is None:
                return stated
            turned = make_day(self.year, self.day, self.month)
            days = [stated, *([turned] if turned else [])]
        else:
            years = range(max(1, near.year - _FURTHEST_YEARS), min(9999, near.year + 1) + 1)
            days = [d for y in years if (d := make_day(y, self.month, self.day))]
        if self.weekday is not None:
            days = [d for d in days if d.weekday() == self.weekday] or days
        ahead, back = (1.4, 1.0) if trend is None else (1.0 if trend >= 0 else 2.0, 1.0 if trend <= 0 else 2.0)
        return min(days, key=lambda d: abs((d - near).days) * (ahead if d > near else back), default=None)


def dated_line(line: str, language: str = DEFAULT) -> DatedLine | None:
    """The date that a line is headed by, None where it is an ordinary line."""
    skipped = _BULLET.match(line)
    start = skipped.end() if skipped else 0
    part = line[start : start + max(_OPENING, _LONGEST_HOLDING)].rstrip()
    if "\n" in part or not _may_hold(part, language, opening=len(line) > _LONGEST_HOLDING):
        return None
    tokens = Tokens(part, language)
    reader = Reader(tokens, None)
    founds = [f for f in grammar(language).scan(tokens) if f.rule in _RULES]
    if not founds:
        return None
    first = founds[0]
    made = _made(reader, first)
    if made is None:
        return None
    if first.i == 0:
        at = tokens.end(first.j - 1)
        clock = _clock(language).match(part, at)
        at = clock.end() if clock else at
        if _STOP.match(part, at) and start + len(part) == len(line.rstrip()):
            return DatedLine("whole", *made, turnable=_TURNABLE.fullmatch(part, 0, tokens.end(first.j - 1)) is not None)
        return DatedLine("opens", *made) if _PARTS.match(part, at) else None
    short = len(line.strip()) <= _LONGEST_HOLDING and not _CLOSED.search(line) and len(line.split()) <= _MOST_WORDS
    return DatedLine("holds", *made) if short and len(founds) == 1 and part[:1] not in "\"“'‘(" else None


def names_no_day(line: str, language: str = DEFAULT) -> bool:
    """Does a line name a time and nothing else, and is that no single day: a week, a month, a season, days from one to
    another ("Sometime last week", "May 2017", "28-30 September")? A year alone and a time of day are not meant."""
    return _times_alone(line.strip(_EDGES), language) is not None


def _times_alone(bare: str, language: str) -> Sequence[Timex] | None:
    """The times of a line that names them and nothing else, and no single day; None of any other line."""
    if not bare or len(bare) > _LONGEST or "\n" in bare:
        return None
    times = tag(bare, None, language=language)
    days = [t for t in times if _DAY_VALUE.fullmatch(t.value)]
    periods = [t for t in times if _PERIOD_VALUE.fullmatch(t.value) or (t.mod and _YEAR_VALUE.fullmatch(t.value))]
    if not times or len(days) + len(periods) < len(times):
        return None
    lex = lexicon(language)
    # "Sept. 28–30": the second day is a number alone.
    second = _SECOND_DAY.match(bare, times[-1].end) if days and len(times) == 1 else None
    beside = "".join(" " if any(t.start <= k < t.end for t in times) else c for k, c in enumerate(bare))
    left = LETTERS_AND_DIGITS.findall(beside[: second.start()] if second is not None else beside)
    spans = bool(days) and any(w.lower() in lex.heading_spans for w in LETTERS_AND_DIGITS.findall(bare))
    ranged = spans or second is not None or len(days) > 1
    allowed = lex.heading_beside | lex.heading_spans
    return times if (periods or ranged) and all(w.lower() in allowed for w in left) else None


class RangedLine(NamedTuple):
    """The first day that a heading of some days names, as a line headed by it, and the month and day of the last."""

    first: DatedLine
    last: tuple[int, int]

    def span(self, first: dt.date) -> DateSpan | None:
        """The days from the first, whose year is known; None where they do not go on for a fortnight at most."""
        year = first.year + (self.last < (first.month, first.day))
        last = make_day(year, *self.last) if year <= dt.MAXYEAR else None
        within = last is not None and 0 < (last - first).days < _LONGEST_RANGE
        return DateSpan(first, last) if within else None


def ranged_line(line: str, language: str = DEFAULT) -> RangedLine | None:
    """The days that a heading of some days names ("March 1-3, 2019", "Aug. 28–Sept. 2", "From May 3 to May 5"); None
    for any other line.

    A year that is written once is that of both days, but for a turn of the year between them.
    """
    bare = line.strip(_EDGES)
    times = _times_alone(bare, language)
    ends = [m for t in times or () if (m := _DAY_VALUE.fullmatch(t.value))]
    if times is None or len(ends) != len(times):
        return None
    days = [(m[1], int(m[2]), int(m[3])) for m in ends]
    if len(days) == 1 and (second := _SECOND_DAY.match(bare, times[0].end)) is not None:
        days.append((days[0][0], days[0][1], int(second[1])))
    if len(days) != 2:
        return None
    (year, month, day), (last_year, *last) = days
    stated = int(year) if year.isdigit() else int(last_year) if last_year.isdigit() else None
    if not year.isdigit() and stated is not None and tuple(last) < (month, day):
        stated -= 1
    ranged = RangedLine(DatedLine("whole", month, day, stated, None), (last[0], last[1]))
    # Of the years, leap years and others, one must have both days.
    years = (stated,) if stated is not None else _ANY_YEARS
    firsts = (make_day(y, month, day) for y in years)
    return ranged if any(first is not None and ranged.span(first) is not None for first in firsts) else None


_DAY_VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_PERIOD_VALUE = re.compile(r"(?:\d{4}|XXXX)-(?:WXX|W\d\d|\d\d|SP|SU|FA|WI|Q\d|H\d)")
_YEAR_VALUE = re.compile(r"\d{4}")
_SECOND_DAY = re.compile(r"\s?[-–—&/]\s?(\d{1,2})\s*$")
_LONGEST_RANGE = 14
_ANY_YEARS = (2001, 2004)
"""Stand for a year that is not written: a common one and a leap year."""


def _may_hold(part: str, language: str, *, opening: bool) -> bool:
    """Whether a line may hold a date, or one that opens it: most lines need not be looked at closely."""
    calendar = _calendar(language)
    if opening:
        word = LETTERS_AND_DIGITS.match(part)
        return word is not None and (word[0][0].isdigit() or word[0][:3].lower() in calendar)
    return _DIGIT.search(part) is not None and any(
        w[0].isdigit() or w[:3].lower() in calendar for w in LETTERS_AND_DIGITS.findall(part)
    )


@cache
def _calendar(language: str) -> frozenset[str]:
    """The first three letters of the names of months and weekdays."""
    lex = lexicon(language)
    codes = lex.month_classes | lex.weekday_classes
    return frozenset(word[:3].lower() for word, code in lex.items() if code in codes)


_TURNABLE = re.compile(r"(?!(0?\d+)\D\1\D)(?:0?[1-9]|1[0-2])[/.](?:0?[1-9]|1[0-2])[/.]\d{2,4}")
_DIGIT = re.compile(r"\d")


@cache
def _clock(language: str) -> re.Pattern[str]:
    return re.compile(heading_clock(language), re.IGNORECASE)


def heading_clock(language: str = DEFAULT) -> str:
    """The time of day that a heading's date may have beside it, as a regular expression."""
    return lexicon(language).heading_clock


def _made(r: Reader, f: Found) -> tuple[int, int, int | None, int | None] | None:
    if f.rule in ("iso", "numeric_date"):
        meaning = (resolve_iso if f.rule == "iso" else resolve_numeric_date)(r, f)
        if meaning is None or meaning.period is None:
            return None
        day = meaning.period.first
        return day.month, day.day, day.year, None
    month, day_no = r.number(f, "month"), r.number(f, "day")
    if "edge" in f.parts or month is None or day_no is None or not 1 <= day_no <= 31:
        return None
    return month, day_no, year_of(r, f, "year"), r.number(f, "wday")
