"""Lemmas of English words: regular endings by rule, the rest from a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadup.lang import table

_WORDS: dict[str, Any] = table("syntax")["lemmas"]

_BE: frozenset[str] = frozenset(_WORDS["be"])
_VOWELS = frozenset("aeiou")


def by_rule(word: str, upos: str) -> str:
    """The lemma that the regular endings give for a word in small letters."""
    if upos == "NOUN":
        return _singular(word)
    if upos in {"VERB", "AUX"}:
        return _infinitive(word)
    return word


def lemma(word: str, upos: str, table: Mapping[str, str]) -> str:
    """The lemma of a word (any case) with this tag; ``table`` maps ``"UPOS form"`` to the lemmas no rule gives."""
    if upos == "PROPN":
        return word
    low = word.lower()
    if upos == "AUX" and low in _BE:
        return "be"
    return table.get(f"{upos} {low.replace('’', chr(39))}") or by_rule(low, upos)


def _singular(w: str) -> str:
    if len(w) < 4 or not w.endswith("s") or w.endswith(("ss", "us", "is")):
        return w
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return w[:-2]
    return w[:-1]


def _infinitive(w: str) -> str:
    if len(w) < 4:
        return w
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return w[:-2]
    if w.endswith("s") and not w.endswith(("ss", "us", "is")):
        return w[:-1]
    if w.endswith("ied") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith("ed") and len(w) > 4:
        return _stem(w[:-2])
    if w.endswith("ing") and len(w) > 5:
        return _stem(w[:-3])
    return w


def _stem(s: str) -> str:
    """Undo the spelling changes before -ed and -ing: a doubled consonant, a dropped e."""
    if not _VOWELS & set(s) and "y" not in s:
        return s
    if len(s) > 3 and s[-1] == s[-2] and s[-1] not in "lsfz":
        return s[:-1]
    if s.endswith(("at", "iz", "ur", "uc", "rc", "nc", "bl", "pl", "tl", "dl", "gl", "kl", "fl", "s", "v", "u", "dg",
                   "rg", "ng")) and not s.endswith(("ss", "eat", "oat", "us")):  # fmt: skip
        if s.endswith(("ng",)) and not s.endswith(("ang", "eng")):
            return s
        return s + "e"
    if len(s) > 2 and s[-1] not in "aeiouwxy" and s[-2] in "aiou" and s[-3] not in "aeiou" and _one_beat(s):
        return s + "e"
    return s


def _one_beat(s: str) -> bool:
    """Whether a stem has one vowel: "mak" of "making" takes an e, "open" of "opening" none."""
    return sum(c in "aeiouy" for c in s) == 1
