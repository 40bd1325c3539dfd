"""The lexicon's files hold together, and are as broad as they should be."""

from __future__ import annotations

from typing import get_args

import pytest

from leadup.lang import ENGLISH
from leadup.model import Category
from leadup.reading.actions.coding import QUADS
from leadup.reading.actions.forms import forms
from leadup.reading.actions.lexicon import lexicon, word_list


def test_it_is_broad() -> None:
    assert len(lexicon(ENGLISH)) >= 4_000


@pytest.mark.parametrize("category", [c for c in get_args(Category) if c != "NONE"])
def test_every_category_has_many_verbs_and_phrases(category: str) -> None:
    found = [f for frames in lexicon(ENGLISH).frames.values() for f in frames if f.category == category]
    assert len(found) >= 80


def test_every_category_has_a_quadrant() -> None:
    assert set(QUADS) == set(get_args(Category))


def test_the_heaviest_frame_comes_first() -> None:
    for frames in lexicon(ENGLISH).frames.values():
        weights = [f.weight for f in frames]
        assert weights == sorted(weights, reverse=True)


def test_classes_name_categories() -> None:
    known = {*get_args(Category), None}
    for found in lexicon(ENGLISH).classes.values():
        assert {found.do, found.undo, found.asked} <= known


def test_a_list_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        word_list("no such list", ENGLISH)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("attacked", "attack"),
        ("criticised", "criticize"),
        ("withdrew", "withdraw"),
        ("ceasefires", "ceasefire"),
        ("denies", "deny"),
        ("agreeing", "agree"),
        ("imposes", "impose"),
        ("banned", "ban"),
        ("struck", "strike"),
        ("defence", "defense"),
        ("mobilisation", "mobilization"),
    ],
)
def test_forms(word: str, lemma: str) -> None:
    assert lemma in forms(word, ENGLISH)


def test_an_unknown_word_has_no_forms() -> None:
    assert forms("xylophone", ENGLISH) == ()
