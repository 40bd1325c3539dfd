"""What sentences of a statement's own happening bear out, and which are known to be of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Finding, Statement
from leadup.check.aligned import WHY, borne_out_by_its_happening, told, unless_of_its_day
from leadup.check.alignment import WEIGHTS, alignments, evidence
from leadup.check.case import FEW, Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
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
    made = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept))
    assert made is not None
    return made


def unsaid(made: Case) -> Finding:
    return made.found("no source says so", "likely", made.nothing(), made.nearest)


@pytest.mark.parametrize(
    ("late", "words", "stances"),
    [
        # one without a name may have one there, and a deed another word
        (6, "A man murdered two bakers at the night market of Ostrava.", {"same"}),
        (9, "Librarians in Brenn ousted Pavel Marek, the chairman of their union.", {"same"}),
        # who stands on which side, and whether it was done, is never relaxed
        (9, "Pavel Marek ousted the chairman of the union of librarians in Brenn.", {"turned"}),
        (9, "Librarians in Brenn did not oust Pavel Marek, the chairman of their union.", {"other"}),
        # one of the others that the statement tells of is not "a man"
        (6, "A baker murdered two welders at the night market of Ostrava.", set()),
        # another deed of the same ones
        (9, "Librarians in Brenn sang for Pavel Marek, the chairman of their union.", set()),
    ],
)
def test_how_a_happening_is_told(kept: Archive, late: int, words: str, stances: set[str]) -> None:
    made = case(kept, late, words)
    assert {t.stance for t in told(made, 0.4)} & {"same", "other", "turned"} == stances, [
        (t.bearing.words, t.stance, t.alignment.likelihood) for t in told(made, 0.0)
    ]


@pytest.mark.parametrize(
    ("late", "words", "kind"),
    [
        (9, "Librarians in Brenn ousted Pavel Marek, the chairman of their union.", "one side only"),
        (9, "Librarians in Brenn did not oust Pavel Marek, the chairman of their union.", "no source says so"),
        (9, "Pavel Marek ousted the chairman of the union of librarians in Brenn.", "no source says so"),
        (6, "A man murdered seven bakers at the night market of Ostrava.", "no source says so"),
        (25, "Librarians in Brenn ousted Pavel Marek, the chairman of their union.", "no source says so"),
    ],
)
def test_what_its_happening_bears_out(kept: Archive, late: int, words: str, kind: str) -> None:
    made = case(kept, late, words)
    found = borne_out_by_its_happening(made, unsaid(made))
    assert found.sureness == "likely"
    assert found.kind == kind, [(t.bearing.words, t.stance, t.alignment.likelihood) for t in told(made, 0.0)]


def test_a_hint_of_another_day_yields_to_its_own(kept: Archive) -> None:
    made = case(kept, 9, "Librarians in Brenn ousted Pavel Marek, the chairman of their union.")
    for sure, kind in (("possible", "no source says so"), ("likely", "date differs")):
        hint = made.found("date differs", sure, "the sources place it on another day", made.nearest)  # type: ignore[arg-type]
        assert unless_of_its_day(made, hint).kind == kind


def test_all_that_is_known_is_weighed(kept: Archive) -> None:
    made = case(kept, 9, "Librarians in Brenn ousted Pavel Marek, the chairman of their union.")
    likely = [a.likelihood for a in alignments(made)]
    assert likely == sorted(likely, reverse=True) and all(0 <= x <= 1 for x in likely)
    assert all(set(evidence(made, read)) == set(WEIGHTS) for read in made.read)
    assert WHY


def test_few_that_hold_little_are_read_of_its_own_day(kept: Archive) -> None:
    made = case(
        kept, 12, "Skippers from Vessin billed Ines Quill for gear that her ship had ruined off the northern coast."
    )
    assert any("torn nets" in read.bearing.words for read in made.read)
    assert len(made.read) <= FEW
