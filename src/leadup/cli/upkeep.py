"""``leadup archive``: check, compact, export, import, and plain tables for others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from leadup.archive import Archive, upkeep
from leadup.archive.tables import write_tables
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, err, out
from leadup.scale.gathering import store

FAULTY = 4

upkeep_app = typer.Typer(
    help="Look after the archive: check, compact, export, import, tables for others.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(upkeep_app, name="archive")


@upkeep_app.command(
    epilog="""Examples:

    leadup archive check --archive my-archive"""
)
def check(archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """Check the file, its indexes and every span; exit code 4 where anything does not hold."""
    with Archive(archive) as kept:
        faults = list(upkeep.check(kept))
        articles = kept.stats().articles
    if as_json:
        rows = [{"article": f.article, "what": f.what} for f in faults]
        typer.echo(json.dumps({"articles": articles, "faults": rows}, ensure_ascii=False))
    else:
        for fault in faults:
            err().print(f"  {fault.article or 'archive'}: {fault.what}", style="yellow", soft_wrap=True)
        out().print(f"{articles} articles, {len(faults)} faults")
    if faults:
        raise typer.Exit(FAULTY)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive compact"""
)
def compact(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Make the full-text index anew and give free room back."""
    with Archive(archive) as kept:
        before, after = upkeep.compact(kept)
    out().print(f"{before / 2**20:.1f} MiB before, {after / 2**20:.1f} MiB now")


@upkeep_app.command(
    epilog="""Examples:

    leadup archive reread"""
)
def reread(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Read again what an earlier leadup read, so that answers need not do it each time."""
    with Archive(archive) as kept:
        renewed = kept.reread()
    out().print(f"{renewed} articles read again")


@upkeep_app.command(
    epilog="""Examples:

    leadup archive export everything.jsonl

    leadup archive export everything.parquet"""
)
def export(
    file: Annotated[Path, typer.Argument(help="A .jsonl or .parquet file.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Write every article with its reading to one file."""
    with Archive(archive) as kept:
        count = upkeep.export(kept, file)
    out().print(f"{count} articles in {file}", soft_wrap=True)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive tables everything.db

    sqlite-utils rows everything.db current_articles -c day -c outlet -c title"""
)
def tables(
    file: Annotated[Path, typer.Argument(help="An SQLite file to write.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Write plain tables for other programs: articles, sentences, dates, figures, names, versions (docs/archive.md)."""
    with Archive(archive) as kept:
        count = write_tables(kept, file)
    out().print(f"{count} articles in {file}", soft_wrap=True)


@upkeep_app.command(
    "import",
    epilog="""Examples:

    leadup archive import everything.jsonl --archive another""",
)
def import_(
    file: Annotated[Path, typer.Argument(help="A file that `leadup archive export` wrote.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Take exported articles in, whole."""
    with Archive(archive, create=True) as kept:
        summary = store(kept, upkeep.load(file))
    out().print(f"{summary.added} added, {summary.already} already there, {summary.unreadable} unreadable")
    for error in summary.errors:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
