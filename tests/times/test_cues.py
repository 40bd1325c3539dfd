"""The tables of words around expressions, each row by the example beside it, which comes out otherwise without the row."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import DEFAULT, kept_rows
from leadup.times import LANGUAGES, direction, tag, told_as
from leadup.times.cues import Row, _row, made_of, rows_of

ROWS = [(language, row) for language in LANGUAGES for row in rows_of(language)]
MODIFIERS = [(language, cells) for language in LANGUAGES for cells in kept_rows("dates_modifiers", language)]
DAY = dt.date(2024, 3, 13)


def _direction(row: Row, language: str) -> str:
    start, end = row.example.index("["), row.example.index("]")
    text = row.example.replace("[", "").replace("]", "")
    return told_as(text, 0, len(text), start, end - 1, language)


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda x: getattr(x, "example", x))
def test_the_example_of_a_cue(language: str, row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _direction(row, language) == row.shown
    without = made_of(tuple(other for other in rows_of(language) if other != row))
    monkeypatch.setattr(direction, "cues", lambda _: without)
    assert _direction(row, language) != row.shown


def test_a_row_of_expressions_names_the_word_before_them() -> None:
    with pytest.raises(ValueError, match="no word before"):
        made_of((_row(("-", "+1 of", "past", "On [Friday] of May.", "past")),))


@pytest.mark.parametrize(("language", "cells"), MODIFIERS, ids=lambda x: x[0] if isinstance(x, tuple) else x)
def test_the_example_of_a_modifier(language: str, cells: tuple[str, ...]) -> None:
    words, mod, inside, _, text, exact = cells
    found = {t.exact: t.mod for t in tag(text, DAY, language=language)}
    assert found.get(exact) == mod
    assert bool(inside) == (words in exact)


def test_a_modifier_is_none_of_a_rule_that_it_is_not_of() -> None:
    assert [(t.exact, t.mod) for t in tag("It rose over the past three weeks.", DAY)] == [("the past three weeks", None)]
    assert DEFAULT in LANGUAGES
