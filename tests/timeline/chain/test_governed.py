"""Which word of a sentence is the head of what a cue names, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.references import _governed

FLED = [
    "Rain NOUN nsubj 2", "fell VERB root 0", "{} {} {}", "the DET det 5", "{} {}", "and CCONJ cc 8",
    "mayor NOUN nsubj 8", "fled VERB conj 2",
]  # fmt: skip
"""A cue of one word ("after"), a noun behind it, and what may be read as its clause."""


@pytest.mark.parametrize(
    ("words", "to", "head"),
    [
        # the noun before which the cue's own preposition stands, also where the words go on
        (("after", "ADP", "case 5", "raid", "NOUN obl 2"), 8, "raid"),
        (("after", "ADP", "case 5", "raid", "NOUN obl 2"), 5, "raid"),
        # else what the words hang on that the cue names: of a noun for no deed, and where nothing stands before it
        (("after", "ADP", "case 5", "mill", "NOUN obl 2"), 5, "mill"),
        (("after", "SCONJ", "mark 8", "raid", "NOUN nsubj 8"), 8, "fled"),
        # a noun beyond what is named is not it
        (("after", "ADP", "case 5", "raid", "NOUN obl 2"), 4, "the"),
    ],
)
def test_the_head_of_what_a_cue_names(words: tuple[str, ...], to: int, head: str) -> None:
    cue_word, upos, mark, noun, relation = words
    cells = [*FLED]
    cells[2], cells[4] = f"{cue_word} {upos} {mark}", f"{noun} {relation}"
    parsed = tree(*cells)
    cue = Cue("after", "responds to", True, parsed[2].start, parsed[2].end, parsed[3].start, parsed[to - 1].end)
    found = _governed(parsed, cue, ENGLISH)
    assert found is not None and parsed[found].word == head


def test_a_preposition_that_is_not_the_cues_governs_nothing() -> None:
    parsed = tree("after ADP case 2", "rain NOUN obl 5", "of ADP case 4", "raids NOUN nmod 2 raid", "fled VERB root 0")
    cue = Cue("after", "responds to", True, 0, 5, parsed[1].start, parsed[3].end)
    found = _governed(parsed, cue, ENGLISH)
    assert found is not None and parsed[found].word == "rain"
    # behind the words that are named it is another's
    short = Cue("after", "responds to", True, parsed[2].start, parsed[2].end, parsed[1].start, parsed[1].end)
    found = _governed(parsed, short, ENGLISH)
    assert found is not None and parsed[found].word == "rain"
