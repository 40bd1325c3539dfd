"""The tables of words around expressions, each row by its example, which comes out otherwise without the row."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest

from leadup.lang import kept_rows
from leadup.times import LANGUAGES, direction, tag, tokens, told_as
from leadup.times.context import context
from leadup.times.cues import Condition, Row, _row, made_of, rows_of

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


@pytest.mark.parametrize(
    ("word", "holds"),
    [("red", False), ("need", False), ("ended", True), ("marched", True), ("pasts", False), ("ran", True)],
)
def test_the_ending_of_a_past_is_one_of_a_longer_word(word: str, holds: bool) -> None:
    text = tokens.Tokens(f"They {word} Friday")
    for wanted in (True, False):
        condition = Condition(-1, frozenset(("ran",)), ("ed",), wanted)
        assert condition.holds(text, 2, 3) is (holds is wanted)


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
    found = tag("It fell over the past three weeks.", DAY)
    assert [(t.exact, t.mod) for t in found] == [("the past three weeks", None)]


CONTEXTS = [(language, row) for language in LANGUAGES for row in kept_rows("dates_context_examples", language)]


@pytest.mark.parametrize(("language", "row"), CONTEXTS, ids=lambda x: x[0] if isinstance(x, tuple) else x)
def test_the_example_of_a_list(language: str, row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    name, text, exact, value = row
    lists = context(language)

    def read() -> set[tuple[object, ...]]:
        return {(t.exact, t.value, t.type, t.span) for t in tag(text, DAY, language=language)}

    found = read()
    values = {said: worth for said, worth, *_ in found}
    assert values.get(exact, "-") == value
    empty = replace(lists, **{name: type(getattr(lists, name))()})
    monkeypatch.setattr(tokens, "context", lambda _: empty)
    assert read() != found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_an_example(language: str) -> None:
    lists = context(language)
    filled = {field.name for field in fields(lists) if getattr(lists, field.name)}
    assert filled == {name for name, *_ in kept_rows("dates_context_examples", language)}
