"""Where the suite's temporary files lie while it runs: in memory, where there is room, and nowhere afterwards."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if name != "TMPDIR"} | variables
    command = ["sh", str(ROOT / "tests" / "suite.sh"), "sh", "-c", code]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("status", [0, 1, 5])
def test_it_ends_as_its_command_does(status: int) -> None:
    done = run(f"echo said; exit {status}")
    assert (done.returncode, done.stdout, done.stderr) == (status, "said\n", "")


def test_nothing_is_left_in_memory() -> None:
    done = run('echo "${TMPDIR:-}"; mktemp -d; mktemp')
    room, *made = done.stdout.splitlines()
    if not room:
        for path in map(Path, made):
            path.rmdir() if path.is_dir() else path.unlink()
        pytest.skip("no room in memory here, or no program may be started there")
    assert len(made) == 2
    assert all(Path(path).parent == Path(room) for path in made)
    assert not Path(room).exists() and Path(room).parent.is_dir()


def test_a_folder_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    done = run('echo "$TMPDIR"; echo kept >"$TMPDIR/file"', TMPDIR=str(tmp_path))
    assert done.stdout == f"{tmp_path}\n"
    assert (tmp_path / "file").read_text("utf-8") == "kept\n"
