"""Sentences that announce reactions: "The move resulted in concern across the globe.", and what stands under them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.sentences import split_sentences
from leadup.reading.syntax import parse
from leadup.timeline.chain.cues import Cue, find_cues
from leadup.timeline.relations import relations

_HEADING = re.compile(r"\A(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?)\Z")
_QUOTES = ("“", '"', "`")
_FAR = 3000
"""Code points that an announcement governs at most, and it ends at a heading."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["announced"]
        self.reactions = re.compile("".join(words["reactions"]), re.IGNORECASE)
        self.sides = re.compile("".join(words["sides"]), re.IGNORECASE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def _is_of_one(sentence: str, language: str) -> bool:
    """Does somebody with a name say or do it? That announces nobody else's reaction."""
    if sentence.lstrip()[:1] in _QUOTES:
        return True
    (tree,) = parse(sentence, [(0, len(sentence))], language=language)
    subjects = tree.children(tree.root, *relations("subject")) if tree.root >= 0 else ()
    return any(tree[c].upos == "PROPN" for c in subjects)


def announcing(text: str, start: int, language: str) -> tuple[int, int, Cue] | None:
    """The sentence of ``text`` that announces the reaction at ``start``, as its extent and the cue in it, or None.

    It speaks of reactions and of sides in general, not of what one with a name said, names what they are reactions to,
    stands within 3,000 code points before, and no date heading comes between. Offsets of the cue count from the
    sentence's start.
    """
    forms = _forms(language)
    low = max(0, start - _FAR)
    for from_, to in reversed(split_sentences(text, low, start, language=language)):
        sentence = text[from_:to]
        if _HEADING.match(sentence):
            return None
        if forms.reactions.search(sentence) and forms.sides.search(sentence) and not _is_of_one(sentence, language):
            for cue in find_cues(sentence, language):
                if cue.from_ < cue.to and cue.shown:
                    return from_, to, cue
    return None
