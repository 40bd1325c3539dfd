"""A parsed sentence: words with tags, lemmas and heads, and the few ways of walking them that readers need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Relation = Literal[
    "root", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod",
    "nmod:poss", "nummod", "amod", "advmod", "advcl", "acl", "acl:relcl", "ccomp", "xcomp", "conj", "cc", "appos",
    "aux", "aux:pass", "cop", "case", "mark", "det", "compound", "compound:prt", "flat", "fixed", "list", "dep",
    "discourse", "vocative", "expl", "parataxis", "goeswith", "punct",
]  # fmt: skip
"""The relations that are looked for, with those subtypes that the parser knows."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: ``text[start:end]`` in code points of the article, Universal Dependencies tag and relation.

    ``head`` is the index of its head in the parse, -1 for the root. ``deprel`` is the base relation ("nsubj");
    ``relation`` keeps the subtype where the parser knows it ("nsubj:pass", "obl:agent", "acl:relcl", "nmod:poss",
    "compound:prt").
    """

    start: int
    end: int
    word: str
    lemma: str
    upos: str
    head: int
    deprel: str
    relation: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence, ``text[start:end]``, and its dependency tree: exactly one root, no cycles (none where empty).

    ``language`` is the one that it was parsed as (ISO 639-1).
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    language: str
    _children: tuple[tuple[int, ...], ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, t in enumerate(self.tokens):
            if t.head >= 0:
                below[t.head].append(i)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @property
    def root(self) -> int:
        """The index of the root, -1 for a sentence without words."""
        return next((i for i, t in enumerate(self.tokens) if t.head < 0), -1)

    def at(self, place: int) -> int:
        """The index of the word that stands at a code point of the text, -1 where none does."""
        return next((i for i, t in enumerate(self.tokens) if t.start <= place < t.end), -1)

    def children(self, i: int, *relations: str) -> tuple[int, ...]:
        """The dependents of word ``i`` in order; with ``relations``, those whose base or full relation is one."""
        if not relations:
            return self._children[i]
        return tuple(
            c for c in self._children[i] if self.tokens[c].deprel in relations or self.tokens[c].relation in relations
        )

    def child(self, i: int, *relations: str) -> int | None:
        """The first such dependent, or None."""
        below = self.children(i, *relations)
        return below[0] if below else None

    def subtree(self, i: int) -> list[int]:
        """Word ``i`` and all below it, in order of the sentence."""
        out, todo = [i], [i]
        while todo:
            below = self._children[todo.pop()]
            out += below
            todo += below
        return sorted(out)

    def extent(self, i: int) -> tuple[int, int]:
        """Code points from the first to the last word of the subtree of ``i``."""
        words = self.subtree(i)
        return self.tokens[words[0]].start, self.tokens[words[-1]].end

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above ``i``, nearest first."""
        h = self.tokens[i].head
        while h >= 0:
            yield h
            h = self.tokens[h].head

    def within(self, start: int, end: int) -> range:
        """The indices of the words that overlap ``[start, end)``."""
        lo = next((i for i, t in enumerate(self.tokens) if t.end > start), len(self.tokens))
        hi = next((i for i in range(lo, len(self.tokens)) if self.tokens[i].start >= end), len(self.tokens))
        return range(lo, hi)

    def head_of(self, start: int, end: int) -> int | None:
        """The word of ``[start, end)`` whose head lies outside it (the first, where several do), or None."""
        inside = self.within(start, end)
        return next((i for i in inside if self.tokens[i].head not in inside), None)
