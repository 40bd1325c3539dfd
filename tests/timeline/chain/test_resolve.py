"""What earlier thing a few words mean."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.resolve import (
    Resolver,
    any_act,
    first_phrase,
    latest_first,
    months_named,
    named_until,
    names_many,
    own_words,
    pointed_at,
)


def day(number: int) -> dt.date:
    return dt.date(2031, 5, number)


@pytest.mark.parametrize(
    ("words", "refers"),
    [
        ("the deadly strikes on the base", True),
        ("Monday's attack", True),
        ("Norland’s raid", True),
        ("an attack on the base", False),
        ("the harbour", False),
        # beyond the first phrase, or in another one
        ("the base after the attack", False),
        ("his rant the night the court gave its ruling", False),
        ("the old and very long and quite well known attack", False),
    ],
)
def test_whether_a_phrase_points_to_a_deed(words: str, refers: bool) -> None:
    assert bool(pointed_at(words)) is refers


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("the deadly strikes on the base", "the deadly strikes on the base"),
        ("the strikes broke into the embassy", "the strikes"),
        ("the raids and the strikes", "the raids"),
        ("the raids and shootings", "the raids and shootings"),
        ("an attack broke the calm", "an attack broke the calm"),
        ("the harbour", "the harbour"),
    ],
)
def test_where_the_phrase_that_refers_ends(words: str, phrase: str) -> None:
    for before in ("", "by then "):
        assert (before + words)[: named_until(before + words)] == before + phrase


def test_a_phrase_up_to_what_says_more_of_it() -> None:
    assert first_phrase("the attack on the base") == "the attack"
    assert first_phrase("on the base") == "on the base"


@pytest.mark.parametrize(
    ("words", "act", "many"),
    [
        ("the move", True, False),
        ("the decision of the council", False, False),
        ("the attacks", False, False),
        ("a raid", False, False),
        ("several attacks", False, True),
        ("the planned attack", False, True),
    ],
)
def test_words_for_any_act_and_for_no_one_deed(words: str, act: bool, many: bool) -> None:
    assert (any_act(words), names_many(words)) == (act, many)


def test_months_that_words_name() -> None:
    assert months_named("December's shooting") == {12}
    assert months_named("the January raid on Orsk") == {1}
    assert months_named("the raid") == frozenset()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("A day after the Dec. 29 attack, rebels stormed the embassy.", "rebels stormed the embassy"),
        ("Rebels stormed the embassy in response to the killing of the envoy.", "Rebels stormed the embassy"),
        ("In response to the killing of the envoy.", "In response to the killing of the envoy"),
        ("Rebels stormed the embassy.", "Rebels stormed the embassy"),
    ],
)
def test_a_sentence_without_what_it_refers_back_to(text: str, own: str) -> None:
    assert own_words(text).strip(" ,.") == own


def _node(name: str, article: str = "other", start: int = 0, at: dt.date | None = None, text: str = "x") -> ChainNode:
    return ChainNode(name, text, article, start, at)


def test_what_may_be_meant_stands_latest_first() -> None:
    by = _node("by", "own", 100, day(10))
    told = [
        _node("early", at=day(3)),
        _node("late", at=day(9)),
        _node("of the day", at=day(10)),
        _node("of the next", at=day(11)),
        _node("before in it", "own", 50, day(10)),
        _node("before in it, of the next", "own", 40, day(11)),
        _node("before in it, of later", "own", 30, day(12)),
        _node("behind in it", "own", 150, day(9)),
        _node("behind in it, of the day", "own", 150, day(10)),
        _node("of no day", at=None),
        _node("before in it, of no day", "own", 10, None),
        _node("behind in it, of no day", "own", 160, None),
        by,
    ]
    assert [one.id for one in latest_first(told, by)] == [
        "before in it, of the next",
        "before in it",
        "of the day",
        "behind in it",
        "late",
        "early",
        "before in it, of no day",
        "of no day",
    ]


ATTACK = _node("attack", "a", 0, day(2), "A rocket attack on a base near Hask killed a Tarnish contractor.")
STRIKE = _node("strike", "b", 0, day(4), "Tarnish airstrikes on the Orlen Brigade killed 25 fighters.")
STORM = _node("storm", "c", 0, day(6), "A mob stormed the Tarnish Embassy in Hask and torched its gate.")
VOTE = _node("vote", "d", 0, day(7), "The parliament of Marn voted to close the harbour to foreign ships.")
TOLD = (ATTACK, STRIKE, STORM, VOTE)
BY = _node("by", "e", 0, day(9), "General Rasp was killed in Hask by a drone of the air force.")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the airstrikes on the Orlen Brigade", "strike"),
        ("the rocket attack on the base near Hask", "attack"),
        ("the May 2 attack", "attack"),
        ("the storming of the embassy", "storm"),
        ("the vote of the parliament to close the harbour", "vote"),
        ("the move", "vote"),
        ("the harvest festival", None),
        ("the May 3 attack", None),
    ],
)
def test_the_earlier_thing_that_words_mean(words: str, meant: str | None) -> None:
    found = Resolver((*TOLD, BY)).antecedent(words, BY, latest_first(TOLD, BY))
    assert (found and found.told.id) == meant


@pytest.mark.parametrize(
    ("words", "meant", "sure"),
    [
        # of another article more than the kind of deed must be the same
        ("the airstrikes on the Orlen Brigade", "strike", True),
        ("Sunday's airstrikes on the Orlen Brigade", "strike", True),
        ("Friday's airstrikes on the Orlen Brigade", "strike", False),
        ("the airstrikes that killed 26 of the Orlen Brigade", "strike", True),
        ("the airstrikes that killed 70 of the Orlen Brigade", "strike", False),
        ("April's airstrikes on the Orlen Brigade", "strike", False),
        ("several airstrikes on the Orlen Brigade", "strike", False),
    ],
)
def test_whether_it_is_surely_meant(words: str, meant: str, sure: bool) -> None:
    found = Resolver((*TOLD, BY)).antecedent(words, BY, latest_first(TOLD, BY))
    assert found is not None
    assert (found.told.id, found.sure) == (meant, sure)


def test_rare_words_say_more() -> None:
    resolver = Resolver((*TOLD, BY))
    assert resolver.rarity("orlen") > resolver.rarity("hask") > 0
    assert resolver.rarity("nowhere") > resolver.rarity("orlen")


def test_names_that_stand_in_both() -> None:
    resolver = Resolver((*TOLD, BY))
    assert resolver.names_in_both(ATTACK, BY) == 1
    assert resolver.names_in_both(STRIKE, BY) == 0
