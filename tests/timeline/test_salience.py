from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.story import GOLD, STORY, Telling, pool

from leadup.model import Question
from leadup.timeline import Pool
from leadup.timeline.salience import LONG, SHORT, RankedDay, SpanWeights, rank_days, span_weights
from leadup.timeline.table import read_table

QUESTION = Question("the burst of the Tarrow dam", keywords=("Tarrow", "dam"))


def _ranked(
    of: Pool, first: str = "2021-02-20", last: str = "2021-03-31", question: Question = QUESTION
) -> tuple[RankedDay, ...]:
    days = [dt.date.fromisoformat(d).toordinal() for d in (first, last)]
    return rank_days(read_table(of, question, days[0], days[1]))


def test_the_days_of_the_story_come_first() -> None:
    assert {str(d.day) for d in _ranked(pool())[:4]} == set(GOLD)
    assert str(_ranked(pool())[0].day) == "2021-03-10"


def test_what_is_told_later_outweighs_what_is_only_told_at_once() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "The dam council met on Monday."),
        ("2021-05-05", "B", "The dam was painted on Tuesday."),
        ("2021-06-20", "C", "The dam council met on May 3."),
    )
    ranked = _ranked(pool(told), "2021-05-01", "2021-05-31")
    assert [str(d.day) for d in ranked[:2]] == ["2021-05-03", "2021-05-04"]
    assert (ranked[0].articles, ranked[0].later) == (2, 2)


def test_one_article_that_names_a_day_often_is_not_many_articles() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "On May 3 the dam shook. On May 3 the dam groaned. On May 3 the dam was shut."),
        ("2021-05-05", "B", "On May 4 the dam was looked at."),
        ("2021-05-05", "C", "The dam was looked at on May 4 by divers."),
    )
    ranked = _ranked(pool(told), "2021-05-01", "2021-05-31")
    assert str(ranked[0].day) == "2021-05-04"


def test_articles_on_the_topic_count_for_more() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "The bakers met on May 3."),
        ("2021-05-05", "B", "The dam was shut on May 4."),
    )
    assert str(_ranked(pool(told), "2021-05-01", "2021-05-31")[0].day) == "2021-05-04"


def test_a_day_that_no_text_names_is_known_by_its_leads() -> None:
    told: tuple[Telling, ...] = (("2021-05-05", "A", "Divers looked at the dam."),)
    (day,) = _ranked(pool(told), "2021-05-01", "2021-05-31")
    assert (str(day.day), day.articles, day.parts[0][0]) == ("2021-05-05", 0, "undated leads")


def test_the_lines_of_a_chronicle_count_for_more() -> None:
    told: tuple[Telling, ...] = (
        ("2021-06-20", "A", "May 3 - The dam shook."),
        ("2021-06-20", "B", "It was on May 4 that the dam shook."),
        ("2021-06-20", "C", "The May 5 flood shook the dam."),
    )
    first, *others = _ranked(pool(told), "2021-05-01", "2021-05-24")
    assert str(first.day) == "2021-05-03"
    assert all(first.salience > 1.05 * other.salience for other in others)


def test_a_day_that_there_was_little_time_to_write_of_is_measured_by_its_age() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-03", "A", "The dam shook on May 3."),
        ("2021-05-24", "B", "The dam shook on May 24."),
        ("2021-05-25", "C", "Divers came to the dam."),
    )
    early, late = sorted(_ranked(pool(told), "2021-05-01", "2021-05-24")[:2], key=lambda d: d.day)
    assert math.isclose(dict(early.parts)["told on the day"], dict(late.parts)["told on the day"], rel_tol=0.1)
    assert late.salience > 1.5 * early.salience


def test_where_much_was_written_afterwards_age_hardly_counts() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-03", "A", "The dam shook on May 3."),
        ("2021-05-24", "B", "The dam shook on May 24."),
        ("2023-05-25", "C", "Divers came to the dam."),
    )
    early, late = sorted(_ranked(pool(told), "2021-05-01", "2021-05-24")[:2], key=lambda d: d.day)
    assert early.salience <= late.salience < 1.1 * early.salience


@settings(max_examples=30)
@given(st.lists(st.sampled_from(STORY), max_size=8))
def test_the_order_of_articles_changes_nothing_and_parts_add_up(drawn: list[Telling]) -> None:
    told = tuple(drawn)
    ranked = _ranked(pool(told))
    assert _ranked(pool(told[::-1])) == ranked
    for day in ranked:
        assert math.isclose(math.fsum(v for _, v in day.parts), day.salience, abs_tol=1e-9)
    assert [d.salience for d in ranked] == sorted((d.salience for d in ranked), reverse=True)


def test_what_was_told_on_its_day_outweighs_what_was_only_announced() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-01", "A", "The dam council will meet on May 4."),
        ("2021-05-03", "B", "The dam council met on May 3."),
        ("2023-05-04", "C", "The bakers met."),
    )
    by_day = {str(d.day): d.salience for d in _ranked(pool(told), "2021-05-02", "2021-05-05")}
    assert by_day["2021-05-03"] > 1.2 * by_day["2021-05-04"]


def test_what_an_article_opens_with_says_more_than_what_stands_further_down() -> None:
    filling = "Divers came. Bakers sang. Farmers slept. "
    told: tuple[Telling, ...] = (
        ("2021-06-20", "A", f"The dam shook on May 4. {filling}The dam groaned on May 3."),
        ("2021-06-20", "B", f"It was on May 4 that the dam shook. {filling}It was on May 3 that the dam groaned."),
    )
    assert str(_ranked(pool(told), "2021-05-01", "2021-05-24")[0].day) == "2021-05-04"


def test_over_years_a_day_is_known_by_what_was_written_right_after_it() -> None:
    quiet: tuple[Telling, ...] = tuple(
        (f"2021-05-{day:02d}", f"Q{day}", "Bakers spoke of the dam.") for day in (4, 5, 6, 7)
    )
    told: tuple[Telling, ...] = (
        *quiet,
        ("2021-05-08", "A", "The dam shook on May 8."),
        ("2021-09-08", "B", "The dam shook on September 8."),
        *((f"2021-09-{day:02d}", f"R{day}", "Bakers spoke of the dam.") for day in (9, 10)),
        ("2023-01-01", "Z", "Bakers spoke of the weather."),
    )
    ranked = {str(d.day): d.salience for d in _ranked(pool(told), "2015-01-01", "2022-12-31")}
    assert ranked["2021-09-08"] > 1.2 * ranked["2021-05-08"]


def test_the_numbers_move_from_a_fortnight_to_years_and_no_further() -> None:
    numbers = span_weights()
    assert numbers.over(1) == numbers.over(SHORT) == numbers.short
    assert numbers.over(LONG) == numbers.over(10 * LONG) == numbers.long
    middle = numbers.over(round((SHORT * LONG) ** 0.5))
    assert math.isclose(middle.later, (numbers.short.later + numbers.long.later) / 2, abs_tol=0.01)
    with pytest.raises(TypeError):
        SpanWeights.read("[both]\n[short]\nlater = 1\n[long]\nlater = 1")


def test_where_the_window_ends_changes_no_day_within_it() -> None:
    first, *_ = _ranked(pool(), last="2021-03-30")
    other, *_ = _ranked(pool(), last="2021-03-31")
    assert first.day == other.day
    assert math.isclose(first.salience, other.salience, rel_tol=0.05)
