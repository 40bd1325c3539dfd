"""Whose deed it is that words name."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain.doers import is_anothers, is_of_other_kind, is_of_other_people, is_of_other_thing
from leadup.timeline.happenings.collection import words_of


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
        # a name that nothing is known of is who did it where the deed is said to be its own
        ("Tarn's raid on the mill", "Varo bombed the port of Hask on Friday.", True),
        ("Tarn's raid on the mill", "Tarn bombed the port of Hask on Friday.", False),
        ("the Tarn raid on the mill", "Varo bombed the port of Hask on Friday.", False),
        ("Tarn's rocket fire", "Varo bombed the port of Hask on Friday.", True),
        ("Tarn's rocket fire", "Tarn bombed the port of Hask on Friday.", False),
        # read as what a rocket, an air or a night does
        ("Tarn's rocket raid", "Varo bombed the port of Hask on Friday.", True),
        ("Tarn's rocket raid", "Tarn bombed the port of Hask on Friday.", False),
        ("Tarn's air raid on the mill", "Varo bombed the port of Hask on Friday.", True),
        ("Denmark's night raid on the mill", "Norway bombed the port of Hask on Friday.", True),
        ("Denmark's night raid on the mill", "Denmark bombed the port of Hask on Friday.", False),
        ("the rocket raid", "Varo bombed the port of Hask on Friday.", False),
        ("rocket raids", "Varo bombed the port of Hask on Friday.", False),
        ("Danish men raid the mill", "Norway bombed the port of Hask on Friday.", False),
        ("the strikes", "Denmark bombed the port of Hask on Friday.", False),
        # people that are called by no name may be those of the same kind that are
        ("the raid by Norwegian-backed Danish militias", "Militiamen and their kin stormed the port of Hask.", False),
        ("the raid by Norwegian-backed Danish militias", "Soldiers stormed the port of Hask.", False),
        ("the raid by Norwegian-backed Danish militias", "Swedes and their kin stormed the port of Hask.", True),
        ("the raid by Norwegian-backed Danish militias", "Orla Tarn and her kin stormed the port of Hask.", True),
        # who did it may be said of the deed alone
        ("the Norwegian strikes", "A guard was killed in a raid that Sund says was carried out by Danish men.", True),
        ("the Danish strikes", "A guard was killed in a raid that Sund says was carried out by Danish men.", False),
        ("the Norwegian strikes", "A guard was killed in a raid by Danish militias.", True),
        ("the Norwegian strikes", "A guard was killed in a raid by the river.", False),
        ("the Norwegian strikes", "A Norwegian guard was killed in a raid.", False),
    ],
)
def test_a_deed_that_another_side_did(words: str, text: str, anothers: bool) -> None:
    assert is_anothers(words, text, ENGLISH) is anothers


@pytest.mark.parametrize(
    ("words", "text", "other"),
    [
        ("the storming of the mill", "Gunmen stormed the harbour of Hask on Friday.", True),
        ("the storming of the mill", "The harbour of Hask was stormed on Friday.", True),
        ("the storming of the mill", "Gunmen stormed the mill at Hask on Friday.", False),
        ("the storming of Hask", "Gunmen stormed the harbour on Friday.", False),
        ("the storming", "Gunmen stormed the harbour on Friday.", False),
        # who was killed may be called by other words
        ("the killing of a guard", "Gunmen shot a watchman on Friday.", False),
        # or no more is said
        ("the storming of the mill", "Gunmen struck at Hask on Friday.", False),
    ],
)
def test_a_deed_that_was_done_to_another_thing(words: str, text: str, other: bool) -> None:
    assert is_of_other_thing(words, text, ENGLISH) is other


@pytest.mark.parametrize(
    ("words", "text", "other"),
    [
        ("the killing of a jogger", "A soldier killed a journalist in Hask.", True),
        ("the killing of a reporter", "A soldier killed a journalist in Hask.", False),
        ("the killing of a reporter", "A journalist in Hask was killed by a soldier.", False),
        ("the killing of a soldier", "A soldier killed a journalist in Hask.", False),
        # of the kind of who did it alone
        ("the killing of a sniper", "A soldier killed a journalist in Hask.", True),
        # any people, or those of a country
        ("the killing of a man", "A soldier killed a journalist in Hask.", False),
        ("the killing of an american", "A soldier killed a journalist in Hask.", False),
        ("the killing of a norwegian", "A soldier killed a journalist in Hask.", False),
        ("the killing", "A soldier killed a journalist in Hask.", False),
    ],
)
def test_a_deed_that_was_done_to_other_people(words: str, text: str, other: bool) -> None:
    assert is_of_other_people(words, frozenset(term for term, _ in words_of(text, ENGLISH)), (text,), ENGLISH) is other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The toll law was upheld on Monday.", False),
        ("The court upheld the key part of the fishing law.", True),
    ],
)
def test_of_what_kind_a_known_thing_is_may_be_said_before(text: str, other: bool) -> None:
    said = "Ann Berg, who vowed to repeal the toll law, said the ruling that upheld the law was wrong."
    assert is_of_other_kind(said, said.index("the ruling"), said.index(" was wrong"), [text], ENGLISH) is other
    # Where nothing said of what kind it is, it may be any.
    bare = said.replace("toll ", "")
    assert not is_of_other_kind(bare, bare.index("the ruling"), bare.index(" was wrong"), [text], ENGLISH)
