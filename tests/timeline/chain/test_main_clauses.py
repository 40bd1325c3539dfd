"""Asides between dashes: they hide nothing, and are not told."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.chain.referring import links

from leadup.lang import ENGLISH
from leadup.timeline.chain.main_clauses import told_by_noun, turned_on


def test_what_stands_between_dashes_hides_nothing_and_is_not_told() -> None:
    who = "dressed in black and wearing what seemed to be a vest, just like those who stormed the mill offices"
    told = ("shot", 3, f"Earlier Monday, a gunman -- {who} -- shot and killed a guard in the Norhaven suburb of Hask.")
    assert links(told, ("x", 5, "Lund of Norhaven condemned the shooting.")) == [("x", "shot", False)]
    assert links(told, ("x", 5, "Lund of Norhaven condemned the storming of the mill.")) == []


def test_an_en_dash_in_a_compound_opens_no_aside() -> None:
    told = "The Norhaven–Hask truce collapsed after shelling on the Sundholm–Lom road."
    told_of = ("truce", 3, told)
    assert links(told_of, ("x", 5, "Lund of Norhaven condemned the shelling of the road.")) == []
    assert ("x", "truce", False) in links(told_of, ("x", 5, "Lund of Norhaven regretted the collapse of the truce."))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        # a noun for a deed that the main verb is said of, or that stands for it, as the first word too
        ("The attack on the mill drew cheers.", "attack"),
        ("Attack on Norhaven", "attack"),
        ("The mill drew an attack.", ""),
        ("The mill drew cheers.", ""),
        ("", ""),
    ],
)
def test_the_noun_that_a_sentence_turns_on(text: str, stem: str) -> None:
    kinds, terms = turned_on(text, ENGLISH)
    assert (stem in terms, bool(kinds)) == (bool(stem), bool(stem))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Attack on Norhaven on May 3", True),
        ("The attack on Norhaven on May 3 shocked the town.", True),
        ("The attack on Norhaven on May 4 shocked the town.", False),
        ("The attack on Norhaven shocked the town.", False),
        ("", False),
    ],
)
def test_a_noun_that_is_placed_on_a_day(text: str, told: bool) -> None:
    kinds, terms = told_by_noun(text, dt.date(2021, 5, 3), ENGLISH)
    assert (bool(kinds), "attack" in terms) == (told, told)
