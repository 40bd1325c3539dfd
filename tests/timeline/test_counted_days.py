"""How many days after the event a sentence says that its own day is; the event is the killing."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.counted_days import counted_from


@pytest.mark.parametrize("before", ["", "Two days after the fire it rained. "])
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A day after the killing he left.", 1),
        ("The day after the killing he left.", 1),
        ("Two days after the killing he left.", 2),
        ("ten days after the killing he left.", 10),
        ("Two days before the killing he left.", -2),
        ("A day Before the killing he left.", -1),
        ("On the eve of the killing he left.", -1),
        ("He left after the killing.", 0),
        ("The killing came two days after he left.", 0),
        # so far that it may be counted from something else
        ("Two days after the " + "x" * 54 + " killing he left.", 2),
        ("Two days after the " + "x" * 55 + " killing he left.", 0),
        # what sets it off
        ("Two days after the fire -- and the killing -- he left.", 0),
        ("Two days after the fire; the killing came.", 0),
        ("Two days after the fire – the killing came.", 0),
        ("Two days after the fire, the killing came.", 0),
        ("Two days after Lund, 45, saw the killing he left.", 2),
        ("Two days after Lund, 45, old, saw the killing he left.", 2),
        # of two the one that counts from it
        ("Three days after the fire, two days after the killing, he left.", 2),
    ],
)
def test_how_many_days_after_the_event(before: str, text: str, days: int) -> None:
    whole = before + text + " Three days after the rain he came."
    deed = whole.index("killing")
    assert counted_from(whole, len(before), len(before) + len(text), deed, ENGLISH) == days
    assert counted_from(whole, len(before), len(before) + len(text), -1, ENGLISH) == 0


def test_an_event_that_a_text_begins_with_is_counted_from_by_nothing() -> None:
    assert counted_from("Killed two days after the fire.", 0, 31, 0, ENGLISH) == 0
