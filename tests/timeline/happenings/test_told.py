"""One happening by the deed that a sentence's day is hung on."""

from __future__ import annotations

import re

import pytest

from leadup import lang
from leadup.reading.syntax import parse
from leadup.timeline.happenings.told import DayTold, names_of_part, same_told, tells_plainly, told

_DAY = re.compile(r"Sunday|Monday|Friday|(?:July|March|Aug\.) \d")
_TABLE = lang.table("same_deed")


def read(sentence: str) -> DayTold:
    (tree,) = parse(sentence, [(0, len(sentence))])
    return told(tree, [m.start() for m in _DAY.finditer(sentence)])


@pytest.mark.parametrize(("one", "other"), _TABLE["examples"])
def test_one_deed_in_two_sentences(one: str, other: str) -> None:
    assert same_told(read(one), read(other))
    assert same_told(read(other), read(one))


@pytest.mark.parametrize(("one", "other"), _TABLE["apart"])
def test_two_deeds(one: str, other: str) -> None:
    assert not same_told(read(one), read(other))
    assert not same_told(read(other), read(one))


def test_what_only_brings_a_deed_up_tells_it_less_plainly() -> None:
    passing = read("The seizure of the dam by rebels on Aug. 7 was part of a string of victories.")
    plain = read("Rebels seized the dam of Orsk on Aug. 7.")
    since = read("Since fighting erupted on July 8, nine farmers have been killed in Orsk.")
    assert not tells_plainly(since, read("The war broke out on July 8 along the river."))
    assert tells_plainly(read("The war broke out on July 8 along the river."), since)
    assert not tells_plainly(passing, plain)


def test_neighbouring_days_ask_for_more_in_common() -> None:
    one, other = "The council voted on Monday to close the pier.", "The council voted on Sunday to close the pier."
    assert not same_told(read(one), read(other), sure=True)
    one, other = "Ines Tolm left the harbour of Orsk on Monday.", "Ines Tolm left the harbour on Sunday."
    assert same_told(read(one), read(other), sure=True)


def test_who_has_a_part_is_named_with_the_number() -> None:
    text = "The search goes on after the disappearance of Lund Airways Flight 22 near Orsk."
    (tree,) = parse(text, [(0, len(text))])
    assert "22" in names_of_part(tree, tree.at(text.index("disappearance")))
    assert names_of_part(tree, -1) == frozenset()


def test_nothing_is_told_by_no_words() -> None:
    assert read("") == DayTold((), True)
    assert not same_told(read(""), read("The war broke out on July 8."))
