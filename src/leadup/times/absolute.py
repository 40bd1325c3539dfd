"""Expressions that name their place in the calendar: dates, months, quarters, years, decades."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from leadup.model import DateSpan
from leadup.times.direction import direction_at
from leadup.times.grammar import Found
from leadup.times.meaning import Meaning, of_day, of_period
from leadup.times.period import Period, add_months, make_day
from leadup.times.reader import Anchor, Reader
from leadup.times.tokens import OTHER

EDGE_MOD = {"early": "START", "earlier": "START", "begin": "START", "late": "END", "later": "END", "mid": "MID"}


def edge_mod(words: str) -> str | None:
    """The TIMEX3 modifier of words such as "early", "the end of", "mid -"; None where there is none."""
    for word in words.split():
        if word in ("early", "earlier", "beginning", "start", "outset", "opening", "first"):
            return "START"
        if word in ("late", "later", "latter", "end", "close", "last"):
            return "END"
        if word in ("mid", "middle"):
            return "MID"
    return None


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
    if j - i > 1 and r.lex.numbers.get(r.low(i)) in (18, 19, 20):
        return r.lex.numbers[r.low(i)] * 100 + sum(r.lex.numbers.get(r.low(k), 0) for k in range(i + 1, j))
    total = sum(r.lex.numbers.get(r.low(k), 0) for k in range(i, j) if r.low(k) not in ("thousand", "and"))
    return 2000 + total - 2 if r.low(i) == "two" else None


def resolve_iso(r: Reader, f: Found) -> Meaning | None:
    word = r.tokens.words[f.i]
    day = make_day(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if day is None:
        return None
    if len(word) == 10:
        return of_day(day, reason="the date as written")
    time = word[11:]
    m = re.match(r"(\d\d):(\d\d)", time)
    if m is None or int(m[1]) > 24 or int(m[2]) > 59:
        return None
    zone = re.search(r"(Z|[+-]\d\d:?\d\d)$", time)
    name = None if zone is None else "UTC" if zone[0] == "Z" else zone[0][:3] + ":" + zone[0][-2:]
    span = DateSpan(day, day, "minute")
    return Meaning(
        "TIME", word.replace("z", "Z"), span, Period(day, "day"), "T" + m[0], reason="the time as written", zone=name
    )


def resolve_numeric_date(r: Reader, f: Found) -> Meaning | None:
    word = r.tokens.words[f.i]
    a, b, c = (int(x) for x in re.split(r"[/.]", word))
    if len(re.split(r"[/.]", word)[0]) == 4:
        year, month, day = a, b, c
        how = "year/month/day as written"
    else:
        year = c if c > 99 else c + (2000 if c <= 50 else 1900)
        first_is_day = a > 12 or (b <= 12 and (r.day_first or "." in word))
        day, month = (a, b) if first_is_day else (b, a)
        how = "day/month/year" if first_is_day else "month/day/year"
    made = make_day(year, month, day)
    return None if made is None else of_day(made, reason=f"read as {how}")


def nearest_year(r: Reader, f: Found, month: int, day: int) -> tuple[dt.date, Anchor, str] | None:
    """The day of a date without a year, from its anchor and the tense around it."""
    look = r.direction(f)
    anchor = (r.carried(f.i) if look != "future" else None) or r.anchor(f.i, running=True)
    if anchor is None:
        return None
    near = anchor.day
    options = [d for y in (-1, 0, 1) if 0 < near.year + y <= 9999 and (d := make_day(near.year + y, month, day))]
    weekday = r.number(f, "wday")
    if weekday is not None and all(d.weekday() != weekday for d in options):
        years = range(max(1, near.year - 6), min(9999, near.year + 6) + 1)
        options = [d for y in years if (d := make_day(y, month, day)) and d.weekday() == weekday] or options
    elif weekday is not None:
        options = [d for d in options if d.weekday() == weekday]
    if not options:
        return None

    def cost(d: dt.date) -> float:
        gap = (d - near).days
        if anchor.narrative:
            return abs(gap) * (0.8 if gap > 0 else 1.0)
        if gap == 0:
            return 0
        if gap > 0:
            return gap * {"future": 0.7, "past": 3.0, "unknown": 1.4}[look]
        return -gap * {"future": 2.2, "past": 0.6, "unknown": 1.0}[look]

    best = min(options, key=cost)
    where = "nearest to" if best.year == near.year else "before" if best < near else "after"
    return best, anchor, where


def _day_of(r: Reader, f: Found) -> Meaning | None:
    month, day = r.number(f, "month"), r.number(f, "day")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    year = year_of(r, f, "year") or _year_ahead(r, f.j)
    if year is not None:
        made = make_day(year, month, day)
        return None if made is None else of_day(made, reason="the date as written")
    if (month, day) == (9, 11) and {r.low(f.j), r.low(f.j + 1)} & {"attacks", "terrorist", "hijackers", "hijackings"}:
        if r.dct is None or r.dct >= dt.date(2001, 9, 11):
            return of_day(dt.date(2001, 9, 11), reason="the attacks of 11 September 2001, by their name")
    found = nearest_year(r, f, month, day)
    if found is None:
        if make_day(2000, month, day) is None:
            return None
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}", reason="its year is not known")
    made, anchor, where = found
    return of_day(made, anchor=anchor.words, reason=f"{made:%B} {made.day} {where} {anchor.words}")


def _year_ahead(r: Reader, j: int) -> int | None:
    """The year at the end of a range of days ("Dec. 27-31, 2019"), for its first day."""
    if r.low(j) not in ("-", "–", "and", "to", "through") or not r.low(j + 1).isdigit() or len(r.low(j + 1)) > 2:
        return None
    k = j + 3 if r.low(j + 2) == "," else j + 2
    word = r.low(k)
    return int(word) if r.tokens.codes[k : k + 1] == r.lex.classes["year"] and word.isdigit() else None


def resolve_and_day(r: Reader, f: Found) -> Meaning | None:
    """The second day of "Dec. 27-31": the month of the first."""
    day, year = r.number(f, "day"), year_of(r, f, "year")
    if r.last_day is None or day is None or f.i - r.last_day[0] > 6:
        return None
    first = r.last_day[1]
    made = make_day(year or first.year, first.month, day)
    if made is None or made <= first.replace(year=made.year):
        return None
    return of_day(made, anchor=first.isoformat(), reason=f"the month of {first.isoformat()}")


def resolve_day_range(r: Reader, f: Found) -> Meaning | None:
    """The first day of "27-31 December 2019": the month and year of the second."""
    k = f.j + 2
    k += r.low(k) == "of"
    month, day = r.lex.numbers.get(r.low(k)), r.number(f, "day")
    if month is None or day is None:
        return None
    k += 1 + (r.low(k + 1) == ".")
    k += r.low(k) == ","
    if r.tokens.codes[k : k + 1] == r.lex.classes["year"]:
        made = make_day(int(r.low(k)), month, day)
        return None if made is None else of_day(made, reason="the date as written")
    found = nearest_year(r, f, month, day)
    if found is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}", reason="its year is not known")
    made, anchor, where = found
    return of_day(made, anchor=anchor.words, reason=f"{made:%B} {made.day} {where} {anchor.words}")


def resolve_and_year(r: Reader, f: Found) -> Meaning | None:
    """The second year of "1957-58"."""
    word = r.low(f.i)
    if len(word) != 2 or not r.tokens.joined(f.i) or not r.tokens.joined(f.i - 1):
        return None
    first = int(r.low(f.i - 2))
    year = first // 100 * 100 + int(word)
    if not first < year <= first + 30:
        return None
    return of_period(Period(dt.date(year, 1, 1), "year"), anchor=str(first), reason=f"the century of {first}")


def resolve_week_of(r: Reader, f: Found) -> Meaning | None:
    meaning = _day_of(r, f) if r.low(f.i + 1) == "week" else None
    if meaning is None or meaning.period is None:
        return meaning
    period = Period.containing(meaning.period.first, "week")
    return of_period(period, anchor=meaning.anchor, reason=f"the week of {meaning.period.first}")


def resolve_day_of_month_rel(r: Reader, f: Found) -> Meaning | None:
    """ "last Oct. 23": a day of the month that the words choose."""
    month = resolve_month_rel(r, f)
    day = r.number(f, "day")
    if month is None or month.period is None or day is None:
        return _day_of(r, f)
    anchor = r.anchor(f.i)
    made = make_day(month.period.first.year, month.period.first.month, day)
    if made is None:
        return None
    if anchor is not None and r.part(f, "rel") in ("last", "past") and made.replace(year=made.year) > anchor.day:
        made = made.replace(year=made.year - 1)
    return replace(of_day(made, anchor=month.anchor, reason=month.reason), start=f.parts["month"][0])


def resolve_date(r: Reader, f: Found) -> Meaning | None:
    return _day_of(r, f)


def _month(r: Reader, f: Found, month: int, year: int, *, anchor: str = "", reason: str = "") -> Meaning:
    return of_period(
        Period(dt.date(year, month, 1), "month"), anchor=anchor, reason=reason, mod=edge_mod(r.part(f, "edge"))
    )


def resolve_month_year(r: Reader, f: Found) -> Meaning | None:
    month, year = r.number(f, "month"), year_of(r, f, "year")
    return None if month is None or year is None else _month(r, f, month, year, reason="the month as written")


def resolve_month_of(r: Reader, f: Found) -> Meaning | None:
    month, anchor, rel = r.number(f, "month"), r.anchor(f.i), r.part(f, "rel")
    if month is None or r.part(f, "unit") != "year":
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason="its year is not known")
    shift = {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(rel, 0)
    year = anchor.day.year
    if rel.startswith("th") and rel != "this" and r.last_period is not None:
        year = r.last_period[1].first.year
    return _month(r, f, month, year + shift, anchor=anchor.words, reason=f"the {rel} year's month, from {anchor.words}")


def resolve_month_rel(r: Reader, f: Found) -> Meaning | None:
    month, anchor, rel = r.number(f, "month"), r.anchor(f.i), r.part(f, "rel")
    if month is None:
        return None
    if rel in ("each", "every"):
        return Meaning("SET", f"XXXX-{month:02}", reason="every year")
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason="its year is not known")
    here = anchor.day
    if rel in ("last", "past", "previous"):
        year = here.year - (month >= here.month)
    elif rel in ("next", "coming", "following"):
        year = here.year + (month <= here.month)
    else:
        year = here.year
    return _month(r, f, month, year, anchor=anchor.words, reason=f"{rel} such month, from {anchor.words}")


def resolve_month(r: Reader, f: Found) -> Meaning | None:
    month, anchor = r.number(f, "month"), r.anchor(f.i, running=True)
    i = f.parts["month"][0]
    word = r.tokens.words[i]
    if month is None:
        return None
    short = r.tokens.codes[i] == r.lex.classes["amonth"] and f.j == i + 1
    if (short or word in ("May", "MAY", "March", "MARCH")) and not r.part(f, "edge"):
        before = r.low(i - 1)
        if before not in _MONTH_BEFORE and r.low(f.j) not in ("'s", "through", "to"):
            return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason="its year is not known")
    here = anchor.day
    if anchor.narrative and r.last_date is not None:
        ahead = (month - here.month) % 12
        year = here.year + (month < here.month) if ahead <= 8 and r.last_date[1].grain != "year" else here.year
        return _month(r, f, month, year, anchor=anchor.words, reason=f"the month next to {anchor.words}")
    look, distance = direction_at(r.tokens, f.i, f.j)
    carried = r.carried(f.i) if look != "future" else None
    if carried is not None:
        year = carried.day.year + (month < carried.day.month)
        return _month(r, f, month, year, anchor=carried.words, reason=f"the month after {carried.words}")
    if month == here.month:
        return _month(r, f, month, here.year, anchor=anchor.words, reason=f"the month of {anchor.words}")
    ahead = (month - here.month) % 12
    future = look == "future" or (look == "unknown" and ahead <= 3) or (distance > 3 and ahead <= 2)
    year = here.year + (1 if future and month < here.month else 0) - (1 if not future and month > here.month else 0)
    side = "after" if future else "before"
    return _month(r, f, month, year, anchor=anchor.words, reason=f"the month {side} {anchor.words}")


_MONTH_BEFORE = frozenset(
    "in since until till by of last next this from through to between during for and or before after early late mid "
    "every each , around about".split()
)


def resolve_quarter_code(r: Reader, f: Found) -> Meaning | None:
    """ "Q3 2023", "H1 2024", "3Q"."""
    word = r.low(f.i).upper()
    half, number = "H" in word, int(word.strip("QH"))
    year, anchor = year_of(r, f, "year"), r.anchor(f.i)
    if year is None:
        if half:
            return None
        if anchor is None:
            return Meaning("DATE", f"XXXX-Q{number}", reason="its year is not known")
        current = (anchor.day.month - 1) // 3 + 1
        year = anchor.day.year - (number > current and r.direction(f) != "future")
    period = Period(dt.date(year, (number - 1) * (6 if half else 3) + 1, 1), "half" if half else "quarter")
    return of_period(period, anchor=anchor.words if anchor else "", reason="the part of the year as written")


def resolve_fiscal_code(r: Reader, f: Found) -> Meaning | None:
    """ "FY2023", "FY23"."""
    digits = r.low(f.i)[2:]
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return of_period(Period(dt.date(year, 1, 1), "year"), reason="the fiscal year as written")


def resolve_nine_eleven(r: Reader, f: Found) -> Meaning | None:
    """ "9/11", the day of the attacks on New York and Washington."""
    if r.tokens.words[f.i] != "9/11" or r.low(f.i - 1).isdigit():
        return None
    return of_day(dt.date(2001, 9, 11), reason="the attacks of 11 September 2001, by their name")


def resolve_the_nth(r: Reader, f: Found) -> Meaning | None:
    """ "the 15th", "Friday the 15th": a day of the month that the text is in."""
    day, weekday, anchor = r.number(f, "day"), r.number(f, "wday"), r.anchor(f.i)
    if day is None or anchor is None or not 1 <= day <= 31:
        return None
    if weekday is None:
        if r.low(f.i - 1) not in ("on", "by", "until", "till", "since", "from", "to", "before", "after"):
            return None
        if f.j < len(r.tokens.codes) and r.tokens.codes[f.j] == OTHER and r.low(f.j)[:1].isalpha():
            return None
    months = [add_months(anchor.day.replace(day=1), k) for k in range(-6, 7)]
    days = [d for m in months if (d := make_day(m.year, m.month, day)) and (weekday is None or d.weekday() == weekday)]
    if not days:
        return None
    ahead = r.direction(f) == "future"
    near = [d for d in days if (d >= anchor.day if ahead else d <= anchor.day)] or days
    best = min(near, key=lambda d: abs((d - anchor.day).days))
    return of_day(best, anchor=anchor.words, reason=f"day {day} of the month, nearest to {anchor.words}")


def resolve_fiscal_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    return None if year is None else of_period(Period(dt.date(year, 1, 1), "year"), reason="the fiscal year as written")


def resolve_quarter(r: Reader, f: Found) -> Meaning | None:
    half = r.part(f, "what") == "half"
    word = r.part(f, "ord")
    anchor = r.anchor(f.i)
    if word in ("latest", "last"):
        number = None if not half else 2
    else:
        number = r.number(f, "ord")
    year = year_of(r, f, "year1") or year_of(r, f, "year2")
    rel = r.part(f, "rel1") or r.part(f, "rel2")
    if number is None:
        if anchor is None:
            return None
        base = r.last_quarter[1] if r.last_quarter and word == "latest" else None
        period = base or Period.containing(anchor.day, "quarter").shift(-1)
        return of_period(period, anchor=anchor.words, reason=f"the quarter before {anchor.words}")
    if not 1 <= number <= (2 if half else 4):
        return None
    if year is None:
        if anchor is None:
            return Meaning("DATE", f"XXXX-{'H' if half else 'Q'}{number}", reason="its year is not known")
        year = anchor.day.year + {"last": -1, "next": 1}.get(rel, 0)
        if not rel:
            current = (anchor.day.month - 1) // (6 if half else 3) + 1
            if number > current and r.direction(f) != "future" and anchor.day.month <= 6:
                year -= 1
    if not 1 <= year <= 9999:
        return None
    period = Period(dt.date(year, (number - 1) * (6 if half else 3) + 1, 1), "half" if half else "quarter")
    words = anchor.words if anchor else ""
    return of_period(period, anchor=words, reason=f"quarter {number} nearest to {words}", mod=edge_mod(r.part(f, "edge")))


def resolve_quarter_year(r: Reader, f: Found) -> Meaning | None:
    """ "the 1988 quarter", "last year's quarter": the quarter last mentioned, in that year."""
    anchor = r.anchor(f.i)
    year = year_of(r, f, "year1")
    if year is None and anchor is not None:
        year = anchor.day.year + {"last": -1, "next": 1}.get(r.part(f, "rel1"), 0)
    if year is None:
        return None
    base = r.last_quarter[1] if r.last_quarter is not None else None
    if base is None:
        if r.part(f, "what") == "period":
            return of_period(Period(dt.date(year, 1, 1), "year"), reason="the year as written")
        if anchor is None:
            return None
        base = Period.containing(anchor.day, "quarter").shift(-1)
    period = Period(base.first.replace(year=year), base.grain)
    return of_period(period, anchor=base.value, reason=f"the period last mentioned, in {year}")


def resolve_year_end(r: Reader, f: Found) -> Meaning | None:
    """ "year-end": 31 December of this year, of the last where the words look back."""
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("DATE", "XXXX-12-31", reason="its year is not known")
    back = r.direction(f) == "past" and r.low(f.i - 1) in ("at", "since", "from") or r.low(f.i - 1) == "since"
    day = dt.date(anchor.day.year - back, 12, 31)
    return of_day(day, anchor=anchor.words, reason=f"the end of the year, from {anchor.words}")


def resolve_decade(r: Reader, f: Found) -> Meaning | None:
    word = r.part(f, "decade").strip("'`").replace("'", "").removesuffix("s")
    number = r.lex.numbers.get(r.part(f, "decade"))
    if number is None:
        if not word.isdigit():
            return None
        number = int(word)
    if number < 100:
        before = r.low(f.parts["decade"][0] - 1)
        if not r.part(f, "decade").startswith(("'", "`")) and before not in ("the", "early", "late", "mid", "-"):
            return None
        if r.low(f.i - 1) in ("in", "into") and before in ("his", "her"):
            return None
        number += 1900
    if number < 1000:
        return None
    mod = edge_mod(r.part(f, "edge") + " " + r.part(f, "edge2"))
    if number % 100 == 0 and "s" in r.part(f, "decade") and number % 1000 and number < 2000:
        return of_period(Period(dt.date(number, 1, 1), "century"), reason="the century as written", mod=mod)
    return of_period(Period(dt.date(number, 1, 1), "decade"), reason="the decade as written", mod=mod)


def resolve_century(r: Reader, f: Found) -> Meaning | None:
    number = r.number(f, "ord")
    if r.part(f, "century") != "century" or number is None or not 2 <= number <= 90:
        return None
    mod = edge_mod(r.part(f, "edge") + " " + r.part(f, "edge2"))
    return of_period(Period(dt.date((number - 1) * 100, 1, 1), "century"), reason="the century as written", mod=mod)


def resolve_year_words(r: Reader, f: Found) -> Meaning | None:
    head = r.number(f, "head")
    i, j = f.parts["rest"]
    rest = sum(r.lex.numbers.get(r.low(k), 0) for k in range(i, j))
    if head not in (18, 19, 20) or not 10 <= rest <= 99 or "hundred" in f.parts:
        return None
    return of_period(Period(dt.date(head * 100 + rest, 1, 1), "year"), reason="the year as written")


_NOT_YEAR_BEFORE = frozenset("$ # £ € ¥ no number nos flight page route highway room section article some roughly nearly "
                             "almost approximately than least most code class model series street st building".split())
_NOT_YEAR_AFTER = frozenset("% percent percentage points people men women soldiers troops miles feet dollars pounds euros meters "
                            "metres kilometers kilometres km kg tons tonnes barrels shares jobs workers employees "
                            "homes houses votes dead deaths cases million billion avenue street st road degrees".split())


_YEAR_BEFORE = frozenset("in since of by until till from to through between and around circa year early late mid before after the".split())
_STREETS = frozenset("avenue street st road rd drive boulevard lane".split())


def resolve_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    if year is None or year < 1000:
        return None
    i = f.parts["year"][0]
    edge = r.part(f, "edge")
    if not edge:
        before, after = r.low(i - 1), r.low(i + 1)
        if before in _NOT_YEAR_BEFORE or after in _NOT_YEAR_AFTER:
            return None
        if before in ("-", "/", ".") and r.tokens.joined(i) and r.low(i - 2)[-1:].isalnum() and r.low(i - 2) != "mid":
            return None
        if not 1900 <= year <= 2100 and before not in _YEAR_BEFORE:
            return None
        if before not in _YEAR_BEFORE and _STREETS & {r.low(i + 1), r.low(i + 2), r.low(i + 3)}:
            return None
        if len(r.low(i)) != 4 and before not in ("in", "since", "of", "by", "until", "from", "class"):
            return None
    return of_period(Period(dt.date(year, 1, 1), "year"), reason="the year as written", mod=edge_mod(edge))


def resolve_season_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    code = r.lex.codes.get(r.part(f, "season"))
    if year is None or code is None:
        return None
    return of_period(Period.season(year, code), reason="the season as written", mod=edge_mod(r.part(f, "edge")))


def resolve_season(r: Reader, f: Found) -> Meaning | None:
    rel, code, anchor = r.part(f, "rel"), r.lex.codes.get(r.part(f, "season")), r.anchor(f.i)
    if code is None:
        return None
    if rel in ("each", "every"):
        return Meaning("SET", f"XXXX-{code}", reason="every year")
    if rel == "the" and r.part(f, "season") == "fall" and r.low(f.i - 1) not in ("in", "during", "by", "over", "since", "until"):
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{code}", reason="its year is not known")
    year, here = anchor.day.year, anchor.day
    if code == "WI" and here.month < 3:
        year -= 1
    this = Period.season(year, code)
    if r.part(f, "rel2"):
        period = Period.season(here.year + {"last": -1, "next": 1}.get(r.part(f, "rel2"), 0), code)
    elif rel in ("last", "past", "previous"):
        period = this if this.last < here else Period.season(year - 1, code)
    elif rel in ("next", "coming", "following"):
        period = this if this.first > here else Period.season(year + 1, code)
    elif rel == "the" and this.first > here and r.direction(f) == "past":
        period = Period.season(year - 1, code)
    else:
        period = this
    return of_period(
        period, anchor=anchor.words, reason=f"{rel} such season, from {anchor.words}", mod=edge_mod(r.part(f, "edge"))
    )


__all__ = [name for name in dir() if name.startswith("resolve_")] + ["add_months", "edge_mod", "year_of"]
