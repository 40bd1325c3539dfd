"""Lengths of time and repeated times: durations, windows next to now, sets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leadup.lang import DEFAULT
from leadup.model import DateSpan
from leadup.times.context import Context
from leadup.times.grammar import Found
from leadup.times.meaning import LENGTH, Meaning, because, refused
from leadup.times.period import Grain
from leadup.times.reader import Reader, Unit
from leadup.times.relations import Relation
from leadup.times.tokens import Lexicon

UNIT_GRAIN: dict[str, Grain] = {
    "D": "day", "W": "week", "M": "month", "Y": "year", "E": "decade", "C": "century", "Q": "quarter", "K": "weekend",
    "F": "week",
}  # fmt: skip
"""The grain of a unit by its code; hours, minutes and seconds have none."""
UNIT_MONTHS = {"Y": 12, "M": 1, "E": 120}
UNIT_DAYS = {"D": 1, "W": 7, "F": 14}
UP_TO, FROM_ON, ROUGH = ("LESS_THAN", "EQUAL_OR_LESS"), ("MORE_THAN", "EQUAL_OR_MORE"), "APPROX"
ROUGHLY = 0.25
"""The share of a length by which "about" it may be off; set by hand, so that no rough length counts to one day."""
_SCALE = 100
"""Numbers from here on multiply what stands before them ("two hundred"), and ten times so much ends a group."""
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MULTIPLE = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}


_DAY, _SECOND, _QUARTER = Unit("D", False), Unit("S", False), Unit("Q", False)
_MONTHS, _QUARTERS = Unit("M", True), Unit("Q", True)


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: ``count`` is None where the words give no number; ``words`` are the words."""

    count: float | None
    words: str
    mod: str | None = None


def grain_of(unit: Unit | None) -> Grain | None:
    """The grain of a unit, where there is one and it has one."""
    return None if unit is None else UNIT_GRAIN.get(unit.code)


def _fraction(word: str) -> float:
    top, _, bottom = word.replace("\\", "").partition("/")
    if not bottom.isdigit() or not top.isdigit() or int(bottom) == 0:
        return _FRACTIONS.get(word, 0.0)
    return int(top) / int(bottom)


def count_of(words: list[str], lex: Lexicon, around: Context) -> float | None:
    """The number that words spell ("two hundred and ten", "2 1/2", "1,500"), None where they spell none."""
    total, group, seen = 0.0, 0.0, False
    for k, word in enumerate(words):
        number = lex.numbers.get(word)
        if word[0].isdigit() and "/" not in word:
            digits = word.replace(",", "")
            if len(digits) > 12:
                return None
            group, seen = group + float(digits), True
        elif "/" in word or word in _FRACTIONS:
            group, seen = group + _fraction(word), True
        elif word in around.half:
            group, seen = group + 0.5, True
        elif number is not None and number >= _SCALE:
            group, seen = (group or 1) * number, True
            if number >= 10 * _SCALE:
                total, group = total + group, 0.0
        elif word in around.a and k == 0:
            if len(words) == 1 or words[1] == "-":
                group, seen = 1.0, True
        elif number is not None:
            group, seen = group + number, True
    return total + group if seen else None


def amount(r: Reader, f: Found, name: str) -> Amount:
    """The amount that a part of an expression gives; of "12 to 18" it is unknown."""
    if name not in f.parts:
        return Amount(None, "")
    i, j = f.parts[name]
    words = [r.low(k) for k in range(i, j)]
    text = " ".join(words)
    if any(r.is_class(k, "many") for k in range(i, j)):
        rough = next((r.lex.rough[word] for word in words if word in r.lex.rough), None)
        return Amount(rough, text, None if rough is None else ROUGH)
    around = r.around
    for k, word in enumerate(words):
        then = words[k + 1][0] if k < len(words) - 1 else ""
        if word in around.choices and k > 0 and then.isalnum() and words[k - 1] not in around.ands:
            if word == "-" and not then.isdigit():
                continue
            return Amount(None, text)
    count = count_of(words, r.lex, around)
    return Amount(count, text if r.language == DEFAULT or count is None else _plain(count))


def bounded(start: dt.date, day: dt.date, sign: int, mod: str | None, count: float, unit: str) -> DateSpan:
    """The days that ``day`` stands for, ``count`` units from ``start`` onwards (sign 1) or back (-1), under a modifier.

    "Less than two weeks before" is from the day counted up to the start, "more than" beyond it and open, "about" some
    days either way; what stays on the start's own day ("nearly an hour after") is that day.
    """
    if day != start and mod in UP_TO:
        return DateSpan(min(start, day), max(start, day))
    if day != start and mod in FROM_ON:
        return DateSpan(day, None) if sign > 0 else DateSpan(None, day)
    if day != start and mod == ROUGH:
        away = dt.timedelta(_slack(count, unit))
        return DateSpan(day - away, day + away)
    return DateSpan.day(day)


def _slack(count: float, unit: str) -> int:
    """How many days "about" so many units may be off: a quarter of them; hours and minutes stay where they are."""
    days = UNIT_DAYS.get(unit) or 30 * UNIT_MONTHS.get(unit, 0)
    return max(1, round(count * days * ROUGHLY)) if days else 0


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def length_value(many: Amount, code: str) -> str:
    """The TIMEX3 value of a length in units of a code: ``P3D``, ``PT5H30M``, ``P2Y6M``, ``PXW``."""
    number = many.count
    if code in _MULTIPLE and (number is not None or code != "C"):
        factor, code = _MULTIPLE[code]
        number = None if number is None else number * factor
    if code == "K":
        return "P" + ("X" if number is None else _plain(number)) + "WE"
    head = "PT" if code in ("H", "m", "S") else "P"
    shown = code.upper()
    if number is None:
        return f"{head}X{shown}"
    whole, rest = int(number), number - int(number)
    smaller = {"Y": ("M", 12), "H": ("M", 60), "m": ("S", 60)}.get(code)
    if rest and smaller is not None:
        return head + (f"{whole}{shown}" if whole else "") + f"{round(rest * smaller[1])}{smaller[0]}"
    return f"{head}{_plain(number)}{shown}"


def resolve_length(r: Reader, f: Found) -> Meaning | None:
    unit, around = r.unit(f), r.around
    if unit is None or (unit.many and r.tokens.goes_on(f.j, around.per_unit)):
        return refused(r, "no time as it stands here")
    after = r.low(f.j + 1) if r.low(f.j) == "-" else r.low(f.j)
    if "old" in f.parts or after in around.old or r.tokens.goes_on(f.j, around.ages):
        return refused(r, "an age")
    many = amount(r, f, "count")
    if unit in (_SECOND, _QUARTER):  # most often the second or the quarter of something
        if r.part(f, "count") in around.a or many.count is None:
            return refused(r, "too vague for a time")
    elif unit.code == "S" and many.count is None:
        return refused(r, "too vague for a time")
    if "half" in f.parts and many.count is not None:
        many = Amount(many.count + 0.5, many.words)
    if unit == _DAY and many.words in around.a:
        return refused(r, "too vague for a time")
    parts = unit == _QUARTERS and many.words in around.three
    if parts and (r.low(f.j - 2) == "-" or r.low(f.j) in around.of):
        return refused(r, "no time as it stands here")
    some_day = unit == _DAY and many.words in around.one and r.low(f.j - 2) != "-"
    if some_day and around.modals & {r.low(f.i - 1), r.low(f.j)}:
        return Meaning("DATE", "FUTURE_REF", reason=because("unnamed-day"))
    if unit == _MONTHS and many.count in (3, 6, 9) and r.low(f.i) in around.the:
        r.last_months = f.i
    return Meaning("DURATION", length_value(many, unit.code), mod=many.mod, reason=LENGTH)


def resolve_lengths(r: Reader, f: Found) -> Meaning | None:
    unit = r.unit(f)
    if unit is None or r.low(f.j) in r.around.after_bare_units or unit.code in ("S", "m"):
        return refused(r, "no time as it stands here")
    if r.low(f.i - 1) not in r.around.before_bare_units:
        return refused(r, "no time as it stands here")
    return Meaning("DURATION", length_value(Amount(None, ""), unit.code), reason=LENGTH)


def resolve_long(r: Reader, f: Found) -> Meaning | None:
    """ "day-long", "decades-long", "five-week-long"."""
    unit = r.unit(f)
    if unit is None:
        return None
    if "count" in f.parts:
        counted = amount(r, f, "count")
        return Meaning("DURATION", length_value(counted, unit.code), mod=counted.mod, reason=LENGTH, stop=f.j - 2)
    many = Amount(None, "") if unit.many else Amount(1, "")
    return Meaning("DURATION", length_value(many, unit.code), reason=LENGTH)


def resolve_units_ahead(r: Reader, f: Found) -> Meaning | None:
    """ "the weeks ahead"."""
    unit = r.unit_at(f.i + 1)
    return None if unit is None else Meaning("DURATION", length_value(Amount(None, ""), unit.code), reason=LENGTH)


def resolve_window(r: Reader, f: Found) -> Meaning | None:
    many, unit = amount(r, f, "count"), r.unit(f)
    if unit is None:
        return None
    if r.relation(f, "rel") is Relation.FIRST and unit == _MONTHS:
        r.last_months = f.i
    reason = because("window", rel=r.part(f, "rel"), count=many.words, unit=r.part(f, "unit"))
    return Meaning("DURATION", length_value(many, unit.code), mod=many.mod, reason=reason)


def resolve_each(r: Reader, f: Found) -> Meaning | None:
    unit = r.unit(f)
    reason = because("every", unit=r.part(f, "unit"))
    if unit is None:
        code = r.lex.codes.get(r.low(f.j - 1), "")
        return Meaning("SET", f"XXXX-XX-XXT{code}", reason=reason) if len(code) == 2 else None
    n = 2 if r.is_a(f, "n", "other") else r.number(f, "n") if "n" in f.parts else 1
    return Meaning("SET", length_value(Amount(n or 1, ""), unit.code), reason=reason)


def resolve_daily(r: Reader, f: Found) -> Meaning | None:
    word = r.low(f.i)
    return Meaning("SET", r.lex.codes.get(word, "P1D"), reason=because("repeated", word=word))


def resolve_a_unit(r: Reader, f: Found) -> Meaning | None:
    unit = r.unit(f)
    before = r.low(f.i - 1)
    if unit is None or (before in r.around.counted_units and unit.code in ("D", "W")):
        return refused(r, "no time as it stands here")
    per = r.is_a(f, "per", "per")
    if not per and not _counted(r, f.i - 1):
        if r.low(f.j) in r.around.old:
            return refused(r, "an age")
        if unit.code == "D":
            return refused(r, "too vague for a time")
        return Meaning("DURATION", length_value(Amount(1, ""), unit.code), reason=LENGTH)
    if per or before:
        reason = because("every", unit=r.part(f, "unit"))
        return Meaning("SET", length_value(Amount(1, ""), unit.code), reason=reason)
    return None


def _counted(r: Reader, i: int) -> bool:
    """Whether the words before "a year" count or price something ("$3 million a year", "twice a week")."""
    classes = r.lex.classes
    word = r.low(i)
    if word in r.around.counted:
        return True
    kinds = {classes["dayno"], classes["num"], classes["bigint"], classes["bignum"], classes["numword"]}
    if i >= 0 and r.tokens.codes[i] in kinds:
        return True
    plural = word.endswith(r.lex.shapes.plural_nouns)
    return i >= 1 and r.tokens.codes[i - 1] in kinds and plural and r.tokens.words[i].islower()


def resolve_now(r: Reader, _f: Found) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF", reason=because("now")) if r.vague else refused(r, "too vague for a time")


def resolve_these_days(r: Reader, f: Found) -> Meaning | None:
    """ "these days"."""
    if not r.tokens.goes_on(f.i, r.around.these_days) or not r.vague:
        return refused(r, "too vague for a time")
    return Meaning("DATE", "PRESENT_REF", reason=because("now"))


def resolve_recently(r: Reader, _f: Found) -> Meaning | None:
    return Meaning("DATE", "PAST_REF", reason=because("recent")) if r.vague else refused(r, "too vague for a time")


def resolve_future(r: Reader, f: Found) -> Meaning | None:
    if r.low(f.j - 2) in r.around.far_future:
        return refused(r, "too vague for a time")
    value = "PAST_REF" if r.is_a(f, "when", "past") else "FUTURE_REF"
    return Meaning("DATE", value, reason=because("unnamed-day")) if r.vague else refused(r, "too vague for a time")


def resolve_recent(r: Reader, f: Found) -> Meaning | None:
    if not (r.vague and r.is_class(f.i, "current")):
        return refused(r, "too vague for a time")
    return Meaning("DATE", "PRESENT_REF", reason=because("now"))
