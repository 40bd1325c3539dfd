"""What the README says is so."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from leadup.cli.app import COMMANDS
from tests.ready import python

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_ten_lines_of_python_run(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    assert len([line for line in code.splitlines() if line.strip()]) <= 10
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = subprocess.run([python(), "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "2019-12-31" in done.stdout
    assert "independent sources:" in done.stdout


def test_every_command_it_names_is_there() -> None:
    commands = set(COMMANDS)
    named = set(re.findall(r"^leadup (\w+)", README, re.M)) | set(re.findall(r"`leadup (\w+)", README))
    assert named
    assert named <= commands


def test_every_file_it_names_is_there() -> None:
    files = re.findall(r"\]\(([\w./-]+)\)", README) + re.findall(r"`((?:docs|benchmarks|examples)/[\w./-]*)`", README)
    assert files
    assert [f for f in files if not (ROOT / f).exists()] == []


def test_make_has_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target
