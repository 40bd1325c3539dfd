"""What an announcement of reactions must hold: a cue that is shown, and what it is a reaction to."""

from __future__ import annotations

from typing import Any

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain import announced
from leadup.timeline.chain.cues import Cue

ALARM = "World leaders expressed alarm over the raid."


def _cue(from_: int, to: int, shown: bool) -> Cue:
    return Cue("over", "responds to", shown, 0, 4, from_, to)


NAMED, ORDER, BARE = _cue(5, 9, True), _cue(5, 9, False), _cue(4, 4, True)


@pytest.mark.parametrize(
    ("cues", "found"),
    [
        ((NAMED,), NAMED),
        # of mere order in time, or of nothing that is named
        ((ORDER,), None),
        ((BARE,), None),
        ((ORDER, BARE, NAMED), NAMED),
        ((), None),
    ],
)
def test_which_cue_says_to_what(monkeypatch: pytest.MonkeyPatch, cues: tuple[Cue, ...], found: Cue | None) -> None:
    monkeypatch.setattr(announced, "find_cues", lambda _sentence, _language: cues)
    told: Any = announced.announcing(f"{ALARM} Norland wept.", len(ALARM) + 1, ENGLISH)
    assert (told and told[2]) == found
