"""Which of the sentences that state an event about as well is read first."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree as made

from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse
from leadup.timeline.event_choice import NEAR, PLAINLY, TELLS, Stating, first_read, is_by_witness
from leadup.timeline.target.match import Match


def tree(text: str) -> Parse:
    return parse(text, [(0, len(text))], language=ENGLISH)[0]


OWN = tree("Gunmen stormed a chapel in Hask on Sunday.")
SEEN = tree("Gunmen stormed a chapel in Hask on Sunday, a shop worker told the station.")


def stating(
    row: int,
    score: float,
    *,
    worth: float = 1.0,
    share: float = 0.9,
    own: tuple[int, ...] = (1,),
    at: int = 0,
    real: bool = True,
    ground: bool = False,
    told: Parse = OWN,
) -> Stating:
    match = Match(0, row, share, frozenset({0, 1}), frozenset(own), real, 1.0, at, ground)
    return Stating(row, score, worth, match, told)


@pytest.mark.parametrize(
    ("best", "other", "row"),
    [
        # what does not name who is asked for, is told by a bystander or in no deed that is asked for gives way
        (stating(1, 1.0, own=()), stating(2, 0.5), 2),
        (stating(1, 1.0, told=SEEN), stating(2, 0.5), 2),
        (Stating(1, 1.0, 0.6, None, OWN), stating(2, 0.5), 2),
        # to what is just near it and tells just enough of it, and of two such to the first
        (stating(1, 1.0, own=()), stating(2, NEAR), 2),
        (stating(1, 1.0, own=()), stating(2, 0.5, worth=PLAINLY), 2),
        (stating(1, 1.0, own=()), stating(2, 0.5, share=TELLS), 2),
        (stating(1, 1.0, own=()), stating(2, 0.5, own=(1, 5)), 2),
        # but only to what is near it, names and tells the event, as done and in the outlet's own words
        (stating(1, 1.0, own=()), stating(2, NEAR - 0.01), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, own=()), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, told=SEEN), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, worth=0.5), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, share=0.6), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, real=False), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, ground=True), 1),
        (stating(1, 1.0, own=()), stating(2, 0.9, at=-1), 1),
        # and the best one stays that has nothing against it
        (stating(1, 1.0), stating(2, 0.99), 1),
        (stating(1, 1.0, worth=0.15), stating(2, 0.99), 1),
    ],
)
def test_what_is_read_first(best: Stating, other: Stating, row: int) -> None:
    first = first_read([best, other], [1], ENGLISH)
    assert first is not None
    assert first.row == row


def test_where_nobody_is_asked_for_none_need_be_named() -> None:
    first = first_read([stating(1, 1.0, own=()), stating(2, 0.9)], [], ENGLISH)
    assert first is not None
    assert first.row == 1
    assert first_read([], [], ENGLISH) is None


@pytest.mark.parametrize(
    ("sentence", "by_witness"),
    [
        ("Gunmen stormed a chapel in Hask on Sunday, a shop worker told the station.", True),
        ("Gunmen stormed a chapel in Hask on Sunday, nearby worker Ilan Varo told the station.", True),
        ("A witness said gunmen stormed a chapel in Hask on Sunday.", True),
        ("Residents recalled that gunmen stormed a chapel in Hask on Sunday.", True),
        ("Gunmen stormed a chapel in Hask on Sunday, police said.", False),
        ("Gunmen stormed a chapel in Hask on Sunday, killing a shop worker.", False),
        ("Gunmen who had told residents to leave stormed a chapel in Hask on Sunday.", False),
        ("Police told residents on Sunday that gunmen had stormed a chapel in Hask.", False),
        ("The mayor said a witness had seen gunmen storm a chapel in Hask.", False),
        ("Workers walked out of the mill in Hask on Sunday.", False),
    ],
)
def test_what_a_bystander_tells(sentence: str, by_witness: bool) -> None:
    assert is_by_witness(tree(sentence), ENGLISH) is by_witness


@pytest.mark.parametrize(
    ("words", "by_witness"),
    [
        (["Recalled VERB root 0 recall", "residents NOUN nsubj 1 resident"], True),
        (["Recalled VERB root 0 recall", "police NOUN nsubj 1"], False),
        (["Residents NOUN nsubj 2 resident", "fled VERB root 0 flee"], False),
        (["Ida PROPN nsubj 2", "said VERB root 0 say", ", PUNCT punct 1", "resident NOUN appos 1"], True),
        ([], False),
    ],
)
def test_a_bystanders_words_wherever_the_verb_stands(words: list[str], by_witness: bool) -> None:
    assert is_by_witness(made(*words), ENGLISH) is by_witness
