"""Walks over a dependency tree that all readers of reporting clauses share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from leadup.lang import table
from leadup.reading.syntax import Parse

_WORDS: dict[str, Any] = table("attribution")["tree_queries"]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
RELATIVE: frozenset[str] = frozenset(_WORDS["relative"])
PARTICIPLE: tuple[str, ...] = tuple(_WORDS["participle"])
THAT: frozenset[str] = frozenset(_WORDS["that"])
BY: frozenset[str] = frozenset(_WORDS["by"])
_CLOSING = frozenset({"”", '"', "''", ")", "%", "’"})
_OPENING = frozenset({"“", '"', "``", "(", "‘"})


def trim(parse: Parse, words: Iterable[int]) -> tuple[int, ...]:
    """Sorted words without punctuation at the edges."""
    out = sorted(set(words))
    while out and parse[out[-1]].upos == "PUNCT" and parse[out[-1]].word not in _CLOSING:
        out.pop()
    while out and parse[out[0]].upos == "PUNCT" and parse[out[0]].word not in _OPENING:
        out.pop(0)
    return tuple(out)


def below(parse: Parse, i: int, without: Iterable[int] = ()) -> list[int]:
    """The subtree of ``i`` less the subtrees of ``without``."""
    barred = set(without)
    out, todo = [], [i]
    while todo:
        k = todo.pop()
        if k in barred:
            continue
        out.append(k)
        todo += parse.children(k)
    return sorted(out)


def case_of(parse: Parse, i: int) -> str:
    """The preposition of a noun phrase or of a clause ("of", "for", "as")."""
    for c in parse.children(i, "case", "mark"):
        return parse[c].word.lower()
    return ""


def has_to(parse: Parse, i: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(parse[c].word.lower() == _WORDS["to"] for c in parse.children(i, "mark"))
