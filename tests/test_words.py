"""Words of English inside mechanism can only grow fewer (docs/adding-a-language.md)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.words import PINNED, ROOMS, counted, in_module


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_no_more_words_than_it_did(room: str) -> None:
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))[room]
    now = sum(counted(room).values())
    assert now <= pinned, "new words go into a table of src/leadup/lang/en"
    assert now == pinned, "fewer: `python tests/words.py --lower` keeps it so"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('"""Two words."""\nX = "said"', 1),
        ('X: Literal["event", "view"] = "event"', 1),
        ('import re\nX = re.compile(r"\\b(?:in|during)\\s+(?P<when>that)")', 3),
        ('from leadup.lang import rows\nX = rows("telling")', 0),
        ('__all__ = ["one", "two"]', 0),
        ('def f():\n    return f"{x} days before {y}"', 2),
    ],
)
def test_what_counts_as_a_word(code: str, words: int, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(code)
    assert in_module(module) == words
