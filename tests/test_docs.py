"""The documentation: it builds without a warning, and nothing that a user meets lacks a page."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import leadup
from leadup import plugins
from leadup.cli.app import COMMANDS
from leadup.intake import CONTAINERS, FORMATS
from leadup.output import WRITERS
from tests.loading import load

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    return load(DOCS / "reference.py")


@pytest.mark.parametrize("page", ["commands.md", "formats.md", "python.md"])
def test_the_reference_is_what_the_code_says(reference: ModuleType, page: str) -> None:
    assert _page(f"reference/{page}") == reference.pages()[page], "run `python docs/reference.py` (make reference)"


def test_every_command_format_and_hook_has_its_place() -> None:
    assert set(COMMANDS) <= set(re.findall(r"^## leadup (\S+)$", _page("reference/commands.md"), re.M))
    named = set(re.findall(r"^\| `([^`]+)` \|", _page("reference/formats.md"), re.M))
    assert {*FORMATS, *CONTAINERS, *WRITERS} <= named
    assert set(WRITERS) <= set(re.findall(r"`([\w-]+)`", _page("formats.md"))), "a row in docs/formats.md"
    hooks = {name for name in vars(plugins.Hooks) if name.startswith("leadup_")}
    assert hooks == set(re.findall(r"^## (leadup_\w+)$", _page("hooks.md"), re.M))


def test_every_option_is_explained() -> None:
    rows = re.findall(r"^\| (`.*`) \|.*\| (.*) \|$", _page("reference/commands.md"), re.M)
    assert rows
    assert [names for names, said in rows if not said.strip()] == []


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "hooks" / "index.html").is_file()


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and "version" in project["dynamic"]
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    assert cited is not None and cited[1] == leadup.__version__
    changes = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert leadup.__version__ in changes
