"""Which corrections stand, and in whose answers they count; what they change is tested with the desk."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from leadup.model import Correction, Question, Span
from leadup.timeline.correcting import counts_in, same, standing

PLACE = Span("a", 0, 3, "dam")


def _made(kind: str, minute: int, *, undoes: Correction | None = None, asked: str = "") -> Correction:
    at = dt.datetime(2021, 5, 4, 10, minute, tzinfo=dt.UTC)
    return Correction(kind, PLACE, "Ada", at, asked=asked, undoes=undoes.id if undoes else "")  # type: ignore[arg-type]


HIDE, NOTE, PIN = (_made(kind, minute) for minute, kind in enumerate(("hide", "note", "pin")))
UNDO = _made("undo", 10, undoes=HIDE)
REDO = _made("undo", 11, undoes=UNDO)
AGAIN = _made("undo", 12, undoes=REDO)


@pytest.mark.parametrize(
    ("made", "left"),
    [
        ((HIDE, NOTE, PIN), {HIDE, NOTE, PIN}),
        ((HIDE, NOTE, UNDO), {NOTE}),
        ((HIDE, NOTE, UNDO, REDO), {HIDE, NOTE}),
        ((HIDE, NOTE, UNDO, REDO, AGAIN), {NOTE}),
        ((NOTE, UNDO), {NOTE}),
        ((HIDE, HIDE, NOTE), {HIDE, NOTE}),
        ((), set()),
    ],
)
def test_what_no_undo_takes_back_stands(made: tuple[Correction, ...], left: set[Correction]) -> None:
    for order in itertools.permutations(made):
        assert set(standing(order)) == left
        assert standing(order) == standing(made)
        assert len(standing(order)) == len(left)


def test_of_one_kind_the_first_made_comes_first() -> None:
    one, two = _made("note", 1), _made("note", 5)
    assert standing((two, one)) == (one, two)


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ("", True),
        ("the burst of the dam", True),
        ("the  burst of\nthe dam", True),
        ("a fire", False),
        ("the fire", False),
    ],
)
def test_a_correction_counts_where_it_was_made_for_all_or_for_this_question(asked: str, counts: bool) -> None:
    assert counts_in(_made("hide", 1, asked=asked), Question("the burst of the dam")) is counts


def test_a_place_is_the_same_where_it_is_of_one_article() -> None:
    assert same(PLACE, Span("a", 0, 3, "dam"))
    assert not any(
        same(PLACE, other) for other in (Span("b", 0, 3, "dam"), Span("a", 1, 4, "dam"), Span("a", 0, 4, "dams"))
    )
