"""Names found in running text."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.reading.names import find_names

ROOT = Path(__file__).resolve().parents[3]
P, O, L, N, F, X = "person", "organisation", "place", "nationality", "facility", "other"  # noqa: E741

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("President Anna Kowalska met reporters in Warsaw.", [("Anna Kowalska", P), ("Warsaw", L)]),
    ("Mr Okafor said he would resign.", [("Okafor", P)]),
    ("Gen. Qasim Haddad was killed near Basra.", [("Qasim Haddad", P), ("Basra", L)]),
    ("The Ministry of Health and Welfare warned of a new wave.", [("Ministry of Health and Welfare", O)]),
    ("The Foreign Ministry summoned the envoy.", [("Foreign Ministry", O)]),
    ("Iran-backed Iraqi militia vowed to retaliate.", [("Iran", L), ("Iraqi", N)]),
    ("Trade between China and India grew.", [("China", L), ("India", L)]),
    ("The Russia-Ukraine border is closed.", [("Russia", L), ("Ukraine", L)]),
    ("He was born in Kirkuk, Iraq, and lives abroad.", [("Kirkuk, Iraq", L)]),
    ("Offices in Paris, Berlin and Rome stayed shut.", [("Paris", L), ("Berlin", L), ("Rome", L)]),
    ("Iran’s Supreme Leader Ayatollah Ali Khamenei spoke.", [("Iran", L), ("Ali Khamenei", P)]),
    ("The University of Cape Town closed.", [("University of Cape Town", O)]),
    ("The Gulf of Aden is busy.", [("Gulf of Aden", L)]),
    ("South Korean police raided Daewoo Bank.", [("South Korean", N), ("Daewoo Bank", O)]),
    ("U.S. Secretary of State Jane Miller left.", [("U.S.", L), ("Jane Miller", P)]),
    ("The U.N. Security Council met.", [("U.N. Security Council", O)]),
    ("Kim Duck-soo told the Yonhap agency.", [("Kim Duck-soo", P), ("Yonhap", O)]),
    ("The mayor of Cape Town spoke on Tuesday.", [("Cape Town", L)]),
    ("Police said on Monday that nobody was hurt.", []),
    ("However, it was quiet. The talks go on.", []),
    ("They crossed the Padma Bridge at night.", [("Padma Bridge", F)]),
    ("Iran Vows Harsh Retaliation After Killing Of Top General", [("Iran", L)]),
    ("U.S. SENDS 750 SOLDIERS TO MIDDLE EAST AFTER ATTACK", [("U.S.", L), ("MIDDLE EAST", L)]),
    ("The crowd in Trinidad and Tobago cheered.", [("Trinidad and Tobago", L)]),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A small word of another language within a name, and the same letters that are none.
        ("The newspaper Lom am Sonntag had known of it.", ["Lom am Sonntag"]),
        ("The ferry leaves at 9 am Friday, Ann Lee said.", ["Ann Lee"]),
        ("At 10 am Egil Lund left.", ["Egil Lund"]),
        ("I am Ann Lee.", ["Ann Lee"]),
    ],
)
def test_small_words_within_a_name(text: str, names: list[str]) -> None:
    assert [n.exact for n in find_names(text, language=ENGLISH)] == names


@pytest.mark.parametrize(("text", "names"), CASES, ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_names_and_their_kinds(text: str, names: list[tuple[str, str]]) -> None:
    assert [(n.exact, n.kind) for n in find_names(text, language=ENGLISH)] == names


def test_tokenised_text_reads_the_same() -> None:
    natural = find_names(
        "Iran's army said Gen. Ali Rezaei, of the Basij (BF), met Mr. Sato in Tokyo.", language=ENGLISH
    )
    cut = find_names(
        "Iran 's army said Gen. Ali Rezaei , of the Basij -LRB- BF -RRB- , met Mr. Sato in Tokyo .", language=ENGLISH
    )
    assert [(n.exact, n.kind) for n in natural] == [(n.exact, n.kind) for n in cut]


def test_a_bare_surname_takes_the_full_names_key() -> None:
    names = find_names("Maria Lindqvist resigned. Later Lindqvist said she was tired.", language=ENGLISH)
    assert [n.kind for n in names] == [P, P]
    assert len({n.key for n in names}) == 1


def test_a_short_form_that_the_text_defines_takes_the_full_names_key() -> None:
    text = "The Northern Relief Forces, or NRF, denied it. The NRF said so."
    names = find_names(text, language=ENGLISH)
    assert [n.exact for n in names] == ["Northern Relief Forces", "NRF", "NRF"]
    assert len({n.key for n in names}) == 1
    assert {n.kind for n in names} == {O}


def test_us_is_a_country_only_in_capitals() -> None:
    assert [n.exact for n in find_names("He told us that the US would help us.", language=ENGLISH)] == ["US"]


def test_the_opening_of_a_sentence_is_judged_by_its_bounds() -> None:
    text = "He left Grace behind. Grace said so"
    assert find_names(text, language=ENGLISH) == find_names(text, [(0, 21), (22, len(text))], language=ENGLISH)


SNIPPETS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Iraq",
                "Iran-backed",
                "U.S.",
                "Gen.",
                "Ali",
                "of",
                "the",
                "and",
                "Ministry",
                "al-",
                "'s",
                "’s",
                "\n",
                ",",
                "(",
                "A.",
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(SNIPPETS)
def test_offsets_hold_on_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    names = find_names(text, language=ENGLISH)
    last = 0
    for name in names:
        assert last <= name.start < name.end
        assert text[name.start : name.end] == name.exact
        assert name.key
        last = name.end
    assert names == find_names(text, language=ENGLISH)


@pytest.mark.parametrize(
    "unit", ["A", "A ", "A-", "Al-A'B ", "U.S.", "U.S. ", "\"'(", "Mr. ", "A of the ", "Anna Weiss met Paul Hart. "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert_linear(lambda size: partial(find_names, unit * (size // len(unit)), language=ENGLISH), 5_000)
