"""Which of the days that were voted for is the event's own."""

from __future__ import annotations

from collections.abc import Mapping

from leadup.timeline.pool import Pool
from leadup.timeline.target.votes import Day

NEIGHBOURS, EARLIER, NAMED_BEFORE = 10, 0.6, 1
"""How an earlier day wins over the one with most votes: at most so many days before it, with at least this share of its
votes, and named by at least so many articles that were printed before the day with most votes."""
AS_LIKELY = 0.85
"""The share of the votes from which on the day right before the one with most is the event's: what happens in the
evening is often told of under the next day's name."""
POLLED, POLLED_BY = 0.6, 4
"""The same share for an election or referendum, and how many articles must name that day: its outcome is told of under
the next day's name."""
EVEN = 0.95
"""Days with at least this share of the most votes count as even: of these the one that most articles name is taken."""
PART_TOLD = 0.5
"""The share of the event that some sentence must tell with the name of the day that has most votes; else that day may
give way to one that is named with the whole event (:data:`TOLD_IN_FULL`)."""
TOLD_IN_FULL = 0.85
"""The share of the event from which on a sentence that names a day tells the whole. Where the likeliest day has such a
sentence, an earlier day must have one too."""


def _told_whole(days: Mapping[int, Day], best: int) -> int:
    """The day ``best``, which has most votes, or a day that gives better grounds.

    ``best`` gives way where no sentence that names it tells even half of the event and no report printed for it does.
    Then the day is taken that a sentence names with the whole event and that has the most votes of these, not many
    fewer than ``best`` (:data:`EARLIER`); if there is none, ``best`` stays."""
    if days[best].whole >= PART_TOLD or days[best].reporting:
        return best
    least = EARLIER * days[best].votes
    whole = (d for d, held in days.items() if held.whole >= TOLD_IN_FULL and held.votes >= least)
    return max(whole, key=lambda d: (days[d].votes, -d), default=best)


def first_told(days: Mapping[int, Day], pool: Pool, is_set: bool = False, is_poll: bool = False) -> int:
    """The event's day, as an ordinal, among the days that were voted for.

    It is the day with the most votes, or, of days with about as many, the one that most articles name; but a day
    shortly before it wins where articles named that one already before the later day came: of what goes on for days
    most is told on a later one, and who named a day by then meant the beginning. Where the event's day is known
    beforehand (``is_set``) and an article foretold the likeliest day, no earlier one wins. ``is_poll`` says that the
    event is an election or a referendum.
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
