"""Statements that tell the deed itself over again."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.restatement import restated

DAY = dt.date(2021, 5, 2)
BOMBED = "Jets bombed a rebel camp near Hask."


def _restated(
    said: str, text: str = BOMBED, *, apart: int | None = 0, by_someone: bool = True, statement: bool = False
) -> str | None:
    """What of a statement says that the event took place; None where nothing of it does."""
    day = None if apart is None else DAY + dt.timedelta(apart)
    one = ChainNode("said", said, "a", 200, DAY, by_someone)
    other = ChainNode("event", text, "a", 0, day, statement)
    found = restated(one, (one, other), ENGLISH)
    assert found is None or found[0] is other
    return found and said[found[1] : found[2]]


SAID = "The ministry said that it had bombed the camp at Hask."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (SAID, "said that it had bombed the camp at Hask"),
        # up to the clause's end
        (f"{SAID[:-1]}, and went silent.", "said that it had bombed the camp at Hask"),
        (SAID[:-1], "said that it had bombed the camp at Hask"),
        # of another deed, another place, or mostly of something else
        ("The ministry said that it had closed the camp at Hask.", None),
        ("The ministry said that it had bombed the camp at Marn.", None),
        ("The ministry said that it had bombed Hask to keep the road between two old quarries open.", None),
        # only feared, or nothing said of it
        ("The ministry said that it might have bombed the camp at Hask.", None),
        ("The ministry praised the camp.", None),
    ],
)
def test_what_says_that_the_event_took_place(said: str, words: str | None) -> None:
    assert _restated(said) == words


def test_of_which_events_a_statement_tells_over_again() -> None:
    assert [_restated(SAID, apart=days) is not None for days in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]
    assert _restated(SAID, apart=None) is None
    # Who states nothing restates nothing, and what is stated is no event.
    assert _restated(SAID, by_someone=False) is None
    assert _restated(SAID, statement=True) is None


def test_two_of_whom_others_are_named_are_not_one() -> None:
    said = "The ministry said that a nurse of Norland who caught Ebola in Lom was freed in Hask."
    assert _restated(said, "Ed Rasp, who caught Ebola, was freed by a ward of Tarn.") is None
    assert _restated(said, "Ed Rasp, who caught Ebola in Lom, was freed in Hask.") is not None
    # where the event names no more, what is said may
    assert _restated(said, "The nurse who caught Ebola was freed.") is not None


def test_of_two_events_the_one_of_which_more_is_named_is_meant() -> None:
    one = ChainNode("said", "Norland said that it had bombed the Lom camp at Hask.", "a", 200, DAY, True)
    less = ChainNode("less", "Jets bombed a camp near Hask.", "a", 0, DAY)
    more = ChainNode("more", "Jets bombed a Lom camp near Hask.", "a", 90, DAY)
    for told in ((less, more), (more, less)):
        found = restated(one, told, ENGLISH)
        assert found is not None
        assert found[0] is more
