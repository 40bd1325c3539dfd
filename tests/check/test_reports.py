"""A report as it is shown: escaped, exact, and with an exit code."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner
from typer.main import get_command

from leadup import check_draft
from leadup.cli import app
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
