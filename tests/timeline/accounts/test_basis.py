"""What a figure counts: the happening's own total, or something else's."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.accounts.basis import is_own_total, names_shared, place_of, same_event
from leadup.timeline.accounts.cited import cited_party


@pytest.mark.parametrize(
    ("sentence", "figure", "own"),
    [
        ("The jet crashed on Tuesday, killing 150 people.", "150 people", True),
        ("The crash is the deadliest since 1981, when 180 people died at Mount Tarn.", "180 people", False),
        ("In 2014 the line opened; on Tuesday 150 people died.", "150 people", True),
        ("It was in 2015, when 150 people died, that the line closed.", "150 people", True),
    ],
)
def test_a_figure_of_another_year_is_no_total_of_this_one(sentence: str, figure: str, own: bool) -> None:
    at = sentence.index(figure)
    assert is_own_total(sentence, at, at + len(figure), dt.date(2015, 3, 24), language=ENGLISH) is own


@pytest.mark.parametrize(
    ("sentence", "figure", "own"),
    [
        ("The blast killed 20 people.", "20 people", True),
        # a part of the whole, or more of it
        ("The blast killed 20 people, including 5 children.", "5 children", False),
        ("The blast killed 20 people, 5 of whom were children.", "5", False),
        ("In the blast another 20 people died.", "20 people", False),
        ("In the blast 20 of the people died.", "20 of the people", False),
        # all those of whom the ones told of are a part, or the very ones
        ("The seven people arrested in the raid are among 20 traders who were charged.", "20 traders", False),
        ("The mayor was among the 20 people killed.", "20 people", True),
        ("The mayor was among 20 dead.", "20 dead", True),
        ("A baker was among the 20 who drowned.", "20", True),
        ("A baker was among the 20 people who perished.", "20 people", True),
        ("A baker was among the 20 people executed.", "20 people", True),
        ("A baker was among the 20 people who lost their lives.", "20 people", True),
        ("A baker was among the 20 people evacuated.", "20 people", True),
        ("A baker was among the 20 people, most of them old traders, who were killed in Lom.", "20 people", True),
        ("A baker was among the 20 people from the old mill on the hill who were killed.", "20 people", True),
        (
            "A baker was among the 20 people who sued the old mill of Lom after nine men were killed.",
            "20 people",
            False,
        ),
        ("A baker was among the 20 people who spoke up at the old mill, and nine died.", "20 people", False),
        # a rate, a longer time's total, a forecast, another time
        ("There 20 people a day die.", "20 people", False),
        ("The war has killed 20 people.", "20 people", False),
        ("In the blast 20 people may have died.", "20 people", False),
        ("There 20 people died last week.", "20 people", False),
        ("It came years after 20 people died.", "20 people", False),
        # what another clause says is of no matter
        ("The blast killed 20 people, and 30 people died last month.", "20 people", True),
        ("The blast killed 20 people, and 30 people died last month.", "30 people", False),
        ("Last month 30 people died; the blast killed 20 people.", "20 people", True),
        # a day of the happening's own, or another
        ("On March 24 the blast killed 20 people.", "20 people", True),
        ("On March 20 the blast killed 20 people.", "20 people", False),
        ("On Friday the blast killed 20 people.", "20 people", False),
        ("In 2014 the blast killed 20 people.", "20 people", False),
        ("It was the worst since 2015, when 20 people died.", "20 people", True),
        # the worst since, of which the figure is; and a count since
        ("The deadliest day since May left 20 people dead.", "20 people", True),
        ("The deadliest gang killed 20 people since August.", "20 people", False),
    ],
)
def test_what_is_no_total_of_the_happening(sentence: str, figure: str, own: bool) -> None:
    for before in ("", "The town was quiet on that cold and wet morning; "):
        at = len(before) + sentence.index(figure)
        assert is_own_total(before + sentence, at, at + len(figure), dt.date(2015, 3, 24), language=ENGLISH) is own


def test_those_hurt_are_told_of_before_where_they_are_the_hurt() -> None:
    sentence = "The 20 people were taken away from the blast."
    assert is_own_total(sentence, 4, 13, None, "killed", language=ENGLISH)
    assert not is_own_total(sentence, 4, 13, None, "wounded", language=ENGLISH)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # two names; or one, and enough else with a kind of deed
        ("A quake killed nine in Orsk and Lom.", "The quake in Lom and Orsk left nine dead.", True),
        ("A fire in the old mill of Orsk killed nine.", "In Orsk the fire of the old mill left nine killed.", True),
        ("A fire in Orsk killed nine.", "In Orsk a bus left the road.", False),
        ("A fire in Orsk killed nine.", "A fire in Lom killed nine.", False),
        # two counts and a kind of deed; what stands in any two sentences is no count
        ("A bomb killed nine people and wounded 18.", "The blast left nine dead and 18 wounded.", True),
        ("A bomb killed nine people and wounded 18.", "The blast left nine dead and 17 wounded.", False),
        ("A bomb killed five people and wounded 18.", "The blast left five dead and 18 wounded.", False),
        ("A bomb killed 1950 people and wounded 18.", "The blast left 1950 dead and 18 wounded.", False),
        ("A bomb killed 18 people on May 19.", "The blast left 18 dead on May 19.", False),
        ("A bomb killed 18 people at 10 a.m.", "The blast left 18 dead at 10 a.m.", False),
        ("A flood killed 5,000 people and hurt 18.", "The flood left 5,000 dead and 18 wounded.", True),
        ("A bomb killed nine people and wounded 18.", "The old mill has nine doors and 18 windows.", False),
        ("A bomb killed nine people and wounded 18.", "Police arrested nine bakers and 18 tailors.", False),
        ("A bomb in Orsk killed nine people and a dog.", "Police in Orsk arrested nine people with a dog.", False),
        # another magnitude is another quake
        ("A 6.1-magnitude quake hit Orsk and Lom.", "A quake of magnitude 6.1 hit Orsk and Lom.", True),
        ("A 6.1-magnitude quake hit Orsk and Lom.", "A 5.2-magnitude quake hit Orsk and Lom.", False),
    ],
)
def test_sentences_that_count_the_same_tell_of_one_happening(one: str, other: str, same: bool) -> None:
    assert same_event(one, other, ENGLISH) is same
    assert same_event(other, one, ENGLISH) is same


def test_names_that_stand_in_any_news_tell_nothing_apart() -> None:
    assert names_shared("In Orsk Reuters said so on Monday.", "The Reuters man left Orsk on Monday.", ENGLISH) == {
        "orsk"
    }


@pytest.mark.parametrize(
    ("sentence", "at", "party"),
    [
        ("The army said 20 died.", "20", "the army"),
        ("The Orsk Council said 20 died.", "20", "Orsk Council"),
        ("According to the Health Ministry, 20 died.", "20", "Health Ministry"),
        ("In all 20 died, according to Ida Varo.", "20", "Ida Varo"),
        ("In all 20 died, the army on Monday said.", "20", "the army"),
        ("Witnesses said 20 died.", "20", "Witnesses"),
        # the clause of the figure alone
        ("The army said 20 died, while the rebels said 30 died.", "20", "the army"),
        ("The army said 20 died, while the rebels said 30 died.", "30", "the rebels"),
        ("In all 20 died; Ida Varo said 30 did.", "20", None),
        # nobody, anybody, another outlet
        ("He said 20 died.", "20", None),
        ("Officials said 20 died.", "20", None),
        ("In all 20 died, people said.", "20", None),
        ("Reuters said 20 died.", "20", None),
    ],
)
def test_the_party_that_is_cited_for_a_figure(sentence: str, at: str, party: str | None) -> None:
    assert cited_party(sentence, sentence.index(at), ENGLISH) == party


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gunmen threatened to kill {} hostages.", False),
        ("The army planned to release {} prisoners.", False),
        ("A charge big enough to kill {} people was found.", False),
        ("Gunmen tried to kill at least {} guards.", False),
        ("The gas was capable of killing {} people.", False),
        ("Some {} people were at risk of being displaced.", False),
        ("The council warned of {} people killed.", False),
        # what is told as done, beside what was meant or feared
        ("A mob threatened the town and killed {} people.", True),
        ("The gunman went on to kill {} people.", True),
        ("The army was able to release {} prisoners.", True),
        ("A gunman who wanted to be heard killed {} people.", True),
        ("{} people were killed, the council warned.", True),
    ],
)
def test_what_is_only_meant_or_feared_is_no_count(text: str, counted: bool) -> None:
    sentence = text.format("24")
    at = sentence.index("24")
    assert is_own_total(sentence, at, at + 2, None, language=ENGLISH) is counted


@pytest.mark.parametrize(
    ("sentence", "figure", "place"),
    [
        ("Some 100 were wounded at the Orsk pier, and 30 at the Hask mill.", "100", "Orsk"),
        ("Some 100 were wounded at the Orsk pier, and 30 at the Hask mill.", "30", "Hask"),
        ("Bombs hit the pier in Orsk, where 11 people died, and a mill in Hask, where 20 died.", "11", "Orsk"),
        ("Bombs hit the pier in Orsk, where 11 people died, and a mill in Hask, where 20 died.", "20", "Hask"),
        # A day is no place, and no clause but one on the place hangs on the one before.
        ("Nine people died on Wednesday.", "Nine", None),
        ("At the pier of Orsk a bomb went off, and 20 people died.", "20", None),
        ("The toll in Orsk rose from 8 to 9.", "8", None),
    ],
)
def test_the_place_a_figure_is_of(sentence: str, figure: str, place: str | None) -> None:
    start = sentence.index(figure)
    assert place_of(sentence, start, start + len(figure), ENGLISH) == place


@pytest.mark.parametrize("before", range(0, 90, 3))
def test_the_toll_that_something_came_after_is_another_wherever_it_stands(before: int) -> None:
    opening = f"{'It rained on the old hills of Orsk and on the harbour, and it was cold on the hills.'[:before]} "
    other = f"{opening}Orsk sang two weeks after 20 people died in a blast."
    at = other.index("20")
    assert not is_own_total(other, at, at + len("20 people"), dt.date(2015, 3, 24), language=ENGLISH)
