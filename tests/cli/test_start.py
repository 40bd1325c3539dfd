"""Starting up: a command imports what it needs and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from leadup.cli import app
from leadup.cli.app import COMMANDS, Commands

HEAVY = ("numpy", "babel", "lxml", "trafilatura", "leadup.reading.light", "leadup.timeline", "leadup.intake", "jinja2")


def _imported(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a run of the command line has imported by its end."""
    program = (
        "import sys, atexit; atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr));"
        f"sys.argv = ['leadup', *{list(arguments)!r}]; from leadup.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=cwd)
    assert "Traceback" not in done.stderr
    return set(done.stderr.split())


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    imported = _imported("--help", cwd=tmp_path)
    assert "leadup.cli.app" in imported
    assert not [m for m in (*HEAVY, "leadup.archive", "sqlite3") if m in imported]


@pytest.mark.parametrize("arguments", [("search", "pier"), ("list",), ("stats",)])
def test_looking_into_an_archive_waits_for_no_reader(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples" / "articles"
    from leadup import Archive, gather

    with Archive(tmp_path / "leadup-archive", create=True) as archive:
        gather(archive, [examples])
    imported = _imported(*arguments, cwd=tmp_path)
    assert "leadup.archive.store" in imported
    # Plug-ins are looked for where one may have a say.
    assert not {"pluggy", "leadup.plugins"} & imported
    # Ranking what a search finds needs arrays, and nothing else does.
    assert not [m for m in HEAVY if m in imported and m != "numpy"]


def test_an_answer_waits_for_nothing_that_reads_pages_or_checks(tmp_path: Path) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples" / "articles"
    from leadup import Archive, gather

    with Archive(tmp_path / "leadup-archive", create=True) as archive:
        gather(archive, [examples])
    imported = _imported("to", "the embassy attack", "--json", "answer.json", cwd=tmp_path)
    assert (tmp_path / "answer.json").exists()
    assert "leadup.timeline.answer" in imported
    assert not {"lxml", "leadup.intake", "leadup.check", "leadup.output.report"} & imported


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, Commands)
    context = typer.Context(group)
    for name, (_, line) in COMMANDS.items():
        command = group.get_command(context, name)
        assert command is not None and command.name == name
        assert command.get_short_help_str(400).rstrip(".") == line.rstrip(".")
