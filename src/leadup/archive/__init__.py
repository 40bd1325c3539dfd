"""Articles and their readings on disk: one SQLite file, by day and by words."""

from leadup.archive.codec import Prepared, prepare
from leadup.archive.passages import Found, Listed, Passage
from leadup.archive.store import Archive, Outcome, Stats

__all__ = ["Archive", "Found", "Listed", "Outcome", "Passage", "Prepared", "Stats", "prepare"]
