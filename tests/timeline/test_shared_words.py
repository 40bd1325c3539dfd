"""How much of the shorter of two sentences the other says too."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from leadup.lang import ENGLISH
from leadup.timeline.ranking import weights
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.story import Profile

# Rows of words worth 1, 2 and 4.
TABLE: Any = SimpleNamespace(
    pool=SimpleNamespace(rarity={"dam": 0.0, "bake": 1.0}, rarest=3.0),
    names=("dam", "bake", "shook"),
    terms=((0, 1), (1, 2), (), (0,), (0, 1, 2)),
)


def words() -> SharedWords:
    found = SharedWords(TABLE, None)
    found.worth = np.array([1.0, 2.0, 4.0])
    return found


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [(0, 0, 1), (0, 1, 2 / 3), (0, 3, 1), (1, 3, 0), (1, 4, 1), (0, 2, 0), (2, 2, 0), (0, 4, 1)],
)
def test_the_share_of_the_shorter(one: int, other: int, share: float) -> None:
    assert words().between(one, other) == pytest.approx(share)
    assert words().between(other, one) == pytest.approx(share)


def test_several_at_once_are_as_each() -> None:
    shared = words()
    for _ in range(2):
        assert shared.shared(0, [1, 2, 3, 0]).tolist() == pytest.approx([2 / 3, 0, 1, 1])
        assert shared.shared(3, [1, 2, 3, 0]).tolist() == pytest.approx([0, 0, 1, 1])


def test_a_word_is_worth_its_rarity_and_less_where_it_is_the_story_s() -> None:
    w = weights()
    plain, own = SharedWords(TABLE, None), SharedWords(TABLE, Profile.of({"dam": 1.0}, ENGLISH))
    assert plain.worth.tolist() == pytest.approx([w.common, 1 + w.common, 3 + w.common])
    assert own.worth.tolist() == pytest.approx([w.common * w.shared, 1 + w.common, 3 + w.common])
    assert (plain.own, own.own) == (frozenset(), frozenset({"dam"}))
