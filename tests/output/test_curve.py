from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from leadup.model import PairDay
from leadup.output.page.curve import HEIGHT, MOST, WIDTH, Curves, curves_of
from tests.output.stories import TARGET, crisis, story


def pair(days: int, verbal: float, material: float, source: str = "A") -> PairDay:
    return PairDay(source, "B", TARGET - dt.timedelta(days), verbal, material, ("e1", "e2", "e3", "e4", "e5"))


def drawn(*pairs: PairDay) -> Curves:
    found = curves_of(replace(story(5), escalation=pairs))
    assert found is not None
    return found


def points(text: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, _, y in (point.partition(",") for point in text.split())]


def test_hostile_is_up_and_every_point_is_inside() -> None:
    (curve,) = drawn(pair(7, -2.0, -8.0), pair(0, 1.0, 4.0)).curves
    for x, y in points(curve.material) + points(curve.verbal):
        assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    assert (150.0, 0.0) in points(curve.material), "the worst day is at the top"
    assert points(curve.material)[-1] == (300.0, 96.0), "the best at the bottom"
    assert curve.zero == 64.0


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ((pair(5, 0.0, -9.0), pair(4, 0.0, -9.0)), "most hostile on May 12, 2024, at −9.0"),
        ((pair(5, 1.0, 0.0), pair(4, 2.0, 3.0)), "most cooperative on May 13, 2024, at +5.0"),
    ],
)
def test_the_peak_is_said(pairs: tuple[PairDay, ...], words: str) -> None:
    assert drawn(*pairs).curves[0].summary == words


def test_pairs_with_most_movement_come_first_and_the_table_has_all() -> None:
    found = drawn(*(pair(3, 0.0, -float(n), f"S{n}") for n in range(1, 10)))
    assert [curve.source for curve in found.curves] == [f"S{n}" for n in range(9, 9 - MOST, -1)]
    assert len(found.rows) == 9


def test_nothing_moves_nothing_is_drawn() -> None:
    assert curves_of(story(5)) is None
    assert curves_of(replace(story(5), escalation=(pair(1, 0.0, 0.0),))) is None
    assert curves_of(crisis()) is not None


def test_a_window_of_years_stays_small() -> None:
    (curve,) = drawn(pair(3_000, 0.0, -1.0), pair(0, 0.0, -1.0)).curves
    assert len(points(curve.material)) == 4


def test_few_deeds_draw_no_curve() -> None:
    few = replace(pair(3, 0.0, -9.0), entries=("e1", "e2", "e3", "e4"))
    assert curves_of(replace(story(5), escalation=(few,))) is None


def test_a_point_leads_to_the_sentences_it_stands_on() -> None:
    told = story(5)
    ids = tuple(entry.id for entry in told.entries)
    found = curves_of(
        replace(told, escalation=(replace(pair(3, 0.0, -9.0), entries=ids),)), {id: f"e-{id}" for id in ids}
    )
    assert found is not None
    assert [place for place, _ in found.rows[0][-1]] == [f"e-{id}" for id in ids]
