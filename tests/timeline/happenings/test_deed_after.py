"""A further deed, of which a sentence says that it came after another, is not that one told again."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.reading.syntax import parse
from leadup.timeline.happenings.deed_after import comes_after


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        # the same thing done, by nobody who is named
        (
            "Norland said on Monday that it would send guards after angry marchers stormed the gates.",
            "Thousands of marchers stormed the harbour hall on Monday.",
            True,
        ),
        (
            "Norland sent guards on Monday after sailors burned the gates of the harbour.",
            "The year ended badly on Monday as dockers broke the gates of the harbour.",
            True,
        ),
        # one deed of both, or of one doer; what came before told as the deed itself; of somebody else's
        (
            "Marchers left on Monday after sailors stormed the gates.",
            "Marchers left the harbour on Monday.",
            False,
        ),
        (
            "Sailors sang on Monday after sailors stormed the gates.",
            "Sailors stormed the gates on Monday.",
            False,
        ),
        (
            "Sailors stormed the gates on Monday.",
            "Norland sent guards on Monday after sailors stormed the gates.",
            False,
        ),
        ("Norland sent guards on Monday after Ida Lund quit.", "Karl Tolm quit on Monday.", False),
        ("Norland sent guards after sailors burned the gate.", "Sailors burned the gate.", True),
        ("Norland sent two ships after sailors burned two gates.", "Sailors burned two gates.", True),
        ("Norland sent 12 guards after sailors burned the gate.", "Sailors burned the gate on May 12.", True),
        (
            "Guards arrested two dockers on Monday after sailors burned the gate.",
            "Sailors burned the gate and seized a guard.",
            True,
        ),
        # the further deed or its figure told in both, and what came of a deed
        ("Rebels seized Hask after guards fled the town.", "Guards fled the town as rebels seized it.", False),
        (
            "Guards arrested dockers after sailors burned the gate.",
            "Sailors burned the gate; dockers were seized.",
            False,
        ),
        ("Norland sent 12 guards after sailors burned the gate.", "Sailors burned the gate, and 12 came.", False),
        ("Three bakers died Monday after a bus hit a mill.", "A bus hit a mill on Monday, and it burned.", False),
        ("Two dockers were killed after a bus hit a mill.", "A bus hit a mill on Monday.", False),
        ("A docker was wounded after a bus hit a mill.", "A bus hit a mill on Monday.", False),
        ("Shares fell after the bank cut its forecast.", "The bank cut its forecast.", False),
        (
            "Norland sent guards on Monday because sailors stormed the gates.",
            "Sailors stormed the gates on Monday.",
            False,
        ),
    ],
)
def test_a_further_deed_that_only_came_after_anothers(one: str, other: str, after: bool) -> None:
    trees = [parse(text, [(0, len(text))], language=ENGLISH)[0] for text in (one, other)]
    assert comes_after(*trees, language=ENGLISH) is after
