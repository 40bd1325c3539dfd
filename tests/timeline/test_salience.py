from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.story import GOLD, STORY, Telling, pool

from leadup.model import Question
from leadup.timeline import Pool
from leadup.timeline.relevance import FLOOR
from leadup.timeline.salience import (
    LONG,
    SHORT,
    DayWeights,
    Mentions,
    RankedDay,
    SpanWeights,
    rank_days,
    saliences,
    span_weights,
)
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
    assert numbers.over(15) == numbers.short != numbers.over(16)
    assert numbers.over(4_000) == numbers.long != numbers.over(3_999)
    middle = numbers.over(round((SHORT * LONG) ** 0.5))
    assert math.isclose(middle.later, (numbers.short.later + numbers.long.later) / 2, abs_tol=0.01)
    with pytest.raises(TypeError):
        SpanWeights.read("[both]\n[short]\nlater = 1\n[long]\nlater = 1")


def test_where_the_window_ends_changes_no_day_within_it() -> None:
    first, *_ = _ranked(pool(), last="2021-03-30")
    other, *_ = _ranked(pool(), last="2021-03-31")
    assert first.day == other.day
    assert math.isclose(first.salience, other.salience, rel_tol=0.05)


def _weights(**numbers: float) -> SpanWeights:
    """Numbers by which each mention is worth 1 and each day what its mentions are, but for those given."""
    plain: dict[str, float] = dict.fromkeys(("trust", "undated", "ahead", "headed", "opening", "holds"), 1.0)
    plain |= dict.fromkeys(("later", "share", "chronicle", "forgetting", "burst", "alone"), 0.0)
    weights = DayWeights(**{**plain, "within": 1.0, "memory": 0.0, **numbers})
    return SpanWeights(weights, weights)


# Three mentions of day 1 (four days later, on the day, the day before) and one of day 3, that no text names.
MENTIONS: dict[str, Any] = {
    "at": [1, 1, 1, 3],
    "lag": [4, 0, -1, 0],
    "explicit": [1, 1, 1, 0],
    "trust": [1, 0.5, 1, 1],
    "on_topic": [1, 0, 1, 1],
    "headed": [0, 1, 0, 0],
    "opening": [0, 1, 1, 0],
    "share": [0.5, 0.25, 1, 0.5],
    "dated": [0, 3, 1, 0],
    "repeated": [4, 1, 1, 1],
    "age": [9, 4, 3, 0],
    "before": [1, 3, 0, 0],
    "after": [1, 7, 1, 3],
}


def _saliences(days: Mapping[str, Any] | None = None, /, **numbers: float) -> dict[str, list[float]]:
    """What each part makes of the days, rounded; parts that make nothing of any left out."""
    whole = {name: np.array(column, dtype=np.float64) for name, column in {**MENTIONS, **(days or {})}.items()}
    ints = {name: whole[name].astype(np.int64) for name in ("at", "lag", "age", "before", "after")}
    columns: dict[str, Any] = {**whole, **ints}
    found = saliences(Mentions(**columns), _weights(**numbers))
    return {name: [round(float(v), 4) for v in part] for name, part in found.items() if part.any()}


def test_each_mention_counts_in_the_part_that_its_time_is_of() -> None:
    assert _saliences() == {
        "told later": [0, 1, 0, 0],
        "told on the day": [0, 0.5, 0, 0],
        "announced": [0, 1, 0, 0],
        "undated leads": [0, 0, 0, 1],
    }


@pytest.mark.parametrize(
    ("numbers", "later", "same", "ahead", "undated"),
    [
        ({"trust": 2}, 1, 0.25, 1, 1),
        ({"trust": 0}, 1, 1, 1, 1),
        ({"later": 2}, 1 + 2 * math.log(5), 0.5, 1, 1),
        ({"ahead": 0.25}, 1, 0.5, 0.25, 1),
        ({"undated": 0.25}, 1, 0.5, 1, 0.25),
        ({"headed": 3}, 1, 1.5, 1, 1),
        ({"opening": 3}, 1, 1.5, 3, 1),
        ({"holds": 3}, 3, 0.5, 3, 3),
        ({"share": 2}, (0.5 + FLOOR) ** 2, 0.5 * (0.25 + FLOOR) ** 2, (1 + FLOOR) ** 2, (0.5 + FLOOR) ** 2),
        ({"chronicle": 2}, 1, 8, 4, 1),
        ({"within": 0.5}, 0.5, 0.5, 1, 1),
        # (1 + articles of the day and after) by (1 + those before), a day
        ({"burst": 2}, 4, 2, 4, 16),
        # a day's part of what it and the days around it have: 2.5 of 3.5, and 1 of 3.5
        ({"alone": 1}, 2.5 / 3.5, 0.5 * 2.5 / 3.5, 2.5 / 3.5, 1 / 3.5),
    ],
)
def test_each_number_does_what_is_said_of_it(
    numbers: dict[str, float], later: float, same: float, ahead: float, undated: float
) -> None:
    found = _saliences(**numbers)
    days = [found[part] for part in ("told later", "told on the day", "announced")]
    assert [part[1] for part in days] == [round(value, 4) for value in (later, same, ahead)]
    assert found["undated leads"][3] == round(undated, 4)


def test_what_a_young_day_has_not_yet_gathered_is_added() -> None:
    # Of 1 + 1/2 + … + 1/10, told of a day so many days later, day 1 has gathered five, and day 3 one.
    whole = math.fsum(1 / n for n in range(1, 11))
    one, three = (whole / math.fsum(1 / n for n in range(1, age + 2)) for age in (4, 0))
    young = _saliences(forgetting=1.0, memory=9.0)["little time to be remembered"]
    assert young == [0, round(2.5 * (one - 1), 4), 0, round(three - 1, 4)]
    assert "little time to be remembered" not in _saliences(forgetting=1.0)


def test_what_is_around_a_day_ends_after_a_week() -> None:
    at = {"at": [0, 8, 15, 16], "explicit": [1, 1, 1, 1], "lag": [0, 0, 0, 0], "trust": [1, 1, 1, 1]}
    empty = {name: [0] * 17 for name in ("age", "before", "after")}
    (part,) = _saliences({**at, **empty}, alone=1.0).values()
    assert [part[day] for day in (0, 8, 15, 16)] == [1, 0.5, 0.3333, 0.5]


def test_what_is_read_of_a_table() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "The dam shook on May 3. On May 3 it broke. It fell on May 3. The dam groaned on May 3."),
        ("2021-05-12", "B", "The bakers met on May 4."),
    )
    days = [dt.date(2021, 5, day).toordinal() for day in (2, 5)]
    found = Mentions.of(read_table(pool(told), QUESTION, *days))
    assert found.days == 4
    named = zip(found.at.tolist(), found.lag.tolist(), found.opening.tolist(), found.explicit.tolist(), strict=True)
    assert sorted(row[:3] for row in named if row[3]) == [(1, 2, 0.0), *[(1, 2, 1.0)] * 3, (2, 8, 1.0)]
    named_often = found.explicit * found.repeated
    assert sorted(named_often[found.explicit > 0].tolist()) == [1, 4, 4, 4, 4]
    assert found.age.tolist() == [10, 9, 8, 7]
    assert found.before.tolist() == [0, 0, 0, 0]
    # the articles of a day and of the three after it: the first from May 2 to 5
    assert found.after.tolist() == [1, 1, 1, 1]
    late = Mentions.of(read_table(pool(told), QUESTION, *(day + 4 for day in days)))
    assert late.before.tolist() == [1, 1, 1, 1]
    assert late.after.tolist() == [0, 0, 0, 1]
    later = Mentions.of(read_table(pool(told), QUESTION, *(day + 8 for day in days)))
    assert later.before.tolist() == [1, 1, 1, 1]
    assert later.after.tolist() == [1, 1, 1, 0]


def test_how_often_an_article_names_a_day_is_counted_for_each_of_both() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "The dam shook on May 3. On May 3 it broke. It rained on May 2."),
        ("2021-05-06", "B", "The bakers met on May 2. They sang on May 4."),
        ("2021-05-07", "C", "The bakers met on May 3."),
    )
    days = [dt.date(2021, 5, day).toordinal() for day in (2, 5)]
    found = Mentions.of(read_table(pool(told), QUESTION, *days))
    named = zip(found.at.tolist(), found.lag.tolist(), found.explicit.tolist(), found.repeated.tolist(), strict=True)
    assert sorted((at, lag, often) for at, lag, explicit, often in named if explicit) == [
        (0, 3, 1), (0, 4, 1), (1, 2, 2), (1, 2, 2), (1, 4, 1), (2, 2, 1),
    ]  # fmt: skip
