"""One happening by the deed that a sentence's day is hung on."""

from __future__ import annotations

import re
from typing import Any

import pytest

from leadup import lang
from leadup.reading.syntax import parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import (
    NOBODY,
    DayDeed,
    DayDeeds,
    Part,
    by_another,
    day_deeds,
    head_deeds,
    names_of_part,
    same_deed,
    same_deeds,
    tells_plainly,
)

_DAY = re.compile(r"Sunday|Monday|Friday|(?:July|March|Aug\.) \d")
_TABLE = lang.table("same_deed")


def read(sentence: str) -> DayDeeds:
    (tree,) = parse(sentence, [(0, len(sentence))])
    return day_deeds(tree, [m.start() for m in _DAY.finditer(sentence)])


@pytest.mark.parametrize(("one", "other"), _TABLE["examples"])
def test_one_deed_in_two_sentences(one: str, other: str) -> None:
    assert same_deeds(read(one), read(other))
    assert same_deeds(read(other), read(one))


@pytest.mark.parametrize(("one", "other"), _TABLE["apart"])
def test_two_deeds(one: str, other: str) -> None:
    assert not same_deeds(read(one), read(other))
    assert not same_deeds(read(other), read(one))


def test_what_only_brings_a_deed_up_tells_it_less_plainly() -> None:
    passing = read("The seizure of the dam by rebels on Aug. 7 was part of a string of victories.")
    plain = read("Rebels seized the dam of Orsk on Aug. 7.")
    since = read("Since fighting erupted on July 8, nine farmers have been killed in Orsk.")
    assert not tells_plainly(since, read("The war broke out on July 8 along the river."))
    assert tells_plainly(read("The war broke out on July 8 along the river."), since)
    assert not tells_plainly(passing, plain)


def test_neighbouring_days_ask_for_more_in_common() -> None:
    one, other = "The council voted on Monday to close the pier.", "The council voted on Sunday to close the pier."
    assert not same_deeds(read(one), read(other), sure=True)
    one, other = "Ines Tolm left the harbour of Orsk on Monday.", "Ines Tolm left the harbour on Sunday."
    assert same_deeds(read(one), read(other), sure=True)


def test_who_has_a_part_is_named_with_the_number() -> None:
    text = "The search goes on after the disappearance of Lund Airways Flight 22 near Orsk."
    (tree,) = parse(text, [(0, len(text))])
    assert "22" in names_of_part(tree, tree.at(text.index("disappearance")))
    assert names_of_part(tree, -1) == frozenset()


def test_nothing_is_told_by_no_words() -> None:
    assert read("") == DayDeeds((), True)
    assert not same_deeds(read(""), read("The war broke out on July 8."))


VARO, LUND = Part(frozenset(["varo"]), ""), Part(frozenset(["lund"]), "")
ARMY, MILL = Part(frozenset(), "army"), Part(frozenset(), "mill")


def deed(base: str = "visit", agent: Part = NOBODY, patient: Part = NOBODY, **more: Any) -> DayDeed:
    return DayDeed(**{"at": 0, "base": base_form(base), "agent": agent, "patient": patient, "others": (), "main": True}
                | {"hung": False, "is_noun": False, **more})  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same", "surely"),
    [
        # one word, and one who had a part in it
        (deed(agent=VARO), deed(agent=VARO), True, False),
        (deed(patient=MILL), deed(patient=MILL), True, False),
        (deed(agent=VARO, patient=MILL), deed(agent=VARO, patient=MILL), True, True),
        (deed(others=(MILL,)), deed(others=(MILL,)), True, False),
        (deed(agent=VARO, others=(MILL,)), deed(agent=VARO, others=(MILL,)), True, True),
        # somebody else
        (deed(agent=VARO), deed(agent=LUND), False, False),
        (deed(patient=MILL), deed(patient=ARMY), False, False),
        (deed(agent=VARO, patient=MILL), deed(agent=LUND, patient=MILL), False, False),
        (deed(agent=ARMY, patient=VARO), deed(agent=LUND, patient=VARO), True, False),
        # nobody is named: only where the day is hung on both, and then not of two days
        (deed(), deed(), False, False),
        (deed(hung=True), deed(hung=True), True, False),
        (deed(hung=True), deed(), False, False),
        (deed(agent=VARO, hung=True), deed(patient=MILL, hung=True), False, False),
        (deed(agent=VARO, hung=True), deed(hung=True), True, False),
        # a verb that tells little asks for more
        (deed("hold", agent=VARO), deed("hold", agent=VARO), False, False),
        (deed("hold", agent=VARO, patient=MILL), deed("hold", agent=VARO, patient=MILL), True, False),
        (deed("hold", hung=True), deed("hold", hung=True), False, False),
        # other words
        (deed("seize", agent=VARO), deed("paint", agent=VARO), False, False),
        (deed("seize", agent=VARO, hung=True), deed("paint", agent=VARO, hung=True), False, False),
        # who does it, and whom it is done to: "they opened the mill", "the mill opened"
        (deed("open", agent=VARO, patient=MILL), deed("open", agent=MILL), True, False),
        (deed("open", agent=VARO, patient=MILL), deed("open", agent=LUND), False, False),
        # of a noun it is not said which of the two
        (deed("seize", agent=VARO, is_noun=True), deed("seize", patient=VARO), True, False),
        (deed("seize", agent=VARO, is_noun=True), deed("seize", patient=LUND, agent=LUND), False, False),
        # what befalls a person but once a day
        (deed("resign", agent=VARO), deed("resign", agent=VARO), True, True),
    ],
)
def test_whether_two_deeds_are_one(one: DayDeed, other: DayDeed, same: bool, surely: bool) -> None:
    assert same_deed(one, other) is same_deed(other, one) is same
    assert same_deed(one, other, sure=True) is same_deed(other, one, sure=True) is surely


def test_a_deed_is_anothers() -> None:
    assert by_another(deed(agent=VARO), deed(agent=LUND))
    assert not by_another(deed(agent=VARO), deed(agent=VARO))
    assert not by_another(deed(agent=VARO), deed())
    assert not by_another(deed(agent=VARO, patient=MILL), deed(agent=LUND, patient=MILL))
    assert not by_another(deed(agent=VARO, is_noun=True), deed(agent=LUND))


def test_a_sentence_that_turns_on_nothing_else_is_told_by_another() -> None:
    one, other = deed(agent=VARO), deed(agent=VARO, main=False)
    assert same_deeds(DayDeeds((one,), False), DayDeeds((one,), False))
    assert not same_deeds(DayDeeds((one, deed("paint")), False), DayDeeds((deed("paint"), other), False))
    assert same_deeds(DayDeeds((one,), False), DayDeeds((other,), False))
    assert same_deeds(DayDeeds((one,), False), DayDeeds((deed("paint"), other), True))


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Rebels seized the dam of Orsk.", ["seize"]),
        ("Rebels seized the dam and burned the mill.", ["seize", "burn"]),
        ("The army said that rebels seized the dam.", ["seize"]),
        ("The army said nothing.", ["say"]),
    ],
)
def test_the_deeds_that_a_sentence_turns_on_first(sentence: str, deeds: list[str]) -> None:
    (tree,) = parse(sentence, [(0, len(sentence))])
    assert [one.base for one in head_deeds(tree)] == [base_form(word) for word in deeds]
