"""What a reference may mean: each condition by itself, just met and just missed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.timeline.chain.referring import RAID, links

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.brought_up import brought_up_cue
from leadup.timeline.chain.cues import Cue, find_cues
from leadup.timeline.chain.references import Reference
from leadup.timeline.chain.referred import (
    _asked_for,
    _counts_alike,
    _goes_behind,
    _is_before,
    _is_of_any_day,
    _is_of_kind,
    _less_first_names,
    _names_nobody_told,
    _Thing,
)

DAY = dt.date(2021, 5, 10)
LATER = DAY + dt.timedelta(1)
CUE: Cue = find_cues("Schools closed because of the attack.", ENGLISH)[0]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _thing(day: dt.date | None = DAY, *, asked: bool = False, text: str = "It fell.", **more: str) -> _Thing:
    sets: Any = {name: _set(more.get(name, "")) for name in ("kinds", "terms", "names", "held", "numbers")}
    return _Thing(node=ChainNode("a", text, "x", 0, day), asked=asked, texts=(text,), **sets)


def _reference(words: str = "the attack", **more: Any) -> Reference:
    sets: Any = {name: _set(more.pop(name, "")) for name in ("kinds", "terms")}
    flags: Any = {"told": False, "known": False, "owned": False, **more}
    return Reference(cue=flags.pop("cue", CUE), start=0, end=len(words), words=words,
                     core=flags.pop("core", words), **sets, **flags)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("", "", True), ("3", "", True), ("", "3", True), ("3", "3", True), ("3", "4", False), ("3 4", "4 5", True)],
)
def test_counts_are_alike_where_one_is_in_both_or_one_has_none(one: str, other: str, alike: bool) -> None:
    assert _counts_alike(_thing(numbers=one), _thing(numbers=other)) is alike


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [(DAY, LATER, True), (DAY, DAY, False), (LATER, DAY, False), (None, DAY, False), (DAY, None, False)],
)
def test_what_came_before(one: dt.date | None, other: dt.date | None, before: bool) -> None:
    assert _is_before(_thing(one).node, _thing(other).node) is before


def test_what_goes_behind_the_event_asked_about() -> None:
    event = _thing(names="tarn", numbers="3", asked=True)
    assert _goes_behind(event, event, known=False)
    assert _goes_behind(_thing(DAY - dt.timedelta(1)), event, known=False)
    assert not _goes_behind(_thing(LATER, names="tarn"), event, known=True)
    # of its day it is where the words mean a known one, with a name in both and no other count
    same = _thing(names="tarn lund", numbers="3 4")
    assert _goes_behind(same, event, known=True)
    assert not _goes_behind(same, event, known=False)
    assert not _goes_behind(replace(same, names=_set("lund")), event, known=True)
    assert not _goes_behind(replace(same, numbers=_set("4")), event, known=True)


@pytest.mark.parametrize(
    ("reference", "thing", "of_kind"),
    [
        ({"terms": "raid"}, {"terms": "raid mill"}, True),
        ({"terms": "raid"}, {"terms": "mill"}, False),
        ({"kinds": "attack"}, {"kinds": "attack"}, True),
        ({"kinds": "attack"}, {"kinds": "leak"}, False),
        # a clause means by its kind the event asked about alone
        ({"kinds": "attack", "told": True}, {"kinds": "attack"}, False),
        ({"kinds": "attack", "told": True}, {"kinds": "attack", "asked": True}, True),
        ({"terms": "raid", "told": True}, {"terms": "raid"}, True),
    ],
)
def test_what_is_told_in_words_for_such_a_deed(reference: dict[str, Any], thing: dict[str, Any], of_kind: bool) -> None:
    assert _is_of_kind(_reference(**reference), _thing(**thing)) is of_kind


def test_what_only_brings_a_deed_up_as_its_cause_is_of_its_day() -> None:
    brought = replace(CUE, name=brought_up_cue(ENGLISH), kind="caused by")
    assert not _is_of_any_day(_reference(cue=brought), ENGLISH)
    assert _is_of_any_day(_reference(cue=brought, known=True), ENGLISH)
    assert _is_of_any_day(_reference(cue=replace(brought, kind="statement about")), ENGLISH)
    assert _is_of_any_day(_reference(cue=replace(brought, kind="after")), ENGLISH)
    assert _is_of_any_day(_reference(), ENGLISH)


def test_the_kinds_of_deed_that_a_heading_asks_for() -> None:
    alone, longer = _asked_for("attack", ENGLISH), _asked_for("attack on the mill of Norhaven", ENGLISH)
    assert alone and alone <= longer
    assert not _asked_for("Norhaven", ENGLISH)
    # a phrase only with all its words
    assert _asked_for("Norhaven shoots down a jet", ENGLISH) - _asked_for("Norhaven shoots a jet", ENGLISH)


@pytest.mark.parametrize(
    ("words", "text", "nobody"),
    [
        ("the strike that|killed Tarn", "Gunmen shot Orla Lund.", True),
        ("the strike that|killed Tarn", "Gunmen shot Orla Tarn.", False),
        ("the strike that|killed nine", "Gunmen shot Orla Lund.", False),
        ("the strike that|killed nine with Tarn", "Gunmen shot nine workers.", False),
        ("the strike that|killed nine with Tarn", "Gunmen shot two workers.", True),
        ("the strike|killed Tarn", "Gunmen shot Orla Lund.", False),
        ("Tarn strike that|killed Tarn", "Gunmen shot Orla Lund.", False),
    ],
)
def test_a_clause_that_names_nobody_who_is_told(words: str, text: str, nobody: bool) -> None:
    core = words.partition("|")[0]
    reference = _reference(words.replace("|", " "), core=core)
    assert _names_nobody_told(reference, _thing(text=text), ENGLISH) is nobody


@pytest.mark.parametrize(
    ("words", "held", "less"),
    [
        ("Mayor Orla Tarn's call", "tarn", "Tarn's call"),
        ("Mayor Orla Tarn's call", "lund", "Mayor Orla Tarn's call"),
        ("Anna Tarn's call", "tarn", "Tarn's call"),
        ("Norhaven Tarn's call", "tarn", "Norhaven Tarn's call"),
        ("the call", "tarn", "the call"),
    ],
)
def test_a_person_is_named_by_the_surname_where_that_is_known(words: str, held: str, less: str) -> None:
    assert _less_first_names(words, _set(held), ENGLISH) == less


def test_the_event_asked_about_may_be_named_by_what_its_sources_do_not_say() -> None:
    told = ("x", 5, "Schools closed in Norhaven after the attack that killed Orla Tarn.")
    assert links(RAID, told) == []
    assert links(RAID, told, asked="attack on the mill in Norhaven") == [("x", "raid", False)]
