"""One event on two days, by two clocks: that of the place where it happened wins."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.story import Telling, pool

from leadup.model import Question, Target
from leadup.timeline.target import find_target, zones

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


def test_of_a_day_that_is_given_the_other_is_known_where_it_is_the_places_own() -> None:
    def given(day: int, told: tuple[Telling, ...]) -> dt.date | None:
        found = find_target(Question("the killing of General Karl Tolm", date=dt.date(2021, 5, day)), pool(told))
        assert (found.day, found.certainty, found.how) == (dt.date(2021, 5, day), "given", "given")
        return found.other_day

    assert given(7, BY_NIGHT + BY_MORNING) == dt.date(2021, 5, 6)
    assert given(6, BY_NIGHT + BY_MORNING) is None
    assert given(7, BY_MORNING) is None


def test_what_is_told_by_one_clock_alone_keeps_its_day() -> None:
    assert _of(BY_NIGHT).day == dt.date(2021, 5, 6)
    assert _of(BY_MORNING).day == dt.date(2021, 5, 7)


def test_a_place_in_the_west_is_left_alone() -> None:
    told = tuple(
        (d, o, t.replace("Baghdad", "Chicago").replace("Iraq", "Illinois")) for d, o, t in BY_NIGHT + BY_MORNING
    )
    assert _of(told).rule != "local time"


def _rule(**changed: str) -> str:
    """By which rule the day is found once words of the texts are others."""
    told = BY_NIGHT + BY_MORNING
    for old, new in changed.items():
        told = tuple((day, outlet, text.replace(old, new)) for day, outlet, text in told)
    return _of(told).rule


@pytest.mark.parametrize(
    ("place", "country", "local"),
    [
        ("Tokyo", "Japan", True),
        ("Moscow", "Russia", True),
        ("Jakarta", "Indonesia", True),
        # not far enough in the east, in the west, nowhere that is known, or in two countries
        ("London", "Britain", False),
        ("Lisbon", "Portugal", False),
        ("Washington", "America", False),
        ("Orskville", "Orskland", False),
    ],
)
def test_how_far_in_the_east_a_place_must_be(place: str, country: str, local: bool) -> None:
    assert (_rule(Baghdad=place, Iraq=country) == "local time") is local


@pytest.mark.parametrize(
    ("changed", "local"),
    [
        ({}, True),
        # the evening must be said of the first day, and the morning of the second
        ({"late Thursday": "on Thursday", "Thursday night": "Thursday"}, False),
        ({"early Friday": "on Friday", "before dawn on Friday": "on Friday"}, False),
        ({"late Thursday": "early Thursday", "Thursday night": "Thursday"}, False),
        ({"late Thursday": "late Thursday", "Thursday night": "Thursday"}, True),
        # beside the words for the day
        (
            {
                "late Thursday": "on Thursday",
                "on Thursday night": "after a long night of talks by his men, on Thursday",
            },
            False,
        ),
    ],
)
def test_the_evening_of_one_day_and_the_morning_of_the_next(changed: dict[str, str], local: bool) -> None:
    assert (_rule(**changed) == "local time") is local


@pytest.mark.parametrize(("left_out", "said"), [("", True), ("2021-05-06", False), ("2021-05-07", True)])
def test_the_evening_is_said_of_a_day_that_the_sentence_tells_of(left_out: str, said: bool) -> None:
    text = "General Karl Tolm was seen late Thursday, and was killed at Baghdad airport on Friday."
    sentence = pool((("2021-05-07", "A", text),)).articles[0].reading.sentences[0]
    dates = tuple(d for d in sentence.dates if str(d.span.single) != left_out)
    assert len(sentence.dates) == 2
    told = SimpleNamespace(text=text, reading=SimpleNamespace(sentences=[replace(sentence, dates=dates)]))
    matches: Any = [SimpleNamespace(article=0, sentence=0)]
    of: Any = SimpleNamespace(articles=[told])
    assert zones._said(matches, dt.date(2021, 5, 6).toordinal(), frozenset(("late",)), of) is said


def test_a_place_is_said_by_most_of_what_says_one() -> None:
    # Of five that say where, two say another country, then three.
    told = BY_NIGHT + BY_MORNING
    two = tuple((d, o, t.replace("Baghdad", "Lisbon") if o in "AB" else t) for d, o, t in told)
    four = tuple((d, o, t.replace("Baghdad", "Lisbon") if o in "ABDE" else t) for d, o, t in told)
    assert _of(two).rule == "local time"
    assert _of(four).rule != "local time"


@pytest.mark.parametrize(("nights", "local"), [(0, True), (9, False)])
def test_the_other_day_must_be_told_of_by_some(nights: int, local: bool) -> None:
    more: tuple[Telling, ...] = tuple(
        (
            "2021-05-07",
            f"Night {n}",
            f"Paper {n} of the north hears: General Karl Tolm was killed in Baghdad late Thursday.",
        )
        for n in range(nights)
    )
    assert (_of((*BY_NIGHT, *more, *BY_MORNING[:2])).rule == "local time") is local


TIED: tuple[Telling, ...] = (
    ("2021-05-07", "A", "General Karl Tolm was killed in {one} late Thursday, the defence ministry said."),
    ("2021-05-07", "B", "A missile killed General Karl Tolm in {one} on Thursday night. Markets fell."),
    ("2021-05-07", "D", "General Karl Tolm was killed in {other} early Friday, witnesses said."),
    ("2021-05-10", "E", "A missile killed General Karl Tolm in {other} before dawn on Friday."),
)


@pytest.mark.parametrize(("one", "other"), [("Baghdad", "Lisbon"), ("Lisbon", "Baghdad")])
def test_of_two_countries_said_as_often_the_same_one_counts_whichever_is_said_first(one: str, other: str) -> None:
    told = tuple((day, outlet, text.format(one=one, other=other)) for day, outlet, text in TIED)
    assert _of(told).rule == "local time"
