"""What an archive watches: feeds and folders that are looked at again and again, and how the last look went.

It is kept in ``feeds.json`` of the archive's folder, so that `leadup watch` and the desk know the same.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from leadup.errors import ArchiveError, IntakeError, MissingInput, UnreadableInput
from leadup.ingest import Archive
from leadup.ingest.gathering import gather
from leadup.intake import Options
from leadup.intake.decode import decode
from leadup.intake.fetch import DEFAULT_LIMITS, FetchLimits
from leadup.intake.options import DEFAULT
from leadup.intake.polling import LONGEST, SHORTEST, FeedState, dump, load, poll
from leadup.intake.readers.bookmarks import feeds_of_outline, sniff_opml
from leadup.locking import alone
from leadup.model import Article

FILE: Final = "feeds.json"
MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a source: its state afterwards, how many articles were new, and what could not be read."""

    state: FeedState
    added: int
    errors: tuple[IntakeError, ...]


class Watching:
    """The feeds and folders that the archive in the folder ``path`` watches."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.file = self.path / FILE

    def all(self) -> tuple[FeedState, ...]:
        """All of them as they were last seen, in the order in which they were added.

        Raises :class:`~leadup.errors.UnreadableInput` where the file holds something else.
        """
        try:
            return tuple(load(self.file.read_bytes()).values())
        except FileNotFoundError:
            return ()

    def add(self, source: str) -> FeedState:
        """Watch an address or a folder. Raises :class:`~leadup.errors.MissingInput` where it is neither."""
        (made,) = self.add_all([source])
        return made

    def add_all(self, sources: Iterable[str]) -> tuple[FeedState, ...]:
        """Watch addresses and folders, all of them or, where one raises what :meth:`add` does, none."""
        places = [_place(source.strip()) for source in sources]
        with self._alone():
            held = {state.url: state for state in self.all()}
            new = [place for place in dict.fromkeys(places) if place not in held]
            if len(held) + len(new) > MOST:
                raise UnreadableInput(new[0], f"{MOST} sources are watched already", "Take one away")
            held |= {place: FeedState(place) for place in new}
            if new:
                self._write([*held.values()])
        return tuple(held[place] for place in places)

    def remove(self, source: str) -> None:
        """Watch it no longer; what it brought stays."""
        with self._alone():
            self._write([state for state in self.all() if state.url != source])

    def due(self, now: float) -> tuple[FeedState, ...]:
        """Those that may be looked at again."""
        return tuple(state for state in self.all() if state.due <= now)

    def look(
        self,
        archive: Archive,
        sources: tuple[str, ...] | None = None,
        *,
        every: int = 900,
        options: Options = DEFAULT,
        limits: FetchLimits = DEFAULT_LIMITS,
    ) -> Iterator[Look]:
        """Look at each of ``sources`` (None: all) that is due, and keep what is new; each look is kept as it ends."""
        for state in self.all():
            if (sources is not None and state.url not in sources) or time.time() < state.due:
                continue
            seen = _look(archive, state, every, options, limits)
            with self._alone():
                # Taken away meanwhile, it stays away.
                self._write([seen.state if other.url == state.url else other for other in self.all()])
            yield seen

    def hurry(self, source: str) -> None:
        """Let a source be looked at now, though a server asked for more time."""
        with self._alone():
            self._write([replace(s, due=0.0) if s.url == source else s for s in self.all()])

    def _write(self, states: list[FeedState]) -> None:
        new = self.file.with_suffix(f".{os.getpid()}.new")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            new.write_bytes(dump(states))
            new.replace(self.file)
        except OSError as error:
            raise ArchiveError(f"{self.file}: {error.strerror}", "Check the permissions of the folder") from error

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process changes the file meanwhile, where the system can see to it."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = self.file.with_suffix(".lock").open("a")
        except OSError as error:
            raise ArchiveError(f"{self.path}: {error.strerror}", "Check the permissions of the folder") from error
        with lock, alone(lock.fileno()):
            yield


def _place(source: str) -> str:
    if is_address(source):
        return source
    if not Path(source).is_dir():
        raise MissingInput(source)
    return str(Path(source).resolve())


def is_address(source: str) -> bool:
    """Whether a source is named by an address, not by a folder's path."""
    return source.startswith(("http://", "https://"))


def sources_listed(data: bytes, name: str) -> list[str]:
    """The addresses that a list holds: an outline of feeds (OPML), as readers of feeds export it, or one a line.

    Raises :class:`~leadup.errors.UnreadableInput` where there is none in it.
    """
    text = decode(data, name)
    if sniff_opml(text[:2000].encode()):
        addresses = [feed for feed in feeds_of_outline(text) if is_address(feed)]
    else:
        addresses = [line.strip() for line in text.splitlines() if is_address(line.strip())]
    if not addresses:
        raise UnreadableInput(name, "no address in it", "Write one https:// address a line, or give an OPML file")
    return addresses


def is_feed(state: FeedState) -> bool:
    """Whether a source is an address; else it is a folder."""
    return is_address(state.url)


def last_look(state: FeedState) -> dt.datetime | None:
    """When a source was looked at last; None where it never was."""
    return dt.datetime.fromtimestamp(state.seen, dt.UTC) if state.seen else None


def _look(archive: Archive, state: FeedState, every: int, options: Options, limits: FetchLimits) -> Look:
    now = time.time()
    if is_feed(state):
        after, gathered = poll(state, now, every=every, options=options, limits=limits)
        added, errors = _kept(archive, gathered)
    else:
        after, added, errors = _folder(archive, state, now, every, options)
    told = str(errors[0]) if errors else ""
    after = replace(after, seen=now, added=added, brought=state.brought + added, trouble=told)
    return Look(after, added, tuple(errors))


def _kept(archive: Archive, found: Iterator[Article | IntakeError]) -> tuple[int, list[IntakeError]]:
    added, errors = 0, []
    for item in found:
        if isinstance(item, IntakeError):
            errors.append(item)
        else:
            added += archive.add(item) != "already there"
    return added, errors


def _folder(
    archive: Archive, state: FeedState, now: float, every: int, options: Options
) -> tuple[FeedState, int, list[IntakeError]]:
    try:
        summary = gather(archive, [state.url], options)
    except IntakeError as error:
        failures = state.failures + 1
        due = now + min(LONGEST, every * 2 ** min(failures, 8))
        return replace(state, due=due, failures=failures), 0, [error]
    due = now + max(SHORTEST, every)
    return replace(state, due=due, failures=0), summary.added + summary.versions, list(summary.errors)
