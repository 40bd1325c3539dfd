"""A timeline to where the asker wants it: files, standard output, the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from leadup.cli import app as frame
from leadup.errors import UnwritableOutput
from leadup.model import Timeline
from leadup.output import write
from leadup.output.terminal import render


def show_timeline(
    timeline: Timeline,
    *,
    html: Path | None,
    json: str | None,
    md: Path | None,
    format: str | None,
    out: Path | None,
    why: bool,
    chain: bool,
) -> None:
    """Write the files asked for and print the rest; the terminal's rendering unless another form was printed."""
    printed = False
    for path, name in ((html, "html"), (json, "json"), (md, "markdown"), (out if format else None, format)):
        if path is None or name is None:
            continue
        if str(path) == "-":
            _print(write(timeline, name))
            printed = True
        else:
            _save(Path(path), write(timeline, name))
    if format is not None and out is None:
        _print(write(timeline, format))
        printed = True
    if not printed:
        render(timeline, frame.out(), why=why, chain=chain)


def _print(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _save(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    frame.err().print(f"wrote {path}", soft_wrap=True)
