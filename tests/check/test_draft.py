"""A draft is cut into statements, each under its day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from leadup.check import draft_from_text, read_draft
from leadup.errors import UnreadableInput

D = dt.date

CASES = [
    ("## May 2, 2031\n- Rebels shelled the port.\n- Two ships sank there.\n",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 2), "Two ships sank there.")]),
    ("**May 2, 2031:** Rebels shelled the port.\n\nMay 3: Tolk spoke of it.",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 3), "Tolk spoke of it.")]),
    ("On 2 May 2031 rebels shelled the port. Tolk spoke of it later.",
     [(D(2031, 5, 2), "On 2 May 2031 rebels shelled the port."), (None, "Tolk spoke of it later.")]),
    ("What led up to the siege\n\n2031-05-02 – Rebels shelled the port.",
     [(D(2031, 5, 2), "Rebels shelled the port.")]),
    ("Rebels shelled the port.", [(None, "Rebels shelled the port.")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_headings_bullets_and_dates_give_their_day(text: str, expected: list[tuple[D | None, str]]) -> None:
    draft = draft_from_text(text)
    assert [(s.day, s.words) for s in draft.statements] == expected
    assert all(draft.text[s.start : s.end] == s.words for s in draft.statements)


def test_its_title_is_no_statement() -> None:
    assert draft_from_text("# The siege of Vessin\n\nRebels shelled the port.").title == "The siege of Vessin"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.json", json.dumps({"events": [{"start_date": {"year": "2031", "month": "5", "day": "2"},
                                           "text": {"text": "<p>Rebels shelled <b>the port</b>.</p>"}}]})),
        ("t.csv", "Year,Month,Day,Headline,Text\n2031,5,2,Shelling,Rebels shelled the port.\n"),
        ("u.csv", "date,text\n2031-05-02,Rebels shelled the port.\n"),
        ("t.md", "May 2, 2031: Rebels shelled the port.\n"),
        ("t.html", "<html><body><p>May 2, 2031: Rebels shelled the port.</p></body></html>"),
    ],
)  # fmt: skip
def test_files_of_many_forms(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (statement,) = read_draft(tmp_path / name).statements
    assert (statement.day, statement.words) == (D(2031, 5, 2), "Rebels shelled the port.")


def test_what_is_no_timeline_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[1]")
    with pytest.raises(UnreadableInput, match="Give text or a timeline"):
        read_draft(tmp_path / "x.json")
