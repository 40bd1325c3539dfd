"""Whole statements: a quotation of several sentences is one."""

from __future__ import annotations

import pytest

from leadup.model import Sentence
from leadup.timeline.statement import LONGEST, balanced, statement_at


def _statement(*parts: tuple[int, int | None, bool], at: int, paragraphs: str = "", text: str = "") -> object:
    """The statement of sentences so long, that begin in a quotation opened there, and run on or do not."""
    sentences: list[Sentence] = []
    start = 0
    for nth, (long, opened, runs_on) in enumerate(parts):
        paragraph = int((paragraphs or "0" * len(parts))[nth])
        sentences.append(Sentence(start, start + long, paragraph, opened=opened, runs_on=runs_on))
        start += long
    return statement_at(text or "x" * start, sentences, at)


PLAIN, OPENS, WITHIN, ENDS = (9, None, False), (9, None, True), (9, 0, True), (9, 0, False)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_quotation_of_several_sentences_is_one_statement(at: int) -> None:
    assert _statement(OPENS, WITHIN, ENDS, PLAIN, at=at) == (0, 27)
    assert _statement(PLAIN, OPENS, WITHIN, ENDS, at=at + 1) == (9, 36)


def test_a_sentence_of_no_longer_quotation_is_one_by_itself() -> None:
    assert _statement(OPENS, ENDS, PLAIN, at=2) == (18, 27)
    assert _statement(PLAIN, OPENS, ENDS, at=0) == (0, 9)
    assert _statement(PLAIN, at=0, text='He said "a') is None
    assert _statement((10, None, False), at=0, text='He "said" ') == (0, 10)


@pytest.mark.parametrize(
    ("parts", "at", "paragraphs"),
    [
        # it opens, or ends, in another paragraph, or nowhere
        ((OPENS, ENDS), 1, "01"),
        ((OPENS, ENDS), 0, "01"),
        ((ENDS, PLAIN), 0, "00"),
        ((PLAIN, OPENS), 1, "00"),
        ((OPENS, WITHIN, ENDS), 2, "011"),
        ((OPENS, WITHIN, ENDS), 0, "001"),
    ],
)
def test_a_quotation_of_two_paragraphs_is_no_statement(
    parts: tuple[tuple[int, int | None, bool], ...], at: int, paragraphs: str
) -> None:
    assert _statement(*parts, at=at, paragraphs=paragraphs) is None


@pytest.mark.parametrize(("long", "is_one"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_statement_that_is_too_long_for_an_entry_is_none(long: int, is_one: bool) -> None:
    assert LONGEST == 420
    for before in (0, 30):
        parts = ((before, None, False), (long - 9, None, True), ENDS)
        assert (_statement(*parts, at=1) == (before, before + long)) is is_one


@pytest.mark.parametrize(
    ("words", "is_balanced"),
    [
        ('"Yes," she said.', True),
        ('"Yes," she said. "No', False),
        ('"', False),
        ("“Yes,” she said.", True),
        ("“Yes, she said.", False),
        ("Yes,” she said.", False),
        ("«Yes», ``no''.", True),
        ("«Yes", False),
        ("``Yes", False),
        ("Yes''", False),
        ("", True),
    ],
)
def test_marks_that_have_their_opposite(words: str, is_balanced: bool) -> None:
    assert balanced(words) is is_balanced


def test_a_statement_has_all_its_marks() -> None:
    text = "“It broke. It fell,” he said."
    opens, ends = Sentence(0, 10, 0, runs_on=True), Sentence(11, len(text), 0, opened=0)
    assert statement_at(text, (opens, ends), 0) == (0, len(text))
    assert statement_at(text.replace("”", ""), (opens, ends), 0) is None
