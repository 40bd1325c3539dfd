"""Whether a person is "he" or "she", where the words tell: titles, roles, and given names that leave no doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from leadup.lang import kept_rows, kept_table

Gender = Literal["m", "f"]

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def given_names(language: str) -> dict[str, Gender]:
    """``given_names.tsv``: given name to the one sex that bears it."""
    return {name: "f" if told == "f" else "m" for name, told in kept_rows("given_names", language)}


@cache
def gendered_words(language: str) -> dict[str, Gender]:
    """Titles and nouns that tell ("Mrs", "spokesman"), in lower case, by ``pronouns.toml``."""
    told = kept_table("pronouns", language)["gendered"]
    return {**dict.fromkeys(told["men"].split(), "m"), **dict.fromkeys(told["women"].split(), "f")}


@cache
def gender_of_pronoun(word: str, language: str) -> Gender | None:
    """The gender of a pronoun in lower case; None for "they", "it" and any other word."""
    told = kept_table("pronouns", language)["third"]
    return "m" if word in told["he"].split() else "f" if word in told["she"].split() else None


def gender_of_name(name: str, language: str) -> Gender | None:
    """The gender that a full name tells: "Mara Tolk"; None for a surname alone and for names of both."""
    words = name.split()
    while words and gendered_words(language).get(words[0].lower().rstrip(".")) is None and _is_initial(words[0]):
        words.pop(0)
    if not words:
        return None
    return gendered_words(language).get(words[0].lower().rstrip(".")) or (
        given_names(language).get(_capital(words[0])) if len(words) > 1 else None
    )


def gender_of_words(phrase: str, language: str) -> Gender | None:
    """The gender that a description tells ("a hospital spokeswoman"); None where it tells none, or both."""
    told = {g for w in _WORDS.findall(phrase.lower()) if (g := gendered_words(language).get(w)) is not None}
    return told.pop() if len(told) == 1 else None


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _capital(word: str) -> str:
    return word.capitalize() if word.isupper() else word
