"""A funeral is a happening of its own, some days after the death: who asks for the one is not given the other's day."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.model import Question
from leadup.timeline.target import find_target

DIED: tuple[Telling, ...] = (
    ("2031-05-06", "Orsk Post", "Anna Lund, the premier of Norland, died on Monday of a stroke."),
    ("2031-05-07", "Hask Mail", "Norland mourned Anna Lund, who died on Monday. Her funeral will be held in Orsk."),
)
BURIED: Telling = ("2031-05-13", "Orsk Post", "The funeral of Anna Lund was held in Orsk on Monday. Thousands came.")
DEATH, FUNERAL = dt.date(2031, 5, 5), dt.date(2031, 5, 12)


@pytest.mark.parametrize(
    ("question", "told", "day"),
    [
        ("Anna Lund's funeral", (*DIED, BURIED), FUNERAL),
        ("funeral of Anna Lund", (*DIED, BURIED), FUNERAL),
        ("Anna Lund dies", (*DIED, BURIED), DEATH),
        ("the death of Anna Lund", (*DIED, BURIED), DEATH),
        ("Anna Lund's funeral", DIED, None),
    ],
)
def test_a_funeral_has_a_day_of_its_own(question: str, told: tuple[Telling, ...], day: dt.date | None) -> None:
    if day is None:
        with pytest.raises(UnknownTarget):
            find_target(Question(question), pool(told))
    else:
        assert find_target(Question(question), pool(told)).day == day
