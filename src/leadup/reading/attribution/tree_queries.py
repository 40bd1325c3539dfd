"""Walks over a dependency tree that all readers of reporting clauses share, the passives among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.syntax import Parse


class TreeForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("attribution", language)["tree_queries"]
        self.relative: frozenset[str] = frozenset(self.words["relative"])
        self.participle: tuple[str, ...] = tuple(self.words["participle"])
        self.that: frozenset[str] = frozenset(self.words["that"])
        self.by: frozenset[str] = frozenset(self.words["by"])
        self.no_ending: frozenset[str] = frozenset(self.words["no_ending"])
        self.endings: tuple[str, ...] = tuple(self.words["endings"])
        self.between: frozenset[str] = frozenset(self.words["between"])
        self.it: frozenset[str] = frozenset(self.words["it"])
        self.marks: frozenset[str] = frozenset(self.words["marks"])
        # Verbs whose form in -ed before "to" is no passive.
        self.never: frozenset[str] = frozenset(self.words["never"])


@cache
def tree_forms(language: str) -> TreeForms:
    """Those of a language, made once."""
    return TreeForms(language)


SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")

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


def has_to(parse: Parse, i: int, language: str) -> bool:
    """Whether a verb is an infinitive with "to"."""
    forms = tree_forms(language)
    return any(parse[c].word.lower() == forms.words["to"] for c in parse.children(i, "mark"))


def is_passive(parse: Parse, i: int, language: str) -> bool:
    """Whether verb ``i`` is passive: by its auxiliary, or as a participle on its own."""
    forms = tree_forms(language)
    if parse.children(i, "aux:pass"):
        return True
    t = parse[i]
    low = t.word.lower()
    if t.lemma in forms.never:
        return False
    if not (low.endswith(forms.endings) or low in forms.no_ending):
        return False
    if t.relation == "acl":
        return True
    if t.deprel in {"conj", "xcomp"}:
        h = t.head
        return bool(parse.children(h, "aux:pass")) and not parse.children(i, "nsubj") and t.deprel == "conj"
    return t.deprel == "advcl" and not parse.children(i, "nsubj", "aux")


def agent(parse: Parse, i: int, language: str) -> int | None:
    """The noun of a passive's "by" phrase, though the parser may hang it on a noun between."""
    forms = tree_forms(language)
    for c in parse.children(i, "obl"):
        if parse[c].relation == "obl:agent" or case_of(parse, c) in forms.by:
            return c
    for k in parse.subtree(i):
        if k > i and case_of(parse, k) in forms.by and parse[k].deprel in {"obl", "nmod"}:
            between = parse[parse[k].head]
            if between.upos in {"NOUN", "PROPN", "ADJ"} and between.lemma not in forms.between:
                return k
    return None


def is_impersonal(parse: Parse, i: int, clause_after: list[int], language: str) -> bool:
    """ "It was reported that ...", "was told that ...": the clause is what was said, no adverbial of the passive."""
    forms = tree_forms(language)
    if any(parse[c].word.lower() in forms.it for c in parse.children(i, "nsubj", "nsubj:pass", "expl")):
        return True
    marks = (parse[m].word.lower() for c in clause_after for m in parse.children(c, "mark"))
    return any(m in forms.marks for m in marks)
