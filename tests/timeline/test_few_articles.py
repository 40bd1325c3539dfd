"""Small archives of one story, to which articles are added one by one: its event is stated each time, in whatever words
it is told and asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.timeline.story import pool

from leadup import Archive, gather, lead_up
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import Pool
from leadup.timeline.target import Matcher, find_target, read_question
from leadup.timeline.target.slot import Role


class Story(NamedTuple):
    """The day of its event, how that is asked for, and its articles: day, outlet, title and text. The first and others
    tell the event in a main clause, the second names it in passing, and another is of the days before."""

    day: str
    asked: tuple[str, ...]
    articles: tuple[tuple[str, str, str, str], ...]


STORIES = {
    "dam": Story(
        "2019-03-14",
        (
            "the Kettle Falls dam failure",
            "the Kettle Falls dam gives way",
            "dam bursts",
            "the collapse of the Kettle Falls dam",
            "Kettle Falls dam disaster",
            "the Kettle Falls dam breach",
        ),
        (
            (
                "2019-03-15",
                "Valley Post",
                "Kettle Falls dam gives way, killing 11",
                "The Kettle Falls dam gave way early Thursday, sending a wall of mud through the "
                "valley and killing at least 11 people. Rescuers searched the ruins of 40 houses "
                "through the night. The governor said that the state would help the families.",
            ),
            (
                "2019-03-16",
                "Orsk Daily",
                "Chief of water authority resigns after dam burst",
                "The head of the state water authority, Mara Lindqvist, resigned on Friday, a day "
                "after the Kettle Falls dam burst and killed 11 people. She said that she took "
                "responsibility. The dam burst on Thursday after a week of rain.",
            ),
            (
                "2019-03-09",
                "Valley Post",
                "Inspector quits over cracks in Kettle Falls dam",
                "The chief inspector of the Kettle Falls dam, Tomas Verey, quit on Friday, saying "
                "that his warnings of cracks in the wall were ignored. The water authority lowered "
                "the lake by a metre on Thursday. Residents of the town below were told that there "
                "was no danger.",
            ),
            (
                "2019-03-17",
                "National Mail",
                "What is known of the collapse at Kettle Falls",
                "The collapse of the Kettle Falls dam on Thursday killed 14 people, officials said "
                "on Saturday. Engineers had found cracks in the wall on March 4. Tomas Verey, the "
                "chief inspector, quit on March 8 over them.",
            ),
            (
                "2019-03-22",
                "National Mail",
                "Prosecutors open inquiry into dam failure",
                "Prosecutors opened an inquiry on Thursday into the failure of the Kettle Falls "
                "dam, which broke on March 14 and killed 14 people. They searched the offices of "
                "the water authority on Wednesday.",
            ),
        ),
    ),
    "bridge": Story(
        "2018-08-14",
        (
            "the Tarrow bridge collapse",
            "the fall of the Tarrow bridge",
            "Tarrow bridge gives way",
            "the Tarrow bridge disaster",
            "why did the Tarrow bridge come down",
        ),
        (
            (
                "2018-08-15",
                "Harbour News",
                "Bridge collapses at Tarrow",
                "The Tarrow bridge collapsed on Tuesday during a storm, sending dozens of cars into "
                "the river and killing at least 22 people. Divers looked for survivors until dark.",
            ),
            (
                "2018-08-16",
                "Orsk Daily",
                "Mayor of Tarrow orders inquiry",
                "The mayor of Tarrow ordered an inquiry on Wednesday after the Tarrow bridge fell "
                "into the river and killed 26 people. The bridge came down on Tuesday shortly "
                "before noon.",
            ),
            (
                "2018-08-03",
                "Harbour News",
                "Engineers warn of Tarrow bridge",
                "Engineers warned on Thursday that the cables of the Tarrow bridge were rusting. "
                "The road agency closed one lane on Friday for repairs.",
            ),
            (
                "2018-08-20",
                "Coast Weekly",
                "Thousands mourn in Tarrow",
                "Thousands mourned on Sunday those who died when the Tarrow bridge gave way on Aug. "
                "14. The road agency's director, Pia Moren, resigned on Saturday.",
            ),
        ),
    ),
    "factory": Story(
        "2017-05-10",
        (
            "the Lund textile mill fire",
            "the blaze at the Lund mill",
            "Lund textile mill burns down",
            "fire at the Lund textile mill",
        ),
        (
            (
                "2017-05-11",
                "Mill Post",
                "Fire at Lund textile mill kills 31",
                "A fire swept through the Lund textile mill on Wednesday night and killed 31 "
                "workers. The doors were locked, survivors said.",
            ),
            (
                "2017-05-12",
                "Orsk Daily",
                "Owner of mill arrested",
                "Police arrested the owner of the Lund textile mill on Thursday, a day after a "
                "blaze killed 34 workers there. The minister of labour visited the ruins on "
                "Thursday.",
            ),
            (
                "2017-05-04",
                "Mill Post",
                "Workers at Lund mill protest",
                "Workers at the Lund textile mill walked out on Wednesday over locked doors. An "
                "inspector had found 12 faults there on Monday.",
            ),
            (
                "2017-05-18",
                "National Mail",
                "A week after, Lund buries its dead",
                "The Lund textile mill burned down on May 10, killing 34 people. Families buried "
                "the last of the dead on Wednesday.",
            ),
        ),
    ),
    "ferry": Story(
        "2014-06-02",
        (
            "the sinking of the Marisol",
            "the Marisol ferry capsizes",
            "Marisol ferry disaster",
            "the ferry Marisol goes down",
        ),
        (
            (
                "2014-06-03",
                "Island Times",
                "Ferry sinks off Varo",
                "The ferry Marisol sank off Varo on Monday evening with 240 people aboard, and at "
                "least 61 drowned. Fishing boats pulled 150 people from the sea.",
            ),
            (
                "2014-06-04",
                "Orsk Daily",
                "Captain of the Marisol detained",
                "Police detained the captain of the Marisol on Tuesday, a day after the ferry "
                "capsized off Varo. Divers found nine more bodies on Tuesday.",
            ),
            (
                "2014-05-28",
                "Island Times",
                "Crew of ferry warn of leaks",
                "Sailors of the ferry Marisol refused to sail on Tuesday, saying that its hull "
                "leaked. The owner, Varo Lines, fired two of them on Wednesday.",
            ),
            (
                "2014-06-10",
                "National Mail",
                "Minister quits",
                "The transport minister, Olaf Brenn, quit on Monday over the sinking of the "
                "Marisol. The ferry went down on June 2 and 70 people died.",
            ),
        ),
    ),
    "coup": Story(
        "2016-09-09",
        (
            "the coup in Orsk",
            "the overthrow of Ilan Tolm",
            "Orsk army seizes power",
            "Ilan Tolm ousted",
        ),
        (
            (
                "2016-09-10",
                "Capital Post",
                "Army seizes power in Orsk",
                "The army seized power in Orsk on Friday and arrested President Ilan Tolm. Soldiers "
                "took the radio station at dawn. A curfew was imposed.",
            ),
            (
                "2016-09-11",
                "Orsk Daily",
                "Union condemns coup in Orsk",
                "The union of river states condemned the coup in Orsk on Saturday, a day after "
                "generals overthrew President Ilan Tolm. Banks stayed closed.",
            ),
            (
                "2016-09-02",
                "Capital Post",
                "General dismissed in Orsk",
                "President Ilan Tolm of Orsk dismissed the army chief, General Varga, on Thursday. "
                "Thousands marched in Orsk against high prices on Wednesday.",
            ),
            (
                "2016-09-16",
                "National Mail",
                "Ousted president leaves Orsk",
                "Ilan Tolm, who was toppled by the army of Orsk on Sept. 9, left the country on "
                "Thursday. General Varga named a cabinet on Wednesday.",
            ),
        ),
    ),
    "strike": Story(
        "2015-11-02",
        (
            "the strike at Velo Rail",
            "the Velo Rail walkout",
            "Velo Rail drivers walk out",
            "Velo Rail drivers go on strike",
        ),
        (
            (
                "2015-11-03",
                "Rail News",
                "Drivers walk out at Velo Rail",
                "Train drivers at Velo Rail walked out on Monday over pay, stopping nearly all "
                "trains. Talks had failed on Sunday.",
            ),
            (
                "2015-11-04",
                "Orsk Daily",
                "Commuters stranded by Velo Rail strike",
                "Thousands of commuters were stranded on Tuesday, a day after drivers at Velo Rail "
                "went on strike. The minister called for talks.",
            ),
            (
                "2015-10-27",
                "Rail News",
                "Union ballots drivers",
                "The drivers' union of Velo Rail voted on Monday for a strike. The company had "
                "offered one percent on Oct. 20.",
            ),
            (
                "2015-11-12",
                "National Mail",
                "Velo Rail strike ends",
                "The strike at Velo Rail, which began on Nov. 2, ended on Wednesday with a deal. "
                "The company's chief, Nora Strand, stepped down.",
            ),
        ),
    ),
    "train": Story(
        "2012-10-08",
        (
            "the Cedar Rapids Junction train crash",
            "train derails near Cedar Rapids Junction",
            "the derailment at Cedar Rapids Junction",
            "the Cedar Rapids Junction rail disaster",
        ),
        (
            (
                "2012-10-09",
                "Plain Times",
                "Train derails near Cedar Rapids Junction",
                "An express train derailed near Cedar Rapids Junction on Monday morning, killing "
                "seven passengers. Cranes lifted the coaches through the night.",
            ),
            (
                "2012-10-10",
                "Orsk Daily",
                "Rail chief steps down",
                "The head of the rail agency, Lena Hors, stepped down on Tuesday, a day after an "
                "express crashed near Cedar Rapids Junction and killed seven.",
            ),
            (
                "2012-10-04",
                "Plain Times",
                "Rails cracked near Cedar Rapids Junction",
                "Workers found cracked rails near Cedar Rapids Junction on Wednesday. The agency "
                "told drivers to slow down there from Friday.",
            ),
            (
                "2012-10-20",
                "National Mail",
                "Report on the crash",
                "The train came off the rails at Cedar Rapids Junction on Oct. 8. Lena Hors, who "
                "led the agency, stepped down on Oct. 9.",
            ),
        ),
    ),
    "killing": Story(
        "2020-02-11",
        (
            "the killing of Tessa Brandt",
            "the murder of Tessa Brandt",
            "Tessa Brandt shot",
            "the assassination of Tessa Brandt",
            "Tessa Brandt's death",
        ),
        (
            (
                "2020-02-12",
                "Bay Herald",
                "Editor Tessa Brandt shot dead",
                "Tessa Brandt, the editor of the Bay Herald, was shot dead outside her home on "
                "Tuesday. Police sealed the street.",
            ),
            (
                "2020-02-13",
                "Orsk Daily",
                "Thousands march for slain editor",
                "Thousands marched in Orsk on Wednesday, a day after gunmen murdered the editor "
                "Tessa Brandt. The interior minister offered a reward.",
            ),
            (
                "2020-02-05",
                "Bay Herald",
                "Editor tells of threats",
                "Tessa Brandt, the editor of the Bay Herald, told police on Monday that she had "
                "been threatened. A brick was thrown through her window on Sunday.",
            ),
            (
                "2020-02-25",
                "National Mail",
                "Two held over editor's death",
                "Police arrested two men on Monday over the assassination of Tessa Brandt, who was "
                "killed on Feb. 11. A judge ordered them held on Tuesday.",
            ),
        ),
    ),
    "mixed": Story(
        "2019-03-14",
        (
            "the Silver Creek dam failure",
            "the Silver Creek dam gives way",
            "dam bursts",
            "the collapse of the Silver Creek dam",
            "the Silver Creek dam disaster",
        ),
        (
            (
                "2019-03-15",
                "Valley Post",
                "Silver Creek dam gives way, killing 11",
                "The Silver Creek dam gave way early Thursday, sending a wall of mud through the "
                "valley and killing at least 11 people. Rescuers searched the ruins of 40 houses.",
            ),
            (
                "2019-03-15",
                "Orsk Daily",
                "Rovers win cup",
                "The Rovers won the cup on Thursday, beating Orsk 2-1. Fans danced in the streets.",
            ),
            (
                "2019-03-16",
                "Orsk Daily",
                "Water chief resigns after dam burst",
                "The head of the water authority, Mara Lindqvist, resigned on Friday, a day after "
                "the Silver Creek dam burst and killed 11 people.",
            ),
            (
                "2019-03-13",
                "Market Day",
                "Milk prices rise",
                "Milk prices rose on Tuesday. Farmers were glad of it.",
            ),
            (
                "2019-03-17",
                "National Mail",
                "What is known of the collapse at Silver Creek",
                "The collapse of the Silver Creek dam on Thursday killed 14 people, officials said "
                "on Saturday. Engineers had found cracks in the wall on March 4.",
            ),
        ),
    ),
}

IN_PASSING = ("a day after", "quit on", "had been threatened")
"""What no sentence that states the event holds."""

ORDERS = {"as told": (0, 1, 2), "the days before second": (0, 2, 1), "in passing first": (1, 0, 2)}


def _first_held(story: Story, order: str) -> set[frozenset[int]]:
    """The sets of articles that an archive holds in this order and in none of those before it."""
    held: dict[frozenset[int], str] = {}
    for name, first in ORDERS.items():
        numbers = (*first, *range(len(first), len(story.articles)))
        for at in range(len(numbers)):
            held.setdefault(frozenset(numbers[: at + 1]), name)
    return {numbers for numbers, name in held.items() if name == order}


def _add(archive: Archive, folder: Path, number: int, telling: tuple[str, str, str, str]) -> None:
    day, outlet, title, text = telling
    path = folder / f"{number}.jsonl"
    path.write_text(json.dumps({"date": day, "outlet": outlet, "title": title, "text": text}) + "\n", encoding="utf-8")
    gather(archive, [path])


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", STORIES)
def test_an_added_article_never_loses_the_event(name: str, order: str, tmp_path: Path) -> None:
    story = STORIES[name]
    first = ORDERS[order]
    numbers = (*first, *range(len(first), len(story.articles)))
    with Archive(tmp_path / "archive", create=True) as archive:
        for at, number in enumerate(numbers):
            _add(archive, tmp_path, number, story.articles[number])
            held = frozenset(numbers[: at + 1])
            # What was added in another order is the same archive (tests/archive/test_order.py): asked once in all its
            # words, and at the end of each other order in some.
            questions = story.asked if held in _first_held(story, order) else ()
            if not questions and len(held) == len(story.articles):
                questions = story.asked[list(ORDERS).index(order) :: len(ORDERS)]
            for asked in questions if 0 in held else ():
                timeline = lead_up(asked, archive)
                stated = [e.wording.exact for e in timeline.entries if e.is_target]
                assert timeline.target is not None
                assert (str(timeline.target.day), len(stated)) == (story.day, 1), (asked, number)
                assert not any(words in stated[0] for words in IN_PASSING), stated


@pytest.mark.parametrize("asked", STORIES["dam"].asked)
def test_what_went_before_stands_beside_the_event(asked: str, tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        for number, telling in enumerate(STORIES["dam"].articles):
            _add(archive, tmp_path, number, telling)
        days = {str(e.day) for e in lead_up(asked, archive).entries}
    assert {"2019-03-04", "2019-03-07", "2019-03-08", "2019-03-14"} <= days


def test_nothing_of_another_story_is_told(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        for number, telling in enumerate(STORIES["mixed"].articles):
            _add(archive, tmp_path, number, telling)
        told = " ".join(e.wording.exact for e in lead_up("the Silver Creek dam failure", archive).entries)
    assert "cup" not in told
    assert "Milk" not in told


def _tellings(texts: Sequence[str]) -> Pool:
    return pool(tuple(("2021-05-18", f"Outlet {n}", text) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("asked", "sentence", "tells"),
    [
        ("the Kettle Falls dam failure", "The Kettle Falls dam was inspected on Monday.", False),
        ("the Kettle Falls dam failure", "The dam at Kettle Falls fell on Monday.", True),
        ("the collapse of the Orsk wall", "The Orsk wall falls.", True),
    ],
)
def test_a_word_of_a_name_is_no_deed(asked: str, sentence: str, tells: bool) -> None:
    assert bool(Matcher(read_question(asked, ENGLISH)).matches(_tellings([sentence]))) is tells


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("Karl Tolm ousted", Role.PATIENT),
        ("Karl Tolm quit", None),
        ("Karl Tolm resigned", None),
    ],
)
def test_who_is_ousted_has_it_done_to_him(asked: str, role: Role | None) -> None:
    assert read_question(asked, ENGLISH).role == role


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union condemned the coup in Orsk on Saturday, a day after generals overthrew Karl Tolm.", "2021-05-14"),
        ("The army seized power in Orsk on Saturday, a day after a vote.", "2021-05-15"),
    ],
)
def test_the_day_that_is_counted_from_another_word_for_the_deed(text: str, day: str) -> None:
    assert str(find_target(Question("the coup in Orsk"), _tellings([text])).day) == day
