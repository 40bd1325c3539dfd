"""The place that a draft gives, and those that its sources have."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import Archive, check_draft
from tests.check.making import DAY, archive
from tests.timeline.making import article

ARREST = (
    ("Coast Daily", 1, "Police arrested the smuggler Jory Tane in Vessin on May 2, 2031, officials said."),
    ("Morning Ledger", 1, "Jory Tane, a suspect in the Dunmar blast, was arrested in Vessin on May 2, 2031."),
    ("Harbour Gazette", 2, "Officers arrested Jory Tane, who is accused of the bombing in Dunmar, on May 2, 2031."),
)
SEIZED = (
    ("Coast Daily", 1, "VESSIN (AP) -- Police arrested the smuggler Jory Tane on May 2, 2031, officials said."),
    ("Morning Ledger", 1, "The smuggler Jory Tane was arrested by police on May 2, 2031, in his kitchen."),
)
NOWHERE = (
    ("Coast Daily", 1, "Police arrested the smuggler Jory Tane on May 2, 2031, officials said."),
    ("Morning Ledger", 1, "The smuggler Jory Tane was arrested by police on May 2, 2031, in his kitchen."),
)


def _kept(folder: Path, told: tuple[tuple[str, int, str], ...]) -> Archive:
    return archive(folder, *(article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in told))


@pytest.mark.parametrize(("told", "words", "is_borne_out"), [
    (ARREST, "Police arrested Jory Tane in Vessin.", True),
    (ARREST, "Police arrested Jory Tane.", True),
    # Only the blast that he is known for was there.
    (ARREST, "Police arrested Jory Tane in Dunmar.", False),
    (ARREST, "Police arrested Jory Tane in Ostrava.", False),
    # A dateline says where it was; a country may hold the place; where no source gives any, none differs.
    (SEIZED, "Police arrested the smuggler Jory Tane in Vessin.", True),
    (SEIZED, "Police arrested the smuggler Jory Tane in Ostrava.", False),
    (SEIZED, "Police arrested the smuggler Jory Tane in Norway.", True),
    (SEIZED, "Police arrested the smuggler Jory Tane in the United Kingdom.", True),
    (NOWHERE, "Police arrested the smuggler Jory Tane in Vessin.", True),
])  # fmt: skip
def test_a_place_that_no_source_has(
    tmp_path: Path, told: tuple[tuple[str, int, str], ...], words: str, is_borne_out: bool
) -> None:
    with _kept(tmp_path / "a", told) as kept:
        (finding,) = check_draft(f"May 2, 2031: {words}", kept, missing=False).findings
    assert (finding.kind in ("supported", "one side only")) == is_borne_out, finding
    if not is_borne_out:
        assert "; they name Vessin" in finding.why


FELL = (
    ("Coast Daily", 1, "The Copper Falls dam gave way early Friday, flooding the town of Orrin."),
    ("Morning Ledger", 1, "Copper Falls dam gave way on Friday and water poured into Orrin."),
)


@pytest.mark.parametrize("words", ["The dam at Copper Falls gave way.", "The dam gave way at Copper Falls."])
def test_where_a_thing_stood_did_nothing(tmp_path: Path, words: str) -> None:
    with _kept(tmp_path / "a", FELL) as kept:
        (finding,) = check_draft(f"May 2, 2031: {words}", kept, missing=False).findings
    assert finding.kind != "actors differ"


DECLARED = (
    ("Coast Daily", 1, "Governor Elena Ruda declared an emergency in three counties after the dam gave way."),
    ("Morning Ledger", 1, "Gov. Elena Ruda declared a state of emergency, and the army was called in."),
)
SOUGHT = (
    ("Coast Daily", 1, "Governor Elena Ruda is seeking federal aid for three counties after the dam gave way."),
    ("Morning Ledger", 1, "Gov. Elena Ruda sought federal aid for Orrin, and the army was called in."),
)


@pytest.mark.parametrize("told", [DECLARED, SOUGHT])
def test_one_who_declares_an_emergency_runs_for_nothing(tmp_path: Path, told: tuple[tuple[str, int, str], ...]) -> None:
    with _kept(tmp_path / "a", told) as kept:
        (finding,) = check_draft("May 2, 2031: Governor Ruda resigned after the dam gave way.", kept).findings
    assert finding.kind == "no source says so"


DIED = (("Coast Daily", 2, "The old king of Varland, Aldo Rusk, who died Saturday, was mourned in Dunmar."),)


@pytest.mark.parametrize(("words", "kind"), [
    ("The old king of Varland, Aldo Rusk, died May 3, 2031.", "one side only"),
    ("The old king of Varland, Aldo Rusk, died May 2, 2031.", "date differs"),
])  # fmt: skip
def test_a_day_in_the_drafts_own_words_beside_the_sources(tmp_path: Path, words: str, kind: str) -> None:
    with _kept(tmp_path / "a", DIED) as kept:
        (finding,) = check_draft(words, kept, missing=False).findings
    assert finding.kind == kind, finding
