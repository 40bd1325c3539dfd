"""Where an answer's articles come from: an archive, or a handful of articles in memory."""

from __future__ import annotations

import datetime as dt
from typing import Protocol, runtime_checkable

from leadup.model import Article, Reading
from leadup.timeline.story import StorySource
from leadup.timeline.target.seeking import EventSource


class ArticleSource(EventSource, StorySource, Protocol):
    """What an answer asks of where its articles come from."""

    def candidates(
        self,
        words: tuple[str, ...],
        first: dt.date | None = None,
        last: dt.date | None = None,
        limit: int = 2_000,
    ) -> tuple[tuple[Article, Reading], ...]:
        """Articles that may tell of the window in these words, with their light readings, in order of day."""
        ...


@runtime_checkable
class Multilingual(Protocol):
    """A source that may hold articles in languages that are not read, none of which are candidates."""

    def unread(self, words: tuple[str, ...], first: dt.date, last: dt.date) -> tuple[tuple[str, int], ...]:
        """The languages of what the window holds of these words and was not read, and how many articles each."""
        ...
