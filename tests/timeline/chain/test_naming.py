"""Names, counts and ordinals of a reference: those of the thing that it means."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.chain.referring import RAID, links

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.naming import names_of, numbers_of
from leadup.timeline.chain.resolve import is_of_another


def test_names_may_stand_in_any_evidence_of_what_is_meant() -> None:
    tarn = ("x", 5, "Orla Tarn condemned the attack at Ebbing Mill.")
    assert links(RAID, tarn) == []
    assert links(RAID, tarn, evidence={"raid": "The dead worked at Ebbing Mill."}) == [("x", "raid", False)]


def test_whom_a_clause_names_stands_in_what_is_meant_itself() -> None:
    tarn = ("x", 5, "Orla Tarn condemned the attack that killed Ilan Varo.")
    assert links(RAID, tarn, evidence={"raid": "The attack killed Ilan Varo."}) == []


def test_a_person_is_known_by_the_surname() -> None:
    tarn = ("tarn", 3, "Tarn proposed a truce on Monday.")
    assert links(tarn, ("x", 4, "Lund rejected Mayor Orla Tarn’s call for a truce.")) == [("x", "tarn", True)]
    assert links(tarn, ("x", 4, "Lund rejected Mayor Orla Venn’s call for a truce.")) == []


def test_a_year_is_no_count() -> None:
    cut = ("cut", 3, "Tarn postponed the levy on 30 mills on Monday.")
    over = "Lund sued over Tarn’s postponement of the {} levy."
    assert links(cut, ("x", 4, over.format("2022"))) == [("x", "cut", True)]
    assert links(cut, ("x", 4, over.format("22"))) == []


def test_names_and_counts() -> None:
    assert names_of("in 2021 in Norhaven", ENGLISH) == names_of("in Norhaven", ENGLISH)
    assert numbers_of("30 guards of 2021", ENGLISH) == {"30"}
    assert names_of("In Norhaven French police searched a mill on Monday", ENGLISH) == names_of(
        "in Norhaven, in France", ENGLISH
    )
    assert numbers_of("Two men and 30 guards", ENGLISH) == {"two", "30"}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # of a length or an age nothing is a count, neither the whole nor a part
        ("the 16-day siege of a 22-year-old and five guards", {"five"}),
        ("a 1,000-mile march", set()),
        ("a 2.5-mile march of 30 guards", {"30"}),
        ("a ten-mile march", set()),
        # what is a count
        ("a march of 1,000 guards", {"1,000"}),
        ("a march of 1,000, and 2.5 miles.", {"1,000", "2.5"}),
        ("a vote of 51-49", {"51", "49"}),
        ("nearly 1,500.", {"1,500"}),
    ],
)
def test_counts_are_whole(text: str, counts: set[str]) -> None:
    assert numbers_of(text, ENGLISH) == counts


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        # A record, and a count of its own.
        ("the second attack in Norhaven this year", "A gunman hit the mill in Norhaven, the first attack in a decade."),
        ("the second attack in a week", "A third attack since May hit the mill in Norhaven."),
        # Of something else: a body's name, a quarter, another deed.
        ("the second attack", "The Third Army attack hit the mill in Norhaven."),
        ("the fourth quarter attack", "The second attack hit the mill in Norhaven."),
        ("the first attack", "The second trial over the attack on the mill in Norhaven began."),
        # No other one of the two.
        ("the second attack", "After the first attack, the second attack hit the mill in Norhaven."),
    ],
)
def test_ordinals_of_different_things_rule_nothing_out(meant: str, told: str) -> None:
    one, by = (ChainNode(text, text, text, 0, dt.date(2031, 5, 5)) for text in (told, meant))
    assert not is_of_another(meant, one, by, ENGLISH)


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        ("the first attack", "Second attack hits the mill in Norhaven."),
        ("the third raid on the mill", "In the second raid, a guard was shot; it was the first raid in a decade."),
        # told by another noun for such deeds
        ("the first shooting", "In the second attack, a guard was killed at the mill in Norhaven."),
    ],
)
def test_another_ordinal_of_the_same_deed_means_another(meant: str, told: str) -> None:
    one, by = (ChainNode(text, text, text, 0, dt.date(2031, 5, 5)) for text in (told, meant))
    assert is_of_another(meant, one, by, ENGLISH)
