"""The days an answer may speak of."""

from __future__ import annotations

import datetime as dt

from leadup.errors import BadQuestion
from leadup.model import Question, Target


def window(question: Question, target: Target | None) -> tuple[dt.date, dt.date]:
    """First and last day: the question's own, else ``days`` before the target up to its day and ``after``.

    Raises BadQuestion where neither the question nor the target says when.
    """
    day = question.date or (target.day if target else None)
    first, last = question.first, question.last
    if first is None and day is not None:
        first = day - dt.timedelta(question.days)
    if last is None and day is not None:
        last = day + dt.timedelta(question.after)
    if first is None or last is None:
        raise BadQuestion("the question names no days and has no dated target", "Give --date, or --from and --until")
    if first > last:
        raise BadQuestion(f"the window ends before it starts: {first} > {last}", "Check --date, --from and --until")
    return first, last
