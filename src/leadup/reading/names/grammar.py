"""Small words and word parts that decide where a name begins and ends."""

from __future__ import annotations

from typing import Any

from leadup.lang import table

_WORDS: dict[str, Any] = table("names")["grammar"]

LINKS: frozenset[str] = frozenset(_WORDS["links"])
A_LINK = "|".join(_WORDS["links"])
"""Any of them, as a regular expression."""
PARTICLES: frozenset[str] = frozenset(_WORDS["particles"])
FUNCTION: frozenset[str] = frozenset(_WORDS["function"])


NAME_HEADS: frozenset[str] = frozenset(_WORDS["name_heads"])
NAME_WORDS: frozenset[str] = frozenset(_WORDS["name_words"])
DIRECTIONS: frozenset[str] = frozenset(_WORDS["directions"])
SUFFIXES: frozenset[str] = frozenset(_WORDS["suffixes"])

PREFIXES: frozenset[str] = frozenset(_WORDS["prefixes"])

NAMESAKES: frozenset[str] = frozenset(_WORDS["namesakes"])
"""Titles that stand in the names of hospitals, schools and airports."""
