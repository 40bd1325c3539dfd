"""What is asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from leadup.errors import BadQuestion
from leadup.lang import ENGLISH

Detail = Literal["brief", "normal", "full"]
_DAYS = ("date", "first", "last", "as_of")
_COUNTS = ("days", "after", "entries", "per_day")
_UNASKED = ("date", "first", "last", "as_of", "entries", "per_day")
"""What may be left open."""
LONGEST_ASKED = 300
"""Characters of an event that is asked for, and of the keywords together: what is longer is a text, and no question;
one of 3,000 took twenty seconds."""


def require_text(words: str, what: str) -> None:
    """Raise BadQuestion where words hold what are no characters, as those of a terminal that writes no UTF-8 do;
    ``what`` says which words they are."""
    if not words.isascii() and any("\ud800" <= c <= "\udfff" for c in words):
        shown = words[:LONGEST_ASKED].encode("utf-8", "replace").decode("utf-8")
        raise BadQuestion(f"{what} {shown!r} holds bytes that are no UTF-8", "Write it in UTF-8")


@dataclass(frozen=True, slots=True)
class Question:
    """ "What happened in the ``days`` days leading up to ``target``?"

    ``date`` is the target's day where the asker knows it. ``first`` and ``last`` override the window that ``days``
    gives (``first`` = date - days, ``last`` = date). ``entries`` and ``per_day`` cap the answer; None shows
    as many as ``detail`` allows. ``after`` adds that many days of aftermath. ``as_of``
    answers as on that day: from what was published by then. ``language`` (ISO 639-1) is that of its words, and of the
    articles that answer it. Raises
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
    language: str = ENGLISH

    def __post_init__(self) -> None:
        self._check_kinds()
        require_text(self.target, "the question")
        require_text(" ".join(self.keywords), "the keywords")
        if not self.target.strip() and not self.keywords:
            raise BadQuestion("a question needs a target", "Name the event in a few words")
        if self.days < 0 or self.after < 0:
            raise BadQuestion("days are counted from 0 up")
        if any(most is not None and most < 1 for most in (self.entries, self.per_day)):
            raise BadQuestion("an answer has one entry or more", "Leave out the number to see all that matters")
        if self.first and self.last and self.first > self.last:
            raise BadQuestion(f"the window ends before it starts: {self.first} > {self.last}")

    def require_short(self) -> None:
        """Raise BadQuestion where it is longer than what is asked for can be: whatever answers looks at that first. The
        title of an article, which stands in its own timeline's question, may be longer."""
        for words in (self.target, " ".join(self.keywords)):
            if len(words) > LONGEST_ASKED:
                raise BadQuestion(
                    f"the question is too long: {len(words):,} characters",
                    f"Name the event in a few words, in at most {LONGEST_ASKED} characters",
                )

    def _check_kinds(self) -> None:
        """Raise BadQuestion where a value is of another type than its field, before any work is done."""
        if not isinstance(self.target, str):
            raise BadQuestion(f"target={self.target!r} is no text", "Name the event in a few words")
        if not isinstance(self.language, str):
            raise BadQuestion(f"language={self.language!r} is none", 'Give its code, as "en"')
        for name in (*_DAYS, *_COUNTS):
            given = getattr(self, name)
            if given is None and name in _UNASKED:
                continue
            # A moment is no day: the two do not compare. Nor is yes or no a number.
            if name in _DAYS and (not isinstance(given, dt.date) or isinstance(given, dt.datetime)):
                raise BadQuestion(f"{name}={given!r} is not a day", "Give a datetime.date, as date(2020, 1, 3)")
            if name in _COUNTS and (not isinstance(given, int) or isinstance(given, bool)):
                raise BadQuestion(f"{name}={given!r} is not a whole number", "Give one, as 14")
        if self.detail not in get_args(Detail):
            raise BadQuestion(f"detail={self.detail!r} is none", f"Give one of {', '.join(get_args(Detail))}")
        several = isinstance(self.keywords, tuple | list)
        if not several or not all(isinstance(word, str) for word in self.keywords):
            raise BadQuestion(f"keywords={self.keywords!r} are no words", 'Give a tuple of them, as ("strike", "port")')
