"""`leadup desk`, `leadup dossier` and what `leadup to` has of them, as a person runs them."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
from pathlib import Path

import httpx

from leadup import Archive, gather
from leadup.corrections import Corrections
from tests.desk.conftest import TARGET, write_articles
from tests.ready import python
from tests.running import leadup


def run(*arguments: str, code: int = 0) -> str:
    done = leadup(*arguments)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_a_dossier_in_the_terminal(tmp_path: Path) -> None:
    archive = str(tmp_path / "archive")
    with Archive(archive, create=True) as kept:
        gather(kept, [write_articles(tmp_path / "in", ("gazette-1", "monitor-1", "gazette-2"))])
    assert "saved The Marisol, 1" in run("to", TARGET, "--archive", archive, "--dossier", "The Marisol")
    assert json.loads(run("dossier", "list", "--archive", archive, "--json"))["name"] == "The Marisol"
    assert "nothing is new" in run("dossier", "diff", "The Marisol", "--archive", archive)
    with Archive(archive) as kept:
        gather(kept, [write_articles(tmp_path / "more", ("courier-1",))])
    assert re.search(r"added +2021-03-01", run("dossier", "diff", "The Marisol", "--archive", archive))
    assert re.search(r"3 new, 1 withdrawn today", run("dossier", "list", "--new", "--archive", archive))
    row = json.loads(run("dossier", "list", "--new", "--json", "--archive", archive))
    assert row["new"] == {"added": 3, "withdrawn": 1} and row["trouble"] == ""
    assert "rust in the hull" not in run("dossier", "show", "The Marisol", "--archive", archive)
    out = tmp_path / "marisol.md"
    run("dossier", "export", "The Marisol", "--archive", archive, "--format", "markdown", "-o", str(out))
    assert "The ferry Marisol sank" in out.read_text("utf-8")
    assert "there is no dossier" in run("dossier", "show", "Another", "--archive", archive, code=11)


def test_as_of_a_day_in_the_terminal(kept: Path) -> None:
    asked = ("to", "the ferry Marisol off Port Ansel", "--date", "2021-03-06", "--archive", str(kept))
    said = " ".join(run(*asked, "--as-of", "2021-03-05").split())
    assert "only what was published by March 5, 2021" in said and "2 articles read" in said
    assert "4 articles read" in run(*asked)


def test_an_answer_without_corrections(kept: Path) -> None:
    from leadup import lead_up

    entry = lead_up(TARGET, kept).entries[0]
    with Archive(kept) as archive:
        at = dt.datetime(2021, 4, 1, tzinfo=dt.UTC)
        Corrections(kept).make(archive, "note", entry.wording, by="Ada", asked=TARGET, text="Ring the pilot", at=at)
    said = run("to", TARGET, "--archive", str(kept))
    assert "Editor’s note by Ada, April 1, 2021: Ring the pilot" in " ".join(said.split())
    assert "Ring the pilot" not in run("to", TARGET, "--archive", str(kept), "--uncorrected")


def test_one_desk_an_archive(kept: Path) -> None:
    command = [python(), "-m", "leadup", "desk", "--archive", str(kept), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as desk:
        try:
            assert desk.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", desk.stdout.readline())
            assert found is not None
            with httpx.Client(transport=httpx.HTTPTransport(retries=5), timeout=60) as client:
                assert "Latest in these articles" in client.get(found.group()).text
            said = run("desk", "--archive", str(kept), "--port", "0", "--no-browser", code=12)
            assert f"a desk is open on this archive at {found.group()}" in " ".join(said.split())
        finally:
            desk.terminate()
            desk.wait(30)
