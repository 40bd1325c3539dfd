"""Which way an undated weekday or month looks: back, ahead, from the verbs around it.

No tagger is used: tense is read off closed-class cues (modals, auxiliaries, verbs of planning, irregular pasts) and the
ending *-ed*. The nearest cue to the left in the sentence decides, then the nearest to the right.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from leadup.times.tokens import Tokens

Direction = Literal["past", "future", "unknown"]

_LEFT, _RIGHT = 24, 14
_STOPS = frozenset(".!?;\n")


@cache
def _cues() -> dict[str, Direction]:
    raw = tomllib.loads(resources.files("leadup.times").joinpath("data/tense.toml").read_text("utf-8"))
    cues: dict[str, Direction] = {}
    for word in raw["future"]:
        cues[word] = "future"
    for word in raw["past"]:
        cues.setdefault(word, "past")
    for word in raw["neither"]:
        cues[word] = "unknown"
    return cues


def _cue(word: str) -> Direction | None:
    found = _cues().get(word)
    if found is not None:
        return None if found == "unknown" else found
    if len(word) > 4 and word.endswith("ed"):
        return "past"
    return None


def direction(tokens: Tokens, i: int, j: int) -> Direction:
    """The direction that the words around tokens ``[i, j)`` give, "unknown" where they give none."""
    for k in range(i - 1, max(-1, i - _LEFT), -1):
        word = tokens.low(k)
        if word[0] in _STOPS and len(word) < 3 or word[0] == "\n":
            break
        cue = _cue(word)
        if cue is not None:
            return cue
    for k in range(j, min(len(tokens.words), j + _RIGHT)):
        word = tokens.low(k)
        if word[0] in _STOPS and len(word) < 3 or word[0] == "\n":
            break
        cue = _cue(word)
        if cue is not None:
            return cue
    return "unknown"
