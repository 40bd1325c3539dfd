"""Where in a sentence the deed asked for is told."""

from __future__ import annotations

import pytest

from leadup.reading.syntax import parse
from leadup.timeline.deed_places import deed_places
from leadup.timeline.target.asked import read_question


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
    (tree,) = parse(text, [(0, len(text))])
    assert [tree[at].word for at, _ in deed_places(tree, read_question(words).slots)] == told
