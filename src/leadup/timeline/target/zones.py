"""Events with two days, by time zone: it was evening where they are written of and morning where they happened."""

from __future__ import annotations

import collections
import datetime as dt
import functools
import re
import zoneinfo
from collections.abc import Mapping, Sequence

from babel.core import get_global

from leadup.lang import kept_table
from leadup.lang.wordforms import without_possessive
from leadup.reading.names.countries import country_of_capital, country_of_name
from leadup.reading.names.lexicon import lexicon
from leadup.timeline.dating import event_days, naming_day
from leadup.timeline.pool import Pool
from leadup.timeline.target.match import Match
from leadup.timeline.target.votes import Day
from leadup.timeline.target.words import asking

EAST = 2.0
"""Hours east of Greenwich from which on a place's news may be told under the day before its own, by the clock of those
who write. The reverse, news of the west written in the east, is not looked for: on 143 questions that took away right
days and mended none."""
HELD = 0.3
"""The least share of the votes that the second of the two days must have, beside the one with most."""
NEAR = 24
"""Code points on either side of the words for a day within which its part ("evening") is looked for."""
TWICE = 2
TOWN = 2
"""The size (of the table of places) from which on a place's name is taken to mean no other place."""
SHARE = 0.5
"""The least share of the places named that must lie in one country, for that to be where it happened."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.place = re.compile(kept_table("asking", language)["place"]["pattern"])


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def local_day(matches: Sequence[Match], days: Mapping[int, Day], pool: Pool) -> tuple[int, int] | None:
    """The event's day where it happened, and the day that it has elsewhere; None where it is not told of as such.

    That needs two days side by side, of which texts tell of the evening of the first and the morning of the second,
    and a place far in the east, whose day is the second.
    """
    if not days:
        return None
    top = min(days, key=lambda d: (-days[d].votes, d))
    beside = max((d for d in days if abs(d - top) == 1), key=lambda d: (days[d].votes, -d), default=None)
    if beside is None or days[beside].votes < HELD * days[top].votes:
        return None
    first, second = sorted((top, beside))
    if not (days[first].naming and days[second].naming):
        return None
    if not is_of_a_night(matches, second, pool):
        return None
    hours = _hours([m for m in matches if m.real and not m.is_title], first, pool)
    return None if hours is None or hours < EAST else (second, first)


def is_of_a_night(matches: Sequence[Match], day: int, pool: Pool) -> bool:
    """Do texts tell of the morning of a day (an ordinal), and others of the evening of the one before?"""
    real = [m for m in matches if m.real and not m.is_title]
    return _said(real, day - 1, asking("evening", pool.language), pool) and _said(
        real, day, asking("morning", pool.language), pool
    )


def _said(matches: Sequence[Match], day: int, words: frozenset[str], pool: Pool) -> bool:
    """Does any of these places say this part of the day, beside the words for it?"""
    for match in matches:
        article = pool.articles[match.article]
        sentence = article.reading.sentences[match.sentence]
        if not any(d == day and explicit for d, _, explicit in event_days(sentence)):
            continue
        for timex in naming_day(sentence, day):
            about = article.text[max(sentence.start, timex.start - NEAR) : min(sentence.end, timex.end + NEAR)]
            if words & {w.strip(".,;:()“”\"'").lower() for w in about.split()}:
                return True
    return False


def _hours(matches: Sequence[Match], day: int, pool: Pool) -> float | None:
    """How far east of Greenwich the event is said to have happened, in hours; None where no one country is said."""
    said: collections.Counter[str] = collections.Counter()
    for match in matches:
        if match.ground:
            continue
        article = pool.articles[match.article]
        sentence = article.reading.sentences[match.sentence]
        found = {
            _country(m[1], pool.language)
            for m in _forms(pool.language).place.finditer(article.text, sentence.start, sentence.end)
        }
        said.update(code for code in found if code)
    if not said:
        return None
    code, most = min(said.items(), key=lambda c: (-c[1], c[0]))
    return _offset(code, day) if most >= max(TWICE, SHARE * said.total()) else None


def _country(words: str, language: str) -> str | None:
    """The country that the place is, or lies in; of several words the first ones may do."""
    parts = [without_possessive(w.strip(".,’'"), language) for w in words.split()]
    for n in range(len(parts), 0, -1):
        name = " ".join(parts[:n])
        code = country_of_name(name, language) or country_of_capital(name, language)
        known = None if code else lexicon(language).phrases.get(name)
        if code or (known is not None and known.kind == "place" and known.size >= TOWN):
            return code or (known.country if known else None)
    return None


@functools.lru_cache(maxsize=256)
def _offset(code: str, day: int) -> float | None:
    """The middle of the offsets of a country's time zones on a day, in hours; None where it has none."""
    noon = dt.datetime.combine(dt.date.fromordinal(day), dt.time(12))
    found = []
    for zone, territory in get_global("zone_territories").items():
        if territory == code:
            try:
                offset = zoneinfo.ZoneInfo(zone).utcoffset(noon)
            except zoneinfo.ZoneInfoNotFoundError:
                continue
            if offset is not None:
                found.append(offset.total_seconds() / 3600)
    return sorted(found)[len(found) // 2] if found else None
