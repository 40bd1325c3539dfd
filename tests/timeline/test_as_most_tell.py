"""A happening in the words of those who tell what was done to the place that its own sentence only names."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from tests.timeline.story import pool

from leadup.model import Question
from leadup.timeline.as_most_tell import _outlets, _written, worded_as_most_tell
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 11)
FIRST = (
    "Sailors threw stones and burned a hut at the Marn Embassy in Orsk on May 7 in an attack on the harbour quarter."
)
STORMED = "Hundreds of sailors stormed the Marn Embassy in Orsk on May 7 with song and with torches in their hands."
LATER = "The sailors had stormed the Marn Embassy that week."


def worded(best: str, *others: str, event: str = "", first: str = FIRST) -> str:
    """The words of a happening that ``first`` tells, of outlet A; ``best`` is of B, ``others`` of C and so on."""
    told = [("2021-05-08", "A", first), ("2021-05-08", "B", best)]
    told += [("2021-05-09", "CDEF"[n], text) for n, text in enumerate(others)]
    table = read_table(pool(told), Question("the vote", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    (row,) = (n for n in range(len(table.rows)) if table.text(n) == first)
    of_event = {n for n in range(len(table.rows)) if table.text(n) == event}
    table.read_trees([row])
    one = RankedHappening(int(table.day[row]), row, 1.0, ())
    (found,) = worded_as_most_tell(table, [one], SharedWords(table, None), of_event)
    return table.text(found.row)


def test_what_most_outlets_say_was_done_to_the_place_words_it() -> None:
    assert worded(STORMED, LATER, "The storming of the Marn Embassy was told of for years.") == STORMED


@pytest.mark.parametrize(
    ("best", "others", "event"),
    [
        # too few outlets tell it so
        (STORMED, (LATER,), ""),
        # it stands for the event itself
        (STORMED, (LATER, LATER), STORMED),
        # still to come, or not done
        (STORMED.replace("stormed", "will storm"), (LATER, LATER), ""),
        # done to another place
        (STORMED.replace("Marn Embassy", "Norland Mission"), (LATER, LATER), ""),
        # not of the kind that the first one names
        (STORMED.replace("stormed", "left"), ("They left the Marn Embassy.", "All left the Marn Embassy."), ""),
        # it cannot be read alone
        (STORMED.replace("Hundreds of sailors", "They"), (LATER, LATER), ""),
    ],
)
def test_what_does_not_word_it(best: str, others: tuple[str, ...], event: str) -> None:
    assert worded(best, *others, event=event) == FIRST


def test_what_as_many_say_of_it_as_the_first_does_not_word_it() -> None:
    burned = "Some sailors burned the Marn Embassy, it was said."
    assert worded(STORMED, f"{LATER} {burned}", f"{LATER} {burned}", burned) == FIRST


@pytest.mark.parametrize(
    "first",
    [
        # with its dead, of others than the place, or beside it
        "Sailors burned a hut at the Marn Embassy in Orsk on May 7 in an attack that killed nine people.",
        "Sailors burned the Varo Bank by the Marn Embassy in Orsk on May 7 in an attack on the harbour quarter.",
        "Sailors burned a hut outside the Marn Embassy in Orsk on May 7 in an attack on the harbour quarter.",
    ],
)
def test_what_is_of_others_is_not_worded_by_what_was_done_to_the_place(first: str) -> None:
    assert worded(STORMED, LATER, LATER, first=first) == first


@pytest.mark.parametrize(
    "other",
    [
        # a part of the name, and another sentence
        "The sailors had stormed the Varo Embassy that week.",
        "The sailors had stormed in. The Marn Embassy was shut.",
    ],
)
def test_who_tells_it_of_another_place_is_not_counted(other: str) -> None:
    assert worded(STORMED, LATER, other) == FIRST


@pytest.mark.parametrize(("doer", "is_worded"), [("Varo", True), ("Lund", False)])
def test_what_was_done_by_another_who_is_named_does_not_word_it(doer: str, is_worded: bool) -> None:
    first = FIRST.replace("Sailors", "Varo")
    best = STORMED.replace("Hundreds of sailors", doer)
    assert (worded(best, LATER, LATER, first=first) == best) is is_worded


def test_what_was_done_to_the_place_already_is_worded_as_it_was() -> None:
    burned = "Sailors burned the Marn Embassy in Orsk on May 7 in an attack on the harbour quarter with torches."
    assert worded(STORMED, LATER, LATER, first=burned) == burned


def test_a_short_word_of_a_name_is_read_with_points() -> None:
    first, best, later = (text.replace("Marn", "U.S.") for text in (FIRST, STORMED, LATER))
    assert worded(best, later, later.replace("U.S.", "US"), first=first) == best


@pytest.mark.parametrize(
    ("name", "written", "is_it"),
    [
        ("orsk", "Orsk", True),
        ("orsk", "orsk", True),
        ("orsk", "ORSK", True),
        # a word of three letters or fewer is no name in small letters
        ("ord", "Ord", True),
        ("ord", "ORD", True),
        ("ord", "ord", False),
        ("us", "US", True),
        ("us", "U.S", True),
        ("us", "us", False),
    ],
)
def test_how_a_name_is_written(name: str, written: str, is_it: bool) -> None:
    assert bool(re.fullmatch(_written(name), written, re.IGNORECASE)) is is_it


@pytest.mark.parametrize(
    ("names", "outlets"), [({"marn", "embassy"}, {"B"}), ({"embassy"}, {"B", "C"}), ({"us"}, set()), ({"ord"}, set())]
)
def test_which_outlets_tell_what_was_done_to_whom(names: set[str], outlets: set[str]) -> None:
    told = (
        ("2021-05-08", "A", "Sailors left the Marn Embassy."),
        ("2021-05-08", "B", "Sailors stormed the Marn Embassy."),
        ("2021-05-08", "C", "Sailors stormed the US Embassy. They stormed Ord."),
    )
    table = read_table(pool(told), Question("the vote", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    assert _outlets(table, "storm", names) == outlets
