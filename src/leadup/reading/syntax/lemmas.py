"""Lemmas of English words: regular endings by rule, the rest from a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import GERUND, PAST, SILENT, cut

_WORDS: dict[str, Any] = table("syntax")["lemmas"]

_BE: frozenset[str] = frozenset(_WORDS["be"])
_VOWELS: frozenset[str] = frozenset(_WORDS["vowels"])
_VOWELS_AND_Y: frozenset[str] = frozenset(_WORDS["vowels_and_y"])
_BEFORE_E: frozenset[str] = frozenset(_WORDS["before_e"])
_NEVER_BEFORE_E: frozenset[str] = frozenset(_WORDS["never_before_e"])
_OWN_DOUBLE: frozenset[str] = frozenset(_WORDS["own_double"])
_TAKES_E: tuple[str, ...] = tuple(_WORDS["takes_e"])
_TAKES_NO_E: tuple[str, ...] = tuple(_WORDS["takes_no_e"])


def by_rule(word: str, upos: str) -> str:
    """The lemma that the regular endings give for a word in small letters."""
    if upos == "NOUN":
        return next(iter(cut("noun", word)), word)
    if upos not in {"VERB", "AUX"}:
        return word
    verb = next(iter(cut("verb", word)), word)
    return _respelt(verb) if any(word == verb + ending for ending in _SPELLING_CHANGES) else verb


def lemma(word: str, upos: str, table: Mapping[str, str]) -> str:
    """The lemma of a word (any case) with this tag; ``table`` maps ``"UPOS form"`` to the lemmas no rule gives."""
    if upos == "PROPN":
        return word
    low = word.lower()
    if upos == "AUX" and low in _BE:
        return str(_WORDS["be"][0])
    return table.get(f"{upos} {low.replace('’', chr(39))}") or by_rule(low, upos)


_SPELLING_CHANGES = (*PAST, *GERUND)


def _respelt(s: str) -> str:
    """Undo the spelling changes before -ed and -ing: a doubled consonant, a dropped e."""
    if not _VOWELS_AND_Y & set(s):
        return s
    if len(s) > 3 and s[-1] == s[-2] and s[-1] not in _OWN_DOUBLE:
        return s[:-1]
    if s.endswith(_TAKES_E) and not s.endswith(_TAKES_NO_E):
        return s + SILENT
    last = s[-3:]
    dropped = len(last) == 3 and last[2] not in _NEVER_BEFORE_E and last[1] in _BEFORE_E and last[0] not in _VOWELS
    # One vowel: "mak" of "making" takes an e, "open" of "opening" none.
    return s + SILENT if dropped and sum(c in _VOWELS_AND_Y for c in s) == 1 else s
