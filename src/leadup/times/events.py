"""Expressions counted from an event: "a day after the Dec. 29 attack", "hours after the killing", "the day before".

Where the words that follow date the event, the expression's span is the day it comes to; under a date heading, that
heading's day; else it is not known, and only marked as hanging on an event.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateAnchor, DateSpan
from leadup.model.reason import EVENT
from leadup.times.compose import Placed, modifier_before
from leadup.times.grammar import Found
from leadup.times.lengths import UNIT_DAYS, amount, bounded
from leadup.times.meaning import Meaning, because
from leadup.times.period import Period, add_months
from leadup.times.reader import Reader, Unit
from leadup.times.relations import Relation

_DAY = Unit("D", False)
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_REACH = 10
"""How many tokens after "a day after" the event's own date may stand."""


def shifted_day(day: dt.date, count: float, unit: str, sign: int) -> dt.date:
    """The day ``count`` units (of a code) after (1) or before (-1) one; hours stay on it, 24 of them make a day."""
    if unit in UNIT_DAYS:
        return day + dt.timedelta(round(count * UNIT_DAYS[unit]) * sign)
    months = _MONTHS.get(unit)
    if months is not None:
        return add_months(day, round(count * months) * sign)
    return day + dt.timedelta(int(count / 24) * sign) if unit == "H" else day


def _event_day(r: Reader, placed: list[Placed], k: int) -> tuple[dt.date, DateAnchor] | None:
    """The day of the event that follows expression ``k``, from the next date in its clause."""
    if k + 1 >= len(placed):
        return None
    here, then = placed[k], placed[k + 1]
    period = then.meaning.period
    if period is None or period.grain != "day" or then.i - here.j > _REACH:
        return None
    if any(r.low(t) in (",", ";", ":", "(") for t in range(here.j, then.i)) or r.tokens.sentence_ends(here.j, then.i):
        return None
    return period.first, DateAnchor(period.first.isoformat(), EVENT)


def counted_from_events(r: Reader, placed: list[Placed], founds: dict[int, Found]) -> list[Placed]:
    """The expressions, those that hang on an event with the day that they come to, where it can be known."""
    out: list[Placed] = []
    for k, here in enumerate(placed):
        event = founds.get(here.j - 1)
        if not here.meaning.anchor_event or event is None:
            out.append(here)
            continue
        out.append(replace(here, meaning=_counted(r, placed, k, event)))
    return out


def _counted(r: Reader, placed: list[Placed], k: int, f: Found) -> Meaning:
    meaning = placed[k].meaning
    unit, said = r.unit(f) if "unit" in f.parts else _DAY, r.part(f, "unit")
    if unit is None:
        return meaning
    sign = 1 if r.relation(f, "dir") is Relation.AFTER else -1
    many = amount(r, f, "count")
    count = many.count if "count" in f.parts else None if unit.many else 1.0
    half = "half" in f.parts
    if half and count is not None:
        count += 0.5
    event = _event_day(r, placed, k)
    if event is not None and (count is not None or (unit.many and unit.code in ("H", "m", "S"))):
        try:
            day = shifted_day(event[0], count or 0, unit.code, sign)
        except OverflowError:
            return meaning
        rule = "shifted-half" if half else "shifted" if "count" in f.parts or unit.many else "one-shifted"
        reason = because(rule, anchor=event[1], count=many.words, unit=said, side=sign)
        modifier = modifier_before(r, f.i)
        if modifier:
            reason = because("bounded", of=reason, bound=" ".join(modifier[0]))
        span = bounded(event[0], day, sign, meaning.mod or many.mod, count or 0, unit.code)
        if meaning.type == "DATE":
            return replace(meaning, value=day.isoformat(), span=span, period=Period(day, "day"), reason=reason)
        return replace(meaning, span=span, reason=reason)
    if r.history and count is not None and (told := r.told_at.get(f.i)) is not None:
        day = shifted_day(told, count, unit.code, sign)
        rule, anchor = "shifted-last" if many.words else "one-shifted-last", DateAnchor(told.isoformat())
        reason = because(rule, anchor=anchor, count=many.words, unit=said, side=sign)
        return replace(meaning, type="DATE", value=day.isoformat(), span=DateSpan.day(day), reason=reason)
    under = r.anchor(f.i)
    if under is not None and under.section and sign > 0:
        return replace(meaning, span=DateSpan.day(under.day), reason=because("event-under", anchor=under))
    return meaning
