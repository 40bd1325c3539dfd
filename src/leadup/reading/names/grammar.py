"""Small words and word parts that decide where a name begins and ends."""

from __future__ import annotations

from functools import cache
from typing import Any

from leadup.lang import kept_table


class NameGrammar:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("names", language)["grammar"]
        self.particles: frozenset[str] = frozenset(words["particles"])
        self.links: frozenset[str] = self.particles.union(words["links"])
        self.function: frozenset[str] = frozenset(words["function"])
        self.name_heads: frozenset[str] = frozenset(words["name_heads"])
        self.name_words: frozenset[str] = frozenset(words["name_words"])
        self.directions: frozenset[str] = frozenset(words["directions"])
        self.suffixes: frozenset[str] = frozenset(words["suffixes"])
        self.prefixes: frozenset[str] = frozenset(words["prefixes"])
        # Titles that stand in the names of hospitals, schools and airports.
        self.namesakes: frozenset[str] = frozenset(words["namesakes"])


@cache
def name_grammar(language: str) -> NameGrammar:
    """Those of a language, made once."""
    return NameGrammar(language)
