"""Page furniture is known by its form, and news is not taken for it."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH, table
from leadup.reading.furniture import (
    boxed,
    in_highlights,
    is_furniture,
    is_furniture_sentence,
    names_writer,
    opening_of,
)

_DATA = table("furniture")


@pytest.mark.parametrize("line", _DATA["paragraph"]["examples"])
def test_paragraphs_of_furniture(line: str) -> None:
    assert is_furniture(line, language=ENGLISH)


@pytest.mark.parametrize("line", [*_DATA["paragraph"]["not"], *_DATA["sentence"]["not"]])
def test_paragraphs_of_news(line: str) -> None:
    assert not is_furniture(line, language=ENGLISH)
    assert not is_furniture_sentence(line, language=ENGLISH)


@pytest.mark.parametrize("line", _DATA["sentence"]["examples"])
def test_sentences_of_furniture(line: str) -> None:
    assert is_furniture_sentence(line, language=ENGLISH)


@pytest.mark.parametrize("box", _DATA["highlights"]["box"])
def test_lines_of_a_box_of_highlights(box: list[str]) -> None:
    assert in_highlights(["The mayor left", *box], ENGLISH) == frozenset(range(1, len(box)))


def test_no_box_of_highlights() -> None:
    assert not in_highlights(_DATA["highlights"]["not"], ENGLISH)


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Ade Lund is a columnist at the Norhaven Post.", True),
        ("• Jo Marr, a senior fellow at the Pier Institute, writes about harbours.", True),
        ("Jo Marr is the author of “The Pier”.", True),
        ("Ade Lund was shot on the pier on Monday.", False),
        ("The mayor is a former editor.", False),
    ],
)
def test_who_the_writer_is(line: str, writer: bool) -> None:
    assert names_writer(line, ENGLISH) == writer


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Story highlights The mayor leaves office", "The mayor leaves office"),
        ("(CNN) The mayor left.", "The mayor left."),
        ("Norhaven (CNN) -- The mayor left.", "The mayor left."),
        ("West Des Norhaven, Orsk (CNN) The mayor left.", "The mayor left."),
        ("(Reuters) - The mayor left.", "The mayor left."),
        ("UPDATE: The mayor left.", "The mayor left."),
        ("Update at 10:07 a.m. ET: The mayor left.", "The mayor left."),
        ("Key developments — Two men were found.", "Two men were found."),
        ("The mayor (CNN) left.", "The mayor (CNN) left."),
        ("Watch the mayor.", "Watch the mayor."),
    ],
)
def test_what_stands_before_the_words(line: str, words: str) -> None:
    assert line[opening_of(line, 0, len(line), ENGLISH) :] == words


@pytest.mark.parametrize(
    ("sentence", "box"),
    [
        ("Ines Okoro Ines Maria OkoroMayor says pier is safe MORE said so on Monday.", True),
        ("The vote hurt Ade Lund Adebayo (Ade) James LundTop aide leaves MORE and his party.", True),
        ("Mayor Ines Okoro Ines Maria OkoroNHP: pier to close MORE left.", True),
        ("Ines Okoro met Jo McOkoro on Monday.", False),
        ("Ines Okoro, Ines Maria Okoro and LundBank met on Monday.", False),
        ("“YOU CANNOT PUT YOURSELF IN MY SHOES. YOUR FACE”", False),
    ],
)
def test_a_box_of_links_run_into_a_sentence(sentence: str, box: bool) -> None:
    assert boxed(sentence) is box
    assert is_furniture_sentence(sentence, language=ENGLISH) is box
