"""Who says what in an article."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.model import Claim, Name
from leadup.reading.attribution.drafts import drafts, page
from leadup.reading.syntax import Parse


def attribute(
    text: str,
    sentences: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]] = (),
    *,
    parses: Sequence[Parse] | None = None,
    names: Sequence[Name] = (),
) -> tuple[Claim, ...]:
    """The claims of an article."""
    on = page(text, sentences, paragraphs)
    return tuple(
        Claim(tuple(d.source), tuple(d.cue), tuple(d.content), "paraphrased") for d in drafts(on, parses)
    )
