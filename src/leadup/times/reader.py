"""The state of reading one text: its anchors, its switches, and what was mentioned before."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from leadup.model import DateAnchor
from leadup.model.reason import LAST, OWN, SECTION
from leadup.times.cues import Direction
from leadup.times.direction import direction
from leadup.times.grammar import Found
from leadup.times.period import Period
from leadup.times.relations import Relation
from leadup.times.tokens import OTHER, Tokens, lexicon

_SOON, _NEAR = 200, 40
"""How many tokens back a quarter, or a month or year, may stand for "a year earlier" to be counted from it."""
_TOLD = 80
"""How many tokens back a day may stand for "the next day" and "that night" to go on from it. Read over 150 places
of real articles: within 80 nearly all were right, further on four of five were wrong. Histories go further back."""
_REACH = 8
_ASIDE = 5
"""A bare year this many years from the story's own is an aside ("papers released in 2005 show"), until the text goes on
from there. On the 11 development documents of WikiWars any number from 3 to 15 does the same within 0.3 of value F1."""

_OPENING = frozenset((".", "!", "?", "''", '"', "”"))
"""Marks behind which a sentence opens."""
_CHRONICLE = 3
"""Days under headings of their own that make a text a chronicle."""


Why = Literal[
    "a length, or a score",
    "a part of a day that is not named",
    "an age",
    "beyond the years 1 to 9999",
    "no name of a holiday",
    "no number of a year",
    "no such day of the calendar",
    "no such time of day",
    "no time as it stands here",
    "no time in these words",
    "nothing to count from",
    "part of a larger number",
    "part of a name",
    "part of an address",
    "too vague for a time",
    "two numbers that are no date",
    "within the one before",
]
"""Why the words that a rule took are no time expression."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that expressions are worked out from, and what it is in the text (see :class:`leadup.model.DateAnchor`)."""

    day: dt.date
    name: str
    section: bool = False
    narrative: bool = False

    @property
    def named(self) -> DateAnchor:
        """The anchor as a reason keeps it."""
        return _named(self.day, self.name)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its code, and whether its word is a plural.

    D is a day, W a week, M a month, Y a year, E a decade, C a century, Q a quarter, K a weekend, F a fortnight, H an
    hour, m a minute, S a second.
    """

    code: str
    many: bool


_COUNTED = 12
"""Tokens from "two weeks after" to the day that it is counted from, at most."""
_DAY_LONG = 3
"""Tokens of a day of the calendar ("Jan . 3"), whose stop ends no sentence."""
_APART = frozenset((",", ";", ":", "("))
_WITHIN_A_DAY = "PT"
"""How a length of hours, minutes or seconds begins."""


@lru_cache(maxsize=256)
def _named(day: dt.date, name: str) -> DateAnchor:
    """One object for the many expressions of a text that are counted from one day."""
    return DateAnchor(day.isoformat(), name)


class Reader:
    """Reads one text from left to right. ``last_day`` and ``last_period`` are what was mentioned last."""

    def __init__(
        self,
        tokens: Tokens,
        dct: dt.date | None,
        sections: Sequence[tuple[int, dt.date | None]] = (),
        *,
        history: bool = False,
        day_first: bool = False,
        vague: bool = True,
    ) -> None:
        self.tokens = tokens
        self.dct = dct
        self._own = None if dct is None else Anchor(dct, OWN)
        self.history = history
        self.day_first = day_first
        self.vague = vague
        self._offsets = [offset for offset, _ in sections]
        self._days = [day for _, day in sections]
        days = [day for day in (dct, *self._days) if day is not None]
        self.written = max(days) if dct is not None else None
        """The last day that the text is known to be of: a chronicle goes on being written after the page's own."""
        told = sorted({day for day in self._days if day is not None})
        self.begun = told[0] if len(told) >= _CHRONICLE else None
        """The first day of a chronicle: of a text under headings of several days."""
        self.language = tokens.language
        self.lex = lexicon(tokens.language)
        self.around = tokens.around
        self.last_day: tuple[int, dt.date] | None = None
        self._by_weekday: dict[int, dt.date] = {}
        self.last_period: tuple[int, Period] | None = None
        self.last_quarter: tuple[int, Period] | None = None
        self.last_months: int | None = None
        self.last_explicit: tuple[int, Period] | None = None
        self.last_date: tuple[int, Period] | None = None
        self._counted_at = -1
        self.story: Period | None = None
        self._aside: Period | None = None
        self.told_at: dict[int, dt.date] = {}
        self.refused: Why | None = None
        """Why the resolver that ran last gave no meaning, where it says so."""

    # what is written

    def low(self, i: int) -> str:
        """Token ``i`` in lower case."""
        return self.tokens.low(i)

    def capital(self, i: int) -> bool:
        """Whether token ``i`` is a word with a capital."""
        return 0 <= i < len(self.tokens.words) and self.tokens.words[i][0].isupper()

    def plain(self, i: int) -> bool:
        """Whether token ``i`` is a word in small letters that is no word of the grammar."""
        return 0 <= i < len(self.tokens.words) and self.tokens.codes[i] == OTHER and self.tokens.words[i].islower()

    def part(self, f: Found, name: str) -> str:
        """The words of a named part in lower case, joined by spaces; empty where the part is absent.

        They are for a reason to tell, and so, in another language than English, what the pack's ``shown`` has for them.
        """
        if name not in f.parts:
            return ""
        words = self.tokens.phrase(*f.parts[name])
        return self.lex.shown.get(words, words)

    def relation(self, f: Found, name: str) -> Relation | None:
        """What a part means by which one of several is chosen; None where it is absent or means none."""
        return self.lex.relations.get(self.tokens.phrase(*f.parts[name])) if name in f.parts else None

    def last_relation(self, f: Found, name: str) -> Relation | None:
        """The relation that the last word of a part means: "coming" of "this coming"."""
        return self.lex.relations.get(self.low(f.parts[name][1] - 1)) if name in f.parts else None

    def is_a(self, f: Found, name: str, kind: str) -> bool:
        """Whether a part is a word of a class of the grammar."""
        return name in f.parts and self.tokens.codes[f.parts[name][0]] == self.lex.classes[kind]

    def is_class(self, i: int, kind: str) -> bool:
        """Whether token ``i`` is a word of a class of the grammar."""
        return i >= 0 and self.tokens.codes[i : i + 1] == self.lex.classes[kind]

    def unit(self, f: Found, name: str = "unit") -> Unit | None:
        """The unit of time that a part is; None where it is absent or no unit."""
        return self.unit_at(f.parts[name][0]) if name in f.parts else None

    def unit_at(self, i: int) -> Unit | None:
        """The unit of time that token ``i`` is, None where it is none."""
        kind = self.tokens.codes[i : i + 1]
        code = self.lex.codes.get(self.low(i)) if kind in self.lex.unit_classes else None
        return None if code is None else Unit(code, kind in self.lex.plural_classes)

    def code(self, f: Found, name: str) -> str:
        """The code of a part of one word ("MO" of "morning", "SP" of "spring"); empty where it has none."""
        return self.lex.codes.get(self.low(f.parts[name][0]), "") if name in f.parts else ""

    def mod(self, f: Found, *names: str) -> str | None:
        """The TIMEX3 modifier that words such as "early", "the end of", "mid -" make of a period; None without any."""
        for name in names:
            for k in range(*f.parts.get(name, (0, 0))):
                if (mod := self.lex.edges.get(self.low(k))) is not None:
                    return mod
        return None

    def number(self, f: Found, name: str) -> int | None:
        """The number that a part stands for ("march", "27", "third", "21st", "twenty-sixth")."""
        if name not in f.parts:
            return None
        i, j = f.parts[name]
        word = self.tokens.low(i)
        if j - i > 1 and (tens := self.lex.numbers.get(word)) is not None and tens >= 20:
            ones = self.lex.numbers.get(self.tokens.low(j - 1))
            return None if ones is None or not 0 < ones < 10 else tens + ones
        if word in self.lex.numbers:
            return self.lex.numbers[word]
        digits = word.strip("'`").rstrip(self.lex.ordinal_letters)
        return int(digits) if digits.isdigit() and len(digits) < 7 else None

    # what it hangs on

    def anchor(self, i: int, *, running: bool = False) -> Anchor | None:
        """The day that an expression at token ``i`` is worked out from.

        ``running``: the expression follows the text's own time where that runs (a bare month in a history), as
        "yesterday" and "last year" never do.
        """
        if self._offsets:
            at = bisect_right(self._offsets, self.tokens.start(i)) - 1
            day = self._days[at] if at >= 0 else None
            if day is not None:
                return Anchor(day, SECTION, section=True)
        if running and self.history:
            return Anchor(self.story.first, LAST, narrative=True) if self.story else self.own()
        return self.own()

    def mentioned_last(self) -> Period | None:
        """The period that "that year" and "the following month" go on from."""
        return self.story if self.history else self.last_date[1] if self.last_date else None

    def day_told_of(self, i: int) -> Anchor | None:
        """The day that the text is at: in a history the one it tells of, else as :meth:`anchor`."""
        return self.anchor(i, running=self.history)

    def own(self) -> Anchor | None:
        """The document creation time as an anchor."""
        return self._own

    def carried(self, i: int) -> Anchor | None:
        """The dated past that the text is telling of at token ``i``, where it is.

        "In March 2003 …. In May …": a month or day that opens a sentence of the same paragraph goes on from the last.
        """
        if self.last_explicit is None or self.dct is None or self.history:
            return None
        at, period = self.last_explicit
        first = i - 2 if self.low(i - 1) in self.around.before_opening else i - 1
        if self.low(first) not in _OPENING and self.low(first) not in self.around.then:
            return None
        if i - at > _NEAR or (self.dct - period.first).days < 400 or self.last_date is None:
            return None
        if self.last_date[1].first.year > period.first.year + 1 or self.tokens.paragraph_ends(at, i):
            return None
        return Anchor(self.last_date[1].first, LAST)

    def day_told(self, i: int) -> Anchor | None:
        """The day that a history is at, None where it is at a month or year."""
        anchor = self.day_told_of(i)
        return anchor if anchor is not None and (self.story is None or self.story.grain == "day") else None

    def after_day(self, i: int) -> bool:
        """Whether the tokens right before token ``i`` name a day of the calendar in digits ("Dec. 14, 2015")."""
        return (
            i > 0
            and self.tokens.words[i - 1][0].isdigit()
            and self.last_day is not None
            and self.last_date is not None
            and self.last_day[0] == self.last_date[0]
            and (i - self.last_day[0] <= 5 and not self.tokens.sentence_ends(self.last_day[0] + 3, i - 1))
        )

    def mentioned_weekday(self, weekday: int) -> dt.date | None:
        """The last day mentioned that falls on a weekday (Monday is 0)."""
        return self._by_weekday.get(weekday)

    def day_is_near(self, i: int) -> bool:
        """Whether a day of the calendar was mentioned shortly before token ``i``."""
        return self.last_day is not None and i - self.last_day[0] <= _NEAR

    def day_before(self, i: int) -> Anchor | None:
        """The day that "the next day", at token ``i``, goes on from; None where the text has gone on to other times.

        That is the last day mentioned, where it stands near; or else the day of the heading. It is not the last day
        where a month or year that does not hold it has been named since, or a day that is counted from an event and
        not known ("three days after the fire").
        """
        if self.last_day is not None:
            at, day = self.last_day
            later = self.last_date is not None and self.last_date[0] > at and day not in self.last_date[1].span
            later = later or self._is_counted_from(at) or self._counted_behind(at)
            if self.history or (i - at <= _TOLD and not later):
                return Anchor(day, LAST)
        heading = self.anchor(i)
        return heading if heading is not None and heading.section else None

    def last_day_ends_range(self) -> bool:
        """Was the last day mentioned the end of a range ("May 27-28"), which is no one day?"""
        return self.last_day is not None and self.tokens.words[self.last_day[0] - 1] in ("-", "–")

    def is_told_too_early(self, f: Found, day: dt.date) -> bool:
        """Whether a report tells of a day as past that had not come when it was written: the day is another's."""
        return not self.history and self.written is not None and day > self.written and self.direction(f) == "past"

    def direction(self, f: Found) -> Direction:
        """Which way the words around an expression look."""
        return direction(self.tokens, f.i, f.j)

    def recent(self, i: int) -> Period | None:
        """The quarter or half that the text speaks of here, if it does; else the month or year mentioned last.

        In a sentence on "the nine months" it is the year; where the sentence says when the period "ended", that day.
        """
        if self.last_date is not None and self.last_date[1].grain == "day":
            at, day = self.last_date
            if self.low(at - 1) in self.around.ended and not self.tokens.sentence_ends(at, i):
                return day
        months, quarter = self.last_months, self.last_quarter
        if (
            months is not None
            and quarter is not None
            and quarter[0] < months
            and not self.tokens.sentence_ends(months, i)
        ):
            return Period.containing(quarter[1].first, "year")
        if self.last_quarter is not None and i - self.last_quarter[0] <= _SOON:
            return self.last_quarter[1]
        if self.last_period is None or i - self.last_period[0] > _NEAR:
            return None
        return self.last_period[1]

    def mentioned(self, i: int, period: Period, *, compared: bool = False, explicit: bool = False) -> None:
        """Keep a period for what refers back to it.

        ``compared``: it was itself counted from another ("a year earlier"); ``explicit``: it was written with its year.
        """
        self.last_date = (i, period)
        if explicit and period.grain in ("day", "month"):
            self.last_explicit = (i, period)
        if compared:
            if self.last_quarter is not None and period.grain == self.last_quarter[1].grain:
                self.last_quarter = (i, self.last_quarter[1])
            return
        if period.grain == "day":
            self.last_day = (i, period.first)
            self._by_weekday[period.first.weekday()] = period.first
            return
        if period.grain in ("month", "quarter", "half", "year"):
            self.last_period = (i, period)
        if period.grain in ("quarter", "half") and (self.dct is None or period.first <= self.dct):
            self.last_quarter = (i, period)

    def counted_from_event(self, i: int, length: str) -> None:
        """Keep that the text tells, from token ``i`` on, of a time counted from an event: another day, unless the
        length (TIMEX3) is of hours or less."""
        if not length.startswith(_WITHIN_A_DAY):
            self._counted_at = i

    def _counted_behind(self, at: int) -> bool:
        """Does a later sentence than that of the day at token ``at`` tell of a time counted from an event?"""
        return self._counted_at > at and self.tokens.sentence_ends(
            min(at + _DAY_LONG, self._counted_at), self._counted_at
        )

    def _is_counted_from(self, at: int) -> bool:
        """Is the day at token ``at`` only what another is counted from: "two weeks after the April 2 fire"?"""
        first = self._counted_at
        if not 0 <= first < at or at - first > _COUNTED or self.tokens.sentence_ends(first, at):
            return False
        return not any(self.low(k) in _APART for k in range(first, at))

    def lasts_until(self, i: int) -> bool:
        """Whether the expression at token ``i`` is the end of something ("until the fall of the town in 1945")."""
        for k in range(i - 1, max(-1, i - _REACH), -1):
            word = self.low(k)
            if word in self.around.until:
                return True
            if word in (".", ",", ";") or word[:1] == "\n":
                return False
        return False

    def follow(self, i: int, period: Period) -> None:
        """Let the story go on to a period, where it is no aside and fine enough to count from."""
        if period.grain in ("decade", "century"):
            return
        away = 0 if self.story is None else abs(period.first.year - self.story.first.year)
        if away == 0 and self.story is not None and period.grain == "year" and not self.opens_sentence(i):
            return
        again = self._aside is not None and abs(period.first.year - self._aside.first.year) <= 1
        if away > _ASIDE and not again and not self.opens_sentence(i):
            self._aside = period
            return
        self.story, self._aside = period, None

    def opens_sentence(self, i: int) -> bool:
        """Whether token ``i`` stands first in its sentence or line, a preposition before it aside."""
        k = i - 1
        while k >= max(0, i - _REACH) and self.low(k) in self.around.before_opening_sentence:
            k -= 1
        return k < 0 or self.low(k) in _OPENING or self.tokens.words[k][0] == "\n"
