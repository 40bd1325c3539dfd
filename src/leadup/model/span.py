"""An exact place in a stored text."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.errors import SpanMismatch


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article and where they stand: ``text[start:end] == exact``.

    ``article`` is the article's id; ``start`` and ``end`` are code points of its stored text, end exclusive.
    """

    article: str
    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, article: str, text: str, start: int, end: int) -> Span:
        """The span of ``text[start:end]``; raises :class:`SpanMismatch` where that is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise SpanMismatch(article, start, end, f"the text has {len(text)} code points")
        return cls(article, start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise :class:`SpanMismatch` unless the words still stand at this place in ``text``."""
        words = text[self.start : self.end]
        if words != self.exact:
            raise SpanMismatch(self.article, self.start, self.end, f"found {words[:60]!r}, not {self.exact[:60]!r}")
