"""The words of an event as it is asked for."""

from __future__ import annotations

from functools import lru_cache

from leadup import lang
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.tokens import token_pattern


def words_asked(words: str, language: str) -> list[str]:
    """The words of an event, without the marks of quotation that a statement stands in ("“Varo quits”")."""
    return token_pattern(language).findall(words)


@lru_cache(maxsize=256)
def bases_asked(words: str, language: str) -> frozenset[str]:
    """Their base forms."""
    return frozenset(base_form(word.lower(), language) for word in words_asked(words, language))


def names_written(words: str, language: str) -> set[str]:
    """Those of them that are written as names."""
    return {word for word in words_asked(words, language) if word[:1].isupper()}


def is_done_to(words: str, language: str) -> bool:
    """Is the event asked about done to the one who is named ("the killing of X", "X fired"), by the deed's word?"""
    done_to = lang.kept_words("done_to", language)
    return any(word.lower() in done_to for word in words_asked(words, language))
