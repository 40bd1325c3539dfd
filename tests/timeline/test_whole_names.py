"""Names as a text holds them whole: their words side by side, in their own cases and endings."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.whole_names import holds_a_name, names_as_asked, whole_names


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("Anna Lund resigns", "Anna Lund left.", True),
        ("Anna Lund resigns", "It was Anna Lund.", True),
        ("Anna Lund resigns", "Anna K. Lund left.", True),
        ("Anna Lund resigns", "Anna K Lund left.", True),
        ("Anna Lund resigns", "Anna Kai Lund left.", False),
        ("Anna Lund resigns", "Anna K. J. Lund left.", False),
        ("Anna Lund resigns", "Anna left, and so did Lund.", False),
        ("Anna Lund resigns", "Lund Anna left.", False),
        ("Anna Lund resigns", "anna lund left.", False),
        ("Anna Lund resigns", "Zanna Lund left.", False),
        ("Anna Lund resigns", "Anna Lunden left.", False),
        ("Anna Lund resigns", "The Anna Lunds left.", True),
        ("Anna Lund resigns", "Ánna Lund left.", True),
        ("Lund resigns", "Lund's aides left.", True),
        # in small letters, a name may be written in any
        ("anna lund resigns", "Rain fell.", False),
        # what stands for a word of it
        ("US senate votes", "The U.S. senate met.", True),
        ("US senate votes", "The US senate met.", True),
        ("US senate votes", "The United States senate met.", True),
        ("US senate votes", "The us senate met.", False),
        ("UN votes", "The United Nations met.", True),
        ("UN votes", "The united nations met.", True),
        ("UN votes", "The unit of many nations met.", False),
    ],
)
def test_whether_a_text_holds_a_name_whole(question: str, text: str, holds: bool) -> None:
    asked = read_question(question, ENGLISH)
    assert holds_a_name(asked.slots, text, language=ENGLISH) is holds


def test_which_names_any_text_holds() -> None:
    asked = read_question("Anna Lund fires Karl Tolm", ENGLISH)
    assert whole_names(asked.slots, ["Anna Tolm.", "Karl Tolm."], ENGLISH) == (["Karl Tolm"], ["Anna Lund"])
    assert whole_names(asked.slots, ["Anna Lund, Karl Tolm"], ENGLISH) == (["Anna Lund", "Karl Tolm"], [])
    assert whole_names(asked.slots, [], ENGLISH) == ([], ["Anna Lund", "Karl Tolm"])


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Karl van Tolm left.", True),
        ("Karl Van Tolm left.", True),
        ("Karl B. van Tolm left.", True),
        ("Karl Tolm left.", False),
        ("Karl von Tolm left.", False),
        ("A van of Karl Tolm", False),
    ],
)
def test_a_name_has_the_little_words_that_the_question_has(text: str, holds: bool) -> None:
    asked = read_question("Karl van Tolm resigns", ENGLISH)
    assert whole_names(asked.slots, [text], ENGLISH, question=asked.words)[not holds] == ["Karl van Tolm"]
    assert holds_a_name(asked.slots, text, language=ENGLISH, question=asked.words) is holds
    assert names_as_asked(asked.slots, asked.words, ENGLISH) == ["Karl van Tolm"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Anna Lundt left.", True),
        ("anna lundt left.", True),
        ("Rain on Anna Lundtown.", False),
        ("Banna Lundt.", False),
    ],
)
def test_another_spelling_will_do_where_it_is_given(text: str, holds: bool) -> None:
    asked = read_question("Anna Lund resigns", ENGLISH)
    assert not holds_a_name(asked.slots, text, language=ENGLISH)
    assert holds_a_name(asked.slots, text, ["Anna Lundt"], language=ENGLISH) is holds
