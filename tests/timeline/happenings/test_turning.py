"""What a sentence turns on, and what bears it out."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.reading.syntax import parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.turning import shares_enough, tells_of, turning_deeds


def _deeds(words: str) -> frozenset[str]:
    return turning_deeds(parse(words, [(0, len(words))], language=ENGLISH)[0], ENGLISH)


@pytest.mark.parametrize(
    ("wording", "other", "borne_out"),
    [
        ("Armed guards stood at the doors of the court on Friday.", "The court found Tolk guilty on Friday.", False),
        ("Rebels shelled the port of Vessin on Friday.", "Shelling of the port on Friday killed two.", True),
        ("Rebels shot the mayor of Vessin on Friday.", "The shooting of the mayor on Friday.", True),
        ("The mayor said that he would resign on Friday.", "His resignation comes after a strike.", True),
        ("The mayor said that he would resign on Friday.", "The mayor said on Friday that it was sunny.", False),
        ("The port announced the closure of its pier on Friday.", "The pier closed on Friday after a fire.", True),
        ("Tolk, who is charged with killing two men, was moved to Vessin.", "Tolk killed two men, police say.", False),
    ],
)
def test_what_tells_of_what_another_turns_on(wording: str, other: str, borne_out: bool) -> None:
    assert tells_of(_deeds(wording), other, ENGLISH) == borne_out


def test_a_sentence_without_words_asks_for_nothing() -> None:
    assert _deeds("") == frozenset()
    assert tells_of(frozenset(), "Any.", ENGLISH)


@pytest.mark.parametrize(
    "one, other, enough",
    [
        ("Senator Lind won the Hask caucus on Tuesday.", "Lind's win in Hask surprised the party.", True),
        (
            "Senator Lind won the Hask caucus on Tuesday.",
            "Mr. Weiss won big on Tuesday in Ruritania.",
            False,
        ),
        ("Anna Tolm told reporters that her campaign counts delegates.", "Ed Rasp made more gains on Tuesday.", False),
        (
            "A man was arrested on suspicion of shooting nine people.",
            "A man who shot nine was held.",
            True,
        ),
        ("A man was arrested on suspicion of shooting nine people.", "The premier spoke of grief on Thursday.", False),
        ("Anna Tolm resigned on Friday.", "On Friday, she said the resignation of Tolm was overdue.", True),
    ],
)
def test_what_shares_enough_to_bear_out(one: str, other: str, enough: bool) -> None:
    assert shares_enough(one, other, ENGLISH) is enough


def test_a_sentence_that_opens_with_its_verb_turns_on_it() -> None:
    assert turning_deeds(tree("Killed VERB root 0 kill", "nine NUM obj 1"), ENGLISH) == {base_form("kill", ENGLISH)}
    assert turning_deeds(tree(), ENGLISH) == frozenset()
