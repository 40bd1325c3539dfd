"""How a clause of a source holds a statement's deed: one measure for what is borne out and what is contradicted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Statement
from leadup.check.contrary import verbs_of
from leadup.check.holding import NOT_AT_ALL, Hold, held_by, most
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

SOURCES = (
    "Governor Jens Orvik resigned over the ferry scandal on Friday.",
    "Governor Jens Orvik did not resign over the ferry scandal.",
    "Governor Jens Orvik may resign over the ferry scandal.",
    "An ally of Jens Orvik resigned over the ferry scandal.",
    "Jens Orvik refused to resign over the ferry scandal.",
    "The resignation of Jens Orvik over the ferry scandal was sought by the guild.",
    "Jens Orvik, who twice resigned, spoke about the ferry scandal.",
    "Nils Brandt arrested the governor Jens Orvik over the ferry scandal.",
    "Jens Orvik arrested Nils Brandt over the ferry scandal.",
    "The Senate rejected the ferry plan over the ferry scandal.",
    "The Senate passed the harbour plan over the ferry scandal.",
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, "Coast Daily", DAY) for text in SOURCES]
    with archive(tmp_path_factory.mktemp("holding"), *more) as made:
        yield made


def _hold(kept: Archive, words: str, source: str) -> Hold:
    case = case_of(Statement(0, len(words), words, DAY), Seeker(kept, ENGLISH))
    assert case is not None
    (read,) = [r for r in case.read if r.bearing.words == source]
    return held_by(case, verbs_of(case)[0], read)


RESIGNED = "Governor Jens Orvik resigned over the ferry scandal."
WOULD_NOT = "Governor Jens Orvik said he would not resign over the ferry scandal."


@pytest.mark.parametrize(
    ("words", "source", "way"),
    [
        (RESIGNED, SOURCES[0], "same"),
        (RESIGNED, SOURCES[1], "other"),
        (RESIGNED, SOURCES[2], "thought_of"),
        (RESIGNED, SOURCES[4], "other"),
        (WOULD_NOT, SOURCES[0], "other"),
        (WOULD_NOT, SOURCES[6], ""),
        ("Nils Brandt arrested the governor Jens Orvik over the ferry scandal.", SOURCES[7], "same"),
        ("Nils Brandt arrested the governor Jens Orvik over the ferry scandal.", SOURCES[8], "anothers"),
        ("The Senate passed the ferry plan over the ferry scandal.", SOURCES[9], "other"),
        ("The Senate rejected the ferry plan over the ferry scandal.", SOURCES[9], "same"),
    ],
)
def test_each_way_of_holding_a_deed(kept: Archive, words: str, source: str, way: str) -> None:
    hold = _hold(kept, words, source)
    strongest = max(("same", "other", "thought_of", "anothers"), key=lambda name: getattr(hold, name))
    assert (strongest if hold != NOT_AT_ALL else "") == way, hold


def test_he_holds_it_more_strongly_than_an_ally_or_a_noun(kept: Archive) -> None:
    his, allys, noun = (_hold(kept, RESIGNED, SOURCES[k]).same for k in (0, 3, 5))
    assert his > noun and his > allys


def test_the_strongest_of_each_way_is_kept() -> None:
    assert most([]) == NOT_AT_ALL
    made = most([Hold(same=1.0, other=0.5), Hold(other=2.0, anothers=1.5)])
    assert made == Hold(same=1.0, other=2.0, anothers=1.5)
    assert made.against == 2.0
