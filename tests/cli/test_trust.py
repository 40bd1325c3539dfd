"""The commands that others check an archive with, as a person runs them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.archive.test_order import every
from tests.running import leadup

from leadup import corrections, dossiers, watching
from leadup.archive.file import FILE
from leadup.cli import settings
from leadup.desk.routes import adding
from leadup.ingest import Archive, recovery
from leadup.lang.outlets import OWN_TABLE

ASKED = ("to", "the end of the Norhaven strike", "--date", "2031-03-15")


@pytest.fixture
def archive(tmp_path: Path) -> str:
    with Archive(tmp_path / "archive", create=True) as kept:
        for article in every():
            kept.add(article)
    return str(tmp_path / "archive")


def test_a_citation(archive: str) -> None:
    raid = every()[10]
    place = f"[{raid.id}:0-6]"
    held = leadup("verify", "--citation", place, "--words", "Police", "--archive", archive)
    assert held.returncode == 0
    assert "the citation holds" in held.stdout
    assert "Norhaven Daily, Raid, 2031-03-14" in held.stdout
    assert leadup("verify", "--citation", place, "--words", "police", "--archive", archive).returncode == 1
    assert leadup("verify", "--citation", f"{raid.id}:0-9000", "--archive", archive).returncode == 1
    assert leadup("verify", "--citation", "nothing", "--archive", archive).returncode == 5
    assert leadup("verify", "--archive", archive).returncode == 2


def test_a_citation_says_what_became_of_its_source(archive: str) -> None:
    old, raid = every()[0], every()[10]
    said = json.loads(leadup("verify", "--citation", f"{old.id}:0-7", "--archive", archive, "--json").stdout)
    assert (said["holds"], said["found"]) == (True, "Dockers")
    assert "its page was changed since" in said["notes"][0]
    assert leadup("remove", raid.id, "--archive", archive).returncode == 0
    gone = leadup("verify", "--citation", f"{raid.id}:0-6", "--archive", archive)
    assert gone.returncode == 1
    assert "removed from the archive on 20" in gone.stdout
    never = leadup("verify", "--citation", "0123456789abcdef:0-6", "--archive", archive)
    assert "never held it" in never.stdout


def test_a_saved_answer_says_what_was_replaced_since(archive: str, tmp_path: Path) -> None:
    saved = str(tmp_path / "saved.json")
    with Archive(archive) as kept:
        kept.remove(every()[3].id)
    assert leadup(*ASKED, "--archive", archive, "--json", saved).returncode == 0
    with Archive(archive) as kept:
        kept.add(every()[3])
    assert "its page was changed since" in leadup("verify", saved, "--archive", archive).stdout


def test_fingerprint_and_log(archive: str) -> None:
    said = leadup("archive", "fingerprint", "--archive", archive).stdout
    assert said.startswith("leadup fingerprint 1\ncontents sha256:")
    facts = json.loads(leadup("archive", "fingerprint", "--archive", archive, "--json").stdout)
    lines = [json.loads(line) for line in leadup("archive", "log", "--archive", archive, "--json").stdout.splitlines()]
    assert (len(lines), lines[-1]["head"]) == (facts["changes"], facts["head"])
    assert len(leadup("archive", "log", "--archive", archive, "--limit", "2").stdout.splitlines()) == 2


def test_a_backup_holds_what_lies_beside_the_articles(archive: str, tmp_path: Path) -> None:
    for name in ("corrections.jsonl", "feeds.json", "outlets.toml"):
        (Path(archive) / name).write_text("")
    (Path(archive) / "dossiers" / "storm").mkdir(parents=True)
    (Path(archive) / "dossiers" / "storm" / "1.json").write_text("{}")
    assert leadup("archive", "backup", str(tmp_path / "copy"), "--archive", archive).returncode == 0
    held = {str(p.relative_to(tmp_path / "copy")) for p in (tmp_path / "copy").rglob("*") if p.is_file()}
    assert held == {FILE, "corrections.jsonl", "feeds.json", "outlets.toml", "dossiers/storm/1.json"}


def test_a_backup_knows_what_others_keep_beside_the_articles() -> None:
    kept = (OWN_TABLE, settings.FILE, corrections.FILE, watching.FILE, dossiers.FOLDER, adding.FOLDER)
    assert set(recovery.BESIDE) == set(kept)


def test_backup_check_and_recover(archive: str, tmp_path: Path) -> None:
    copy, saved = str(tmp_path / "copy"), str(tmp_path / "saved")
    assert leadup("archive", "backup", copy, "--archive", archive).returncode == 0
    assert leadup("archive", "backup", copy, "--archive", archive).returncode == 6
    assert leadup("archive", "check", "--archive", copy).returncode == 0
    with closing(sqlite3.connect(Path(copy) / FILE)) as db, db:
        db.execute("UPDATE article SET text = text || '.' WHERE id = ?", (every()[10].id,))
    assert leadup("archive", "check", "--archive", copy).returncode == 4
    assert leadup(*ASKED, "--archive", copy).returncode == 4
    done = leadup("archive", "recover", saved, "--archive", copy)
    assert done.returncode == 4
    assert "1 lost" in done.stdout
    assert leadup("archive", "check", "--archive", saved).returncode == 0
    assert (
        json.loads(leadup("archive", "recover", str(tmp_path / "all"), "--archive", archive, "--json").stdout)["lost"]
        == []
    )
