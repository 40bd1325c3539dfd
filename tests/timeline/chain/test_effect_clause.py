"""Which clause of a sentence is said to answer, on sentences written for this."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain.cues import find_cues
from leadup.timeline.chain.effect_clause import clause_start


def clause(text: str) -> str | None:
    """The words of a sentence from the clause on that is said to answer, up to the cue."""
    (cue,) = (c for c in find_cues(text, ENGLISH) if c.name in ("in response to", "in retaliation for"))
    start = clause_start(text, cue, ENGLISH)
    return None if start is None else text[start : cue.start].strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # the whole sentence
        ("Rebels shelled Norhaven in response to the raid on the mill.", "Rebels shelled Norhaven"),
        # a clause beside, whose doer is named
        (
            "The bridge went down shortly after rebels fired rockets at the port in response to the raid on the mill.",
            "shortly after rebels fired rockets at the port",
        ),
        ("Tarn said the shelling was in retaliation for the raid on the mill.", "the shelling was"),
        # a deed that another clause tells of
        (
            "The council condemned an attack that was launched in retaliation for the raid on the mill.",
            "an attack that was launched",
        ),
        # what hangs on no deed says nothing of it
        (
            "Rebels carrying axes burned the town in retaliation for the raid on the mill.",
            "Rebels carrying axes burned the town",
        ),
        # what was done, whatever is to be done with it
        ("Orsk must pay a fine imposed in response to the raid on the mill.", "a fine imposed"),
        ("Orsk must lift sanctions imposed by Lom in response to the raid on the mill.", "sanctions imposed by Lom"),
        ("Orsk must repay the fine imposed in response to the raid on the mill.", "the fine imposed"),
        (
            "Orsk must lift the tolls that were imposed in response to the raid on the mill.",
            "the tolls that were imposed",
        ),
        ("Orsk must keep the gates closed in response to the raid on the mill.", None),
        ("A can bombing was staged in response to the raid on the mill.", "A can bombing was staged"),
        # what is not done yet
        ("Orsk must watch traders flee in response to the raid on the mill.", None),
        ("Orsk must help the traders rebuild in response to the raid on the mill.", None),
        ("Orsk must let the men go in response to the raid on the mill.", None),
        # who announces a deed answers by that
        (
            "Orsk announced it will cut off gas in response to the raid on the mill.",
            "Orsk announced it will cut off gas",
        ),
        ("Orsk announced it could cut off gas in response to the raid on the mill.", None),
        ("Orsk may announce it will cut off gas in response to the raid on the mill.", None),
        ("Orsk will cut off gas in response to the raid on the mill.", None),
        # what is only supposed answers nothing
        ("Tarn warned that rebels could shell the port in response to the raid on the mill.", None),
        ("Troops will march if rebels shell the port in response to the raid on the mill.", None),
    ],
)
def test_the_clause_that_answers(text: str, words: str | None) -> None:
    assert clause(text) == words
