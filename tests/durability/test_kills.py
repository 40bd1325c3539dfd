"""A process that is killed at any moment loses nothing that it said was done, and leaves nothing half done.

``LEADUP_KILLS=200`` kills so many times an operation (``docs/reliability.md``); the suite does it a few times.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from leadup.archive import maintenance
from leadup.corrections import Corrections
from leadup.ingest import Archive
from leadup.model import Span
from tests.durability.conftest import article
from tests.durability.worker import main

KILLS = int(os.environ.get("LEADUP_KILLS", "1"))
PROCESSES = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else None
)
PROCESSES.set_forkserver_preload(["tests.durability.worker", "leadup.reading.publication", "leadup.signatures"])
LONGEST = 0.25
"""Seconds: a process is killed at a random moment of so many after it is ready."""


def killed(operation: str, folder: Path, after: float) -> list[str]:
    """What a worker had said was done when it was killed."""
    ours, its = PROCESSES.Pipe(duplex=False)
    with ours:
        worker = PROCESSES.Process(target=main, args=(operation, folder, its))
        worker.start()
        its.close()
        assert ours.recv_bytes() == b"ready"
        time.sleep(after)
        worker.kill()
        worker.join()
        said = []
        # The last one may be cut off.
        with contextlib.suppress(EOFError, OSError):
            while True:
                said.append(ours.recv_bytes().decode())
        worker.close()
    return said


@pytest.mark.parametrize("operation", ["add", "remove", "compact", "reread", "import", "backup", "correct"])
def test_nothing_is_lost(sixty: Path, tmp_path: Path, operation: str) -> None:
    first = {article(number).id for number in range(60)}
    one = article(0)
    place = Span.of(one.id, one.text, 0, 9)
    chance = random.Random(operation)
    for kill in range(KILLS):
        folder = tmp_path / f"killed {kill} ñ"
        shutil.copytree(sixty, folder)
        said = killed(operation, folder, chance.uniform(0, LONGEST))
        with Archive(folder) as archive:
            assert list(maintenance.check(archive)) == []
            held = {a.id for a, _ in archive.articles()}
        if operation == "add":
            assert {id for line in said for id in line.split()} | first <= held
            assert len(held - first) % 3 == 0
        elif operation == "remove":
            assert not set(said) & held
            assert len(first - held) in (len(said), len(said) + 1)
        else:
            assert held == first
        if operation == "correct":
            corrections = Corrections(folder)
            kept = {c.id for c in corrections.all()}
            assert set(said) <= kept
            # One may have been written and not yet said; a line that was cut short is passed over, and no more.
            assert len(kept - set(said)) <= 1
            with Archive(folder) as archive:
                new = corrections.make(archive, "note", place, by="Ada", text="after")
            assert {c.id for c in corrections.all()} == kept | {new.id}
        for other in sorted(folder.glob("again*")):
            # It may have been killed before there were any tables.
            with Archive(other, create=True) as again:
                assert list(maintenance.check(again)) == []
                kept = {a.id for a, _ in again.articles()}
            assert {line.split()[1] for line in said if line.split()[0] == other.name[5:]} <= kept
        for copy in sorted(folder.glob("copy*/archive.sqlite")):
            with Archive(copy.parent) as again:
                assert {a.id for a, _ in again.articles()} == first
        shutil.rmtree(folder)
