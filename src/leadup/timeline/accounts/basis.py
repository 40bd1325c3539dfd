"""Whether a figure counts what befell people in one happening: not a part, not a longer time's total, not a
forecast."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Any

from leadup.lang import kept_table, month_names, weekday_names
from leadup.reading.figures.numbers import numbers, value_of
from leadup.timeline.chain.distinct import names_day, names_some_day
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.terms import is_of_calendar

_BEFORE = 40
_JOINING = 6
"""Code points before a clause in which it is joined to the one before ("where ")."""
_AFTER = 30
_YEAR_BEFORE = 14
"""Code points before a clause in which the year stands that it is of ("since 1981, when ")."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMES = 2
_COUNTS = 2
_LOWEST = 5
"""Counts up to this one stand in any two sentences."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WORDS = 4
"""Content words, names among them, that must stand in both sentences where they share one name only."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        held: dict[str, Any] = kept_table("accounts", language)["basis"]
        self.magnitude = re.compile(held["magnitude"], re.IGNORECASE)


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_own_total(
    sentence: str, start: int, end: int, day: dt.date | None, role: str = "killed", *, language: str
) -> bool:
    """Whether the figure ``sentence[start:end]`` is a total of the happening of ``day`` that its clause tells of."""
    if role != "killed" and _pattern("definite", language).search(sentence, max(0, start - _BEFORE), start):
        return False
    low, high = _clause(sentence, start, end, language)
    clause = sentence[low:high]
    if _pattern("part", language).search(sentence, max(0, start - _BEFORE), start) or _pattern(
        "part_of", language
    ).search(sentence[start:end]):
        return False
    if _pattern("among", language).search(sentence, max(0, start - _BEFORE), start) and not _is_befallen(
        sentence, start, end, language
    ):
        return False
    if _pattern("part_after", language).search(sentence[end : end + _AFTER]):
        return False
    if _pattern("before_clause", language).search(sentence, max(0, low - _BEFORE), low):
        return False
    if _is_of_longer(clause, language) or _pattern("other_time", language).search(clause):
        return False
    if _pattern("meant", language).search(sentence, low, start) or _pattern("to_come", language).search(
        sentence[end : end + _AFTER]
    ):
        return False
    if _pattern("expected", language).search(sentence, _told_from(sentence, low, start, language), high):
        return False
    if day is None:
        return True
    if any(int(year) != day.year for year in _YEAR.findall(sentence[max(0, low - _YEAR_BEFORE) : low])):
        # "the worst since 1981, when 180 people died"
        return False
    if names_some_day(clause, language) and not names_day(clause, day, language):
        return False
    return all(int(year) == day.year for year in _YEAR.findall(clause))


def place_of(sentence: str, start: int, end: int, language: str) -> str | None:
    """The name of the place at which the figure ``sentence[start:end]`` was so, where its clause, or the one before
    that it hangs on, says it: "11 died at the pier of Lom", "a mill in Hask, where 20 died"."""
    low, high = _clause(sentence, start, end, language)
    named = _pattern("place", language).search(sentence, start, high)
    if named is None and _pattern("where", language).search(sentence, max(0, low - _JOINING), start):
        before = max(
            (stop.end() for stop in _pattern("clause", language).finditer(sentence, 0, max(0, low - 1))), default=0
        )
        places = list(_pattern("place", language).finditer(sentence, 0, low))
        named = next((m for m in places if m.start() >= before), places[-1] if places else None)
    return None if named is None or is_of_calendar(named["name"], language) else named["name"]


def _is_befallen(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the figure's own words, or those behind it to the end of its clause, say what befell those counted."""
    rest = _pattern("among_rest", language).match(sentence, end)
    last = max(end + _AFTER, rest.end() if rest else end)
    return bool(_pattern("befell", language).search(sentence[start:last]))


def _is_of_longer(clause: str, language: str) -> bool:
    """Whether a clause tells of a longer time or a larger place; "the deadliest day since" tells of that day."""
    return any(
        not _pattern("worst", language).search(clause, 0, m.end()) for m in _pattern("total", language).finditer(clause)
    )


def _told_from(sentence: str, low: int, start: int, language: str) -> int:
    """Where, in the clause from ``low`` on, what is told as having happened begins, for a figure at ``start``."""
    found = [m.end() for m in _pattern("told", language).finditer(sentence, low, start)]
    return found[-1] if found else low


def same_event(one: str, other: str, language: str) -> bool:
    """Whether two sentences of one day that count the same may tell of one happening, by who and where they name.

    Two names in both, or one and enough else with a kind of deed, or two counts and a kind of deed ("nine dead and 18
    injured"); another magnitude is another quake.
    """
    here, there = words_of(one, language), words_of(other, language)
    names, common = names_shared(one, other, language), _common_names(language)
    words = {t for t, _ in here} & {t for t, _ in there} - common
    kinds = [{f for t, name in told if not name for f in event_types_of(language).get(t, ())} for told in (here, there)]
    sizes = _magnitudes(one, language), _magnitudes(other, language)
    if all(sizes) and sizes[0].isdisjoint(sizes[1]):
        return False
    if kinds[0] & kinds[1] and len(_counts(one, language) & _counts(other, language)) >= _COUNTS:
        return True
    return len(names) >= _NAMES or bool(names and len(words) >= _WORDS and kinds[0] & kinds[1])


def names_shared(one: str, other: str, language: str) -> frozenset[str]:
    """The names that stand in both, those left out that stand in any news."""
    here, there = ({t for t, name in words_of(text, language) if name and not t[0].isdigit()} for text in (one, other))
    return frozenset(here & there - _common_names(language))


def _counts(text: str, language: str) -> frozenset[float]:
    """The numbers of a text, but for the lowest, and for what may be a year, a day, an hour or an age."""
    told = (
        value_of(match.group(), language)
        for match in numbers(text, 0, len(text), language)
        if not _pattern("day_before", language).search(text, max(0, match.start() - _BEFORE), match.start())
        and not _pattern("hour_after", language).search(text[match.end() : match.end() + _AFTER])
    )
    return frozenset(value for value in told if value > _LOWEST and not _FIRST_YEAR <= value <= _LAST_YEAR)


def _magnitudes(text: str, language: str) -> frozenset[str]:
    return frozenset(m[1] or m[2] for m in _forms(language).magnitude.finditer(text))


def _clause(sentence: str, start: int, end: int, language: str) -> tuple[int, int]:
    low, high = 0, len(sentence)
    for stop in _pattern("clause", language).finditer(sentence):
        if stop.end() <= start:
            low = stop.end()
        elif stop.start() >= end:
            high = stop.start()
            break
    return low, high


@functools.cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return re.compile(kept_table("figures_basis", language)[name], re.IGNORECASE)


@functools.cache
def _common_names(language: str) -> frozenset[str]:
    listed = kept_table("figures_basis", language)
    calendar = " ".join(
        (*weekday_names(language), *month_names(language=language))
    ).lower()  # no names of what is counted
    named = (term for term, _ in words_of(f"{listed['common_names']} {calendar}", language))
    return frozenset({*listed["common_names_whole"], *named})


@functools.cache
def people_words(language: str) -> frozenset[str]:
    """Units that count people of any kind."""
    return frozenset(kept_table("figures_basis", language)["people"].split())
