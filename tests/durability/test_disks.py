"""A disk that is full, and one that can only be read: real ones, mounted where nobody else sees them (Linux)."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.ready import python_under

UNSHARED = ("unshare", "--map-root-user", "--mount")


@cache
def can_mount() -> bool:
    try:
        done = subprocess.run([*UNSHARED, *"mount -t tmpfs tmpfs /mnt".split()], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


MOUNTED = """
import os, subprocess, sys
from pathlib import Path
here = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", sys.argv[2], "tmpfs", str(here)], check=True)
os.chdir(here)
"""


def on_a_disk(folder: Path, options: str, code: str) -> str:
    """What a program says that runs on a small disk mounted at ``folder``, where only such programs see it."""
    if not can_mount():
        pytest.skip("no disk can be mounted here")
    command = [*python_under(*UNSHARED), "-c", MOUNTED + code, str(folder), options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


HEAD = """
from leadup import Archive, lead_up
from leadup.archive import maintenance
from leadup.ingest import prepare, recovery
from leadup.corrections import Corrections
from leadup.errors import ArchiveError, CorrectionError, LeadupError, OutputError
from leadup.model import Span
from tests.durability.conftest import article, filled
"""


@pytest.mark.parametrize("room", [0, 3, 40, 200])
def test_a_full_disk(tmp_path: Path, room: int) -> None:
    """Whatever is begun with so few kilobytes left is refused in words, and what was there before stays whole."""
    said = on_a_disk(
        tmp_path,
        "size=6m",
        HEAD
        + f"""
archive = filled(here / "archive", 60)
first = {{a.id for a, _ in archive.articles()}}
import os, datetime as dt
with open(here / "ballast", "wb", buffering=0) as ballast:
    try:
        while ballast.write(bytes(4096)):
            pass
    except OSError:
        pass
os.truncate(here / "ballast", max(0, (here / "ballast").stat().st_size - {room} * 1024))
kept = set()
try:
    for n in range(100, 1000):
        archive.write([prepare(article(n))])
        kept.add(article(n).id)
except ArchiveError as error:
    print("add:", error)
for what, act in {{
    "compact": lambda: maintenance.compact(archive),
    "backup": lambda: recovery.backup(archive, here / "copy"),
    "export": lambda: maintenance.export(archive, here / "all.jsonl"),
    "recover": lambda: recovery.recover(here / "archive", here / "saved"),
}}.items():
    try:
        act()
    except LeadupError as error:
        print(what + ":", error)
corrections = Corrections(here / "archive")
a = article(1)
made = []
try:
    for n in range(1000):
        made.append(corrections.make(archive, "note", Span.of(a.id, a.text, 0, 5), by="Ada", text="x" * 3000).id)
except CorrectionError as error:
    print("correct:", error)
answer = lead_up("crane", archive, first=dt.date(2031, 1, 1), last=dt.date(2031, 3, 1))
print("entries:", len(answer.entries))
(here / "ballast").unlink()
assert {{c.id for c in corrections.all()}} == set(made)
assert first | kept <= {{a.id for a, _ in archive.articles()}}
assert list(maintenance.check(archive)) == []
assert archive.add(article(5000)) == "added"
corrections.make(archive, "note", Span.of(a.id, a.text, 0, 5), by="Ada", text="after")
assert len(corrections.all()) == len(made) + 1
print(sorted(p.name for p in here.iterdir()))
""",
    )
    lines = said.splitlines()
    assert "Make room" in next(line for line in lines if line.startswith("add:"))
    assert any(line.startswith("correct:") for line in lines)
    assert int(next(line for line in lines if line.startswith("entries:")).split()[1]) > 0
    assert ".part" not in lines[-1]


def test_a_disk_for_reading_only(tmp_path: Path) -> None:
    """It answers, searches and is checked as ever; what would be written is refused in words."""
    said = on_a_disk(
        tmp_path,
        "size=16m",
        HEAD
        + """
filled(here / "archive", 60).close()
before = sorted((p.name, p.stat().st_mtime_ns) for p in (here / "archive").iterdir())
subprocess.run(["mount", "-o", "remount,ro", str(here)], check=True)
import datetime as dt, tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as folder:
    assert recovery.recover(here / "archive", Path(folder) / "saved").whole == 60
with Archive(here / "archive") as archive:
    print(len(list(archive.articles())), len(archive.search("crane")), archive.stats().articles)
    print(len(lead_up("crane", archive, first=dt.date(2031, 1, 1), last=dt.date(2031, 3, 1)).entries))
    for act in (lambda: archive.add(article(100)), lambda: archive.remove(article(1).id), archive.vacuum):
        try:
            act()
        except ArchiveError as error:
            print(error)
    a = article(1)
    try:
        Corrections(here / "archive").make(archive, "note", Span.of(a.id, a.text, 0, 5), by="Ada", text="x")
    except CorrectionError as error:
        print(error)
assert before == sorted((p.name, p.stat().st_mtime_ns) for p in (here / "archive").iterdir())
""",
    )
    lines = said.splitlines()
    assert lines[0] == "60 20 60"
    assert int(lines[1]) > 0
    assert len(lines) == 6
    assert all("permissions" in line for line in lines[2:])


def test_a_file_that_is_only_read_and_changes_meanwhile(tmp_path: Path) -> None:
    """One folder, mounted twice: nothing is served of a file that another writes while it cannot be held still."""
    said = on_a_disk(
        tmp_path,
        "size=16m",
        HEAD
        + """
filled(here / "archive", 3).close()
(here / "readers").mkdir()
subprocess.run(["mount", "--bind", str(here / "archive"), str(here / "readers")], check=True)
subprocess.run(["mount", "-o", "remount,ro,bind", str(here / "readers")], check=True)
with Archive(here / "readers") as archive:
    print(archive.stats().articles)
    with Archive(here / "archive") as other:
        other.add(article(100))
    try:
        archive.stats()
    except LeadupError as error:
        print(type(error).__name__)
with Archive(here / "readers") as archive:
    print(archive.stats().articles)
""",
    )
    assert said.split() == ["3", "LockedArchive", "4"]
