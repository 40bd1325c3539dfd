"""What the words around a deed say of it: that it begins a run, is only the ground for something else, or is judged."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.timeline.target.asked import Asked
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import (
    words_before,
)
from leadup.timeline.target.words import asking, base_forms

GROUND = 4
"""Words before a deed in which another may say that it is only the ground for something else."""
JUDGED = 8
"""Words before a deed in which another may say that a court has it before it."""
RUN_BEHIND, RUN_BEFORE = 10, 4
"""Words behind and before one for a beginning in which it is said to be that of a run for office."""


def is_of_run(tokens: Sequence[str], at: int, language: str) -> bool:
    """Does the word here say that somebody begins to run for an office ("announced his candidacy", "the campaign
    began"), and not that something else is begun or announced?"""
    behind = {plain(t) for t in tokens[at : at + 1 + RUN_BEHIND]}
    before = words_before(tokens, at, RUN_BEFORE)
    return not asking("run_behind", language).isdisjoint(behind) or not asking("run_before", language).isdisjoint(
        before
    )


def asks_for_judgement(asked: Asked) -> bool:
    """Is the event itself one of a court ("the acquittal of Karl Tolm")?"""
    judged = base_forms(asking("judged", asked.language), asked.language)
    return any(p[0] in judged for s in asked.slots if s.needed for d in s.rows for p in d.told[:2])
