"""Keys that join the spellings of a name and keep people apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.lang import ENGLISH
from leadup.reading.names.keys import name_key, plain_key

SAME = [
    ["Qassem Soleimani", "Qasem Suleimani", "Qassim Soleimani", "Kassem Suleimani", "Qasim Soleimani"],
    ["Muammar Gaddafi", "Moammar Gadhafi", "Muammar Qaddafi", "Muammar al-Gaddafi", "Moammar Kadafi"],
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"],
    ["Mohammed Morsi", "Mohamed Mursi", "Muhammad Morsi"],
    ["Hassan Rouhani", "Hasan Rohani", "Hassan Ruhani"],
    ["Bashar al-Assad", "Bashar Assad", "Bashar el-Assad", "Bachar al-Assad"],
    ["Abdel Fattah el-Sisi", "Abdul Fatah al-Sisi", "Abdel-Fattah el-Sissi"],
    ["Osama bin Laden", "Usama bin Ladin"],
    ["Yevgeny Prigozhin", "Evgeny Prigozhin"],
    ["Kim Jong-un", "Kim Jong Un"],
    ["Muqtada al-Sadr", "Moqtada Sadr"],
    ["Nouri al-Maliki", "Nuri al-Maliki"],
    ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"],
    ["Alexei Navalny", "Aleksei Navalny", "Alexey Navalny"],
    ["Ismail Haniyeh", "Ismail Haniya"],
]
DIFFERENT = [
    "Kim Jong-un",
    "Kim Jong-il",
    "Hassan Rouhani",
    "Hussein Rouhani",
    "Ali Khamenei",
    "Ruhollah Khomeini",
    "Mike Pence",
    "Mike Pompeo",
    "John Kerry",
    "John Carey",
    "Mark Esper",
    "Mark Asper",
    "Mohammed Salman",
    "Mohammed Salem",
    "Ahmed Hassan",
    "Ahmed Hussein",
    "George W. Bush",
    "George H.W. Bush",
    "Bashar Assad",
    "Hafez Assad",
    "Jane Morton",
    "Jane Martin",
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda names: str(names[0]))
def test_spellings_of_one_person_share_a_key(spellings: list[str]) -> None:
    assert len({name_key(name, ENGLISH) for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(DIFFERENT, 2)))
def test_different_people_have_different_keys(one: str, other: str) -> None:
    assert name_key(one, ENGLISH) != name_key(other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department of Defence", "Defense Department"),
        ("the Foreign Ministry", "Ministry of Foreign"),
        ("U.S.", "US"),
        ("Labor Party", "Labour Party"),
    ],
)
def test_names_of_bodies(one: str, other: str) -> None:
    assert plain_key(one, ENGLISH) == plain_key(other, ENGLISH)


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_has_a_key_and_case_is_all_one(text: str) -> None:
    assert name_key(text, ENGLISH) == name_key(text, ENGLISH)
    assert isinstance(plain_key(text, ENGLISH), str)


@given(
    st.lists(st.sampled_from(["Ali", "Qassem", "Omar", "Soleimani", "Haddad", "Nuri", "Karim"]), min_size=2, max_size=3)
)
def test_case_and_articles_do_not_matter(words: list[str]) -> None:
    name = " ".join(words)
    assert (
        name_key(name, ENGLISH)
        == name_key(name.upper(), ENGLISH)
        == name_key(f"{words[0]} al-{' '.join(words[1:])}", ENGLISH)
    )
