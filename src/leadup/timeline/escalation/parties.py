"""The side that an actor stands for: a country, a kind of group of a country, an organisation, a person."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Actor
from leadup.reading.names.countries import country

_OFFICIAL = frozenset(("government", "military", "police", "judiciary", "legislature", "state"))


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("parties", language)
        self.head_of = re.compile("".join(words["head_of"]), re.IGNORECASE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def side(actor: Actor, language: str) -> str | None:
    """The name of the side: the country for its state, its organs and those who hold an office in them; the body for
    who heads or speaks for an international one; "armed group (Iraq)" for a group that is only described; else the
    actor's own name. None where the words name no side ("smoke", "fighters").
    """
    if not actor.is_told:
        return None
    place = country(actor.country, language) if actor.country else None
    named = place.name if place else actor.country
    if named and (actor.kind in _OFFICIAL or (actor.kind == "person" and actor.role)):
        return named
    if actor.kind == "international organisation" and actor.role:
        body = _forms(language).head_of.sub("", actor.role)
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
