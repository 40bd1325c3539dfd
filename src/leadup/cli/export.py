"""``leadup export``: a timeline that was kept as JSON, in any other format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from leadup.cli.app import app, err
from leadup.cli.writing import write_out
from leadup.errors import MissingInput, UnwritableOutput
from leadup.output import from_json, writer_for, writer_named
from leadup.output.writer import Writer


@app.command(
    epilog="""Examples:

    leadup to "the ceasefire" --json ceasefire.json

    leadup export ceasefire.json ceasefire.html

    leadup export ceasefire.json ceasefire.ics ceasefire.docx

    leadup export ceasefire.json --format timelinejs > ceasefire.timelinejs.json"""
)
def export(
    timeline: Annotated[Path, typer.Argument(help="A timeline that `leadup to --json FILE` wrote, or -.")],
    files: Annotated[list[Path] | None, typer.Argument(help="Files to write; their endings say the format.")] = None,
    format: Annotated[str | None, typer.Option("--format", "-f", help="The format's name (`leadup formats`).")] = None,
) -> None:
    """Write a timeline in other formats, without asking again."""
    answer = from_json(_read(timeline), str(timeline))
    plan: list[tuple[Writer, Path | None]] = [
        (writer_named(format) if format else writer_for(path), path) for path in files or []
    ]
    if not plan:
        plan = [(writer_named(format or "text"), None)]
    for writer, path in plan:
        made = writer.write(answer)
        _save(made if isinstance(made, bytes) else made.encode("utf-8"), path)


def _read(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError:
        raise MissingInput(str(path)) from None


def _save(data: bytes, path: Path | None) -> None:
    if path is None or str(path) == "-":
        write_out(data)
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    err().print(f"wrote {path}", soft_wrap=True)
