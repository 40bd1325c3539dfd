"""A timeline to where the asker wants it: files, standard output, the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadup.cli.app import err as stderr
from leadup.cli.app import out as stdout
from leadup.cli.writing import STANDARD_OUTPUT, write_file, write_out
from leadup.model import Timeline
from leadup.output import write
from leadup.output.terminal import render
from leadup.output.writer import writer_for, writer_named

if TYPE_CHECKING:
    from leadup.check import Retelling

OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Write --format to this file; without it the file's ending says the format."),
]


def form_of(format: str | None, out: Path | None) -> str | None:
    """The form that is asked for by its name, or by the ending of the file; None where neither asks for one.

    Raises UnknownOutput, with the list, where no form has the name or the ending: before an answer is worked out.
    """
    if format is not None:
        return writer_named(format).name
    return None if out is None or str(out) == STANDARD_OUTPUT else writer_for(out).name


def show_timeline(
    timeline: Timeline,
    retelling: Retelling | None = None,
    *,
    html: Path | None,
    json: str | None,
    md: Path | None,
    format: str | None,
    out: Path | None,
    why: bool,
    chain: bool,
    more: bool = False,
) -> None:
    """Write the files asked for and print the rest; the terminal's rendering unless another form was printed.

    A retelling goes before the entries on the page and in Markdown, into the JSON, and after them in the terminal.
    """
    asked = [(html, "html"), (json, "json"), (md, "markdown")]
    if format is not None:
        asked.append((out or "-", format))
    forms = [(str(place), _written(timeline, retelling, name)) for place, name in asked if place is not None]
    # Files first: a reader of our output that goes away (`| head`) must not cost the files.
    written = [write_file(Path(place), data) for place, data in forms if place != STANDARD_OUTPUT]
    printed = [data for place, data in forms if place == STANDARD_OUTPUT]
    for data in printed:
        write_out(data)
    if not printed:
        render(timeline, stdout(), why=why, chain=chain, more=more)
        if retelling is not None:
            from leadup.output.report import render_retelling

            render_retelling(retelling, stdout())
    for path in written:
        stderr().print(f"wrote {path}", soft_wrap=True)


def _written(timeline: Timeline, retelling: Retelling | None, form: str) -> bytes:
    if retelling is None:
        return write(timeline, form)
    # What writes retellings, and what checks them, is imported where there is one: few answers have it.
    from leadup.output.report import write_retelling

    return write_retelling(timeline, retelling, form)
