"""The tokens of a title or a sentence, as the words of an event are looked for among them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from leadup.lang.wordforms import verbs_of_past, word_endings
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import Phrase, deeds_of, irregular_deeds

WITHIN = 3
"""Words that may stand between those of a phrase."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.token = re.compile(
            rf"[^\W_]+(?:&[^\W_]+)*(?:[.,][0-9]+)*(?:(?!{word_endings(language).owner}\b)['’][^\W_]+)?|[.;:?!]"
        )


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def token_pattern(language: str) -> re.Pattern[str]:
    """A word as it is written, or a mark that parts sentences and clauses; a possessive's ending is no part of it."""
    return _forms(language).token


def words_before(tokens: Sequence[str], at: int, within: int) -> list[str]:
    """The words that stand before a token, at most so many, in order and plain."""
    return [plain(t) for t in tokens[max(0, at - within) : at]]


def start_of(text: str, token: int, language: str) -> int:
    """Where the token of this number begins in the text."""
    return next(m.start() for k, m in enumerate(_forms(language).token.finditer(text)) if k == token)


def is_place_cut_short(text: str, tokens: Sequence[str], at: int, language: str) -> bool:
    """Does the token stand as a place cut short does: with its stop, behind a name and a comma ("Richmond, Va.") or
    within a sentence ("the Va. governor")? "Mich Moran" is a name."""
    start = start_of(text, at, language)
    before, behind = text[:start].rstrip(), text[start + len(tokens[at]) :]
    if behind[:1] != ".":
        return False
    return (before[-1:] == "," and at > 0 and tokens[at - 1][0].isupper()) or behind[1:].lstrip()[:1].islower()


def follows(bases: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Do the words of a phrase stand in order from here, with at most :data:`WITHIN` others between two?

    Letters ("U.N.") stand side by side, with a stop between or none.
    """
    for word in phrase[1:]:
        within = WITHIN if len(word) > 1 else int(list(bases[at + 1 : at + 2]) == ["."])
        for k in range(at + 1, min(at + 2 + within, len(bases))):
            if bases[k] == word:
                at = k
                break
        else:
            return False
    return True


@functools.lru_cache(maxsize=1 << 16)
def base_of(token: str, language: str) -> str:
    """The base form of a token, in small letters and without diacritics; that of its verb where the light stem parts
    the two ("testified" and "testify", "expelled" and "expel") and the verb is one of those that tell of deeds."""
    low = plain(token)
    low = irregular_deeds(language).get(low, low)
    base = base_form(low, language)
    if (base,) not in deeds_of(language):
        verbs = (base_form(verb, language) for verb in verbs_of_past(low, language))
        return next((verb for verb in verbs if (verb,) in deeds_of(language)), base)
    return base
