"""The command line run in the tests' own process: a process of its own costs a second and a half of imports."""

from __future__ import annotations

import gc
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from leadup.cli import main


@dataclass(frozen=True)
class Done:
    """What a command printed, and the exit code it ended with."""

    returncode: int
    stdout: str
    stderr: str


def leadup(*arguments: str, given: str | None = None, folder: Path | None = None) -> Done:
    """Run the command line in this process, as the installed script does."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    code = 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["leadup", *arguments])
        patched.setattr(sys, "stdout", streams[0])
        patched.setattr(sys, "stderr", streams[1])
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
