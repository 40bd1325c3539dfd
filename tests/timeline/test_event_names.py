"""How much of who and what is asked for a sentence names itself, and what is read first by that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.reading.syntax import parse
from leadup.timeline.event_names import (
    begun_lacking,
    groups_of_persons,
    has_part_in_main,
    is_named_beside,
    names_lacking,
    things_lacking,
)
from leadup.timeline.pool import Pool
from leadup.timeline.stating import find_event
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match

DAY = dt.date(2021, 5, 7)


@pytest.mark.parametrize(
    ("asked", "sentence", "has_part"),
    [
        ("Karl Tolm flies to Orsk", "Karl Tolm came to the harbour of Orsk on May 7.", True),
        ("Karl Tolm flies to Orsk", "Dockers greeted Karl Tolm on May 7.", True),
        ("Karl Tolm flies to Orsk", "Karl Tolm's wife came to the harbour on May 7.", True),
        ("Karl Tolm flies to Orsk", "As Karl Tolm was on his way, dockers were arrested in Hask.", False),
        ("Karl Tolm flies to Orsk", "The council of Hask said that it had no reason to stop Karl Tolm.", False),
        ("the ferry sinks", "Dockers greeted the crew on May 7.", True),
    ],
)
def test_who_has_a_part_in_what_a_sentence_turns_on(asked: str, sentence: str, has_part: bool) -> None:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    assert has_part_in_main(tree, read_question(asked, ENGLISH).slots) is has_part


def test_what_those_asked_about_did_is_read_before_what_others_did() -> None:
    own = "Karl Tolm, who ran the harbour of Hask, came to the docks of Orsk on May 7 from Hask."
    other = "The council of Hask said on May 7 that it had no reason to stop Karl Tolm from boarding to Orsk."
    table = read_table(
        pool((("2021-05-07", "Mail", other), ("2021-05-10", "Echo", own))),
        Question("Karl Tolm flies to Orsk", date=DAY),
        DAY.toordinal(),
        DAY.toordinal(),
    )
    stated = find_event(table, Target("Karl Tolm flies to Orsk", DAY, "given")).stated
    assert stated is not None and table.text(stated) == own


@pytest.mark.parametrize(
    ("asked", "persons"),
    [
        ("Karl Tolm flies to Orsk", ["Karl", "Tolm"]),
        ("Tolm flies to Orsk", []),
        # a body or a place called so, or written as bodies are; a person's initial
        ("Carolina votes", []),
        ("South Carolina votes", []),
        ("ISIS bombs Orsk", []),
        ("Anna bombs Orsk", ["Anna"]),
    ],
)
def test_which_names_are_of_persons(asked: str, persons: list[str]) -> None:
    slots = read_question(asked, ENGLISH).slots
    groups = groups_of_persons(slots, ENGLISH)
    assert [slot.asked for slot in slots if slot.is_name and slot.group in groups] == persons


def _match(asked: str, own: Collection[str], held: Collection[str] = (), text: str = "", deed: str = "") -> Match:
    """A match that holds the slots of these words itself, and those of the others in its title."""
    slots = read_question(asked, ENGLISH).slots
    itself, title = (frozenset(n for n, s in enumerate(slots) if s.asked in words) for words in (own, held))
    return Match(0, 0, 1.0, itself | title, itself, True, 1.0, text.index(deed) if deed else -1)


@pytest.mark.parametrize(
    ("own", "title", "lacking"),
    [
        ("Karl Tolm Orsk", "", 0),
        ("Tolm Orsk", "", 0),
        ("Tolm", "", 1),
        ("Orsk", "Tolm", 0.5),
        ("", "Tolm Orsk", 1),
        ("flies", "Orsk", 1.5),
        ("flies", "", 2),
    ],
)
def test_how_many_names_a_sentence_lacks(own: str, title: str, lacking: float) -> None:
    asked = "Karl Tolm flies to Orsk"
    assert names_lacking(read_question(asked, ENGLISH).slots, _match(asked, own.split(), title.split())) == lacking


@pytest.mark.parametrize(
    ("asked", "own", "text", "deed", "lacking"),
    [
        # by another word, with what is done: it is there, or lacks; a word that only says where or by whom
        ("Varo storms a school in Orsk", "storms school", "Varo raided a school.", "raided", 0),
        ("Varo storms a school in Orsk", "storms", "Varo raided it.", "raided", 1),
        ("Varo storms a school hall", "storms", "Varo raided it.", "raided", 2),
        ("Varo storms a school hall", "storms hall", "Varo raided a hall.", "raided", 1),
        ("gunmen storm a school in Orsk", "storm school", "They raided a school.", "raided", 0),
        ("the school storming in Orsk", "storming", "They raided it.", "raided", 0),
        # by its own word, in whatever form, or where no word is known for it
        ("Varo storms a school in Orsk", "storms", "Varo stormed it.", "stormed", 0),
        ("Varo storms a school in Orsk", "storms", "Varo STORMS it.", "STORMS", 0),
        ("Varo storms a school in Orsk", "storms", "...", "...", 0),
    ],
)
def test_how_many_things_a_sentence_lacks(asked: str, own: str, text: str, deed: str, lacking: int) -> None:
    slots = read_question(asked, ENGLISH).slots
    assert things_lacking(slots, _match(asked, own.split(), text=text, deed=deed), text, ENGLISH) == lacking


@pytest.mark.parametrize(
    ("asked", "own", "lacking"),
    [
        ("the blackout begins", "begins blackout", 0),
        ("the blackout begins", "begins", 1),
        ("the Orsk launch ends", "ends Orsk", 1),
        # of no deed that begins or ends another
        ("Varo invokes the treaty", "invokes Varo", 0),
    ],
)
def test_whether_what_is_begun_lacks(asked: str, own: str, lacking: int) -> None:
    assert begun_lacking(read_question(asked, ENGLISH).slots, _match(asked, own.split()), ENGLISH) == lacking


@pytest.mark.parametrize(
    ("title", "text", "sentence", "named"),
    [
        ("", "Gunmen came on May 7. Orsk was quiet. It rained. It snowed.", 0, True),
        ("Orsk under fire", "Gunmen came on May 7. It was quiet. It rained. It snowed.", 0, True),
        ("Under fire", "Gunmen came on May 7. It was quiet. It rained. It snowed.", 0, False),
        # not far below, nor in what is far below
        ("", "Gunmen came on May 7. It rained. Orsk was quiet. It snowed.", 0, True),
        ("", "Gunmen came on May 7. It rained. It snowed. Orsk was quiet.", 0, False),
        ("Orsk under fire", "It rained. It snowed. Gunmen came on May 7.", 2, True),
        ("Orsk under fire", "It rained. It snowed. It froze. Gunmen came on May 7.", 3, False),
    ],
)
def test_what_is_named_beside_a_lead(title: str, text: str, sentence: int, named: bool) -> None:
    (article,) = pool((("2021-05-07", "Mail", text),)).articles
    told = Pool.of([replace(article, title=title)], ENGLISH)
    table = read_table(told, Question("Orsk", date=DAY), DAY.toordinal(), DAY.toordinal())
    row = next(n for n, at in enumerate(table.rows) if at.sentence == sentence)
    assert is_named_beside(table, row, ("Orsk", "Hask")) is named
