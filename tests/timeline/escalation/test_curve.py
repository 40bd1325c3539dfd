"""The escalation curve."""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timeline.making import article, entry

from leadup.lang import ENGLISH
from leadup.model import Action, Actor, Category, Entry, Quad, Realis
from leadup.reading.actions.intensity import intensities
from leadup.timeline.escalation import escalation_curve, side

DAY = dt.date(2021, 5, 1)
NORTH = Actor("Norwegian army", "norwegian army", "military", "NO")
SOUTH = Actor("Swedish government", "swedish government", "government", "SE")
TEXT = "Norway fired at Sweden."


def action(category: Category, quad: Quad, realis: Realis = "happened", source: Actor | None = NORTH) -> Action:
    return Action(7, 12, "fired", category, quad, realis, source, SOUTH)


def told(*actions: Action, day: dt.date = DAY) -> Entry:
    return entry(article(TEXT), TEXT, day, actions=actions)


def test_a_days_harshest_act_counts_verbal_and_material_apart() -> None:
    acts = (
        action("ACCUSE", "verbal conflict"),
        action("ASSAULT", "material conflict"),
        action("AID", "material cooperation"),
    )
    (point,) = escalation_curve([told(*acts)], language=ENGLISH)
    assert (point.source, point.target, point.verbal, point.material) == ("Norway", "Sweden", -3.0, -9.0)
    assert point.entries == ("Norway fired at",)


@pytest.mark.parametrize("realis", ["denied", "called for", "hypothetical"])
def test_what_did_not_occur_counts_nothing(realis: Realis) -> None:
    assert escalation_curve([told(action("ASSAULT", "material conflict", realis))], language=ENGLISH) == ()


def test_a_threatened_assault_is_a_threat_in_words() -> None:
    (point,) = escalation_curve([told(action("ASSAULT", "material conflict", "threatened"))], language=ENGLISH)
    assert (point.verbal, point.material) == (intensities(ENGLISH).of("THREATEN"), 0.0)


def test_the_table_can_be_overridden() -> None:
    (point,) = escalation_curve([told(action("ASSAULT", "material conflict"))], {"ASSAULT": -1.0}, language=ENGLISH)
    assert point.material == -1.0


def test_one_side_alone_is_no_pair() -> None:
    assert escalation_curve([told(action("ASSAULT", "material conflict", source=None))], language=ENGLISH) == ()
    assert escalation_curve([told(action("ASSAULT", "material conflict", source=SOUTH))], language=ENGLISH) == ()


@given(st.permutations([0, 1, 2]))
def test_points_stand_in_order_of_day(order: list[int]) -> None:
    entries = [told(action("ASSAULT", "material conflict"), day=DAY + 10 * dt.timedelta(k)) for k in order]
    assert [p.day for p in escalation_curve(entries, language=ENGLISH)] == [
        DAY + 10 * dt.timedelta(k) for k in range(3)
    ]


def test_a_deed_told_again_counts_once_on_its_own_day() -> None:
    entries = [told(action("ASSAULT", "material conflict"), day=DAY + dt.timedelta(k)) for k in (6, 0, 1)]
    assert [p.day for p in escalation_curve(entries, language=ENGLISH)] == [DAY]


def test_what_is_not_certain_counts_nothing() -> None:
    assert (
        escalation_curve([told(replace(action("ASSAULT", "material conflict"), certain=False))], language=ENGLISH) == ()
    )


@pytest.mark.parametrize(
    ("url", "title", "counts"),
    [
        ("https://a.example/world/2021/05/raid", "A raid", True),
        ("https://a.example/opinion/2021/05/raid", "A raid", False),
        ("https://a.example/2021/05/raid", "Opinion: the raid was wrong", False),
        (None, None, True),
    ],
)
def test_opinion_is_no_news(url: str | None, title: str | None, counts: bool) -> None:
    one = told(action("ASSAULT", "material conflict"))
    one = replace(one, evidence=(replace(one.evidence[0], url=url, title=title),))
    assert bool(escalation_curve([one], language=ENGLISH)) is counts


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        (NORTH, "Norway"),
        (Actor("Mia Berg", "mia berg", "person", "NO", "foreign minister"), "Norway"),
        (Actor("gunmen", "gunmen", "armed group", "NO"), "armed group (Norway)"),
        (Actor("Northern Dawn", "northern dawn", "armed group", "NO"), "Northern Dawn"),
        (Actor("smoke", "smoke"), None),
        (Actor("fighters", "fighters", "armed group"), None),
    ],
)
def test_sides(actor: Actor, name: str | None) -> None:
    assert side(actor, ENGLISH) == name


def test_every_category_has_an_intensity() -> None:
    assert {category for category, word in intensities(ENGLISH).table if word == "*"} == set(get_args(Category))


def test_what_counts_nothing_hides_nothing_told_beside_it() -> None:
    assault, accusation = action("ASSAULT", "material conflict"), action("ACCUSE", "verbal conflict")
    new = replace(accusation, exact="accused")
    later = DAY + dt.timedelta(1)
    # beside what is told again; what is not certain; of one side alone; and of nobody
    again = escalation_curve([told(assault), told(assault, new, day=later)], language=ENGLISH)
    assert [(p.day, p.verbal, p.material) for p in again] == [(DAY, 0.0, -9.0), (later, -3.0, 0.0)]
    for idle in (replace(assault, certain=False), replace(assault, source=SOUTH), replace(assault, source=None)):
        (point,) = escalation_curve([told(idle, new)], language=ENGLISH)
        assert (point.verbal, point.material) == (-3.0, 0.0)
    # nor does a comment hide the day's other entries
    comment = told(assault)
    comment = replace(comment, evidence=(replace(comment.evidence[0], title="Opinion: the raid"),))
    assert [p.verbal for p in escalation_curve([comment, told(new)], language=ENGLISH)] == [-3.0]


@pytest.mark.parametrize(("days", "points"), [(1, 1), (7, 1), (8, 2), (15, 2)])
def test_a_deed_is_told_again_for_a_week(days: int, points: int) -> None:
    entries = [told(action("ASSAULT", "material conflict"), day=DAY + dt.timedelta(k)) for k in (0, days)]
    assert len(escalation_curve(entries, language=ENGLISH)) == points


def test_where_nothing_is_hostile_the_most_cooperative_counts() -> None:
    acts = action("AID", "material cooperation"), action("PRAISE", "verbal cooperation")
    (point,) = escalation_curve([told(*acts)], {"AID": 5.0, "PRAISE": 2.0}, language=ENGLISH)
    assert (point.verbal, point.material) == (2.0, 5.0)
    of_two = action("AID", "material cooperation"), action("YIELD", "material cooperation")
    (point,) = escalation_curve([told(*of_two)], {"AID": 5.0, "YIELD": 2.0}, language=ENGLISH)
    assert point.material == 5.0
