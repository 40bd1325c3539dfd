"""Mood: what "will", "must", "may" and "not" make of an action."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import COOPERATION, MATERIAL_CONFLICT, Coding, intended
from leadup.reading.actions.lexicon import word_list


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("actions", language)["mood"]
        self.longer: frozenset[str] = frozenset(self.words["longer"])
        self.no: frozenset[str] = frozenset(self.words["no"])
        self.to_be: frozenset[str] = frozenset(self.words["to_be"])
        self.going: frozenset[str] = frozenset(self.words["going"])
        self.instead: frozenset[str] = frozenset(self.words["instead"])
        self.without: str = self.words["without"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def in_mood(sentence: Sentence, v: int, coding: Coding, language: str) -> Coding:
    """The reading of the predicate at ``v`` once its auxiliaries and negations are heard."""
    forms = _forms(language)
    modals = auxiliaries(sentence, v, language)
    if not modals:
        return coding
    category = coding.category
    if category == "NONE":
        return coding
    no_longer = v > 0 and sentence.tokens[v - 1].word.lower() in forms.longer
    if no_longer or modals & word_list("not", language):
        if category in COOPERATION:
            return replace(coding, category="REJECT", realis="happened")
        if modals & word_list("future", language) and category in MATERIAL_CONFLICT:
            return replace(coding, category="AGREE", realis="planned")
        return replace(coding, realis="denied")
    if modals & word_list("future", language) or _going_to(sentence, v, forms):
        if coding.kind == "report":
            return coding
        category = intended(category)
        return replace(coding, category=category, realis="threatened" if category == "THREATEN" else "planned")
    if modals & word_list("must", language):
        return replace(coding, realis="called for")
    if modals & word_list("maybe", language):
        return replace(coding, realis="hypothetical")
    return coding


def auxiliaries(sentence: Sentence, v: int, language: str) -> set[str]:
    """The auxiliaries and negations of the word at ``v``, in small letters."""
    forms = _forms(language)
    out = {sentence.tokens[c].word.lower() for c in sentence.parse.children(v, "aux", "cop", "advmod", "det")}
    for c in sentence.parse.children(v, "aux", "cop"):
        out |= {sentence.tokens[g].word.lower() for g in sentence.parse.children(c, "advmod")}
    if v >= 1 and sentence.tokens[v - 1].word.lower() in word_list("not", language):
        out.add(forms.words["not"])
    before = [sentence.tokens[k].word.lower() for k in range(max(v - 2, 0), v)]
    if " ".join(before) in forms.instead or before[-1:] == [forms.without]:
        out.add(forms.words["not"])  # "abstained rather than vetoing it"
    subject = sentence.subject(v)
    if subject is not None and any(
        sentence.tokens[c].word.lower() in forms.no for c in sentence.parse.children(subject, "det")
    ):
        out.add(forms.words["not"])
    if v >= 2 and sentence.infinitive(v) and sentence.tokens[v - 2].word.lower() in forms.to_be:
        out.add(forms.words["will"])  # "is to meet"
    if not out and sentence.tokens[v].upos == "VERB":
        out |= _far_modal(sentence, v)
    return out


def _far_modal(sentence: Sentence, v: int) -> set[str]:
    """The auxiliary of "will on Monday, May 4, open", which a parser may miss."""
    for i in range(v - 1, max(-1, v - 9), -1):
        t = sentence.tokens[i]
        if t.upos == "AUX" and t.head not in range(i, v):
            return {t.word.lower()}
        if t.upos not in {"ADV", "PUNCT", "NUM", "PROPN", "ADP", "PART"}:
            break
    return set()


def _going_to(sentence: Sentence, v: int, forms: _Forms) -> bool:
    h = sentence.tokens[v].head
    return sentence.tokens[v].deprel == "xcomp" and h >= 0 and sentence.tokens[h].word.lower() in forms.going
