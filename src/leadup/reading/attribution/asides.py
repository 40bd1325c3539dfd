"""Reporting clauses set off by commas: ", he said," and ", said the minister"."""

from __future__ import annotations

from functools import cache
from typing import Any

from leadup.lang import kept_table, weekday_names
from leadup.lang.wordforms import word_endings
from leadup.reading.attribution.tree_queries import has_to, tree_forms, trim
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["asides"]
        self.put_to: frozenset[str] = frozenset(words["put_to"])
        self.no_speaker: frozenset[str] = tree_forms(language).relative | frozenset(words["hearer"])
        self.days = frozenset(name.lower() for name in weekday_names(language))
        self.gerund = word_endings(language).gerund


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def aside(parse: Parse, i: int, sub: int | None, language: str) -> tuple[list[int], tuple[int, ...]] | None:
    """A reporting clause set off by commas, ", he said," or ", said the minister": the rest is what was said.

    Gives the content and the source, or None where the clause is not set off. Nothing but adverbs, auxiliaries and
    loose phrases may stand beside subject and verb.
    """
    forms = _forms(language)
    if parse[i].word.lower().endswith(forms.gerund) or has_to(parse, i, language) or parse.children(i, "mark"):
        return None
    if sub is not None and sub < i:
        first = parse.subtree(sub)[0] if parse[sub].head == i else sub
        while parse[sub].head != i and first > 0 and parse[first - 1].upos in {"DET", "ADJ", "PROPN", "NOUN", "NUM"}:
            first -= 1
        source = tuple(range(first, max(sub, parse.subtree(sub)[-1] if parse.subtree(sub)[-1] < i else sub) + 1))
        last = i
    elif _hears(parse, i):
        # "..., a neighbour, Jo Marr, told the paper": who stands before the verb told it, not who hears it.
        first = _apposed(parse, i)
        if first == i:
            return None
        source = tuple(range(first, i - 1))
        last = parse.subtree(i + 1)[-1] if parse[i + 1].head == i else i + 1
        sub = first
    elif (
        i + 1 < len(parse)
        and parse[i + 1].word.lower() not in forms.days
        and parse[i + 1].upos in {"PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"}
    ):
        first = i
        after = [c for c in parse.children(i, "nsubj", "obj", "dep", "obl", "parataxis") if c > i]
        last = max(parse.subtree(after[0])[-1] if after else i + 1, i + 1)
        if after and parse.subtree(after[0])[0] != i + 1:
            return None
        source = tuple(range(i + 1, last + 1))
    else:
        return None
    if first == 0 or parse[first - 1].word not in {",", "—", "–", "--", "”", "''", '"', ")"}:
        return None
    # What follows the clause on the same breath: "on Monday", "in an interview".
    end = last + 1
    while end < len(parse) and parse[end].word not in {",", "—", "–", "--", ";", ":", ".", "!", "?"}:
        if parse[end].upos in {"VERB", "SCONJ", "CCONJ"} or end - last > 9:
            return None
        end += 1
    before, behind = list(range(first)), list(range(end, len(parse)))
    going_on = parse[min(end + 1, len(parse) - 1)]
    if sub is None or sub > i or going_on.word.lower().endswith(forms.gerund) or going_on.upos in {"CCONJ", "SCONJ"}:
        behind = []
    rest = [*before, *behind]
    if len(rest) < 3 or not any(parse[k].upos in {"VERB", "AUX"} for k in rest):
        return None
    asked = parse[0].lemma in forms.put_to and parse[0].head == i and parse[0].deprel == "advcl"
    if asked and all(parse[k].upos == "PUNCT" for k in behind):
        # "Asked about the strikes, he said nothing": the question is not what he said.
        return None
    trimmed = trim(parse, source)
    if not trimmed or parse[trimmed[0]].word.lower() in forms.no_speaker:
        return None
    return rest, trimmed


def _hears(parse: Parse, i: int) -> bool:
    """Is what stands right behind verb ``i``, which a comma sets off, the one who is told?"""
    behind = i > 0 and parse[i - 1].word == "," and i + 1 < len(parse)
    return behind and any(parse.subtree(c)[0] == i + 1 for c in parse.children(i, "iobj"))


def _apposed(parse: Parse, i: int) -> int:
    """The first word of the noun phrases between commas that end at the comma before ``i``; ``i`` where there are none.

    Two at most: a name, and before it who that is.
    """
    first, k = i, i - 2
    for _ in range(2):
        end = k
        while k >= 0 and parse[k].upos in {"PROPN", "NOUN", "DET", "ADJ", "NUM"}:
            k -= 1
        if k == end or k < 0 or parse[k].word != ",":
            break
        first = k + 1
        k -= 1
    return first
