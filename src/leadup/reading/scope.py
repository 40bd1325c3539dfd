"""Which part of a sentence a time belongs to: its main clause, what is quoted, what somebody said, the name of a thing.

Only a time of the main clause places what the sentence tells.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import OWNER
from leadup.model import Timex
from leadup.reading.page import Page, counted_from_own, names_a_thing, weekday_of_own
from leadup.reading.telling import Telling

_WORDS: dict[str, Any] = table("dating")

# A subject's own past before the main verb: "Two men killed on Feb. 26 were buried on Monday".
VERB_FOLLOWS = re.compile(rf"(?:\s(?:{_WORDS['joining']})\s\w+)?\s*,?\s*(?:{_WORDS['main_verbs']})\b", re.I)
# "recently", "on a recent broadcast"; not "criticised the recent decision".
_RECENTLY = re.compile(_WORDS["recently"], re.I)
_FOR_LONG = re.compile(_WORDS["for_long"], re.I)
_BACKGROUND_OPENING = re.compile(rf"(?:{_WORDS['background_opening']})\b", re.I)
_BACKGROUND_WORDS: tuple[str, ...] = tuple(_WORDS["background"])
_BACKGROUND = re.compile(rf"\b(?:{'|'.join(_BACKGROUND_WORDS)})\b", re.I)
_RECENT = str(_WORDS["recently_hint"])
_THEN = re.compile(rf"\w+\s(?:{_WORDS['then']})\b", re.I)
_SET_APART = re.compile(_WORDS["set_apart"], re.I)
_OF_A_THING = re.compile(_WORDS["of_a_thing"], re.I)
_HAVING = re.compile(rf"(?:\w{OWNER}|\b(?:{_WORDS['under']['determiners']}))\s$", re.I)
_LATER = f" {_WORDS['later']}"
_THAT = f"{_WORDS['under']['that']} "
COMPLEMENT = re.compile(_WORDS["complement"], re.I)
"""What in the words behind a verb of saying shows that they are what was said."""
# "the 2012 presidential nominee", "the first day of the third quarter"
_NAMED_BY_YEAR = re.compile(
    rf"\s(?:(?!(?:{_WORDS['under']['determiners']})\s)[\w.'’-]+\s){{0,4}}?(?:{_WORDS['named_by_year']})\b"
)
_OF_A_PERIOD = re.compile(rf"\b(?:{_WORDS['day_of_a_period']})\s$", re.I)
_SOME = re.compile(rf"\W*{_WORDS['under']['on']}\s(?:{_WORDS['some']})\s(?:[a-z-]+\s){{1,2}}", re.I)
_SETTING = re.compile(rf",\s\w+{_WORDS['under']['gerund']}\s[^,;]*$")
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


def loosely(text: str, start: int, end: int, timexes: Sequence[Timex], told: Telling) -> bool:
    """Is the sentence placed at another time than its article's, if by no more than "recently" or "two years ago"?

    Only words of the main clause place it: not those in what is quoted, nor those in what is said to have been. What is
    all quotation was said on a day that they do not tell of.
    """
    if told.manner == "quoted":
        return False
    stop = min(end, told.verb + _BESIDE_SAYING) if told.manner == "said" else end
    if _RECENT in text[start:stop].lower() and _RECENTLY.search(text, start, stop):
        return True
    if told.manner == "said" and _THEN.match(text, told.verb):
        return True
    if told.manner == "past" and _FOR_LONG.search(text, start, end):
        return True
    return any(not _in_quotes(t, told) and _places_loosely(text, start, t, told) for t in timexes)


def _places_loosely(text: str, start: int, t: Timex, told: Telling) -> bool:
    """Does a time that is no day, or a day of no known week, place the main clause?"""
    if t.type == "SET" and (told.manner != "said" or t.start < told.verb) and not is_of_a_thing(text, start, t):
        return True
    if in_what_is_said(text, t, told):
        return False
    if is_of_some_week(text, start, t, told) or (is_that_day(t) and not names_a_thing(text, t)):
        return True
    if t.type == "DURATION" and not t.anchor_event:
        aside = told.manner == "said" and "," in text[told.verb : t.start]
        return t.value[:2] != "PT" and not aside and bool(_SET_APART.search(text, max(start, t.start - 24), t.start))
    if has_but_begun(t):
        return True
    if t.type in ("DATE", "TIME") and t.span is None and t.value not in ("PRESENT_REF", "FUTURE_REF"):
        return t.value != "PAST_REF"
    return (bool(t.anchor_event) or (t.rule == "shifted" and t.span is None)) and not _of_its_day(text, t)


def is_background(text: str, start: int, end: int, told: Telling) -> bool:
    """Does a sentence tell how something came about or went on, at no day that is known: "As a result, two men fell",
    "he eventually made good on that threat"?

    Only words outside of quotation marks say so, and of what somebody said those up to the saying.
    """
    if _BACKGROUND_OPENING.match(text, start):
        return True
    stop = min(end, told.verb + _BESIDE_SAYING) if told.manner == "said" else end
    # One look for each word is many times as fast as the pattern, and few sentences have one.
    if not any(map(text[start:stop].lower().__contains__, _BACKGROUND_WORDS)):
        return False
    match = _BACKGROUND.search(text, start, stop)
    return match is not None and not any(a <= match.start() < b for a, b in told.quoted)


def has_but_begun(t: Timex) -> bool:
    """Is it the part of a month or week that has but one day yet ("earlier this month", on the second)?"""
    return t.type == "DATE" and t.span is not None and t.span.single is not None and len(t.value) < _DAY_LONG


def _of_its_day(text: str, t: Timex) -> bool:
    """Is it of the day of what it is counted from ("hours after the vote", not "hours later")?"""
    return t.value[:2] == "PT" and text[t.end : t.end + len(_LATER)].lower() != _LATER


def is_of_a_thing(text: str, start: int, t: Timex) -> bool:
    """Does a word of repetition say of what kind a thing is ("in his weekly address")?"""
    return bool(_OF_A_THING.search(text, max(start, t.start - _NAMED), t.start)) and text[t.end : t.end + 1] == " "


def _in_quotes(t: Timex, told: Telling) -> bool:
    return told.manner != "quoted" and any(a <= t.start < b for a, b in told.quoted)


def is_only_said(t: Timex, told: Telling, page: Page) -> bool:
    """Does a day stand in what is quoted, and not behind it: to come, or the day of speaking?"""
    if not _in_quotes(t, told) or t.span is None or t.span.first is None:
        return False
    return page.published is None or t.span.first >= page.published


def in_what_is_said(text: str, t: Timex, told: Telling) -> bool:
    """Does a time stand in what somebody said, and not beside the verb that says so ("said in an interview in May")?"""
    if told.manner != "said" or told.verb < 0 or t.start < told.verb:
        return False
    if beside(text, told.verb, t):
        return False
    of_a_day = t.span is not None and t.span.single is not None
    return not (of_a_day and beside(text, _later_saying(text, told.verb, t.start), t))


def is_said_behind(text: str, end: int, t: Timex, told: Telling) -> bool:
    """Does the saying stand behind what is said, at the sentence's end: "… a reminder of July 9, the mayor said"?"""
    if told.manner != "said" or told.verb < t.end or end - told.verb > _LAST_WORDS:
        return False
    return _SPEAKER.search(text, t.end, told.verb) is not None


def beside(text: str, verb: int, t: Timex) -> bool:
    """Does a time stand close behind a verb, with nothing between that opens a clause?"""
    if verb < 0 or t.start - verb > _LONGEST_VERB + _BESIDE_SAYING:
        return False
    between = text[verb : t.start].partition(" ")[2]
    return len(between) <= _BESIDE_SAYING and not COMPLEMENT.search(between)


def _later_saying(text: str, verb: int, end: int) -> int:
    """Where the last verb of saying stands that goes with all before it: "…, officials told the agency on Friday"."""
    sayings = list(_saying().finditer(text, verb, end))
    return sayings[-1].start("verb") if sayings else -1


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join((*table("telling")["said"], *table("telling")["says"]))
    return re.compile(rf",[”\"]?\s(?:[\w.’'-]+\s){{1,6}}?(?P<verb>{verbs})\b", re.I)


def is_that_day(t: Timex) -> bool:
    """Is it "that Saturday" or "that night" of a time that no words before tell, and so was counted from the article's
    day?"""
    return counted_from_own(t) and t.exact.lower().startswith(_THAT)


def is_of_some_week(text: str, start: int, t: Timex, told: Telling) -> bool:
    """Is it a weekday of whatever week ("On a drizzly Saturday in Port Clare, pupils are leaving school")?

    Not in what is told as past: "On a busy Monday she left".
    """
    return not told.past and weekday_of_own(t) and _SOME.fullmatch(text, start, t.start) is not None


def dates_main(text: str, start: int, end: int, t: Timex, told: Telling, own: dt.date | None) -> bool:
    """Does a period place the main clause, and not a thing in it ("his 2012 amnesty")?"""
    if _in_quotes(t, told) or in_what_is_said(text, t, told) or _since_then(text, end, t, told):
        return False
    if told.manner == "said" and told.verb < t.start and _of_what_has_it(text, start, t):
        return False
    if told.manner in ("said", "quoted") and _NAMED_BY_YEAR.match(text, t.end):
        return False
    if _OF_A_PERIOD.search(text, max(start, t.start - _NAMED), t.start):
        return False
    to_come = own is not None and t.span is not None and t.span.first is not None and t.span.first > own
    if to_come and (told.manner in ("said", "quoted", "past") or _is_what_is_planned(text, t, told)):
        return False  # no time of what was said or done
    if told.manner == "going on" and 0 <= told.verb < t.start and own is not None:
        # What goes on now was not in 2003: "he is being mocked for a claim that he fell in 2003".
        over = t.span is not None and t.span.last is not None and t.span.last < own
        if over and _WORDS["being"] in text[told.verb : told.verb + _LONGEST_BE].split():
            return False
    return not (
        told.manner == "past" and t.start < told.verb and VERB_FOLLOWS.match(text, t.end) and t.start > start + 12
    )


def _is_what_is_planned(text: str, t: Timex, told: Telling) -> bool:
    """Is it that of a plan: "has issued a timetable, setting elections for early 2014"?"""
    if told.manner != "perfect" or not 0 <= told.verb < t.start:
        return False
    return _SETTING.search(text, max(told.verb, t.start - _LONGEST_VERB), t.start) is not None


def _since_then(text: str, end: int, t: Timex, told: Telling) -> bool:
    """Is it the bound of what is so now, as somebody says behind it: "It has been known since March, she says"?"""
    if told.manner != "said" or told.verb < t.end or t.span is None or t.span.last is not None:
        return False
    return end - told.verb <= _BESIDE_SAYING or text[told.verb : end].partition(" ")[0].endswith(",")


def _of_what_has_it(text: str, start: int, t: Timex) -> bool:
    """Does a period stand within the name of a thing: "she joked, recalling his 2003 blunder"?"""
    return bool(_HAVING.search(text, max(start, t.start - 24), t.start)) and text[t.end : t.end + 2].strip().islower()
