"""What is asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from leadup.errors import BadQuestion

Detail = Literal["brief", "normal", "full"]


@dataclass(frozen=True, slots=True)
class Question:
    """ "What happened in the ``days`` days leading up to ``target``?"

    ``date`` is the target's day where the asker knows it. ``first`` and ``last`` override the window that ``days``
    gives (``first`` = date - days, ``last`` = date). ``entries`` and ``per_day`` cap the answer; None lets the
    salience decide at the given ``detail``. ``after`` adds that many days of aftermath. ``as_of``
    answers as on that day: from what was published by then. Raises
    :class:`~leadup.errors.BadQuestion` (a ValueError) where it does not hold together.
    """

    target: str
    date: dt.date | None = None
    days: int = 14
    first: dt.date | None = None
    last: dt.date | None = None
    entries: int | None = None
    per_day: int | None = None
    detail: Detail = "normal"
    after: int = 0
    keywords: tuple[str, ...] = ()
    as_of: dt.date | None = None

    def __post_init__(self) -> None:
        if not self.target.strip() and not self.keywords:
            raise BadQuestion("a question needs a target", "Name the event in a few words")
        if self.days < 0 or self.after < 0:
            raise BadQuestion("days are counted from 0 up")
        if self.first and self.last and self.first > self.last:
            raise BadQuestion(f"the window ends before it starts: {self.first} > {self.last}")
