"""The days an answer may speak of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.errors import BadQuestion, EmptyWindow, QuestionError
from leadup.model import Question, Target
from leadup.timeline.messages import Messages
from leadup.times import tag

_MESSAGES = Messages("window")

EARLIEST, LATEST = dt.date(1000, 1, 1), dt.date(8999, 12, 31)
"""No window reaches further: what looks some days around it stays within the calendar."""


def window(question: Question, target: Target | None) -> tuple[dt.date, dt.date]:
    """First and last day: the question's own, else ``days`` before the target up to its day and ``after``.

    Raises BadQuestion where neither the question nor the target says when, or a day is outside EARLIEST to LATEST.
    """
    day = question.date or (target.day if target else None)
    first, last = question.first, question.last
    for given in (day, first, last):
        if given is not None and not EARLIEST <= given <= LATEST:
            give = _MESSAGES["give a day"].format(first=EARLIEST, last=LATEST)
            raise BadQuestion(_MESSAGES["no day of news"].format(given=given), give)
    if first is None and day is not None:
        first = moved(day, -question.days)
    if last is None and day is not None:
        last = moved(day, question.after)
    if first is None or last is None:
        raise BadQuestion(_MESSAGES["no days"], _MESSAGES["give days"])
    if first > last:
        raise BadQuestion(_MESSAGES["backwards"].format(first=first, last=last), _MESSAGES["check days"])
    return first, last


def tell_end_of_archive(error: QuestionError, question: Question, last: dt.date | None) -> None:
    """Have a refusal say where the days asked for come after the archive's last article, of ``last``.

    The days are those that the question is given, else those that its words name in full ("the vote of May 3, 2021").
    """
    if last is None:
        return
    days = [day for day in (question.date or question.first, question.last) if day is not None]
    if not days:
        spans = [timex.span for timex in tag(question.target, last) if timex.anchor is None and timex.span is not None]
        days = [span.first or dt.date.min for span in spans]
    if days and min(days) > last:
        error.add(_MESSAGES["ends before"].format(last=last), _MESSAGES["add later"])


def with_end_of_archive(target: Target, last: dt.date | None) -> Target:
    """The target, saying where its day is after the archive's last article, so that nothing here can tell of it."""
    if last is None or target.day <= last:
        return target
    ends = _MESSAGES["ends before"].format(last=last)
    return replace(target, how=_MESSAGES["and ends before"].format(how=target.how, ends=ends))


def moved(day: dt.date, days: int) -> dt.date:
    """``day`` moved by so many days, at most to the ends of what an answer may speak of."""
    room = (LATEST - day if days > 0 else day - EARLIEST).days
    return day + dt.timedelta(max(-room, min(room, days)))


def nothing_told(first: dt.date, last: dt.date) -> EmptyWindow:
    """What to raise where nothing is told of the days ``[first, last]``."""
    return EmptyWindow(_MESSAGES["nothing"].format(first=first, last=last), _MESSAGES["widen"])


def nothing_of(question: Question, first: dt.date, last: dt.date) -> EmptyWindow:
    """What to raise where the day of an event was given and nothing tells of it then, nor of what led up to it."""
    what = _MESSAGES["nothing of event"].format(asked=question.target, day=question.date, first=first, last=last)
    return EmptyWindow(what, _MESSAGES["look or add"])


def nothing_belongs(first: dt.date, last: dt.date) -> EmptyWindow:
    """What to raise where nothing tells the event, nor names whom it is of in what is told of ``[first, last]``."""
    return EmptyWindow(_MESSAGES["nothing belongs"].format(first=first, last=last), _MESSAGES["other words"])
