"""The days an answer may speak of."""

from __future__ import annotations

import datetime as dt

from leadup.errors import BadQuestion, EmptyWindow
from leadup.model import Question, Target

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
            raise BadQuestion(f"{given} is no day of news", f"Give a day from {EARLIEST} to {LATEST}")
    if first is None and day is not None:
        first = moved(day, -question.days)
    if last is None and day is not None:
        last = moved(day, question.after)
    if first is None or last is None:
        raise BadQuestion("the question names no days and has no dated target", "Give --date, or --from and --until")
    if first > last:
        raise BadQuestion(f"the window ends before it starts: {first} > {last}", "Check --date, --from and --until")
    return first, last


def moved(day: dt.date, days: int) -> dt.date:
    """``day`` moved by so many days, at most to the ends of what an answer may speak of."""
    room = (LATEST - day if days > 0 else day - EARLIEST).days
    return day + dt.timedelta(max(-room, min(room, days)))


def nothing_told(first: dt.date, last: dt.date) -> EmptyWindow:
    """What to raise where nothing is told of the days ``[first, last]``."""
    return EmptyWindow(f"nothing is told of {first} to {last}", "Widen --days, or give other words")
