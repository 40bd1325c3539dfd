"""Who is listed as someone who acts."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.model import Actor, ActorKind
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
    return Actor(name, name_key(name, ENGLISH), "person")


def _body(name: str, kind: ActorKind = "armed group") -> Actor:
    return Actor(name, plain_key(name, ENGLISH), kind)


@pytest.mark.parametrize(
    ("actors", "joined"),
    [
        ([_person("Mara Tolk"), _person("Tolk")], {"Tolk": "Mara Tolk"}),
        # two of that last name, or none
        ([_person("Mara Tolk"), _person("Karl Tolk"), _person("Tolk")], {}),
        ([_person("Mara Tolk"), _person("Brand")], {}),
        # another name in front, which may be another's
        ([_person("Mary Ann Tolk"), _person("Ann Tolk")], {}),
        ([_person("Mary Ann Tolk"), _person("Ann Tolk"), _person("Tolk")], {}),
        ([Actor("", "", "person"), _person("Mara Tolk"), _person("Tolk")], {"Tolk": "Mara Tolk"}),
        # a word behind a name
        ([_body("Tarrow Guard"), _body("Tarrow Guard militia")], {"Tarrow Guard militia": "Tarrow Guard"}),
        ([_body("Tarrow Guard militia")], {}),
        ([_body("Tarrow Guard"), _body("Tarrow Guard hospital", "medical")], {}),
        ([_body("Iran", "state"), _body("Iran nuclear agency", "government")], {}),
        ([_body("Iran", "state"), _body("Iran envoys", "state")], {}),
        ([_body("Hask", "government"), _body("Hask mayor", "government")], {}),
        ([_body("Boston", "unknown"), _body("Boston police", "police")], {}),
        ([_person("Tolk"), _body("Tolk campaign", "party"), _body("Tolk administration", "government")], {}),
        ([Actor("Tolk", name_key("Tolk", ENGLISH), "party"), _body("Tolk supporters", "party")], {}),
        # a body's name within another's
        ([_body("Court"), _body("Harbour Court")], {}),
    ],
)
def test_who_is_counted_as_one(actors: list[Actor], joined: dict[str, str]) -> None:
    named = {actor.key: actor.name for actor in actors}
    same = same_actors(actors, ENGLISH)
    assert {named[key]: named[to] for key, to in same.items() if key != to} == joined
