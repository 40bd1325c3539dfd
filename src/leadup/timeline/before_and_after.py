"""What led up to an event and what came after it: chosen apart, each by its own weight."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace

from leadup.errors import EmptyWindow
from leadup.model import Question, Target
from leadup.timeline.choice import MOST_ENTRIES, Choice, choose
from leadup.timeline.story import Story
from leadup.timeline.window import nothing_told

FEWEST_AFTER = 2
"""Entries of the aftermath, at least; else as many as its share of the days."""


def choose_before_and_after(
    question: Question, target: Target | None, story: Story, first: dt.date, last: dt.date
) -> tuple[Choice, ...]:
    """The happenings of the story in ``[first, last]`` that led up to the target, and those that came after it where
    that is asked for, in order of day. Raises EmptyWindow where nothing is told of either."""
    profile = story.profile
    if target is None or not first <= target.day < last:
        return choose(question, target, story.pool, profile, asked=story.asked, whole=story.whole)
    before = replace(question, first=first, last=target.day, after=0)
    most = question.entries or MOST_ENTRIES[question.detail]
    share = (last - target.day) / (last - first)
    after = replace(
        question,
        first=target.day + dt.timedelta(1),
        last=last,
        after=0,
        entries=max(FEWEST_AFTER, round(most * share)),
    )
    found: list[Choice] = []
    for asked in (before, after):
        # Either side may be silent; only where both are is there nothing to tell.
        with contextlib.suppress(EmptyWindow):
            found += choose(
                asked,
                target,
                story.pool,
                profile,
                asked=story.asked,
                whole=story.whole,
                aftermath=bool(question.after),
            )
    if not found:
        raise nothing_told(first, last)
    return tuple(found)
