"""Who is listed as someone who acts."""

from __future__ import annotations

import pytest

from leadup.model import Actor
from leadup.output.cast import same_actors
from leadup.reading.names.keys import name_key, plain_key


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


def _person(name: str) -> Actor:
    return Actor(name, name_key(name), "person")


def _body(name: str) -> Actor:
    return Actor(name, plain_key(name), "armed group")


@pytest.mark.parametrize(
    ("actors", "joined"),
    [
        ([_person("Mara Tolk"), _person("Tolk")], {"Tolk": "Mara Tolk"}),
        # two of that last name, or none
        ([_person("Mara Tolk"), _person("Karl Tolk"), _person("Tolk")], {}),
        ([_person("Mara Tolk"), _person("Brand")], {}),
        # words before and behind a name
        ([_person("Front-runner Mara Tolk"), _person("Mara Tolk")], {"Front-runner Mara Tolk": "Mara Tolk"}),
        (
            [_person("Front-runner Mara Tolk"), _person("Mara Tolk"), _person("Tolk")],
            {"Front-runner Mara Tolk": "Mara Tolk", "Tolk": "Mara Tolk"},
        ),
        ([_body("Tarrow Guard"), _body("Tarrow Guard militia")], {"Tarrow Guard militia": "Tarrow Guard"}),
        ([_body("Tarrow Guard militia")], {}),
        # a body's name within another's
        ([_body("Court"), _body("Harbour Court")], {}),
    ],
)
def test_who_is_counted_as_one(actors: list[Actor], joined: dict[str, str]) -> None:
    named = {actor.key: actor.name for actor in actors}
    same = same_actors(actors)
    assert {named[key]: named[to] for key, to in same.items() if key != to} == joined
