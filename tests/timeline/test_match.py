"""When a title or a sentence tells of the event: just enough of it, and just too little."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.match import Match


def _match(
    sentence: int = 0, share: float = 1.0, deed: float = 1.0, *, real: bool = True, own: tuple[int, ...] = ()
) -> Match:
    return Match(0, sentence, share, frozenset(own), frozenset(own), real, deed)


@pytest.mark.parametrize(
    ("share", "deed", "real", "tells"),
    [
        (1.0, 1.0, True, True),
        (0.9, 0.85, True, True),
        (0.89, 1.0, True, False),
        (1.0, 0.84, True, False),
        (1.0, 1.0, False, False),
        (0.1, 0.1, True, False),
    ],
)
def test_what_tells_of_the_event(share: float, deed: float, real: bool, tells: bool) -> None:
    assert _match(share=share, deed=deed, real=real).tells is tells


@pytest.mark.parametrize(
    ("sentence", "is_title", "is_lead"),
    [(-1, True, True), (0, False, True), (1, False, True), (3, False, True), (4, False, False), (5, False, False)],
)
def test_where_it_stands(sentence: int, is_title: bool, is_lead: bool) -> None:
    assert (_match(sentence).is_title, _match(sentence).is_lead) == (is_title, is_lead)


def test_what_is_not_said_of_a_place_is_not_so_there() -> None:
    plain = _match()
    assert plain.tells and plain.at == -1
    assert not (plain.ground or plain.ahead or plain.carried)


@pytest.mark.parametrize(
    ("held", "share", "enough"),
    [
        ("Anna Lund", 1.0, True),
        ("Anna Lund", 0.5, True),
        ("Anna Lund", 1.01, False),
        ("Lund", 0.5, True),
        ("Lund", 0.9, False),
        ("Anna", 0.5, False),
        ("", 0.1, False),
        # the deed is none of its names
        ("resigns", 0.1, False),
    ],
)
def test_how_much_of_the_names_it_holds_itself(held: str, share: float, enough: bool) -> None:
    asked = read_question("Anna Lund resigns", ENGLISH)
    own = tuple(i for i, slot in enumerate(asked.slots) if slot.asked in held.split())
    assert _match(own=own).names_itself(asked, share) is enough
