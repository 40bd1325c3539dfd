"""Sentence bounds in natural prose and in tokenised text."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.reading.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[s:e] for s, e in split_sentences(text, language=ENGLISH)]


@pytest.mark.parametrize(
    "text",
    [
        "One. | Two.",
        "Gen. Ade Okoro met Mr. Lund on Jan. 3 in Abuja. | They spoke for an hour.",
        "The U.S. Army left. | The U.N. stayed.",
        "He flew to Washington, D.C. | It was late.",
        "It was signed at 5 p.m. | The crowd left.",
        "She asked: “Why now?” | Nobody answered.",
        "“We are waiting,” the mayor said. | “We have time.” | Others did not.",
        "It cost 3.5 million. | No. 5 is next.",
        "He said no. | The talks ended.",
        "J. R. Lund wrote it. | It sold well.",
        "Stop! | Why? | Because...",
        "The firm, Brandt & Co. of Oslo, denied it. | Its shares fell.",
        "Prices rose 4 percent... | Then they fell.",
        "(It was the first.) | Many followed.",
        "Élodie left. | Åse stayed. | Żaneta too.",
        "It was at 10 Downing St. in London. | Rain fell.",
        "It won the notice of Sens. Ade Lund and Kofi Marr. | Both voted for it.",
        "Reps. Ines Okoro and Jo Marr left. | Gov. Lund stayed.",
        "Ade Lund, D-Calif., spoke. | Sen. Jo Marr, R-Ky., did not.",
        "It went to Jo Marr, D-N.M. | The bill failed.",
        "Then-Sen. Marr and Army Spc. J. R. Lund were there. | They left.",
        "They voted no. | Same with the others.",
        "There he sat. | Jan came in.",
        "They met on Sat. Jan. 4 in Oslo. | It rained.",
    ],
)
def test_natural_prose(text: str) -> None:
    expected = text.split(" | ")
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor did n't speak .\n`` No , '' he said .\n", ["The mayor did n't speak .", "`` No , '' he said ."]),
        ("One line\nAnother line\n\nA paragraph.", ["One line", "Another line", "A paragraph."]),
        ("It rose -LRB- a lot . -RRB- Then it fell .", ["It rose -LRB- a lot . -RRB-", "Then it fell ."]),
        ("The mill had closed.Lund also sold the boats.", ["The mill had closed.", "Lund also sold the boats."]),
        ("They asked amazon.Com and node.Js users.", ["They asked amazon.Com and node.Js users."]),
        ("", []),
        (" \n \t\n ", []),
    ],
)
def test_lines_and_tokens(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_hard_wrapped_paragraph_is_one_run_of_text() -> None:
    wrapped = (
        "The council met on Monday evening to decide what should become of the\n"
        "old bridge over the river. It was built in 1931. Nobody on the council\n"
        "wanted to see it go."
    )
    assert [s.replace("\n", " ") for s in split(wrapped)] == [
        "The council met on Monday evening to decide what should become of the old bridge over the river.",
        "It was built in 1931.",
        "Nobody on the council wanted to see it go.",
    ]


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("ab .!?\n\"'”“()AB1…\u2003-"), max_size=200))
def test_sentences_tile_the_words_in_order(text: str) -> None:
    found = split_sentences(text, language=ENGLISH)
    assert "".join("".join(text[s:e].split()) for s, e in found) == "".join(text.split())
    assert all(s < e and not text[s].isspace() and not text[e - 1].isspace() for s, e in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_a_part_of_a_text_is_split_in_place(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    found = split_sentences(text, len(before), len(before) + len(middle), language=ENGLISH)
    assert all(len(before) <= s < e <= len(before) + len(middle) for s, e in found)


@pytest.mark.parametrize("unit", ["a. ", ".", ". ", "\n ", ". (", "A.\n", '."', " ", "U.S. "])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert_linear(lambda size: partial(split_sentences, unit * (size // len(unit)), language=ENGLISH), 100_000)
