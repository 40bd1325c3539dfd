"""Groups by average linkage, on likenesses written down."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadup.timeline.happenings.collection import Matrix
from leadup.timeline.happenings.group import cluster


def _matrix(size: int, **alike: float) -> Matrix:
    found = np.eye(size, dtype=np.float32)
    for pair, value in alike.items():
        a, b = int(pair[1]), int(pair[2])
        found[a, b] = found[b, a] = value
    return found


@pytest.mark.parametrize(
    ("size", "alike", "groups"),
    [
        (0, {}, []),
        (1, {}, [[0]]),
        (2, {"p01": 0.5}, [[0, 1]]),
        (2, {"p01": 0.49}, [[0], [1]]),
        # the nearest two first; then what is near both on average
        (3, {"p01": 0.9, "p02": 0.6, "p12": 0.4}, [[0, 1, 2]]),
        (3, {"p01": 0.9, "p02": 0.6, "p12": 0.3}, [[0, 1], [2]]),
        (3, {"p12": 0.9, "p01": 0.6, "p02": 0.3}, [[0], [1, 2]]),
        # an average over all of a group, and not over its halves
        (4, {"p01": 0.9, "p02": 0.8, "p12": 0.8, "p03": 0.9, "p13": 0.3, "p23": 0.3}, [[0, 1, 2, 3]]),
        (4, {"p01": 0.9, "p02": 0.8, "p12": 0.8, "p03": 0.7, "p13": 0.3, "p23": 0.3}, [[0, 1, 2], [3]]),
        (4, {"p01": 0.9, "p23": 0.9, "p02": 0.6, "p03": 0.5, "p12": 0.5, "p13": 0.4}, [[0, 1, 2, 3]]),
        (4, {"p03": 0.9, "p12": 0.8, "p01": 0.2}, [[0, 3], [1, 2]]),
        (5, {"p04": 0.9, "p13": 0.8, "p24": 0.7, "p02": 0.5}, [[0, 2, 4], [1, 3]]),
    ],
)
def test_groups_of_rows(size: int, alike: dict[str, float], groups: list[list[int]]) -> None:
    assert cluster(_matrix(size, **alike), 0.5) == groups


@given(st.lists(st.integers(0, 20), min_size=15, max_size=15))
def test_it_is_the_textbooks_average_linkage(drawn: list[int]) -> None:
    size = 6
    likeness = np.eye(size, dtype=np.float32)
    # No two pairs are as alike, so that there is one answer.
    for k, (a, b) in enumerate(itertools.combinations(range(size), 2)):
        likeness[a, b] = likeness[b, a] = (drawn[k] + k / 100) / 21
    groups = [[k] for k in range(size)]

    def near(one: list[int], two: list[int]) -> float:
        return float(np.mean([likeness[a, b] for a in one for b in two]))

    while len(groups) > 1:
        best, one, two = max((near(x, y), i, j) for i, x in enumerate(groups) for j, y in enumerate(groups) if i < j)
        if best < 0.45:
            break
        groups = [g for k, g in enumerate(groups) if k not in (one, two)] + [sorted(groups[one] + groups[two])]
    assert cluster(likeness, 0.45) == sorted(groups)
