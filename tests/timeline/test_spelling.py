"""Names spelt otherwise: how far apart two spellings are, and which of the known ones may be the same name."""

from __future__ import annotations

import math

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.spelling import (
    distance,
    first_letters,
    folded,
    is_likely_slip,
    spelt_alike,
    undecorated,
)


@pytest.mark.parametrize(
    ("one", "two", "letters"),
    [
        ("orsk", "orsk", 0),
        ("", "ab", 1.5),
        # vowels, "h", and letters that stand for each other, are half a letter
        ("tarn", "tern", 0.5),
        ("tarn", "tarin", 0.5),
        ("hask", "ask", 0.5),
        ("hask", "hasc", 0.5),
        ("dorn", "torn", 0.5),
        # others are a whole one
        ("dorn", "born", 1),
        ("hask", "hasb", 1),
        # two letters that changed places are one
        ("orsk", "orks", 1),
        ("abcdfg", "abcdgf", 1),
        ("abcdfg", "badcfg", 2),
        ("kalm", "malk", 2),
    ],
)
def test_how_far_apart_two_spellings_are(one: str, two: str, letters: float) -> None:
    assert distance(one, two, language=ENGLISH) == distance(two, one, language=ENGLISH) == letters


@pytest.mark.parametrize(
    ("word", "sound"),
    [("Khaddam", "kadam"), ("Philipp", "filip"), ("Qaswy", "kasvi"), ("Zack", "sak"), ("Élan", "elan")],
)
def test_transliterations_agree_on_a_form(word: str, sound: str) -> None:
    assert folded(word, ENGLISH) == sound


@pytest.mark.parametrize(
    ("word", "known", "alike"),
    [
        # a short name allows half a letter, a longer one a whole, a long one a letter and a half; the nearest first
        ("Lund", ["lond", "lund", "land", "lonk", "hund", "lunds"], ["lund", "land", "lond"]),
        ("Varos", ["faros", "vardos", "varkdos"], ["faros", "vardos"]),
        ("Kasimov", ["masimov", "qasimov", "casimov", "kasimir"], ["qasimov", "casimov"]),
        ("Abdulrahman", ["abdurrahman", "abdelrahman", "abdullah"], ["abdelrahman", "abdurrahman"]),
        # its ending may be that of a stem
        ("Orkse", ["orks"], ["orks"]),
        ("Marks", ["mark"], ["mark"]),
        # of a name of three letters any other may be
        ("Ilo", ["ilo", "illo"], []),
    ],
)
def test_which_known_words_may_be_the_name(word: str, known: list[str], alike: list[str]) -> None:
    assert [other for _, other in spelt_alike(word, known, ENGLISH)] == alike


def test_letters_that_a_name_may_begin_with() -> None:
    assert [first_letters(name, ENGLISH) for name in ("Kasim", "Phil", "Lund", "Émile")] == ["kgqc", "fp", "l", "e"]


def test_diacritics_go_and_places_stay() -> None:
    text = "Čapek und Ærøskøbing: é"
    assert undecorated(text) == "Capek und Ærøskøbing: e"
    assert len(undecorated(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "two", "most", "letters"),
    [
        # beyond the most that is asked for it need not be known how far
        ("dorn", "born", 1.0, 1.0),
        ("dorn", "born", 0.5, 1.0),
        ("dornbgst", "kmlpbgst", 1.0, math.inf),
        ("bgst", "dornbgst", 4.0, 3.5),
        ("dornbgst", "bgst", 4.0, 3.5),
        ("orsk", "orks", 1.0, 1.0),
        ("bcdrsk", "cbdrks", 2.0, 2.0),
        ("abc", "", math.inf, 2.5),
    ],
)
def test_how_far_apart_they_are_at_most(one: str, two: str, most: float, letters: float) -> None:
    found = distance(one, two, most, language=ENGLISH)
    assert found == letters or (found == math.inf and letters > most)


@pytest.mark.parametrize(
    ("asked", "held", "slip"),
    [
        ("Fila", "Fil", True),
        ("Fila", "Fi", False),
        ("Brandtkov", "Brandtko", True),
        ("Brandtkov", "Brandtkovski", False),
        ("Brandtkova", "Brandtko", True),
        ("Brandtkova", "Brandtk", False),
        ("Brandtka", "Brandtkaro", True),
        ("Brandtk", "Brandtkar", False),
    ],
)
def test_what_may_be_a_slip(asked: str, held: str, slip: bool) -> None:
    assert is_likely_slip(asked, held, ENGLISH) is is_likely_slip(held, asked, ENGLISH) is slip


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        # a letter and a half only of a name of eight letters and more
        ("Brandtov", "brondkov", True),
        ("Brandov", "brontov", True),
        ("Brandov", "bronkov", False),
        # half a letter of one of four, a whole of one of five
        ("Tarn", "tern", True),
        ("Tarn", "tarb", False),
        ("Tarns", "tarbs", True),
        ("Tarns", "terbs", False),
        # no name opens with another's second letter
        ("Tarn", "arn", False),
        ("Tarn", "", False),
        # as long but for two letters
        ("Abdulrahman", "abdulrahmanee", True),
        ("Abdulrahman", "abdulrahmaneii", True),
    ],
)
def test_how_near_a_name_must_be(word: str, other: str, alike: bool) -> None:
    assert bool(spelt_alike(word, [other], ENGLISH)) is alike
