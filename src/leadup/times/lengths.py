"""Lengths of time and repeated times: durations, windows next to now, sets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leadup.lang import DEFAULT
from leadup.model import DateSpan
from leadup.times.grammar import Found
from leadup.times.meaning import LENGTH, Meaning, because
from leadup.times.period import Grain
from leadup.times.reader import Reader

UNIT_GRAIN: dict[str, Grain] = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "quarter": "quarter", "quarters": "quarter", "weekend": "weekend", "weekends": "weekend",
    "fortnight": "week", "fortnights": "week", "yrs": "year",
}  # fmt: skip
UNIT_MONTHS = {"year": 12, "years": 12, "month": 1, "months": 1, "decade": 120, "decades": 120}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
UP_TO, FROM_ON, ROUGH = ("LESS_THAN", "EQUAL_OR_LESS"), ("MORE_THAN", "EQUAL_OR_MORE"), "APPROX"
ROUGHLY = 0.25
"""The share of a length by which "about" it may be off; set by hand, so that no rough length counts to one day."""
_MULTIPLE = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: ``count`` is None where the words give no number; ``words`` are the words."""

    count: float | None
    words: str
    mod: str | None = None


def _fraction(word: str) -> float:
    top, _, bottom = word.replace("\\", "").partition("/")
    if not bottom.isdigit() or not top.isdigit() or int(bottom) == 0:
        return {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(word, 0.0)
    return int(top) / int(bottom)


def count_of(words: list[str], numbers: dict[str, int]) -> float | None:
    """The number that words spell ("two hundred and ten", "2 1/2", "1,500"), None where they spell none."""
    total, group, seen = 0.0, 0.0, False
    for k, word in enumerate(words):
        if word[0].isdigit() and "/" not in word:
            digits = word.replace(",", "")
            if len(digits) > 12:
                return None
            group, seen = group + float(digits), True
        elif "/" in word or word in "½¼¾":
            group, seen = group + _fraction(word), True
        elif word == "half":
            group, seen = group + 0.5, True
        elif word in ("hundred", "thousand", "million", "billion"):
            scale = numbers[word]
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
            seen = True
        elif word in ("a", "an") and k == 0:
            if len(words) == 1 or words[1] in ("-",):
                group, seen = 1.0, True
        elif word in numbers:
            group, seen = group + numbers[word], True
    return total + group if seen else None


def amount(r: Reader, f: Found, name: str) -> Amount:
    """The amount that a part of an expression gives; of "12 to 18" it is unknown."""
    if name not in f.parts:
        return Amount(None, "")
    i, j = f.parts[name]
    words = [r.low(k) for k in range(i, j)]
    text = " ".join(words)
    if any(r.tokens.codes[k] == r.lex.classes["many"] for k in range(i, j)):
        if "couple" in words:
            return Amount(2, text, "APPROX")
        return Amount(None, text)
    for k, word in enumerate(words):
        if word in ("to", "or", "-") and 0 < k < len(words) - 1 and words[k + 1][0].isalnum() and words[k - 1] != "and":
            if word == "-" and not words[k + 1][0].isdigit():
                continue
            return Amount(None, text)
    if text in ("half a", "half an", "a half"):
        return Amount(0.5, text)
    count = count_of(words, r.lex.numbers)
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
    days = UNIT_DAYS.get(unit.rstrip("s")) or 30 * UNIT_MONTHS.get(unit, 0)
    return max(1, round(count * days * ROUGHLY)) if days else 0


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def length_value(many: Amount, unit: str) -> str:
    """The TIMEX3 value of a length: ``P3D``, ``PT5H30M``, ``P2Y6M``, ``PXW``."""
    code = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "m", "second": "S",
            "decade": "E", "century": "C", "centurie": "C", "fortnight": "F", "weekend": "K", "quarter": "Q", "hr": "H",
            "min": "m", "yr": "Y"}.get(unit.rstrip("s"), "D")  # fmt: skip
    number = many.count
    if code in _MULTIPLE and (number is not None or code != "C"):
        factor, code = _MULTIPLE[code]
        number = None if number is None else number * factor
    if code == "K":
        return "P" + ("X" if number is None else _plain(number)) + "WE"
    head = "PT" if code in "HmS" else "P"
    shown = code.upper()
    if number is None:
        return f"{head}X{shown}"
    whole, rest = int(number), number - int(number)
    smaller = {"Y": ("M", 12), "H": ("M", 60), "m": ("S", 60)}.get(code)
    if rest and smaller is not None:
        return head + (f"{whole}{shown}" if whole else "") + f"{round(rest * smaller[1])}{smaller[0]}"
    return f"{head}{_plain(number)}{shown}"


def resolve_length(r: Reader, f: Found) -> Meaning | None:
    if r.low(f.j) == "of" and r.low(f.j + 1) == "age":
        return None
    if r.low(f.j) == "a" and r.low(f.j + 1) in ("day", "week") and r.part(f, "unit").endswith("s"):
        return None
    if "old" in f.parts or r.low(f.j) == "old" or (r.low(f.j) == "-" and r.low(f.j + 1) == "old"):
        return None
    many = amount(r, f, "count")
    unit = r.part(f, "unit")
    if unit in ("second", "quarter") and r.part(f, "count") in ("a", "an"):
        return None
    if unit in ("second", "quarter", "seconds") and many.count is None:
        return None
    if "half" in f.parts and many.count is not None:
        many = Amount(many.count + 0.5, many.words)
    if unit == "day" and many.words in ("a", "an", "some"):
        return None
    if unit == "quarters" and many.words == "three" and (r.low(f.j - 2) == "-" or r.low(f.j) == "of"):
        return None
    some_day = unit == "day" and many.words == "one" and r.low(f.j - 2) != "-"
    if some_day and r.context("modals") & {r.low(f.i - 1), r.low(f.j)}:
        return Meaning("DATE", "FUTURE_REF", reason=because("unnamed-day"))
    if unit == "months" and many.count in (3, 6, 9) and r.low(f.i) == "the":
        r.last_months = f.i
    return Meaning("DURATION", length_value(many, unit), mod=many.mod, reason=LENGTH)


def resolve_lengths(r: Reader, f: Found) -> Meaning | None:
    unit = r.part(f, "unit")
    if r.low(f.j) in ("old", "ago") or unit in ("seconds", "minutes"):
        return None
    if r.low(f.i - 1) not in r.context("before_bare_units"):
        return None
    return Meaning("DURATION", length_value(Amount(None, ""), unit), reason=LENGTH)


def resolve_long(r: Reader, f: Found) -> Meaning | None:
    """ "day-long", "decades-long", "five-week-long"."""
    unit = r.part(f, "unit")
    if "count" in f.parts:
        counted = amount(r, f, "count")
        return Meaning("DURATION", length_value(counted, unit), mod=counted.mod, reason=LENGTH, stop=f.j - 2)
    many = Amount(None, "") if unit.endswith("s") else Amount(1, "a")
    return Meaning("DURATION", length_value(many, unit), reason=LENGTH)


def resolve_units_ahead(r: Reader, f: Found) -> Meaning | None:
    """ "the weeks ahead"."""
    return Meaning("DURATION", length_value(Amount(None, ""), r.low(f.i + 1)), reason=LENGTH)


def resolve_window(r: Reader, f: Found) -> Meaning | None:
    many, unit, rel = amount(r, f, "count"), r.part(f, "unit"), r.part(f, "rel")
    if rel == "first" and unit == "months":
        r.last_months = f.i
    reason = because("window", rel=rel, count=many.words, unit=unit)
    return Meaning("DURATION", length_value(many, unit), mod=many.mod, reason=reason)


def resolve_each(r: Reader, f: Found) -> Meaning | None:
    unit = r.part(f, "unit")
    if unit in r.lex.codes and unit not in UNIT_GRAIN and len(r.lex.codes[unit]) == 2:
        return Meaning("SET", f"XXXX-XX-XXT{r.lex.codes[unit]}", reason=because("every", unit=unit))
    if unit not in UNIT_GRAIN and unit.rstrip("s") not in ("hour", "minute", "second"):
        return None
    n = r.number(f, "n") if "n" in f.parts else (2 if r.part(f, "n") == "other" else 1)
    if r.part(f, "n") == "other":
        n = 2
    return Meaning("SET", length_value(Amount(n or 1, ""), unit), reason=because("every", unit=unit))


def resolve_daily(r: Reader, f: Found) -> Meaning | None:
    word = r.low(f.i)
    return Meaning("SET", r.lex.codes.get(word, "P1D"), reason=because("repeated", word=word))


def resolve_a_unit(r: Reader, f: Found) -> Meaning | None:
    unit = r.part(f, "unit")
    before = r.low(f.i - 1)
    if before in ("hours", "days") and unit in ("day", "week"):
        return None
    if r.part(f, "per") != "per" and not _counted(r, f.i - 1):
        if r.low(f.j) == "old" or unit in ("day",):
            return None
        return Meaning("DURATION", length_value(Amount(1, "a"), unit), reason=LENGTH)
    if r.part(f, "per") == "per" or before:
        return Meaning("SET", length_value(Amount(1, "a"), unit), reason=because("every", unit=unit))
    return None


def _counted(r: Reader, i: int) -> bool:
    """Whether the words before "a year" count or price something ("$3 million a year", "twice a week")."""
    classes = r.lex.classes
    word = r.low(i)
    if word in ("twice", "once", "times", "%", "cents", "percent", "hours", "days", "dollars", "passengers"):
        return True
    kinds = {classes[k] for k in ("dayno", "num", "bigint", "bignum", "numword")}
    if i >= 0 and r.tokens.codes[i] in kinds:
        return True
    return i >= 1 and r.tokens.codes[i - 1] in kinds and word.endswith("s") and r.tokens.words[i].islower()


def resolve_now(r: Reader, _f: Found) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF", reason=because("now")) if r.vague else None


def resolve_these_days(r: Reader, f: Found) -> Meaning | None:
    """ "these days"."""
    if r.low(f.i) != "these" or r.low(f.i + 1) != "days" or not r.vague:
        return None
    return Meaning("DATE", "PRESENT_REF", reason=because("now"))


def resolve_recently(r: Reader, _f: Found) -> Meaning | None:
    return Meaning("DATE", "PAST_REF", reason=because("recent")) if r.vague else None


def resolve_future(r: Reader, f: Found) -> Meaning | None:
    if r.low(f.j - 2) == "foreseeable":
        return None
    value = "PAST_REF" if r.part(f, "when") == "past" else "FUTURE_REF"
    return Meaning("DATE", value, reason=because("unnamed-day")) if r.vague else None


def resolve_recent(r: Reader, f: Found) -> Meaning | None:
    return Meaning("DATE", "PRESENT_REF", reason=because("now")) if r.vague and r.low(f.i) == "current" else None
