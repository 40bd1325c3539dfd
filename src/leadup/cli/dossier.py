"""``leadup dossier``: answers that were kept, and what is new in them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from leadup.answering import lead_up
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, err, out
from leadup.cli.rendering import OutOption, form_of, show_timeline
from leadup.dossiers import Change, Dossier, Dossiers, News, diff, news_words
from leadup.ingest import Archive
from leadup.output.visible import one_line

dossier = typer.Typer(help="Answers that were kept: list, show, diff, export.", no_args_is_help=True)
app.add_typer(dossier, name="dossier")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The dossier's name.")]


@dossier.command(
    "list",
    epilog="""Examples:

    leadup dossier list --archive my-archive

    leadup dossier list --new""",
)
def list_dossiers(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    new: Annotated[
        bool, typer.Option("--new", help="Ask each again, and say how much is new since it was saved.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the dossiers by name."""
    with Archive(archive) as held:
        dossiers = Dossiers(archive)
        kept = dossiers.all()
        if not kept:
            err().print('no dossier is kept yet; `leadup to "EVENT" --dossier NAME` keeps one', soft_wrap=True)
        asked = dossiers.news(held) if new else iter(())
        for one in kept:
            _print_one(one, next(asked, None), as_json)


def _print_one(one: Dossier, news: News | None, as_json: bool) -> None:
    if as_json:
        row = {
            "name": one.name, "at": one.at.isoformat(timespec="seconds"), "by": one.by, "version": one.version,
            "entries": len(one.timeline.entries), "target": one.question.target,
        }  # fmt: skip
        if news is not None:
            row |= {"new": news.changes, "trouble": news.trouble}
        typer.echo(json.dumps(row, ensure_ascii=False))
        return
    facts = f"  {one.at:%Y-%m-%d}  {len(one.timeline.entries)} entries  {one_line(one.question.target)}"
    if news is not None:
        facts += f"  {one_line(news.trouble or news_words(news, dt.datetime.now(dt.UTC).date()))}"
    out().print(Text.assemble((one_line(one.name), "bold"), facts), soft_wrap=True)


@dossier.command(
    epilog="""Examples:

    leadup dossier show "the embassy" --html embassy.html"""
)
def show(
    name: NameArgument,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    html: Annotated[Path | None, typer.Option(help="Write the page to this file.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Say why each entry was chosen and dated so.")] = False,
    more: Annotated[bool, typer.Option("--more", help="Show the entries whole that are less sure to belong.")] = False,
) -> None:
    """Show a dossier as it was saved last."""
    kept = Dossiers(archive).open(name)
    show_timeline(kept.timeline, html=html, json=None, md=None, format=None, out=None, why=why, chain=False, more=more)


@dossier.command(
    "diff",
    epilog="""Examples:

    leadup dossier diff "the embassy" """,
)
def show_diff(name: NameArgument, archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """What is new since a dossier was saved: added, withdrawn, re-dated, reworded, changed."""
    kept = Dossiers(archive).open(name)
    with Archive(archive) as held:
        changes = diff(kept.timeline, lead_up(kept.question, held))
    if as_json:
        typer.echo(msgspec.json.encode(changes).decode())
        return
    if not changes:
        out().print(f"nothing is new since {kept.at:%Y-%m-%d}")
    for change in changes:
        _print(change)


@dossier.command(
    epilog="""Examples:

    leadup dossier export "the embassy" --format markdown -o embassy.md"""
)
def export(
    name: NameArgument,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    format: Annotated[str | None, typer.Option(help="The format (`leadup formats`); else JSON.")] = None,
    output: OutOption = None,
) -> None:
    """Write a dossier in a format, as it was saved last."""
    format = form_of(format, output) or "json"
    kept = Dossiers(archive).open(name)
    show_timeline(kept.timeline, html=None, json=None, md=None, format=format, out=output, why=False, chain=False)


def _print(change: Change) -> None:
    entry = change.after or change.before
    assert entry is not None
    head = Text.assemble((f"{change.kind:10}", "bold"), f" {entry.day}  ", one_line(entry.wording.exact))
    out().print(head, soft_wrap=True)
    for line in change.what:
        out().print(Text(f"           {one_line(line)}", style="dim"), soft_wrap=True)
