"""Whole statements: a quotation of several sentences is one."""

from __future__ import annotations

import pytest

from leadup.intake.compose import article_from_text
from leadup.model import Sentence
from leadup.reading.light import read_light
from leadup.timeline.statement import LONGEST, balanced, statement_at


def _statement(*parts: tuple[int, int | None, bool], at: int, paragraphs: str = "", text: str = "") -> object:
    """The statement of sentences so long, that begin in a quotation opened there, and run on or do not."""
    sentences: list[Sentence] = []
    start = 0
    for nth, (long, opened, runs_on) in enumerate(parts):
        paragraph = int((paragraphs or "0" * len(parts))[nth])
        sentences.append(Sentence(start, start + long, paragraph, opened=opened, runs_on=runs_on))
        start += long
    return statement_at(text or "x" * start, sentences, at, "en")


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
    assert statement_at(text, (opens, ends), 0, "en") == (0, len(text))
    assert statement_at(text.replace("”", ""), (opens, ends), 0, "en") is None


def _of(text: str, at: int) -> str | None:
    """The statement of a text's sentence, in words."""
    sentences = read_light(article_from_text(text, source="test")).sentences
    whole = statement_at(text, sentences, at, "en")
    return None if whole is None else text[whole[0] : whole[1]]


@pytest.mark.parametrize(
    "told",
    [
        "'Over the pier!' Lund replied to Capt. Edda Varo on Monday.",
        '"Who pays for it?" Ms. Lund asked.',
        "“We sail today!” Jo Marr shouted, leaving the hall.",
        "“Are we safe?” The mayor told reporters in Orsk on Monday.",
        "“What a day …” Mr. Tolm said before the vote.",
        "“Shame on you!” Lund tweeted Monday.",
    ],
)
def test_a_cry_or_question_and_who_spoke_it_are_one_statement(told: str) -> None:
    text = f"The crowd went home. {told} The hall closed at noon."
    assert _of(text, 1) == _of(text, 2) == told
    assert _of(text, 0) == "The crowd went home." and _of(text, 3) == "The hall closed at noon."


def test_a_quotation_of_several_sentences_goes_on_to_who_spoke_it() -> None:
    told = "“Are you mad? Who pays?” Ms. Lund asked on Monday."
    assert [_of(f"It rained. {told}", at) for at in (1, 2, 3)] == [told] * 3


@pytest.mark.parametrize(
    ("said", "behind"),
    [
        # what the sentence behind it tells is another thing, or words of its own
        ("“Who pays for it?”", "Lund said the harbour would close."),
        ("“Who pays for it?”", "Lund replied that nobody would."),
        ("“Who pays for it?”", "Lund asked for money on Monday."),
        ("“Who pays for it?”", "Lund said on Monday she would go."),
        ("“Who pays for it?”", "On Monday Lund told reporters in Orsk that the pier was closed."),
        ("“Who pays for it?”", "Lund left for Orsk on Monday."),
        # and what stands before it is no cry and no question, or nobody's words
        ("“We sail today.”", "Lund told reporters on Monday."),
        ("The crowd cried “Shame!”", "Lund replied on Monday."),
        ("Who pays for it?", "Lund replied on Monday."),
    ],
)
def test_what_does_not_say_whose_words_stand_before_it_is_one_by_itself(said: str, behind: str) -> None:
    assert (_of(f"{said} {behind}", 0), _of(f"{said} {behind}", 1)) == (said, behind)


def test_who_spoke_in_another_paragraph_is_not_joined() -> None:
    said, behind = "“Who pays for it all?”", "Lund asked on Monday in Orsk."
    apart = f"A harbour for Orsk\n\nThe crowd in the hall went home before noon. {said}\n\n{behind}"
    assert (_of(apart, 1), _of(apart, 2)) == (said, behind)
    assert _of(apart.replace("\n\nLund", " Lund"), 2) == f"{said} {behind}"


@pytest.mark.parametrize(("long", "is_joined"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_cry_that_would_be_too_long_with_its_speaker_stays_as_it_is(long: int, is_joined: bool) -> None:
    speaker = " Lund asked on Monday."
    said = f"“{'a' * (long - len(speaker) - 3)}?”"
    assert _of(said + speaker, 0) == (said + speaker if is_joined else said)
    assert _of(said + speaker, 1) == (said + speaker if is_joined else None)
