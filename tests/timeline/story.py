"""A made-up story in a made-up place, told by several outlets over a month: the timeline tests' small corpus."""

from __future__ import annotations

import datetime as dt
from functools import cache

from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline import Pool, PooledArticle

Telling = tuple[str, str, str]
"""An article of the story: its day, its outlet, its text."""

STORY: tuple[Telling, ...] = (
    (
        "2021-03-02",
        "Valley Post",
        "Engineers found a crack in the Tarrow dam on Monday and lowered the lake by two metres. "
        "The mayor of Orsk said there was no danger. Is the town safe? Residents were not so sure.",
    ),
    (
        "2021-03-02",
        "Orsk Daily",
        "A crack as long as a bus was found in the Tarrow dam on Monday, the water authority said. "
        "It was the talk of the market.",
    ),
    (
        "2021-03-05",
        "Valley Post",
        "The bakers of Orsk opened their new hall on Thursday with music and free bread. "
        "The minister had to leave early.",
    ),
    (
        "2021-03-09",
        "Orsk Daily",
        "Heavy rain fell on the valley on Monday and the lake behind the Tarrow dam rose by a metre in a day. "
        "It was a grim night for everyone.",
    ),
    (
        "2021-03-11",
        "Valley Post",
        "The Tarrow dam burst on Wednesday evening and water swept through Orsk, killing 14 people. "
        "They had no time to run. Rescuers searched the mud through the night.",
    ),
    (
        "2021-03-11",
        "Orsk Daily",
        "At least 12 people died when the Tarrow dam burst on Wednesday and flooded the town of Orsk. "
        '"We heard a roar and then it was on us," said a shopkeeper on Wednesday.',
    ),
    (
        "2021-03-12",
        "National Mail",
        "The president flew over Orsk on Thursday and promised an inquiry into the burst of the Tarrow dam. "
        "He had never seen such a thing, he said.",
    ),
    (
        "2021-03-30",
        "National Mail",
        "How a dam failed. On March 1 engineers found a crack in the Tarrow dam and lowered the lake. "
        "On March 8 heavy rain raised the lake again. "
        "On March 10 the dam burst, and water swept through Orsk and killed 14 people. "
        "On March 11 the president promised an inquiry.",
    ),
    (
        "2021-04-12",
        "Valley Post",
        "The inquiry into the Tarrow dam opened this week. The dam burst on March 10, killing 14 people in Orsk, "
        "nine days after the crack was found on March 1.",
    ),
    (
        "2021-04-13",
        "Farm Weekly",
        "Milk prices rose on Monday. Farmers were glad of it.",
    ),
)

GOLD = {
    "2021-03-01": ("crack", "dam"),
    "2021-03-08": ("rain", "lake"),
    "2021-03-10": ("burst", "14"),
    "2021-03-11": ("president", "inquiry"),
}
"""The days that matter, and words that the sentence chosen for each must hold."""


@cache
def pooled(telling: Telling) -> PooledArticle:
    """One article of the story with its light reading: read once a process, for many tests tell the same."""
    day, outlet, text = telling
    of = article(text, outlet, dt.date.fromisoformat(day))
    return PooledArticle.of(of, read_light(of))


def pool(tellings: tuple[Telling, ...] = STORY) -> Pool:
    """The story as a pool."""
    return Pool.of((pooled(t) for t in tellings), ENGLISH)
