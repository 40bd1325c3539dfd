"""Days of the calendar: "Dec. 29", "31/12/2019", "Friday the 15th", "Dec. 27-31"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from leadup.lang import kept_rows
from leadup.model import DateAnchor, DateSpan
from leadup.model.reason import LISTED
from leadup.times.grammar import Found
from leadup.times.lengths import grain_of
from leadup.times.meaning import WRITTEN, YEARLESS, Meaning, because, of_day, of_period, refused
from leadup.times.months import resolve_month_rel
from leadup.times.period import Period, add_months, make_day
from leadup.times.ranges import year_at_end
from leadup.times.reader import Anchor, Reader, Unit
from leadup.times.relations import BESIDE, Relation
from leadup.times.tokens import OTHER
from leadup.times.years import year_of

_BESIDE, _TOLD = 6, 12.0
"""How near, in tokens, a "was" or "had" must stand before a day for its being yet to come to be as good as ruled out
("was arrested on June 11"), and by how much. Any weight from 6 to 20 does the same on the 256 development documents of
TimeBank. A past form alone is no such sign: in real news it is as often of a page updated later, or no verb."""
_OF_LAST = frozenset((Relation.THAT, Relation.SAME, Relation.FOLLOWING, Relation.PREVIOUS))
"""Relations to the month or year mentioned last."""
_DAY, _WEEK, _YEAR = Unit("D", False), Unit("W", False), Unit("Y", False)
_LONGEST_LIST = 40
"""How many tokens on the month of a list of days may stand."""


def resolve_iso(r: Reader, f: Found) -> Meaning | None:
    word = r.tokens.words[f.i]
    day = make_day(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if day is None or day.year >= 9000:  # a filler such as 9999-12-31
        return refused(r, "no such day of the calendar")
    if len(word) == 10:
        return of_day(day, reason=WRITTEN["date"])
    time = word[11:]
    m = re.match(r"(\d\d):(\d\d)", time)
    if m is None or int(m[1]) > 24 or int(m[2]) > 59:
        return refused(r, "no such time of day")
    zone = re.search(r"(Z|[+-]\d\d:?\d\d)$", time)
    name = None if zone is None else "UTC" if zone[0] == "Z" else zone[0][:3] + ":" + zone[0][-2:]
    span = DateSpan(day, day, "minute")
    return Meaning(
        "TIME", word.replace("z", "Z"), span, Period(day, "day"), "T" + m[0], reason=WRITTEN["time"], zone=name
    )


def resolve_numeric_date(r: Reader, f: Found) -> Meaning | None:
    word = r.tokens.words[f.i].replace("\\", "")
    parts = re.split(r"[-/.]", word)
    a, b, c = (int(x) for x in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
        order = "ymd"
    else:
        year = c if c > 99 else c + (2000 if c <= 50 else 1900)
        first_is_day = a > 12 or (b <= 12 and (r.day_first or "." in word))
        day, month = (a, b) if first_is_day else (b, a)
        order = "dmy" if first_is_day else "mdy"
    made = make_day(year, month, day)
    if made is None or year >= 9000:
        return refused(r, "no such day of the calendar")
    return of_day(made, reason=because("numeric", order=order))


def nearest_year(r: Reader, f: Found, month: int, day: int) -> Meaning | None:
    """The day of a date without a year, from its anchor and the tense around it."""
    listed = year_at_end(r, f.j, month)
    if listed is not None and (made := make_day(listed, month, day)) is not None:
        return of_day(made, reason=because("listed-day", anchor=Anchor(made, LISTED), month=month, day=day))
    # "allowed them to marry starting on Feb. 9": what was allowed is past, and the day may be to come.
    from_on = r.low(f.i - 1) in r.around.on and r.low(f.i - 2) in r.around.from_on
    look = "unknown" if from_on else r.direction(f)
    told = look == "past" and _told_plainly(r, f.i)
    happened = look == "unknown" and bool(r.around.happened & {r.low(f.j), r.low(f.j + 1)})
    happened = happened or _ended_then(r, f.i)
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
    if anchor.narrative and r.story is not None and r.story.grain == "year":
        options = [d for d in options if d.year == near.year] or options
    if happened:
        options = [d for d in options if d <= near] or options
    if not options:
        return None

    def cost(d: dt.date) -> float:
        gap = (d - near).days
        if anchor.narrative:
            return abs(gap) * (0.8 if gap > 0 else 1.0)
        if gap == 0:
            return 0
        if gap > 0:
            return gap * {"future": 0.7, "past": _TOLD if told else 3.0, "unknown": 1.4}[look]
        return -gap * {"future": 2.2, "past": 0.6, "unknown": 1.0}[look]

    best = min(options, key=cost)
    where = 0 if best.year == near.year else -1 if best < near else 1
    return of_day(best, reason=because("yearless-day", anchor=anchor, month=month, day=day, near=where))


def _told_plainly(r: Reader, i: int) -> bool:
    """Whether "was", "were" or "had" stands shortly before token ``i`` in its sentence, and no "to" right before it."""
    first = max(0, i - _BESIDE)
    if r.low(i - 1) in r.around.before_untold or r.tokens.sentence_ends(first, i):
        return False
    return any(r.low(k) in r.around.verbs_of_the_past for k in range(first, i))


def _ended_then(r: Reader, i: int) -> bool:
    """Whether a period is said to have ended on the day at token ``i`` ("the quarter ended Sept. 30"): it is past.

    Of one week or day it may be a page that was dated too early.
    """
    unit, word = r.unit_at(i - 2), r.low(i - 1)
    ended = word in r.around.ended and word not in r.around.ending
    return ended and unit is not None and unit not in (_DAY, _WEEK)


def _year_ahead(r: Reader, j: int) -> int | None:
    """The year at the end of a range of days ("Dec. 27-31, 2019"), for its first day."""
    if r.low(j) not in r.around.day_range or not r.low(j + 1).isdigit() or len(r.low(j + 1)) > 2:
        return None
    k = j + 3 if r.low(j + 2) == "," else j + 2
    word = r.low(k)
    return int(word) if r.tokens.codes[k : k + 1] == r.lex.classes["year"] and word.isdigit() else None


def _day_of(r: Reader, f: Found) -> Meaning | None:
    month, day = r.number(f, "month"), r.number(f, "day")
    if month is None or day is None or not 1 <= day <= 31:
        return refused(r, "no such day of the calendar")
    year = year_of(r, f, "year") or _year_ahead(r, f.j)
    if year is not None:
        made = make_day(year, month, day)
        return refused(r, "no such day of the calendar") if made is None else of_day(made, reason=WRITTEN["date"])
    named = _named_day(r, f.j, month, day)
    if named is not None:
        return of_day(named, reason=because("named-day", year=named.year))
    meaning = nearest_year(r, f, month, day)
    if meaning is None:
        if make_day(2000, month, day) is None:
            return refused(r, "no such day of the calendar")
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}", reason=YEARLESS)
    return meaning


def _named_day(r: Reader, j: int, month: int, day: int) -> dt.date | None:
    """The day of an event known by its month and day ("the Sept. 11 attacks"), from ``dates_named_days.tsv``."""
    for written, names, year in kept_rows("dates_named_days", r.language):
        if written == f"{month:02}-{day:02}" and not {r.low(j), r.low(j + 1)}.isdisjoint(names.split()):
            made = dt.date(int(year), month, day)
            return made if r.dct is None or r.dct >= made else None
    return None


def resolve_date(r: Reader, f: Found) -> Meaning | None:
    return _day_of(r, f)


def resolve_date_ymd(r: Reader, f: Found) -> Meaning | None:
    """ "2018 March 18"."""
    return _day_of(r, f)


def _short_year(word: str) -> int | None:
    """The year of two or four digits in a date such as 19-Nov-12."""
    if not word.isdigit() or len(word) not in (2, 4):
        return None
    return int(word) if len(word) == 4 else int(word) + (2000 if int(word) <= 50 else 1900)


def resolve_written_dmy(r: Reader, f: Found) -> Meaning | None:
    """ "12-Dec-2014", "25/Dec/2019", and "26 FEB 15" where the month is in capitals."""
    month, day, year = r.number(f, "month"), r.number(f, "day"), _short_year(r.part(f, "year"))
    if month is None or day is None or year is None:
        return None
    if "sep" not in f.parts and not r.tokens.words[f.parts["month"][0]].isupper():
        return _day_of(r, replace(f, parts={k: v for k, v in f.parts.items() if k != "year"}, j=f.j - 1))
    made = make_day(year, month, day)
    return refused(r, "no such day of the calendar") if made is None else of_day(made, reason=WRITTEN["date"])


def resolve_packed_date(r: Reader, f: Found) -> Meaning | None:
    """ "26FEB15"."""
    m = re.fullmatch(r"(\d+)([a-z]+)(\d+)", r.low(f.i))
    month, year = (None, None) if m is None else (r.lex.numbers.get(m[2]), _short_year(m[3]))
    made = None if m is None or month is None or year is None else make_day(year, month, int(m[1]))
    return refused(r, "no such day of the calendar") if made is None else of_day(made, reason=WRITTEN["date"])


def _base_of(r: Reader, f: Found) -> tuple[Period, DateAnchor] | None:
    """The month or year that "of last month", "of that year" names, and what it is counted from."""
    rel, unit = r.relation(f, "rel"), r.unit(f)
    anchor, last = r.anchor(f.i), r.mentioned_last()
    grain = grain_of(unit)
    if grain not in ("month", "year"):
        return None
    shift = BESIDE.get(rel, 0)
    if rel in _OF_LAST and last is not None:
        return Period.containing(last.first, grain).shift(shift), DateAnchor(last.value)
    if anchor is None:
        return None
    return Period.containing(anchor.day, grain).shift(shift), anchor.named


def resolve_day_of_month(r: Reader, f: Found) -> Meaning | None:
    """ "the 21st of last month"."""
    base, day = _base_of(r, f), r.number(f, "day")
    if base is None or day is None or base[0].grain != "month":
        return None
    made = make_day(base[0].first.year, base[0].first.month, day)
    if made is None:
        return refused(r, "no such day of the calendar")
    return of_day(made, reason=because("month-day", anchor=base[1], day=day))


def resolve_date_of(r: Reader, f: Found) -> Meaning | None:
    """ "June 11 last year", "24 January of the same year"."""
    base, month, day = _base_of(r, f), r.number(f, "month"), r.number(f, "day")
    if month is None or day is None or make_day(2000, month, day) is None:
        return refused(r, "no such day of the calendar")
    if r.unit(f) != _YEAR:  # "April 16, the same day": the date alone
        stop = max(f.parts["day"][1], f.parts["month"][1])
        meaning = _day_of(r, replace(f, j=stop))
        return None if meaning is None else replace(meaning, stop=stop)
    if base is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}", reason=YEARLESS)
    made = make_day(base[0].first.year, month, day)
    if made is None:
        return refused(r, "no such day of the calendar")
    return of_day(made, reason=because("year-from", anchor=base[1]))


def resolve_and_day(r: Reader, f: Found) -> Meaning | None:
    """The second day of "Dec. 27-31": the month of the first."""
    day, year = r.number(f, "day"), year_of(r, f, "year")
    if r.last_day is None or day is None or f.i - r.last_day[0] > 6:
        return None
    first = r.last_day[1]
    made = make_day(year or first.year, first.month, day)
    if made is None or made <= first.replace(year=made.year):
        return None
    return of_day(made, reason=because("month-of", anchor=DateAnchor(first.isoformat())))


def resolve_day_range(r: Reader, f: Found) -> Meaning | None:
    """The first days of "27-31 December 2019" and "Monday 13 and Tuesday 14 January": the last one's month and year."""
    classes = r.lex.month_classes
    k = next((k for k in range(f.j, f.j + _LONGEST_LIST) if r.tokens.codes[k : k + 1] in classes), len(r.tokens.words))
    month, day = r.lex.numbers.get(r.low(k)), r.number(f, "day")
    if month is None or day is None:
        return None
    k += 1 + (r.low(k + 1) == ".")
    k += r.low(k) == ","
    if r.tokens.codes[k : k + 1] == r.lex.classes["year"]:
        made = make_day(int(r.low(k)), month, day)
        return None if made is None else of_day(made, reason=WRITTEN["date"])
    meaning = nearest_year(r, f, month, day)
    if meaning is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}", reason=YEARLESS)
    return meaning


def resolve_week_of(r: Reader, f: Found) -> Meaning | None:
    meaning = _day_of(r, f) if r.unit_at(f.i + 1) == _WEEK else None
    if meaning is None or meaning.period is None:
        return meaning
    first = meaning.period.first
    reason = because("week-around", anchor=meaning.reason.anchor, day=first.isoformat())
    return of_period(Period.containing(first, "week"), reason=reason)


def resolve_day_of_month_rel(r: Reader, f: Found) -> Meaning | None:
    """ "last Oct. 23": a day of the month that the words choose."""
    month = resolve_month_rel(r, f)
    day = r.number(f, "day")
    if month is None or month.period is None or day is None:
        return _day_of(r, f)
    made = make_day(month.period.first.year, month.period.first.month, day)
    if made is None:
        return None
    start = f.parts["month"][0] if f.parts["rel"][0] == f.i else -1
    return replace(of_day(made, reason=month.reason), start=start)


def resolve_nine_eleven(r: Reader, f: Found) -> Meaning | None:
    """ "9/11", the day of the attacks on New York and Washington."""
    if r.tokens.words[f.i] != "9/11" or r.low(f.i - 1).isdigit():
        return refused(r, "two numbers that are no date")
    return of_day(dt.date(2001, 9, 11), reason=because("attacks"))


def resolve_the_nth(r: Reader, f: Found) -> Meaning | None:
    """ "the 15th", "Friday the 15th": a day of the month that the text is in."""
    day, weekday, anchor = r.number(f, "day"), r.number(f, "wday"), r.day_told_of(f.i)
    if anchor is None:
        return refused(r, "nothing to count from")
    if day is None or not 1 <= day <= 31:
        return refused(r, "no such day of the calendar")
    if weekday is None:
        if r.low(f.i - 1) not in r.around.before_nth:
            return refused(r, "no time as it stands here")
        if f.j < len(r.tokens.codes) and r.tokens.codes[f.j] == OTHER and r.low(f.j)[:1].isalpha():
            return refused(r, "no time as it stands here")
    months = [add_months(anchor.day.replace(day=1), k) for k in range(-6, 7)]
    days = [d for m in months if (d := make_day(m.year, m.month, day)) and (weekday is None or d.weekday() == weekday)]
    if not days:
        return refused(r, "no such day of the calendar")
    if anchor.narrative and weekday is None and (same := make_day(anchor.day.year, anchor.day.month, day)) is not None:
        return of_day(same, reason=because("day-of-month", anchor=anchor, day=day))
    ahead = r.direction(f) == "future"
    near = [d for d in days if (d >= anchor.day if ahead else d <= anchor.day)] or days
    best = min(near, key=lambda d: abs((d - anchor.day).days))
    return of_day(best, reason=because("day-nearest", anchor=anchor, day=day))
