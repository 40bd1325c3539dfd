"""Who is in an entry."""

from __future__ import annotations

from leadup.model import Action, Actor, Entry


def actors_of(entry: Entry) -> tuple[Actor, ...]:
    """Everyone who acts, bears or speaks in an entry, each once (by ``key``), in a steady order.

    Left out is whom no word tells (a pronoun that was not resolved, a day that was taken for a name), and what is not
    known to act ("the ruling").
    """
    found: dict[str, Actor] = {actor.key: actor for actor in entry.actors}
    for claim in entry.claims:
        if claim.speaker is not None:
            found.setdefault(claim.speaker.key, claim.speaker)
    for action in entry.actions:
        for actor in (action.source, action.target):
            if actor is not None:
                found.setdefault(actor.key, actor)
    return tuple(actor for actor in found.values() if actor.is_known_to_act)


def is_told(action: Action) -> bool:
    """Whether an action's words tell who does it and who bears it, and these are not the same."""
    if action.source is not None and action.target is not None and action.source.key == action.target.key:
        return False
    return all(actor is None or actor.is_told for actor in (action.source, action.target))
