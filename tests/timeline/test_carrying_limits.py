"""Who does what a verb tells, each way of saying it by itself."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.carrying import _subject


@pytest.mark.parametrize(
    ("words", "at", "who"),
    [
        (["Lund PROPN nsubj 2", "quit VERB root 0"], 1, 0),
        # a relative word stands for the noun before its clause; in no such clause it stands for itself
        (["Lund PROPN root 0", "who PRON nsubj 3", "quit VERB acl 1"], 2, 0),
        (["Who PRON nsubj 2", "quit VERB root 0"], 1, 0),
        # a clause on a noun that has a subject of its own
        (["Lund PROPN root 0", "Tolm PROPN nsubj 3", "met VERB acl 1"], 2, 1),
        # a verb beside another has its subject, and one below it none
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB conj 2"], 2, 0),
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB conj 2", "left VERB conj 3"], 3, 0),
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB advcl 2"], 2, None),
        (["Quit VERB root 0"], 0, None),
    ],
)
def test_who_does_what_a_verb_tells(words: list[str], at: int, who: int | None) -> None:
    assert _subject(tree(*words), at, ENGLISH) == who
