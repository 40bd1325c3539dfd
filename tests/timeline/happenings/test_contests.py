"""Whether two sentences of a day tell how one contest ended."""

from __future__ import annotations

import pytest

from leadup import lang
from leadup.reading.syntax import Parse, parse
from leadup.timeline.happenings.contests import contest_of, same_contest

_DATA = lang.table("contests")


def _tree(sentence: str) -> Parse:
    (tree,) = parse(sentence, [(0, len(sentence))])
    return tree


@pytest.mark.parametrize(
    ("one", "other", "same"), [*((*e, True) for e in _DATA["examples"]), *((*d, False) for d in _DATA["different"])]
)
def test_two_sentences_of_one_contest(one: str, other: str, same: bool) -> None:
    assert same_contest(contest_of(_tree(one)), contest_of(_tree(other))) is same
