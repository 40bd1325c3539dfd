"""Where an event is asked for: which name is its place, and whether an article names it further down."""

from __future__ import annotations

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.scene import scene_below, scene_of


def _scene(question: str) -> set[str]:
    asked = read_question(question, ENGLISH)
    return {asked.slots[i].asked for i in scene_of(asked)}


@pytest.mark.parametrize(
    ("question", "scene"),
    [
        ("Norland police storm a school in Orsk", {"Orsk"}),
        ("Norland police storm a school near Orsk", {"Orsk"}),
        ("Lund shot in Orsk", {"Orsk"}),
        # of a name of several words its weightiest
        ("Lund shot in Port Sorrel", {"Sorrel"}),
        # it stands behind the deed, and somebody named before that
        ("in Orsk Lund shot", set()),
        ("shooting in Orsk", set()),
        ("police storm a school in Orsk", set()),
        ("Lund shot by Tolm", set()),
        ("Lund shot for Orsk", set()),
        ("Lund shot in orsk", set()),
        # two places
        ("Lund shot in Orsk near Hask", {"Orsk", "Hask"}),
        # nothing done
        ("Lund in Orsk", set()),
    ],
)
def test_the_place_that_an_event_is_asked_for_in(question: str, scene: set[str]) -> None:
    assert _scene(question) == scene


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Rain fell on Orsk.", 0.6),
        ("Rain fell. " * 9 + "Rain fell on Orsk.", 0.6),
        ("Rain fell. " * 10 + "Rain fell on Orsk.", None),
        ("Rain fell on Zorsk.", None),
        ("Rain fell.", None),
    ],
)
def test_what_the_place_counts_further_down(text: str, below: float | None) -> None:
    article = pool((("2021-05-04", "A", text),)).articles[0]
    assert scene_below({7: ("orsk",)}, article) == ({} if below is None else {7: below})
    assert scene_below({}, article) == {}
