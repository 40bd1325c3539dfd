"""How much of a sentence turns on the event's deed, told by any of the words for it."""

from __future__ import annotations

from collections.abc import Callable

from leadup.model import Target
from leadup.reading.syntax import Parse
from leadup.timeline.carrying import is_by_those
from leadup.timeline.deed_clauses import MAIN, MENTIONED, clause_worth, turns_on
from leadup.timeline.deed_places import deed_places, is_doer
from leadup.timeline.event_choice import PLAINLY
from leadup.timeline.happenings.day_deeds import is_denied, is_planned
from leadup.timeline.relations import relations
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match


def worth_of(tree: Parse, match: Match, target: Target, apart: Callable[[], frozenset[int]], language: str) -> float:
    """How much of a parsed sentence turns on the deed by which it matches, or on another of its words for it, those
    left out that are ``apart``, of other days."""
    slots = read_question(target.words, language).slots
    main = tree.at(match.at)
    worth = clause_worth(tree, main, match, target, language) * (MENTIONED if is_doer(tree, main, language) else 1.0)
    if not match.real:
        return worth
    others = (
        (at, count)
        for at, count in deed_places(tree, slots, language)
        if at != main and not is_planned(tree, at, language)
    )
    if match.ground:
        others = ((at, count) for at, count in others if at < main and _is_told_in_front(tree, at, target, language))
    else:
        of_other_days = apart()
        others = ((at, count) for at, count in others if at not in of_other_days)
    told = (count * clause_worth(tree, at, match, target, language) for at, count in others)
    return max(worth, *(one for one in told if one >= PLAINLY), 0.0)


def _is_told_in_front(tree: Parse, at: int, target: Target, language: str) -> bool:
    """Does a sentence turn on the deed at a verb, though it names it later as a ground ("approved the pact after the
    envoys left the vote")?"""
    return (
        tree[at].upos in relations("verbs")
        and turns_on(tree, tree[at].start, language) >= MAIN
        and not is_denied(tree, at, language)
        and is_by_those(tree, at, target.words, False, language, loosely=True)
    )
