"""Reading on many machines: workers read units of input to Parquet parts, one writer merges them in order.

Tasks are independent and name their part by what they read, and a part is complete from the moment it has its name:
a task that is repeated writes the same part again, a worker that is lost loses nothing, and the archive's content is
what one process would have made of the same inputs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.archive.codec import IndexedArticle, unpack_article
from leadup.errors import IntakeError, MissingExtra, MissingScheduler, UnreadableInput
from leadup.ingest import Archive, prepare
from leadup.ingest.gathering import Progress, Summary, store
from leadup.ingest.units import Item, UnitRead, named, stamped
from leadup.intake import InputUnit, Options, list_inputs, read_unit
from leadup.intake.boundary import refusal

AHEAD = 4
"""Units under way to a thread of the cluster: enough that none waits, few enough that the writer keeps up."""

RETRIES = 2
"""A unit whose worker dies under it is tried so many times more before it counts as unreadable."""

ROW_GROUP = 500
"""Articles to a row group of a part."""

_LOCAL = "local:"


@dataclass(frozen=True, slots=True)
class Part:
    """What a task made of its unit: where the rows lie (empty: there were none) and what could not be read."""

    path: str
    rows: int
    errors: tuple[IntakeError, ...]


def gather_on_cluster(
    archive: Archive,
    paths: Iterable[str | Path],
    options: Options | None = None,
    cluster: str = "local:2",
    *,
    staging: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    force: bool = False,
) -> Summary:
    """As :func:`leadup.ingest.gather`, read by a dask cluster.

    ``cluster`` is a scheduler's address ("tcp://host:8786") or "local:N" for N processes of this machine. ``paths``
    must be seen by the workers under the same names, as must ``staging``: a folder or an fsspec URL for the parts (a
    temporary folder for a local cluster). Raises MissingExtra where dask is not installed, BrokenArchive where no
    scheduler answers.
    """
    try:
        import distributed
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise MissingExtra("Reading on a cluster", "cluster") from error
    options = options or Options()
    roots = [str(path) for path in paths]
    total = sum(unit.size for unit in list_inputs(roots)) if progress is not None else 0
    with ExitStack() as closing:
        if staging is None:
            staging = closing.enter_context(tempfile.TemporaryDirectory(prefix="leadup-parts-"))
        client = closing.enter_context(_connect(distributed, cluster))
        return store(archive, _merged(archive, client, roots, options, staging, force), total, progress)


def _connect(distributed: Any, cluster: str) -> Any:
    try:
        if cluster.startswith(_LOCAL):
            workers = int(cluster.removeprefix(_LOCAL))
            local = distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
            )
            return distributed.Client(local, set_as_default=False)
        return distributed.Client(cluster, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise MissingScheduler(cluster, str(error)) from error


def _merged(
    archive: Archive, client: Any, roots: list[str], options: Options, staging: str, force: bool
) -> Iterator[Item]:
    """Every unit's rows, in the order of the inputs, as the tasks deliver them."""
    ahead = max(1, sum(client.nthreads().values())) * AHEAD
    under_way: list[tuple[InputUnit, str, str | None, Any]] = []
    for unit in list_inputs(roots):
        name, stamp = named(unit, options), stamped(unit)
        if stamp is not None and not force and archive.finished(name, stamp):
            future = None
        else:
            future = client.submit(read_to_part, unit, options, staging, name, retries=RETRIES, pure=False)
        under_way.append((unit, name, stamp, future))
        if len(under_way) >= ahead:
            yield from _delivered(*under_way.pop(0), staging)
    for waiting in under_way:
        yield from _delivered(*waiting, staging)


def _delivered(unit: InputUnit, name: str, stamp: str | None, future: Any, staging: str) -> Iterator[Item]:
    if future is None:
        yield UnitRead(unit, name, stamp, skipped=True)
        return
    try:
        part: Part = future.result()
    except Exception as error:
        # Whatever a task or its worker died of, it is this unit that could not be read; the rest goes on.
        what = f"could not be read on the cluster ({type(error).__name__})"
        yield UnreadableInput(unit.path, what, "Read it alone to see why, or leave it out")
        yield UnitRead(unit, name, None)
        return
    if part.rows:
        yield from read_part(part.path)
        _file_system(staging).rm(part.path)
    yield from part.errors
    yield UnitRead(unit, name, stamp)


def read_to_part(unit: InputUnit, options: Options, staging: str, name: str) -> Part:
    """The body of a task: read the unit, and write what it holds as one Parquet part under ``staging``.

    Parts lie in folders by the month of their earliest article, so that a reader of the staging area can prune by
    date. Memory holds one row group, however large the unit.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    errors: list[IntakeError] = []
    earliest: dt.date | None = None
    count = 0
    files = _file_system(staging)
    root = staging.rstrip("/")
    key = hashlib.sha256(name.encode()).hexdigest()[:24]
    incoming = f"{root}/{key}.{uuid.uuid4().hex}.part"
    files.makedirs(root, exist_ok=True)
    schema = _schema()
    with files.open(incoming, "wb") as out, pq.ParquetWriter(out, schema) as writer:
        rows: list[dict[str, Any]] = []
        for item in read_unit(unit, options):
            if isinstance(item, IntakeError):
                errors.append(item)
                continue
            try:
                row = _row(prepare(item))
            except Exception as error:
                errors.append(refusal(error, item.source, "articles"))
                continue
            day = row["day"]
            earliest = day if earliest is None or (day is not None and day < earliest) else earliest
            rows.append(row)
            count += 1
            if len(rows) >= ROW_GROUP:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows.clear()
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    if not count:
        files.rm(incoming)
        return Part("", 0, tuple(errors))
    folder = f"{root}/month={earliest.strftime('%Y-%m') if earliest else 'undated'}"
    files.makedirs(folder, exist_ok=True)
    # A part has its name only once it is whole; a task that runs twice gives the same part twice.
    files.mv(incoming, f"{folder}/{key}.parquet")
    return Part(f"{folder}/{key}.parquet", count, tuple(errors))


def _schema() -> Any:
    import pyarrow as pa

    binary = [(name, pa.binary()) for name in ("record", "reading", "signature")]
    text = [(name, pa.string()) for name in ("title", "text")]
    return pa.schema([("day", pa.date32()), *text, *binary, ("told", pa.list_(pa.int32()))])


def _row(prepared: IndexedArticle) -> dict[str, Any]:
    published = prepared.article.published
    return {
        "day": published.day if published else None,
        "title": prepared.article.title or "",
        "text": prepared.article.text,
        "record": prepared.record,
        "reading": prepared.reading,
        "signature": prepared.signature,
        "told": list(prepared.told),
    }


def read_part(path: str) -> Iterator[IndexedArticle]:
    """The articles of a part, in the order in which the task read them."""
    import pyarrow.parquet as pq

    with _file_system(path).open(path, "rb") as file:
        for batch in pq.ParquetFile(file).iter_batches(ROW_GROUP):
            for row in batch.to_pylist():
                article = unpack_article(row["record"], row["text"], row["title"])
                yield IndexedArticle(article, row["record"], row["reading"], row["signature"], tuple(row["told"]))


def _file_system(url: str) -> Any:
    import fsspec

    return fsspec.core.url_to_fs(url)[0]
