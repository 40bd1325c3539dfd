"""One citation against an archive: do these words stand where it says, and does its source still stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadup.errors import BadQuestion
from leadup.model import Article, Span

_FORM = re.compile(r"\s*\[?\s*([0-9a-f]{4,16})\s*[:#]\s*(\d+)\s*[-:–]\s*(\d+)\s*\]?\s*", re.I)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an article, in code points, as ``[ID:START-END]`` writes it, and the words said to stand there."""

    article: str
    start: int
    end: int
    exact: str | None = None

    @classmethod
    def parse(cls, written: str, exact: str | None = None) -> Citation:
        """Read ``ID:START-END``, in brackets or not; raises :class:`BadQuestion` where it is none."""
        found = _FORM.fullmatch(written)
        if found is None or int(found[2]) >= int(found[3]):
            raise BadQuestion(f"{written!r} is no citation", "Write it as ID:START-END, as 3f2a90c1d2e4b5a6:120-188")
        return cls(found[1].lower(), int(found[2]), int(found[3]), exact)

    def span_in(self, article: Article) -> Span | None:
        """The span at that place; None where it lies beyond the end of the article's text."""
        if self.end > len(article.text):
            return None
        return Span.of(article.id, article.text, self.start, self.end)

    def holds_in(self, article: Article) -> bool:
        """Whether the place is in the text and holds exactly the words said to stand there, if any were given."""
        span = self.span_in(article)
        return span is not None and (self.exact is None or span.exact == self.exact)
