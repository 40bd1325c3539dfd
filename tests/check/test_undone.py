"""What sources deny or only foresee bears nothing out, however many of a statement's words they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup import Archive, check_draft
from leadup.check import judging
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.factuality import Factuality
from leadup.check.report import Statement
from leadup.check.seeking import Seeker
from leadup.check.undone import WHY, WHY_NOT, only_as_done
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 5, "The Varland senate is expected to take a vote on approving the Brenn tunnel on Wednesday."),
    ("Coast Daily", 6, "The Varland senate spent Thursday debating, and ultimately failing to pass, a bill approving "
     "the Brenn tunnel."),
    ("The Halder Post", 10, "Governor Ilse Marn on Monday flatly ruled out even entering into negotiations with the "
     "dockers' union over its pay claim."),
    ("Coast Daily", 14, "Jonas Veld climbed over the fence of the Halder palace on Friday and entered the building, "
     "police said."),
    ("Morning Ledger", 15, "Jonas Veld climbed over the fence of the Halder palace and ran through two of its rooms."),
    ("Coast Daily", 20, "The Dunmar council managed to pass the harbour budget on Thursday."),
    ("The Halder Post", 21, "The Dunmar council passed the harbour budget on Thursday after it had failed to do so "
     "in April."),
    ("Morning Ledger", 25, "A customs officer apologized to the singer Tessa Orlo on Tuesday for searching her bags."),
)  # fmt: skip

TOLD: list[tuple[str, str, Factuality]] = [
    ("The senate will take a vote on approving the tunnel.", "approv", "foreseen"),
    ("A bill approving the tunnel failed in the senate.", "approv", "foreseen"),
    ("The senate passed a bill approving the tunnel.", "approv", "told"),
    ("Marn ruled out even entering into negotiations.", "enter", "undone"),
    ("Marn ruled out even entering into negotiations.", "negotiation", "undone"),
    ("The council stopped short of banning the ferries.", "ban", "undone"),
    ("The senate voted against closing the port.", "clos", "undone"),
    ("The senate voted against closing the port.", "vot", "undone"),
    ("The senate voted to close the port.", "clos", "told"),
    ("The approval of the tunnel could come on Monday.", "approval", "foreseen"),
    ("Orlo is ready to run for mayor.", "run", "foreseen"),
    ("Marn left after approving the tunnel.", "approv", "told"),
    ("The police arrested Veld and closed the palace.", "clos", "told"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("undone"), *more) as made:
        yield made


@pytest.mark.parametrize(("words", "key", "held"), TOLD)
def test_what_stands_over_a_deed_says_how_it_is_held(words: str, key: str, held: Factuality) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    assert {c.factuality for c in clauses_of(parse, frozenset({key}), start) if c.key == key} == {held}


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (6, "The Varland senate approved the Brenn tunnel."),
        (10, "Governor Ilse Marn agreed to negotiations with the dockers' union over its pay claim."),
        (14, "Jonas Veld climbed over the fence of the Halder palace but did not get inside."),
        (25, "The singer Tessa Orlo apologized to a customs officer for searching her bags."),
    ],
)
def test_what_is_denied_or_foreseen_bears_nothing_out(kept: Archive, late: int, words: str) -> None:
    (finding,) = check_draft(f"{DAY + dt.timedelta(late):%B %-d, %Y}: {words}", kept, missing=False).findings
    assert finding.kind not in ("supported", "one side only"), finding


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (14, "Jonas Veld climbed over the fence of the Halder palace and got inside the building."),
        (20, "The Dunmar council passed the harbour budget."),
        (25, "A customs officer apologized to the singer Tessa Orlo for searching her bags."),
    ],
)
def test_what_is_told_as_done_still_bears_out(kept: Archive, late: int, words: str) -> None:
    (finding,) = check_draft(f"{DAY + dt.timedelta(late):%B %-d, %Y}: {words}", kept, missing=False).findings
    assert finding.kind in ("supported", "one side only"), finding


def _given_up(kept: Archive, late: int, words: str) -> tuple[str, str, int]:
    """What becomes of a statement that all that comes near is said to bear out."""
    case = judging.case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert case is not None
    near = [r.bearing for r in case.read if r.bearing.score >= 0.5 and case.is_then(r.bearing)]
    found = case.found("supported" if len(near) > 1 else "one side only", "sure", f"{len(near)} outlets tell it", near)
    made = only_as_done(case, found)
    return made.kind, made.why, made.independent


def test_it_says_why(kept: Archive) -> None:
    words = "The Varland senate approved the Brenn tunnel."
    assert _given_up(kept, 6, words)[:2] == ("no source says so", WHY)
    words = "Jonas Veld climbed over the fence of the Halder palace but did not get inside."
    assert _given_up(kept, 14, words)[:2] == ("no source says so", WHY_NOT)
    words = "Governor Ilse Marn agreed to negotiations with the dockers' union over its pay claim."
    assert _given_up(kept, 10, words)[:2] == ("no source says so", WHY)


def test_a_sentence_that_denies_is_not_counted_beside_one_that_tells(tmp_path: Path) -> None:
    told = (
        ("The Halder Post", 30, "The Brenn council approved the ferry tax on Sunday."),
        ("Coast Daily", 31, "The Brenn council is expected to take a vote on approving the ferry tax."),
    )
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in told]
    with archive(tmp_path / "two", *more) as made:
        kind, _, independent = _given_up(made, 30, "The Brenn council approved the ferry tax.")
    assert (kind, independent) == ("one side only", 1)
