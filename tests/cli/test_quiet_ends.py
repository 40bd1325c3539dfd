"""What ends early or has nothing to show: pipes that close, lists that are empty, names that are mistyped."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ready import python
from tests.running import leadup

from leadup import Archive, Article, gather
from leadup.archive.file import FILE
from leadup.errors import MissingArchive, OutputError

PRINTING = [["formats"], ["list", "-a", "ARCHIVE"], ["events", "-a", "ARCHIVE"]]


def command_line(words: list[str], archive: Path) -> list[str]:
    """A command as a process. What imports next to nothing is Python's own from its start to its last flush."""
    program = sys.executable if words[0].startswith("--") else python()
    return [program, "-m", "leadup", *(str(archive) if word == "ARCHIVE" else word for word in words)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quiet")
    (folder / "a.txt").write_text("Title: Rain\nPublished: 2021-03-02\n\nThe ferry sank off Orsk on Monday.\n", "utf-8")
    with Archive(folder / "archive", create=True) as kept:
        gather(kept, [folder])
        assert all(isinstance(article, Article) for article, _ in kept.articles())
    return folder / "archive"


@pytest.mark.parametrize("command", [["--help"], *PRINTING])
def test_a_reader_that_goes_away_ends_it_quietly(archive: Path, command: list[str]) -> None:
    with subprocess.Popen(command_line(command, archive), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        complained = running.stderr.read()
    assert (running.returncode, complained) == (0, b"")


@pytest.mark.parametrize("command", [["--version"], *PRINTING])
def test_no_output_at_all_is_no_fault(archive: Path, command: list[str]) -> None:
    done = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command_line(command, archive)], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["--version"], *PRINTING])
def test_a_full_disk_is_told_and_is_no_fault_of_ours(archive: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command_line(command, archive), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == OutputError.exit_code
    assert b"Make room, or write elsewhere" in done.stderr
    assert b"fault" not in done.stderr and b"Exception" not in done.stderr


@pytest.mark.parametrize(
    ("command", "what_next"), [(["watch", "--list"], "`leadup watch FEED`"), (["dossier", "list"], "--dossier NAME")]
)
def test_an_empty_list_says_so_and_what_to_do(archive: Path, command: list[str], what_next: str) -> None:
    done = leadup(*command, "-a", str(archive))
    assert (done.returncode, done.stdout) == (0, "")
    assert what_next in done.stderr


@pytest.mark.parametrize("command", [["watch", "--list"], ["dossier", "list"]])
def test_the_list_of_a_mistyped_archive_is_not_empty_but_missing(tmp_path: Path, command: list[str]) -> None:
    done = leadup(*command, "-a", str(tmp_path / "mistyped"))
    assert done.returncode == MissingArchive.exit_code
    assert "there is no archive here" in done.stderr


def test_events_take_the_archive_as_every_command_does(archive: Path) -> None:
    named = leadup("events", "--archive", str(archive))
    assert named.returncode == 0
    assert named.stdout.startswith("id,date,")
    assert leadup("events", str(archive)).stdout == named.stdout


@pytest.mark.parametrize("command", [["to", "the sinking of the ferry", "--html"], ["events", "--csv"]])
def test_no_folder_is_made_of_a_mistyped_name(archive: Path, tmp_path: Path, command: list[str]) -> None:
    place = tmp_path / "mistyped" / "box.html"
    done = leadup(*command, str(place), "-a", str(archive))
    assert done.returncode != 0
    assert f"there is no folder {place.parent}" in done.stderr
    assert not place.parent.exists()


def test_a_desk_on_a_mistyped_path_makes_no_folder(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    done = leadup("desk", "-a", str(tmp_path / "no" / "archive"), "--no-browser")
    assert done.returncode == 12
    assert not (tmp_path / "no").exists()


def test_a_desk_that_nothing_was_added_on_leaves_no_folder(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    place = tmp_path / "new"
    desk = [python(), "-m", "leadup", "desk", "-a", str(place), "--no-browser", "--port", "0"]
    with subprocess.Popen(desk, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = running.stdout.readline() + running.stdout.readline()
        assert place.is_dir() and not (place / FILE).exists()
        time.sleep(1)
        running.send_signal(signal.SIGINT)
    assert "there is no archive here yet" in said
    assert not place.exists()
