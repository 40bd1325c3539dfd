"""A true line that tells what was not done is not said to be contradicted; one that denies what was done is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from leadup.check import Finding
from leadup.check.case import Case
from leadup.check.judging import case_of
from leadup.check.polarity import only_if_opposite, only_if_undone_there
from leadup.check.report import Statement
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Governor Jens Orvik was asked about the ferry scandal on Thursday. "
     "A longtime Orvik ally, Nils Brandt, admitted ordering the closing of the ferry and resigned in April."),
    ("Coast Daily", 6, "Governor Jens Orvik apologized for the ferry scandal on Thursday. "
     "Nils Brandt, an aide of Orvik's, resigned over the ferry scandal."),
    ("The Halder Post", 10, "The Senate voted down the lighthouse tax on Monday. "
     "After the Senate rejected the lighthouse tax, it passed two other bills on fishing."),
    ("Coast Daily", 10, "The lighthouse tax was rejected by the Senate on Monday."),
    ("The Halder Post", 15, "Treasurer Karin Lund resigned on Saturday after a week of protests."),
    ("Coast Daily", 15, "Karin Lund, the treasurer, resigned on Saturday, her office said."),
    ("Morning Ledger", 20, "Mayor Tove Rask announced on Thursday that she would run for governor."),
    ("Coast Daily", 20, "Tove Rask, the mayor, said on Thursday that she would run for governor."),
    ("The Halder Post", 25, "The jury found the smuggler Piet Holm not guilty on one of six counts on Tuesday. "
     "The jurors of the smuggler Piet Holm only agreed on one count on Tuesday."),
    ("Morning Ledger", 30, "Bente Dahl should not run for the guild, 61 members said on Sunday."),
    ("Coast Daily", 30, "Bente Dahl should not run for the guild, the smiths wrote on Sunday."),
    ("The Halder Post", 35, "Marshal Aron Kvist ordered the killing of the raider Tor Mehl in Brenn on Friday."),
    ("Coast Daily", 35, "Two dockers were killed in the Brenn raid of Friday, Marshal Aron Kvist said."),
    ("Morning Ledger", 35, "Marshal Aron Kvist said the raider Tor Mehl was killed in the Brenn raid on Friday."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("polarity"), *more) as made:
        yield made


def _case(kept: Archive, late: int, words: str) -> Case:
    case = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert case is not None
    return case


def _opposite(case: Case) -> Finding:
    return case.found("sources say the opposite", "sure", "the draft denies what the sources tell", case.nearest)


@pytest.mark.parametrize(
    ("late", "words", "stands"),
    [
        # What an ally did, or he did before, denies no refusal; what he said himself does.
        (6, "Jens Orvik said he would not resign over the ferry scandal.", False),
        (20, "Mayor Tove Rask said that she would not run for governor.", True),
        # A deed of one word told by another one, and other things done to others in the same sentence.
        (10, "The Senate failed to pass the lighthouse tax.", False),
        (10, "The Senate passed the lighthouse tax.", True),
        (10, "The Senate did not reject the lighthouse tax.", True),
        # "Found" that is turned right after, and no more agreed on than that.
        (25, "A jury cleared the smuggler Piet Holm of one count.", False),
        (25, "Jurors of the smuggler Piet Holm did not agree on five counts.", False),
        # What was done, denied.
        (15, "Treasurer Karin Lund did not resign.", True),
        (15, "Treasurer Karin Lund did not resign.", True),
        (15, "Treasurer Karin Lund resigned.", False),
    ],
)
def test_a_contradiction_stands_by_the_same_deed_told_otherwise(
    kept: Archive, late: int, words: str, stands: bool
) -> None:
    case = _case(kept, late, words)
    assert only_if_opposite(case, _opposite(case)).contradicts == stands


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (6, "Governor Jens Orvik said he would not resign."),
        (10, "The Senate failed to pass the lighthouse tax."),
        (10, "The Senate rejected the lighthouse tax."),
    ],
)
def test_what_was_not_done_is_not_contradicted(kept: Archive, late: int, words: str) -> None:
    (finding,) = check_draft(f"{DAY + dt.timedelta(late):%B %-d, %Y}: {words}", kept, missing=False).findings
    assert not finding.contradicts, finding


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (15, "Treasurer Karin Lund did not resign."),
        (15, "Treasurer Karin Lund refused to resign."),
        (20, "Mayor Tove Rask announced that she would not run for governor."),
    ],
)
def test_a_denial_of_what_was_done_is_contradicted(kept: Archive, late: int, words: str) -> None:
    (finding,) = check_draft(f"{DAY + dt.timedelta(late):%B %-d, %Y}: {words}", kept, missing=False).findings
    assert finding.kind == "sources say the opposite" and finding.contradicts, finding


def test_the_sentences_that_bear_it_out_stand_first(kept: Archive) -> None:
    case = _case(kept, 15, "Treasurer Karin Lund refused to resign.")
    finding = only_if_opposite(case, _opposite(case))
    assert "resigned" in finding.witnesses[0].span.exact


@pytest.mark.parametrize(
    ("words", "stands"),
    [("Karin Lund did not resign.", False), ("Karin Lund resigned.", True)],
)
def test_what_was_not_done_is_dated_only_by_a_sentence_that_says_so(kept: Archive, words: str, stands: bool) -> None:
    case = _case(kept, 15, words)
    moved = case.found("date differs", "likely", "of another day", [r.bearing for r in case.read])
    assert only_if_undone_there(case, moved).contradicts == stands


def test_that_others_were_against_it_is_no_day_of_a_refusal(kept: Archive) -> None:
    draft = f"{DAY + dt.timedelta(33):%B %-d, %Y}: Bente Dahl announced that she would not run for the guild."
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind != "date differs" or not finding.contradicts, finding


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        # That another one was killed does not deny it; that one of them was does.
        ("No fishermen were killed in the Brenn raid, Marshal Aron Kvist said.", False),
        ("No dockers were killed in the Brenn raid, Marshal Aron Kvist said.", True),
    ],
)
def test_none_of_some_people_is_denied_by_one_of_them(kept: Archive, words: str, stands: bool) -> None:
    case = _case(kept, 35, words)
    assert (only_if_opposite(case, _opposite(case)).kind == "sources say the opposite") == stands
