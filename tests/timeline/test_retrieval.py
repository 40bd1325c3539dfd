"""Which articles belong to a story: the limits of each measure, on articles that are numbers or a few words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.story.own import QuestionTerms
from leadup.timeline.story.profile import stem_counts
from leadup.timeline.story.retrieval import (
    _headlining,
    _is_named_throughout,
    _is_subject,
    _membership,
    _parts,
    _widening,
)


class Hit(NamedTuple):
    """An article that was found, and how much it holds."""

    row: int
    score: float


class Titles:
    """An archive by the titles of its articles."""

    def __init__(self, *titles: str) -> None:
        self.titles = titles

    def texts(self, rows: Sequence[int]) -> list[tuple[str, str]]:
        return [(self.titles[row], "Rain fell.") for row in rows]


def _counted(held: Mapping[str, int]) -> Any:
    def counted(words: Iterable[str], _most: int) -> Mapping[str, int]:
        return {word: held.get(word, 0) for word in words}

    return counted


def test_how_much_of_what_a_whole_one_holds_an_article_does() -> None:
    assert _parts([Hit(3, 2.0), Hit(5, 4.0), Hit(7, 9.0)], 4.0) == {3: 0.5, 5: 1.0, 7: 1.0}
    assert _parts([Hit(3, 2.0)], 0.0) == {}


def test_an_article_belongs_by_the_story_and_by_the_events_own_words() -> None:
    kin = {0: 1.0, 1: 0.25}
    assert _membership(Hit(0, 4.0), 4.0, kin) == 1
    assert _membership(Hit(0, 9.0), 4.0, kin) == 1
    assert _membership(Hit(0, 1.0), 4.0, kin) == 0.5
    assert _membership(Hit(1, 4.0), 4.0, kin) == 0.5
    assert _membership(Hit(1, 2.0), 4.0, kin) == pytest.approx(math.sqrt(0.125))
    assert _membership(Hit(2, 4.0), 4.0, kin) == 0


@pytest.mark.parametrize(
    ("share", "belongs"), [(0.3, True), (0.29, False), (0.4, True), (0.49, True), (0.5, False), (0.9, False)]
)
def test_a_headline_makes_up_for_what_an_article_lacks(share: float, belongs: bool) -> None:
    source: Any = Titles("It rained", "Brenn leaves", "Brenns of Hask")
    found = list(_headlining(source, {"brenn"}, {0: share, 1: share, 2: share}, ENGLISH))
    assert found == ([1, 2] if belongs else [])
    assert list(_headlining(source, set(), {1: share}, ENGLISH)) == []


def test_what_a_story_widens_by_is_half_of_the_story_or_one_of_the_best_twelve() -> None:
    def rows(scores: Iterable[float]) -> list[int]:
        return [hit.row for hit in _widening([Hit(n, score) for n, score in enumerate(scores)], 10.0)]

    assert rows([5.0] * 12 + [4.0]) == [*range(12)]
    assert rows([5.0] * 11 + [4.0, 4.0]) == [*range(12)]
    assert rows([5.0] * 11 + [3.9]) == [*range(11)]
    assert rows([5.0] * 41) == [*range(40)]
    # of equal ones those that came first
    assert rows([4.0, 6.0, 4.0, 6.0]) == [1, 3, 0, 2]


def _told(*texts: str) -> Any:
    return lambda rows: [stem_counts(texts[row], ENGLISH) for row in rows]


@pytest.mark.parametrize(
    ("held", "size", "subject"), [(75, 100, True), (76, 100, True), (74, 100, False), (100, 100, True), (3, 4, True)]
)
def test_an_archive_is_of_one_story_where_three_quarters_hold_a_name_of_it(held: int, size: int, subject: bool) -> None:
    weighted = {0: 1.0, 1: 1.0}
    # A common word of all its articles makes none, nor a name that fewer than half of the story's hold.
    words_of = _told("tarrow gates", "tarrow gates")
    assert _is_subject(weighted, words_of, _counted({"tarrow": held, "gates": 100}), size, ENGLISH) is subject


@pytest.mark.parametrize(
    ("texts", "subject"),
    [
        (("tarrow", "tarrow", "gates", "gates"), True),
        (("tarrow", "gates", "gates", "gates"), False),
        (("tarrow", "tarrow", "tarrow", "gates"), True),
        (("gates", "gates", "gates", "gates"), False),
    ],
)
def test_half_of_the_story_holds_the_name_that_it_is_of(texts: tuple[str, ...], subject: bool) -> None:
    weighted = dict.fromkeys(range(len(texts)), 1.0)
    counted = _counted({"tarrow": 100, "gates": 100})
    assert _is_subject(weighted, _told(*texts), counted, 100, ENGLISH) is subject


@pytest.mark.parametrize(
    ("held", "size", "throughout"),
    [
        ({"kettle": 36, "falls": 36}, 48, True),
        ({"kettle": 35, "falls": 48}, 48, False),
        ({"kettle": 48, "falls": 35}, 48, False),
        ({"kettle": 40, "falls": 40}, 48, True),
        # another name does as well
        ({"kettle": 3, "falls": 3, "hask": 36}, 48, True),
        # of an archive of a hundred articles words that are common tell nothing
        ({"kettle": 99, "falls": 99}, 99, True),
        ({"kettle": 100, "falls": 100}, 100, False),
        ({"kettle": 101, "falls": 101}, 101, False),
    ],
)
def test_a_name_of_common_words_makes_a_small_archive_one_story(
    held: dict[str, int], size: int, throughout: bool
) -> None:
    asked = QuestionTerms({}, frozenset(), whole_names=(("kettle", "falls"), ("hask",)), language=ENGLISH)
    assert _is_named_throughout(asked, _counted(held), size) is throughout
