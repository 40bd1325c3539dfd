"""Who is in an entry."""

from __future__ import annotations

from leadup.model import Actor, Entry


def actors_of(entry: Entry) -> tuple[Actor, ...]:
    """Everyone who acts, bears or speaks in an entry, each once (by ``key``), in a steady order."""
    found: dict[str, Actor] = {actor.key: actor for actor in entry.actors}
    for claim in entry.claims:
        if claim.speaker is not None:
            found.setdefault(claim.speaker.key, claim.speaker)
    for action in entry.actions:
        for actor in (action.source, action.target):
            if actor is not None:
                found.setdefault(actor.key, actor)
    return tuple(found.values())
