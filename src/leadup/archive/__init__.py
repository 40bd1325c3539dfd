"""Articles and their readings on disk: one SQLite file, by day and by words."""

from leadup.archive.codec import Prepared, prepare
from leadup.archive.store import Archive, Listed, Outcome, Passage, Stats

__all__ = ["Archive", "Listed", "Outcome", "Passage", "Prepared", "Stats", "prepare"]
