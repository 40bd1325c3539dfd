"""What a word is without its ending."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadup.lang import rows
from leadup.lang.wordforms import cut, is_third_person, without_possessive


@pytest.mark.parametrize("row", rows("endings"), ids=lambda row: f"{row[0]} {row[1]}")
def test_the_example_of_an_ending(row: tuple[str, ...]) -> None:
    use, ending, _, least, _, example = row
    word, _, plain = example.partition("=")
    assert cut(use, word) == tuple(plain.split(","))
    assert word.endswith(ending)
    assert len(word) >= int(least)


@pytest.mark.parametrize(
    ("use", "word"),
    [("noun", "gas"[:2]), ("noun", "press"), ("noun", "virus"), ("noun", "crisis"), ("verb", "need"), ("verb", "bring"),
     ("search", "class"), ("deed", "press"), ("counted", "virus")],
)  # fmt: skip
def test_words_that_have_no_ending(use: str, word: str) -> None:
    assert cut(use, word) == ()


@given(st.sampled_from(sorted({row[0] for row in rows("endings")})), st.text("abcdegimnosuxyz", max_size=9))
def test_what_is_cut_is_shorter(use: str, word: str) -> None:
    assert all(len(plain) < len(word) or plain == word[:-3] + "man" for plain in cut(use, word))


@pytest.mark.parametrize(
    ("word", "plain"), [("Tolm's", "Tolm"), ("Tolm’s", "Tolm"), ("Orsk", "Orsk"), ("states'", "states'")]
)
def test_a_possessor_is_named_without_its_ending(word: str, plain: str) -> None:
    assert without_possessive(word) == plain


@pytest.mark.parametrize(
    ("word", "verb", "third"),
    [
        ("quits", "quit", True), ("seizes", "seize", True), ("publishes", "publish", True), ("reaches", "reach", True),
        ("misses", "miss", True), ("fixes", "fix", True), ("buzzes", "buzz", True), ("goes", "go", True),
        ("denies", "deny", True), ("dies", "die", True), ("focuses", "focus", True), ("agrees", "agree", True),
        # the plain form, a past, the form of another verb
        ("miss", "miss", False), ("focus", "focus", False), ("published", "publish", False), ("was", "be", False),
        ("denies", "den", False), ("reaches", "deny", False),
    ],
)  # fmt: skip
def test_the_third_person_of_a_verb(word: str, verb: str, third: bool) -> None:
    assert is_third_person(word, verb) is third
