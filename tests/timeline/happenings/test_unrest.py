"""Whether two sentences of a day tell of one unrest."""

from __future__ import annotations

import pytest

from leadup import lang
from leadup.reading.syntax import Parse, parse
from leadup.timeline.happenings.unrest import same_unrest, unrest_told

_DATA = lang.table("unrest")


def _tree(sentence: str) -> Parse:
    (tree,) = parse(sentence, [(0, len(sentence))])
    return tree


@pytest.mark.parametrize(
    ("one", "other", "same"), [*((*e, True) for e in _DATA["examples"]), *((*d, False) for d in _DATA["different"])]
)
def test_two_sentences_of_one_unrest(one: str, other: str, same: bool) -> None:
    assert same_unrest(unrest_told(_tree(one)), unrest_told(_tree(other)), frozenset()) is same


def test_whom_the_story_is_about_makes_no_unrest_one() -> None:
    one = unrest_told(_tree("Friends of Tolm clashed with her foes in Orsk on Monday."))
    other = unrest_told(_tree("Friends of Tolm clashed with her foes in Marn on Monday."))
    assert same_unrest(one, other, frozenset())
    assert not same_unrest(one, other, frozenset({"tolm"}))
