"""What finding a story asks of an archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from leadup.model import Article, Reading
from leadup.timeline.target.seeking import SpellingSource


class Found(Protocol):
    """An article that an archive found: a handle to load it by, and how much it holds of what was asked."""

    @property
    def row(self) -> int: ...
    @property
    def score(self) -> float: ...


class StorySource(SpellingSource, Protocol):
    """What finding a story asks of an archive."""

    @property
    def size(self) -> int:
        """How many articles it holds."""
        ...

    def frequencies(self, words: Iterable[str], most: int | None = None) -> Mapping[str, int]:
        """How many articles hold each of these words, counted no further than ``most``."""
        ...

    def weigh(
        self,
        weights: Mapping[str, float],
        first: dt.date,
        last: dt.date,
        told: tuple[dt.date, dt.date] | None = None,
        most: int | None = None,
    ) -> Sequence[Found]:
        """The articles of ``[first, last]``, and later ones that name a day of ``told``, by the words they hold; at
        most ``most``."""
        ...

    def day_of(self, row: int) -> dt.date | None:
        """The day on which the article of this row was published."""
        ...

    def texts(self, rows: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Title and text of these articles, in this order."""
        ...

    def load(self, rows: Sequence[int]) -> Sequence[tuple[int, Article, Reading]]:
        """These articles' rows, with the articles and their light readings, in order of day; replaced versions are
        left out."""
        ...
