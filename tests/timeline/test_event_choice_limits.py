"""When what turns little on the event's deed gives way: each limit by itself."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline import event_choice
from leadup.timeline.event_choice import Stating, first_read
from leadup.timeline.target.match import Match

QUIT = tree("Quit VERB root 0", "Lund PROPN nsubj 1")


def _stating(row: int, score: float, worth: float, at: int = 0, held: tuple[int, ...] = (1,), own: int = 1) -> Stating:
    match = Match(0, row, 0.9, frozenset(held), frozenset({own}) & frozenset(held), True, 1.0, at)
    return Stating(row, score, worth, match, QUIT)


@pytest.mark.parametrize(
    ("worth", "turns", "at", "in_a_clause"),
    [
        (0.5, 0.5, 0, True),
        (0.5, 0.5, 5, True),
        (0.5, 0.5, -1, False),
        (0.51, 0.5, 0, False),
        (0.5, 0.51, 0, False),
    ],
)
def test_what_is_told_in_a_clause(
    monkeypatch: pytest.MonkeyPatch, worth: float, turns: float, at: int, in_a_clause: bool
) -> None:
    monkeypatch.setattr(event_choice, "turns_on", lambda *_: turns)
    assert _stating(1, 1.0, worth, at).is_in_a_clause(ENGLISH) is in_a_clause
    assert not Stating(1, 1.0, worth, None, QUIT).is_in_a_clause(ENGLISH)


@pytest.mark.parametrize(
    ("score", "worth", "row"), [(0.7, 0.75, 2), (0.69, 0.75, 1), (0.7, 0.74, 1), (1.0, 1.0, 2), (0.69, 1.0, 1)]
)
def test_what_is_told_in_a_clause_gives_way_to_what_is_close(
    monkeypatch: pytest.MonkeyPatch, score: float, worth: float, row: int
) -> None:
    monkeypatch.setattr(event_choice, "turns_on", lambda *_: 0.5)
    first = first_read([_stating(1, 1.0, 0.5), _stating(2, score, worth)], [1], ENGLISH)
    assert first is not None and first.row == row
    monkeypatch.setattr(event_choice, "turns_on", lambda *_: 1.0)
    first = first_read([_stating(1, 1.0, 0.5), _stating(2, score, worth)], [1], ENGLISH)
    assert first is not None and first.row == 1


@pytest.mark.parametrize(
    ("named", "held", "own", "names"),
    [
        ([], (1,), 2, True),
        ([1], (1,), 1, True),
        ([1], (1,), 2, False),
        ([2], (1,), 1, False),
        # one that holds nobody is told of by others of its day
        ([1], (), 1, True),
    ],
)
def test_whether_a_sentence_names_who_is_asked_for(
    named: list[int], held: tuple[int, ...], own: int, names: bool
) -> None:
    assert _stating(1, 1.0, 1.0, held=held, own=own).names(named) is names
    assert Stating(1, 1.0, 1.0, None, QUIT).names(named) is (not named)
