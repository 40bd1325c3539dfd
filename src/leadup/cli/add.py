"""``leadup add``: articles into the archive."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, err, out
from leadup.cli.preview import passed_over, preview
from leadup.errors import BadOption
from leadup.ingest import Archive
from leadup.ingest.gathering import Progress as Gathered
from leadup.ingest.gathering import Summary, gather
from leadup.ingest.units import collecting_seldom
from leadup.intake import FIELDS, Options

SHOWN_ERRORS = 20
_FIELDS_SAID = f"the fields are {', '.join(FIELDS)}"


@app.command(
    epilog="""Examples:

    leadup add saved-pages/ wire.jsonl

    leadup add note.txt --published 2020-01-03 --outlet "Harbour Gazette"

    leadup add export.csv --map text=Body --map published=Date

    leadup add wire.json --map text=fields.bodyText --map-file wire.map

    leadup add inbox/ --dry-run

    leadup add urls.txt --fetch

    cat articles.jsonl | leadup add - --archive my-archive"""
)
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    published: Annotated[str | None, typer.Option(help="Publication day of all of them (2020-01-03).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all of them.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = 1,
    format: Annotated[str | None, typer.Option(help="Format of the inputs; else it is seen from each.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="The column of a table, or key of a record, that holds a field; a.b reaches inside; repeatable.",
        ),
    ] = None,
    map_file: Annotated[
        Path | None, typer.Option("--map-file", help="A file of such pairs, one a line (# opens a comment).")
    ] = None,
    date_order: Annotated[
        str | None, typer.Option("--date-order", help="Order of days in figures: dmy or mdy; else the column tells.")
    ] = None,
    fetch: Annotated[
        bool,
        typer.Option("--fetch", help="Ask for the pages that lists of addresses name; kept as WARC in the archive."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read as what; store nothing.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show where a reader failed.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="Read pages faster and a little less well.")] = False,
    cluster: Annotated[
        str | None, typer.Option(help="Read on a dask cluster: its scheduler's address, or local:N.")
    ] = None,
    staging: Annotated[
        str | None, typer.Option(help="Storage that all of the cluster sees, for its parts: a folder or an URL.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", "--anew", help="Look again into inputs read to their end before.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Read articles and keep them: pages, documents, mails, press databases, tables, feeds."""
    if date_order not in (None, "dmy", "mdy"):
        raise BadOption(f"--date-order {date_order!r} is no order", "Write dmy (day first) or mdy (month first)")
    options = Options(
        published=day(published, "--published"), outlet=outlet, format=format, fast=fast,
        mapping=_mapping([*_pairs(map_file), *(columns or [])]), date_order="dmy" if date_order == "dmy" else
        "mdy" if date_order else None, fetch=fetch, keep=archive / "fetched" if fetch and not dry_run else None,
    )  # fmt: skip
    if dry_run:
        refused = preview(paths, options, as_json=as_json, verbose=verbose)
        if refused is not None:
            raise typer.Exit(refused.exit_code)
        return
    with collecting_seldom(), Archive(archive, create=True) as kept, _bar() as bar:
        task = bar.add_task("reading", total=None, articles=0)

        def progress(at: Gathered) -> None:
            bar.update(task, completed=at.done, total=at.total or None, articles=at.articles)

        if cluster is None:
            summary = gather(kept, paths, options, jobs=jobs, progress=progress, force=force)
        else:
            from leadup.ingest.cluster import gather_on_cluster

            summary = gather_on_cluster(kept, paths, options, cluster, staging=staging, progress=progress, force=force)
    if as_json:
        out().print(json.dumps(_machine(summary), ensure_ascii=False), soft_wrap=True)
    else:
        _say(summary, archive, verbose)
    if not summary.taken and (summary.unreadable or summary.passed):
        raise typer.Exit((summary.errors or summary.passed_first)[0].exit_code)


def _pairs(file: Path | None) -> list[str]:
    """The pairs that a file holds; raises BadOption where it cannot be read."""
    if file is None:
        return []
    try:
        lines = [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"--map-file {file}: {error}", "Name a text file of lines such as text=fields.body") from None
    return [line for line in lines if line and not line.startswith("#")]


def _mapping(given: list[str]) -> tuple[tuple[str, str], ...]:
    """The pairs that ``--map FIELD=COLUMN`` gives; raises BadOption where one is none."""
    pairs: dict[str, str] = {}
    for each in given:
        field, mark, column = each.partition("=")
        field, column = field.strip(), column.strip()
        if not mark or not column or field not in FIELDS:
            raise BadOption(f"--map {each!r} names no field and column", f"Write it as text=COLUMN; {_FIELDS_SAID}")
        pairs[field] = column
    return tuple(pairs.items())


def _bar() -> Progress:
    console = err()
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[articles]} articles"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _say(summary: Summary, archive: Path, verbose: bool) -> None:
    console = out()
    parts = [f"{summary.added} added", f"{summary.already} already there"]
    if summary.versions:
        parts.append(f"{summary.versions} new versions")
    if summary.unchanged_inputs:
        parts.append(f"{summary.unchanged_inputs} inputs unchanged since they were read")
    parts.append(f"{summary.unreadable} unreadable")
    console.print(f"{', '.join(parts)}. Archive: {archive}", soft_wrap=True)
    if summary.inferred:
        console.print(f"{summary.inferred} carry no date: worked out from the text (`leadup show ID` says how).")
    if summary.undated:
        console.print(f"{summary.undated} could not be dated: give --published, or --date-order for 03/04/2020.")
    if summary.passed:
        console.print(f"{passed_over(summary.passed, [e.source for e in summary.passed_first])}.", soft_wrap=True)
    for error in summary.errors if verbose else summary.errors[:SHOWN_ERRORS]:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
        if verbose and error.trace:
            err().print(error.trace, style="dim", soft_wrap=True)
    if verbose:
        for passed in summary.passed_first:
            err().print(f"  {passed}", style="yellow", soft_wrap=True)
        return
    if summary.unreadable > SHOWN_ERRORS:
        err().print(f"  … and {summary.unreadable - SHOWN_ERRORS} more; --json lists them", style="yellow")


def _machine(summary: Summary) -> dict[str, object]:
    return {
        "added": summary.added,
        "new_versions": summary.versions,
        "already_there": summary.already,
        "unchanged_inputs": summary.unchanged_inputs,
        "inferred_dates": summary.inferred,
        "undated": summary.undated,
        "unreadable": summary.unreadable,
        "passed_over": dict(sorted(summary.passed.items())),
        "passed_over_first": [e.source for e in summary.passed_first],
        "errors": [{"source": e.source, "line": e.line, "what": e.what, "do": e.do} for e in summary.errors],
    }
