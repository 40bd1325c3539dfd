"""``leadup add``: articles into the archive."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from leadup.archive import Archive
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, err, out
from leadup.errors import BadQuestion
from leadup.intake import FIELDS, Options
from leadup.scale import Progress as Gathered
from leadup.scale import Summary, gather

SHOWN_ERRORS = 20
_FIELDS_SAID = f"the fields are {', '.join(FIELDS)}"


@app.command(
    epilog="""Examples:

    leadup add saved-pages/ wire.jsonl

    leadup add note.txt --published 2020-01-03 --outlet "Harbour Gazette"

    leadup add export.csv --map text=Body --map published=Date

    cat articles.jsonl | leadup add - --archive my-archive"""
)
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    published: Annotated[str | None, typer.Option(help="Publication day of all of them, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all of them.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = 1,
    format: Annotated[str | None, typer.Option(help="Format of the inputs; else it is seen from each.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="The column of a table, or key of a record, that holds a field; repeatable.",
        ),
    ] = None,
    fast: Annotated[bool, typer.Option("--fast", help="Read pages faster and a little less well.")] = False,
    cluster: Annotated[
        str | None, typer.Option(help="Read on a dask cluster: its scheduler's address, or local:N.")
    ] = None,
    staging: Annotated[
        str | None, typer.Option(help="Storage that all of the cluster sees, for its parts: a folder or an URL.")
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Look again into inputs read to their end before.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read articles and keep them: pages, texts, JSON lines, feeds, web archives, folders of these."""
    options = Options(published=day(published, "--published"), outlet=outlet, format=format, fast=fast)
    options = replace(options, mapping=_mapping(columns or []))
    with Archive(archive, create=True) as kept, _bar() as bar:
        task = bar.add_task("reading", total=None, articles=0)

        def progress(at: Gathered) -> None:
            bar.update(task, completed=at.done, total=at.total or None, articles=at.articles)

        if cluster is None:
            summary = gather(kept, paths, options, jobs=jobs, progress=progress, anew=anew)
        else:
            from leadup.scale.cluster import gather_on_cluster

            summary = gather_on_cluster(kept, paths, options, cluster, staging=staging, progress=progress, anew=anew)
    if as_json:
        out().print(json.dumps(_machine(summary), ensure_ascii=False), soft_wrap=True)
    else:
        _say(summary, archive)
    if summary.unreadable and not (summary.added or summary.versions or summary.already or summary.unchanged_inputs):
        raise typer.Exit(summary.errors[0].exit_code)


def _mapping(given: list[str]) -> tuple[tuple[str, str], ...]:
    """The pairs that ``--map FIELD=COLUMN`` gives; raises BadQuestion where one is none."""
    pairs: dict[str, str] = {}
    for each in given:
        field, mark, column = each.partition("=")
        field, column = field.strip(), column.strip()
        if not mark or not column or field not in FIELDS:
            raise BadQuestion(f"--map {each!r} names no field and column", f"Write it as text=COLUMN; {_FIELDS_SAID}")
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


def _say(summary: Summary, archive: Path) -> None:
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
        console.print(f"{summary.undated} could not be dated: give --published to place what they tell.")
    for error in summary.errors[:SHOWN_ERRORS]:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
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
        "errors": [{"source": e.source, "line": e.line, "what": e.what, "do": e.do} for e in summary.errors],
    }
