"""The side that an actor stands for."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.model import Actor
from leadup.model.name import ActorKind
from leadup.timeline.escalation.parties import side


@pytest.mark.parametrize(
    ("name", "kind", "country", "role", "stands_for"),
    [
        ("Ministry of Ports", "government", "NO", None, "Norway"),
        ("Norway", "state", "NO", None, "Norway"),
        ("Coast Guard", "military", "NO", None, "Norway"),
        # a code that no country has is its own name
        ("Ministry of Ports", "government", "XXX", None, "XXX"),
        # a person by an office, not by being of a country
        ("Anna Lund", "person", "NO", "minister", "Norway"),
        ("Anna Lund", "person", "NO", None, "Anna Lund"),
        ("Anna Lund", "person", None, "minister", "Anna Lund"),
        # who heads a body, where the words name one
        ("Karl Tolm", "international organisation", None, "Harbour League secretary-general", "Harbour League"),
        ("Karl Tolm", "international organisation", None, "secretary-general", "Karl Tolm"),
        ("Karl Tolm", "international organisation", None, "harbour league chief", "Karl Tolm"),
        ("Harbour League", "international organisation", None, None, "Harbour League"),
        ("Karl Tolm", "person", None, "Harbour League president", "Karl Tolm"),
        # a group that is only described, by its country
        ("armed men of the hills", "armed group", "NO", None, "armed group (Norway)"),
        ("armed men of the hills", "armed group", None, None, None),
        ("Hill Front", "armed group", "NO", None, "Hill Front"),
        ("Front of the Hills", "armed group", None, None, "Front of the Hills"),
        # of no known kind: its country, if any
        ("villagers", "unknown", "NO", None, "Norway"),
        ("Villagers", "unknown", None, None, None),
        # no side: no words for one
        ("he", "person", "NO", "minister", None),
        ("Lom", "organisation", None, None, None),
    ],
)
def test_the_side_of_an_actor(
    name: str, kind: ActorKind, country: str | None, role: str | None, stands_for: str | None
) -> None:
    assert side(Actor(name, name.lower(), kind, country, role), ENGLISH) == stands_for
