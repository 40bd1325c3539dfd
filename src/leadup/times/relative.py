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
    grain_of,
    length_value,
)
from leadup.times.meaning import FROM_EVENT, LENGTH, UNCOUNTED, Meaning, because, of_day, of_period, refused
from leadup.times.period import MONTHS_IN, UNRESOLVED, Grain, Period, add_months, make_day
from leadup.times.reader import Anchor, Reader, Unit
from leadup.times.relations import AHEAD, BACK, EDGES, FROM_TOLD, NEXT_TO, ONWARDS, Relation

_AGAIN = frozenset((Relation.THAT, Relation.SAME, Relation.FOLLOWING, Relation.PREVIOUS, Relation.CORRESPONDING))
"""Relations to the day or period mentioned last."""
_WHOLE = frozenset((Relation.LAST, Relation.PAST, Relation.THIS, Relation.FULL, Relation.LATEST))
"""Of a day: not a day of the calendar, but one that passed or passes."""
_LATEST = frozenset((Relation.LATEST, Relation.SAME, Relation.CORRESPONDING, Relation.PREVIOUS))
_OF_ONE_DAY = frozenset((Relation.THAT, Relation.SAME))
_BESIDE = frozenset((Relation.BEFORE, Relation.AFTER))
_DAYS_OF_MONTH = 30.4
_SHORT = ("D", "H", "m")
_LONG = ("M", "Y", "E")
_YEAR, _WEEK, _DAY = Unit("Y", False), Unit("W", False), Unit("D", False)
_QUOTES = frozenset(("``", '"', "“", "'", "‘", "`"))


def resolve_unit_rel(r: Reader, f: Found) -> Meaning | None:
    rel, unit, around = r.relation(f, "rel"), r.unit(f), r.around
    grain = grain_of(unit)
    mod = r.mod(f, "edge")
    anchor = r.anchor(f.i)
    if unit is None or grain is None:
        return _period_again(r, f, rel)
    said, first = r.part(f, "unit"), r.low(f.i)
    backward = _is_counted_back(rel, grain, first, r)
    base: Period | None = None
    if r.capital(f.i) and r.capital(f.j - 1) and r.low(f.i - 1) in _QUOTES:
        return refused(r, "part of a name")
    if rel in _OF_ONE_DAY and grain == "day" and r.last_day_ends_range():
        return Meaning("DATE", UNRESOLVED["day"], reason=because("untold"))
    if backward and grain == "day" and (told := r.day_before(f.i)) is not None:
        base, name = Period(told.day, "day"), told.named
    elif backward and grain == "day" and rel is Relation.THAT and r.last_day is None:
        return refused(r, "nothing to count from")
    elif backward and grain == "day" and r.last_date is not None:
        return Meaning("DATE", UNRESOLVED["day"], reason=because("untold"))
    elif backward and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = DateAnchor(last.value, LAST)
    elif rel in (Relation.LATEST, Relation.THIS) and grain == "quarter" and r.last_quarter is not None:
        return _last_quarter(r.last_quarter[1], DateAnchor(r.last_quarter[1].value))
    elif anchor is not None:
        base, name = Period.containing(anchor.day, grain), anchor.named
    if base is None:
        return Meaning("DATE", UNRESOLVED[grain], reason=UNCOUNTED)
    if r.history and rel is Relation.LAST and first in around.the and r.low(f.j) in around.of:
        return Meaning("DURATION", length_value(Amount(1, ""), unit.code), reason=LENGTH)
    if grain == "day" and rel in _WHOLE:
        return None if rel is Relation.THIS else Meaning("DURATION", "P1D", reason=LENGTH)
    period = base.shift(_steps(rel, grain))
    if backward and grain == "day" and r.is_told_too_early(f, period.first):
        return Meaning("DATE", UNRESOLVED["day"], reason=because("too-early"))
    meaning = of_period(period, reason=because("rel", anchor=name, rel=r.part(f, "rel"), unit=said), mod=mod)
    if rel is Relation.PAST and grain != "weekend" and anchor is not None and not backward:
        span = DateSpan(_back(anchor.day, grain), anchor.day, grain)
        return replace(meaning, span=span, reason=because("unit-up-to", anchor=name, unit=said))
    return meaning


def _is_counted_back(rel: Relation | None, grain: Grain, first: str, r: Reader) -> bool:
    """Is it counted from what was mentioned before, and not from the article's day? ``first`` is its first word."""
    if rel in _AGAIN or (rel is Relation.NEXT and first in r.around.the and grain == "day"):
        return True
    now = rel in (Relation.THIS, Relation.CURRENT)
    return r.history and (now or (rel is Relation.NEXT and first in r.around.this_next))


def _steps(rel: Relation | None, grain: Grain) -> int:
    """How many periods on from the one that it is counted from."""
    if rel is Relation.PAST and grain == "decade":
        return 0
    return -1 if rel in BACK or rel is Relation.LATEST else 1 if rel in AHEAD else 0


def _last_quarter(quarter: Period, anchor: Anchor | DateAnchor) -> Meaning:
    return of_period(quarter, reason=because("last-quarter", anchor=anchor))


def _back(day: dt.date, grain: Grain) -> dt.date:
    months = MONTHS_IN.get(grain)
    return add_months(day, -months) if months else day - dt.timedelta(7)


def _period_again(r: Reader, f: Found, rel: Relation | None) -> Meaning | None:
    if r.low(f.parts["unit"][0]) not in r.around.period:
        return refused(r, "too vague for a time")
    recent = r.recent(f.i)
    if recent is None and rel is Relation.LATEST and (anchor := r.anchor(f.i)) is not None:
        recent = Period.containing(anchor.day, "quarter").shift(-1)
    if recent is None or rel not in _LATEST:
        return refused(r, "nothing to count from")
    years = -1 if rel is Relation.CORRESPONDING else 0
    period = Period.containing(add_months(recent.first, 12 * years), recent.grain)
    return of_period(period, reason=because("period-again", anchor=DateAnchor(recent.value)))


def resolve_the_unit(r: Reader, f: Found) -> Meaning | None:
    unit, around = r.unit(f), r.around
    grain = grain_of(unit)
    anchor = r.day_told_of(f.i)
    if anchor is None:
        known = grain in ("weekend", "quarter")
        return Meaning("DATE", UNRESOLVED[grain], reason=UNCOUNTED) if known and grain else None
    if grain == "weekend":
        period = Period.containing(anchor.day, "weekend")
        if period.first > anchor.day and r.direction(f) != "future":
            period = period.shift(-1)
        return of_period(period, reason=because("weekend", anchor=anchor))
    before, after = r.low(f.i - 1), r.low(f.j)
    if grain == "quarter" and after == "-":
        return None
    end = _period_end(r, f)
    if grain == "quarter" and end is not None:
        reason = because("quarter-ended", anchor=DateAnchor(end.isoformat()))
        return of_period(Period.containing(end, "quarter"), reason=reason)
    if grain == "year" and after in around.ended:
        return Meaning("DURATION", "P1Y", reason=LENGTH)
    if grain == "quarter":
        base = r.last_quarter[1] if r.last_quarter else Period.containing(anchor.day, "quarter").shift(-1)
        return _last_quarter(base, anchor)
    if grain == "year" and before in around.before_the_year:
        return of_period(Period.containing(anchor.day, "year"), reason=because("year-of", anchor=anchor))
    if unit == _WEEK and (before in around.before_the_week or after in around.possessive):
        back = -1 if anchor.day.weekday() < 2 else 0
        period = Period.containing(anchor.day, "week").shift(back)
        return of_period(period, reason=because("week-of", anchor=anchor))
    return refused(r, "too vague for a time")


def _period_end(r: Reader, f: Found) -> dt.date | None:
    """The day that "the quarter ended Sept. 30" names after it."""
    if r.low(f.j) not in r.around.ended:
        return None
    month = r.lex.numbers.get(r.low(f.j + 1))
    k = f.j + 2 + (r.low(f.j + 2) == ".")
    anchor = r.anchor(f.i)
    if month is None or anchor is None or not r.low(k).isdigit() or len(r.low(k)) > 2:
        return None
    year = k + 1 + (r.low(k + 1) == ",")
    if r.tokens.codes[year : year + 1] == r.lex.classes["year"]:
        return make_day(int(r.low(year)), month, int(r.low(k)))
    day = make_day(anchor.day.year, month, int(r.low(k)))
    if day is None:
        return None
    return day if day <= anchor.day or r.low(f.j) in r.around.ending else make_day(day.year - 1, month, int(r.low(k)))


def resolve_edge_of(r: Reader, f: Found) -> Meaning | None:
    unit, the = r.unit(f), r.relation(f, "the")
    grain = grain_of(unit)
    i, j = f.parts["edge"]
    ends = any(r.low(k) in r.around.end for k in range(i, j))
    if unit is None or grain is None or (grain == "day" and ends):
        return refused(r, "too vague for a time")
    anchor = r.anchor(f.i) if the is Relation.LAST else r.day_told_of(f.i)
    if anchor is None:
        return Meaning("DATE", UNRESOLVED[grain], mod=r.mod(f, "edge"), reason=UNCOUNTED)
    base, name = Period.containing(anchor.day, grain), anchor.named
    if the is Relation.THAT and (last := r.mentioned_last()) is not None:
        base = Period.containing(last.first, grain)
        name = DateAnchor(last.value, LAST)
    period = base.shift(NEXT_TO.get(the, 0))
    edge = r.relation(f, "edge")
    start = f.parts["the"][0] if edge in EDGES and unit.code in ("W", "D") else -1
    span = period.span
    if edge in EDGES and anchor.day in span:
        early = edge is Relation.EARLIER
        span = DateSpan(span.first, anchor.day, grain) if early else DateSpan(anchor.day, span.last, grain)
    rule = "edge" if r.is_class(j - 1, "of") else "edge-in"
    reason = because(rule, anchor=name, edge=r.part(f, "edge"), rel=r.part(f, "the"), unit=r.part(f, "unit"))
    return Meaning("DATE", period.value, span, period, mod=r.mod(f, "edge"), start=start, reason=reason)


def shift_day(day: dt.date, unit: str, count: float, sign: int) -> Period:
    """The period ``count`` units (of a code) before (-1) or after (1) a day, at the unit's own granularity."""
    grain: Grain | None = UNIT_GRAIN.get(unit)
    whole = int(count)
    if grain is None:
        return Period(day, "day")
    if unit == "E":
        return Period.containing(add_months(day, 120 * whole * sign), "year")
    if unit == "F":
        return Period.containing(day + dt.timedelta(14 * whole * sign), "week")
    if whole != count and unit in UNIT_MONTHS:
        # A rounded length names no day: "a month and a half ago" is as fine as "two months ago".
        moved = add_months(day, sign * int(count * UNIT_MONTHS[unit]))
        left = count * UNIT_MONTHS[unit] % 1
        return Period.containing(moved + sign * left * dt.timedelta(_DAYS_OF_MONTH), "month")
    return Period.containing(day, grain).shift(sign * whole)


def resolve_shifted(r: Reader, f: Found) -> Meaning | None:
    unit, way = r.unit(f), r.relation(f, "dir")
    if unit is None:
        return None
    said, code = r.part(f, "unit"), unit.code
    many: Amount = amount(r, f, "count")
    if "half" in f.parts and many.count is not None:
        many = Amount(many.count + 0.5, many.words)
    sign = 1 if way in ONWARDS else -1
    if way in _BESIDE and r.low(f.j) == r.low(f.parts["unit"][0]):
        return refused(r, "no time as it stands here")
    if way in _BESIDE and (r.low(f.j)[:1] not in (".", ",", ";", ")") or r.last_day is None):
        return _beside(code, f, many)
    again = _a_year_from_recent(r, f, way, many, sign)
    if again is not None:
        return again
    anchor = _counted_from(r, f, way, code)
    if anchor is None and way is Relation.EARLIER and many.count is not None and _is_from_day_told(r, code):
        return Meaning("DATE", UNRESOLVED["day"], reason=because("untold"))
    if way in FROM_TOLD and (anchor is None or many.count is None):
        return _beside(code, f, many)
    if many.count is None:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", reason=because("unnamed"))
    grain = UNIT_GRAIN.get(code)
    if anchor is None and grain is not None:
        return Meaning("DATE", UNRESOLVED[grain], reason=UNCOUNTED)
    if anchor is not None and way is Relation.AGO and not anchor.narrative and _same_day(code, many.count):
        reason = because("same-day", anchor=anchor, count=many.words, unit=said)
        return of_day(anchor.day, reason=reason, mod=many.mod)
    if anchor is None or grain is None:
        stop = f.parts["dir"][0] if way in FROM_TOLD else -1
        return Meaning("DURATION", length_value(many, code), reason=LENGTH, stop=stop)
    period = shift_day(anchor.day, code, many.count, sign)
    rule = "shifted-half" if "half" in f.parts else "shifted"
    reason = because(rule, anchor=anchor, count=many.words, unit=said, side=sign)
    return _bounded_shift(r, f, of_period(period, reason=reason, mod=many.mod), anchor.day, code, sign * many.count)


def _a_year_from_recent(r: Reader, f: Found, way: Relation | None, many: Amount, sign: int) -> Meaning | None:
    """ "a year earlier", "a year ago": as fine as the period mentioned last, where it is counted from that."""
    if many.count != 1 or r.unit(f) != _YEAR:
        return None
    if way is Relation.AGO:
        grains: tuple[str, ...] = ("day", "quarter")
    elif (way in FROM_TOLD or way in _BESIDE) and r.last_date is not None:
        grains = ("day", "quarter", "month", "half", "year")
    else:
        return None
    recent = r.recent(f.i)
    return _of_recent(recent, sign) if recent is not None and recent.grain in grains else None


def _is_from_day_told(r: Reader, code: str) -> bool:
    """Whether so short a length is counted from the day that the text told last."""
    if r.last_date is None or (r.history and r.story is not None):
        return False
    return r.last_date[1].grain == "day" and code in _SHORT


def _counted_from(r: Reader, f: Found, way: Relation | None, code: str) -> Anchor | None:
    """What so many units are counted from: the article's day, or what the text told last."""
    if not (way in FROM_TOLD or way in _BESIDE) or r.last_date is None:
        return None if way is Relation.LATER else r.anchor(f.i)
    told = r.last_date[1]
    if r.history and r.story is not None:
        return r.day_told_of(f.i)
    if code == "Y" and way is Relation.EARLIER and r.dct is not None:
        return r.anchor(f.i)
    if _is_from_day_told(r, code):
        return r.day_before(f.i)
    if told.grain == "day" or (code in _LONG and told.grain in ("month", "year")):
        return Anchor(told.first, LAST)
    return None if way is Relation.LATER else r.anchor(f.i)


def _bounded_shift(r: Reader, f: Found, meaning: Meaning, base: dt.date, code: str, moved: float) -> Meaning:
    """With the span that "more than", "within" or "about" leave to a length of so many units from a day."""
    bound = modifier_before(r, f.i)
    mod, days = bound[1] if bound else meaning.mod, UNIT_DAYS.get(code)
    if mod is None or days is None or (mod == ROUGH and days > 1):
        return meaning
    counted = base + dt.timedelta(round(moved * days))
    span = bounded(base, counted, 1 if moved > 0 else -1, mod, abs(moved), code)
    reason = because("bounded", of=meaning.reason, bound=" ".join(bound[0])) if bound else meaning.reason
    return replace(meaning, span=span, reason=reason)


def _same_day(unit: str, count: float) -> bool:
    """Whether hours or minutes ago are most likely of the same day: half a day at most."""
    hours = {"H": 1.0, "m": 1 / 60}.get(unit)
    return hours is not None and count * hours <= 12


def resolve_from_weekday(r: Reader, f: Found) -> Meaning | None:
    """ "a week from Saturday", "two weeks from today"."""
    many, unit, anchor = amount(r, f, "count"), r.unit(f), r.anchor(f.i)
    weekday = r.number(f, "wday")
    grain = grain_of(unit)
    if unit is None or grain not in ("day", "week", "month", "year") or many.count is None:
        return None
    if anchor is None:
        return Meaning("DATE", UNRESOLVED["day"], reason=UNCOUNTED)
    first = anchor.day
    if weekday is not None:
        first += dt.timedelta((weekday - first.weekday() - 1) % 7 + 1)
    else:
        first += dt.timedelta(r.number(f, "day") or 0)
    months = UNIT_MONTHS.get(unit.code)
    count = int(many.count)
    day = add_months(first, months * count) if months else first + dt.timedelta(UNIT_DAYS[unit.code] * count)
    reason = because("from-day", anchor=anchor, count=many.words, unit=r.part(f, "unit"), day=first.isoformat())
    return of_day(day, reason=reason)


def resolve_weekday_after(r: Reader, f: Found) -> Meaning | None:
    """ "the Saturday following her death": from the last day mentioned, or, of what is to come, from the article's."""
    weekday, way = r.number(f, "wday"), r.relation(f, "dir")
    sign = 1 if way in (Relation.AFTER, Relation.FOLLOWING) else -1
    anchor = r.anchor(f.i)
    if r.day_is_near(f.i) and r.last_day is not None:
        anchor = Anchor(r.last_day[1], LAST)
    if weekday is None:
        return None
    told = not r.day_is_near(f.i) and (sign < 0 or r.direction(f) == "past" or way is not Relation.FOLLOWING)
    if anchor is None or told:
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=FROM_EVENT, stop=f.j - 1)
    away = (weekday - anchor.day.weekday()) * sign
    day = anchor.day + dt.timedelta(sign * ((away - 1) % 7 + 1))
    return replace(of_day(day, reason=because("first-weekday", anchor=anchor, side=sign)), stop=f.j - 1)


def _of_recent(recent: Period, sign: int) -> Meaning:
    period = Period.containing(add_months(recent.first, 12 * sign), recent.grain)
    return of_period(period, reason=because("a-year", anchor=DateAnchor(recent.value), side=sign))


def _beside(code: str, f: Found, many: Amount) -> Meaning:
    """ "two days after the attack": the length; the event's day is worked out by :mod:`leadup.times.events`."""
    return Meaning("DURATION", length_value(many, code), reason=FROM_EVENT, anchor_event=True, stop=f.parts["dir"][0])


def resolve_beside_day(r: Reader, f: Found) -> Meaning | None:
    """ "the day before": of the last day mentioned where nothing follows, else of an event."""
    counted = "unit" in f.parts  # else a word that is a day by itself ("lendemain")
    if counted and r.unit(f) != _DAY:
        return None
    sign = 1 if r.relation(f, "dir") is Relation.AFTER else -1
    if r.low(f.j)[:1] in (",", ".", ";", ")", "") and (told := r.day_before(f.i)) is not None:
        base = told.day
        day = base + dt.timedelta(sign)
        return of_day(day, reason=because("beside-last", anchor=DateAnchor(base.isoformat()), side=sign))
    stop = f.parts["dir"][0] if counted else -1
    return Meaning("DATE", UNRESOLVED["day"], reason=FROM_EVENT, anchor_event=True, stop=stop)


def resolve_ago_hyphen(r: Reader, f: Found) -> Meaning | None:
    """ "year-earlier" before a noun."""
    return resolve_ago_period(r, f) if r.unit_at(f.i) == _YEAR else None


def resolve_ago_period(r: Reader, f: Found) -> Meaning | None:
    recent = r.recent(f.i)
    anchor = r.anchor(f.i)
    number = r.number(f, "ord") if "quarter" in f.parts else None
    if number is not None and anchor is not None and 1 <= number <= 4:
        recent = Period(dt.date(anchor.day.year, 3 * number - 2, 1), "quarter")
    if recent is not None:
        return _of_recent(recent, -1)
    if anchor is None:
        return refused(r, "nothing to count from")
    period = Period.containing(anchor.day, "year").shift(-1)
    return of_period(period, reason=because("year-before", anchor=anchor))
