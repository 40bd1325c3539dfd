"""Whose deed it is that words name."""

from __future__ import annotations

import pytest

from leadup.timeline.chain.doers import is_anothers


@pytest.mark.parametrize(
    ("words", "text", "anothers"),
    [
        ("the offensive by Norwegian security forces", "Pro-Danish separatists shot down a helicopter.", True),
        ("the offensive by Norwegian security forces", "Norwegian troops attacked the port of Hask.", False),
        ("the offensive by Norwegian security forces", "The port of Hask was attacked.", False),
        ("the Danish strikes", "Norway bombed the port of Hask on Friday.", True),
        ("Denmark's strikes on Hask", "Denmark bombed the port of Hask on Friday.", False),
        ("the killing of a Norwegian contractor", "Denmark bombed the port of Hask on Friday.", False),
        ("Danish rocket fire", "Norway began a raid on Hask to stop the rocket fire.", True),
        ("the Paris attacks", "Gunmen attacked a concert hall in Paris.", False),
        ("the Hamas attack", "Gunmen attacked a concert hall in Paris.", True),
        ("the strikes", "Denmark bombed the port of Hask on Friday.", False),
    ],
)
def test_a_deed_that_another_side_did(words: str, text: str, anothers: bool) -> None:
    assert is_anothers(words, text) is anothers
