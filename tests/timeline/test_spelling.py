"""Names spelt otherwise: how far apart two spellings are, and which of the known ones may be the same name."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.spelling import distance, first_letters, folded, spelt_alike, undecorated


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
