"""Weeks, months, quarters and years counted from an anchor: "last month", "two weeks ago", "a year earlier"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateAnchor, DateSpan
from leadup.model.reason import LAST
from leadup.times.compose import modifier_before
from leadup.times.grammar import Found
from leadup.times.lengths import (
    ROUGH,
    UNIT_DAYS,
    UNIT_GRAIN,
    UNIT_MONTHS,
    Amount,
    amount,
    bounded,
    length_value,
)
from leadup.times.meaning import FROM_EVENT, LENGTH, UNCOUNTED, Meaning, because, of_day, of_period
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
        base, name = Period(told.day, "day"), told.named
    elif backward and grain == "day" and rel == "that" and r.last_day is None:
        return None
    elif backward and grain == "day" and r.last_date is not None:
        return Meaning("DATE", UNRESOLVED["day"], reason=because("untold"))
    elif backward and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = DateAnchor(last.value, LAST)
    elif rel in ("latest", "this") and grain == "quarter" and r.last_quarter is not None:
        return _last_quarter(r.last_quarter[1], DateAnchor(r.last_quarter[1].value))
    elif anchor is not None:
        base, name = Period.containing(anchor.day, grain), anchor.named
    if base is None:
        return Meaning("DATE", UNRESOLVED[grain], reason=UNCOUNTED)
    shift = -1 if rel in (*_BACK, "latest") else 1 if rel in _AHEAD else 0
    if rel in ("past", "coming") and grain in ("day", "week", "month", "year", "quarter"):
        shift = shift if rel == "past" else 1
    if rel == "past" and grain == "decade":
        shift = 0
    if r.history and rel == "last" and r.low(f.i) == "the" and r.low(f.j) == "of":
        return Meaning("DURATION", length_value(Amount(1, "a"), unit), reason=LENGTH)
    if grain in ("day",) and rel in ("last", "past", "this", "full", "latest"):
        return None if rel == "this" else Meaning("DURATION", "P1D", reason=LENGTH)
    period = base.shift(shift)
    if backward and grain == "day" and r.is_told_too_early(f, period.first):
        return Meaning("DATE", UNRESOLVED["day"], reason=because("too-early"))
    meaning = of_period(period, reason=because("rel", anchor=name, rel=rel, unit=unit), mod=mod)
    if rel == "past" and grain != "weekend" and anchor is not None and not backward:
        span = DateSpan(_back(anchor.day, grain), anchor.day, grain)
        return replace(meaning, span=span, reason=because("unit-up-to", anchor=name, unit=unit))
    return meaning


def _last_quarter(quarter: Period, anchor: Anchor | DateAnchor) -> Meaning:
    return of_period(quarter, reason=because("last-quarter", anchor=anchor))


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
    return of_period(period, reason=because("period-again", anchor=DateAnchor(recent.value)))


def resolve_the_unit(r: Reader, f: Found) -> Meaning | None:
    unit = r.part(f, "unit")
    anchor = r.told(f.i)
    if anchor is None:
        known = unit in ("weekend", "quarter")
        return Meaning("DATE", UNRESOLVED[UNIT_GRAIN[unit]], reason=UNCOUNTED) if known else None
    if unit == "weekend":
        period = Period.containing(anchor.day, "weekend")
        if period.first > anchor.day and r.direction(f) != "future":
            period = period.shift(-1)
        return of_period(period, reason=because("weekend", anchor=anchor))
    if unit == "quarter" and r.low(f.j) == "-":
        return None
    end = _period_end(r, f)
    if unit == "quarter" and end is not None:
        reason = because("quarter-ended", anchor=DateAnchor(end.isoformat()))
        return of_period(Period.containing(end, "quarter"), reason=reason)
    if unit == "year" and r.low(f.j) in ("ended", "ending"):
        return Meaning("DURATION", "P1Y", reason=LENGTH)
    if unit == "quarter":
        base = r.last_quarter[1] if r.last_quarter else Period.containing(anchor.day, "quarter").shift(-1)
        return _last_quarter(base, anchor)
    if unit == "year" and r.low(f.i - 1) in ("for", "in", "of", "during", "this", "throughout"):
        return of_period(Period.containing(anchor.day, "year"), reason=because("year-of", anchor=anchor))
    if unit == "week" and (r.low(f.i - 1) in ("for", "during") or r.low(f.j) == "'s"):
        back = -1 if anchor.day.weekday() < 2 else 0
        period = Period.containing(anchor.day, "week").shift(back)
        return of_period(period, reason=because("week-of", anchor=anchor))
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
        return Meaning("DATE", UNRESOLVED[grain], mod=edge_mod(r.part(f, "edge")), reason=UNCOUNTED)
    base, name = Period.containing(anchor.day, grain), anchor.named
    if the == "that" and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = DateAnchor(last.value, LAST)
    period = base.shift({"last": -1, "next": 1}.get(the, 0))
    start = f.parts["the"][0] if r.part(f, "edge") in ("earlier", "later") and unit in ("week", "day") else -1
    span, edge = period.span, r.part(f, "edge")
    if edge in ("earlier", "later") and anchor.day in span:
        span = DateSpan(span.first, anchor.day, grain) if edge == "earlier" else DateSpan(anchor.day, span.last, grain)
    rule = "edge" if edge.endswith(" of") else "edge-in"
    reason = because(rule, anchor=name, edge=edge, rel=the, unit=unit)
    return Meaning("DATE", period.value, span, period, mod=edge_mod(edge), start=start, reason=reason)


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
                return Meaning("DATE", UNRESOLVED["day"], reason=because("untold"))
        elif r.last_date[1].grain == "day" or (
            unit[:3] in ("mon", "yea", "dec") and r.last_date[1].grain in ("month", "year")
        ):
            anchor = Anchor(r.last_date[1].first, LAST)
        elif way == "later":
            anchor = None
    elif way == "later":
        anchor = None
    if anchor is None and way in ("earlier", "later"):
        return Meaning("DURATION", length_value(many, unit), reason=FROM_EVENT, anchor_event=True, stop=f.j - 1)
    if way == "ago" and unit == "year" and many.count == 1:
        recent = r.recent(f.i)
        if recent is not None and recent.grain in ("day", "quarter"):
            return _of_recent(recent, sign)
    if many.count is None and way in ("earlier", "later"):
        return Meaning("DURATION", length_value(many, unit), reason=FROM_EVENT, anchor_event=True, stop=f.j - 1)
    if many.count is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", reason=because("unnamed"))
    if anchor is None and unit in UNIT_GRAIN:
        return Meaning("DATE", UNRESOLVED[UNIT_GRAIN[unit]], reason=UNCOUNTED)
    if anchor is not None and way in ("ago",) and not anchor.narrative and _same_day(unit, many.count):
        reason = because("same-day", anchor=anchor, count=many.words, unit=unit)
        return of_day(anchor.day, reason=reason, mod=many.mod)
    if anchor is None or UNIT_GRAIN.get(unit) is None:
        stop = f.j - 1 if way in ("earlier", "later") else -1
        return Meaning("DURATION", length_value(many, unit), reason=LENGTH, stop=stop)
    period = shift_day(anchor.day, unit, many.count, sign)
    rule = "shifted-half" if "half" in f.parts else "shifted"
    reason = because(rule, anchor=anchor, count=many.words, unit=unit, side=sign)
    meaning = of_period(period, reason=reason, mod=many.mod)
    bound = modifier_before(r, f.i)
    mod, days = bound[1] if bound else many.mod, UNIT_DAYS.get(unit.rstrip("s"))
    if mod is None or days is None or (mod == ROUGH and days > 1):
        return meaning
    counted = anchor.day + dt.timedelta(round(sign * days * many.count))
    span = bounded(anchor.day, counted, sign, mod, many.count, unit)
    return replace(
        meaning, span=span, reason=because("bounded", of=reason, bound=" ".join(bound[0])) if bound else reason
    )


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
        return Meaning("DATE", UNRESOLVED["day"], reason=UNCOUNTED)
    first = anchor.day
    if weekday is not None:
        first += dt.timedelta((weekday - first.weekday() - 1) % 7 + 1)
    else:
        first += dt.timedelta(r.number(f, "day") or 0)
    months = UNIT_MONTHS.get(unit)
    count = int(many.count)
    day = add_months(first, months * count) if months else first + dt.timedelta(UNIT_DAYS[unit.rstrip("s")] * count)
    reason = because("from-day", anchor=anchor, count=many.words, unit=unit, day=first.isoformat())
    return of_day(day, reason=reason)


def resolve_weekday_after(r: Reader, f: Found) -> Meaning | None:
    """ "the Saturday following her death": from the last day mentioned, or, of what is to come, from the article's."""
    weekday, sign = r.number(f, "wday"), 1 if r.part(f, "dir") in ("after", "following") else -1
    anchor = r.anchor(f.i)
    if r.day_is_near(f.i) and r.last_day is not None:
        anchor = Anchor(r.last_day[1], LAST)
    if weekday is None:
        return None
    told = not r.day_is_near(f.i) and (sign < 0 or r.direction(f) == "past" or r.part(f, "dir") != "following")
    if anchor is None or told:
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=FROM_EVENT, stop=f.j - 1)
    away = (weekday - anchor.day.weekday()) * sign
    day = anchor.day + dt.timedelta(sign * ((away - 1) % 7 + 1))
    return replace(of_day(day, reason=because("first-weekday", anchor=anchor, side=sign)), stop=f.j - 1)


def _of_recent(recent: Period, sign: int) -> Meaning:
    period = Period.containing(add_months(recent.first, 12 * sign), recent.grain)
    return of_period(period, reason=because("a-year", anchor=DateAnchor(recent.value), side=sign))


def _beside(r: Reader, f: Found, many: Amount) -> Meaning:
    """ "two days after the attack": the length; the event's day is worked out by :mod:`leadup.times.events`."""
    value = length_value(many, r.part(f, "unit"))
    return Meaning("DURATION", value, reason=FROM_EVENT, anchor_event=True, stop=f.j - 1)


def resolve_beside_day(r: Reader, f: Found) -> Meaning | None:
    """ "the day before": of the last day mentioned where nothing follows, else of an event."""
    if r.part(f, "unit") != "day":
        return None
    sign = 1 if r.part(f, "dir") == "after" else -1
    if r.low(f.j)[:1] in (",", ".", ";", ")", "") and (told := r.day_before(f.i)) is not None:
        base = told.day
        day = base + dt.timedelta(sign)
        return of_day(day, reason=because("beside-last", anchor=DateAnchor(base.isoformat()), side=sign))
    return Meaning("DATE", "XXXX-XX-XX", reason=FROM_EVENT, anchor_event=True, stop=f.j - 1)


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
    return of_period(period, reason=because("year-before", anchor=anchor))
