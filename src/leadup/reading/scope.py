"""Which part of a sentence a time belongs to: its main clause, what is quoted, what somebody said, the name of a thing.

Only a time of the main clause places what the sentence tells.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from leadup.lang import any_of, kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Timex
from leadup.reading.page import Page, counted_from_own, names_a_thing, weekday_of_own
from leadup.reading.telling import Telling


class ScopeForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("dating", language)
        # A subject's own past before the main verb: "Two men killed on Feb. 26 were buried on Monday".
        self.verb_follows = re.compile(
            rf"(?:\s(?:{self.words['joining']})\s\w+)?\s*,?\s*(?:{self.words['main_verbs']})\b", re.I
        )
        # "recently", "on a recent broadcast"; not "criticised the recent decision".
        self.recently = re.compile(self.words["recently"], re.I)
        self.for_long = re.compile(self.words["for_long"], re.I)
        self.background_opening = re.compile(rf"(?:{self.words['background_opening']})\b", re.I)
        self.background_words: tuple[str, ...] = tuple(self.words["background"])
        self.background = re.compile(rf"\b(?:{any_of(self.background_words)})\b", re.I)
        self.recent = str(self.words["recently_hint"])
        self.then = re.compile(rf"\w+\s(?:{self.words['then']})\b", re.I)
        self.set_apart = re.compile(self.words["set_apart"], re.I)
        self.of_a_thing = re.compile(self.words["of_a_thing"], re.I)
        self.having = re.compile(
            rf"(?:\w{word_endings(language).owner}|\b(?:{self.words['under']['determiners']}))\s$", re.I
        )
        self.later = f" {self.words['later']}"
        self.that = f"{self.words['under']['that']} "
        # What in the words behind a verb of saying shows that they are what was said.
        self.complement = re.compile(self.words["complement"], re.I)
        # "the 2012 presidential nominee", "the first day of the third quarter"
        self.named_by_year = re.compile(
            rf"\s(?:(?!(?:{self.words['under']['determiners']})\s)[\w.'’-]+\s){{0,4}}?(?:{self.words['named_by_year']})\b"
        )
        self.of_a_period = re.compile(rf"\b(?:{self.words['day_of_a_period']})\s$", re.I)
        self.some = re.compile(rf"\W*{self.words['under']['on']}\s(?:{self.words['some']})\s(?:[a-z-]+\s){{1,2}}", re.I)
        self.setting = re.compile(rf",\s\w+{self.words['under']['gerund']}\s[^,;]*$")


@cache
def scope_forms(language: str) -> ScopeForms:
    """Those of a language, made once."""
    return ScopeForms(language)


_LONGEST_BE = 10
_LAST_WORDS = 40
"""Code points from a verb of saying to the sentence's end, where it stands behind what is said."""
_SPEAKER = re.compile(r"[,?!][”\"’']?\s(?:[\w.’'-]+\s){1,6}$")
"""Who said it, between what is said and such a verb."""
_DAY_LONG = len("2020-01-05")
_NAMED = 32
"""Code points before a word of repetition within which a name and its article stand ("the Port Clare daily post")."""
_LONGEST_VERB = 100
"""Code points of the longest word that is taken for a verb."""
_BESIDE_SAYING = 70
"""Code points after a verb of saying within which a time still dates the saying."""


def loosely(text: str, start: int, end: int, timexes: Sequence[Timex], told: Telling, language: str) -> bool:
    """Is the sentence placed at another time than its article's, if by no more than "recently" or "two years ago"?

    Only words of the main clause place it: not those in what is quoted, nor those in what is said to have been. What is
    all quotation was said on a day that they do not tell of.
    """
    forms = scope_forms(language)
    if told.manner == "quoted":
        return False
    stop = min(end, told.verb + _BESIDE_SAYING) if told.manner == "said" else end
    if forms.recent in text[start:stop].lower() and forms.recently.search(text, start, stop):
        return True
    if told.manner == "said" and forms.then.match(text, told.verb):
        return True
    if told.manner == "past" and forms.for_long.search(text, start, end):
        return True
    return any(not _in_quotes(t, told) and _places_loosely(text, start, t, told, forms) for t in timexes)


def _places_loosely(text: str, start: int, t: Timex, told: Telling, forms: ScopeForms) -> bool:
    """Does a time that is no day, or a day of no known week, place the main clause?"""
    if (
        t.type == "SET"
        and (told.manner != "said" or t.start < told.verb)
        and not is_of_a_thing(text, start, t, forms.language)
    ):
        return True
    if in_what_is_said(text, t, told, forms.language):
        return False
    if is_of_some_week(text, start, t, told, forms.language) or (
        is_that_day(t, forms.language) and not names_a_thing(text, t, forms.language)
    ):
        return True
    if t.type == "DURATION" and not t.anchor_event:
        aside = told.manner == "said" and "," in text[told.verb : t.start]
        return (
            t.value[:2] != "PT" and not aside and bool(forms.set_apart.search(text, max(start, t.start - 24), t.start))
        )
    if has_but_begun(t):
        return True
    if t.type in ("DATE", "TIME") and t.span is None and t.value not in ("PRESENT_REF", "FUTURE_REF"):
        return t.value != "PAST_REF"
    return (bool(t.anchor_event) or (t.rule == "shifted" and t.span is None)) and not _of_its_day(text, t, forms)


def is_background(text: str, start: int, end: int, told: Telling, language: str) -> bool:
    """Does a sentence tell how something came about or went on, at no day that is known: "As a result, two men fell",
    "he eventually made good on that threat"?

    Only words outside of quotation marks say so, and of what somebody said those up to the saying.
    """
    forms = scope_forms(language)
    if forms.background_opening.match(text, start):
        return True
    stop = min(end, told.verb + _BESIDE_SAYING) if told.manner == "said" else end
    # One look for each word is many times as fast as the pattern, and few sentences have one.
    if not any(map(text[start:stop].lower().__contains__, forms.background_words)):
        return False
    match = forms.background.search(text, start, stop)
    return match is not None and not any(a <= match.start() < b for a, b in told.quoted)


def has_but_begun(t: Timex) -> bool:
    """Is it the part of a month or week that has but one day yet ("earlier this month", on the second)?"""
    return t.type == "DATE" and t.span is not None and t.span.single is not None and len(t.value) < _DAY_LONG


def _of_its_day(text: str, t: Timex, forms: ScopeForms) -> bool:
    """Is it of the day of what it is counted from ("hours after the vote", not "hours later")?"""
    return t.value[:2] == "PT" and text[t.end : t.end + len(forms.later)].lower() != forms.later


def is_of_a_thing(text: str, start: int, t: Timex, language: str) -> bool:
    """Does a word of repetition say of what kind a thing is ("in his weekly address")?"""
    forms = scope_forms(language)
    return bool(forms.of_a_thing.search(text, max(start, t.start - _NAMED), t.start)) and text[t.end : t.end + 1] == " "


def _in_quotes(t: Timex, told: Telling) -> bool:
    return told.manner != "quoted" and any(a <= t.start < b for a, b in told.quoted)


def is_only_said(t: Timex, told: Telling, page: Page) -> bool:
    """Does a day stand in what is quoted, and not behind it: to come, or the day of speaking?"""
    if not _in_quotes(t, told) or t.span is None or t.span.first is None:
        return False
    return page.published is None or t.span.first >= page.published


def in_what_is_said(text: str, t: Timex, told: Telling, language: str) -> bool:
    """Does a time stand in what somebody said, and not beside the verb that says so ("said in an interview in May")?"""
    if told.manner != "said" or told.verb < 0 or t.start < told.verb:
        return False
    if beside(text, told.verb, t, language):
        return False
    of_a_day = t.span is not None and t.span.single is not None
    return not (of_a_day and beside(text, _later_saying(text, told.verb, t.start, language), t, language))


def is_said_behind(text: str, end: int, t: Timex, told: Telling) -> bool:
    """Does the saying stand behind what is said, at the sentence's end: "… a reminder of July 9, the mayor said"?"""
    if told.manner != "said" or told.verb < t.end or end - told.verb > _LAST_WORDS:
        return False
    return _SPEAKER.search(text, t.end, told.verb) is not None


def beside(text: str, verb: int, t: Timex, language: str) -> bool:
    """Does a time stand close behind a verb, with nothing between that opens a clause?"""
    forms = scope_forms(language)
    if verb < 0 or t.start - verb > _LONGEST_VERB + _BESIDE_SAYING:
        return False
    between = text[verb : t.start].partition(" ")[2]
    return len(between) <= _BESIDE_SAYING and not forms.complement.search(between)


def _later_saying(text: str, verb: int, end: int, language: str) -> int:
    """Where the last verb of saying stands that goes with all before it: "…, officials told the agency on Friday"."""
    sayings = list(_saying(language).finditer(text, verb, end))
    return sayings[-1].start("verb") if sayings else -1


@cache
def _saying(language: str) -> re.Pattern[str]:
    verbs = any_of((*kept_table("telling", language)["said"], *kept_table("telling", language)["says"]))
    return re.compile(rf",[”\"]?\s(?:[\w.’'-]+\s){{1,6}}?(?P<verb>{verbs})\b", re.I)


def is_that_day(t: Timex, language: str) -> bool:
    """Is it "that Saturday" or "that night" of a time that no words before tell, and so was counted from the article's
    day?"""
    forms = scope_forms(language)
    return counted_from_own(t) and t.exact.lower().startswith(forms.that)


def is_of_some_week(text: str, start: int, t: Timex, told: Telling, language: str) -> bool:
    """Is it a weekday of whatever week ("On a drizzly Saturday in Port Clare, pupils are leaving school")?

    Not in what is told as past: "On a busy Monday she left".
    """
    forms = scope_forms(language)
    return not told.past and weekday_of_own(t) and forms.some.fullmatch(text, start, t.start) is not None


def dates_main(text: str, start: int, end: int, t: Timex, told: Telling, own: dt.date | None, language: str) -> bool:
    """Does a period place the main clause, and not a thing in it ("his 2012 amnesty")?"""
    forms = scope_forms(language)
    if _in_quotes(t, told) or in_what_is_said(text, t, told, language) or _since_then(text, end, t, told):
        return False
    if told.manner == "said" and told.verb < t.start and _of_what_has_it(text, start, t, forms):
        return False
    if told.manner in ("said", "quoted") and forms.named_by_year.match(text, t.end):
        return False
    if forms.of_a_period.search(text, max(start, t.start - _NAMED), t.start):
        return False
    to_come = own is not None and t.span is not None and t.span.first is not None and t.span.first > own
    if to_come and (told.manner in ("said", "quoted", "past") or _is_what_is_planned(text, t, told, forms)):
        return False  # no time of what was said or done
    if told.manner == "going on" and 0 <= told.verb < t.start and own is not None:
        # What goes on now was not in 2003: "he is being mocked for a claim that he fell in 2003".
        over = t.span is not None and t.span.last is not None and t.span.last < own
        if over and forms.words["being"] in text[told.verb : told.verb + _LONGEST_BE].split():
            return False
    return not (
        told.manner == "past" and t.start < told.verb and forms.verb_follows.match(text, t.end) and t.start > start + 12
    )


def _is_what_is_planned(text: str, t: Timex, told: Telling, forms: ScopeForms) -> bool:
    """Is it that of a plan: "has issued a timetable, setting elections for early 2014"?"""
    if told.manner != "perfect" or not 0 <= told.verb < t.start:
        return False
    return forms.setting.search(text, max(told.verb, t.start - _LONGEST_VERB), t.start) is not None


def _since_then(text: str, end: int, t: Timex, told: Telling) -> bool:
    """Is it the bound of what is so now, as somebody says behind it: "It has been known since March, she says"?"""
    if told.manner != "said" or told.verb < t.end or t.span is None or t.span.last is not None:
        return False
    return end - told.verb <= _BESIDE_SAYING or text[told.verb : end].partition(" ")[0].endswith(",")


def _of_what_has_it(text: str, start: int, t: Timex, forms: ScopeForms) -> bool:
    """Does a period stand within the name of a thing: "she joked, recalling his 2003 blunder"?"""
    return (
        bool(forms.having.search(text, max(start, t.start - 24), t.start)) and text[t.end : t.end + 2].strip().islower()
    )
