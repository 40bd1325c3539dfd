"""The days an answer may speak of."""

from __future__ import annotations

import datetime as dt

from leadup.errors import BadQuestion, EmptyWindow
from leadup.lang import table
from leadup.model import Question, Target

_MESSAGES: dict[str, str] = table("messages")["window"]

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


def moved(day: dt.date, days: int) -> dt.date:
    """``day`` moved by so many days, at most to the ends of what an answer may speak of."""
    room = (LATEST - day if days > 0 else day - EARLIEST).days
    return day + dt.timedelta(max(-room, min(room, days)))


def nothing_told(first: dt.date, last: dt.date) -> EmptyWindow:
    """What to raise where nothing is told of the days ``[first, last]``."""
    return EmptyWindow(_MESSAGES["nothing"].format(first=first, last=last), _MESSAGES["widen"])
