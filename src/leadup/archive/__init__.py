"""Articles and their readings on disk: one SQLite file, by day and by words. Nothing is read here."""

from leadup.archive.articles import Extent, Stats
from leadup.archive.codec import IndexedArticle
from leadup.archive.passages import ArticleSummary, Found, Passage
from leadup.archive.store import ArticleStore, Outcome

__all__ = ["ArticleStore", "ArticleSummary", "Extent", "Found", "IndexedArticle", "Outcome", "Passage", "Stats"]
