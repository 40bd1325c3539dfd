"""A report as it is shown: escaped, exact, and with an exit code."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from typer.main import get_command

from leadup import Archive, check_draft
from leadup.check import CONTRADICTIONS, Retelling, judging
from leadup.cli import app
from leadup.errors import EmptyDraft
from leadup.output.report import (
    from_report_json,
    report_schema,
    to_report_json,
    to_report_markdown,
    to_report_page,
)
from tests.check.making import archive
from tests.timeline.making import article

HOSTILE = "Rebels <script>alert(1)</script> shelled Kell's harbour [x](javascript:alert(1)) on May 2, 2031, said Tolk."
DRAFT = (
    "May 2, 2031: Rebels shelled the port of Vessin and killed 61 dockers.\nMay 2, 2031: Rebels shelled Kell's harbour."
)


def test_what_comes_from_outside_is_escaped(tmp_path: Path) -> None:
    with archive(tmp_path, article(HOSTILE, "<i>Wire", dt.date(2031, 5, 2))) as kept:
        report = check_draft(DRAFT + "\nRebels shelled <img src=x> Vessin today.", kept)
    page = to_report_page(report, "<b>draft")
    assert "<script" not in page and "<img" not in page and "<i>" not in page and "<b>" not in page
    assert "<mark>61 dockers</mark>" in page
    assert "](javascript" not in to_report_markdown(report)


def test_json_fits_its_schema_and_comes_back(tmp_path: Path) -> None:
    with archive(tmp_path) as kept:
        report = check_draft(DRAFT, kept)
    data = to_report_json(report)
    jsonschema.Draft202012Validator(report_schema()).validate(json.loads(data))
    assert from_report_json(data) == report
    assert json.loads(data)["contradicted"] is True


def test_the_command_exits_with_one_where_a_source_contradicts(tmp_path: Path) -> None:
    archive(tmp_path / "a").close()
    run = CliRunner().invoke
    command = ["check", "-", "-a", str(tmp_path / "a"), "--no-missing"]
    assert run(get_command(app), command, input=DRAFT).exit_code == 1
    fine = run(get_command(app), command, input="May 2, 2031: Rebels shelled the port of Vessin.")
    assert fine.exit_code == 0 and "supported" in fine.output


NEAR = (("Morning Ledger", "Captain Joss Varo resigned as head of the harbour guard on Monday over the shelling."),)
ANOTHER_DAY = "May 15, 2031: Joss Varo quit the harbour guard over the shelling."


def test_what_is_only_possible_is_hedged_and_contradicts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(tmp_path, *(article(text, outlet, dt.date(2031, 5, 5)) for outlet, text in NEAR)).close()
    command = [get_command(app), ["check", "-", "-a", str(tmp_path), "--no-missing", "--md", str(tmp_path / "r.md")]]
    told = []
    for stated, possible in ((0.0, 0.0), (1.1, 0.0), (1.1, 1.1)):
        monkeypatch.setattr(judging, "STATED", stated)
        monkeypatch.setattr(judging, "POSSIBLE", possible)
        monkeypatch.setattr(judging, "reweighed", lambda _, found: found)
        monkeypatch.setattr(judging, "perhaps_otherwise", lambda _, __, found: found)
        run = CliRunner().invoke(*command, input=ANOTHER_DAY)
        with Archive(tmp_path) as kept:
            report = check_draft(ANOTHER_DAY, kept, missing=False)
        (finding,) = report.findings
        told.append((finding.kind, finding.sureness, finding.contradicts, report.contradicted, run.exit_code))
        hinted = finding.kind in CONTRADICTIONS and not finding.contradicts
        marks = [
            "perhaps: date differs" in run.output,
            "perhaps: date differs" in to_report_page(report) and 'class="perhaps"' in to_report_page(report),
            "- ? May" in (tmp_path / "r.md").read_text() or "- ? Joss" in (tmp_path / "r.md").read_text(),
            "1 perhaps date differs" in run.output,
        ]
        assert marks == [hinted] * 4, marks
        jsonschema.Draft202012Validator(report_schema()).validate(json.loads(to_report_json(report)))
        assert ("Varo quit" in Retelling("a program", report).kept) == (not finding.contradicts)
    assert told == [
        ("date differs", "likely", True, True, 1),
        ("date differs", "possible", False, False, 0),
        ("no source says so", "likely", False, False, 0),
    ]


@pytest.mark.parametrize("words", ["", "\n", "# A heading alone\n"])
def test_a_draft_without_a_statement_is_said_to_be_one(tmp_path: Path, words: str) -> None:
    archive(tmp_path / "a").close()
    run = CliRunner().invoke(get_command(app), ["check", "-", "-a", str(tmp_path / "a")], input=words)
    assert isinstance(run.exception, EmptyDraft) and "standard input: there is no statement" in str(run.exception)
    assert "article" not in str(run.exception)


def test_a_heading_in_markdown_stands_apart(tmp_path: Path) -> None:
    with archive(tmp_path) as kept:
        report = check_draft("May 2, 2031: Rebels shelled Vessin.\nMay 3, 2031: Oren Pask was arrested.", kept)
    lines = to_report_markdown(report).splitlines()
    assert all(not lines[k - 1] for k, line in enumerate(lines) if line.startswith("## ") and k)
