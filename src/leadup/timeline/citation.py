"""One citation against an archive: do these words stand where it says, and does its source still stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadup.errors import BadQuestion
from leadup.model import Article, Span

_WHOLE = re.compile(r"\s*“(?P<said>.*”) — .*(?P<place>\[[^\[\]]*\])\s*", re.DOTALL)
_ENDS = re.compile(r"”(?: — |$)")
_CUT = "…"
_DIGITS = 9
_FORM = re.compile(r"\s*\[?\s*([0-9a-f]{4,16})\s*[:#]\s*(\d+)\s*[-:–]\s*(\d+)\s*\]?\s*", re.I)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an article, in code points, as ``[ID:START-END]`` writes it, and the words said to stand there."""

    article: str
    start: int
    end: int
    exact: str | None = None
    quoted: tuple[str, ...] = ()
    """What a whole citation may quote, as it is shown: on one line, and cut where it is long."""

    @classmethod
    def parse(cls, written: str, exact: str | None = None) -> Citation:
        """Read ``ID:START-END``, in brackets or not, or a whole citation as an assistant copies it: ``“words” — outlet,
        title, day, address [ID:START-END]``. Raises :class:`BadQuestion` where it is none."""
        whole = _WHOLE.fullmatch(written)
        found = _FORM.fullmatch(written if whole is None else whole["place"])
        if found is None or len(found[2]) > _DIGITS or len(found[3]) > _DIGITS or int(found[2]) >= int(found[3]):
            raise BadQuestion(
                f"{written[:80]!r} is no citation",
                "Write it as ID:START-END, as 3f2a90c1d2e4b5a6:120-188, or give the citation whole",
            )
        said = () if whole is None else tuple(whole["said"][: m.start()] for m in _ENDS.finditer(whole["said"]))
        return cls(found[1].lower(), int(found[2]), int(found[3]), exact, said)

    def span_in(self, article: Article) -> Span | None:
        """The span at that place; None where it lies beyond the end of the article's text."""
        if self.end > len(article.text):
            return None
        return Span.of(article.id, article.text, self.start, self.end)

    def holds_in(self, article: Article) -> bool:
        """Whether the place is in the text and holds exactly the words said to stand there, if any were given."""
        span = self.span_in(article)
        if span is None or (self.exact is not None and span.exact != self.exact):
            return False
        return not self.quoted or any(_is_shown_as(span.exact, words) for words in self.quoted)


def _is_shown_as(exact: str, words: str) -> bool:
    """Whether words are an article's as a citation shows them."""
    kept, said = _on_one_line(exact), _on_one_line(words)
    return kept == said or (said.endswith(_CUT) and kept.startswith(said[: -len(_CUT)].rstrip()))


def _on_one_line(words: str) -> str:
    # What is shown as a sign is no character of the article's.
    return " ".join("".join(c if c.isprintable() and c != "\ufffd" else " " for c in words).split())
