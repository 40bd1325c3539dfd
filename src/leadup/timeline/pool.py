"""The articles an answer is looked for in, each with its light reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from leadup.model import Article, Reading


@dataclass(frozen=True, slots=True)
class PooledArticle:
    """One candidate article: its text, its light reading, and what an entry must say of where it stood."""

    id: str
    text: str
    reading: Reading
    published: dt.date | None
    outlet: str | None = None
    title: str | None = None

    @classmethod
    def of(cls, article: Article, reading: Reading) -> PooledArticle:
        """The article and its reading, which must be of one text (ValueError otherwise)."""
        if reading.article != article.id:
            raise ValueError(f"the reading is of article {reading.article}, not {article.id}")
        published = article.published.day if article.published else None
        return cls(article.id, article.text, reading, published, article.outlet, article.title)


@dataclass(frozen=True, slots=True)
class Pool:
    """Candidate articles in order of publication (unknown first), then id, so that no answer hangs on input order."""

    articles: tuple[PooledArticle, ...]

    @classmethod
    def of(cls, articles: Iterable[PooledArticle]) -> Pool:
        """The articles, put in order; of two with one id the first counts."""
        distinct: dict[str, PooledArticle] = {}
        for article in articles:
            distinct.setdefault(article.id, article)
        return cls(tuple(sorted(distinct.values(), key=lambda a: (a.published or dt.date.min, a.id))))

    def __len__(self) -> int:
        return len(self.articles)
