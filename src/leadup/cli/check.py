"""``leadup check``: do the sources bear a draft out, and what does it leave out?"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from leadup.answering import check_draft
from leadup.check import Draft, read_draft
from leadup.check.draft import LARGEST, draft_from_bytes, lacks_year
from leadup.cli.app import DEFAULT_ARCHIVE, Answering, ArchiveOption, app, day, err, out, tell_of_old_readings
from leadup.cli.writing import STANDARD_OUTPUT, require_folders, write_file, write_out
from leadup.errors import EmptyDraft, MissingInput
from leadup.ingest import Archive
from leadup.output.report import render_report, to_report_json, to_report_markdown, to_report_page

CONTRADICTED = 1


@app.command(
    cls=Answering,
    epilog="""Examples:

    leadup check draft.docx --archive ./leadup-archive

    leadup check box.md --about "the embassy attack" --html report.html

    pbpaste | leadup check - --json - | jq .findings""",
)
def check(
    draft: Annotated[str, typer.Argument(help="The draft's file, or - for standard input.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    about: Annotated[str | None, typer.Option(help="The event that it leads up to; else its title.")] = None,
    date: Annotated[str | None, typer.Option(help="The draft's own day (2020-01-03 or Jan. 3, 2020).")] = None,
    missing: Annotated[bool, typer.Option(help="Look for what it leaves out.")] = True,
    why: Annotated[bool, typer.Option("--why", help="Show all sentences that bear on each statement.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the page to this file.")] = None,
    json: Annotated[str | None, typer.Option(help="Write JSON to this file, or print it: - or nothing.")] = None,
    md: Annotated[Path | None, typer.Option(help="Write Markdown with footnotes to this file.")] = None,
    pipeline: Annotated[str | None, typer.Option(help="A spaCy pipeline of yours to parse with.")] = None,
) -> None:
    """Put a draft to the sources, statement by statement, and say what it leaves out.

    Exits with 1 where a source surely or probably contradicts a statement, with 0 where none does.
    """
    require_folders(html, json, md)
    read = _read(draft, day(date, "--date"))
    if not read.statements:
        raise EmptyDraft(draft)
    if lacks_year(read):
        err().print("its days have no year, and count for none: give the draft's own day with --date", soft_wrap=True)
    with Archive(archive) as kept:
        report = check_draft(read, kept, about=about, missing=missing, pipeline=pipeline)
        tell_of_old_readings(kept)
    if html is not None:
        _save(html, to_report_page(report, read.title or "Draft and sources").encode())
    if md is not None:
        _save(md, to_report_markdown(report).encode())
    if json is not None and json != STANDARD_OUTPUT:
        _save(Path(json), to_report_json(report))
    if json == STANDARD_OUTPUT:
        write_out(to_report_json(report))
    else:
        render_report(report, out(), every=why)
    if report.contradicted:
        raise typer.Exit(CONTRADICTED)


def _read(draft: str, when: dt.date | None) -> Draft:
    if draft == "-":
        return draft_from_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input", when)
    if not Path(draft).exists():
        raise MissingInput(draft)
    return read_draft(draft, when)


def _save(path: Path, data: bytes) -> None:
    err().print(f"wrote {write_file(path, data)}", soft_wrap=True)
