"""The words of a question: those that name its event, and what they say of how it is meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from leadup.lang import table
from leadup.lang.wordforms import OWNER
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

_AGE = re.compile(table("asking")["age"], re.I)
WORD = re.compile(rf"[^\W_]+(?:&[^\W_]+)*(?:[.,][0-9]+)*(?:(?!{OWNER}\b)['’][^\W_]+)?")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}$")
"""Initials at the end of a question, whose last stop is their own: "the speech at the U.N."."""


def event_words(question: str) -> str:
    """The event that a question asks for, without what asks: "why did Lund resign?" is "Lund resign"."""
    asked = " ".join(question.replace("“", '"').replace("”", '"').split())
    words = asked.strip(" ?!.")
    if _INITIALS.search(asked.rstrip(" ?!")):
        words += "."
    while True:
        low = words.lower()
        opening = (o for o in openers() if low.startswith(o) and not low[len(o) : len(o) + 1].isalnum())
        opener = next((o for o in opening if not is_short_name(words[: len(o)], words)), None)
        rest = words[len(opener) :].strip(" :,-–—") if opener else ""
        if not rest:
            break
        words = rest
    for closer in closers():
        if words.lower().endswith(f" {closer}"):
            words = words[: -len(closer)].strip(" ,")
            break
    return _AGE.sub("", words) or words or question


def _without_auxiliary(words: str) -> str:
    """The words as a headline has them: "Anna Lund is elected mayor" is "Anna Lund elected mayor"."""
    tokens = list(WORD.finditer(words))
    for at in range(1, len(tokens) - 1):
        end = at
        while end < len(tokens) and tokens[end].group() in asking("auxiliaries_of_passive"):
            end += 1
        if at < end < len(tokens) and tokens[at - 1].group()[0].isupper() and is_past(tokens[end].group().lower()):
            return words[: tokens[at].start()] + words[tokens[end].start() :]
    return words


def is_short_name(token: str, words: str) -> bool:
    """Is it a body's short name ("WHO")? Where all is in capitals that cannot be told."""
    return token in short_for() and not words.isupper()


def is_negative(tokens: Sequence[str]) -> bool:
    """Does a question ask for what was not done ("does not indict", "decides against a run")?"""
    return any(t in asking("asked_negative") or is_contracted_not(t) for t in tokens) or decides_against(tokens)


def decides_against(tokens: Sequence[str]) -> bool:
    return any(decides_not(a, b) for a, b in itertools.pairwise(tokens))


def is_of_did(question: str, words: str) -> bool:
    """Does "did" open the question, so that its verb stands plain ("why did Lund go")?"""
    return not asking("auxiliaries").isdisjoint(question[: max(0, question.find(words))].lower().split())


def is_long(tokens: Sequence[str], slots: Sequence[Slot]) -> bool:
    short = any(
        s.kind == "deed" and s.asked.lower() not in asking("long") and any(d.how != "long" for d in s.rows)
        for s in slots
    )
    if not tokens or any(t in asking("once") for t in tokens) or short:
        return False
    heads = {tokens[-1]}
    for i, token in enumerate(tokens):
        if token in asking("headed_by"):
            heads.add(tokens[i - 1] if i else token)
            break
    return bool(heads & asking("long"))
