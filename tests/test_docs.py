"""The documentation: it builds without a warning, and nothing that a user meets lacks a page."""

from __future__ import annotations

import contextlib
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
import typer

import leadup
from leadup import plugins
from leadup.cli.app import COMMANDS, app
from leadup.intake import CONTAINERS, FORMATS
from leadup.output import WRITERS
from tests.loading import load

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    """The reference pages as the code has them."""
    return dict(load(DOCS / "reference.py").pages())


@pytest.mark.parametrize("page", ["commands.md", "exit-codes.md", "formats.md", "python.md"])
def test_the_reference_is_what_the_code_says(reference: dict[str, str], page: str) -> None:
    assert _page(f"reference/{page}") == reference[page], "run `python docs/reference.py` (make reference)"


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


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    assert pages == set(re.findall(r": (\S+\.md)$", menu, re.M))


def _command_lines() -> list[tuple[str, str]]:
    """Every `leadup …` that a page shows as something to type, with the page."""
    found = []
    for page in sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "Dockerfile"]):
        if page.parent.name == "reference":
            continue
        text = page.read_text(encoding="utf-8").replace("\\\n", " ")
        for block in re.findall(r"^```(?:\w*)\n(.*?)^```", text, re.M | re.S):
            found += [(page.name, part) for part in re.findall(r"(?:^|[|] *)(leadup [^|\n>]*)", block, re.M)]
    return [(page, line) for page, line in found if "…" not in line and "..." not in line]


@pytest.mark.parametrize(("page", "line"), _command_lines())
def test_every_command_that_a_page_shows_can_be_typed(page: str, line: str) -> None:
    name, *words = shlex.split(line, comments=True)[1:]
    group = typer.main.get_command(app)
    context = typer.Context(group)
    command = group.get_command(context, name)  # type: ignore[attr-defined]
    assert command is not None, page
    inner = getattr(command, "commands", {})
    if inner:
        command = inner[words.pop(0)]
    with contextlib.suppress(click.exceptions.Exit):
        command.make_context(name, words, parent=context)


def _exists(name: str) -> bool:
    """Is there a module of this dotted name in leadup, or a name in one ("archive.search", "leadup.errors")?"""
    place = Path(leadup.__file__).parent
    for part in name.removeprefix("leadup.").split("."):
        if not place.is_dir():
            return re.search(rf"\b{part}\b", place.read_text(encoding="utf-8")) is not None
        place = next((at for at in (place / part, place / f"{part}.py") if at.exists()), place / "__init__.py")
    return place.exists() and (place.name != "__init__.py" or f"{part}" in place.read_text(encoding="utf-8"))


def test_the_architecture_is_that_of_the_tree() -> None:
    page = _page("architecture.md")
    source = Path(leadup.__file__).parent
    rooms = {p.stem for p in source.iterdir() if (p / "__init__.py").exists() or p.suffix == ".py"}
    rooms -= {p for p in rooms if p.startswith("__")}
    said = set(re.findall(r"`([a-z_]+)`", page))
    assert rooms <= said, f"has no place in the page: {sorted(rooms - said)}"
    dotted = {name for name in re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", page) if not name.endswith((".toml", ".tsv"))}
    assert dotted
    assert not {name for name in dotted if not _exists(name)}


@pytest.mark.parametrize("page", sorted(p.name for p in DOCS.glob("*.md")))
def test_files_and_modules_that_a_page_names_are_there(page: str) -> None:
    text = _page(page)
    files = re.findall(r"`((?:src|tests|benchmarks|training|docs|examples|lang)/[\w./-]+)`", text)
    assert not [f for f in files if not (ROOT / f).exists() and not (ROOT / "src" / "leadup" / f).exists()]
    modules = re.findall(r"`(leadup(?:\.[a-z_]+)+)`", text)
    known = {"leadup.toml"}
    assert not [name for name in modules if name not in known and not _exists(name)]


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and "version" in project["dynamic"]
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    assert cited is not None and cited[1] == leadup.__version__
    changes = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert leadup.__version__ in changes


ROOMS = sorted(each.name for each in (ROOT / "src" / "leadup").iterdir() if each.is_dir() and each.name[:1] != "_")
FILES = r"(?:html|json|npz|py|sqlite|toml|tsv|txt)`"
MODULE = re.compile(rf"`(?:leadup\.)?((?:{'|'.join(ROOMS)})(?:\.(?!{FILES})[A-Za-z_]\w*)+)`")


def _is_there(dotted: str) -> bool:
    """Is it a module, a folder of the package, or a name that one of them holds?"""
    *place, name = dotted.split(".")
    whole, holder = ROOT.joinpath("src", "leadup", *place, name), ROOT.joinpath("src", "leadup", *place)
    if whole.is_dir() or whole.with_suffix(".py").is_file():
        return True
    file = holder / "__init__.py" if holder.is_dir() else holder.with_suffix(".py")
    return file.is_file() and re.search(rf"\b{name}\b", file.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    "page", ["CONTRIBUTING.md", *sorted(f"docs/{p.relative_to(DOCS)}" for p in DOCS.rglob("*.md"))]
)
def test_the_modules_that_a_page_names_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in MODULE.findall(text) if not _is_there(name)] == []


def test_a_module_that_is_gone_is_seen() -> None:
    assert MODULE.findall("in `timeline.keeping` and `leadup.times.reader.Reader`") == [
        "timeline.keeping", "times.reader.Reader",
    ]  # fmt: skip
    assert _is_there("timeline.keeping") and _is_there("times.reader.Reader") and _is_there("timeline.chain")
    assert not _is_there("timeline.no_such") and not _is_there("times.reader.NoSuch")
