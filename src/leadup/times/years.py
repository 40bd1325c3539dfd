"""What a text says of years and their parts: "1998", "the late 1990s", "the third quarter", "fiscal 2023"."""

from __future__ import annotations

import datetime as dt

from leadup.model import DateAnchor
from leadup.times.grammar import Found
from leadup.times.meaning import WRITTEN, YEARLESS, Meaning, because, of_day, of_period, refused
from leadup.times.period import Period
from leadup.times.reader import Reader, Unit
from leadup.times.relations import NEXT_TO, Relation

_CENTURY = Unit("C", False)
_LONGEST = 150
"""How many years two numbers of four digits with a hyphen may span to be years."""


def year_of(r: Reader, f: Found, name: str) -> int | None:
    """The year that a part names: "1998", "'98", "98", "two thousand and six", or None."""
    if name not in f.parts:
        return None
    i, j = f.parts[name]
    if j - i == 1:
        word = r.low(i).strip("'`")
        if word.isdigit():
            year = int(word)
            if len(word) == 2:
                pivot = (r.dct.year if r.dct else 2030) % 100 + 15
                year += 2000 if year <= pivot % 100 or pivot >= 100 else 1900
            return year if year > 0 else None
    head, *rest = (r.lex.numbers.get(r.low(k), 0) for k in range(i, j))
    if rest and head in (18, 19, 20):
        return head * 100 + sum(n for n in rest if n < 100)
    return 2000 + sum(rest[1:]) if head == 2 and rest[:1] == [1000] else None


def resolve_and_year(r: Reader, f: Found) -> Meaning | None:
    """The second year of "1957-58"."""
    word = r.low(f.i)
    if r.low(f.i - 3) in ("-", "/", ".") and r.tokens.joined(f.i - 2):
        return refused(r, "part of a larger number")
    if len(word) not in (2, 4) or not r.tokens.joined(f.i) or not r.tokens.joined(f.i - 1):
        return refused(r, "no number of a year")
    first = int(r.low(f.i - 2))
    year = int(word) if len(word) == 4 else first // 100 * 100 + int(word)
    if not first < year <= first + (_LONGEST if len(word) == 4 else 30):
        return refused(r, "no number of a year")
    if len(word) == 4:
        return of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["year"])
    return of_period(Period(dt.date(year, 1, 1), "year"), reason=because("century-of", anchor=DateAnchor(str(first))))


def resolve_quarter_code(r: Reader, f: Found) -> Meaning | None:
    """ "Q3 2023", "H1 2024", "3Q"."""
    code = r.lex.part_years.get(r.low(f.i))
    if code is None:
        return None
    half, number = code[0] == "H", int(code[1:])
    year, anchor = year_of(r, f, "year"), r.anchor(f.i)
    if year is None:
        if half:
            return None
        if anchor is None:
            return Meaning("DATE", f"XXXX-Q{number}", reason=YEARLESS)
        current = (anchor.day.month - 1) // 3 + 1
        year = anchor.day.year - (number > current and r.direction(f) != "future")
    period = Period(dt.date(year, (number - 1) * (6 if half else 3) + 1, 1), "half" if half else "quarter")
    return of_period(period, reason=because("written-part", anchor=anchor))


def resolve_fiscal_code(r: Reader, f: Found) -> Meaning | None:
    """ "FY2023", "FY23"."""
    digits = r.low(f.i)[len(r.lex.shapes.fiscal) :]
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["fiscal"])


def resolve_fiscal_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    return None if year is None else of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["fiscal"])


def _in_business(r: Reader, f: Found) -> bool:
    """Whether the words near an expression are of business, where quarters and halves are of years."""
    if r.last_quarter is not None:
        return True
    return any(r.low(k) in r.around.business for k in (*range(f.i - 1, f.i - 25, -1), *range(f.j, f.j + 25)))


def resolve_quarter(r: Reader, f: Found) -> Meaning | None:
    half, which = r.is_a(f, "what", "half"), r.relation(f, "ord")
    anchor = r.anchor(f.i)
    if which in (Relation.LATEST, Relation.LAST):
        number = None if not half else 2
    else:
        number = r.number(f, "ord")
        if number == -1:
            number = 2 if half else 4
    year = year_of(r, f, "year1") or year_of(r, f, "year2")
    rel = r.relation(f, "rel1") or r.relation(f, "rel2")
    if number is None:
        if anchor is None:
            return refused(r, "nothing to count from")
        base = r.last_quarter[1] if r.last_quarter and which is Relation.LATEST else None
        period = base or Period.containing(anchor.day, "quarter").shift(-1)
        return of_period(period, reason=because("quarter-before", anchor=anchor))
    if not 1 <= number <= (2 if half else 4):
        return None
    if year is None and rel is None and not _in_business(r, f):
        return refused(r, "no time as it stands here")
    if year is None:
        if anchor is None:
            return Meaning("DATE", f"XXXX-{'H' if half else 'Q'}{number}", reason=YEARLESS)
        year = anchor.day.year + NEXT_TO.get(rel, 0)
        if rel is None:
            current = (anchor.day.month - 1) // (6 if half else 3) + 1
            if number > current and r.direction(f) != "future" and anchor.day.month <= 6:
                year -= 1
    if not 1 <= year <= 9999:
        return None
    period = Period(dt.date(year, (number - 1) * (6 if half else 3) + 1, 1), "half" if half else "quarter")
    reason = because("quarter", anchor=anchor, number=number)
    return of_period(period, reason=reason, mod=r.mod(f, "edge"))


def resolve_quarter_year(r: Reader, f: Found) -> Meaning | None:
    """ "the 1988 quarter", "last year's quarter": the quarter last mentioned, in that year."""
    anchor = r.anchor(f.i)
    year = year_of(r, f, "year1")
    if year is None and anchor is not None:
        year = anchor.day.year + NEXT_TO.get(r.relation(f, "rel1"), 0)
    if year is None:
        return refused(r, "nothing to count from")
    base = r.last_quarter[1] if r.last_quarter is not None else None
    if base is None:
        if r.low(f.parts["what"][0]) in r.around.period:
            return of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["year"])
        if anchor is None:
            return None
        base = Period.containing(anchor.day, "quarter").shift(-1)
    period = Period(base.first.replace(year=year), base.grain)
    return of_period(period, reason=because("period-in", anchor=DateAnchor(base.value), year=year))


def resolve_year_end(r: Reader, f: Found) -> Meaning | None:
    """ "year-end": 31 December of this year, of the last where the words look back."""
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("DATE", "XXXX-12-31", reason=YEARLESS)
    before = r.low(f.i - 1)
    back = (r.direction(f) == "past" and before in r.around.before_year_end) or before in r.around.since
    if "-" not in (r.low(k) for k in range(f.i, f.j)):
        year = Period(dt.date(anchor.day.year - back, 1, 1), "year")
        return of_period(year, reason=because("year-end", anchor=anchor), mod="END")
    day = dt.date(anchor.day.year - back, 12, 31)
    return of_day(day, reason=because("year-end", anchor=anchor))


def resolve_decade(r: Reader, f: Found) -> Meaning | None:
    said, plural = r.tokens.phrase(*f.parts["decade"]), r.lex.shapes.plural
    word = said.strip("'`").replace("'", "").removesuffix(plural).rstrip()
    number = r.lex.numbers.get(said)
    if number is None:
        if not word.isdigit():
            return None
        number = int(word)
    if number < 100:
        before = r.low(f.parts["decade"][0] - 1)
        if r.is_class(f.i - 1, "poss"):
            return refused(r, "an age")
        if not said.startswith(("'", "`")) and before not in r.around.before_decade:
            return refused(r, "no time as it stands here")
        number += 1900
    if number < 1000:
        return refused(r, "no number of a year")
    mod = r.mod(f, "edge", "edge2")
    if number % 100 == 0 and plural and plural in said and number % 1000 and number < 2000:
        return of_period(Period(dt.date(number, 1, 1), "century"), reason=WRITTEN["century"], mod=mod)
    return of_period(Period(dt.date(number, 1, 1), "decade"), reason=WRITTEN["decade"], mod=mod)


def resolve_century(r: Reader, f: Found) -> Meaning | None:
    number = r.number(f, "ord")
    if r.unit(f, "century") != _CENTURY or number is None or not 2 <= number <= 90:
        return None
    mod = r.mod(f, "edge", "edge2")
    return of_period(Period(dt.date((number - 1) * 100, 1, 1), "century"), reason=WRITTEN["century"], mod=mod)


def resolve_year_words(r: Reader, f: Found) -> Meaning | None:
    head = r.number(f, "head")
    i, j = f.parts["rest"]
    rest = sum(r.lex.numbers.get(r.low(k), 0) for k in range(i, j))
    if head not in (18, 19, 20) or not 10 <= rest <= 99:
        return refused(r, "no number of a year")
    return of_period(Period(dt.date(head * 100 + rest, 1, 1), "year"), reason=WRITTEN["year"])


def _as_year(r: Reader, i: int, year: int) -> bool:
    """Whether four digits that may be any number stand as a year does: first of a range, in brackets, ending a line."""
    before, after, then = r.low(i - 1), r.low(i + 1), r.low(i + 2)
    if after in ("-", "–") and r.tokens.joined(i + 1) and len(then) == 4 and then.isdigit():
        return year < int(then) <= year + _LONGEST
    if year < 1600:
        return False
    if before == "(":
        return after in (")", "-", "–")
    return r.history and (after[:1] in ("\n", "", "'") or (before == "," and not after.isalpha()))


def resolve_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    if year is None or year < 1000:
        return refused(r, "no number of a year")
    i, j = f.parts["year"]
    if "edge" not in f.parts:
        before, after = r.low(i - 1), r.low(j)
        if before in r.around.before_number or after in r.around.after_number:
            return refused(r, "no time as it stands here")
        if before in ("-", "/", ".") and r.tokens.joined(i) and r.low(i - 2)[-1:].isalnum():
            return refused(r, "part of a larger number")
        if not 1900 <= year <= 2100 and before not in r.around.before_year and not _as_year(r, i, year):
            return refused(r, "no time as it stands here")
        if before not in r.around.before_year and r.around.streets & {r.low(i + 1), r.low(i + 2), r.low(i + 3)}:
            return refused(r, "part of an address")
        if j - i == 1 and len(r.low(i)) != 4 and before not in r.around.before_short_year:
            return refused(r, "no time as it stands here")
    return of_period(Period(dt.date(year, 1, 1), "year"), reason=WRITTEN["year"], mod=r.mod(f, "edge"))
