"""The deep reading of chosen sentences: who speaks, who did what to whom, with their article as context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leadup.model import Action, Actor, Article, Claim, DeepReading, Reading
from leadup.reading.actions import code_actions
from leadup.reading.attribution import attribute
from leadup.reading.names import Cast
from leadup.reading.syntax import parse

DEEP_READER = "deep 1"

NEIGHBOURS = 3
"""Sentences read on either side of a chosen one: enough for "he said" to find its speaker and a quotation its end."""


def read_deep(
    article: Article, reading: Reading, sentences: Iterable[int], *, pipeline: str | None = None
) -> tuple[DeepReading, ...]:
    """The claims, actions and actors of these sentences (indexes of the light reading), in their order in the article.

    Offsets count in the article's text. ``pipeline`` names an installed spaCy pipeline to parse with. What a sentence
    says depends on its article alone, never on which other sentences are asked for.
    """
    found = []
    cast: Cast | None = None
    for run in _runs(sorted(set(sentences)), len(reading.sentences)):
        chosen, context = run
        if cast is None:
            cast = Cast.of(article.text, [n for s in reading.sentences for n in s.names])
        bounds = [(reading.sentences[i].start, reading.sentences[i].end) for i in context]
        places = sorted({reading.sentences[i].paragraph for i in context})
        paragraphs = [(article.paragraphs[p].start, article.paragraphs[p].end) for p in places]
        parses = parse(article.text, bounds, pipeline=pipeline)
        claims = attribute(article.text, bounds, paragraphs, parses=parses, names=cast.names)
        start, end = bounds[context.index(chosen)]
        held = tuple(c for c in claims if _touches(c, start, end))
        actions = code_actions(article.text, parses[context.index(chosen)], cast=cast)
        found.append(DeepReading(chosen, held, actions, _actors(held, actions)))
    return tuple(found)


def _runs(chosen: Sequence[int], count: int) -> Iterable[tuple[int, list[int]]]:
    """Each chosen sentence with the sentences around it."""
    for index in chosen:
        yield index, list(range(max(0, index - NEIGHBOURS), min(count, index + NEIGHBOURS + 1)))


def _touches(claim: Claim, start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in (*claim.content, *claim.cue))


def _actors(claims: Sequence[Claim], actions: Sequence[Action]) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    acting = [actor for action in actions for actor in (action.source, action.target)]
    for actor in [*(c.speaker for c in claims), *acting]:
        if actor is not None:
            seen.setdefault(actor.key, actor)
    return tuple(seen.values())
