"""Weeks, months, quarters and years counted from an anchor: "last month", "two weeks ago", "a year earlier"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateSpan
from leadup.times.compose import modifier_before
from leadup.times.grammar import Found
from leadup.times.lengths import (
    ROUGH,
    ROUGHLY,
    UNIT_DAYS,
    UNIT_GRAIN,
    UNIT_MONTHS,
    Amount,
    amount,
    bounded,
    length_value,
)
from leadup.times.meaning import Meaning, of_day, of_period
from leadup.times.period import UNRESOLVED, Grain, Period, add_months, make_day
from leadup.times.reader import Anchor, Reader
from leadup.times.years import edge_mod

_BACK = ("last", "past", "previous")


_AHEAD = ("next", "coming", "following")


_SHORT = ("day", "hour", "minute")


_QUOTES = frozenset(("``", '"', "“", "'", "‘", "`"))


def resolve_unit_rel(r: Reader, f: Found) -> Meaning | None:
    rel, unit = r.part(f, "rel"), r.part(f, "unit")
    grain = UNIT_GRAIN.get(unit)
    mod = edge_mod(r.part(f, "edge"))
    anchor = r.anchor(f.i)
    if unit == "period" or grain is None:
        return _period_again(r, f, rel) if unit == "period" else None
    backward = rel in ("that", "same", "following", "previous", "corresponding") or (
        rel == "next" and r.low(f.i) == "the" and grain == "day"
    )
    if r.history and (rel in ("this", "current") or (rel == "next" and r.low(f.i) in ("the", "early", "late"))):
        backward = True
    base: Period | None = None
    if r.capital(f.i) and r.capital(f.j - 1) and r.low(f.i - 1) in _QUOTES:
        return None
    if backward and grain == "day" and (told := r.day_before(f.i)) is not None:
        base, name = Period(told.day, "day"), told.words
    elif backward and grain == "day" and rel == "that" and r.last_day is None:
        return None
    elif backward and grain == "day" and r.last_date is not None:
        return Meaning("DATE", UNRESOLVED["day"], reason="no day is told of right before")
    elif backward and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = f"{last.value}, the last date mentioned"
    elif rel in ("latest", "this") and grain == "quarter" and r.last_quarter is not None:
        return of_period(r.last_quarter[1], anchor=r.last_quarter[1].value, reason="the quarter last mentioned")
    elif anchor is not None:
        base, name = Period.containing(anchor.day, grain), anchor.words
    if base is None:
        return Meaning("DATE", UNRESOLVED[grain], reason="no date to count from")
    shift = -1 if rel in (*_BACK, "latest") else 1 if rel in _AHEAD else 0
    if rel in ("past", "coming") and grain in ("day", "week", "month", "year", "quarter"):
        shift = shift if rel == "past" else 1
    if rel == "past" and grain == "decade":
        shift = 0
    if r.history and rel == "last" and r.low(f.i) == "the" and r.low(f.j) == "of":
        return Meaning("DURATION", length_value(Amount(1, "a"), unit), reason="a length of time")
    if grain in ("day",) and rel in ("last", "past", "this", "full", "latest"):
        return None if rel == "this" else Meaning("DURATION", "P1D", reason="a length of time")
    period = base.shift(shift)
    if backward and grain == "day" and r.is_told_too_early(f, period.first):
        return Meaning("DATE", UNRESOLVED["day"], reason="told as past, of a day that had not come")
    meaning = of_period(period, anchor=name, reason=f"{rel} {unit}, from {name}", mod=mod)
    if rel == "past" and grain != "weekend" and anchor is not None and not backward:
        return replace(
            meaning, span=DateSpan(_back(anchor.day, grain), anchor.day, grain), reason=f"the {unit} up to {name}"
        )
    return meaning


def _back(day: dt.date, grain: Grain) -> dt.date:
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(grain)
    return add_months(day, -months) if months else day - dt.timedelta(7)


def _period_again(r: Reader, f: Found, rel: str) -> Meaning | None:
    recent = r.recent(f.i)
    if recent is None and rel == "latest" and (anchor := r.anchor(f.i)) is not None:
        recent = Period.containing(anchor.day, "quarter").shift(-1)
    if recent is None or rel not in ("latest", "same", "corresponding", "previous"):
        return None
    years = -1 if rel == "corresponding" else 0
    period = Period.containing(add_months(recent.first, 12 * years), recent.grain)
    return of_period(period, anchor=recent.value, reason=f"the period last mentioned, {recent.value}")


def resolve_the_unit(r: Reader, f: Found) -> Meaning | None:
    unit = r.part(f, "unit")
    anchor = r.told(f.i)
    if anchor is None:
        known = unit in ("weekend", "quarter")
        return Meaning("DATE", UNRESOLVED[UNIT_GRAIN[unit]], reason="no date to count from") if known else None
    if unit == "weekend":
        period = Period.containing(anchor.day, "weekend")
        if period.first > anchor.day and r.direction(f) != "future":
            period = period.shift(-1)
        return of_period(period, anchor=anchor.words, reason=f"the weekend nearest to {anchor.words}")
    if unit == "quarter" and r.low(f.j) == "-":
        return None
    end = _period_end(r, f)
    if unit == "quarter" and end is not None:
        return of_period(
            Period.containing(end, "quarter"), anchor=end.isoformat(), reason=f"the quarter that ended {end}"
        )
    if unit == "year" and r.low(f.j) in ("ended", "ending"):
        return Meaning("DURATION", "P1Y", reason="a length of time")
    if unit == "quarter":
        base = r.last_quarter[1] if r.last_quarter else Period.containing(anchor.day, "quarter").shift(-1)
        return of_period(base, anchor=anchor.words, reason="the quarter last mentioned")
    if unit == "year" and r.low(f.i - 1) in ("for", "in", "of", "during", "this", "throughout"):
        return of_period(
            Period.containing(anchor.day, "year"), anchor=anchor.words, reason=f"the year of {anchor.words}"
        )
    if unit == "week" and (r.low(f.i - 1) in ("for", "during") or r.low(f.j) == "'s"):
        back = -1 if anchor.day.weekday() < 2 else 0
        period = Period.containing(anchor.day, "week").shift(back)
        return of_period(period, anchor=anchor.words, reason=f"the week of {anchor.words}")
    return None


def _period_end(r: Reader, f: Found) -> dt.date | None:
    """The day that "the quarter ended Sept. 30" names after it."""
    if r.low(f.j) not in ("ended", "ending"):
        return None
    month = r.lex.numbers.get(r.low(f.j + 1))
    k = f.j + 2 + (r.low(f.j + 2) == ".")
    anchor = r.anchor(f.i)
    if month is None or anchor is None or not r.low(k).isdigit() or len(r.low(k)) > 2:
        return None
    day = make_day(anchor.day.year, month, int(r.low(k)))
    if day is None:
        return None
    return day if day <= anchor.day or r.low(f.j) == "ending" else make_day(day.year - 1, month, int(r.low(k)))


def resolve_edge_of(r: Reader, f: Found) -> Meaning | None:
    unit, the = r.part(f, "unit"), r.part(f, "the")
    grain, anchor = UNIT_GRAIN.get(unit), r.told(f.i) if the not in ("last",) else r.anchor(f.i)
    if grain is None or (unit == "day" and "end" in r.part(f, "edge")):
        return None
    if anchor is None:
        return Meaning("DATE", UNRESOLVED[grain], mod=edge_mod(r.part(f, "edge")), reason="no date to count from")
    base, name = Period.containing(anchor.day, grain), anchor.words
    if the == "that" and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = f"{last.value}, the last date mentioned"
    period = base.shift({"last": -1, "next": 1}.get(the, 0))
    start = f.parts["the"][0] if r.part(f, "edge") in ("earlier", "later") and unit in ("week", "day") else -1
    span, edge = period.span, r.part(f, "edge")
    if edge in ("earlier", "later") and anchor.day in span:
        span = DateSpan(span.first, anchor.day, grain) if edge == "earlier" else DateSpan(anchor.day, span.last, grain)
    return Meaning(
        "DATE", period.value, span, period, mod=edge_mod(edge), anchor=name, start=start,
        reason=f"{edge} {the} {unit}, from {name}" if edge.endswith(" of") else f"{edge} in {the} {unit}, from {name}",
    )  # fmt: skip


def shift_day(day: dt.date, unit: str, count: float, sign: int) -> Period:
    """The period ``count`` units before (-1) or after (1) a day, at the unit's own granularity."""
    grain: Grain | None = UNIT_GRAIN.get(unit)
    whole = int(count)
    if grain is None:
        return Period(day, "day")
    if unit.startswith("decade"):
        return Period.containing(add_months(day, 120 * whole * sign), "year")
    if unit.startswith("fortnight"):
        return Period.containing(day + dt.timedelta(14 * whole * sign), "week")
    if whole != count and unit in UNIT_MONTHS:
        moved = add_months(day, sign * round(count * UNIT_MONTHS[unit]))
        return Period.containing(moved, "month" if unit.startswith("year") else "day")
    return Period.containing(day, grain).shift(sign * whole)


def resolve_shifted(r: Reader, f: Found) -> Meaning | None:
    unit, way = r.part(f, "unit"), r.part(f, "dir")
    many: Amount = amount(r, f, "count")
    if "half" in f.parts and many.count is not None:
        many = Amount(many.count + 0.5, many.words)
    sign = 1 if way in ("later", "hence", "after", "from now") else -1
    if way in ("before", "after") and r.low(f.j) == unit:
        return None
    if way in ("before", "after") and (r.low(f.j)[:1] not in (".", ",", ";", ")") or r.last_day is None):
        return _beside(r, f, many)
    anchor = r.anchor(f.i)
    if way in ("earlier", "later", "before", "after") and r.last_date is not None:
        recent = r.recent(f.i) if unit == "year" else None
        if recent is not None and many.count == 1 and recent.grain in ("day", "quarter", "month", "half", "year"):
            return _of_recent(recent, sign)
        if r.history and r.story is not None and way != "ago":
            anchor = r.told(f.i)
        elif unit.startswith("year") and way == "earlier" and r.dct is not None:
            anchor = r.anchor(f.i)
        elif r.last_date[1].grain == "day" and unit.rstrip("s") in _SHORT:
            anchor = r.day_before(f.i)
            if anchor is None and way == "earlier" and many.count is not None:
                return Meaning("DATE", UNRESOLVED["day"], reason="no day is told of right before")
        elif r.last_date[1].grain == "day" or (
            unit[:3] in ("mon", "yea", "dec") and r.last_date[1].grain in ("month", "year")
        ):
            anchor = Anchor(r.last_date[1].first, "the last date mentioned")
        elif way == "later":
            anchor = None
    elif way == "later":
        anchor = None
    if anchor is None and way in ("earlier", "later"):
        return Meaning(
            "DURATION", length_value(many, unit), reason="counted from an event", anchor_event=True, stop=f.j - 1
        )
    if way == "ago" and unit == "year" and many.count == 1:
        recent = r.recent(f.i)
        if recent is not None and recent.grain in ("day", "quarter"):
            return _of_recent(recent, sign)
    if many.count is None and way in ("earlier", "later"):
        return Meaning(
            "DURATION", length_value(many, unit), reason="counted from an event", anchor_event=True, stop=f.j - 1
        )
    if many.count is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", reason="an unnamed number of units")
    if anchor is None and unit in UNIT_GRAIN:
        return Meaning("DATE", UNRESOLVED[UNIT_GRAIN[unit]], reason="no date to count from")
    if anchor is not None and way in ("ago",) and not anchor.narrative and _same_day(unit, many.count):
        words = f"{many.words} {unit} before {anchor.words}, taken as the same day"
        return of_day(anchor.day, anchor=anchor.words, reason=words, mod=many.mod)
    if anchor is None or UNIT_GRAIN.get(unit) is None:
        stop = f.j - 1 if way in ("earlier", "later") else -1
        return Meaning("DURATION", length_value(many, unit), reason="a length of time", stop=stop)
    period = shift_day(anchor.day, unit, many.count, sign)
    length = f"{many.words} {unit} and a half" if "half" in f.parts else f"{many.words} {unit}"
    side = "before" if sign < 0 else "after"
    meaning = of_period(period, anchor=anchor.words, reason=f"{length} {side} {anchor.words}", mod=many.mod)
    bound = modifier_before(r, f.i)
    mod, days = bound[1] if bound else many.mod, UNIT_DAYS.get(unit.rstrip("s"))
    if mod is None or days is None or (mod == ROUGH and days > 1):
        return meaning
    counted = anchor.day + dt.timedelta(round(sign * days * many.count))
    span = bounded(anchor.day, counted, sign, mod, max(1, round(many.count * ROUGHLY)))
    return replace(meaning, span=span, reason=" ".join((*(bound[0] if bound else ()), meaning.reason)))


def _same_day(unit: str, count: float) -> bool:
    """Whether hours or minutes ago are most likely of the same day: half a day at most."""
    hours = {"hour": 1.0, "hours": 1.0, "hrs": 1.0, "minute": 1 / 60, "minutes": 1 / 60, "mins": 1 / 60}.get(unit)
    return hours is not None and count * hours <= 12


def resolve_from_weekday(r: Reader, f: Found) -> Meaning | None:
    """ "a week from Saturday", "two weeks from today"."""
    many, unit, anchor = amount(r, f, "count"), r.part(f, "unit"), r.anchor(f.i)
    weekday = r.number(f, "wday")
    if UNIT_GRAIN.get(unit) not in ("day", "week", "month", "year") or many.count is None or "decade" in unit:
        return None
    if anchor is None:
        return Meaning("DATE", UNRESOLVED["day"], reason="no date to count from")
    first = anchor.day
    if weekday is not None:
        first += dt.timedelta((weekday - first.weekday() - 1) % 7 + 1)
    else:
        first += dt.timedelta(r.number(f, "day") or 0)
    months = UNIT_MONTHS.get(unit)
    count = int(many.count)
    day = add_months(first, months * count) if months else first + dt.timedelta(UNIT_DAYS[unit.rstrip("s")] * count)
    return of_day(day, anchor=anchor.words, reason=f"{many.words} {unit} from {first}, after {anchor.words}")


def resolve_weekday_after(r: Reader, f: Found) -> Meaning | None:
    """ "the Saturday following her death": from the last day mentioned, or, of what is to come, from the article's."""
    weekday, sign = r.number(f, "wday"), 1 if r.part(f, "dir") in ("after", "following") else -1
    anchor = r.anchor(f.i)
    if r.day_is_near(f.i) and r.last_day is not None:
        anchor = Anchor(r.last_day[1], "the last date mentioned")
    if weekday is None:
        return None
    told = not r.day_is_near(f.i) and (sign < 0 or r.direction(f) == "past" or r.part(f, "dir") != "following")
    if anchor is None or told:
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason="counted from an event", stop=f.j - 1)
    away = (weekday - anchor.day.weekday()) * sign
    day = anchor.day + dt.timedelta(sign * ((away - 1) % 7 + 1))
    side = "after" if sign > 0 else "before"
    return replace(
        of_day(day, anchor=anchor.words, reason=f"the first such weekday {side} {anchor.words}"), stop=f.j - 1
    )


def _of_recent(recent: Period, sign: int) -> Meaning:
    period = Period.containing(add_months(recent.first, 12 * sign), recent.grain)
    return of_period(period, anchor=recent.value, reason=f"a year {'before' if sign < 0 else 'after'} {recent.value}")


def _beside(r: Reader, f: Found, many: Amount) -> Meaning:
    """ "two days after the attack": the length; the event's day is worked out by :mod:`leadup.times.events`."""
    value = length_value(many, r.part(f, "unit"))
    return Meaning("DURATION", value, reason="counted from an event", anchor_event=True, stop=f.j - 1)


def resolve_beside_day(r: Reader, f: Found) -> Meaning | None:
    """ "the day before": of the last day mentioned where nothing follows, else of an event."""
    if r.part(f, "unit") != "day":
        return None
    sign = 1 if r.part(f, "dir") == "after" else -1
    if r.low(f.j)[:1] in (",", ".", ";", ")", "") and (told := r.day_before(f.i)) is not None:
        base = told.day
        day = base + dt.timedelta(sign)
        return of_day(
            day, anchor=base.isoformat(), reason=f"the day {r.part(f, 'dir')} {base}, the last date mentioned"
        )
    return Meaning("DATE", "XXXX-XX-XX", reason="counted from an event", anchor_event=True, stop=f.j - 1)


def resolve_ago_hyphen(r: Reader, f: Found) -> Meaning | None:
    """ "year-earlier" before a noun."""
    return resolve_ago_period(r, f) if r.low(f.i) == "year" else None


def resolve_ago_period(r: Reader, f: Found) -> Meaning | None:
    recent = r.recent(f.i)
    anchor = r.anchor(f.i)
    number = r.number(f, "ord") if "quarter" in f.parts else None
    if number is not None and anchor is not None and 1 <= number <= 4:
        recent = Period(dt.date(anchor.day.year, 3 * number - 2, 1), "quarter")
    if recent is not None:
        return _of_recent(recent, -1)
    if anchor is None:
        return None
    period = Period.containing(anchor.day, "year").shift(-1)
    return of_period(period, anchor=anchor.words, reason=f"the year before {anchor.words}")
