"""Whose deed the places of a day tell, together: how many of one kind outweigh those of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.pool import Pool
from leadup.timeline.target import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.parts import DeedMatch
from leadup.timeline.target.votes import Day
from leadup.timeline.target.whose import (
    is_of_day,
    is_otherwise,
    is_won_by_another,
    leaves_whose_open,
    place_told_otherwise,
    places_of_day,
    tells_itself,
    tells_of,
)

AS_ASKED, ANOTHERS, REVERSED, NOT_DONE, CONTRARY, OPEN = DeedMatch

LETTERS = {
    "s": AS_ASKED,
    "o": ANOTHERS,
    "r": REVERSED,
    "u": NOT_DONE,
    "c": CONTRARY,
    "?": OPEN,
}
"""A letter for what a place tells."""


def _match(sentence: int = 0, **more: object) -> Match:
    return replace(Match(0, sentence, 1.0, frozenset((0, 1, 2)), frozenset((0, 1, 2)), True, 1.0), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "otherwise"),
    [
        ("", False),
        ("s", False),
        # the contrary, told at least twice as often
        ("c", True),
        ("cs", False),
        ("ccs", True),
        ("cccss", False),
        ("ccccss", True),
        ("c????", True),
        # with the parts reversed, where nothing else is told of it, or told twice and twice as often
        ("r", True),
        ("rs", False),
        ("r?", False),
        ("rr?", True),
        ("rrs", True),
        ("rrrss", False),
        ("rrrrss", True),
        ("roooo", True),
        # another's, where it itself is told, ten times as often and as often as that is open
        ("s" + "o" * 9, False),
        ("s" + "o" * 10, True),
        ("s" + "o" * 10 + "?" * 10, True),
        ("s" + "o" * 10 + "?" * 11, False),
        ("ss" + "o" * 19, False),
        ("ss" + "o" * 20, True),
        # and where it is not, a third as often as that is open
        ("o", True),
        ("o??", True),
        ("o???", False),
        ("oo?????", True),
        ("oo??????", False),
        # not done
        ("u", True),
        ("u?", False),
        ("?", False),
    ],
)
def test_whether_places_tell_of_another_deed(told: str, otherwise: bool) -> None:
    counted = {LETTERS[each]: told.count(each) for each in told}
    assert is_otherwise(counted) is otherwise


@pytest.mark.parametrize(
    ("question", "told", "open_"),
    [
        ("the killing of Lund", "??", True),
        ("the killing of Lund", "????oru", True),
        ("Lund's arrest", "??", True),
        ("the resignation of Lund", "??", True),
        # one place alone, or more that tell it as not done; one that tells whose it is
        ("the killing of Lund", "?", False),
        ("the killing of Lund", "", False),
        ("the killing of Lund", "??u", True),
        ("the killing of Lund", "??uu", False),
        ("the killing of Lund", "????s", False),
        # asked for by a verb, or of nobody
        ("Lund killed", "??", False),
        ("Lund resigns", "??", False),
        ("the killing in Orsk", "??", False),
    ],
)
def test_whether_places_leave_open_whose_it_is(question: str, told: str, open_: bool) -> None:
    places = [(LETTERS[each], _match()) for each in told]
    assert leaves_whose_open(read_question(question, ENGLISH), places) is open_


@pytest.mark.parametrize(
    ("told", "otherwise"), [("soo", False), ("sooo", True), ("ssooooo", False), ("ssoooooo", True)]
)
def test_where_only_headlines_tell_it_thrice_is_enough(told: str, otherwise: bool) -> None:
    counted = {LETTERS[each]: told.count(each) for each in told}
    assert is_otherwise(counted, by_headlines=True) is otherwise
    asked = read_question("Lund resigns", ENGLISH)
    for sentence in (-1, 0):
        places = [(LETTERS[each], _match(sentence)) for each in told]
        assert bool(place_told_otherwise(asked, places)) is (otherwise and sentence < 0)


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ("oc", "c"),
        ("or", "r"),
        ("uo", "o"),
        ("cr", "c"),
        ("ro", "r"),
        ("?o", "o"),
        ("u", "u"),
        ("so", None),
        ("?", None),
    ],
)
def test_what_tells_best_that_it_is_another_deed(told: str, best: str | None) -> None:
    found = place_told_otherwise(read_question("Lund resigns", ENGLISH), [(LETTERS[t], _match()) for t in told])
    assert (found and found[0]) == (best and LETTERS[best])


def test_what_does_not_say_to_whom_leaves_the_deed_open() -> None:
    asked = read_question("Lund beats Tolm", ENGLISH)
    assert asked.done_to >= 0
    whole, part = _match(), _match(held=frozenset((0, 1, 2)) - {asked.done_to})
    assert place_told_otherwise(asked, [(AS_ASKED, whole), (ANOTHERS, whole)]) is None
    assert place_told_otherwise(asked, [(AS_ASKED, part), (ANOTHERS, whole)]) is not None
    assert place_told_otherwise(asked, [(AS_ASKED, part), *[(OPEN, whole)] * 2, (ANOTHERS, whole)]) is None


def test_what_is_told_of_them_and_as_not_done() -> None:
    asked = read_question("Lund resigns", ENGLISH)
    denied = _match(actors=(3,), real=False)
    assert place_told_otherwise(asked, [(OPEN, denied), (ANOTHERS, denied)]) is not None
    assert place_told_otherwise(asked, [(OPEN, denied)] * 2) is None
    assert place_told_otherwise(asked, [(NOT_DONE, denied), (OPEN, _match())]) is None
    assert place_told_otherwise(asked, [*[(NOT_DONE, denied)] * 2, (OPEN, _match())]) is not None
    assert place_told_otherwise(asked, [*[(NOT_DONE, denied)] * 2, (AS_ASKED, _match())]) is None
    assert place_told_otherwise(asked, [*[(NOT_DONE, _match(real=False))] * 2, (OPEN, _match())]) is None


@pytest.mark.parametrize(("told", "itself"), [("s", True), ("sc", False), ("ssc", True), ("", False), ("so", True)])
def test_whether_more_tell_it_than_its_contrary(told: str, itself: bool) -> None:
    assert tells_itself([(LETTERS[each], _match()) for each in told]) is itself


WON = _match(players=(4,))


@pytest.mark.parametrize(
    ("told", "another"),
    [
        ([], False),
        ([(AS_ASKED, WON)], False),
        ([(ANOTHERS, WON)], True),
        ([(OPEN, WON)], True),
        ([(AS_ASKED, WON), (ANOTHERS, WON)], False),
        ([(AS_ASKED, WON), (ANOTHERS, WON), (REVERSED, WON)], True),
        ([(AS_ASKED, WON), (CONTRARY, WON), (ANOTHERS, WON)], True),
        ([(AS_ASKED, WON), (OPEN, WON), (ANOTHERS, WON)], False),
        # what names the event as a ground, tells too little of it, feared, or without who is asked for
        ([(AS_ASKED, replace(WON, ground=True))], True),
        (
            [(AS_ASKED, WON), (ANOTHERS, WON), (ANOTHERS, replace(WON, ground=True))],
            False,
        ),
        ([(ANOTHERS, replace(WON, share=0.75))], True),
        ([(ANOTHERS, replace(WON, share=0.74))], False),
        ([(ANOTHERS, replace(WON, real=False))], False),
        ([(ANOTHERS, replace(WON, players=()))], False),
        # who won, but not there
        ([(AS_ASKED, replace(WON, own=frozenset())), (ANOTHERS, WON)], True),
    ],
)
def test_whether_another_won(told: list[tuple[DeedMatch, Match]], another: bool) -> None:
    assert is_won_by_another(read_question("Lund wins Orsk", ENGLISH), told) is another
    assert not is_won_by_another(read_question("Lund resigns", ENGLISH), told)


DATED = "Lund resigned on May 5."
UNDATED = "Lund quit. Tolm resigned. Varo resigned."


@pytest.mark.parametrize(
    ("printed", "place", "day", "of_day"),
    [
        # a headline of the day or the three after it, a sentence that names it, an undated lead of these
        ("2021-05-05", -1, 5, True),
        ("2021-05-08", -1, 5, True),
        ("2021-05-09", -1, 5, False),
        ("2021-05-04", -1, 5, False),
        ("2021-05-09", 0, 5, True),
        ("2021-05-09", 0, 6, False),
        ("2021-05-08", 1, 5, True),
        ("2021-05-08", 2, 8, True),
        ("2021-05-09", 1, 5, False),
        ("2021-05-04", 2, 5, False),
    ],
)
def test_which_places_are_of_a_day(printed: str, place: int, day: int, of_day: bool) -> None:
    of = pool(((printed, "A", UNDATED if place > 0 else DATED),))
    start = of.articles[0].published
    assert start is not None
    assert is_of_day(_match(place), start.replace(day=day).toordinal(), of) is of_day


def _read(text: str) -> tuple[list[Match], Pool]:
    of = pool((("2021-05-05", "A", text),))
    at = {name: text.index(name) for name in ("Lund", "resigned") if name in text}
    return [_match(at=at.get("resigned", -1), players=(at["Lund"],) if "Lund" in at else ())], of


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Lund resigned.", True),
        ("Tolm resigned, and Lund wept.", None),
        # right behind the name, it may be theirs
        ("Lund was so shocked, Tolm resigned.", None),
    ],
)
def test_whether_places_tell_it_of_who_is_asked_for(text: str, tells: bool | None) -> None:
    matches, of = _read(text)
    assert tells_of(read_question("Lund resigns", ENGLISH), matches, of) is tells


def test_a_question_that_leaves_it_open_whose_it_is() -> None:
    matches, of = _read("Lund resigned.")
    asked = read_question("the speech of Lund", ENGLISH)
    assert tells_of(asked, matches, of) is False
    assert tells_of(asked, [], of) is None
    assert places_of_day(asked, matches, 1, Day(naming={0}), of) == []


def test_the_places_that_are_looked_at() -> None:
    matches, of = _read("Lund resigned.")
    asked = read_question("Lund resigns", ENGLISH)
    published = of.articles[0].published
    assert published is not None
    day = published.toordinal()
    some = [replace(matches[0], share=n / 100) for n in range(45)]
    for held in (Day(naming={0}), Day(reporting={0})):
        places = places_of_day(asked, some, day, held, of)
        assert [match.share for _, match in places] == [n / 100 for n in range(44, 4, -1)]
        assert {told for told, _ in places} == {AS_ASKED}
    assert places_of_day(asked, some, day, Day(naming={1}), of) == []
    assert places_of_day(asked, some, day + 1, Day(naming={0}), of) == []
