"""The likelihood that a logistic regression gives."""

from __future__ import annotations

import math

import pytest

from leadup.timeline.logistic import DIGITS, STEEPEST, likelihood_of


@pytest.mark.parametrize(
    ("bias", "weights", "values", "likelihood"),
    [
        (0.0, (), (), 0.5),
        (math.log(3), (), (), 0.75),
        (-math.log(3), (), (), 0.25),
        (0.0, (2.0, 1.0), (math.log(3) / 2, 0.0), 0.75),
        (1.0, (2.0, -3.0), (1.0, 1.0), 0.5),
        (0.5, (0.25,), (-2.0,), 0.5),
    ],
)
def test_values_count_by_their_weights(
    bias: float, weights: tuple[float, ...], values: tuple[float, ...], likelihood: float
) -> None:
    assert likelihood_of(bias, weights, values) == likelihood


def test_it_is_a_likelihood_whatever_the_values() -> None:
    assert STEEPEST == 30
    assert likelihood_of(0.0, (1e9,), (1e9,)) == 1.0
    assert likelihood_of(0.0, (1e9,), (-1e9,)) == 0.0
    # So unlikely, and no more so, by its digits.
    assert DIGITS == 9
    assert likelihood_of(-16.0, (), ()) == 1.13e-07
    with pytest.raises(ValueError, match="shorter"):
        likelihood_of(0.0, (1.0, 2.0), (1.0,))
