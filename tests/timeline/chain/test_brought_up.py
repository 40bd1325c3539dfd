"""What a sentence only brings up, and what it says of where a thing came from."""

from __future__ import annotations

import pytest
from tests.timeline.chain.referring import AMBUSH, DAY, RAID, links

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.referred import referred
from leadup.timeline.chain.resolve import Resolver


def test_what_a_deed_led_to_is_not_what_it_is_about() -> None:
    shot = ("shot", 3, "A gunman shot two guards in Norhaven on Monday and killed them.")
    assert links(shot, ("x", 5, "A raid in Norhaven led to the killing of two guards.")) == []
    assert links(shot, ("x", 5, "A meeting in Norhaven turned to the killing of two guards.")) == [("x", "shot", True)]


def test_how_talks_went_on_tells_of_no_other() -> None:
    met = ("met", 3, "Envoys of Norhaven and Sundholm met in Hask on Monday.")
    asked = "envoys meet in Hask"
    assert links(met, ("x", 5, "The talks kicked off Wednesday in Norhaven."), asked=asked) == []
    assert links(met, ("x", 5, "The talks warned Norhaven of a raid."), asked=asked) == []
    assert links(met, ("x", 5, "The talks angered Orla Tarn of Norhaven."), asked=asked) == [("x", "met", True)]


@pytest.mark.parametrize(
    ("of", "means"),
    [
        ("nine guards in Norhaven", True),
        # whose killing the sentence only brings up, and of a place that both name
        ("Ivo Lund", False),
        ("Ivo Lund and Pia Moll of Norhaven", False),
    ],
)
def test_whom_a_sentence_only_brings_up_it_does_not_tell_of(of: str, means: bool) -> None:
    text = f"Thousands marched in Hask to protest the killing of {of}."
    assert (links(AMBUSH, ("x", 5, text)) == [("x", "ambush", True)]) is means
    assert means or links(AMBUSH, ("x", 5, text)) == []


def test_what_sparked_something_on_its_day_is_told_with_it() -> None:
    letter = ("letter", 3, "A group of 47 senators from Norland has written to Lund.")
    text = "A letter from Norland senators to Lund sparked a furious answer from Sundholm on Monday."
    assert links(letter, ("x", 3, text), asked="Norland senators write to Lund") == [("x", "letter", True)]


@pytest.mark.parametrize(
    ("text", "caused"),
    [
        ("The attack in Norhaven sparked protests on Wednesday.", True),
        ("Monday’s attack in Norhaven has prompted calls for a truce.", True),
        # one that is not known, that may come, and what it did not lead to
        ("An attack in Norhaven could spark a war, Orla Tarn said on Wednesday.", False),
        ("An attack in Norhaven sparked a war, Orla Tarn said on Wednesday.", False),
        ("Another attack in Norhaven would spark a war.", False),
        ("The attack in Norhaven may spark a war, Orla Tarn said on Wednesday.", False),
        ("The attack in Norhaven did not spark protests on Wednesday.", False),
        ("The attack in Norhaven never sparked protests.", False),
    ],
)
def test_what_led_to_something(text: str, caused: bool) -> None:
    nodes = [ChainNode(id, told, f"article-{id}", 0, DAY.replace(day=day)) for id, day, told in (RAID, ("x", 5, text))]
    kinds = [one.kind for _, one in referred(nodes, {}, Resolver(nodes, ENGLISH)) if one.shown]
    assert ("caused by" in kinds) is caused
