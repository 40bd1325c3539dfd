"""The deep reading of chosen sentences: who speaks, who did what to whom, with their article as context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Protocol, runtime_checkable

from leadup.marks import DEEP, mark
from leadup.model import Action, Actor, ActorKind, Article, Claim, DeepReading, Extent, Reading
from leadup.reading.actions import code_actions
from leadup.reading.attribution import attribute
from leadup.reading.language import read_as
from leadup.reading.light import light_mark
from leadup.reading.names import Cast
from leadup.reading.names.countries import country_of_name
from leadup.reading.syntax import Parse, parse, parse_each
from leadup.reading.syntax.network import has_trees


@cache
def deep_mark() -> str:
    """Who reads deeply: the mark of its code and data, and who reads lightly, since a deep reading is of a sentence by
    its index in the light one."""
    return f"{DEEP} {mark(DEEP)}, {light_mark()}"


ReadDeep = Callable[[Article, Reading, Sequence[int]], Sequence[DeepReading]]
"""Deep readings of sentences of an article, by their indexes in its light reading."""

Wanted = tuple[Article, Reading, Sequence[int]]
"""An article, its light reading, and the sentences of it that are to be read deeply."""


@runtime_checkable
class ReadsSideBySide(Protocol):
    """A :data:`ReadDeep` that reads sentences of several articles in less time than one article after the other."""

    def each(self, wanted: Sequence[Wanted]) -> Sequence[Sequence[DeepReading]]:
        """What it reads of each of these."""
        ...


def read_each(read: ReadDeep, wanted: Sequence[Wanted]) -> Sequence[Sequence[DeepReading]]:
    """What ``read`` reads of each of these, side by side where it can."""
    return read.each(wanted) if isinstance(read, ReadsSideBySide) else [read(*one) for one in wanted]


@dataclass(frozen=True, slots=True)
class DeepReaderOfOwn:
    """leadup's own :data:`ReadDeep`; ``pipeline`` names an installed spaCy pipeline to parse with."""

    pipeline: str | None = None

    def __call__(self, article: Article, reading: Reading, sentences: Sequence[int]) -> tuple[DeepReading, ...]:
        """As :func:`read_deep`."""
        return read_deep(article, reading, sentences, pipeline=self.pipeline)

    def each(self, wanted: Sequence[Wanted]) -> list[tuple[DeepReading, ...]]:
        """As :func:`read_deep` of each, all their sentences parsed side by side."""
        if self.pipeline is not None:
            return [self(*one) for one in wanted]
        languages = [read_as(article) for article, _, _ in wanted]
        read: dict[int, tuple[DeepReading, ...]] = {}
        for language in dict.fromkeys(languages):
            places = [k for k, each in enumerate(languages) if each == language]
            read |= zip(places, _side_by_side([wanted[k] for k in places], language), strict=True)
        return [read[k] for k in range(len(wanted))]


def _side_by_side(wanted: Sequence[Wanted], language: str) -> list[tuple[DeepReading, ...]]:
    """What is read of articles of one language."""
    if not has_trees(language):
        return [_unread(sentences) for _, _, sentences in wanted]
    contexts = [_Context.of(reading, sentences) for _, reading, sentences in wanted]
    places = [
        (article.text, *bounds)
        for (article, _, _), context in zip(wanted, contexts, strict=True)
        for bounds in context.bounds.values()
    ]
    parses = iter(parse_each(places, language))
    return [
        _read_all(article, reading, context, list(islice(parses, len(context.bounds))), language)
        for (article, reading, _), context in zip(wanted, contexts, strict=True)
    ]


NEIGHBOURS = 2
"""Sentences read on either side of a chosen one: enough for "he said" to find its speaker and a quotation its end."""


def read_deep(
    article: Article, reading: Reading, sentences: Iterable[int], *, pipeline: str | None = None
) -> tuple[DeepReading, ...]:
    """The claims, actions and actors of these sentences (indexes of the light reading), in their order in the article.

    Offsets count in the article's text. ``pipeline`` names an installed spaCy pipeline to parse with. What a sentence
    says depends on its article alone, never on which other sentences are asked for. In a language that the parser has
    no weights for nobody's words and no deeds are found.
    """
    language = read_as(article)
    if pipeline is None and not has_trees(language):
        return _unread(sentences)
    context = _Context.of(reading, sentences)
    parses = (
        parse(article.text, list(context.bounds.values()), pipeline=pipeline, language=language)
        if context.around
        else ()
    )
    return _read_all(article, reading, context, parses, language)


def _unread(sentences: Iterable[int]) -> tuple[DeepReading, ...]:
    """The deep readings of sentences that have no trees: nobody speaks, and nobody does anything."""
    return tuple(DeepReading(i, (), (), ()) for i in sorted(set(sentences)))


@dataclass(frozen=True, slots=True)
class _Context:
    """For each sentence to be read, those around it that it is read with, and where all of these stand."""

    around: Mapping[int, range]
    bounds: Mapping[int, Extent]

    @classmethod
    def of(cls, reading: Reading, sentences: Iterable[int]) -> _Context:
        count = len(reading.sentences)
        around = {i: range(max(0, i - NEIGHBOURS), min(count, i + NEIGHBOURS + 1)) for i in sorted(set(sentences))}
        wanted = sorted({i for run in around.values() for i in run})
        return cls(around, {i: (reading.sentences[i].start, reading.sentences[i].end) for i in wanted})


def _read_all(
    article: Article, reading: Reading, context: _Context, parsed: Sequence[Parse], language: str
) -> tuple[DeepReading, ...]:
    if not context.around:
        return ()
    parses = dict(zip(context.bounds, parsed, strict=True))
    cast = Cast.of(article.text, [n for s in reading.sentences for n in s.names], language=language)
    return tuple(
        _read(article, reading, i, run, context.bounds, parses, cast, language) for i, run in context.around.items()
    )


def _read(
    article: Article,
    reading: Reading,
    chosen: int,
    context: range,
    bounds: Mapping[int, Extent],
    parses: Mapping[int, Parse],
    cast: Cast,
    language: str,
) -> DeepReading:
    places = sorted({reading.sentences[i].paragraph for i in context})
    claims = attribute(
        article.text,
        [bounds[i] for i in context],
        [(article.paragraphs[p].start, article.paragraphs[p].end) for p in places],
        parses=[parses[i] for i in context],
        cast=cast,
        language=language,
    )
    held = tuple(c for c in claims if _touches(c, *bounds[chosen]))
    actions = code_actions(article.text, parses[chosen], cast=cast, to_things=False, language=language)
    return DeepReading(chosen, held, actions, _actors(held, actions, language))


def _touches(claim: Claim, start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in (*claim.content, *claim.cue))


def _actors(claims: Sequence[Claim], actions: Sequence[Action], language: str) -> tuple[Actor, ...]:
    """Who speaks, and who has a part in a deed: of one that is not sure only whose own name tells that they act."""
    seen: dict[str, Actor] = {}
    for claim in claims:
        if claim.speaker is not None and claim.speaker.is_known_to_act:
            seen.setdefault(claim.speaker.key, claim.speaker)
    for action in actions:
        for actor, acts in ((action.source, True), (action.target, False)):
            if actor is not None and actor.is_known_to_act and (action.certain or _is_somebody(actor, acts, language)):
                seen.setdefault(actor.key, actor)
    return tuple(seen.values())


def _is_somebody(actor: Actor, acts: bool, language: str) -> bool:
    """Whether a name alone tells that somebody has a part: of a person by a full name or an office, of a body or of a
    country's forces, of a state only where it acts.

    On real answers whoever else an unsure deed is read to have ("Marathon", "embattled nation", a storm's name, the
    state in "operations in Iraq") was nobody in four of ten.
    """
    words = actor.name.split()
    if actor.kind in _FORCES and actor.country is not None:
        return words[0][:1].isupper()
    if actor.kind == "unknown" or not all(word[:1].isupper() or len(word) <= _SMALL for word in words):
        return False
    if actor.kind == "state":
        return acts and country_of_name(actor.name, language) is not None
    if len(words) > 1 and actor.name.isupper():
        return False
    return len(words) > 1 or actor.role is not None or actor.kind != "person"


_FORCES: frozenset[ActorKind] = frozenset({"military", "armed group", "rebels", "government", "police"})

_SMALL = 3
"""Letters of the small words within a name ("of", "the", "al")."""
