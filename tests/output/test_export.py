"""`leadup export` and `leadup formats`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadup.cli import app
from leadup.errors import MissingInput, UnknownOutput, UnreadableInput, UnwritableOutput
from leadup.output import WRITERS, write
from tests.output.stories import crisis

RUN = CliRunner()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "days.json"
    path.write_bytes(write(crisis(), "json"))
    return path


def test_files_say_their_format_by_their_ending(kept: Path) -> None:
    made = [kept.with_suffix(ending) for ending in (".html", ".ics", ".timelinejs.json")]
    assert RUN.invoke(app, ["export", str(kept), *map(str, made)]).exit_code == 0
    for path, name in zip(made, ("html", "icalendar", "timelinejs"), strict=True):
        assert path.read_bytes() == write(crisis(), name)


def test_a_format_is_printed_without_a_file(kept: Path) -> None:
    result = RUN.invoke(app, ["export", str(kept), "--format", "vis-timeline"])
    assert result.exit_code == 0 and len(json.loads(result.stdout)["items"]) == 20


def test_standard_input_is_read(kept: Path) -> None:
    result = RUN.invoke(app, ["export", "-", "-f", "markdown"], input=kept.read_bytes())
    assert result.stdout_bytes == write(crisis(), "markdown")


def test_the_json_is_written_back_as_it_was(kept: Path) -> None:
    copy = kept.with_name("copy.json")
    assert RUN.invoke(app, ["export", str(kept), str(copy)]).exit_code == 0
    assert copy.read_bytes() == kept.read_bytes()


def test_each_failure_is_said(kept: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    for given, error in (
        ([str(tmp_path / "none.json")], MissingInput),
        ([str(broken)], UnreadableInput),
        ([str(kept), "days.zip"], UnknownOutput),
        ([str(kept), "-f", "pdf"], UnknownOutput),
        ([str(kept), str(tmp_path / "no" / "days.ics")], UnwritableOutput),
    ):
        assert isinstance(RUN.invoke(app, ["export", *given]).exception, error)


def test_formats_lists_every_name_and_ending() -> None:
    text = RUN.invoke(app, ["formats"]).stdout
    for writer in WRITERS.values():
        assert writer.name in text and writer.extension in text


@pytest.mark.parametrize("command", ["export", "formats"])
def test_help_has_examples(command: str) -> None:
    text = RUN.invoke(app, [command, "--help"]).stdout
    assert "Examples:" in text and f"leadup {command}" in text
