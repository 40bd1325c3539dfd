"""Of the deeds of a day the harshest counts; only where none is harsh the friendliest does."""

from __future__ import annotations

import pytest

from leadup.timeline.escalation.curve import _harshest


@pytest.mark.parametrize(
    ("values", "counts"),
    [((), 0.0), ((0.5, 3.0), 3.0), ((0.0, 3.0), 3.0), ((-0.5, 3.0), -0.5), ((-0.5, -4.0), -4.0)],
)
def test_which_deed_of_a_day_counts(values: tuple[float, ...], counts: float) -> None:
    assert _harshest([(value, "a deed") for value in values]) == counts
