"""The articles an answer is looked for in, each with its light reading."""

from __future__ import annotations

import collections
import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from leadup.model import Article, Reading
from leadup.timeline.lineage import named_outlet
from leadup.timeline.terms import stems

# Enough articles, evenly spread over the pool, to tell rare words from common ones.
SAMPLE = 200


@dataclass(frozen=True, slots=True)
class PooledArticle:
    """One candidate article: its text, its light reading, and what an entry must say of where it stood."""

    id: str
    text: str
    reading: Reading
    published: dt.date | None
    outlet: str | None = None
    title: str | None = None
    membership: float = 1.0
    """How surely it tells the story asked about, in (0, 1]."""
    outside: frozenset[int] = frozenset()
    """Its sentences, by index, that belong to another matter."""
    of_event: bool = False
    """Does it speak of the event itself?"""

    @classmethod
    def of(
        cls,
        article: Article,
        reading: Reading,
        membership: float = 1.0,
        outside: frozenset[int] = frozenset(),
        of_event: bool = False,
    ) -> PooledArticle:
        """The article and its reading, which must be of one text (ValueError otherwise)."""
        if reading.article != article.id:
            raise ValueError(f"the reading is of article {reading.article}, not {article.id}")
        published = article.day
        outlet = named_outlet(article)
        return cls(article.id, article.text, reading, published, outlet, article.title, membership, outside, of_event)


@dataclass(frozen=True)
class Pool:
    """Candidate articles in order of publication (unknown first), then id, so that no answer hangs on input order."""

    articles: tuple[PooledArticle, ...]
    language: str

    @classmethod
    def of(cls, articles: Iterable[PooledArticle], language: str) -> Pool:
        """The articles, put in order; of two with one id the first counts."""
        distinct: dict[str, PooledArticle] = {}
        for article in articles:
            distinct.setdefault(article.id, article)
        return cls(tuple(sorted(distinct.values(), key=lambda a: (a.published or dt.date.min, a.id))), language)

    def __len__(self) -> int:
        return len(self.articles)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """For each stem of the pool, the log of how few articles hold it; stems not listed are rarer than these.

        Counted on every n-th article of the pool, at most 200 of them: on all of them, AR-1 on Timeline17 is the same.
        """
        step = max(1, math.ceil(len(self.articles) / SAMPLE))
        sample = self.articles[::step]
        held: collections.Counter[str] = collections.Counter()
        for article in sample:
            held.update(stems(article.text, self.language))
        return {s: math.log((1 + len(sample)) / (1 + n)) for s, n in held.items()}

    @property
    def rarest(self) -> float:
        """The rarity of a stem that :attr:`rarity` does not list."""
        return math.log(1 + min(len(self.articles), SAMPLE))
