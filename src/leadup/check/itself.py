"""The draft among its own sources: an article that is the draft bears nothing out."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leadup.check.draft import Draft
from leadup.check.seeking import Seeker
from leadup.model import Article, Reading
from leadup.timeline.article_source import ArticleSource, Multilingual
from leadup.timeline.story.source import Found

HELD, COVERED = 0.6, 0.5
"""Share of a draft's statements that an article holds word for word, and share of its own words that these are, from
which on it is the draft: of a source that a draft copies out they are less."""
FEWEST = 2
"""Statements that it must hold: one may be taken from any article."""
ASKED, BEST = 12, 5
"""Statements by which it is sought, and articles that are looked at for each."""


def copies_of(draft: Draft, seeker: Seeker) -> dict[int, str]:
    """The rows and ids of those articles that are the draft itself, or a version of it."""
    every = draft.statements
    if len(every) < FEWEST:
        return {}
    asked = every[:: -(-len(every) // ASKED)]
    rows = Counter(row for s in asked for row in _nearest(s.words, seeker))
    often = [row for row, n in rows.items() if 2 * n >= len(asked)]
    said = [_words(s.words) for s in every]
    return {row: a.id for row, a, _ in seeker.source.load(often) if _is_copy(said, a)}


def _nearest(words: str, seeker: Seeker) -> list[int]:
    weights = {t.word: t.weight for t in seeker.terms(words)}
    hits = seeker.source.weigh(weights, dt.date(1, 1, 1), dt.date.max, most=BEST) if weights else ()
    return [hit.row for hit in hits[:BEST]]


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in re.findall(r"\w+", text))


def _is_copy(said: Sequence[tuple[str, ...]], article: Article) -> bool:
    text = _words(article.text)
    whole = f" {' '.join(text)} "
    held = [one for one in said if f" {' '.join(one)} " in whole]
    enough = len(held) >= max(FEWEST, HELD * len(said))
    return enough and sum(map(len, set(held))) >= COVERED * len(text)


@dataclass(frozen=True, slots=True)
class Without:
    """A source without some of its articles, given by their rows and ids."""

    source: ArticleSource
    left_out: Mapping[int, str]

    @property
    def size(self) -> int:
        """How many articles it holds."""
        return self.source.size - len(self.left_out)

    def frequencies(self, words: Iterable[str], most: int | None = None) -> Mapping[str, int]:
        """How many articles hold each of these words; what is left out is counted too."""
        return self.source.frequencies(words, most)

    def weigh(
        self,
        weights: Mapping[str, float],
        first: dt.date,
        last: dt.date,
        told: tuple[dt.date, dt.date] | None = None,
        most: int | None = None,
    ) -> Sequence[Found]:
        """The articles of ``[first, last]`` by the words they hold."""
        more = None if most is None else most + len(self.left_out)
        found = [hit for hit in self.source.weigh(weights, first, last, told, more) if hit.row not in self.left_out]
        return found[:most]

    def day_of(self, row: int) -> dt.date | None:
        """The day on which the article of this row was published."""
        return self.source.day_of(row)

    def texts(self, rows: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Title and text of these articles, in this order."""
        return self.source.texts(rows)

    def load(self, rows: Sequence[int]) -> Sequence[tuple[int, Article, Reading]]:
        """These articles' rows, with the articles and their light readings."""
        return self.source.load([row for row in rows if row not in self.left_out])

    def spellings(self, letters: str) -> Mapping[str, int]:
        """The words that begin with one of these letters, and how many articles hold each."""
        return self.source.spellings(letters)

    def holding(self, phrase: str) -> int:
        """How many articles hold these words side by side."""
        return self.source.holding(phrase)

    def retrieve(
        self, parts: Sequence[tuple[float, tuple[str, ...]]], limit: int = 0
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that best hold the weighed parts."""
        found = self.source.retrieve(parts, limit + len(self.left_out)) if limit else self.source.retrieve(parts)
        return self._others(found)

    def candidates(
        self,
        words: tuple[str, ...],
        first: dt.date | None = None,
        last: dt.date | None = None,
        limit: int = 2_000,
    ) -> tuple[tuple[Article, Reading], ...]:
        """Articles that may tell of the window in these words."""
        return self._others(self.source.candidates(words, first, last, limit))

    def unread(self, words: tuple[str, ...], first: dt.date, last: dt.date) -> tuple[tuple[str, int], ...]:
        """The languages of what the window holds of these words and was not read, and how many articles each."""
        return self.source.unread(words, first, last) if isinstance(self.source, Multilingual) else ()

    def _others(self, found: Iterable[tuple[Article, Reading]]) -> tuple[tuple[Article, Reading], ...]:
        ids = frozenset(self.left_out.values())
        return tuple((article, reading) for article, reading in found if article.id not in ids)
