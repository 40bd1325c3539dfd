"""Expressions that make one together ("10 p.m. Wednesday"), and the modifiers that stand before one ("at least")."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache

from leadup.lang import kept_rows
from leadup.model import DateSpan
from leadup.times.clock import moved
from leadup.times.grammar import rules
from leadup.times.meaning import Meaning, because
from leadup.times.period import Period, add_months
from leadup.times.reader import Reader

_FAR = 8
_GOES_ON = rules("unit_rel", "beside", "shifted")

Modifier = tuple[tuple[str, ...], str, bool, frozenset[str]]
"""Words before an amount, the modifier they make, whether they are part of the expression, and of which rules not."""


@cache
def _modifiers(language: str) -> tuple[Modifier, ...]:
    """What stands before an amount, the modifier it makes, and whether it is part of the expression in gold sets."""
    table = (cells[:4] for cells in kept_rows("dates_modifiers", language))
    return tuple((tuple(w.split()), mod, bool(inside), frozenset(no.split())) for w, mod, inside, no in table)


_TAKES_MODIFIER = rules("length", "shifted", "window", "a_unit")


@dataclass(frozen=True, slots=True)
class Placed:
    """A meaning and the tokens ``[i, j)`` it was read from."""

    i: int
    j: int
    rule: str
    meaning: Meaning


def ordered(r: Reader, left: Placed, right: Placed) -> Placed:
    """The second end of a range ("from Friday to Monday", "between March and May"), moved past the first."""
    gap = _gap(r, left, right)
    if gap not in r.around.range_words or left.rule != right.rule:
        return right
    alone = gap[0] in r.around.ands and r.low(left.i - 1) not in r.around.between
    if left.rule not in ("weekday", "month") or alone:
        return right
    a, b = left.meaning.period, right.meaning.period
    if a is None or b is None or b.first >= a.first:
        return right
    period = (
        b.shift(1)
        if b.grain == "week"
        else Period.containing(b.first + dt.timedelta(7) if b.grain == "day" else add_months(b.first, 12), b.grain)
    )
    reason = because("range-end", anchor=right.meaning.reason.anchor, first=a.value)
    meaning = replace(right.meaning, value=period.value, span=period.span, period=period, reason=reason)
    return replace(right, meaning=meaning)


def agreeing(r: Reader, left: Placed, right: Placed) -> Placed:
    """A day explained by a date, "Thursday (March 14)", "the next day, March 14,": it is of that date."""
    told = left.rule in _GOES_ON and r.lex.codes.get(r.low(left.j - 1)) == "D"
    if not (told or left.rule in ("weekday", "weekday_part")) or right.rule not in ("date", "date_dmy"):
        return left
    a, b = left.meaning.period, right.meaning.period
    if _gap(r, left, right) not in (("(",), (",",)) or b is None or b.grain != "day":
        return left
    if told:
        return replace(left, meaning=replace(right.meaning, clock=left.meaning.clock, start=left.meaning.start))
    if a is None or a.first.weekday() != b.first.weekday():
        return left
    value = b.value + left.meaning.clock
    span = DateSpan(b.first, b.first, left.meaning.span.granularity) if left.meaning.span else b.span
    return replace(left, meaning=replace(left.meaning, value=value, span=span, period=b, reason=right.meaning.reason))


def opened(r: Reader, i: int, m: Meaning) -> Meaning:
    """The meaning, its interval left open where the word before says so ("since Monday", "until March")."""
    if m.span is None or m.type not in ("DATE", "TIME"):
        return m
    before, span, reason = r.low(i - 1), m.span, m.reason
    if before in r.around.since and span.first is not None:
        reason = because("from", anchor=reason.anchor, of=reason)
        return replace(m, span=DateSpan(span.first, None, span.granularity), reason=reason)
    if before in r.around.until and span.last is not None:
        reason = because("up-to", anchor=reason.anchor, of=reason)
        return replace(m, span=DateSpan(None, span.last, span.granularity), reason=reason)
    return m


def modifier_before(r: Reader, i: int) -> Modifier | None:
    """The modifier that ends right before token ``i``."""
    for modifier in _modifiers(r.language):
        words = modifier[0]
        start = i - len(words)
        if start >= 0 and r.low(i - 1) == words[-1] and all(r.low(start + k) == w for k, w in enumerate(words)):
            return modifier
    return None


def with_modifier(r: Reader, p: Placed) -> Placed:
    """The expression with the modifier before it, where there is one."""
    if p.rule not in _TAKES_MODIFIER or p.meaning.type == "SET" or (modifier := modifier_before(r, p.i)) is None:
        return p
    words, mod, inside, never = modifier
    if p.rule in never:
        return p
    return replace(p, i=p.i - len(words) if inside else p.i, meaning=replace(p.meaning, mod=p.meaning.mod or mod))


def _gap(r: Reader, left: Placed, right: Placed) -> tuple[str, ...] | None:
    if right.i - left.j > 3:
        return None
    return tuple([r.low(k) for k in range(left.j, right.i)])


def _is_clock(m: Meaning) -> bool:
    return m.type == "TIME" and bool(m.clock)


def _is_day(m: Meaning) -> bool:
    return m.type == "DATE" and m.period is not None and m.period.grain == "day"


def joined(r: Reader, left: Placed, right: Placed) -> Placed | None:
    """The one expression that two neighbours make, None where they stay two."""
    gap = _gap(r, left, right)
    if gap is None or gap not in r.around.joining:
        return None
    a, b = left.meaning, right.meaning
    if _is_clock(a) and (_is_day(b) or (_is_clock(b) and b.period is not None and ":" not in b.clock)):
        if left.rule not in ("clock", "noon", "the_part", "at_part"):
            return None
        return Placed(left.i, right.j, left.rule, moved(a, b))
    if (
        gap in r.around.joining_clock
        and (_is_day(a) or (_is_clock(a) and a.period is not None))
        and right.rule in ("noon", "clock")
    ):
        return Placed(left.i, right.j, right.rule, moved(b, a))
    if gap == () and left.rule in ("date", "date_dmy") and right.rule == "the_part":
        return Placed(left.i, right.j, left.rule, moved(b, a))
    return None


def day_from_before(r: Reader, placed: list[Placed], now: Placed) -> Placed:
    """A bare time of day put on the day that its sentence named before it."""
    if now.rule not in ("clock", "noon") or not placed:
        return now
    last = placed[-1]
    m = last.meaning
    if m.period is None or m.period.grain != "day" or now.i - last.j > 25 or r.tokens.sentence_ends(last.j, now.i):
        return now
    return replace(now, meaning=moved(now.meaning, m))


def day_from_after(r: Reader, placed: list[Placed], now: Placed) -> None:
    """Put a bare time just before on the day that comes after it ("10:35 a.m. (0735 GMT) Friday")."""
    m = now.meaning
    if m.period is None or m.period.grain != "day":
        return
    for k in range(len(placed) - 1, max(-1, len(placed) - 3), -1):
        last = placed[k]
        if last.rule not in ("clock", "noon") or last.meaning.period is not None or now.i - last.j > _FAR:
            return
        if r.tokens.sentence_ends(last.j, now.i):
            return
        placed[k] = replace(last, meaning=moved(last.meaning, m))
