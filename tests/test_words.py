"""Words of English inside mechanism can only grow fewer (docs/adding-a-language.md)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.words import PINNED, ROOMS, SOURCE, counted, in_module, listed, words_of


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_no_more_words_than_it_did(room: str) -> None:
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))[room]
    now = sum(counted(room).values())
    assert now <= pinned, "new words go into a table of src/leadup/lang/en"
    assert now == pinned, "fewer: `python tests/words.py --lower` keeps it so"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_none_but_those_that_are_listed(room: str) -> None:
    assert counted(room) == {}


@pytest.mark.parametrize("module", sorted(listed()))
def test_what_is_listed_is_there(module: str) -> None:
    assert listed()[module] - Counter(words_of(SOURCE / module)) == Counter(), "it is gone from the module"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('"""Two words."""\nX = "said"', 1),
        ('X: Literal["event", "view"] = "event"\nY = "view of it"', 3),
        ('from leadup.model import Question\nX = ("brief", "briefly")', 1),
        ('import re\nX = re.compile(r"\\b(?:in|during)\\s+(?P<when>that)")', 3),
        ('from leadup.lang import rows\nX = rows("telling")', 0),
        ('__all__ = ["one", "two"]', 0),
        ('def f(told, grain):\n    return told in ("now", "soon") or grain in ("day", "week")', 2),
        ('def f(r, low):\n    return r.part("edge") in ("early", "late") and low not in {"since"}', 3),
        ('raise ValueError(f"{x} is no day")', 0),
        ('X = ("XXXX-XX", "TNI", "morning", "MAY")', 2),
        ('X = kind.startswith("noun") or word.startswith("noun")', 1),
        ('X = table("messages")["one" if few else "many"]\nY = [held[k] for k in ("first", "last")]', 0),
        ('def f(word, role="killed"):\n    return word in ("killed", "wounded")', 2),
        ('X: dict[Grain, int] = {"month": 1}\nY: dict[str, int] = {"month": 1}', 1),
        ('X = rules("month", "year")\nY = found("month")', 1),
        ('def f():\n    return f"{x} days before {y}"', 2),
        ('X = word.endswith("s") or word in ("\'s", "s\'")', 3),
        ('import re\nX = re.compile(r"\\w[\'’]s\\b|[ap]m\\u00a0(?-i:Z)")', 3),
    ],
)
def test_what_counts_as_a_word(code: str, words: int, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(code)
    assert in_module(module) == words
