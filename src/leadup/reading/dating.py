"""When what a sentence tells of happened: from the expressions in it, the heading over it, the story so far.

Three rules hold throughout. What the text places elsewhere, even loosely ("in 2010", "last month", "since May"), never
falls back to the publication day. A sentence that tells of no happening (a view, a habit, a standing fact) has no day
at all. And a day that stands in an aside, in what is quoted, or in the name of another event comes after the day of
the main clause.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from leadup.lang import table
from leadup.model import DateAnchor, DateReason, DateSpan, EventDate, Reason, Timex, as_inferred
from leadup.model.reason import OWN, SECTION
from leadup.reading.page import NEWS, QUOTING, SAYING, Page, counted_from_own, names_a_thing, weekday_of_own
from leadup.reading.planned import planned
from leadup.reading.subordinate import Standing, standing
from leadup.reading.telling import Telling
from leadup.reading.trust import (
    ASIDE,
    BOUNDING,
    CARRIED,
    DOUBTFUL,
    EXPLICIT,
    PERIOD,
    PUBLISHED,
    RUNNING,
    SPANNING,
    SUBORDINATE,
    UNDER_HEADING,
)

_WORDS: dict[str, Any] = table("dating")
_TODAY: frozenset[str] = frozenset(_WORDS["today"])
# Days that only bound or background what happened ("since Monday", "by Friday", "due on March 3"), and those before
# which it happened, which are asked for first.
_BOUNDING = re.compile(rf"\b(?:{_WORDS['bounding']})\s*(?:{_WORDS['article']}\s*)?$", re.I)
_EARLIER = re.compile(rf"\b(?:{_WORDS['earlier_than']})\s*(?:{_WORDS['article']}\s*)?$", re.I)
_UP_TO = re.compile(_WORDS["up_to"], re.I)
# A past happening taken up again keeps the day it was given: "in that assault", "the attack".
_TAKEN_UP = re.compile(
    rf"\b(?:{_WORDS['taking_up']})\s+(?:{_WORDS['same']})\s+(?:{'|'.join(_WORDS['happenings'])})s?\b", re.I
)
# What follows is told of something in the main clause, not the news itself: "… on Monday condemned the strikes that
# killed 24 a day earlier".
_RELATIVE = re.compile(rf"\b(?:{_WORDS['subordinating']})\s+(?:[\w'’-]+\s+){{1,12}}$", re.I)
# A subject's own past before the main verb: "Two men killed on Feb. 26 were buried on Monday".
_VERB_FOLLOWS = re.compile(rf"(?:\s(?:{_WORDS['joining']})\s\w+)?\s*,?\s*(?:{_WORDS['main_verbs']})\b", re.I)
# A second clause that looks ahead: "The roads opened on schedule, and the entrance will open on May 10".
_THEN_AHEAD = re.compile(_WORDS["then_ahead"], re.I)
# What was said or written to be still to come: "posters declaring that there would be a fair on Saturday".
_TO_BE = re.compile(_WORDS["to_be"], re.I)
# "In today's politics": these times, no day.
_IN_TODAYS = re.compile(_WORDS["these_times"], re.I)
# "Where they are today": the same.
_NOW = re.compile(_WORDS["now"])
# A post's own stamp, which its maker writes in UTC: "— Name (@name) October 21, 2016".
_POSTED = re.compile(r"\(@\w{1,30}\)\s*$")
# "recently", "on a recent broadcast"; not "criticised the recent decision".
_RECENTLY = re.compile(_WORDS["recently"], re.I)
_RECENT = str(_WORDS["recently_hint"])
_POLL_HINTS: tuple[str, ...] = tuple(_WORDS["poll_hints"])
_THEN = re.compile(rf"\w+\s(?:{_WORDS['then']})\b", re.I)
_HERE = re.compile(_WORDS["here"], re.I)
_HAD_BEFORE = re.compile(_WORDS["had_before"], re.I)
HELD_AT: frozenset[str] = frozenset(_WORDS["held_at"])
"""What opens a sentence with a thing named by its day, at which all was told."""
_SET_APART = re.compile(_WORDS["set_apart"], re.I)
_OF_A_THING = re.compile(_WORDS["of_a_thing"], re.I)
_OF_THE_MONTH = re.compile(_WORDS["of_the_month"], re.I)
_HAVING = re.compile(rf"(?:\w['’]s|\b(?:{_WORDS['under']['determiners']}))\s$", re.I)
_RIGHT_BEFORE = 20
"""Code points before a day that hold the longest of the words that bound it."""
_LATER = f" {_WORDS['later']}"
_OPENING = 12
"""Code points after a sentence's first within which a period opens it."""
_GOES_ON = "goes-on"
_LONGEST_EVENT = 7
_COUNTED = 40
"""Code points between "a day after" and the day that it is counted from."""
_BACK = 200
"""Code points before a day within which the words that make it a day to come are looked for."""

DRIFT = 4
"""For so many sentences after one of another time what is told as past goes on from it, and is not of the article's
day: of 62 such sentences of real articles 16 were of it, of those further on about half."""
_AGO = 10
"""Days before the article's own from which on a day is of another time."""


class Before(NamedTuple):
    """The sentence before in the same paragraph: the date it was given, and whether a sentence may go on from it.

    ``past``: it was told as past, of no day to come; ``near``: its day is of the week of the article's own, so that
    what is said after it may have been said on it; ``close``: it is of the last few days, which news tells on from. Of
    26 sentences told as past that went on from a day further back 4 were of that day; of 26 that went on from a close
    one 11, and 10 of the 16 that are left once those of a state are not ("was in hospital").
    """

    date: EventDate
    past: bool
    near: bool = True
    close: bool = True


def event_dates(
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    section: dt.date | None,
    before: Before | None,
    page: Page,
    told: Telling,
    lead: bool = False,
    adrift: bool = False,
) -> tuple[EventDate, ...]:
    """The days that the sentence ``text[start:end]`` tells of, best first; empty where it has none, or none is known.

    ``timexes`` are those inside the sentence, ``section`` the day of the heading over it, ``before`` the sentence
    before it in the same paragraph, ``told`` what the sentence does, ``lead`` whether it is of the article's head,
    ``adrift`` whether the text is just telling of another time (:func:`drifting`). Each date says why. A span of a week
    or more ("in 2010") says that the sentence belongs there and to no single day that is known.
    """
    written = sorted(_written(text, start, end, timexes, section, page, told, before), key=lambda d: -d.weight)
    best = written[0].weight if written else 0.0
    taken = before.date if before is not None else page.last
    if best < RUNNING and taken is not None and _TAKEN_UP.search(text, start, end) and not _placed(written):
        written.append(_from_before(taken, "takes-up", RUNNING))
    elif best < SUBORDINATE and section is not None and best != PERIOD:
        if told.manner != "earlier" and not _repeated(text, start, timexes):
            reason = DateReason("heading", DateAnchor(section.isoformat(), SECTION))
            written.append(EventDate(DateSpan.day(section), "heading", reason, UNDER_HEADING))
    elif best < PUBLISHED and before is not None and _goes_on(told, before):
        written.append(_from_before(before.date, _GOES_ON, CARRIED))
    elif best < PUBLISHED and section is None and (own := page.own) is not None:
        today = happened(text, start, end, told, page, lead) and not loosely(text, start, end, timexes, told)
        if today and not (adrift and told.manner == "past"):
            written.append(own)
    written.sort(key=lambda d: -d.weight)
    if page.inferred:
        written = [replace(d, reason=as_inferred(d.reason)) for d in written]
    return tuple(_distinct(written))


def _from_before(before: EventDate, rule: str, weight: float) -> EventDate:
    """The date of a sentence before, resting on its reason (or, where that one goes on itself, on what from)."""
    reason = before.reason
    if isinstance(reason, DateReason) and reason.rule == _GOES_ON and reason.of:
        reason = reason.of
    return EventDate(before.span, "narrative", DateReason(rule, of=reason), weight)


def drifting(
    since: int,
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    dates: Sequence[EventDate],
    told: Telling,
    page: Page,
) -> int:
    """How many sentences ago, this one included, the text told of a time long before its article's.

    ``since`` is the same before this sentence; :data:`DRIFT` and more is no longer of account.
    """
    if dates and dates[0].by != "published":
        last = dates[0].span.last
        return 0 if last is not None and page.published is not None and (page.published - last).days > _AGO else DRIFT
    if not dates and timexes and loosely(text, start, end, timexes, told):
        return 0
    return min(DRIFT, since + 1)


def _placed(dates: Sequence[EventDate]) -> bool:
    return any(d.weight >= PERIOD for d in dates)


def _repeated(text: str, start: int, timexes: Sequence[Timex]) -> bool:
    return any(t.type == "SET" and not _of_a_thing(text, start, t) for t in timexes)


def _goes_on(told: Telling, before: Before) -> bool:
    if not before.past or told.habit:
        return False
    if told.manner == "past":
        return before.close and not told.state
    return before.near and told.manner in ("said", "quoted")


def happened(text: str, start: int, end: int, told: Telling, page: Page, lead: bool) -> bool:
    """Does the sentence tell of something of the article's own day, if nothing else dates it?

    At an article's head the perfect tells the news ("Police have arrested two men"); further on, what has long been so.
    """
    if told.habit or text[end - 1] == "?":
        return False
    if told.manner == "quoted":
        return page.news >= QUOTING
    if told.manner == "said":
        return page.news >= SAYING
    if told.manner in ("past", "going on") or (lead and told.manner == "perfect"):
        return page.news >= NEWS and not told.view
    return _polled(text, start, end)


def _polled(text: str, start: int, end: int) -> bool:
    sentence = text[start:end]
    for hint in _POLL_HINTS:
        if hint in sentence:
            return bool(_poll().search(text, start, end))
    return False


@cache
def _poll() -> re.Pattern[str]:
    verbs = "|".join(table("telling")["polled"])
    return re.compile("".join(_WORDS["poll"]).format(verbs=verbs))


def loosely(text: str, start: int, end: int, timexes: Sequence[Timex], told: Telling) -> bool:
    """Is the sentence placed at another time than its article's, if by no more than "recently" or "two years ago"?

    Only words of the main clause place it: not those in what is quoted, nor those in what is said to have been.
    """
    stop = min(end, told.verb + _BESIDE_SAYING) if told.manner == "said" else end
    if _RECENT in text[start:stop].lower() and _RECENTLY.search(text, start, stop):
        return True
    if told.manner == "said" and _THEN.match(text, told.verb):
        return True
    for t in timexes:
        if _in_quotes(t, told):
            continue
        if t.type == "SET" and (told.manner != "said" or t.start < told.verb) and not _of_a_thing(text, start, t):
            return True
        if in_what_is_said(text, t, told):
            continue
        if _that_day(t) and told.manner != "quoted":
            return True
        if t.type == "DURATION" and not t.anchor_event:
            if (
                told.manner != "quoted"
                and t.value[:2] != "PT"
                and _SET_APART.search(text, max(start, t.start - 24), t.start)
            ):
                return True
        elif t.type in ("DATE", "TIME") and t.span is None and t.value not in ("PRESENT_REF", "FUTURE_REF"):
            if t.value != "PAST_REF":
                return True
        elif (t.anchor_event or (t.rule == "shifted" and t.span is None)) and not _of_its_day(text, t):
            return True
    return False


def _of_its_day(text: str, t: Timex) -> bool:
    """Is it of the day of what it is counted from ("hours after the vote", not "hours later")?"""
    return t.value[:2] == "PT" and text[t.end : t.end + len(_LATER)].lower() != _LATER


def _of_a_thing(text: str, start: int, t: Timex) -> bool:
    """Does a word of repetition say of what kind a thing is ("in his weekly address")?"""
    return bool(_OF_A_THING.search(text, max(start, t.start - 8), t.start)) and text[t.end : t.end + 1] == " "


def _in_quotes(t: Timex, told: Telling) -> bool:
    return told.manner != "quoted" and any(a <= t.start < b for a, b in told.quoted)


def _only_said(t: Timex, told: Telling, page: Page) -> bool:
    """Does a day stand in what is quoted, and not behind it: to come, or the day of speaking?"""
    if not _in_quotes(t, told) or t.span is None or t.span.first is None:
        return False
    return page.published is None or t.span.first >= page.published


def in_what_is_said(text: str, t: Timex, told: Telling) -> bool:
    """Does a time stand in what somebody said, and not beside the verb that says so ("said in an interview in May")?"""
    if told.manner != "said" or told.verb < 0 or t.start < told.verb:
        return False
    if _beside(text, told.verb, t):
        return False
    of_a_day = t.span is not None and t.span.single is not None
    return not (of_a_day and _beside(text, _later_saying(text, told.verb, t.start), t))


def _beside(text: str, verb: int, t: Timex) -> bool:
    between = text[verb : t.start].partition(" ")[2]
    return verb >= 0 and len(between) <= _BESIDE_SAYING and not COMPLEMENT.search(between)


def _later_saying(text: str, verb: int, end: int) -> int:
    """Where the last verb of saying stands that goes with all before it: "…, officials told the agency on Friday"."""
    found = list(_saying().finditer(text, verb, end))
    return found[-1].start("verb") if found else -1


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join((*table("telling")["said"], *table("telling")["says"]))
    return re.compile(rf",[”\"]?\s(?:[\w.’'-]+\s){{1,6}}?(?P<verb>{verbs})\b", re.I)


COMPLEMENT = re.compile(_WORDS["complement"], re.I)
"""What in the words behind a verb of saying shows that they are what was said."""
_LONGEST_BE = 10
_BESIDE_SAYING = 70
"""Code points after a verb of saying within which a time still dates the saying."""


def _written(
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    section: dt.date | None,
    page: Page,
    told: Telling,
    before: Before | None,
) -> Iterator[EventDate]:
    first_said = 0
    anchored: Timex | None = None
    period = False
    for timex in timexes:
        span = timex.span
        counted_from = anchored is not None and timex.start - anchored.end <= _COUNTED
        anchored = timex if timex.anchor_event and timex.type == "DURATION" else None
        if span is None or (timex.type not in ("DATE", "TIME") and anchored is None):
            continue
        if _nowadays(text, start, timex, told):
            continue
        reason = timex.reason or DateReason("said", values={"exact": timex.exact})
        if span.first is None or span.last is None or (span.last - span.first).days >= _LONGEST_EVENT:
            if not _UP_TO.search(text, max(start, timex.start - 24), timex.start) and _dates_main(
                text, start, end, timex, told, page.published
            ):
                period = True
                first_said = first_said or timex.end
                yield EventDate(span, "timex", reason, PERIOD)
            continue
        span, reason = _as_posted(text, start, timex, span, reason, page)
        span, reason = _of_running_day(timex, span, reason, page)
        loose_clock = _is_bare_clock(timex, reason) and _is_elsewhere(before, page)
        past = page.published is not None and span.last is not None and span.last < page.published
        stands = standing(text, start, timex, told, past=past, dated=bool(first_said))
        if span.single == page.published:
            stands = Standing.MAIN
        aside = (
            _only_said(timex, told, page)
            or _then_ahead(text, timex, told)
            or _to_be(text, timex, told, bool(first_said))
            or _far_off(span, section, timex, told)
            or _of_a_period(text, start, timex, timexes, told)
            or (past and _of_a_thing_that_stands(text, start, timex, told))
            or stands is Standing.UNDER
        )
        if planned(text, start, end, timex, told, page.published, later=page.later) or _that_day(timex) or loose_clock:
            weight = DOUBTFUL
        elif aside:
            weight = ASIDE
        elif _bounds(_EARLIER, text, start, timex):
            weight = DOUBTFUL
        # "A day after the Dec. 29 attack": the second day is only what the first is counted from.
        elif (
            stands is Standing.ADDED
            or counted_from
            or _had_before(text, first_said, timex)
            or _bounds(_BOUNDING, text, start, timex)
        ):
            weight = BOUNDING
        elif span.single is None:
            weight = SPANNING
        elif (first_said and _RELATIVE.search(text, max(first_said, timex.start - 80), timex.start)) or (
            timex is not timexes[-1] and _VERB_FOLLOWS.match(text, timex.end)
        ):
            weight = ASIDE if period else SUBORDINATE
        else:
            weight = EXPLICIT
        first_said = first_said or timex.end
        yield EventDate(span, "timex", reason, weight)


def _bounds(by: re.Pattern[str], text: str, start: int, t: Timex) -> bool:
    """Do such words stand right before a day?"""
    return not _at_a_clock(t) and by.search(text, max(start, t.start - _RIGHT_BEFORE), t.start) is not None


def _that_day(t: Timex) -> bool:
    """Is it "that Saturday" of a week that no words before tell, and so was counted from the article's day?"""
    return weekday_of_own(t) and t.exact.lower().startswith(_WORDS["under"]["that"] + " ")


def _at_a_clock(t: Timex) -> bool:
    """Is it a time of the clock, before or after which is still the same day: "just before midnight Monday"?"""
    return t.type == "TIME" and t.value.partition("T")[2][:1].isdigit()


def _of_a_period(text: str, start: int, t: Timex, timexes: Sequence[Timex], told: Telling) -> bool:
    """Is a weekday that was counted from the article's day one of a period that the sentence tells of?

    "On a bright Saturday in September", "In 1993, as a pupil, she came to Sunday school".
    """
    if t.span is None or not weekday_of_own(t):
        return False
    for other in timexes:
        span = other.span
        if other.type != "DATE" or span is None or span.first is None or span.last is None:
            continue
        if (span.last - span.first).days < _LONGEST_EVENT or span.first <= (t.span.first or span.first) <= span.last:
            continue
        if _OF_THE_MONTH.fullmatch(text, t.end, other.start):
            return True
        if (
            other.start - start <= _OPENING
            and other.end <= t.start
            and _dates_main(text, start, t.start, other, told, None)
        ):
            return True
    return False


def _of_running_day(t: Timex, span: DateSpan, reason: Reason, page: Page) -> tuple[DateSpan, Reason]:
    """ "Later in the day", where a report goes on from a day before its own: that day."""
    if page.running is None or span.single != page.published or not counted_from_own(t):
        return span, reason
    if not isinstance(reason, DateReason) or not (reason.values.get("edge") or _is_bare_clock(t, reason)):
        return span, reason
    return page.running.span, DateReason("running", of=page.running.reason)


def _of_a_thing_that_stands(text: str, start: int, t: Timex, told: Telling) -> bool:
    """Is it the day of a thing that only something is shown of: "Here are five views of Friday's debate"?"""
    return told.manner == "standing" and names_a_thing(text, t) and bool(_HERE.match(text, start))


def _had_before(text: str, first_said: int, t: Timex) -> bool:
    """Does a day stand in what had been before the day of the main clause, and is but added to it: "won on Thursday
    what he wanted, an answer he had sought the day before"?"""
    return bool(first_said) and _HAD_BEFORE.search(text, first_said, t.start) is not None


def _is_bare_clock(t: Timex, reason: Reason) -> bool:
    """Is it a time of the clock that names no day ("around 8 p.m.")?"""
    return t.type == "TIME" and counted_from_own(t) and isinstance(reason, DateReason) and reason.rule == "day-of"


def _is_elsewhere(before: Before | None, page: Page) -> bool:
    """Does the sentence before, in the same paragraph, tell of another time than the article's day?"""
    return before is not None and page.published is not None and page.published not in before.date.span


def _nowadays(text: str, start: int, t: Timex, told: Telling) -> bool:
    """ "Today, parties remain divided", "where they are today": no day, but these times."""
    if t.exact.lower() not in _TODAY:
        return False
    first = told.manner in ("standing", "perfect") and not text[start : t.start].strip("\"“'‘ ")
    before = text[max(start, t.start - 6) : t.start]
    these = told.manner in ("standing", "going on", "none") and _IN_TODAYS.search(
        text, max(start, t.start - 6), t.end + 2
    )
    return first or bool(these) or bool(_NOW.search(before))


def _far_off(span: DateSpan, section: dt.date | None, t: Timex, told: Telling) -> bool:
    """Under a heading, what is said of a day far from it was said on the heading's day."""
    if section is None or span.first is None or told.manner != "said" or not 0 <= told.verb < t.start:
        return False
    return abs((span.first - section).days) > _LONGEST_EVENT


def _then_ahead(text: str, t: Timex, told: Telling) -> bool:
    if told.verb < 0 or told.manner not in ("past", "said") or t.start < told.verb:
        return False
    found = _THEN_AHEAD.search(text, max(told.verb, t.start - _BACK), t.start)
    return found is not None and not any(a <= found.start() < b for a, b in told.quoted)


def _to_be(text: str, t: Timex, told: Telling, after_another: bool) -> bool:
    """Is a day of what was said to come? Where a verb of saying has no day of its own, the sentence is about that."""
    manners = ("past", "perfect", "said") if after_another else ("past", "perfect")
    if told.verb < 0 or told.manner not in manners or t.start < told.verb:
        return False
    return bool(_TO_BE.search(text, max(told.verb, t.start - _BACK), t.start))


def _as_posted(text: str, start: int, t: Timex, span: DateSpan, reason: Reason, page: Page) -> tuple[DateSpan, Reason]:
    """A post's stamp of the day after the article's: west of Greenwich that is the article's own evening."""
    if page.published is None or span.single != page.published + dt.timedelta(1):
        return span, reason
    if not _POSTED.search(text, max(start, t.start - 40), t.start):
        return span, reason
    return DateSpan.day(page.published), DateReason("posted", DateAnchor(page.published.isoformat(), OWN), reason)


def _dates_main(text: str, start: int, end: int, t: Timex, told: Telling, own: dt.date | None) -> bool:
    """Does a period place the main clause, and not a thing in it ("his 2012 amnesty")?"""
    if _in_quotes(t, told) or in_what_is_said(text, t, told) or _since_then(text, end, t, told):
        return False
    if told.manner == "said" and told.verb < t.start and _of_what_has_it(text, start, t):
        return False
    to_come = own is not None and t.span is not None and t.span.first is not None and t.span.first > own
    if to_come and told.manner in ("said", "quoted", "past"):
        return False  # no time of what was said or done
    if told.manner == "going on" and 0 <= told.verb < t.start and own is not None:
        # What goes on now was not in 2003: "he is being mocked for a claim that he fell in 2003".
        over = t.span is not None and t.span.last is not None and t.span.last < own
        if over and _WORDS["being"] in text[told.verb : told.verb + _LONGEST_BE].split():
            return False
    return not (
        told.manner == "past" and t.start < told.verb and _VERB_FOLLOWS.match(text, t.end) and t.start > start + 12
    )


def _since_then(text: str, end: int, t: Timex, told: Telling) -> bool:
    """Is it the bound of what is so now, as somebody says behind it: "It has been known since March, she says"?"""
    if told.manner != "said" or told.verb < t.end or t.span is None or t.span.last is not None:
        return False
    return end - told.verb <= _BESIDE_SAYING or text[told.verb : end].partition(" ")[0].endswith(",")


def _of_what_has_it(text: str, start: int, t: Timex) -> bool:
    """Does a period stand within the name of a thing: "she joked, recalling his 2003 blunder"?"""
    return bool(_HAVING.search(text, max(start, t.start - 24), t.start)) and text[t.end : t.end + 2].strip().islower()


def _distinct(dates: Sequence[EventDate]) -> Iterator[EventDate]:
    seen = set()
    for date in dates:
        days = (date.span.first, date.span.last)
        if days not in seen:
            seen.add(days)
            yield date
