"""Which sentences are known to be of a statement's happening, and what is said of it by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Finding, Statement
from leadup.check.aligned import WHY, shown_by_its_happening, unless_of_its_day
from leadup.check.alignment import WEIGHTS, alignments, evidence
from leadup.check.case import FEW, Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Carl Benda, a welder, gunned down two bakers at the night market of Ostrava on Thursday. "
     "Traders closed their stalls."),
    ("Coast Daily", 7, "A memorial for the two bakers whom Carl Benda shot dead at Ostrava's night market was held."),
    ("Morning Ledger", 9, "Librarians in Brenn toppled Pavel Marek, the chairman of their union, on Sunday. "
     "The union named no successor to Pavel Marek."),
    ("Harbour Gazette", 9, "Pavel Marek had led the union of librarians in Brenn for ten years. It has 400 members."),
    ("Harbour Gazette", 12, "Skippers of Vessin sent a bill for torn nets to the owner of a dredger, Ines Quill."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("aligned"), *more) as made:
        yield made


def case(kept: Archive, late: int, words: str) -> Case:
    made = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert made is not None
    return made


def unsaid(made: Case) -> Finding:
    return made.found("no source says so", "likely", made.nothing(), made.nearest)


NEAR = "Librarians in Brenn ousted Pavel Marek, the chairman of their union."


@pytest.mark.parametrize(
    ("late", "words", "is_shown"),
    [
        (9, NEAR, True),
        # whether it was done, and by whom, is for him who reads to see: it is of the same happening
        (9, "Librarians in Brenn did not oust Pavel Marek, the chairman of their union.", True),
        (9, "Pavel Marek ousted the chairman of the union of librarians in Brenn.", True),
        # another happening of that day, and another day
        (9, "Customs officers in Brenn seized forty crates of contraband tea.", False),
        (25, NEAR, False),
    ],
)
def test_what_is_likely_of_the_happening_is_shown_first(kept: Archive, late: int, words: str, is_shown: bool) -> None:
    made = case(kept, late, words)
    found = shown_by_its_happening(made, unsaid(made))
    assert (found.kind, found.sureness) == ("no source says so", "likely")
    assert (found.why == WHY) == is_shown, [(a.bearing.words, a.likelihood) for a in alignments(made)]
    if is_shown:
        assert "toppled" in found.witnesses[0].span.exact


def test_what_says_why_by_itself_is_left(kept: Archive) -> None:
    made = case(kept, 9, NEAR)
    for kind, why in (("no source says so", "they tell it as foreseen only"), ("supported", made.nothing())):
        found = made.found(kind, "likely", why, made.nearest)  # type: ignore[arg-type]
        assert shown_by_its_happening(made, found) is found


def test_a_hint_of_another_day_yields_to_its_own(kept: Archive) -> None:
    made = case(kept, 9, NEAR)
    for sure, kind in (("possible", "no source says so"), ("likely", "date differs")):
        hint = made.found("date differs", sure, "the sources place it on another day", made.nearest)  # type: ignore[arg-type]
        assert unless_of_its_day(made, hint).kind == kind


def test_all_that_is_known_is_weighed(kept: Archive) -> None:
    made = case(kept, 9, NEAR)
    likely = [a.likelihood for a in alignments(made)]
    assert likely == sorted(likely, reverse=True) and all(0 <= x <= 1 for x in likely)
    assert all(set(evidence(made, read)) == set(WEIGHTS) for read in made.read)


def test_few_that_hold_little_are_read_of_its_own_day(kept: Archive) -> None:
    made = case(
        kept, 12, "Skippers from Vessin billed Ines Quill for gear that her ship had ruined off the northern coast."
    )
    assert any("torn nets" in read.bearing.words for read in made.read)
    assert len(made.read) <= FEW
