"""Which of the days that were voted for is the event's own."""

from __future__ import annotations

from collections.abc import Mapping

from leadup.timeline.pool import Pool
from leadup.timeline.target.votes import Day

NEIGHBOURS, EARLIER, NAMED_BEFORE = 10, 0.6, 1
"""So many days before the one with most votes another with this share of them may be the event's, if so many articles
printed by then name it."""
AS_LIKELY = 0.85
"""The day before with this share is the event's: what happens in the evening is told of with the next day's name."""
POLLED, POLLED_BY = 0.6, 4
"""...and of a vote by a people this, with so many articles that name it: its outcome is told of with the next day's."""
EVEN = 0.95
"""Days with this share of the most votes are as likely by them: then more articles that name one decide."""
PART_TOLD = 0.5
"""A day that no sentence names with so much of the event gives way to one that a sentence names with the whole."""
TOLD_IN_FULL = 0.85
"""Where a sentence that names the likeliest day tells so much of the event, one that names an earlier one must, too."""


def _told_whole(days: Mapping[int, Day], best: int) -> int:
    """The likeliest of the days with hardly fewer votes that a sentence names with the whole event, where none names
    the day with most votes with as much as half of it, and no report of that day tells it; else that one."""
    if days[best].whole >= PART_TOLD or days[best].reporting:
        return best
    least = EARLIER * days[best].votes
    whole = (d for d, held in days.items() if held.whole >= TOLD_IN_FULL and held.votes >= least)
    return max(whole, key=lambda d: (days[d].votes, -d), default=best)


def first_told(days: Mapping[int, Day], pool: Pool, is_set: bool = False, is_poll: bool = False) -> int:
    """The day with the most votes, of days with about as many the one that most articles name; of its neighbours an
    earlier one that was named before that day came. Where the event's day is known beforehand (``is_set``) and one of
    the articles foretold it, there is none earlier. ``is_poll`` says that a people votes in it.

    What goes on for days is told of most on a later one: who had named a day by then meant the event itself.
    """
    even = EVEN * max(held.votes for held in days.values())
    best = min((d for d in days if days[d].votes >= even), key=lambda d: (-len(days[d].naming), -days[d].votes, d))
    best = _told_whole(days, best)
    eve = days.get(best - 1)
    if is_poll and eve is not None and eve.votes >= POLLED * days[best].votes and len(eve.naming) >= POLLED_BY:
        return best - 1
    if is_set and days[best].foretold:
        return best
    for day in sorted(d for d in days if best - NEIGHBOURS <= d < best):
        held = days[day]
        share = held.votes / days[best].votes
        if share < EARLIER or held.whole < TOLD_IN_FULL <= days[best].whole:
            continue
        if is_set and best - day > 1 and share < AS_LIKELY:
            # What passed on Thursday had but a step before it on Monday.
            continue
        if best - day == 1 and share >= AS_LIKELY and len(held.naming) >= 2:
            return day
        before = [a for a in held.naming if (p := pool.articles[a].published) and p.toordinal() < best]
        if len(before) >= NAMED_BEFORE:
            return day
    return best
