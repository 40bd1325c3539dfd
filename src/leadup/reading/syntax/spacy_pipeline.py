"""An installed spaCy pipeline in place of leadup's own parser, behind the same nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from leadup.errors import MissingExtra
from leadup.reading.syntax.tokens import tokenise
from leadup.reading.syntax.tree import Parse, Token

_CLEAR: Mapping[str, str] = dict(
    line.split("\t")
    for line in files("leadup.reading.syntax").joinpath("data/clear.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)
_IN_PHRASE = "pobj"
"""CLEAR's relation of a noun to its preposition."""


@cache
def _load(name: str) -> Any:
    try:
        import spacy
    except ImportError:
        raise MissingExtra(f"--pipeline {name}", "spacy") from None
    try:
        return spacy.load(name)
    except OSError:
        raise MissingExtra(f"the spaCy pipeline {name}", "spacy") from None


def parse_with(name: str, text: str, sentences: Sequence[tuple[int, int]], language: str) -> tuple[Parse, ...]:
    """Parse with the spaCy pipeline ``name`` on leadup's own words and sentence bounds.

    Raises :class:`~leadup.errors.MissingExtra` where spaCy or the pipeline is not installed.
    """
    nlp = _load(name)
    from spacy.tokens import Doc

    spans = [tokenise(text, s, e, language=language) for s, e in sentences]
    docs = []
    for tokens in spans:
        words = [text[s:e] for s, e in tokens]
        spaces = [b[0] > a[1] for a, b in pairwise(tokens)] + [False] * bool(tokens)
        docs.append(Doc(nlp.vocab, words=words, spaces=spaces))
    return tuple(
        Parse(s, e, tuple(_tokens(doc, tokens)), language)
        for (s, e), tokens, doc in zip(sentences, spans, nlp.pipe(docs), strict=True)
    )


def _tokens(doc: Any, spans: Sequence[tuple[int, int]]) -> list[Token]:
    heads = [t.head.i for t in doc]
    rels = [_CLEAR.get(t.dep_, t.dep_ or "dep") for t in doc]
    if any(t.dep_ == _IN_PHRASE for t in doc):
        _lift_prepositions(doc, heads, rels)
    roots = [i for i, h in enumerate(heads) if h == i]
    out = []
    for i, t in enumerate(doc):
        head, rel = heads[i], rels[i]
        if head == i:
            head, rel = (-1, "root") if i == roots[0] else (roots[0], "parataxis")
        s, e = spans[i]
        out.append(Token(s, e, t.text, t.lemma_ or t.text.lower(), t.pos_ or "X", head, rel.partition(":")[0], rel))
    return out


def _lift_prepositions(doc: Any, heads: list[int], rels: list[str]) -> None:
    """CLEAR hangs a noun on its preposition; UD hangs the preposition on the noun, and the noun above."""
    for t in doc:
        if t.dep_ == _IN_PHRASE:
            p = t.head.i
            above = heads[p]
            if above == p or heads[t.i] != p:
                continue
            heads[t.i], heads[p] = above, t.i
            if rels[p] == "obl:agent":
                rels[t.i] = "obl:agent"
            else:
                rels[t.i] = "nmod" if doc[above].pos_ in {"NOUN", "PROPN", "PRON", "NUM"} else "obl"
            rels[p] = "case"
            for k, h in enumerate(heads):
                if h == p and k != t.i and k != p:
                    heads[k] = t.i
