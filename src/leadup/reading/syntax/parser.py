"""Sentences of a text, tagged and parsed."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from contextlib import AbstractContextManager

from threadpoolctl import ThreadpoolController

from leadup.reading.syntax.lemmas import lemma
from leadup.reading.syntax.network import network
from leadup.reading.syntax.tokens import tokenise
from leadup.reading.syntax.tree import Parse, Token

LONGEST = 150
"""A sentence of more words is read in pieces of this many, so that hostile input costs linear time and memory."""


def parse(
    text: str, sentences: Sequence[tuple[int, int]], *, language: str, pipeline: str | None = None
) -> tuple[Parse, ...]:
    """Tag and parse the given sentences, ``(start, end)`` in code points of ``text``; one :class:`Parse` each.

    ``text`` may be natural or cut as in the Penn Treebank. Many sentences in one call are read faster than one at a
    time. ``pipeline`` names an installed spaCy pipeline with a parser to use in place of leadup's own; raises
    :class:`~leadup.errors.MissingExtra` where spaCy or the pipeline is not installed.
    """
    if pipeline is not None:
        from leadup.reading.syntax.spacy_pipeline import parse_with

        return parse_with(pipeline, text, sentences, language)
    return parse_each([(text, s, e) for s, e in sentences], language)


def parse_each(places: Sequence[tuple[str, int, int]], language: str) -> tuple[Parse, ...]:
    """Tag and parse the sentence ``text[start:end]`` of each ``(text, start, end)``, side by side, by leadup's own
    network."""
    spans = [tokenise(*place, language=language) for place in places]
    words = [[text[s:e] for s, e in tokens] for (text, _, _), tokens in zip(places, spans, strict=True)]
    read = parse_words(words, spans, language)
    return tuple(Parse(start, end, tokens, language) for (_, start, end), tokens in zip(places, read, strict=True))


KEPT = 2_048
"""Sentences, read alone, whose parse is kept: an answer asks for one in five of them again (of 3,000 that eight answers
parsed alone)."""


@functools.lru_cache(maxsize=KEPT)
def _read_alone(words: tuple[str, ...], language: str) -> tuple[list[int], list[int], list[int]]:
    """What the network finds in one sentence: the same whenever it is asked, which in a batch it is but to rounding."""
    with one_thread():
        (parsed,) = network(language).read([words])
    return parsed


@functools.cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Small products in a row are taken on one thread: threads that wait for each other cost more than they save."""
    limited: AbstractContextManager[object] = _blas().limit(limits=1, user_api="blas")
    return limited


def parse_words(
    words: Sequence[Sequence[str]], spans: Sequence[Sequence[tuple[int, int]]], language: str
) -> list[tuple[Token, ...]]:
    """Tag and parse sentences whose words are given, with the places that the words are to carry."""
    net = network(language)
    pieces = [(i, a) for i, s in enumerate(words) for a in range(0, max(1, len(s)), LONGEST)]
    read = [tuple(words[i][a : a + LONGEST]) for i, a in pieces]
    if len(read) == 1:
        analyses = [_read_alone(read[0], language)]
    else:
        with one_thread():
            analyses = net.read(read)
    out: list[list[Token]] = [[] for _ in words]
    first_root: dict[int, int] = {}
    for (i, a), (tags, tree, relations) in zip(pieces, analyses, strict=True):
        for k, (tag, head, rel) in enumerate(zip(tags, tree, relations, strict=True)):
            word, (s, e) = words[i][a + k], spans[i][a + k]
            upos, relation = net.tags[tag], net.relations[rel]
            if head >= 0:
                head += a
            elif a == 0:
                first_root[i] = k
            else:
                # A later piece of a very long sentence hangs on the first.
                head, relation = first_root[i], "parataxis"
            deprel = relation.partition(":")[0]
            out[i].append(Token(s, e, word, lemma(word, upos, net.lemmas, language), upos, head, deprel, relation))
    return [tuple(t) for t in out]
