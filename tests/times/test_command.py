"""``leadup dates``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from leadup.cli.dates import dates
from leadup.errors import BadQuestion, MissingInput, UnreadableInput

app = typer.Typer()
app.command()(dates)
TEXT = "They met on Friday, two days after the vote."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_json(story: str) -> None:
    answer = json.loads(CliRunner().invoke(app, [story, "--dct", "2020-01-05", "--json"]).output)
    first = answer["timexes"][0]
    assert (first["text"], first["value"], first["first"], first["last"]) == ("Friday", *["2020-01-03"] * 3)
    assert TEXT[first["start"] : first["end"]] == "Friday"
    assert answer["dct"] == "2020-01-05"
    assert (first["anchor"], first["reason"]) == (
        "2020-01-05, the article's date",
        "Friday before 2020-01-05, the article's date",
    )
    own = {"value": "2020-01-05", "name": "own"}
    assert first["because"] == {"rule": "weekday-before", "anchor": own, "of": None, "values": {"weekday": 5}}


def test_trace(tmp_path: Path) -> None:
    path = tmp_path / "named.txt"
    path.write_text("She told USA TODAY on Friday that 9000 years ago May 40 was no day.", "utf-8")
    lines = CliRunner().invoke(app, [str(path), "--dct", "2020-01-05", "--trace"]).output.splitlines()
    assert lines == [
        "-  13-18  TODAY  [today]  part of a name",
        "+  22-28  Friday  [weekday]  2020-01-03  from 2020-01-05, the article's date  "
        "Friday before 2020-01-05, the article's date",
        "-  34-48  9000 years ago  [shifted]  beyond the years 1 to 9999",
        "-  49-52  May  [month]  no time as it stands here",
    ]


def test_lines_and_timeml(story: str) -> None:
    shown = CliRunner().invoke(app, [story, "--dct", "2020-01-05"]).output
    assert "Friday before 2020-01-05, the article's date" in shown
    written = CliRunner().invoke(app, [story, "--dct", "2020-01-05", "--timeml"]).output
    assert '<TIMEX3 tid="t1" type="DATE" value="2020-01-03"' in written


def test_standard_input() -> None:
    assert "XXXX-WXX-5" in CliRunner().invoke(app, ["-"], input=TEXT).output


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["no-such-file.txt"], MissingInput),
        (["-", "--json", "--timeml"], BadQuestion),
        (["-", "--dct", "yesterday"], BadQuestion),
    ],
)
def test_errors(arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(CliRunner().invoke(app, arguments, input=TEXT).exception, error)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"caf\xe9")
    assert isinstance(CliRunner().invoke(app, [str(path)]).exception, UnreadableInput)


def test_without_a_day_of_writing_it_is_said_how_to_give_one(story: str) -> None:
    assert "--dct" in CliRunner().invoke(app, [story]).stderr
    assert not CliRunner().invoke(app, [story, "--dct", "2020-01-05"]).stderr
