# ruff: noqa: E501
"""Pairs of figures: which agree, which differ, which revise an earlier one, and which cannot be compared at all."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest
from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.reading.figures import find_figures
from leadup.timeline.accounts import compare, same_event

Relation = Literal["agree", "differ", "revised", "none"]
DAY = dt.date(2021, 5, 4)
BASE = "A blast at the Lom market in Hask killed 24 people."

# The first text, reported on the day; the second, so many days later; how its figure stands to the first's.
PAIRS: tuple[tuple[str, str, int, Relation], ...] = (
    # The same count.
    (BASE, "The Hask market blast killed 24 people at Lom.", 0, "agree"),
    (BASE, "The blast at Hask's Lom market killed two dozen people.", 0, "agree"),
    (BASE, "More than 20 people were killed in the blast at the Lom market in Hask.", 0, "agree"),
    (BASE, "At least 24 people died in the blast at the Lom market in Hask.", 1, "agree"),
    (BASE, "As many as 30 people were killed in the blast at the Lom market in Hask.", 1, "agree"),
    (BASE, "Twenty-four people were killed when the blast hit the Lom market in Hask.", 2, "agree"),
    (BASE, "Dozens of people were killed in the blast at the Lom market in Hask.", 0, "agree"),
    ("Police in Hask arrested 12 men after the Lom riot.", "Twelve men were arrested in Hask after the Lom riot.", 0, "agree"),
    ("The Hask quake wounded 300 people in Lom.", "More than 250 people were wounded in the Hask quake at Lom.", 0, "agree"),
    ("The ferry Ossa sank off Lom and 40 people are missing.", "Forty people are missing from the ferry Ossa off Lom.", 1, "agree"),
    ("Rebels in Hask kidnapped 7 teachers from Lom.", "Seven teachers were kidnapped at Lom in Hask.", 0, "agree"),
    ("The Lom flood left 90 people dead in Hask.", "The flood in Lom killed at least 85 people in Hask.", 0, "agree"),
    ("The Lom raid in Hask killed 6 soldiers.", "Six soldiers were killed in the raid on Lom near Hask.", 0, "agree"),
    ("The fire at Hask Tower in Lom killed 5 people.", "Five people were killed in the fire at Hask Tower in Lom.", 3, "agree"),
    ("The Lom crash near Hask injured 15 people.", "Fifteen people were injured in the crash at Lom near Hask.", 0, "agree"),
    # A later figure.
    (BASE, "The Hask blast at the Lom market killed 25 people.", 1, "revised"),
    (BASE, "The Lom market blast in Hask killed 31 people.", 3, "revised"),
    ("The Hask quake wounded 300 people in Lom.", "The quake wounded 420 people in Lom and Hask.", 2, "revised"),
    ("The Lom flood left 90 people dead in Hask.", "The flood in Lom killed 104 people in Hask.", 1, "revised"),
    ("The ferry Ossa sank off Lom and 40 people are missing.", "Some 34 people are missing from the ferry Ossa off Lom.", 2, "revised"),
    ("Police in Hask arrested 12 men after the Lom riot.", "Police in Hask arrested 19 men after the riot in Lom.", 1, "revised"),
    ("The Lom raid in Hask killed 6 soldiers.", "The raid on Lom near Hask killed 8 soldiers.", 1, "revised"),
    ("The fire at Hask Tower in Lom killed 5 people.", "The fire at Hask Tower in Lom killed 7 people.", 1, "revised"),
    # Another party's.
    ("The ministry said 2 people were killed in the strike on Lom in Hask.", "The movement said 3 people were killed in the strike on Lom in Hask.", 0, "differ"),
    ("The ministry said 2 people were killed in the strike on Lom in Hask.", "The party said 5 people were killed in the strike on Lom in Hask.", 0, "differ"),
    ("The army said 9 rebels were killed in the Lom raid in Hask.", "The rebels said 2 rebels were killed in the Lom raid in Hask.", 0, "differ"),
    ("Some 40 people were killed in Lom near Hask, the opposition said.", "The government said 12 people were killed in Lom near Hask.", 0, "differ"),
    ("According to the Health Ministry, 10 people were killed at Lom in Hask.", "According to the Hask Observatory, 26 people were killed at Lom in Hask.", 0, "differ"),
    ("Witnesses said 15 people were killed in the Lom shooting in Hask.", "Police said 4 people were killed in the Lom shooting in Hask.", 0, "differ"),
    ("The union said 80 workers were arrested at the Lom march in Hask.", "Police said 31 workers were arrested at the Lom march in Hask.", 0, "differ"),
    ("The army said 9 rebels were killed in the Lom raid in Hask.", "Only 3 rebels were killed in the Lom raid in Hask, the rebels said.", 1, "differ"),
    ("The militia said 24 fighters were killed at Lom in Hask.", "The army said 19 fighters were killed at Lom in Hask.", 1, "differ"),
    ("The Lom clash in Hask killed 14 people.", "The Lom clash in Hask killed 11 people.", 0, "differ"),
    # What befell them is another thing.
    (BASE, "The blast at the Lom market in Hask wounded 60 people.", 0, "none"),
    (BASE, "Police arrested 3 men over the blast at the Lom market in Hask.", 0, "none"),
    (BASE, "The blast at the Lom market in Hask destroyed 9 stalls.", 0, "none"),
    # A part of the whole.
    (BASE, "The Lom market blast in Hask killed many, including 6 children.", 0, "none"),
    (BASE, "Nine children were killed in the blast at the Lom market in Hask.", 0, "none"),
    (BASE, "Another 4 people were killed in the blast at the Lom market in Hask.", 1, "none"),
    (BASE, "Three of the people killed in the blast at the Lom market in Hask were traders.", 1, "none"),
    # A total of a longer time or a larger place.
    (BASE, "Attacks like the blast at the Lom market in Hask have killed 310 people this year.", 0, "none"),
    (BASE, "Since January, 310 people have been killed in blasts in Hask and Lom.", 0, "none"),
    (BASE, "The war that led to the blast at Lom in Hask has killed 9,000 people.", 0, "none"),
    (BASE, "Bombs have killed 130 people across the country, as at the Lom market in Hask.", 0, "none"),
    (BASE, "Blasts kill 40 people a year in Hask and Lom.", 0, "none"),
    # Expected, feared, denied.
    (BASE, "Officials in Hask feared 60 people killed in the blast at the Lom market.", 0, "none"),
    (BASE, "As many as 60 people may have been killed in the blast at the Lom market in Hask.", 0, "none"),
    (BASE, "The blast at the Lom market in Hask could have killed 200 people.", 0, "none"),
    ("The Lom flood left 90 people dead in Hask.", "Forecasters said that a flood would kill 300 people in Hask and Lom.", 0, "none"),
    # Another day, another place, another quake.
    (BASE, "A blast on April 2 killed 11 people at the Lom market in Hask.", 0, "none"),
    (BASE, "Last week's blast at the Lom market in Hask killed 11 people.", 0, "none"),
    (BASE, "A blast in 2019 killed 50 people at the Lom market in Hask.", 0, "none"),
    (BASE, "A blast at a bank in Tarn killed 7 people.", 0, "none"),
    (BASE, "A ferry sank off Varo and killed 40 people.", 0, "none"),
    ("A magnitude 6.1 quake in Lom near Hask killed 24 people.", "A magnitude 7.2 quake in Lom near Hask killed 40 people.", 0, "none"),
    (BASE, "The blast at the Lom market in Hask came two years after 70 people were killed there.", 0, "none"),
    # Neither counts the same.
    ("The Hask council voted 24 to 3 on the Lom plan.", "The Hask council spent 40 million dollars on the Lom plan.", 0, "none"),
    ("Some 24 percent of Hask backed the Lom plan.", "Some 40 percent of Hask backed the Lom plan.", 0, "none"),
    ("The Lom plan in Hask costs $24 million.", "The Lom plan in Hask costs $90 million.", 0, "none"),
    (BASE, "The market in Hask opened 24 years ago at Lom.", 0, "none"),
)  # fmt: skip


def relation(first: str, second: str, days: int) -> Relation:
    one, other = article(first, "A", DAY), article(second, "B", DAY + dt.timedelta(days))
    mentions = [mention(a, a.text, DAY) for a in (one, other)]
    if not same_event(first, second, ENGLISH):
        return "none"
    accounts = compare(
        [(m, find_figures(a.text, language=ENGLISH)) for m, a in zip(mentions, (one, other), strict=True)],
        language=ENGLISH,
    )
    states = {a.state for a in accounts if len({f.span.article for f in a.figures}) > 1}
    found: dict[str, Relation] = {"disputed": "differ", "revised": "revised", "agreeing": "agree"}
    return next((name for state, name in found.items() if state in states), "none")


@pytest.mark.parametrize(("first", "second", "days", "expected"), PAIRS)
def test_how_two_figures_stand_to_each_other(first: str, second: str, days: int, expected: Relation) -> None:
    assert relation(first, second, days) == expected


def test_there_are_sixty_pairs() -> None:
    assert len(PAIRS) >= 60
