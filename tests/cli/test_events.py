"""``leadup events``: event data of an archive as CSV."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

import leadup.cli.events  # noqa: F401  (the command is there once its module is)
from leadup.cli import main
from leadup.ingest import Archive
from leadup.intake import read_path
from leadup.model import Article
from leadup.output.eventdata import COLUMNS


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("events") / "archive"
    examples = Path(__file__).resolve().parents[2] / "examples" / "articles"
    with Archive(folder, create=True) as kept:
        for found in list(read_path(examples))[:3]:
            assert isinstance(found, Article)
            kept.add(found)
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code = 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["leadup", *arguments])
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    printed, complained = (s.buffer.getvalue().decode() for s in (out, err))  # type: ignore[attr-defined]
    return code, printed, complained


def test_events_are_printed(archive: Path) -> None:
    code, out, _ = run("events", str(archive), "--csv", "-")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {"ASSAULT"} <= {r["event"] for r in rows}
    assert out.endswith("\r\n") and "\r\r" not in out


def test_events_are_written_and_every_action_is_more(archive: Path, tmp_path: Path) -> None:
    counts = []
    for name, more in (("main.csv", []), ("all.csv", ["--all"])):
        code, out, err = run("events", str(archive), "--csv", str(tmp_path / name), *more)
        assert (code, out) == (0, "")
        assert "wrote" in err
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            counts.append(len(list(csv.reader(file))) - 1)
    assert 0 < counts[0] < counts[1]


def test_a_table_of_ones_own(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("ASSAULT\t*\t-1\n", encoding="utf-8")
    code, out, _ = run("events", str(archive), "--csv", "-", "--intensity", str(own))
    assert code == 0 and ",-1.0," in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["none"],
        ["ARCHIVE", "--csv", "no/such/folder/events.csv"],
        ["ARCHIVE", "--intensity", "none.tsv"],
    ],
)
def test_what_cannot_be_done_is_said(archive: Path, arguments: list[str]) -> None:
    code, _, err = run("events", *[str(archive) if a == "ARCHIVE" else a for a in arguments])
    assert code not in (0, 2)
    assert err.startswith("leadup: ")
