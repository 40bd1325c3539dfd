from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import find_target
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.votes import Day


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
    with pytest.raises(UnknownTarget, match="add articles that tell of it"):
        find_target(Question("the election of a pope"), pool())


def test_a_thing_without_a_deed_has_no_day_that_is_sure() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "The Marisol ferry sank on May 3."),
        ("2021-05-05", "B", "The Marisol ferry sank on May 3, killing two."),
        ("2021-05-05", "C", "Divers reached the Marisol ferry, which went down on May 3."),
    )
    assert "a guess" in find_target(Question("the Marisol ferry"), pool(told)).how
    assert "worked out" in find_target(Question("the sinking of the Marisol ferry"), pool(told)).how


LUND: tuple[Telling, ...] = (
    ("2021-05-04", "A", "Anna Lund opened the bridge at Orsk on May 3."),
    ("2021-06-05", "B", "Anna Lund flew to Tarrow on June 4."),
    ("2021-07-08", "C", "Anna Lund spoke to the miners of Brenn on July 7."),
    ("2021-08-09", "D", "On Aug. 8 Anna Lund swam across the lake."),
    ("2021-08-10", "E", "Anna Lund swam across the lake on Aug. 8."),
)
BRENN: tuple[Telling, ...] = (
    ("2021-05-04", "A", "The fire at Brenn killed nine people on May 3."),
    ("2021-05-05", "B", "Nine people died at Brenn on May 3."),
    ("2021-06-08", "C", "A minister went to Brenn on June 7."),
)


def test_a_bare_name_is_no_event_but_where_one_thing_happened() -> None:
    with pytest.raises(UnknownTarget, match="not what happened") as refused:
        find_target(Question("Anna Lund"), pool(LUND))
    assert dt.date(2021, 8, 8) in refused.value.days
    assert "--date" in str(refused.value)
    assert str(find_target(Question("Anna Lund swims across the lake"), pool(LUND)).day) == "2021-08-08"
    found = find_target(Question("Brenn"), pool(BRENN))
    assert (str(found.day), found.certainty) == ("2021-05-03", "guess")


@pytest.mark.parametrize(
    ("asked", "bare"),
    [
        ("Anna Lund", True),
        ("President Lund", True),
        ("what led up to Brenn", True),
        ("Lund goes to Orsk", False),
        ("the Marisol ferry", False),
        ("Brenn fire", False),
        ("Brenn 2021", False),
    ],
)
def test_a_name_and_no_word_more(asked: str, bare: bool) -> None:
    assert read_question(asked, ENGLISH).names_nothing_done is bare


@pytest.mark.parametrize(("votes", "chosen"), [(2.52, "2021-04-25"), (2.0, "2021-05-12")])
def test_of_days_with_about_as_many_votes_the_one_that_most_articles_name(votes: float, chosen: str) -> None:
    first, second = (dt.date(2021, 4, 25).toordinal(), dt.date(2021, 5, 12).toordinal())
    days = {first: Day(votes, naming={0, 1, 2}), second: Day(2.6, naming={3, 4})}
    assert str(dt.date.fromordinal(first_told(days, pool()))) == chosen


def test_later_articles_settle_the_day() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "The old bridge fell into the river."),
        ("2021-07-01", "B", "The old bridge fell into the river on May 3, killing two."),
    )
    assert str(find_target(Question("the old bridge fell"), pool(told)).day) == "2021-05-03"


def test_a_day_counted_from_the_event_leads_to_it() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-08", "A", "The bakers met on May 6, two days after the old bridge fell into the river."),
        ("2021-05-09", "B", "The mayor came on Thursday, two days after the fall of the old bridge."),
    )
    assert str(find_target(Question("the old bridge fell"), pool(told)).day) == "2021-05-04"


def test_a_day_that_nobody_names_is_called_a_guess() -> None:
    told: tuple[Telling, ...] = (("2021-05-04", "A", "The old bridge has fallen into the river."),)
    assert "a guess" in find_target(Question("the old bridge fell"), pool(told)).how


def test_two_days_that_are_named_alike_are_both_told() -> None:
    told: tuple[Telling, ...] = (
        ("2021-08-20", "A", "The council vetoed the plan on May 4."),
        ("2021-08-20", "B", "The council vetoed the plan on May 18."),
        ("2021-08-20", "C", "On May 4 the council vetoed the plan."),
        ("2021-08-21", "D", "On May 18 the council vetoed the plan again."),
    )
    target = find_target(Question("the council vetoes the plan"), pool(told))
    assert (str(target.day), "2021-05-18" in target.how) == ("2021-05-04", True)


def test_a_line_that_goes_from_article_to_article_votes_once() -> None:
    line = "May 4 - The old bridge fell into the river with a great noise and a long cloud of dust behind it. "
    told: tuple[Telling, ...] = (
        *((f"2021-05-{d}", "A", line + f"Number {d} follows.") for d in range(10, 16)),
        ("2021-06-01", "B", "The old bridge fell into the river on May 3."),
        ("2021-06-02", "C", "It was on May 3 that the old bridge fell into the river."),
    )
    assert str(find_target(Question("the old bridge fell"), pool(told)).day) == "2021-05-03"


def test_a_referendum_is_no_election() -> None:
    told: tuple[Telling, ...] = (
        ("2012-06-18", "A", "Orsk's election on June 17 was won by the right."),
        ("2012-06-18", "B", "Voters in Orsk elected a new parliament on June 17."),
        ("2012-06-19", "C", "The Orsk election on June 17 calmed its creditors."),
        ("2015-07-06", "B", "Orsk held a referendum on the loan on July 5."),
    )
    assert str(find_target(Question("the Orsk referendum"), pool(told)).day) == "2015-07-05"
    assert str(find_target(Question("the election in Orsk"), pool(told)).day) == "2012-06-17"


def test_whom_it_was_done_to_is_not_who_did_it() -> None:
    told: tuple[Telling, ...] = (
        ("2014-08-10", "A", "Police shot Karl Brandt in Orsk on Aug. 9."),
        ("2014-08-11", "B", "Karl Brandt was shot by police in Orsk on Aug. 9."),
        ("2014-08-11", "C", "The shooting of Karl Brandt by police in Orsk on Aug. 9 led to protests."),
        ("2014-08-12", "D", "On Aug. 9 a police officer in Orsk shot and killed Karl Brandt."),
        ("2014-08-13", "E", "Police fatally shot Karl Brandt on Aug. 9 in Orsk."),
        ("2015-03-13", "B", "Two police officers were shot in Orsk on March 12."),
        ("2015-03-14", "C", "Two officers were shot on March 12 outside the Orsk police station."),
    )
    assert str(find_target(Question("two police officers shot in Orsk"), pool(told)).day) == "2015-03-12"
    assert str(find_target(Question("Karl Brandt shot in Orsk"), pool(told)).day) == "2014-08-09"


def test_one_word_does_not_tell_of_two_deeds() -> None:
    told: tuple[Telling, ...] = (
        ("2013-08-05", "A", "The government closed 19 embassies on Aug. 4."),
        ("2013-08-06", "B", "Nineteen posts of the government were closed on Aug. 4."),
        ("2013-10-17", "C", "The government shutdown ended on Oct. 16."),
    )
    assert str(find_target(Question("the end of the government shutdown"), pool(told)).day) == "2013-10-16"


def test_a_deal_reached_is_told_of_by_its_own_word() -> None:
    told: tuple[Telling, ...] = (
        ("2013-11-24", "A", "Orsk and the world powers sealed an interim nuclear deal in Tarrow on Nov. 24."),
        ("2013-11-25", "B", "The interim nuclear deal with Orsk was struck in Tarrow on Nov. 24."),
    )
    found = find_target(Question("Orsk and world powers reach an interim nuclear deal in Tarrow"), pool(told))
    assert str(found.day) == "2013-11-24"


SPOKEN_OF: tuple[Telling, ...] = (
    ("2021-05-04", "A", "Anna Lund spoke of guns in the aftermath of a mass shooting on Monday. She wept."),
    ("2021-05-04", "B", "With families from the shooting on Monday looking on, Anna Lund signed a law. She wept."),
)


def _among(told: tuple[Telling, ...], others: int) -> tuple[Telling, ...]:
    rain = (
        (f"2021-05-{1 + n % 28:02}", f"Rain {n}", f"It rained on hill {n}. It rained for hours.") for n in range(others)
    )
    return (*told, *rain)


def test_what_is_only_told_of_no_one_among_many_articles_is_no_guess() -> None:
    for question in ("the killing of Anna Lund", "Anna Lund's assassination"):
        with pytest.raises(UnknownTarget, match="somebody else's deed"):
            find_target(Question(question), pool(_among(SPOKEN_OF, 98)))
    # Of few articles each counts, and one that says whose it is is enough.
    assert find_target(Question("the killing of Anna Lund"), pool(_among(SPOKEN_OF, 97))).certainty == "guess"
    told = (("2021-05-05", "C", "Anna Lund was killed on Monday. It rained."), *SPOKEN_OF)
    assert str(find_target(Question("the killing of Anna Lund"), pool(_among(told, 98))).day) == "2021-05-03"
