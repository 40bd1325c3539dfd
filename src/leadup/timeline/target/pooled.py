"""Articles in memory behind the same protocol as an archive, so that an event can be sought in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from leadup.timeline.pool import Pool
from leadup.timeline.target.spelling import plain

_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]+")


class PoolSource:
    """A pool as a source of what tells of an event: all of it, since it is in memory."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    def spellings(self, letters: str) -> Mapping[str, int]:
        """The capitalised words that begin with one of these letters, and how many articles hold each."""
        return {w: n for w, n in self._names.items() if w[0] in letters}

    def holding(self, phrase: str) -> int:
        """How many articles hold these words side by side."""
        words = [re.escape(w) for w in plain(phrase).split()]
        pattern = re.compile(r"\b" + r"\w{0,3}\W+".join(words))
        return sum(bool(pattern.search(text)) for text in self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        return [plain(f"{a.title or ''} {a.text}") for a in self.pool.articles]

    @cached_property
    def _names(self) -> Counter[str]:
        held: Counter[str] = Counter()
        for article in self.pool.articles:
            held.update({plain(w) for w in _NAME.findall(article.text)})
        return held
