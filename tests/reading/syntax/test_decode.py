"""Trees from scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.reading.syntax.decode import heads


def is_tree(found: list[int]) -> bool:
    if found.count(-1) != 1:
        return False
    for i in range(len(found)):
        seen = set()
        while i >= 0:
            if i in seen:
                return False
            seen.add(i)
            i = found[i]
    return True


def best_by_search(scores: np.ndarray) -> float:
    n = len(scores)
    totals = [
        sum(float(scores[i, h + 1]) for i, h in enumerate(choice))
        for choice in itertools.product(range(-1, n), repeat=n)
        if is_tree(list(choice))
    ]
    return max(totals)


@given(st.integers(1, 4), st.integers(0, 10_000))
@settings(max_examples=60)
def test_the_tree_has_one_root_and_no_cycle(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(heads(scores))


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_long_sentences_too(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(25, 26)).astype(np.float32)
    assert is_tree(heads(scores))


@pytest.mark.parametrize("seed", range(12))
def test_the_best_tree_where_the_root_is_clear(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(4, 5)).astype(np.float32)
    scores[:, 0] -= 50
    scores[seed % 4, 0] += 100
    found = heads(scores)
    assert sum(float(scores[i, h + 1]) for i, h in enumerate(found)) == pytest.approx(best_by_search(scores), abs=1e-4)


def test_no_words() -> None:
    assert heads(np.zeros((0, 1), dtype=np.float32)) == []
