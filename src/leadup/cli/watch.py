"""``leadup watch``: feeds and folders into the archive, as they bring news."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, err, out
from leadup.errors import MissingArchive, MissingInput, UnreadableInput
from leadup.ingest import Archive
from leadup.intake import Options
from leadup.intake.fetch import FetchLimits
from leadup.output.visible import one_line
from leadup.watching import Look, Watching, is_address, last_look, sources_listed


@app.command(
    epilog="""Examples:

    leadup watch https://example.com/world.rss --once

    leadup watch feeds.opml inbox/ --every 1800 --archive my-archive

    leadup watch --list"""
)
def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Addresses of feeds, lists of them (OPML, or one a line), folders; else all that the archive watches.",
        ),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    every: Annotated[int, typer.Option(min=300, help="Seconds between two looks at a source.")] = 900,
    once: Annotated[bool, typer.Option("--once", help="Look at each source that is due once, and end.")] = False,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all of them; else what each says.")] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Allow feeds on this machine or a private network.")
    ] = False,
    listing: Annotated[
        bool, typer.Option("--list", help="Say what is watched and how it went; look at nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Look at feeds and folders again and again, and keep what is new.

    Only this, `add --fetch` and `to --retell` with an address use the network.
    """
    watching = Watching(archive)
    if listing:
        if not archive.is_dir():
            raise MissingArchive(str(archive))
        _list(watching, as_json)
        return
    sources = tuple(dict.fromkeys(s.url for s in watching.add_all(_sources(feeds)))) if feeds else None
    if sources is None and not watching.all():
        raise UnreadableInput(str(archive), "nothing is watched yet", "Name a feed or a folder")
    options, limits = Options(outlet=outlet), FetchLimits(private=private)
    with Archive(archive, create=True) as kept:
        while True:
            for look in watching.look(kept, sources, every=every, options=options, limits=limits):
                _say(look, as_json)
            if once:
                return
            due = min((s.due for s in watching.all() if sources is None or s.url in sources), default=0.0)
            time.sleep(max(1.0, min(due - time.time(), float(every))))


def _say(look: Look, as_json: bool) -> None:
    if as_json:
        row = {"source": look.state.url, "added": look.added, "errors": [str(e) for e in look.errors]}
        out().print(json.dumps(row, ensure_ascii=False), soft_wrap=True)
        return
    for error in look.errors:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
    out().print(f"{look.state.url}: {look.added} new", soft_wrap=True)


def _list(watching: Watching, as_json: bool) -> None:
    states = watching.all()
    if not states:
        err().print("nothing is watched yet; `leadup watch FEED` begins with one", soft_wrap=True)
    for state in states:
        if as_json:
            typer.echo(json.dumps(msgspec.to_builtins(state), ensure_ascii=False))
            continue
        seen = last_look(state)
        when = f"{seen:%Y-%m-%d %H:%M} UTC, {state.added} new, {state.brought} in all" if seen else "not looked at yet"
        trouble = f"  {state.trouble}" if state.trouble else ""
        out().print(one_line(f"{state.url}  {when}{trouble}"), soft_wrap=True)


def _sources(given: list[str]) -> list[str]:
    sources: list[str] = []
    for source in given:
        if is_address(source) or Path(source).is_dir():
            sources.append(source)
            continue
        path = Path(source)
        if not path.is_file():
            raise MissingInput(source)
        sources += sources_listed(path.read_bytes(), source)
    return sources
