"""Holidays and observances in the text: their name, the year they are of."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

from leadup.lang.wordforms import word_endings
from leadup.model import DateReason, DateSpan
from leadup.times.grammar import Found
from leadup.times.holidays import Holiday, holidays, names_by_first_word
from leadup.times.meaning import YEARLESS, Meaning, because, of_day, of_period, refused
from leadup.times.period import Period
from leadup.times.reader import Anchor, Reader
from leadup.times.relations import AHEAD, BACK, EVERY, Relation
from leadup.times.tokens import OTHER


def _named(r: Reader, i: int) -> tuple[Holiday, int] | None:
    """The holiday whose name starts at token ``i``, and where its name ends."""
    for words in names_by_first_word(r.language).get(r.low(i), ()):
        if all(r.low(i + k) == w for k, w in enumerate(words)):
            return holidays(r.language)[_key(words, r.language)], i + len(words)
    return None


def _key(words: tuple[str, ...], language: str) -> str:
    key, joined = words[0], (*word_endings(language).possessive, "'", ".", "-")
    for before, word in itertools.pairwise(words):
        key += word if word in joined or before == "-" else f" {word}"
    return key


def resolve_holiday(r: Reader, f: Found) -> Meaning | None:
    i = f.j - 1
    named = _named(r, i)
    if named is None:
        return refused(r, "no name of a holiday")
    if r.low(named[1]) in r.around.holiday_things:
        return refused(r, "no time as it stands here")
    if r.capital(named[1]) and r.tokens.codes[named[1]] == OTHER and not r.tokens.words[f.i].isupper():
        return Meaning("DATE", "", reason=because("name"), stop=named[1])
    holiday, j = named
    rel = r.relation(f, "rel")
    if rel in EVERY:
        value = f"XXXX-{holiday.rule['fixed']}" if "fixed" in holiday.rule else "P1Y"
        return Meaning("SET", value, reason=because("every-year"), stop=j)
    year, stop = _year(r, j)
    anchor = r.day_told_of(f.i)
    if year is not None:
        days = holiday.days_in(year)
        reason = because("holiday-of", holiday=holiday.name, year=year)
        return _meaning(holiday, days[0], reason, stop) if days else None
    if anchor is None:
        value = f"XXXX-{holiday.rule['fixed']}" if "fixed" in holiday.rule else "XXXX-XX-XX"
        return Meaning("DATE", value, reason=YEARLESS, stop=j)
    day = _nearest(r, f, holiday, anchor, rel, j)
    if day is None:
        return None
    side = (day > anchor.day) - (day < anchor.day)
    return _meaning(holiday, day, because("holiday", anchor=anchor, holiday=holiday.name, side=side), j)


def _year(r: Reader, j: int) -> tuple[int | None, int]:
    k = j + 1 if r.low(j) in r.around.before_holiday_year else j
    if r.tokens.codes[k : k + 1] == r.lex.classes["year"]:
        return int(r.low(k)), k + 1
    return None, j


def _nearest(r: Reader, f: Found, holiday: Holiday, anchor: Anchor, rel: Relation | None, j: int) -> dt.date | None:
    here = anchor.day
    days = [d for y in (-1, 0, 1) for d in holiday.days_in(here.year + y)]
    if rel in BACK:
        return max((d for d in days if d < here), default=None)
    if rel in AHEAD:
        return min((d for d in days if d > here), default=None)
    look = r.direction(Found(f.rule, f.i, j, f.parts))
    weight = {"future": (2.0, 0.7), "past": (0.7, 2.0), "unknown": (1.0, 1.0)}[look]
    return min(
        days, key=lambda d: ((here - d).days * weight[0] if d < here else (d - here).days * weight[1], d), default=None
    )


def _meaning(holiday: Holiday, day: dt.date, reason: DateReason, stop: int) -> Meaning:
    if holiday.length == 1:
        return replace(of_day(day, reason=reason), stop=stop)
    last = day + dt.timedelta(holiday.length - 1)
    if holiday.length == 7 and day.weekday() == 0:
        return replace(of_period(Period.containing(day, "week"), reason=reason), stop=stop)
    span = DateSpan(day, last, "day")
    return Meaning("DATE", f"{day.isoformat()}/{last.isoformat()}", span, reason=reason, stop=stop)
