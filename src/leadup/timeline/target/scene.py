"""The place where an event is asked for ("storm a school in Orsk"), which an article may name further down."""

from __future__ import annotations

import re
from collections.abc import Mapping

from leadup.timeline.pool import PooledArticle
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.slot import starts_of
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import token_pattern
from leadup.timeline.target.words import asking

FURTHER_DOWN, WITHIN = 0.6, 10
"""What the place counts for where a sentence that tells the event does not name it but one of the first so many of its
article does: a headline says whose school was stormed, and the fourth sentence where it is."""


def scene_of(asked: Asked) -> dict[int, tuple[str, ...]]:
    """The slot of the place where the event is asked for to have happened, by its number, with the beginnings by which
    its word is found in a text; of a name of several words the weightiest slot.

    Empty unless the question has a place behind its deed and, before the deed, a name of who did it or bore it.
    """
    language = asked.language
    tokens = [t.lower() for t in token_pattern(language).findall(asked.words)]
    firsts = {s.place: s.group for s in reversed(asked.slots) if s.is_name and s.capital}
    places = {
        g for at, g in firsts.items() if at > asked.deed_place >= 0 and tokens[at - 1] in asking("at_scene", language)
    }
    by = any(s.is_name and s.place < asked.deed_place for s in asked.slots)
    if not places or not by:
        return {}
    heaviest = {g: max(s.weight for s in asked.slots if s.group == g) for g in places}
    return {
        i: starts_of([s], language)
        for i, s in enumerate(asked.slots)
        if s.group in places and s.weight == heaviest[s.group]
    }


def scene_below(scene: Mapping[int, tuple[str, ...]], article: PooledArticle) -> dict[int, float]:
    """What the place's slot counts for, by its number, where the article names the place in its first sentences; else
    empty."""
    top = article.reading.sentences[:WITHIN] if scene else ()
    if not top:
        return {}
    text = plain(article.text[: top[-1].end])
    return {
        i: FURTHER_DOWN for i, starts in scene.items() if any(re.search(rf"\b{re.escape(s)}", text) for s in starts)
    }
