"""Which words of a question are one name, and which of them tells it from others."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.name_words import (
    bears_name,
    ends_country,
    ends_name,
    has_surname_first,
    is_code,
    is_joined,
    is_kin_of,
    is_particle,
    is_title_alone,
    of_one_country,
    telling_word,
    with_short_names,
)
from leadup.timeline.target.question_words import word_pattern
from leadup.timeline.target.slot import Slot

Tokens = list[tuple[str, int]]


def _cut(marked: str) -> tuple[str, Tokens, int]:
    """The words without the star, their tokens, and which of these stands behind it."""
    before, _, behind = marked.partition("*")
    words = before + behind
    tokens = [(match.group(), match.start()) for match in word_pattern(ENGLISH).finditer(words)]
    return words, tokens, sum(start < len(before) for _, start in tokens)


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Lund", 1),
        ("Anna Lund", 2),
        ("Anna Mia Lund", 3),
        ("Karl Lund Jr", 2),
        ("Karl Mia Lund Jr", 3),
        ("Jr", 1),
        ("Orsk Middle School", 1),
        ("Anna School", 2),
        ("Striking Workers School", 0),
        ("Kim Jong Un", 1),
        ("Xi Jinping", 1),
    ],
)
def test_which_word_tells_a_name_from_others(name: str, telling: int) -> None:
    assert telling_word(name.split(), ENGLISH) == telling


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Xi Jinping", True),
        ("Kim Jong Un", True),
        ("Kim Jong-un", True),
        ("Park Geun-hye", True),
        ("Kim Lund", False),
        ("Lee Karl Lund", False),
        ("Kim Jong", False),
        ("Kim Jong Un Lund", False),
        # parts of more than five letters, given names, and words for a house or a rank
        ("Kim Jongu Unahy", True),
        ("Kim Jonguu Un", False),
        ("Kim Jong Unahyu", False),
        ("Kim Karl-Anna", False),
        ("Kim Jong-Karl", True),
        ("Kim Jong School", False),
        ("Anna Jong Un", False),
    ],
)
def test_who_has_the_surname_first(name: str, first: bool) -> None:
    assert has_surname_first(name.split(), ENGLISH) is first


@pytest.mark.parametrize(
    ("words", "particle"),
    [
        ("Omar *al Varo", True),
        ("Then Omar *al Varo left", True),
        ("*al Varo left", False),
        ("Omar *al", False),
        ("omar *al Varo", False),
        ("Omar *al varo", False),
        ("Omar *so Varo", False),
    ],
)
def test_a_little_word_of_a_name(words: str, particle: bool) -> None:
    _, tokens, at = _cut(words)
    assert is_particle(tokens, at, ENGLISH) is particle


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Sri *Lanka Easter", True),
        ("in Sri *Lanka", True),
        ("Sri-*Lanka", False),
        ("*Sri Lanka", False),
        ("Old *Lanka", False),
    ],
)
def test_where_a_country_of_two_words_ends(words: str, ends: bool) -> None:
    assert ends_country(*_cut(words), ENGLISH) is ends


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Anna *Lund", True),
        ("Anna J. *Lund", True),
        ("Anna J. K. *Lund", True),
        ("Anna-*Lund", False),
        ("Anna, *Lund", False),
        ("Anna and *Lund", False),
        ("Norway *Lund", False),
        ("Sri *Lanka", True),
    ],
)
def test_which_two_words_are_one_name(words: str, joined: bool) -> None:
    whole, tokens, at = _cut(words)
    assert is_joined(whole, tokens, 0, at, ENGLISH) is joined
    assert not is_joined(whole, tokens, -1, at, ENGLISH)


def test_a_rank_parts_whom_it_is_of_from_who_has_it() -> None:
    whole, tokens, _ = _cut("Orsk CEO Anna Lund")
    assert not is_joined(whole, tokens, 1, 2, ENGLISH)
    assert is_joined(whole, tokens, 0, 1, ENGLISH) and is_joined(whole, tokens, 2, 3, ENGLISH)
    whole, tokens, _ = _cut("CEO Anna Lund")
    assert is_joined(whole, tokens, 0, 1, ENGLISH)
    assert ends_name("Norway", "Lund", ENGLISH) and ends_name("Norwegian", "Lund", ENGLISH)
    assert not ends_name("Orsk", "Lund", ENGLISH) and not ends_name("South", "Africa", ENGLISH)


def test_the_words_for_a_country() -> None:
    assert "Swedish" in of_one_country("Sweden", ENGLISH) and "Sweden" in of_one_country("Swedish", ENGLISH)
    assert of_one_country("Orsk", ENGLISH) == []
    assert all(" " not in name for name in of_one_country("American", ENGLISH))
    assert "British" not in of_one_country("Scotland", ENGLISH)
    assert any(name.startswith("Scot") for name in of_one_country("Scottish", ENGLISH))


@pytest.mark.parametrize(("word", "code"), [("OX370", True), ("OX", False), ("370", False), ("A1", True)])
def test_words_of_letters_and_digits(word: str, code: bool) -> None:
    assert is_code(word) is code


@pytest.mark.parametrize(
    ("words", "kin"),
    [("lund s brother", True), ("lund s boat", False), ("lund the brother", False), ("lund old brother", False)],
)
def test_who_belongs_to_the_one_named(words: str, kin: bool) -> None:
    tokens = words.split()
    assert is_kin_of(Slot(tokens[2], "thing", 0.5, {}, place=2), tokens, ENGLISH) is kin
    assert not is_kin_of(Slot(tokens[2], "name", 0.5, {}, place=2), tokens, ENGLISH)


@pytest.mark.parametrize(
    ("words", "bears"),
    [
        ("*Pope Karl dies", True),
        ("the *pope Karl dies", True),
        ("*Pope dies", False),
        ("the *pope's Orsk visit", False),
        ("the *pope’s Orsk visit", False),
        ("Tolm elected *pope", True),
        ("Tolm chosen as *pope", True),
        ("the *pope", False),
    ],
)
def test_whether_a_rank_has_its_name_beside_it(words: str, bears: bool) -> None:
    assert bears_name(*_cut(words), ENGLISH) is bears


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("*Prince's death", True),
        ("*Prince dies", False),
        ("death of *Prince", True),
        ("death of the *Prince", False),
        ("death of *Prince Karl", False),
        ("Karl *Prince's death", False),
        ("death of *prince", False),
        ("death of *PRINCE", False),
        ("death of *Mayor", False),
        ("death so *Prince", False),
    ],
)
def test_a_rank_that_is_all_of_a_name(words: str, alone: bool) -> None:
    assert is_title_alone(*_cut(words), ENGLISH) is alone


def test_a_bodys_name_in_full_stands_for_its_short_name() -> None:
    def slot(asked: str, group: int) -> Slot:
        return Slot(asked, "name", 1.0, {(asked.lower(),): 1.0}, group=group)

    full = with_short_names([slot("Islamic", 1), slot("State", 1), slot("Lund", 2)], ENGLISH)
    assert [("isis",) in each.means for each in full] == [True, True, False]
    assert full[0].means[("isis",)] == 1.0 and ("islamic",) in full[0].means
    apart = with_short_names([slot("Islamic", 1), slot("State", 2)], ENGLISH)
    assert not any(("isis",) in each.means for each in apart)
