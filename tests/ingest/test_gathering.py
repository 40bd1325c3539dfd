"""Any number of processes, interruptions and bad inputs: the same archive."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadup.archive import IndexedArticle
from leadup.errors import ArchiveError
from leadup.ingest import Archive
from leadup.ingest.gathering import Progress, gather
from leadup.ingest.units import collecting_seldom
from leadup.intake import Options
from leadup.model import Article

WORDS = [
    "bridge",
    "council",
    "road",
    "harbour",
    "mayor",
    "strike",
    "vote",
    "grain",
    "border",
    "depot",
    "school",
    "river",
    "police",
    "court",
    "ministry",
]


def content(path: Path) -> list[str]:
    """A line for each article and its reading, short enough to be compared at a glance."""
    with Archive(path) as archive:
        return [f"{a.id} {hashlib.sha256(repr((a, r)).encode()).hexdigest()[:12]}" for a, r in archive.articles()]


def gathered(folder: Path, inputs: Path, jobs: int = 1) -> list[str]:
    with Archive(folder, create=True) as archive:
        gather(archive, [inputs], jobs=jobs)
    return content(folder)


def lines(count: int, *, first: int = 0) -> str:
    """JSON lines of ``count`` short reports, each of its own words."""
    rows = []
    for n in range(first, first + count):
        pick = random.Random(n)
        sentences = [f"The {' '.join(pick.choices(WORDS, k=6))} {n} met on Monday." for _ in range(3)]
        day = f"2020-0{1 + n % 9}-{1 + n % 28:02d}"
        rows.append(
            {"outlet": f"Outlet {n % 7}", "title": f"Report {n}", "published": day, "text": " ".join(sentences)}
        )
    return "\n".join(json.dumps(row) for row in rows) + "\n"


def test_every_number_of_jobs_makes_the_same_archive(tmp_path: Path, examples: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "more.jsonl").write_text(lines(120), encoding="utf-8")
    (inputs / "examples").symlink_to(examples)
    for page in examples.iterdir():
        (inputs / page.name).write_bytes(page.read_bytes())
    alone = gathered(tmp_path / "one", inputs)
    assert len(alone) == 120 + len(list(examples.iterdir()))
    assert gathered(tmp_path / "three", inputs, jobs=3) == alone


def test_a_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, bad, empty = tmp_path / "good.jsonl", tmp_path / "bad.jsonl", tmp_path / "empty.txt"
    good.write_text(lines(2), encoding="utf-8")
    bad.write_text(lines(1, first=5) + '{"text": \n' + lines(1, first=6), encoding="utf-8")
    empty.write_text("")
    with Archive(tmp_path / "archive", create=True) as archive:
        summary = gather(archive, [bad, tmp_path / "missing", empty, good])
    assert summary.added == 4
    assert summary.unreadable == 3
    assert sorted((Path(e.source).name, e.line) for e in summary.errors) == [
        ("bad.jsonl", 2),
        ("empty.txt", None),
        ("missing", None),
    ]


def test_one_path_is_a_path_and_not_its_letters(tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(lines(2), encoding="utf-8")
    with Archive(tmp_path / "archive", create=True) as archive:
        summary = gather(archive, str(tmp_path / "good.jsonl"))
    assert (summary.added, summary.unreadable) == (2, 0)


def test_progress_ends_at_the_total(tmp_path: Path, examples: Path) -> None:
    seen: list[Progress] = []
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [examples], progress=seen.append)
    assert seen[-1].done == seen[-1].total == sum(p.stat().st_size for p in examples.iterdir())


def test_a_large_input_read_to_its_end_is_not_read_again_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.jsonl"
    file.write_text(lines(100), encoding="utf-8")
    monkeypatch.setattr("leadup.ingest.gathering.LARGE", file.stat().st_size)
    with Archive(tmp_path / "archive", create=True) as archive:
        assert gather(archive, [file]).added == 100
        assert gather(archive, [file]).unchanged_inputs == 1
        assert gather(archive, [file], force=True).already == 100
        with file.open("a", encoding="utf-8") as more:
            more.write(lines(1, first=99_000))
        again = gather(archive, [file])
        assert (again.added, again.already) == (1, 100)
        small = tmp_path / "small.jsonl"
        small.write_text(lines(2, first=98_000), encoding="utf-8")
        assert [gather(archive, [small]).unchanged_inputs for _ in range(2)] == [0, 0]


def test_what_is_said_of_the_inputs_wins(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The bridge fell on Monday. Nobody was hurt.\n")
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [tmp_path / "one.txt"], Options(outlet="Lakeshore Times"))
        assert [a.outlet for a in archive.listed()] == ["Lakeshore Times"]


PARTS, IN_PART = 4, 100


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of several files of reports."""
    folder = tmp_path_factory.mktemp("parts")
    for part in range(PARTS):
        (folder / f"{part}.jsonl").write_text(lines(IN_PART, first=part * IN_PART), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an archive of them holds where nothing happens meanwhile."""
    return gathered(tmp_path_factory.mktemp("whole") / "archive", parts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_in_mid_run_and_run_again_it_ends_the_same(
    tmp_path: Path, parts: Path, whole: list[str], jobs: int
) -> None:
    count = PARTS * IN_PART
    # On a busy machine the run may end before it is looked at: then once more.
    tries = (tmp_path / f"killed{number}" for number in range(6))
    killed = next(folder for folder in tries if 0 < _stored_when_killed(folder, parts, jobs) < count)
    stored = _stored(killed)
    with Archive(killed) as archive:
        assert list(archive.damage()) == []
        summary = gather(archive, [parts])
    assert summary.added == count - stored
    assert content(killed) == whole


def _stored_when_killed(folder: Path, inputs: Path, jobs: int) -> int:
    """How many articles are stored in an archive whose making is killed once there are any."""
    command = [sys.executable, "-m", "leadup", "add", str(inputs), "-a", str(folder), "-j", str(jobs)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        for _ in range(2_000):
            if running.poll() is not None or _stored(folder) > 0:
                break
            time.sleep(0.02)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    return _stored(folder)


def _stored(folder: Path) -> int:
    try:
        with Archive(folder) as archive:
            return archive.stats().articles
    except ArchiveError:
        # It is not made yet, or is being made.
        return 0


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to see a process's children")
def test_readers_end_with_their_parent_however_it_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / "in" / f"{number}.jsonl").write_text(lines(2000, first=number * 2000), encoding="utf-8")
    command = [sys.executable, "-m", "leadup", "add", str(tmp_path / "in"), "-a", str(tmp_path / "archive"), "-j", "2"]
    parent = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        children = _waited(lambda: _children(parent.pid) if len(_children(parent.pid)) >= 2 else [])
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert children
    assert _waited(lambda: not any(_alive(child) for child in children))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(word) for word in task.read_text().split()]
    return found


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X")


def _waited(look: Callable[[], Any]) -> Any:
    """What ``look`` gives once it gives something; what it gave last where a minute was not enough."""
    for _ in range(600):
        if found := look():
            return found
        time.sleep(0.1)
    return look()


def test_a_process_of_its_own_has_so_much_memory_and_no_more() -> None:
    """What wants more gets an error that is made a refusal; the process lives on."""
    pytest.importorskip("resource")
    code = (
        "from leadup.ingest.processes import _hold_to\n_hold_to(2 * 2**30)\n"
        "try:\n    bytearray(3 * 2**30)\nexcept MemoryError:\n    print('held')\nbytearray(2**20)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "held"


def test_an_article_that_cannot_be_stored_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"text": f"A ferry ran aground off Quillhaven on Monday, trip {n}.", "title": f"T{n}"})
        for n in range(9)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    true, is_stored = Archive._store, Archive.is_stored

    def store(self: Archive, prepared: IndexedArticle, at: str) -> str:
        if prepared.article.title == "T4":
            raise TypeError("of no kind that is stored")
        return true(self, prepared, at)

    def asked(self: Archive, article: Article) -> bool:
        if article.title == "T7":
            raise OverflowError("beyond the calendar")
        return is_stored(self, article)

    monkeypatch.setattr(Archive, "_store", store)
    monkeypatch.setattr(Archive, "is_stored", asked)
    with Archive(tmp_path / "archive", create=True) as archive:
        summary = gather(archive, [tmp_path / "a.jsonl"])
        assert archive.size == 7
    assert (summary.added, summary.unreadable) == (7, 2)
    assert {error.what.split("(")[1] for error in summary.errors} == {
        "TypeError: of no kind that is stored)",
        "OverflowError: beyond the calendar)",
    }


def test_garbage_is_looked_for_as_before_once_articles_are_read() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
        raise RuntimeError
    assert gc.get_threshold() == before
