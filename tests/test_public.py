"""The public face: what is promised is there, and nothing else is."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
from pathlib import Path

import pytest
import typer
from click.testing import CliRunner

import leadup
from leadup.cli import app
from leadup.cli.app import COMMANDS
from leadup.errors import LeadupError
from tests.ready import python
from tests.running import leadup as run

ROOT = Path(__file__).resolve().parent.parent


def test_every_public_name_is_there_and_documented() -> None:
    for name in leadup.__all__:
        assert getattr(leadup, name).__doc__, name
    assert set(leadup.__all__) <= set(dir(leadup))
    with pytest.raises(AttributeError):
        _ = leadup.no_such_name


def test_the_public_names_are_these_and_no_others() -> None:
    verbs = "check_draft compare from_json gather lead_up read retell tag_dates verify write"
    nouns = "Archive Article Entry Options Question Reading Span Summary Timeline Timex"
    errors = "ArchiveError IntakeError LeadupError OutputError QuestionError"
    assert sorted(leadup.__all__) == sorted(f"{verbs} {nouns} {errors}".split())


def test_each_kind_of_error_has_an_exit_code_of_its_own() -> None:
    codes = [kind.exit_code for kind in LeadupError.__subclasses__()]
    assert len(codes) == len(set(codes))
    assert all(LeadupError.exit_code < code < 64 for code in codes)


def test_help_says_every_exit_code() -> None:
    shown = " ".join(CliRunner().invoke(typer.main.get_command(app), ["--help"]).output.split())
    head, _, foot = shown.partition("Exit codes:")
    assert "Examples: leadup add articles/" in head.partition("Options")[0]
    codes = {0, 1, 2, 70, 130} | {kind.exit_code for kind in LeadupError.__subclasses__()}
    assert sorted(codes) == [int(code) for code in re.findall(r"(?:^|[.]) (\d+) [A-Z]", foot)]


def test_what_is_no_question_and_no_draft_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LeadupError, match="not None"):
        leadup.lead_up(None, tmp_path)  # type: ignore[call-overload]
    with pytest.raises(LeadupError, match="no draft"):
        leadup.check_draft(5, tmp_path)  # type: ignore[arg-type]


def test_the_log_is_silent_until_somebody_asks(tmp_path: Path, examples: Path) -> None:
    code = (
        "import sys, leadup\n"
        "with leadup.Archive(sys.argv[1], create=True) as kept:\n"
        "    leadup.gather(kept, [sys.argv[2]])\n"
    )
    heard = "import logging; logging.basicConfig(level='INFO')\n"
    for program, shown in ((code, False), (heard + code, True)):
        folder = tmp_path / str(shown)
        run = [python(), "-c", program, folder, examples]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        assert ("INFO:leadup." in done.stderr) is shown
        assert bool(done.stderr) is shown


def _modules() -> list[str]:
    return [m.name for m in pkgutil.walk_packages(leadup.__path__, "leadup.") if not m.name.endswith("__main__")]


@pytest.mark.parametrize("name", _modules())
def test_every_module_says_what_it_is_and_its_examples_run(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    # Looking for examples in what has none takes longer than running those that there are.
    assert ">>>" not in inspect.getsource(module) or doctest.testmod(module).failed == 0


def test_no_module_is_longer_than_the_house_allows() -> None:
    long = {p.name: n for p in (ROOT / "src").rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 500}
    assert not long


def _commands() -> list[tuple[str, ...]]:
    group = typer.main.get_command(app)
    context = typer.Context(group)
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = group.get_command(context, name)  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        found += [(name, inner) for inner in below] if below else [(name,)]
    return found


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(command: tuple[str, ...]) -> None:
    shown = run(*command, "--help")
    assert shown.returncode == 0
    assert "leadup " + " ".join(command) in " ".join(shown.stdout.split())
    assert re.search(r"Examples?:", shown.stdout)


def test_the_error_tree_in_the_docstring_is_the_tree() -> None:
    import leadup.errors as errors

    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or "")) | {"LeadupError"}
    real = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, LeadupError) and value.__module__ == errors.__name__
    }
    assert drawn == real
