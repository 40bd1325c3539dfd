"""``leadup events``: event data of a whole archive, for those who count."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, app, err
from leadup.cli.writing import require_folders
from leadup.errors import UnwritableOutput
from leadup.ingest import Archive
from leadup.output.eventdata import archive_events, write_event_csv
from leadup.output.language import OF_AN_ANSWER
from leadup.reading.actions import Intensities


@app.command(
    epilog="""Examples:

    leadup events --archive my-archive --csv events.csv

    leadup events --archive my-archive --all | head

    leadup events --archive my-archive --intensity mine.tsv --csv events.csv"""
)
def events(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[ARCHIVE]", help="The archive's folder, in place of --archive.")
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    csv: Annotated[str, typer.Option("--csv", help="Write CSV to this file, or - to print it.")] = "-",
    every: Annotated[bool, typer.Option("--all", help="Every action of a sentence, not its main one alone.")] = False,
    intensity: Annotated[Path | None, typer.Option(help="A table of intensities of yours, as TSV.")] = None,
    pipeline: Annotated[str | None, typer.Option(help="A spaCy pipeline of yours to parse with.")] = None,
) -> None:
    """Who did what to whom, in PLOVER's categories: one row a mention of a happening, with the words it stands on."""
    table = None if intensity is None else Intensities.read(intensity, OF_AN_ANSWER)
    require_folders(csv)
    with Archive(folder or archive) as kept:
        rows = archive_events(kept, every=every, intensity=table, pipeline=pipeline)
        if csv == "-":
            page = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
            try:
                write_event_csv(rows, page)
            finally:
                page.detach()
            return
        try:
            with Path(csv).open("w", encoding="utf-8", newline="") as file:
                count = write_event_csv(rows, file)
        except OSError as error:
            raise UnwritableOutput(f"{csv}: {error.strerror}", "Name another file") from error
        err().print(f"wrote {count} events to {csv}", soft_wrap=True)
