"""``leadup add`` and ``formats``: what is told of every file, what a dry run says, and the last boundary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.running import leadup

from leadup.cli import articles
from leadup.cli.app import FAULT
from leadup.intake import CONTAINERS, FORMATS

STORY = "A lorry slid into the Alma canal on Monday, and its driver swam ashore."
PICTURE = b"\xff\xd8\xff\xe0" + bytes(40)


def test_a_folder_of_what_nobody_reads_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").write_bytes(PICTURE)
    done = leadup("add", str(tmp_path / "in"), "--archive", str(tmp_path / "archive"))
    assert done.returncode == 3
    assert "1 file no reader takes (1 a picture)" in done.stdout and "a.jpg" in done.stdout


def test_every_file_is_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").write_bytes(PICTURE)
    (tmp_path / "in" / "b.txt").write_text(STORY)
    (tmp_path / "in" / "c.pdf").write_bytes(b"%PDF-1.4 cut short")
    done = leadup("add", str(tmp_path / "in"), "--archive", str(tmp_path / "archive"), "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["added"], told["unreadable"], told["passed_over"]) == (0, 1, 1, {"a picture": 1})
    assert told["errors"][0]["source"].endswith("c.pdf")


def test_a_dry_run_says_what_would_be_read_and_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Lorry in canal\n\nMay 4, 2019\n\n{STORY}")
    (tmp_path / "b.jpg").write_bytes(PICTURE)
    done = leadup("add", str(tmp_path), "--dry-run", "--archive", str(tmp_path / "archive"))
    assert done.returncode == 0
    assert "a.txt: text: 1 article; 2019-05-04; 1 without an outlet" in done.stdout
    assert "Nothing was stored" in done.stdout and "b.jpg" in done.stdout
    assert not (tmp_path / "archive").exists()
    rows = leadup("add", str(tmp_path), "--dry-run", "--json").stdout.splitlines()
    assert json.loads(rows[0])["read_as"] == {"text": 1}


def test_a_mapping_reaches_inside_and_is_kept_in_a_file(tmp_path: Path) -> None:
    record = {"inner": {"words": STORY}, "meta": [{"day": "2019-05-04"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n")
    (tmp_path / "wire.map").write_text("# how the wire names them\ntext = inner.words\n")
    arguments = ("--map-file", str(tmp_path / "wire.map"), "--map", "published=meta.0.day", "--dry-run", "--json")
    told = json.loads(leadup("add", str(tmp_path / "a.jsonl"), *arguments).stdout)
    assert (told["articles"], told["first_day"]) == (1, "2019-05-04")


def test_an_order_of_dates_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text,date\n{STORY.replace(',', '')},04/05/2019\n")
    for order, day in (("dmy", "2019-05-04"), ("mdy", "2019-04-05")):
        done = leadup("add", str(tmp_path / "a.csv"), "--date-order", order, "--dry-run", "--json")
        assert json.loads(done.stdout)["first_day"] == day
    assert leadup("add", "a.csv", "--date-order", "ymd").returncode == 2


def test_versions_of_a_page(tmp_path: Path) -> None:
    rows = [
        {"text": f"{STORY} Version {n}.", "url": "https://courier.example/lorry", "published": f"2019-05-0{n}"}
        for n in (4, 5)
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    archive = str(tmp_path / "archive")
    assert "1 new versions" in leadup("add", str(tmp_path / "a.jsonl"), "--archive", archive).stdout
    (first, _) = leadup("list", "--json", "--archive", archive).stdout.splitlines()
    listed = leadup("show", json.loads(first)["id"], "--versions", "--json", "--archive", archive).stdout.splitlines()
    assert [(json.loads(row)["day"], json.loads(row)["superseded"]) for row in listed] == [
        ("2019-05-04", True),
        ("2019-05-05", False),
    ]


@pytest.mark.parametrize("name", [*FORMATS, *CONTAINERS])
def test_every_format_is_explained(name: str) -> None:
    done = leadup("formats", name)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{name}: ") and len(done.stdout.split()) > 12


def test_a_fault_in_leadup_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(articles, "Archive", broken)
    done = leadup("stats")
    assert done.returncode == FAULT
    assert "a fault in leadup, please report it (ZeroDivisionError: odd)" in done.stderr


def test_a_dry_run_agrees_with_what_is_then_done(tmp_path: Path) -> None:
    """A folder of good and broken files: every figure that both give is the same, and all files are in it."""
    inputs = tmp_path / "in"
    (inputs / "deep").mkdir(parents=True)
    rows = [{"title": f"Lorry {n}", "text": f"{STORY} It was lorry {n}.", "published": "2019-05-04"} for n in (1, 2, 3)]
    lines = "\n".join(json.dumps(row) for row in rows)
    (inputs / "a.jsonl").write_text(lines)
    (inputs / "again.jsonl").write_text(lines)
    (inputs / "cut.jsonl").write_text(lines[:-40])
    (inputs / "undated.txt").write_text(STORY)
    (inputs / "deep" / "inferred.txt").write_text(
        "OSTVIK, May 4, 2019 (Reuters) - A lorry slid into the Alma canal on Saturday, and its driver swam ashore."
    )
    (inputs / "deep" / "b.jpg").write_bytes(PICTURE)
    (inputs / "deep" / "empty.docx").write_bytes(b"")
    (inputs / "links.txt").write_text("https://a.example/1\nhttps://a.example/2\n")
    (inputs / "table.csv").write_text("title,date,text\n")
    dry = [json.loads(row) for row in leadup("add", str(inputs), "--dry-run", "--json").stdout.splitlines()]
    said = leadup("add", str(inputs), "--dry-run").stdout
    done = json.loads(leadup("add", str(inputs), "--archive", str(tmp_path / "archive"), "--json").stdout)
    assert {Path(row["file"]).name for row in dry} == {p.name for p in inputs.rglob("*") if p.is_file()}
    assert sum(row["articles"] for row in dry) == done["added"] + done["already_there"] + done["new_versions"]
    assert f"({done['already_there']} of them the same as another)" in said
    assert sum(len(row["errors"]) for row in dry) == done["unreadable"] == 4
    assert sum(len(row["passed_over"]) for row in dry) == sum(done["passed_over"].values()) == 1
    assert sum(row["inferred_dates"] for row in dry) == done["inferred_dates"]
    assert sum(row["undated"] for row in dry) == done["undated"]
