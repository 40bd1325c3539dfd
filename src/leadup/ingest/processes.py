"""Reading in several processes of one machine, in the order of the inputs."""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import os
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path

from leadup.errors import LeadupError, UnreadableInput
from leadup.ingest import Archive
from leadup.ingest.units import Item, UnitRead, collecting_seldom, named, read_here
from leadup.intake import Options, list_inputs

# Items to a parcel between processes, and parcels that a reader may be ahead of the writer: what bounds memory.
PARCEL = 50
AHEAD = 6
_LISTENING = 1.0
LONGEST = 600.0
"""Seconds that a reader may work at one parcel: fifty of the slowest pages take a minute on a busy machine."""
ORPHANED = 75
"""What a reading process ends with when its parent is gone."""
# A spawned process starts clean: no locks or connections of the writer's are carried over.
_CONTEXT = mp.get_context("spawn")


class _Reader:
    """A process that reads every ``jobs``-th unit, and the queue that its parcels come through."""

    def __init__(self, archive: Path, roots: Sequence[str], options: Options, jobs: int, force: bool, at: int) -> None:
        self.parcels: mp.Queue[list[Item] | LeadupError] = _CONTEXT.Queue(AHEAD)
        arguments = (str(archive), list(roots), options, jobs, force, at, self.parcels)
        self.process: BaseProcess = _CONTEXT.Process(target=_read_share, args=arguments, daemon=True)
        self.process.start()

    def next(self) -> list[Item] | None:
        """The next parcel, or None where the process died, or took too long, before it sent one."""
        until = time.monotonic() + LONGEST
        while True:
            try:
                parcel = self.parcels.get(timeout=_LISTENING)
            except queue.Empty:
                if self.process.is_alive() and time.monotonic() < until:
                    continue
                try:
                    parcel = self.parcels.get(timeout=_LISTENING)
                except queue.Empty:
                    return None
            if isinstance(parcel, LeadupError):
                raise parcel
            return parcel

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.process.terminate()
        self.process.join()
        self.parcels.close()


def read_apart(
    archive: Path, roots: Sequence[str], options: Options, jobs: int, *, force: bool = False
) -> Iterator[Item]:
    """As :func:`leadup.ingest.units.read_here`, by ``jobs`` processes that each take every ``jobs``-th unit.

    A unit that kills its process is given as unreadable, and another process goes on behind it.
    """
    readers: dict[int, _Reader] = {}
    try:
        for number, unit in enumerate(list_inputs(roots)):
            share = number % jobs
            if share not in readers:
                readers[share] = _Reader(archive, roots, options, jobs, force, number)
            ended = False
            while not ended:
                parcel = readers[share].next()
                if parcel is None:
                    readers.pop(share).stop()
                    what = "the process that read it was killed (by its content, by time, or for want of memory)"
                    yield UnreadableInput(unit.path, what, "Read it alone, or leave it out")
                    yield UnitRead(unit, named(unit, options), None)
                    break
                for item in parcel:
                    ended = ended or isinstance(item, UnitRead)
                    yield item
    finally:
        for reader in readers.values():
            reader.stop()


def _read_share(
    archive: str,
    roots: list[str],
    options: Options,
    jobs: int,
    force: bool,
    at: int,
    parcels: mp.Queue[list[Item] | LeadupError],
) -> None:
    """The body of a reading process: units ``at``, ``at + jobs``, … in parcels that end where a unit ends."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _hold_to(options.limits.memory)
    try:
        with collecting_seldom(), Archive(archive) as known:
            parcel: list[Item] = []
            for item in read_here(known, islice(list_inputs(roots), at, None, jobs), options, force=force):
                parcel.append(item)
                if len(parcel) >= PARCEL or isinstance(item, UnitRead):
                    parcels.put(parcel)
                    parcel = []
    except LeadupError as error:
        parcels.put(error)
    except KeyboardInterrupt:
        return


def _hold_to(memory: int) -> None:
    """Let this process have so many bytes and no more: what wants more is refused, and the rest goes on."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    held = min(limit for limit in (memory, soft, hard) if limit != resource.RLIM_INFINITY)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (held, hard))


def _end_with_parent() -> None:
    """Wait for the parent to be gone, however it went, and end this process then: nobody is left to read for."""
    parent = mp.parent_process()
    if parent is not None:
        parent.join()
        os._exit(ORPHANED)
