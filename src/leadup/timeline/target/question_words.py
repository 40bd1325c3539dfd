"""The words of a question: those that name its event, and what they say of how it is meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Question
from leadup.timeline.target.main_deed import (
    decides_not,
    is_past,
)
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.words import (
    asking,
    closers,
    is_contracted_not,
    openers,
    short_for,
)
from leadup.timeline.terms import words

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}$")
"""Initials at the end of a question, whose last stop is their own: "the speech at the U.N."."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.age = re.compile(kept_table("asking", language)["age"], re.I)
        self.word = re.compile(
            rf"[^\W_]+(?:&[^\W_]+)*(?:[.,][0-9]+)*(?:(?!{word_endings(language).owner}\b)['’][^\W_]+)?"
        )


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def word_pattern(language: str) -> re.Pattern[str]:
    """A word of a question as it is written; a possessive's ending is none of it."""
    return _forms(language).word


def event_words(question: str, language: str) -> str:
    """The event that a question asks for, without what asks: "why did Lund resign?" is "Lund resign"."""
    asked = " ".join(question.replace("“", '"').replace("”", '"').split())
    words = asked.strip(" ?!.")
    if _INITIALS.search(asked.rstrip(" ?!")):
        words += "."
    while True:
        low = words.lower()
        opening = (o for o in openers(language) if low.startswith(o) and not low[len(o) : len(o) + 1].isalnum())
        opener = next((o for o in opening if not is_short_name(words[: len(o)], words, language)), None)
        rest = words[len(opener) :].strip(" :,-–—") if opener else ""
        if not rest:
            break
        words = rest
    for closer in closers(language):
        if words.lower().endswith(f" {closer}"):
            words = words[: -len(closer)].strip(" ,")
            break
    return _forms(language).age.sub("", words) or words or question


def _without_auxiliary(words: str, language: str) -> str:
    """The words as a headline has them: "Anna Lund is elected mayor" is "Anna Lund elected mayor"."""
    tokens = list(_forms(language).word.finditer(words))
    for at in range(1, len(tokens) - 1):
        end = at
        while end < len(tokens) and tokens[end].group() in asking("auxiliaries_of_passive", language):
            end += 1
        if (
            at < end < len(tokens)
            and tokens[at - 1].group()[0].isupper()
            and is_past(tokens[end].group().lower(), language)
        ):
            return words[: tokens[at].start()] + words[tokens[end].start() :]
    return words


def is_short_name(token: str, words: str, language: str) -> bool:
    """Is it a body's short name ("WHO")? Where all is in capitals that cannot be told."""
    return token in short_for(language) and not words.isupper()


def is_negative(tokens: Sequence[str], language: str) -> bool:
    """Does a question ask for what was not done ("does not indict", "decides against a run")?"""
    return any(
        t in asking("asked_negative", language) or is_contracted_not(t, language) for t in tokens
    ) or decides_against(tokens, language)


def decides_against(tokens: Sequence[str], language: str) -> bool:
    return any(decides_not(a, b, language) for a, b in itertools.pairwise(tokens))


def is_of_did(question: str, words: str, language: str) -> bool:
    """Does "did" open the question, so that its verb stands plain ("why did Lund go")?"""
    return not asking("auxiliaries", language).isdisjoint(question[: max(0, question.find(words))].lower().split())


def is_long(tokens: Sequence[str], slots: Sequence[Slot], language: str) -> bool:
    short = any(
        s.kind == "deed" and s.asked.lower() not in asking("long", language) and any(d.how != "long" for d in s.rows)
        for s in slots
    )
    if not tokens or any(t in asking("once", language) for t in tokens) or short:
        return False
    heads = {tokens[-1]}
    for i, token in enumerate(tokens):
        if token in asking("headed_by", language):
            heads.add(tokens[i - 1] if i else token)
            break
    return bool(heads & asking("long", language))


def asked_words(question: Question, language: str) -> tuple[str, ...]:
    """The words of a question that say something, each once; all of them where none does."""
    said = tuple(dict.fromkeys(words(" ".join((event_words(question.target, language), *question.keywords)), language)))
    return said or (question.target, *question.keywords)
