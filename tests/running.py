"""The command line run in the tests' own process: a process of its own costs a second and a half of imports."""

from __future__ import annotations

import gc
import io
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from leadup.cli import main


@dataclass(frozen=True)
class Done:
    """What a command printed, and the exit code it ended with."""

    returncode: int
    stdout: str
    stderr: str


make_command = typer.main.get_command


@cache
def made(app: typer.Typer, *_: int) -> Any:
    return make_command(app)


def command_of(app: typer.Typer) -> Any:
    """The app as a command, made anew only where a module has brought another one: a process makes the few it needs
    twice, and here there are all of them."""
    return made(app, len(app.registered_commands), len(app.registered_groups))


def leadup(*arguments: str, given: str | None = None, folder: Path | None = None) -> Done:
    """Run the command line in this process, as the installed script does."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    code = 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["leadup", *arguments])
        patched.setattr(sys, "stdout", streams[0])
        patched.setattr(sys, "stderr", streams[1])
        patched.setattr("typer.main.get_command", command_of)
        if given is not None:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        if folder is not None:
            patched.chdir(folder)
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        finally:
            # A command that ends with its process may leave it off.
            gc.enable()
    out, err = (s.buffer.getvalue().decode() for s in streams)  # type: ignore[attr-defined]
    assert "Traceback" not in out + err
    return Done(code, out, err)
