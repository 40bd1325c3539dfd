"""Walks over a dependency tree that all readers of reporting clauses share, the passives among them."""

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
_NO_ENDING: frozenset[str] = frozenset(_WORDS["no_ending"])
_ENDINGS: tuple[str, ...] = tuple(_WORDS["endings"])
_BETWEEN: frozenset[str] = frozenset(_WORDS["between"])
_IT: frozenset[str] = frozenset(_WORDS["it"])
_MARKS: frozenset[str] = frozenset(_WORDS["marks"])

_NEVER: frozenset[str] = frozenset(_WORDS["never"])
"""Verbs whose form in -ed before "to" is no passive."""
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


def is_passive(parse: Parse, i: int) -> bool:
    """Whether verb ``i`` is passive: by its auxiliary, or as a participle on its own."""
    if parse.children(i, "aux:pass"):
        return True
    t = parse[i]
    low = t.word.lower()
    if t.lemma in _NEVER:
        return False
    if not (low.endswith(_ENDINGS) or low in _NO_ENDING):
        return False
    if t.relation == "acl":
        return True
    if t.deprel in {"conj", "xcomp"}:
        h = t.head
        return bool(parse.children(h, "aux:pass")) and not parse.children(i, "nsubj") and t.deprel == "conj"
    return t.deprel == "advcl" and not parse.children(i, "nsubj", "aux")


def agent(parse: Parse, i: int) -> int | None:
    """The noun of a passive's "by" phrase, though the parser may hang it on a noun between."""
    for c in parse.children(i, "obl"):
        if parse[c].relation == "obl:agent" or case_of(parse, c) in BY:
            return c
    for k in parse.subtree(i):
        if k > i and case_of(parse, k) in BY and parse[k].deprel in {"obl", "nmod"}:
            between = parse[parse[k].head]
            if between.upos in {"NOUN", "PROPN", "ADJ"} and between.lemma not in _BETWEEN:
                return k
    return None


def is_impersonal(parse: Parse, i: int, clause_after: list[int]) -> bool:
    """ "It was reported that ...", "was told that ...": the clause is what was said, no adverbial of the passive."""
    if any(parse[c].word.lower() in _IT for c in parse.children(i, "nsubj", "nsubj:pass", "expl")):
        return True
    marks = (parse[m].word.lower() for c in clause_after for m in parse.children(c, "mark"))
    return any(m in _MARKS for m in marks)
