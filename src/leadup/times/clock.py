"""Times of day: "10:35 a.m.", "14:30 UTC", "noon", "4 in the morning"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from leadup.model import DateSpan
from leadup.times.grammar import Found
from leadup.times.lengths import resolve_length
from leadup.times.meaning import Meaning, because, refused
from leadup.times.reader import Anchor, Reader, Unit

LOCAL = "local"
"""The zone of what is said to be local time."""
_HOURS = Unit("H", True)
_POINTED = re.compile(r"\d{1,2}\.\d\d")
"""A time as British papers write it, "10.30pm"."""


def zone_of(r: Reader, f: Found, name: str = "zone") -> str | None:
    """The zone that a part names: an IANA name, an offset, "local", or None."""
    if name not in f.parts:
        return None
    if r.is_a(f, name, "local"):
        return LOCAL
    words = (r.low(k) for k in range(*f.parts[name]))
    return next((r.lex.codes[w] for w in words if w in r.lex.codes), None)


def _on(r: Reader, f: Found, clock: str, zone: str | None) -> Meaning:
    anchor = r.day_told(f.i) if r.history else r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", "XXXX-XX-XX" + clock, clock=clock, reason=because("dayless"), zone=zone)
    return at_time(anchor.day, clock, zone, anchor)


def at_time(day: dt.date, clock: str, zone: str | None, anchor: Anchor) -> Meaning:
    """A TIME of a day."""
    grain = "minute" if ":" in clock else "part-of-day"
    span = DateSpan(day, day, "minute" if grain == "minute" else "part-of-day")
    return Meaning(
        "TIME", day.isoformat() + clock, span, None, clock, reason=because("day-of", anchor=anchor), zone=zone
    )


def moved(meaning: Meaning, day: Meaning) -> Meaning:
    """The time of day of one expression put on the day of another."""
    assert day.period is not None
    first = day.period.first
    span = DateSpan(first, first, meaning.span.granularity if meaning.span else "minute")
    return replace(
        meaning, type="TIME", value=first.isoformat() + meaning.clock, span=span, reason=day.reason,
        period=day.period,
    )  # fmt: skip


def resolve_clock(r: Reader, f: Found) -> Meaning | None:
    if "half" in f.parts:
        return None
    i, j = f.parts["time"]
    words = [r.low(k) for k in range(i, j)]
    head = words[0]
    mark = r.lex.shapes.hour_mark
    if mark and mark in head:
        head = head.replace(mark, ":") + "00" * head.endswith(mark)
    if _POINTED.fullmatch(head) and len(words) > 1:
        head = head.replace(".", ":")
    hour_words, _, rest = head.partition(":")
    if head.isdigit() and len(head) == 4:
        if r.low(f.i - 1) == "(":
            return refused(r, "no time as it stands here")
        hour_words, rest = head[:2], head[2:]
    number = int(hour_words) if hour_words.isdigit() else r.lex.numbers.get(hour_words)
    minute = int(rest[:2]) if rest[:2].isdigit() else 0
    if number is None or number > 24 or minute > 59 or "." in head:
        return refused(r, "no such time of day")
    half = next((r.lex.codes[w] for w in words[1:] if w in r.lex.codes), "")
    part = r.lex.codes.get(r.low(f.parts["part"][1] - 1), "") if "part" in f.parts else ""
    if part in ("AF", "EV") or (part == "NI" and number > 5):
        half = "pm"
    elif part == "MO":
        half = "am"
    if half and number > 12:
        return refused(r, "no such time of day")
    if half == "pm" and number < 12:
        number += 12
    elif half == "am" and number == 12:
        number = 0
    bare = not half and "zone" not in f.parts
    if bare and ":" in head and r.low(f.i - 1) not in r.around.before_time:
        seconds = head.count(":") == 2
        if _is_length(r, f, seconds) or (len(head) < 5 and not r.after_day(f.i)):
            return refused(r, "a length, or a score")
    return _on(r, f, f"T{number:02}:{minute:02}", zone_of(r, f))


def _is_length(r: Reader, f: Found, seconds: bool) -> bool:
    """Whether a bare "01:47" is the length of a video or the time of a race."""
    before = r.low(f.i - 1)
    if seconds and not r.after_day(f.i):
        return True
    if r.is_class(f.i - 1, "weekday") and r.low(f.i).startswith("0"):
        return True
    shouted = r.tokens.words[f.i - 1].isupper() and len(before) > 2 and f.i > 0 and not r.after_day(f.i)
    return before in r.around.before_lengths or shouted


def resolve_military(r: Reader, f: Found) -> Meaning | None:
    """ "0300 hours", "at 1800 hours"."""
    digits = r.part(f, "time") or r.part(f, "count")
    hours = r.unit_at(f.j - 1) == _HOURS
    clock = len(digits) == 4 and digits.isdigit() and int(digits[:2]) <= 24 and int(digits[2:]) <= 59
    if "count" in f.parts and not (clock and hours):
        return resolve_length(r, f)
    if not clock or not (hours or (f.j == f.i + 1 and r.low(f.i - 1) in r.around.at)):
        return refused(r, "no such time of day")
    return _on(r, f, f"T{digits[:2]}:{digits[2:]}", None)


def resolve_noon(r: Reader, f: Found) -> Meaning | None:
    if r.low(f.i - 1) in r.around.before_no_noon or r.low(f.i + 1) in r.around.after_no_noon:
        return refused(r, "no time as it stands here")
    code = r.code(f, "noon") or "12:00"
    return _on(r, f, f"T{code}", zone_of(r, f))
