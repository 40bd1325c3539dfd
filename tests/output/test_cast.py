"""Who is listed as someone who acts."""

from __future__ import annotations

import pytest

from leadup.model import Actor


@pytest.mark.parametrize(
    ("actor", "acts"),
    [
        (Actor("Anna Tolm", "anna tolm", "person"), True),
        (Actor("the rebels", "rebels", "armed group"), True),
        (Actor("Republicans", "republicans"), True),
        (Actor("thumbs", "thumbs"), False),
        (Actor("Tolm's remarks", "remarks"), False),
        (Actor("Hask", "hask", country="US"), False),
        (Actor("they", "they", "person"), False),
    ],
)
def test_who_is_known_to_act(actor: Actor, acts: bool) -> None:
    assert actor.is_known_to_act is acts
