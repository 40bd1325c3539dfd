"""That the judge of growth tells a quadratic cost from a linear one."""

from functools import partial

import pytest

from tests.growth import assert_linear


def pairs(count: int) -> int:
    return sum(1 for _ in range(count) for _ in range(count))


def test_linear_passes_and_quadratic_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_linear(lambda size: partial(sum, range(size)), 1_000)
    monkeypatch.setattr("tests.growth.TRIES", 2)
    with pytest.raises(AssertionError, match="more than in step"):
        assert_linear(lambda size: partial(pairs, size), 400)
