# ruff: noqa: E501
"""Pairs of figures that lie near what is easily taken for something else: the worst day "since", what "would have
prevented" it, an age beside a death, a least that was counted."""

from __future__ import annotations

import pytest
from tests.timeline.accounts.test_pairs import Relation, relation

BASE = "A fire at the Orsk mill in Varo killed 31 people."

PAIRS: tuple[tuple[str, str, int, Relation], ...] = (
    # What was so, behind what would be or was not.
    (BASE, "Nobody would have prevented the fire that killed 31 people at the Orsk mill in Varo.", 0, "agree"),
    (BASE, "The owner will not resign over the fire that left 31 dead at the Orsk mill in Varo.", 0, "agree"),
    (BASE, "A sprinkler might have stopped the blaze at the Orsk mill that claimed 31 lives in Varo.", 0, "agree"),
    (BASE, "The owner expected a fire that would kill 60 people at the Orsk mill in Varo.", 0, "none"),
    # The worst since, and all since.
    (BASE, "The fire at the Orsk mill killed 31 people in the deadliest day in Varo since the war.", 0, "agree"),
    (BASE, "The worst blaze in Varo since the war killed 31 people at the Orsk mill.", 0, "agree"),
    (BASE, "Protests have killed 90 people in Varo since the fire at the Orsk mill.", 0, "none"),
    (BASE, "Most of the 90 people killed since May in Varo worked at the Orsk mill.", 0, "none"),
    # Two counts side by side, each of its own.
    (BASE, "The fire at the Orsk mill in Varo left 31 dead and injured 48.", 0, "agree"),
    (BASE, "The fire at the Orsk mill in Varo left 24 dead and injured 31.", 0, "differ"),
    ("The fire at the Orsk mill in Varo injured 48 people.", "The fire at the Orsk mill in Varo left 31 dead and injured 48.", 0, "agree"),
    # An age is no count.
    (BASE, "The dead of the Orsk mill fire in Varo were Ann Rowe, 31, and her son.", 0, "none"),
    (BASE, "Ann Rowe of Varo, found dead at 31, had worked at the Orsk mill.", 0, "none"),
    (BASE, "The Orsk mill fire in Varo took a toll: Ann Rowe, 31, and her son.", 0, "none"),
    (BASE, "In Varo the Orsk mill fire's toll was Ann Rowe, 31.", 0, "none"),
    ("A robber at the Orsk mill in Varo killed 79-year-old Ann Rowe.", "A robber at the Orsk mill in Varo killed 2 people.", 0, "none"),
    # A least that was counted, and one that was rounded.
    ("At least 25 people were killed in the fire at the Orsk mill in Varo.", "Twenty-eight people were killed in the fire at the Orsk mill in Varo.", 0, "none"),
    ("At least 25 people were killed in the fire at the Orsk mill in Varo.", "Twenty-eight people were killed in the fire at the Orsk mill in Varo.", 1, "revised"),
    ("At least 30 people were killed in the fire at the Orsk mill in Varo.", "Thirty-four people were killed in the fire at the Orsk mill in Varo.", 0, "agree"),
    ("At least 25 people were killed in the fire at the Orsk mill in Varo.", "Twenty-six people were killed in the fire at the Orsk mill in Varo.", 0, "agree"),
    (BASE, "Dozens of people were killed in the fire at the Orsk mill in Varo.", 0, "agree"),
    ("More than 50 people were wounded in the fire at the Orsk mill in Varo.", "The fire at the Orsk mill in Varo wounded 58 people.", 1, "agree"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second", "days", "expected"), PAIRS)
def test_how_two_near_figures_stand_to_each_other(first: str, second: str, days: int, expected: Relation) -> None:
    assert relation(first, second, days) == expected
