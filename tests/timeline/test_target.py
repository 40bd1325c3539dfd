from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.model import Question
from leadup.timeline import find_target


@pytest.mark.parametrize(
    ("target", "day"),
    [
        ("the burst of the Tarrow dam", "2021-03-10"),
        ("the bursting of the dam at Orsk", "2021-03-10"),
        ("a crack is found in the Tarrow dam", "2021-03-01"),
        ("the president promises an inquiry", "2021-03-11"),
        ("heavy rain raises the lake", "2021-03-08"),
    ],
)
def test_the_day_is_worked_out_with_evidence(target: str, day: str) -> None:
    found = find_target(Question(target), pool())
    assert str(found.day) == day
    assert "worked out" in found.how
    assert found.evidence
    assert {str(m.day) for m in found.evidence} == {day}


def test_a_day_that_is_given_is_kept_and_its_evidence_sought() -> None:
    day = dt.date(2021, 3, 10)
    found = find_target(Question("the burst of the Tarrow dam", date=day), pool())
    assert (found.day, found.how) == (day, "given")
    assert all("burst" in m.span.exact for m in found.evidence)
    assert find_target(Question("a wedding", date=day), pool()).evidence == ()


def test_what_nothing_speaks_of_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(UnknownTarget, match="--date"):
        find_target(Question("the election of a pope"), pool())


def test_later_articles_settle_the_day() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "The old bridge fell into the river."),
        ("2021-07-01", "B", "The old bridge fell into the river on May 3, killing two."),
    )
    assert str(find_target(Question("the old bridge fell"), pool(told)).day) == "2021-05-03"
