"""Families of words for one kind of deed, from the data file ``deeds.tsv``."""

from __future__ import annotations

import functools
from collections import defaultdict
from importlib import resources

from leadup.timeline.happenings.collection import words_of
from leadup.timeline.terms import stem


@functools.cache
def _table() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    text = resources.files("leadup.timeline.happenings").joinpath("deeds.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, nouns, words = line.split("\t")
            rows.append(
                (
                    name,
                    frozenset(nouns.split()),
                    frozenset(term for w in words.split() for term in (stem(w), *(t for t, _ in words_of(w)))),
                )
            )
    return tuple(rows)


@functools.cache
def families_of() -> dict[str, frozenset[str]]:
    """Each stem that tells of a deed, to the families it stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, _, words in _table():
        for word in words:
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


@functools.cache
def referred_to() -> dict[str, frozenset[str]]:
    """The stem of each noun that can refer back to a deed ("attack", "attacks"), to the families it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, nouns, _ in _table():
        for noun in nouns:
            found[stem(noun)].add(name)
    return {noun: frozenset(names) for noun, names in found.items()}
