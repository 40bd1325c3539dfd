"""``leadup watch``: feeds into the archive, as they bring news."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from leadup.archive import Archive
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, app, err, out
from leadup.errors import IntakeError, MissingInput, UnreadableInput
from leadup.intake import Options
from leadup.intake.fetch import FetchLimits
from leadup.intake.polling import FeedState, dump, load, poll

STATE = "feeds.json"


@app.command(
    epilog="""Examples:

    leadup watch https://example.com/world.rss --once

    leadup watch feeds.txt --every 1800 --archive my-archive"""
)
def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED...", help="Addresses, or files with one address a line.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    every: Annotated[int, typer.Option(min=300, help="Seconds between two looks at a feed.")] = 900,
    once: Annotated[bool, typer.Option("--once", help="Look at each feed that is due once, and end.")] = False,
    outlet: Annotated[str | None, typer.Option(help="Outlet of all of them; else what each feed says.")] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Allow feeds on this machine or a private network.")
    ] = False,
) -> None:
    """Look at feeds again and again, and keep what is new. (Only this and `add` of an address use the network.)"""
    addresses = list(dict.fromkeys(_addresses(feeds)))
    options = Options(outlet=outlet)
    limits = FetchLimits(private=private)
    with Archive(archive, create=True) as kept:
        place = archive / STATE
        states = load(place.read_bytes()) if place.exists() else {}
        while True:
            for address in addresses:
                before = states.get(address, FeedState(address))
                after, found = poll(before, time.time(), every=every, options=options, limits=limits)
                if after is before:
                    continue
                added = 0
                for item in found:
                    if isinstance(item, IntakeError):
                        err().print(f"  {item}", style="yellow", soft_wrap=True)
                    else:
                        added += kept.add(item) != "already there"
                states[address] = after
                _save(place, list(states.values()))
                out().print(f"{address}: {added} new", soft_wrap=True)
            if once:
                return
            due = min(states[address].due for address in addresses)
            time.sleep(max(1.0, min(due - time.time(), float(every))))


def _addresses(feeds: list[str]) -> list[str]:
    found: list[str] = []
    for feed in feeds:
        if feed.startswith(("http://", "https://")):
            found.append(feed)
            continue
        path = Path(feed)
        if not path.is_file():
            raise MissingInput(feed)
        lines = path.read_text("utf-8", errors="replace").splitlines()
        found += [line.strip() for line in lines if line.strip().startswith(("http://", "https://"))]
    if not found:
        raise UnreadableInput(", ".join(feeds), "no address in it", "Write one https:// address a line")
    return found


def _save(place: Path, states: list[FeedState]) -> None:
    new = place.with_suffix(".new")
    new.write_bytes(dump(states))
    new.replace(place)
