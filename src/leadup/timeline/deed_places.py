"""Where in a sentence the deed that a question asks for is told: at each of the words that may tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.words import Phrase, asking

WITHIN = 3
"""Words that may stand between two of a phrase ("opened heavy fire")."""


def deed_places(tree: Parse, slots: Sequence[Slot], language: str) -> Iterator[tuple[int, float]]:
    """Each word of a parsed sentence that tells the deed asked for, and what it counts for, in (0, 1].

    Who did it tells no deed ("the gunman entered the hall"), where the sentence tells one beside.
    """
    bases = [base_form(token.word.lower(), language) for token in tree]
    for at, base in enumerate(bases):
        if is_doer(tree, at, language):
            continue
        worth = max(
            (
                count
                for slot in slots
                if slot.needed
                for phrase, count in slot.means.items()
                if phrase[0] == base and _follows(bases, at, phrase)
            ),
            default=0.0,
        )
        if worth:
            yield at, worth


def is_doer(tree: Parse, at: int, language: str) -> bool:
    """Is a word the name for who did a deed ("gunman"), and none for the deed?"""
    return at >= 0 and tree[at].word.lower() in asking("doers", language)


def _follows(bases: Sequence[str], at: int, phrase: Phrase) -> bool:
    for word in phrase[1:]:
        after = range(at + 1, min(at + 2 + WITHIN, len(bases)))
        at = next((k for k in after if bases[k] == word), -1)
        if at < 0:
            return False
    return True
