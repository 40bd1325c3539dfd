"""How likely a sentence tells what a statement does, by all that they share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Statement
from leadup.check.case import Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.telling import DAY_WEIGHTS, WEIGHTS, day_evidence, likely_tellings, tellings
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Governor Ines Quill of Ostrava lifted the ban on fishing off the Brenn coast on Thursday."),
    ("Coast Daily", 6, "Ines Quill, Ostrava's governor, on Thursday lifted the long ban on fishing off Brenn's coast."),
    ("Morning Ledger", 9, "Bram Oster claimed on Sunday that Ines Quill had taken bribes from the Dunmar merchants."),
    ("Harbour Gazette", 12, "Fire swept through the Ostrava opera on Wednesday and left 14 singers dead."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("telling"), *more) as made:
        yield made


def case(kept: Archive, late: int, words: str) -> Case:
    made = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("late", "words", "told"),
    [
        (6, "On Thursday Governor Ines Quill of Ostrava scrapped the ban on fishing off the Brenn coast.", "lifted"),
        (6, "Ines Quill lifted the fishing ban off Brenn to please skippers.", "lifted"),
        (12, "A fire at the opera of Ostrava took the lives of 14 singers.", "14 singers"),
        (12, "A fire at the opera of Ostrava took the lives of 41 singers.", ""),
        (26, "On Thursday Governor Ines Quill of Ostrava scrapped the ban on fishing off the Brenn coast.", ""),
        (9, "Ines Quill took bribes from merchants in Dunmar.", ""),
        (6, "Governor Ines Quill did not lift the ban on fishing off the Brenn coast.", ""),
        (6, "Governor Ines Quill opened a museum of herring in Dunmar.", ""),
    ],
)
def test_what_is_told_alike(kept: Archive, late: int, words: str, told: str) -> None:
    made = case(kept, late, words)
    found = likely_tellings(made, tellings(made))
    assert bool(found) == bool(told), [(t.likelihood, t.bearing.words) for t in tellings(made)]
    assert all(told in b.words for b in found)


def test_all_that_is_known_is_weighed(kept: Archive) -> None:
    made = case(kept, 6, "Ines Quill lifted the ban on fishing off the Brenn coast.")
    found = tellings(made)
    assert [t.likelihood for t in found] == sorted((t.likelihood for t in found), reverse=True)
    assert {name for t in found for name in t.evidence} == set(WEIGHTS)
    assert set(day_evidence(made, found)) == set(DAY_WEIGHTS)
    assert all(0 <= t.likelihood <= 1 for t in found)


@pytest.mark.parametrize(
    ("late", "words", "plain"),
    [
        (6, "Ines Quill lifted the ban on fishing off the Brenn coast.", True),
        (6, "Ines Quill did not lift the ban on fishing off the Brenn coast.", False),
        (12, "A fire at the opera of Ostrava left 41 singers dead.", False),
    ],
)
def test_what_is_against_it_in_the_sentence_itself(kept: Archive, late: int, words: str, plain: bool) -> None:
    assert tellings(case(kept, late, words))[0].is_plain == plain
