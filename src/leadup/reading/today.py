"""Whether "today" is the day of a text, or these times: "she resigned today", "young people today".

Of 95 sentences of real articles that were dated by it 26 meant the day, and 69 these times: what is told below of the
ways in which the day is meant finds 25 of the 26, and three of the others. Of 85 more some 30 meant it; it finds 20 or
more of them, and three of the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from leadup.lang import any_of, kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Timex
from leadup.reading.page import NEWS, names_a_thing
from leadup.reading.scope import beside
from leadup.reading.telling import Telling, is_of_now


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("dating", language)
        self.today: frozenset[str] = frozenset(self.words["today"])
        self.beside_today: frozenset[str] = frozenset(self.words["beside_today"])
        self.owner = word_endings(language).owner
        self.maybe_plural = word_endings(language).maybe_plural


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


REPORT = 0.25
"""From this share of news on (``leadup.reading.page.newsy``) what is told as present of today is of the day."""
_BACK = 100
"""Code points before "today" in which the words stand that say of what it is told."""
_LISTED = 40
"""...and around it in which the others stand where it is one of a list ("now, today and tomorrow")."""
_AROUND = 400
"""...and in which those stand that make it something only supposed."""
_WITHIN = re.compile(r"[\w,’']\s[\"“'‘]?$")
_PARTED = re.compile(r"[;:]")


class _Ways(NamedTuple):
    opening: re.Pattern[str]
    times: re.Pattern[str]
    earlier: re.Pattern[str]
    done: re.Pattern[str]
    planned: re.Pattern[str]
    verb_after: re.Pattern[str]
    happening: re.Pattern[str]
    at_happening: re.Pattern[str]
    supposed: re.Pattern[str]
    would: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def _ways(language: str) -> _Ways:
    forms = _forms(language)
    words = forms.words["this_day"]
    past = rf"(?:\w{{3,}}{forms.words['under']['past_ending']}|{any_of(kept_table('telling', language)['past'])})"
    said = any_of(
        (
            *kept_table("telling", language)["said"],
            *sorted({*kept_table("telling", language)["past"]} - {*kept_table("telling", language)["be"]}),
        )
    )
    apart = "".join(rf"(?<!\b{word}\s)" for word in words["not_done"])
    happenings = any_of((*forms.words["happenings"], *words["happenings"]))
    # Three at least: "it began yesterday, today the yard shut" tells of two days.
    time = f"(?:{any_of((*forms.words['today'], *forms.words['beside_today']))}|{words['ever']})"
    between = rf"(?:,\s|,?\s(?:{words['and']})\s)"
    return _Ways(
        re.compile(rf"\W*(?:(?:{words['before']})\W+)?$", re.I),
        re.compile(rf"\b(?:{words['times']})\s$", re.I),
        re.compile(rf"\b(?:{words['earlier']})\s$", re.I),
        re.compile(rf"{apart}\b{past}\s(?:{words['on_air']}\s(?:[A-Z]\w+\s){{1,3}})?$"),
        re.compile(rf"\b(?:{words['planned']})\b[^,;]*$|\w['’](?:{words['shall']})\s[^,;]*$", re.I),
        re.compile(rf",?\s(?:{said}|\w{{3,}}{forms.words['under']['past_ending']})\b"),
        re.compile(rf"{forms.owner}\s(?:[\w-]+\s)?(?:{happenings}){forms.maybe_plural}\b", re.I),
        re.compile(rf"\b(?:{happenings})\s$", re.I),
        re.compile(rf"\b(?:{words['supposed']})\b", re.I),
        re.compile(rf"\b(?:{words['would']})\b[^,;]*$", re.I),
        re.compile(rf"\b{time}(?:{between}{time}){{2,}}\b", re.I),
    )


def is_of_these_times(text: str, start: int, t: Timex, told: Telling, news: float, language: str) -> bool:
    """Does "today" name these times, in the sentence that begins at ``start``, and not the day of its text?

    ``news`` is how much of a report the text is.
    """
    forms = _forms(language)
    word = t.exact.lower()
    if word not in forms.today and word not in forms.beside_today:
        return False
    ways = _ways(language)
    if _is_listed(text, start, t, language):
        return True
    if names_a_thing(text, t, language):
        return news < NEWS or ways.happening.match(text, t.end) is None
    before = text[max(start, t.start - _BACK) : t.start]
    if word not in forms.today or ways.earlier.search(before):
        return False
    if ways.times.search(before) or _named(text, t):
        return True
    if ways.opening.fullmatch(text, start, t.start):
        return told.manner not in ("past", "said") or (news < REPORT and is_of_now(text, told, language))
    return not (_told_of(text, start, t, told, news, language) or _done(text, start, t, told, before, language))


def _is_listed(text: str, start: int, t: Timex, language: str) -> bool:
    """Is it one of a list of times that are all times: "today, tomorrow and forever"?"""
    lists = _ways(language).listed.finditer(text, max(start, t.start - _LISTED), t.end + _LISTED)
    return any(match.start() <= t.start and t.end <= match.end() for match in lists)


def _named(text: str, t: Timex) -> bool:
    """Is it a name, of a broadcast mostly: "told the Today programme", 'on "Today"'?"""
    return t.exact[0].isupper() and _WITHIN.search(text, max(0, t.start - 4), t.start) is not None


def _told_of(text: str, start: int, t: Timex, told: Telling, news: float, language: str) -> bool:
    """Does it stand beside the main verb, of what was done or said, or in a report of what is done?"""
    if is_of_now(text, told, language):
        return news >= REPORT and not _is_supposed(text, start, t, language)
    if told.manner in ("past", "said", "perfect"):
        if t.start < told.verb:
            return _ways(language).verb_after.match(text, t.end) is not None
        # A perfect's participle is of the verb.
        verb = told.verb if told.manner != "perfect" else text.find(" ", told.verb) + 1
        return beside(text, verb, t, language) and _PARTED.search(text, verb, t.start) is None
    return told.manner == "none" and news >= REPORT


def _done(text: str, start: int, t: Timex, told: Telling, before: str, language: str) -> bool:
    """Does it stand beside another verb, of what was done or is to be done, or beside what was held: "the rules
    published today", "at a hearing today"?"""
    ways = _ways(language)
    if ways.planned.search(before) or (told.manner == "said" and ways.would.search(before)):
        return True
    if _is_supposed(text, start, t, language):
        return False
    return ways.done.search(before) is not None or ways.at_happening.search(before) is not None


def _is_supposed(text: str, start: int, t: Timex, language: str) -> bool:
    """Is what is told only supposed: "if the vote were held today"?"""
    return _ways(language).supposed.search(text, max(start, t.start - _AROUND), t.start) is not None
