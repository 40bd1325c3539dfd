"""Articles and their readings on disk: one SQLite file, by day and by words."""

from leadup.archive.articles import Extent, Stats
from leadup.archive.codec import IndexedArticle, prepare
from leadup.archive.passages import ArticleSummary, Found, Passage
from leadup.archive.store import Archive, Outcome

__all__ = ["Archive", "ArticleSummary", "Extent", "Found", "IndexedArticle", "Outcome", "Passage", "Stats", "prepare"]
