from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.lang import ENGLISH
from leadup.timeline.terms import Vocabulary, calendar_terms, function_words, is_of_calendar, length, stem, stems, words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("protesters", "protester"),
        ("protested", "protest"),
        ("stopped", "stop"),
        ("killing", "kill"),
        ("killed", "kill"),
        ("cities", "city"),
        ("gas", "gas"),
        ("congress", "congress"),
        ("virus", "virus"),
        ("2011s", "2011s"),
        ("rises", stem("rise", ENGLISH)),
        ("fires", stem("fire", ENGLISH)),
        ("filed", stem("files", ENGLISH)),
        ("voted", stem("vote", ENGLISH)),
        ("agreed", stem("agrees", ENGLISH)),
        ("string", "string"),
        # of three letters at least, with a vowel, and its last letter once, but where it has two of its own
        ("acted", "act"),
        ("used", "used"),
        ("bring", "bring"),
        ("cars", "car"),
        ("bus", "bus"),
        ("stirred", "stir"),
        ("called", "call"),
        ("missed", "miss"),
        # what is silent at its end falls away, from four letters on
        ("tide", "tid"),
        ("use", "use"),
        ("1990s", "1990s"),
    ],
)
def test_inflections_share_a_stem(word: str, expected: str) -> None:
    assert stem(word, ENGLISH) == expected


def test_a_tokenised_text_and_a_real_one_have_the_same_words() -> None:
    real = "It didn't hold: \"The dam's wall (built in 1961) has failed,\" engineers said."
    tokenised = "It did n't hold : `` The dam 's wall -LRB- built in 1961 -RRB- has failed , '' engineers said ."
    assert (
        words(real, ENGLISH)
        == words(tokenised, ENGLISH)
        == ["hold", "dam", "wall", "built", "1961", "failed", "engineers"]
    )


def test_figures_keep_their_marks() -> None:
    assert words("1,200 people and 3.5 metres", ENGLISH) == ["1,200", "people", "3.5", "metres"]


def test_a_word_of_one_letter_says_nothing() -> None:
    assert words("x xy 7 42", ENGLISH) == ["xy", "42"]
    assert stems("x xy cars", ENGLISH) == {"xy", "car"}
    vocabulary = Vocabulary(ENGLISH)
    assert vocabulary.read("x dam 7 dams") == [0, 0]
    assert vocabulary.find("x dam 42") == [0]
    assert vocabulary.number == {"dam": 0}


def test_a_day_or_a_month_in_full_or_short_is_of_the_calendar() -> None:
    assert [is_of_calendar(w, ENGLISH) for w in ("Monday", "Aug.", "August", "Orsk", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert {stem(w, ENGLISH) for w in ("monday", "august")} <= calendar_terms(ENGLISH)
    assert stem("orsk", ENGLISH) not in calendar_terms(ENGLISH)


def test_length_counts_every_word() -> None:
    assert length("The dam burst on 10 March.") == 6


def test_function_words_are_folded_and_hold_no_news() -> None:
    assert {w for w in function_words(ENGLISH) if w != w.lower()} == set()
    assert function_words(ENGLISH).isdisjoint({"killed", "president", "attack", "oil"})


@settings(max_examples=100)
@given(st.text())
def test_reading_twice_finds_the_same_numbers(text: str) -> None:
    vocabulary = Vocabulary(ENGLISH)
    first = vocabulary.read(text)
    assert vocabulary.read(text) == first
    assert vocabulary.find(text) == list(dict.fromkeys(first))
    assert len(vocabulary) == len(set(first))
