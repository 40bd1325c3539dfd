"""Months and seasons, with their year or without: "January this year", "last May", "the summer of 2019"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateReason, DateSpan
from leadup.times.direction import direction_at
from leadup.times.grammar import Found
from leadup.times.lengths import grain_of
from leadup.times.meaning import WRITTEN, YEARLESS, Meaning, because, of_day, of_period, refused
from leadup.times.period import SEASON_MONTHS, Period, make_day
from leadup.times.ranges import year_at_end
from leadup.times.reader import Reader, Unit
from leadup.times.relations import AHEAD, BACK, BESIDE, EVERY, NEXT_TO, Relation
from leadup.times.years import year_of

_JUST_PAST, _CLEAR = 10, 4
"""A month that is so far ahead has only just gone by: the one to come where a cue of the future is so near, in
tokens (the "November figures of the ferry company that were expected" are of the last one)."""
_FROM_NOW = frozenset((Relation.THIS, Relation.LAST, Relation.NEXT))
"""Of "May of … year": by these the year is counted from the day of writing, else from the one last told of."""
_STEP = 6
"""How many months a history may go on at once; a month further off is told of looking back. On the 11 development
documents of WikiWars 3 to 7 do the same within 0.2 of value F1, 8 loses 0.4."""


def _month(r: Reader, f: Found, month: int, year: int, reason: DateReason) -> Meaning:
    return of_period(Period(dt.date(year, month, 1), "month"), reason=reason, mod=r.mod(f, "edge"))


def resolve_month_year(r: Reader, f: Found) -> Meaning | None:
    month, year = r.number(f, "month"), year_of(r, f, "year")
    return None if month is None or year is None else _month(r, f, month, year, WRITTEN["month"])


def resolve_month_of(r: Reader, f: Found) -> Meaning | None:
    month, anchor, rel, unit = r.number(f, "month"), r.anchor(f.i), r.relation(f, "rel"), r.unit(f)
    if month is None or unit is None or unit.code != "Y":
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason=YEARLESS)
    shift = BESIDE.get(rel, 0)
    year = anchor.day.year
    last = r.story if r.history else r.last_period[1] if r.last_period else None
    if rel not in _FROM_NOW and last is not None:
        year = last.first.year
    return _month(r, f, month, year + shift, because("year-month", anchor=anchor, rel=r.part(f, "rel")))


def resolve_month_rel(r: Reader, f: Found) -> Meaning | None:
    month, anchor, rel = r.number(f, "month"), r.anchor(f.i), r.relation(f, "rel")
    if month is None:
        return None
    if rel in EVERY:
        return Meaning("SET", f"XXXX-{month:02}", reason=because("every-year"))
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason=YEARLESS)
    if rel is Relation.FOLLOWING and r.low(f.j) in r.around.possessive:
        # The word is of what came behind: "new laws following December's fire".
        meaning = resolve_month(r, f)
        return None if meaning is None else replace(meaning, start=f.parts["month"][0])
    here = anchor.day
    if rel in BACK:
        year = here.year - (month >= here.month)
    elif rel in AHEAD:
        year = here.year + (month <= here.month)
    else:
        year = here.year
    return _month(r, f, month, year, because("month-rel", anchor=anchor, rel=r.part(f, "rel")))


def resolve_month(r: Reader, f: Found) -> Meaning | None:
    month, anchor = r.number(f, "month"), r.anchor(f.i, running=True)
    i = f.parts["month"][0]
    if month is None:
        return None
    around = r.around
    short = r.is_class(i, "amonth") and f.j == i + 1
    if (short or r.is_class(i, "soft_month")) and not r.part(f, "edge"):
        before = r.low(i - 1)
        if short and (before in around.before_no_short_month or r.capital(f.j)):
            return refused(r, "no time as it stands here")
        named = before in around.the and r.plain(f.j) and r.low(f.j) not in around.governments
        if not named and before not in around.before_month and r.low(f.j) not in around.after_month:
            return refused(r, "no time as it stands here")
    listed = year_at_end(r, f.j, month)
    if listed is not None:
        return _month(r, f, month, listed, because("listed"))
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}", reason=YEARLESS)
    here = anchor.day
    if anchor.narrative:
        year = _year_of_story(r, month, here)
        return _month(r, f, month, year, because("month-next", anchor=anchor))
    look, distance = direction_at(r.tokens, f.i, f.j)
    carried = r.carried(f.i) if look != "future" else None
    if carried is not None:
        year = carried.day.year + (month < carried.day.month)
        return _month(r, f, month, year, because("month", anchor=carried, side=1))
    if month == here.month:
        return _month(r, f, month, here.year, because("month-of", anchor=anchor))
    ahead = (month - here.month) % 12
    foretold = look == "future" and (ahead < _JUST_PAST or distance <= _CLEAR)
    future = foretold or (look == "unknown" and ahead <= 3) or (distance > 3 and ahead <= 2)
    year = here.year + (1 if future and month < here.month else 0) - (1 if not future and month > here.month else 0)
    return _month(r, f, month, year, because("month", anchor=anchor, side=1 if future else -1))


def _year_of_story(r: Reader, month: int, here: dt.date) -> int:
    """The year of a month that a history names, which goes on from the day last told of."""
    last = r.story
    if last is None or last.grain in ("year", "season"):
        return here.year
    return here.year + (month < here.month) if (month - here.month) % 12 <= _STEP else here.year


def resolve_day_in_month(r: Reader, f: Found) -> Meaning | None:
    """ "that January day in 2011": the month, since which day is not said."""
    return resolve_month_year(r, f)


def resolve_part_of_month(r: Reader, f: Found) -> Meaning | None:
    """ "the last week of August 2011", "the first days of June": days of the month."""
    counted, which = r.unit(f), r.part(f, "which")
    number = -1 if r.relation(f, "which") in (Relation.LAST, Relation.LATEST) else r.number(f, "which")
    if counted is None:
        return None
    if "month" not in f.parts:
        return None if number is None else _part_of_year(r, f, number, counted)
    grain = grain_of(counted)
    whole = _whole_month(r, f)
    if grain not in ("day", "week", "weekend") or number is None or whole is None or whole.period is None:
        return None
    month = whole.period
    if counted.many:
        return replace(whole, mod="END" if number < 0 else "START") if number in (-1, 1) else None
    if grain == "day":
        day = month.last if number < 0 else make_day(month.first.year, month.first.month, number)
        return None if day is None else of_day(day, reason=_within("day", whole, month, which))
    if not (number < 0 or 1 <= number <= 5):
        return None
    if grain == "weekend":
        first = Period.containing(month.last if number < 0 else month.first, "weekend")
        if number < 0:
            period = first.shift(-1) if first.first > month.last else first
        else:
            period = first.shift(number - 1)
        return of_period(period, reason=_within("weekend", whole, month, which))
    first_day = month.last - dt.timedelta(6) if number < 0 else month.first + dt.timedelta(7 * (number - 1))
    if first_day > month.last:
        return refused(r, "no such day of the calendar")
    period = Period.containing(first_day + dt.timedelta(3), "week")
    meaning = of_period(period, reason=_within("seven", whole, month, which))
    return replace(meaning, span=DateSpan(first_day, min(first_day + dt.timedelta(6), month.last), "week"))


def _within(rule: str, whole: Meaning, month: Period, which: str) -> DateReason:
    return because(f"{rule}-within", anchor=whole.reason.anchor, which=which, within=month.value)


def _part_of_year(r: Reader, f: Found, number: int, counted: Unit) -> Meaning | None:
    """ "the last month of 2010", "the first days of 1945"."""
    year, grain = year_of(r, f, "year"), grain_of(counted)
    if year is None or grain not in ("day", "week", "month"):
        return None
    if counted.many:
        whole = Period(dt.date(year, 1, 1), "year")
        mod = "END" if number < 0 else "START"
        return of_period(whole, reason=WRITTEN["year"], mod=mod) if number in (-1, 1) else None
    if grain == "month" and number <= 12:
        month = Period(dt.date(year, number if number > 0 else 12, 1), "month")
        return of_period(month, reason=because("nth-month", number=number, year=year))
    if grain == "day" and (number < 0 or number <= 31):
        day = dt.date(year, 12, 31) if number < 0 else dt.date(year, 1, number)
        return of_day(day, reason=because("nth-day", number=number, year=year))
    return None


def _whole_month(r: Reader, f: Found) -> Meaning | None:
    month = r.number(f, "month")
    if "year" in f.parts:
        return resolve_month_year(r, f)
    if "rel" in f.parts and month is not None and (anchor := r.anchor(f.i)) is not None:
        year = anchor.day.year + NEXT_TO.get(r.relation(f, "rel"), 0)
        return _month(r, f, month, year, because("month-that-year", anchor=anchor))
    return resolve_month(r, f)


def resolve_season_year(r: Reader, f: Found) -> Meaning | None:
    year = year_of(r, f, "year")
    code = r.code(f, "season")
    if year is None or not code:
        return None
    return of_period(Period.season(year, code), reason=WRITTEN["season"], mod=r.mod(f, "edge"))


def resolve_season_bare(r: Reader, f: Found) -> Meaning | None:
    """ "their summer offensive": a season of a history's own year; in news, only in a list that ends with its year."""
    code = r.code(f, "season")
    if not code:
        return None
    if r.history or year_at_end(r, f.j, SEASON_MONTHS[code]) is not None:
        return resolve_season(r, f)
    return refused(r, "no time as it stands here")


def resolve_season(r: Reader, f: Found) -> Meaning | None:
    code, anchor = r.code(f, "season"), r.day_told_of(f.i)
    rel = r.relation(f, "rel") if "rel" in f.parts else Relation.THE
    if not code:
        return None
    if rel in EVERY:
        return Meaning("SET", f"XXXX-{code}", reason=because("every-year"))
    if (
        f.rule == "season"
        and rel is Relation.THE
        and r.is_a(f, "season", "fall")
        and r.low(f.i - 1) not in r.around.before_fall
    ):
        return refused(r, "no time as it stands here")
    listed = year_at_end(r, f.j, SEASON_MONTHS[code]) if rel is Relation.THE else None
    if listed is not None:
        return of_period(Period.season(listed, code), reason=because("listed"), mod=r.mod(f, "edge"))
    if anchor is None:
        return Meaning("DATE", f"XXXX-{code}", reason=YEARLESS)
    year, here = anchor.day.year, anchor.day
    if code == "WI" and here.month < 3:
        year -= 1
    if anchor.narrative and r.history and r.story is not None and r.story.grain == "year":
        year = here.year
    this = Period.season(year, code)
    if "rel2" in f.parts:
        period = Period.season(here.year + NEXT_TO.get(r.relation(f, "rel2"), 0), code)
    elif rel in BACK:
        period = this if this.last < here else Period.season(year - 1, code)
    elif rel in AHEAD:
        period = this if this.first > here else Period.season(year + 1, code)
    elif anchor.narrative:
        period = (
            this if this.last >= here or r.story is None or r.story.grain == "year" else Period.season(year + 1, code)
        )
    elif rel is Relation.THE and this.first > here and r.direction(f) == "past":
        period = Period.season(year - 1, code)
    else:
        period = this
    reason = because("season-rel", anchor=anchor, rel=r.part(f, "rel") or Relation.THE.value)
    return of_period(period, reason=reason, mod=r.mod(f, "edge"))
