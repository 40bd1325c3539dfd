"""Whether who is asked for has a part in what a sentence turns on, and what is read first by that."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.reading.syntax import parse
from leadup.timeline.event_names import has_part_in_main
from leadup.timeline.stating import find_event
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question

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
