"""Sentences whose first word decides: it is no less there than any other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.deed_clauses import FURTHER, adds
from leadup.timeline.repetition import _is_preview
from leadup.timeline.target.clauses import JOINED, NAMED, SPOKEN_OF, bound

LATER = ["Lund PROPN nsubj 3", "will AUX aux 3", "quit VERB root 0"]


@pytest.mark.parametrize(
    ("words", "day", "worth"),
    [
        (["Raids NOUN obj 2 raid", "praised VERB root 0 praise"], -1, SPOKEN_OF),
        (["Raids NOUN obl 2 raid", "praised VERB root 0 praise"], -1, NAMED),
        (["Quit VERB root 0", "wept VERB conj 1 weep", "Monday PROPN obl 2"], 10, JOINED),
    ],
)
def test_how_a_day_is_bound_to_a_deed_that_opens_its_sentence(words: list[str], day: int, worth: float) -> None:
    assert bound(tree(*words), 0, day, (), language=ENGLISH) == pytest.approx(worth)


def test_what_adds_to_other_news() -> None:
    assert adds(tree("Sang VERB root 0 sing", "meanwhile ADV advmod 1"), ENGLISH) == FURTHER
    assert adds(tree("Sang VERB root 0 sing"), ENGLISH) == 1


@pytest.mark.parametrize(
    ("words", "to_come"),
    [
        (LATER, True),
        (["Quit VERB root 0", "will AUX aux 1"], True),
        (LATER[:1] + ["has AUX aux 3", "quit VERB root 0"], False),
        (["Quit VERB root 0"], False),
    ],
)
def test_what_a_row_turns_on_is_still_to_come(words: list[str], to_come: bool) -> None:
    table: Any = SimpleNamespace(tree=lambda _row: tree(*words), language=ENGLISH)
    assert _is_preview(table, 0) is to_come
