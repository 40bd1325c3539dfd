"""A real scheduler with several worker processes: lost workers and poisoned files leave the same archive."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
from pathlib import Path

import pytest

from leadup.errors import MissingScheduler
from leadup.ingest import Archive
from leadup.ingest.cluster import gather_on_cluster, read_part, read_to_part
from leadup.ingest.gathering import gather
from leadup.intake import Options, list_inputs
from tests.ingest.test_gathering import content, gathered, lines

distributed = pytest.importorskip("distributed", reason="reading on a cluster needs dask (the extra 'cluster')")
pytestmark = pytest.mark.filterwarnings("ignore")


PARTS, IN_PART = 6, 30
COUNT = PARTS * IN_PART


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of several files of reports, and one that is no JSON."""
    folder = tmp_path_factory.mktemp("inputs")
    for part in range(PARTS):
        (folder / f"{part}.jsonl").write_text(lines(IN_PART, first=part * IN_PART), encoding="utf-8")
    (folder / "poisoned.jsonl").write_bytes(b"\x00\xff{" * 1000)
    return folder


def test_the_same_archive_as_one_process_also_when_a_worker_is_lost(tmp_path: Path, inputs: Path) -> None:
    alone = gathered(tmp_path / "alone", inputs)
    assert len(alone) == COUNT
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with cluster, Archive(tmp_path / "cluster", create=True) as archive:
        with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
            lost = next(iter(client.run(os.getpid).values()))

        def lose_a_worker() -> None:
            for _ in range(3_000):
                if any((tmp_path / "staging").rglob("*.part*")):
                    break
                time.sleep(0.01)
            os.kill(lost, signal.SIGKILL)

        loss = threading.Thread(target=lose_a_worker)
        loss.start()
        summary = gather_on_cluster(
            archive, [inputs], cluster=cluster.scheduler_address, staging=str(tmp_path / "staging")
        )
        loss.join()
    assert summary.added == COUNT
    assert summary.unreadable >= 1
    assert content(tmp_path / "cluster") == alone
    assert not list((tmp_path / "staging").rglob("*.parquet")), "parts are cleared once they are merged"


def test_a_task_that_runs_twice_gives_the_same_part(tmp_path: Path, inputs: Path) -> None:
    unit = next(iter(list_inputs([inputs])))
    first = read_to_part(unit, Options(), str(tmp_path / "parts"), "unit")
    rows = list(read_part(first.path))
    second = read_to_part(unit, Options(), str(tmp_path / "parts"), "unit")
    assert second == first
    assert list(read_part(second.path)) == rows
    assert len(rows) == first.rows == IN_PART
    assert len(list((tmp_path / "parts").rglob("*"))) == 2, "one month's folder, one part, nothing half-written"


def test_no_scheduler_is_said_plainly(tmp_path: Path) -> None:
    nowhere = pytest.raises(MissingScheduler, match="no dask scheduler")
    with Archive(tmp_path / "archive", create=True) as archive, nowhere:
        gather_on_cluster(archive, [tmp_path], cluster="local:many")


def test_gather_and_cluster_agree_on_what_was_read_before(tmp_path: Path, inputs: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [inputs])
        again = gather_on_cluster(archive, [inputs], cluster="local:1")
    assert (again.added, again.already) == (0, COUNT)
