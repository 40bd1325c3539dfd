"""A deed that the sources have done by another one whom the draft names too."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import check_draft
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("Coast Daily", 9, "Rebels from the hills captured Ostrava, Norland's old capital, on Sunday; its army fled."),
    ("The Halder Post", 10, "The rebels captured Norland's old capital, Ostrava, on Sunday."),
    ("Morning Ledger", 20, "The Herring League won control of the Norlandic assembly from the Salt Party on Thursday."),
    ("Harbour Gazette", 20, "The Herring League won control of the assembly on Thursday."),
    ("Coast Daily", 30, "Lena Varga, an artist, bought a painted boat from Bram Oster on Sunday."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("May 11, 2031: Norland's army captured Ostrava, the old capital, from rebels.", "actors differ"),
        (
            "May 22, 2031: The Salt Party won control of the Norlandic assembly from the Herring League.",
            "actors differ",
        ),
        ("May 11, 2031: Rebels captured Ostrava, the old capital, from Norland's army.", ""),
        ("May 22, 2031: The Herring League won control of the Norlandic assembly from the Salt Party.", ""),
        # another thing is done
        ("May 11, 2031: Norland's army fed Ostrava, the old capital, with rice from rebels.", ""),
        # another one bears it
        ("May 11, 2031: Norland's army captured a lighthouse from rebels.", ""),
    ],
)
def test_who_else_did_it(tmp_path: Path, draft: str, kind: str) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path, *told) as kept:
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert (finding.kind == "actors differ") == (kind == "actors differ"), finding


JOINT = (
    ("Coast Daily", 13, "Bram Oster toured the lighthouses of Ostrava with Lena Varga on Wednesday."),
    ("Morning Ledger", 13, "Oster toured the lighthouses of Ostrava on Wednesday with the artist Lena Varga."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "told", "differ"),
    [
        ("Lena Varga toured the lighthouses of Ostrava with Bram Oster.", JOINT, False),
        ("Lena Varga toured the lighthouses of Ostrava, and Bram Oster paid.", JOINT, False),
        ("Lena Varga captured Ostrava from Bram Oster.", (
            ("Coast Daily", 13, "Bram Oster captured Ostrava on Wednesday after Lena Varga fled."),
            ("Morning Ledger", 13, "Oster captured Ostrava on Wednesday; Varga fled."),
        ), True),
    ],
)  # fmt: skip
def test_who_joins_in_a_deed_is_no_other_one(
    tmp_path: Path, draft: str, told: tuple[tuple[str, int, str], ...], differ: bool
) -> None:
    with archive(tmp_path, *(article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in told)) as kept:
        (finding,) = check_draft(f"May 14, 2031: {draft}", kept, missing=False).findings
    assert (finding.kind == "actors differ") == differ, finding


def test_one_without_his_name_is_turned_round(tmp_path: Path) -> None:
    told = [
        article("A smuggler killed a customs officer in the port of Ostrava on Friday.", "Coast Daily", DAY),
        article("A customs officer was killed by a smuggler in the port of Ostrava.", "Morning Ledger", DAY),
    ]
    draft = "May 2, 2031: A customs officer, Joss Varo, killed a smuggler in the port of Ostrava."
    with archive(tmp_path, *told) as kept:
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == "actors differ", finding


BORNE = (
    ("Coast Daily", 9, "The smuggler Oren Finch was shot dead by police at a roadblock near Ostrava on Sunday."),
    ("The Halder Post", 10, "On Sunday two officers shot the smuggler Oren Finch at a roadblock near Ostrava."),
    ("Morning Ledger", 20, "The gunman Bram Varo shot a guard in Dunmar on Thursday before he was shot by police."),
    ("Coast Daily", 20, "Bram Varo, a gunman, shot a guard in Dunmar on Thursday; police then shot Varo."),
)


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("May 11, 2031: The smuggler Oren Finch shot a policeman at a roadblock near Ostrava.", "actors differ"),
        ("May 11, 2031: Police shot the smuggler Oren Finch at a roadblock near Ostrava.", ""),
        ("May 11, 2031: The smuggler Oren Finch was shot at a roadblock near Ostrava.", ""),
        # he did both
        ("May 22, 2031: The gunman Bram Varo shot a guard in Dunmar.", ""),
        # another deed, one of another
        ("May 11, 2031: The smuggler Oren Finch thanked a policeman at a roadblock near Ostrava.", ""),
        ("May 11, 2031: A friend of Oren Finch shot a policeman at a roadblock near Ostrava.", ""),
    ],
)
def test_who_bears_what_he_is_said_to_do(tmp_path: Path, draft: str, kind: str) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in BORNE]
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(draft, kept, missing=False).findings
    assert found.kind == kind or (not kind and found.kind != "actors differ"), found
