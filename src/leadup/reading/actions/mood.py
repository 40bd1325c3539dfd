"""Mood: what "will", "must", "may" and "not" make of an action."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leadup.lang import table
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import COOPERATION, MATERIAL_CONFLICT, Coding, intended
from leadup.reading.actions.lexicon import word_list

_WORDS: dict[str, Any] = table("actions")["mood"]
_LONGER: frozenset[str] = frozenset(_WORDS["longer"])
_NO: frozenset[str] = frozenset(_WORDS["no"])
_TO_BE: frozenset[str] = frozenset(_WORDS["to_be"])
_GOING: frozenset[str] = frozenset(_WORDS["going"])
_INSTEAD: frozenset[str] = frozenset(_WORDS["instead"])
_WITHOUT: str = _WORDS["without"]


def in_mood(sentence: Sentence, v: int, coding: Coding) -> Coding:
    """The reading of the predicate at ``v`` once its auxiliaries and negations are heard."""
    modals = auxiliaries(sentence, v)
    if not modals:
        return coding
    category = coding.category
    if category == "NONE":
        return coding
    no_longer = v > 0 and sentence.tokens[v - 1].word.lower() in _LONGER
    if no_longer or modals & word_list("not"):
        if category in COOPERATION:
            return replace(coding, category="REJECT", realis="happened")
        if modals & word_list("future") and category in MATERIAL_CONFLICT:
            return replace(coding, category="AGREE", realis="planned")
        return replace(coding, realis="denied")
    if modals & word_list("future") or _going_to(sentence, v):
        if coding.kind == "report":
            return coding
        category = intended(category)
        return replace(coding, category=category, realis="threatened" if category == "THREATEN" else "planned")
    if modals & word_list("must"):
        return replace(coding, realis="called for")
    if modals & word_list("maybe"):
        return replace(coding, realis="hypothetical")
    return coding


def auxiliaries(sentence: Sentence, v: int) -> set[str]:
    """The auxiliaries and negations of the word at ``v``, in small letters."""
    out = {sentence.tokens[c].word.lower() for c in sentence.parse.children(v, "aux", "cop", "advmod", "det")}
    for c in sentence.parse.children(v, "aux", "cop"):
        out |= {sentence.tokens[g].word.lower() for g in sentence.parse.children(c, "advmod")}
    if v >= 1 and sentence.tokens[v - 1].word.lower() in word_list("not"):
        out.add(_WORDS["not"])
    before = [sentence.tokens[k].word.lower() for k in range(max(v - 2, 0), v)]
    if " ".join(before) in _INSTEAD or before[-1:] == [_WITHOUT]:
        out.add(_WORDS["not"])  # "abstained rather than vetoing it"
    subject = sentence.subject(v)
    if subject is not None and any(
        sentence.tokens[c].word.lower() in _NO for c in sentence.parse.children(subject, "det")
    ):
        out.add(_WORDS["not"])
    if v >= 2 and sentence.infinitive(v) and sentence.tokens[v - 2].word.lower() in _TO_BE:
        out.add(_WORDS["will"])  # "is to meet"
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


def _going_to(sentence: Sentence, v: int) -> bool:
    h = sentence.tokens[v].head
    return sentence.tokens[v].deprel == "xcomp" and h >= 0 and sentence.tokens[h].word.lower() in _GOING
