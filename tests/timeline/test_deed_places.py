"""Where in a sentence the deed asked for is told."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree as made

from leadup.lang import ENGLISH
from leadup.reading.syntax import parse
from leadup.timeline.deed_places import deed_places, is_doer
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.words import OTHER_WORD


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        (
            "the shooting in Orsk",
            "A sailor opened fire in Orsk, the worst shooting of the year.",
            ["opened", "shooting"],
        ),
        ("the shooting in Orsk", "The gunman entered the hall of Orsk on Tuesday.", []),
        ("the resignation of Ines Okoro", "Ines Okoro stepped down on Tuesday.", ["stepped"]),
        ("the resignation of Ines Okoro", "Ines Okoro stepped into the hall on Tuesday.", []),
    ],
)
def test_each_word_that_tells_the_deed(words: str, text: str, told: list[str]) -> None:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert [tree[at].word for at, _ in deed_places(tree, read_question(words, ENGLISH).slots, ENGLISH)] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the shooting killed nine", {1: 1, 2: OTHER_WORD}),
        # a phrase with at most three words between two of its own, in its order
        ("opened fire", {0: OTHER_WORD}),
        ("opened a heavy long fire", {0: OTHER_WORD}),
        ("opened a very heavy long fire", {}),
        ("fire opened", {}),
        ("it opened", {}),
        # who did it is no deed, and a place is none
        ("the gunman shot", {2: 1}),
        ("the gunman sang", {}),
        ("gunman shot", {1: 1}),
        ("opened in a heavy", {}),
        ("Orsk", {}),
    ],
)
def test_what_each_word_counts_for(words: str, told: dict[int, float]) -> None:
    tree = made(*(f"{word} X dep {1 if n else 0}" for n, word in enumerate(words.split())))
    assert dict(deed_places(tree, read_question("the shooting in Orsk", ENGLISH).slots, ENGLISH)) == told
    assert [is_doer(tree, at, ENGLISH) for at in range(-1, len(tree))] == [
        False,
        *(w == "gunman" for w in words.split()),
    ]
