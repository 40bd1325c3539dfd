"""Figures: offsets, windows, seed phrases of one's own, and time on hostile text."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.reading.figures import find_figures
from leadup.reading.figures.lexicon import singular
from leadup.reading.figures.numbers import number_forms, numbers, value_of

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "25",
                "people",
                "killed",
                "between",
                "and",
                "at least",
                "dozens",
                "of",
                "$5",
                "million",
                "%",
                "2,000",
                "one",
                "\n",
                "-",
                ".",
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(PIECES)
def test_offsets_hold_on_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for figure in find_figures(text, language=ENGLISH):
        assert last <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.exact
        assert figure.high is None or figure.low <= figure.high
        assert figure.unit
        assert figure.role
        last = figure.end


def test_offsets_count_in_the_whole_text_where_a_window_is_given() -> None:
    text = "It killed 12 people. It wounded 30 soldiers."
    (figure,) = find_figures(text, 21, len(text), language=ENGLISH)
    assert (figure.exact, figure.start, figure.role) == ("30 soldiers", text.index("30"), "wounded")


def test_a_figure_that_leaves_its_noun_out_takes_the_one_before() -> None:
    found = find_figures("The raids killed 40 Iran-backed fighters and wounded dozens more.", language=ENGLISH)
    assert [(f.exact, f.unit, f.role) for f in found] == [
        ("40 Iran-backed fighters", "fighter", "killed"),
        ("dozens more", "fighter", "wounded"),
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,200", 1200),
        ("3.5 million", 3_500_000),
        ("two dozen", 24),
        ("one hundred and five", 105),
        ("half a million", 500_000),
        ("twenty-five", 25),
        ("200m", 200_000_000),
        ("12 crore", 120_000_000),
        ("six hundred thousand", 600_000),
        ("two and a half million", 2_500_000),
        ("half a dozen", 6),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("a couple of hundred million", 200_000_000),
    ],
)
def test_values(written: str, value: float) -> None:
    assert value_of(written, ENGLISH) == value


@pytest.mark.parametrize(
    ("plural", "one"),
    [("people", "person"), ("militiamen", "militiaman"), ("bodies", "body"), ("Syrians", "Syrian"), ("buses", "bus")],
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural, ENGLISH) == one


@pytest.mark.parametrize(
    "unit",
    ["1 ", "1,000", "one hundred and ", "two and a half ", "a quarter of a ", "at least ", "20 to ", "9", "1 of "],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert_linear(lambda size: partial(find_figures, unit * (size // len(unit)), language=ENGLISH), 5_000)


@given(
    st.lists(
        st.sampled_from(
            [*"one two forty-five a hundred several dozens many of thousand half $ US$ Rs 5".split(),
             *"3.5 1,000 - to and or İ , . K GH¢20 — twenty HK$7bn".split(), *[" "] * 3,
             "a few", "a couple of", "three quarters of a million"]
        ),
        max_size=20,
    ).map("".join),
    st.integers(0, 5),
)  # fmt: skip
def test_numbers_are_those_of_the_whole_pattern(text: str, start: int) -> None:
    """Looking for where one may begin loses none and finds no other."""
    found = [m.span() for m in numbers(text, min(start, len(text)), len(text), ENGLISH)]
    assert found == [m.span() for m in number_forms(ENGLISH).number.finditer(text, min(start, len(text)), len(text))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("She spoke about the five officers who were killed.", 5, 5),
        ("About five officers were killed.", 4.5, 5.5),
        ("More than the five officers were killed.", 5, None),
    ],
)
def test_what_is_spoken_about_is_no_estimate(text: str, low: float, high: float | None) -> None:
    (figure,) = find_figures(text, language=ENGLISH)
    assert figure.low >= low - 0.1
    assert (figure.high is None) == (high is None)
    assert (figure.low == figure.high) == (low == high)
