"""Looking after an archive: integrity, room on disk, and the way out without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from leadup.archive.file import FILE
from leadup.archive.store import ArticleStore
from leadup.errors import (
    BrokenArchive,
    DamagedArticle,
    MissingExtra,
    UnwritableOutput,
)
from leadup.model import Article, Figure, Name, Reading, Timex, article_id

EXPORT_FORM = 1
PARQUET_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: the article it concerns (empty: the archive itself) and what is wrong."""

    article: str
    what: str


def check(archive: ArticleStore) -> Iterator[Fault]:
    """Every fault: the file's integrity, the full-text index, the history, ids, checksums, each span of each reading,
    and whether what is kept to find articles by fits them.

    A file damaged in places is gone through to its end: each article that cannot be read is named.
    """
    sound = True
    for fault in _faults(archive):
        sound = False
        yield fault
    if sound:
        archive.seal()


def _faults(archive: ArticleStore) -> Iterator[Fault]:
    yield from (Fault("", what) for what in archive.damage())
    kept = archive.derived()
    for held in archive.each():
        if isinstance(held, BrokenArchive):
            kept.passed_over()
            yield Fault(held.article if isinstance(held, DamagedArticle) else "", held.what)
        else:
            article, reading = held
            yield from _check_article(article, reading)
            try:
                unknown = archive.against_history(article)
            except BrokenArchive as error:
                unknown = error.what
            if unknown:
                yield Fault(article.id, unknown)
            yield from (Fault(article.id, what) for what in kept.faults(article, reading))
    yield from (Fault("", what) for what in kept.surplus())


def _check_article(article: Article, reading: Reading) -> Iterator[Fault]:
    if article.id != article_id(article.text, article.outlet):
        yield Fault(article.id, "the id is not that of the text: the text was changed in place")
    if reading.article != article.id:
        yield Fault(article.id, f"its reading is of article {reading.article}")
    at = 0
    for number, sentence in enumerate(reading.sentences):
        if not at <= sentence.start < sentence.end <= len(article.text):
            yield Fault(
                article.id, f"sentence {number} stands at [{sentence.start}:{sentence.end}], out of order or text"
            )
            return
        at = sentence.end
        inside: tuple[Timex | Name | Figure, ...] = (*sentence.timexes, *sentence.names, *sentence.figures)
        for held in inside:
            if article.text[held.start : held.end] != held.exact:
                yield Fault(article.id, f"{held.exact!r} does not stand at [{held.start}:{held.end}]")


def compact(archive: ArticleStore) -> tuple[int, int]:
    """Merge the full-text index and give free pages back. Returns the file's size in bytes before and after."""
    file = archive.path / FILE
    before = file.stat().st_size
    archive.vacuum()
    return before, file.stat().st_size


def export(archive: ArticleStore, path: Path) -> int:
    """Write every article and its reading to ``path`` (``.jsonl`` or ``.parquet``), and say how many there were.

    The articles are those of :mod:`leadup.model`, whole: :func:`leadup.ingest.exported.load` gives the same archive
    back. Raises MissingExtra where Parquet is asked for and pyarrow is not installed, UnwritableOutput where the file
    cannot be written.
    """
    rows = (
        {"form": EXPORT_FORM, "article": msgspec.to_builtins(article), "reading": msgspec.to_builtins(reading)}
        for article, reading in archive.articles()
    )
    if path.suffix == ".parquet":
        return _export_parquet(rows, path)
    count = 0
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as out:
            for row in rows:
                out.write(msgspec.json.encode(row) + b"\n")
                count += 1
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    return count


def _export_parquet(rows: Iterator[dict[str, Any]], path: Path) -> int:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("Parquet", "formats") from error
    schema = pa.schema(
        [(name, pa.string()) for name in ("id", "published", "outlet", "title", "url", "text", "article", "reading")]
    )
    count = 0
    partial = path.with_name(path.name + ".part")
    try:
        writer = pq.ParquetWriter(partial, schema)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    with writer:
        batch: list[dict[str, Any]] = []

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            batch.clear()

        for row in rows:
            article = row["article"]
            batch.append(
                {
                    **{name: article[name] for name in ("id", "outlet", "title", "url", "text")},
                    "published": article["published"]["at"] if article["published"] else None,
                    "article": json.dumps(article, ensure_ascii=False),
                    "reading": json.dumps(row["reading"], ensure_ascii=False),
                }
            )
            count += 1
            if len(batch) >= PARQUET_ROWS:
                flush()
        flush()
    partial.replace(path)
    return count
