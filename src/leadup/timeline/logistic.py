"""The likelihood that a logistic regression gives: what is known of a thing, each value times its weight."""

from __future__ import annotations

import math
from collections.abc import Iterable

STEEPEST = 30.0
"""Log odds beyond which a likelihood is as good as 0 or 1."""
DIGITS = 9
"""Of a likelihood, so that no platform's last digit decides."""


def likelihood_of(bias: float, weights: Iterable[float], values: Iterable[float]) -> float:
    """The likelihood, in [0, 1], of these values; ``weights`` are in their order, ``bias`` stands alone."""
    total = bias + math.fsum(weight * value for weight, value in zip(weights, values, strict=True))
    return round(1 / (1 + math.exp(-max(-STEEPEST, min(STEEPEST, total)))), DIGITS)
