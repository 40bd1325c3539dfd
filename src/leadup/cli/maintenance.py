"""``leadup archive``: check, recover, back up, compact, export, import, its history, and plain tables for others."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from leadup.archive import maintenance, timestamps
from leadup.archive.file import FILE
from leadup.archive.history import Change
from leadup.archive.tables import write_tables
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, err, out
from leadup.ingest import Archive, exported, recovery
from leadup.ingest.gathering import store
from leadup.ingest.units import collecting_seldom

FAULTY = 4

upkeep_app = typer.Typer(
    help="Look after the archive: check, recover, back up, compact, its history, export, import, tables for others.",
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
        faults = list(maintenance.check(kept))
        articles = sum(1 for _ in kept.listed())
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

    leadup archive recover saved-archive --archive my-archive"""
)
def recover(
    into: Annotated[Path, typer.Argument(help="The folder of a new archive.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """Take every whole article out of a damaged archive into a new one; exit code 4 where some are lost."""
    recovered = recovery.recover(archive, into)
    if as_json:
        typer.echo(json.dumps({"whole": recovered.whole, "lost": list(recovered.lost)}))
    else:
        for row in recovered.lost:
            err().print(f"  lost: row {row}", style="yellow")
        out().print(f"{recovered.whole} articles whole, in {into}; {len(recovered.lost)} lost", soft_wrap=True)
    if recovered.lost:
        raise typer.Exit(FAULTY)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive backup copies/monday --archive my-archive"""
)
def backup(
    into: Annotated[Path, typer.Argument(help="A new folder.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Copy the archive to another folder, also while something is added to it."""
    with Archive(archive) as kept:
        file = recovery.backup(kept, into)
    out().print(f"{file.stat().st_size / 2**20:.1f} MiB in {into}", soft_wrap=True)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive fingerprint > monday.txt

    leadup archive fingerprint --request monday.tsq    # for a time-stamping authority (RFC 3161)

    leadup archive fingerprint --keep monday.tsr --authority authority.pem

    leadup archive fingerprint --verify --authority authority.pem"""
)
def fingerprint(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    request: Annotated[
        Path | None, typer.Option("--request", help="Write an RFC 3161 request for a time stamp to this file.")
    ] = None,
    keep: Annotated[Path | None, typer.Option("--keep", help="Keep an authority's answer to such a request.")] = None,
    verify: Annotated[bool, typer.Option("--verify", help="Check every answer that is kept.")] = False,
    authority: Annotated[
        Path | None, typer.Option("--authority", help="The authority's root certificate, PEM; needed to check answers.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Say in two hashes what the archive holds and how it came to; have that stamped by an authority, and check it."""
    with Archive(archive) as kept:
        now = kept.fingerprint()
        if request is not None:
            timestamps.write_request(kept, request)
        if keep is not None:
            timestamps.keep(kept, keep, authority)
        checked = timestamps.verify(kept, authority) if verify else ()
    if as_json:
        rows = [{"changes": c.changes, "time": c.time, "fault": c.fault} for c in checked]
        facts = {"articles": now.articles, "contents": now.contents, "changes": now.changes, "head": now.head}
        typer.echo(json.dumps({**facts, **({"timestamps": rows} if verify else {})}))
    else:
        typer.echo(now.text, nl=False)
        for stamp in checked:
            said = f"existed at {stamp.time}" if stamp.fault is None else stamp.fault
            err().print(f"  history of {stamp.changes} changes: {said}", soft_wrap=True)
        if verify and not checked:
            err().print("  no time stamp is kept")
    if any(stamp.fault for stamp in checked):
        raise typer.Exit(FAULTY)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive log

    leadup archive log --json > history.jsonl"""
)
def log(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the last so many.")] = None,
    as_json: JsonOption = False,
) -> None:
    """What was done to the archive, one change a line: number, time, what, article, its content's hash, the chain's."""
    with Archive(archive) as kept:
        shown: Iterable[Change] = kept.changes()
        if limit is not None:
            shown = deque(shown, maxlen=limit)
        for change in shown:
            hashes = {"content": change.content.hex(), "head": change.head.hex()}
            if as_json:
                facts = {"number": change.number, "at": change.at, "kind": change.kind, "article": change.article}
                typer.echo(json.dumps({**facts, **hashes}))
            else:
                short = f"{hashes['content'][:12]}  {hashes['head'][:12]}"
                typer.echo(f"{change.number:>7}  {change.at}  {change.kind:<8}  {change.article}  {short}")


@upkeep_app.command(
    epilog="""Examples:

    leadup archive compact"""
)
def compact(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Make the full-text index anew and give free room back."""
    with Archive(archive) as kept:
        before, after = maintenance.compact(kept)
    out().print(f"{before / 2**20:.1f} MiB before, {after / 2**20:.1f} MiB now")


@upkeep_app.command(
    epilog="""Examples:

    leadup archive reread"""
)
def reread(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Read again what an earlier leadup read, so that answers need not do it each time."""
    with collecting_seldom(), Archive(archive) as kept:
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
        count = maintenance.export(kept, file)
    out().print(f"{count} articles in {file}", soft_wrap=True)


@upkeep_app.command(
    epilog="""Examples:

    leadup archive tables --archive my-archive

    leadup archive tables everything.db

    sqlite-utils rows everything.db current_articles -c day -c outlet -c title"""
)
def tables(
    file: Annotated[
        Path | None, typer.Argument(help="An SQLite file to write; without it they are kept inside the archive.")
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Plain tables for other programs: articles, sentences, dates, figures, names, versions (docs/archive.md)."""
    with Archive(archive) as kept:
        if file is None:
            count = kept.open_to_others()
            out().print(f"{count} articles unpacked; {archive / FILE} can be opened as it is", soft_wrap=True)
            return
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
        summary = store(kept, exported.load(file))
    out().print(f"{summary.added} added, {summary.already} already there, {summary.unreadable} unreadable")
    for error in summary.errors:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
    if summary.errors and not summary.taken:
        raise typer.Exit(summary.errors[0].exit_code)
