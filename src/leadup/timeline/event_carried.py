"""Which other sentences of its day tell the event asked about: what is counted beside the event's own entry."""

from __future__ import annotations

from leadup.model import Mention, Target
from leadup.timeline.chain.resolve import deeds_in, deeds_told
from leadup.timeline.dating import mention
from leadup.timeline.stating import EventRows
from leadup.timeline.table import Table

WHOLE = 0.85
"""From this share of the event on a sentence tells of that event and of no other thing of its story. Of 35 sentences of
outlets not counted before, for 24 events of real news, 33 did; of 15 that hold .7 to .85 of it 9 did."""

LEAST_STATED = 0.7
"""The entry itself must hold so much of it: "the attack was condemned" is borne out by nobody who tells the attack."""


def event_carried(table: Table, target: Target, event: EventRows, stated: int) -> tuple[Mention, ...]:
    """The mentions, nearest in print first, that tell the event which the row ``stated`` states.

    ``event`` are the rows that tell of it. Previews are none, nor is what gives the event as the ground of something
    else alone.
    """
    if not deeds_in(target.words) | deeds_told(target.words):
        # "The Orsk primary" is told of by its previews too, printed on its day.
        return ()
    found = event.matches
    if stated not in found or found[stated].share < LEAST_STATED:
        return ()
    day = table.rows[stated].day
    told = [
        row
        for row in event.retold
        if row != stated
        and row in found
        and found[row].share >= WHOLE
        and not found[row].ahead
        and table.lag[row] >= 0
        and table.rows[row].day == day
    ]
    return tuple(mention(table.pool, table.rows[row]) for row in sorted(told, key=lambda r: (int(table.lag[r]), r)))
