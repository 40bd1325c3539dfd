"""Whether a question is asked in the words of another language than the one that questions are read in."""

from __future__ import annotations

from leadup.reading.names.lexicon import Is, lexicon
from leadup.timeline.target.tokens import base_of, token_pattern
from leadup.timeline.target.words import deeds_of
from leadup.timeline.terms import function_words

UNKNOWN, SHARE = 2, 0.5
"""A question of another language has so many words in small letters that English does not know, and more than this
share of all that it writes so."""


def is_foreign(question: str, language: str) -> bool:
    """Are most of its words beside names, two at least, no words of English ("la mort de Anna Lund")?

    Where nothing is written with a capital it may be names alone that are not known ("anna varo karl tolm").
    """
    words = [w for w in token_pattern(language).findall(question) if w[0].isalpha()]
    small = [w for w in words if w.islower()]
    unknown = [w for w in small if not _is_known(w, language)]
    named = any(w[0].isupper() for w in words)
    return named and len(unknown) >= UNKNOWN and len(unknown) > SHARE * len(small)


def _is_known(word: str, language: str) -> bool:
    if word in function_words(language) or (base_of(word, language),) in deeds_of(language):
        return True
    return bool(lexicon(language).words.get(word.capitalize(), 0) & Is.COMMON)
