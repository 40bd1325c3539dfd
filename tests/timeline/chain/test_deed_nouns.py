"""Nouns that may mean a deed told elsewhere, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.chain.deed_nouns import is_known, is_somebodys, refers


@pytest.mark.parametrize(
    ("words", "noun", "is_deed"),
    [
        (["The DET det 2", "raid NOUN root 0"], "raid", True),
        (["the DET det 2", "Raid NOUN root 0"], "Raid", True),
        (["Red ADJ amod 2", "Raid NOUN root 0"], "Raid", True),
        (["Raid NOUN root 0"], "Raid", True),
        # a title, a word of another kind, and a noun for no deed
        (["The DET det 2", "Raid NOUN root 0"], "Raid", False),
        (["The DET det 2", "raid VERB root 0"], "raid", False),
        (["The DET det 2", "mill NOUN root 0"], "mill", False),
    ],
)
def test_which_nouns_may_mean_a_deed(words: list[str], noun: str, is_deed: bool) -> None:
    parsed = tree(*words)
    at = next(k for k, token in enumerate(parsed) if token.word == noun)
    assert refers(parsed, at, ENGLISH) is is_deed


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["the DET det 2", "raid NOUN root 0"], True),
        (["The DET det 2", "raid NOUN root 0"], True),
        (["a DET det 2", "raid NOUN root 0"], False),
        (["raid NOUN root 0"], False),
        (["Lund PROPN nmod:poss 2", "raid NOUN root 0"], True),
        (["Lund PROPN compound 2", "raid NOUN root 0"], False),
        (["Monday PROPN compound 2", "raid NOUN root 0"], True),
    ],
)
def test_which_deed_is_one_that_is_known(words: list[str], known: bool) -> None:
    parsed = tree(*words)
    at = next(k for k, token in enumerate(parsed) if token.word == "raid")
    assert is_known(parsed, at, ENGLISH) is known


OF = ["{} PROPN nmod:poss 3", "'s PART case 1", "{} NOUN root 0", "{} ADP case 5", "{} nmod 3"]


@pytest.mark.parametrize(
    ("owner", "noun", "preposition", "behind", "somebodys"),
    [
        ("Tarn", "decision", "on", "Hask PROPN", True),
        ("Tarn", "campaign", "on", "Hask PROPN", False),
        # an undertaking of a person's, but an act against a name of who is none
        ("Anna", "campaign", "against", "Hask PROPN", False),
        ("Norland", "campaign", "against", "Hask PROPN", True),
        ("Norland", "campaign", "against", "hunger NOUN", False),
        ("Norland", "campaign", "near", "Hask PROPN", False),
    ],
)
def test_an_act_that_is_somebodys(owner: str, noun: str, preposition: str, behind: str, somebodys: bool) -> None:
    cells = [OF[0].format(owner), OF[1], OF[2].format(noun), OF[3].format(preposition), OF[4].format(behind)]
    assert is_somebodys(tree(*cells), 2, ENGLISH) is somebodys
    # by a pronoun, or nobody, it is none's
    assert not is_somebodys(tree("his PRON nmod:poss 2", f"{noun} NOUN root 0"), 1, ENGLISH)


def test_an_act_of_two_names_is_of_a_person() -> None:
    cells = ["Quorl PROPN nmod:poss 4", "Vask PROPN nmod:poss 4", "'s PART case 2", "campaign NOUN root 0"]
    against = ["against ADP case 6", "Hask PROPN nmod 4"]
    assert not is_somebodys(tree(*cells, *against), 3, ENGLISH)
