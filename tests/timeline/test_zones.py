"""One event on two days, by two clocks: that of the place where it happened wins."""

from __future__ import annotations

import datetime as dt

from tests.timeline.story import Telling, pool

from leadup.model import Question, Target
from leadup.timeline.target import find_target

BY_NIGHT: tuple[Telling, ...] = (
    (
        "2021-05-07",
        "A",
        "General Karl Tolm was killed by a missile in Baghdad late Thursday, the defence ministry said.",
    ),
    ("2021-05-07", "B", "A missile killed General Karl Tolm in Baghdad on Thursday night. Markets fell."),
    ("2021-05-09", "C", "General Karl Tolm was killed in Iraq on Thursday, May 6, and his men swore revenge."),
)
BY_MORNING: tuple[Telling, ...] = (
    ("2021-05-07", "D", "General Karl Tolm was killed at Baghdad airport early Friday, witnesses said."),
    ("2021-05-10", "E", "A missile killed General Karl Tolm in Baghdad before dawn on Friday."),
    ("2021-05-12", "F", "The killing of General Karl Tolm in Iraq on Friday, May 7, angered many."),
)


def _of(told: tuple[Telling, ...]) -> Target:
    return find_target(Question("the killing of General Karl Tolm"), pool(told))


def test_the_place_has_its_own_day_and_the_other_is_named() -> None:
    found = _of(BY_NIGHT + BY_MORNING)
    assert (found.day, found.other_day) == (dt.date(2021, 5, 7), dt.date(2021, 5, 6))
    assert (found.certainty, found.rule) == ("stated", "local time")
    assert "local time" in found.how


def test_what_is_told_by_one_clock_alone_keeps_its_day() -> None:
    assert _of(BY_NIGHT).day == dt.date(2021, 5, 6)
    assert _of(BY_MORNING).day == dt.date(2021, 5, 7)


def test_a_place_in_the_west_is_left_alone() -> None:
    told = tuple(
        (d, o, t.replace("Baghdad", "Chicago").replace("Iraq", "Illinois")) for d, o, t in BY_NIGHT + BY_MORNING
    )
    assert _of(told).rule != "local time"
