"""Years before Christ, which the calendar of Python lacks.

While a text is read, a year before Christ is carried as its complement: year *y* as 9999 - *y*, so that 480 BC is
9519, 479 BC the year after it, and decades and centuries are those of the name (the 470s, 479 to 470 BC, are 9520 to
9529). At the end :func:`restored` writes values as TIMEX3 has them ("BC0480-08") and takes away the span, which no
calendar day of ours can hold. Years from 9000 on are therefore no years of ours.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from leadup.model import DateAnchor, DateReason
from leadup.times.grammar import Found, rules
from leadup.times.meaning import WRITTEN, Meaning, of_period, refused
from leadup.times.period import Period
from leadup.times.reader import Reader, Unit

_CENTURY = Unit("C", False)
FIRST = 9000
"""The first year of the calendar that stands for one before Christ (999 BC)."""

RULES = rules("bc", "bc_season", "bc_decade", "bc_century")
"""The rules that read a year before Christ: a text without any has none to turn back."""

_VALUE = re.compile(r"9\d(?:\d\d?)?(?=$|[-T])")
_DATE = re.compile(r"\b(9\d{3})(?:-\d\d)?(?:-\d\d)?\b")


def carried(year: int) -> int:
    """The year that stands for a year before Christ. Raises ValueError where it is beyond 999 BC."""
    if not 1 <= year <= 9999 - FIRST:
        raise ValueError(f"{year} BC is not between 999 and 1 BC")
    return 9999 - year


def is_before_christ(day: dt.date) -> bool:
    """Whether a day of the calendar stands for one before Christ."""
    return day.year >= FIRST


def _complement(digits: str) -> str:
    return "".join(str(9 - int(digit)) for digit in digits)


def restored(m: Meaning) -> Meaning:
    """The meaning with what stands for years before Christ turned back; others as they are."""
    if m.span is None or not any(day is not None and day.year >= FIRST for day in (m.span.first, m.span.last)):
        return m
    value = _VALUE.sub(lambda found: "BC" + _complement(found.group()), m.value, count=1)

    return replace(m, value=value, span=None, reason=_restored(m.reason))


def _restored(reason: DateReason) -> DateReason:
    anchor, of = reason.anchor, reason.of
    return replace(
        reason,
        anchor=None if anchor is None else DateAnchor(_words(anchor.value), anchor.name),
        of=_restored(of) if isinstance(of, DateReason) else of,
        values={k: v if isinstance(v, int) and v < FIRST else _words(str(v)) for k, v in reason.values.items()},
    )


def _words(text: str) -> str:
    return _DATE.sub(lambda found: f"{int(_complement(found[1]))} BC", text)


def _year_before(r: Reader, f: Found) -> int | None:
    word = r.low(f.parts["year"][0])
    return carried(int(word)) if word.isdigit() and 1 <= int(word) < 1000 else None


def resolve_bc(r: Reader, f: Found) -> Meaning | None:
    """ "480 BC", "September 480 BC", and the first year of "499-493 BC"."""
    year = _year_before(r, f)
    if year is None:
        return None
    mod = r.mod(f, "edge")
    month = r.number(f, "month")
    if month is not None:
        return of_period(Period(dt.date(year, month, 1), "month"), reason=WRITTEN["month"], mod=mod)
    return of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["year"], mod=mod)


def resolve_bc_season(r: Reader, f: Found) -> Meaning | None:
    """ "the spring of 480 BC"."""
    year, code = _year_before(r, f), r.code(f, "season")
    if year is None or not code:
        return None
    return of_period(Period.season(year, code), reason=WRITTEN["season"], mod=r.mod(f, "edge"))


def resolve_bc_decade(r: Reader, f: Found) -> Meaning | None:
    """ "the 470s BC"."""
    digits = r.part(f, "decade").removesuffix(r.lex.shapes.plural).rstrip("'")
    if not digits.isdigit() or not 1 <= int(digits) < 990:
        return refused(r, "no number of a year")
    mod = r.mod(f, "edge", "edge2")
    first = dt.date(carried(int(digits) + 9), 1, 1)
    return of_period(Period(first, "decade"), reason=WRITTEN["decade"], mod=mod)


def resolve_bc_century(r: Reader, f: Found) -> Meaning | None:
    """ "the 4th century BC": the years 399 to 300, as its number is written in TIMEX2 and TIMEX3."""
    number = r.number(f, "ord")
    if r.unit(f, "century") != _CENTURY or number is None or not 1 <= number <= 9:
        return None
    mod = r.mod(f, "edge", "edge2")
    first = dt.date(carried(number * 100 - 1), 1, 1)
    return of_period(Period(first, "century"), reason=WRITTEN["century"], mod=mod)


def resolve_ad(r: Reader, f: Found) -> Meaning | None:
    """ "AD 476", "70 CE"."""
    word = r.part(f, "year")
    if not word.isdigit() or not 0 < int(word) < 2100:
        return refused(r, "no number of a year")
    return of_period(Period(dt.date(int(word), 1, 1), "year"), reason=WRITTEN["year"])
