"""Weekdays, the days next to now, and the parts of a day: "late Thursday", "tomorrow", "last night", "at dawn"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateReason, DateSpan
from leadup.model.reason import LAST, MENTIONED
from leadup.times.direction import direction_at
from leadup.times.grammar import Found
from leadup.times.meaning import UNCOUNTED, Meaning, because, of_day
from leadup.times.period import Period
from leadup.times.reader import Anchor, Reader

PART_OF_EDGE = {"early": "MO", "late": "EV", "mid": "DT"}


_CLEAR = 8
"""How near, in tokens, a cue of the future must be to outweigh that the weekday was one or two days ago."""
_WILL = 4
"""How many tokens before the name of yesterday's weekday "will" must stand for it to be the one to come."""
_BACK = ("last", "past", "previous")


_AHEAD = ("next", "coming", "following")


def plain_rel(r: Reader, f: Found) -> str:
    """The word that chooses among weekdays or months: "coming" of "this coming", "next" of "the next"."""
    words = r.part(f, "rel").split()
    return words[-1] if words else ""


def weekday_from(r: Reader, f: Found, weekday: int, rel: str) -> tuple[dt.date, DateReason] | None:
    """The day of a weekday's name, and how it was found from what."""
    anchor = r.anchor(f.i, running=not rel and r.day_is_near(f.i))
    if anchor is None:
        return None
    here = anchor.day
    back, ahead = (here.weekday() - weekday) % 7, (weekday - here.weekday()) % 7

    def day(shift: int, rule: str) -> tuple[dt.date, DateReason]:
        return here + dt.timedelta(shift), because(rule, anchor=anchor, weekday=weekday + 1)

    if rel == "following" and r.low(f.j) == "'s":
        rel = ""  # "we are following Friday's vote"
    if rel in _BACK:
        # Yesterday is called so, or by its bare name: "last Monday", on a Tuesday, is the week before's.
        days = back + 7 if back == 1 and rel == "last" else back or 7
        return day(-days, "last-weekday")
    if rel == "that" and (named := r.mentioned_weekday(weekday)) is not None:
        return named, because("that-weekday", anchor=Anchor(named, MENTIONED), weekday=weekday + 1)
    if rel in _AHEAD:
        return day(ahead or 7, "next-weekday")
    if rel == "this":
        return day(weekday - here.weekday(), "week-weekday")
    if back == 0:
        return day(0, "same-weekday")
    if ahead == 1 and local_time(r, f):
        return day(1, "local-weekday")
    look, distance = direction_at(r.tokens, f.i, f.j)
    # A chronicle tells of its own days: what lies before the first of them is the week to come, if it was written on.
    before_begun = r.begun is not None and here - dt.timedelta(back) < r.begun
    if before_begun and r.written is not None and here + dt.timedelta(ahead) <= r.written:
        return day(ahead, "near-weekday")
    if anchor.section or anchor.narrative:
        told = look == "past" and r.written is not None and here + dt.timedelta(ahead) > r.written
        if not told and (ahead <= 2 or look == "future"):
            return day(ahead, "near-weekday")
    # A page goes on being written after its day: the weekday of the day after is that day, not six days ago.
    elif ahead == 1:
        return day(1, "weekday-next")
    # Yesterday and the day before are told of far oftener than the end of the week to come is foretold.
    elif look == "future" and (ahead < 5 or (distance <= _CLEAR and (back > 1 or _will(r, f)))):
        return day(ahead, "weekday-after")
    return day(-back, "weekday-before")


def _will(r: Reader, f: Found) -> bool:
    """Whether a verb of the future stands right by ("will meet his counterpart Tuesday", "Tuesday's vote will …")."""
    after = range(f.j, f.j + _WILL) if r.low(f.j) == "'s" else range(0)
    return any(r.low(k) in ("will", "'ll", "shall") for k in (*range(max(0, f.i - _WILL), f.i), *after))


def local_time(r: Reader, f: Found) -> bool:
    """Whether "local time" follows the expression."""
    return r.low(f.j) == "local" and r.low(f.j + 1) == "time"


def _timed(day: dt.date, code: str, reason: DateReason) -> Meaning:
    span = DateSpan(day, day, "part-of-day")
    clock = "T" + code
    return Meaning("TIME", day.isoformat() + clock, span, Period(day, "day"), clock, reason=reason)


def part_code(r: Reader, f: Found) -> str:
    """The TIMEX3 code of the part of day that an expression names: "MO" for "early Friday" and "Friday morning"."""
    part = r.part(f, "part")
    if part in r.lex.codes:
        return r.lex.codes[part]
    for word in (r.part(f, "edge") + " " + r.part(f, "edge2")).split():
        if word in PART_OF_EDGE:
            return PART_OF_EDGE[word]
    return ""


def resolve_weekday(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    rel = plain_rel(r, f)
    if weekday is None:
        return None
    i = f.parts["wday"][0]
    if (r.low(i) in ("sun", "sat", "wed", "mon") and not r.part(f, "part")) or _is_name(r, f, i):
        return None
    if rel in ("each", "every"):
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}", reason=because("every-week"))
    code = part_code(r, f)
    start = i if r.part(f, "edge") in ("earlier", "later", "earlier on", "later on") else -1
    if rel == "a":
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=because("some-week"), start=i)
    found = None if rel == "that" and r.low(f.j) == "in" else weekday_from(r, f, weekday, rel)
    if found is None:
        value = f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else "")
        return Meaning("TIME" if code else "DATE", value, reason=UNCOUNTED)
    day, reason = found
    zone = "local" if local_time(r, f) else None
    if code:
        return replace(_timed(day, code, reason), zone=zone)
    return replace(of_day(day, reason=reason), start=start, zone=zone)


def _is_name(r: Reader, f: Found, i: int) -> bool:
    """Is the weekday at token ``i`` part of a name: the Sunday Times, the Mail on Sunday, Bloody Sunday?"""
    if r.capital(f.j) and r.low(f.j) in r.context("papers") and r.low(i - 1) != "on" and not r.part(f, "rel"):
        return True
    if r.low(i - 1) == "on" and r.capital(i - 2) and r.low(i - 2) in r.context("papers_on"):
        return True
    return r.capital(i - 1) and r.low(i - 1) in r.context("named_weekdays")


def resolve_weekday_of(r: Reader, f: Found) -> Meaning | None:
    weekday, anchor, rel = r.number(f, "wday"), r.anchor(f.i), r.part(f, "rel").removeprefix("the ")
    if weekday is None or r.part(f, "unit") != "week":
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=UNCOUNTED)
    here = anchor.day
    if rel in ("following", "same", "previous") and r.last_day is not None:
        here = r.last_day[1]
    weeks = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    day = here - dt.timedelta(here.weekday()) + dt.timedelta(7 * weeks + weekday)
    return of_day(day, reason=because("weekday-rel", anchor=anchor, weekday=weekday + 1, rel=rel))


def resolve_weekday_part(r: Reader, f: Found) -> Meaning | None:
    return resolve_weekday(r, f)


def resolve_weekday_parts(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    code = r.lex.codes.get(r.part(f, "part"))
    return None if weekday is None else Meaning("SET", f"XXXX-WXX-{weekday + 1}T{code}", reason=because("every-week"))


def resolve_weekdays(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    code = r.lex.codes.get(r.part(f, "part"))
    return (
        None
        if weekday is None
        else Meaning("SET", f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else ""), reason=because("every-week"))
    )


def resolve_today(r: Reader, f: Found) -> Meaning | None:
    shift, anchor = r.number(f, "day"), r.anchor(f.i)
    if shift is None or (f.j == f.i + 1 and r.tokens.words[f.i] == "Today" and r.capital(f.i - 1)):
        return None
    if anchor is None:
        return Meaning("DATE", "PRESENT_REF" if shift == 0 else "XXXX-XX-XX", reason=UNCOUNTED)
    day = anchor.day + dt.timedelta(shift)
    reason = because("day-of", anchor=anchor) if shift == 0 else because("day-beside", anchor=anchor, side=shift)
    code = part_code(r, f)
    if "part9" in f.parts:
        code = r.lex.codes.get(r.part(f, "part9"), "")
    if code:
        return _timed(day, code, reason)
    meaning = of_day(day, reason=reason)
    return replace(meaning, start=f.parts["day"][0]) if r.part(f, "edge") in ("earlier", "later") else meaning


def resolve_tonight(r: Reader, f: Found) -> Meaning | None:
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", "XXXX-XX-XXTNI", reason=UNCOUNTED)
    return _timed(anchor.day, "NI", because("day-of", anchor=anchor))


def resolve_day_after_tomorrow(r: Reader, f: Found) -> Meaning | None:
    shift, anchor = r.number(f, "day"), r.anchor(f.i)
    if shift is None or anchor is None:
        return None
    day = anchor.day + dt.timedelta(2 * (shift or (1 if r.part(f, "dir") == "after" else -1)))
    return of_day(day, reason=because("two-days", anchor=anchor))


def resolve_part_of(r: Reader, f: Found) -> Meaning | None:
    rel, part = r.part(f, "rel").removeprefix("the "), r.part(f, "part")
    code = r.lex.codes.get(part, "NI")
    if rel in ("each", "every"):
        return Meaning("SET", f"XXXX-XX-XXT{code}", reason=because("every-day"))
    if rel == "last" and "the" in (r.low(f.i), r.low(f.i - 1)) and r.low(f.j) == "of":
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=because("last-of"))
    anchor = r.anchor(f.i)
    if rel in ("that", "same", "following", "next", "previous") and r.last_date is not None:
        anchor = r.day_before(f.i)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    shift = -1 if rel in _BACK else 1 if rel in ("following", "next") else 0
    day = anchor.day + dt.timedelta(shift)
    if shift > 0 and r.is_told_too_early(f, day):
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=because("too-early"))
    return _timed(day, code, because("part-rel", anchor=anchor, rel=rel, part=part))


def resolve_the_part(r: Reader, f: Found) -> Meaning | None:
    code = r.lex.codes.get(r.part(f, "part"))
    if r.low(f.j) == "of":
        return Meaning("TIME", "", clock=f"T{code}", reason=because("part"))
    if r.low(f.i - 1) not in ("in", "during", "through", "for", "by", "until", "till"):
        return None
    anchor = r.anchor(f.i)
    if r.last_day is not None and r.day_is_near(f.i):
        anchor = Anchor(r.last_day[1], LAST)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    return _timed(anchor.day, str(code), because("day-of", anchor=anchor))


def resolve_at_part(r: Reader, f: Found) -> Meaning | None:
    """ "at dawn", "at dusk on Sunday"; "at night" names no day."""
    part = r.part(f, "part")
    code = r.lex.codes.get(part, "")
    if part == "night":
        return Meaning("TIME", "", clock=f"T{code}", reason=because("part"))
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", clock=f"T{code}", reason=UNCOUNTED)
    return replace(_timed(anchor.day, code, because("day-of", anchor=anchor)), period=None)


def resolve_mid_part(r: Reader, f: Found) -> Meaning | None:
    """ "mid-afternoon"."""
    anchor = r.anchor(f.i)
    code = r.lex.codes.get(r.part(f, "part"), "DT")
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    return _timed(anchor.day, code, because("day-of", anchor=anchor))


def resolve_overnight(r: Reader, f: Found) -> Meaning | None:
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", "XXXX-XX-XXTNI", reason=UNCOUNTED)
    return _timed(anchor.day - dt.timedelta(1), "NI", because("night-before", anchor=anchor))
