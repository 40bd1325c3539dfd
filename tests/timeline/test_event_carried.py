"""Which outlets are counted beside the event's own entry."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.model import Question
from leadup.timeline import choose
from leadup.timeline.target import find_target

OWN: Telling = ("2021-03-11", "Valley Post", "The mayor of Orsk, Anna Lund, resigned on Wednesday. The hall was empty.")


def _outlets_beside(*told: Telling) -> set[str | None]:
    question = Question("Anna Lund resigns", date=dt.date(2021, 3, 10))
    held = pool((OWN, *told))
    chosen = choose(question, find_target(question, held), held)
    (event,) = [c for c in chosen if c.states_event]
    return {m.outlet for m in event.support}


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Shopkeepers were still talking about it when Anna Lund resigned on Wednesday.", True),
        ("Traders hailed Anna Lund's resignation Wednesday as long overdue.", True),
        ("Anna Lund opened a new bakery beside the market on Wednesday.", False),
        ("Traders said on Wednesday that Anna Lund had not resigned.", False),
        ("Karl Tolm, the harbour master, resigned on Wednesday.", False),
    ],
)
def test_whoever_tells_the_event_in_any_clause_is_counted(said: str, counted: bool) -> None:
    assert ("Orsk Daily" in _outlets_beside(("2021-03-11", "Orsk Daily", said))) is counted


def test_a_preview_does_not_tell_the_event() -> None:
    assert _outlets_beside(("2021-03-08", "Orsk Daily", "Anna Lund will have resigned on March 10.")) == set()
