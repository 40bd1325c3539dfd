"""The side that an actor stands for: a country, a kind of group of a country, an organisation, a person."""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import ENGLISH, table
from leadup.model import Actor
from leadup.reading.names.countries import country

_WORDS: dict[str, Any] = table("parties")

_OFFICIAL = frozenset(("government", "military", "police", "judiciary", "legislature", "state"))

_HEAD_OF = re.compile("".join(_WORDS["head_of"]), re.IGNORECASE)


def side(actor: Actor) -> str | None:
    """The name of the side: the country for its state, its organs and those who hold an office in them; the body for
    who heads or speaks for an international one; "armed group (Iraq)" for a group that is only described; else the
    actor's own name. None where the words name no side ("smoke", "fighters").
    """
    if not actor.is_told:
        return None
    place = country(actor.country, ENGLISH) if actor.country else None
    named = place.name if place else actor.country
    if named and (actor.kind in _OFFICIAL or (actor.kind == "person" and actor.role)):
        return named
    if actor.kind == "international organisation" and actor.role:
        body = _HEAD_OF.sub("", actor.role)
        if body != actor.role and _proper(body):
            return body
    if actor.kind == "unknown":
        return named
    if actor.kind == "party":
        return actor.name if any(w[:1].isupper() for w in actor.name.split()) else None
    if named and not _proper(actor.name):
        return f"{actor.kind} ({named})"
    return actor.name if _proper(actor.name) else None


def _proper(name: str) -> bool:
    """Whether every longer word is capitalised, as in a name ("Popular Mobilization Forces")."""
    words = [w for w in name.split() if len(w) > 3]
    return bool(words) and all(w[0].isupper() for w in words)
