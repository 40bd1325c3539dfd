"""Words that give a direction by what stands around them, from ``dates_cues.tsv`` of a language's pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from leadup.lang import kept_rows
from leadup.times.tokens import Tokens

Direction = Literal["past", "future", "unknown"]
_GIVEN: dict[str, tuple[Direction | None, bool]] = {
    "past": ("past", False),
    "future": ("future", False),
    "later": ("future", True),
    "earlier": ("past", True),
    "none": (None, False),
}
"""What a row gives, and whether it is heard only after the words that lead up to an expression."""

LONGER = 4
"""How many letters a word must exceed for the ending of a past, or one that a condition names, to be one."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must, or must not, stand at a place: -1 is the token before an expression, 1 the token behind it."""

    place: int
    words: frozenset[str]
    endings: tuple[str, ...]
    wanted: bool

    def holds(self, tokens: Tokens, i: int, j: int) -> bool:
        """Is it so around tokens ``[i, j)``?"""
        word = tokens.low(i + self.place if self.place < 0 else j + self.place - 1)
        fits = word in self.words or (len(word) > LONGER and word.endswith(self.endings))
        return fits is self.wanted


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the words that it is of, what must stand around them, what it gives, and its example."""

    words: tuple[str, ...]
    conditions: tuple[Condition, ...]
    cue: Direction | None
    late: bool
    example: str
    shown: Direction

    def fits(self, tokens: Tokens, i: int, j: int) -> bool:
        """Do its conditions hold around tokens ``[i, j)``?"""
        return all(condition.holds(tokens, i, j) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Cues:
    """The rows of a language: by their word, by an ending, and those of an expression itself by the word before it."""

    of_words: dict[str, tuple[Row, ...]]
    endings: tuple[str, ...]
    of_endings: tuple[Row, ...]
    beside: dict[str, tuple[Row, ...]]

    def at(self, tokens: Tokens, k: int, word: str) -> Row | None:
        """The row of the word at ``k`` that fits there."""
        rows = self.of_words.get(word)
        if rows is None:
            if not word.endswith(self.endings):
                return None
            rows = self.of_endings
        return next((row for row in rows if row.fits(tokens, k, k + 1)), None)

    def by(self, tokens: Tokens, i: int, j: int, *, late: bool) -> Direction | None:
        """What the words right by the expression ``[i, j)`` give; ``late`` asks for the rows that are heard later."""
        rows = self.beside.get(tokens.low(i - 1), ())
        return next((row.cue for row in rows if row.late is late and row.fits(tokens, i, j)), None)


@cache
def rows_of(language: str) -> tuple[Row, ...]:
    """The table of a language, in order; none where a small pack lacks it. Raises ValueError for a misshapen row."""
    return tuple(_row(cells) for cells in kept_rows("dates_cues", language))


@cache
def cues(language: str) -> Cues:
    """The table of a language by what its rows are of."""
    return made_of(rows_of(language))


def made_of(rows: tuple[Row, ...]) -> Cues:
    """Rows by what they are of. Raises ValueError where a row of expressions names no word before them."""
    of_words: dict[str, tuple[Row, ...]] = {}
    beside: dict[str, tuple[Row, ...]] = {}
    of_endings = tuple(row for row in rows if row.words[0].startswith("*"))
    for row in rows:
        if row.words == ("-",):
            before = [c.words for c in row.conditions if c.place == -1 and c.wanted]
            if not before:
                raise ValueError(f"no word before the expression in the row of {row.example!r}")
            for word in before[0]:
                beside[word] = (*beside.get(word, ()), row)
        elif row not in of_endings:
            for word in row.words:
                of_words[word] = (*of_words.get(word, ()), row)
    if len({row.words for row in of_endings}) > 1:
        raise ValueError("rows of several endings")
    endings = tuple(word[1:] for row in of_endings[:1] for word in row.words)
    return Cues(of_words, endings, of_endings, beside)


def _row(cells: tuple[str, ...]) -> Row:
    words, conditions, cue, example, shown = cells
    given, late = _GIVEN[cue]
    looks = {name: name for name in get_args(Direction)}[shown]
    made = tuple(_condition(each.split()) for each in conditions.split(";") if each.strip())
    return Row(tuple(words.split("|")), made, given, late, example, looks)


def _condition(cells: list[str]) -> Condition:
    place, *named = cells
    endings = tuple(word[1:] for word in named if word.startswith("*"))
    words = frozenset(word for word in named if not word.startswith("*"))
    return Condition(int(place.removesuffix("!")), words, endings, not place.endswith("!"))
