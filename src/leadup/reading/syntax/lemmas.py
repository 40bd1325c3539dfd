"""Lemmas of English words: regular endings by rule, the rest from a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import cut, word_endings


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("syntax", language)["lemmas"]
        self.be: frozenset[str] = frozenset(self.words["be"])
        self.vowels: frozenset[str] = frozenset(self.words["vowels"])
        self.vowels_and_y: frozenset[str] = frozenset(self.words["vowels_and_y"])
        self.before_e: frozenset[str] = frozenset(self.words["before_e"])
        self.never_before_e: frozenset[str] = frozenset(self.words["never_before_e"])
        self.own_double: frozenset[str] = frozenset(self.words["own_double"])
        self.takes_e: tuple[str, ...] = tuple(self.words["takes_e"])
        self.takes_no_e: tuple[str, ...] = tuple(self.words["takes_no_e"])
        self.spelling_changes = (*word_endings(language).past, *word_endings(language).gerund)
        self.silent = word_endings(language).silent


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def by_rule(word: str, upos: str, language: str) -> str:
    """The lemma that the regular endings give for a word in small letters."""
    forms = _forms(language)
    if upos == "NOUN":
        return next(iter(cut("noun", word, language)), word)
    if upos not in {"VERB", "AUX"}:
        return word
    verb = next(iter(cut("verb", word, language)), word)
    return _respelt(verb, forms) if any(word == verb + ending for ending in forms.spelling_changes) else verb


def lemma(word: str, upos: str, table: Mapping[str, str], language: str) -> str:
    """The lemma of a word (any case) with this tag; ``table`` maps ``"UPOS form"`` to the lemmas no rule gives."""
    forms = _forms(language)
    if upos == "PROPN":
        return word
    low = word.lower()
    if upos == "AUX" and low in forms.be:
        return str(forms.words["be"][0])
    return table.get(f"{upos} {low.replace('’', chr(39))}") or by_rule(low, upos, language)


def _respelt(s: str, forms: _Forms) -> str:
    """Undo the spelling changes before -ed and -ing: a doubled consonant, a dropped e."""
    if not forms.vowels_and_y & set(s):
        return s
    if len(s) > 3 and s[-1] == s[-2] and s[-1] not in forms.own_double:
        return s[:-1]
    if s.endswith(forms.takes_e) and not s.endswith(forms.takes_no_e):
        return s + forms.silent
    last = s[-3:]
    dropped = (
        len(last) == 3
        and last[2] not in forms.never_before_e
        and last[1] in forms.before_e
        and last[0] not in forms.vowels
    )
    # One vowel: "mak" of "making" takes an e, "open" of "opening" none.
    return s + forms.silent if dropped and sum(c in forms.vowels_and_y for c in s) == 1 else s
