"""What an archive exported, read again: the way back in without loss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from leadup.archive.codec import IndexedArticle
from leadup.archive.maintenance import PARQUET_ROWS
from leadup.errors import IntakeError, MissingExtra, MissingInput, UnreadableInput
from leadup.ingest.preparing import prepare
from leadup.model import Article, article_id
from leadup.model.article import EARLIEST, LATEST


def load(path: Path) -> Iterator[IndexedArticle | IntakeError]:
    """What :func:`leadup.archive.maintenance.export` wrote, ready for the archive's ``write``; a broken row is an error
    with its number.

    Readings are made anew, so that they are those of this leadup. The file may come from anybody: an article whose id
    is not that of its words, whose paragraphs do not lie in them, or of a day when there was no news, is none.
    """
    if not path.exists():
        raise MissingInput(str(path))
    rows = _parquet_rows(path) if path.suffix == ".parquet" else _json_rows(path)
    for number, raw in enumerate(rows, 1):
        try:
            yield _article(raw)
        except Exception as error:
            what = f"no article as `leadup archive export` writes it ({str(error)[:200]})"
            yield UnreadableInput(str(path), what, "`leadup add` reads articles of any other form", line=number)


def _article(raw: bytes) -> IndexedArticle:
    article = msgspec.json.decode(raw, type=Article)
    if article.id != article_id(article.text, article.outlet):
        raise ValueError("its id is not that of its words")
    bounds = [0, *(place for p in article.paragraphs for place in (p.start, p.end)), len(article.text)]
    if bounds != sorted(bounds) or any(p.start == p.end for p in article.paragraphs):
        raise ValueError("its paragraphs do not lie in its text")
    if article.day is not None and not EARLIEST <= article.day < LATEST:
        raise ValueError(f"published on {article.day}")
    return prepare(article)


def _json_rows(path: Path) -> Iterator[bytes]:
    row = msgspec.json.Decoder(dict[str, msgspec.Raw])
    try:
        with path.open("rb") as lines:
            for line in lines:
                try:
                    yield bytes(row.decode(line).get("article", b"null"))
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    yield line
    except OSError as error:
        raise UnreadableInput(str(path), str(error.strerror), "Check the path") from error


def _parquet_rows(path: Path) -> Iterator[bytes]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("Parquet", "formats") from error
    try:
        for batch in pq.ParquetFile(path).iter_batches(PARQUET_ROWS, columns=["article"]):
            for value in batch.column("article"):
                held = value.as_py()
                yield held if isinstance(held, bytes) else str(held).encode()
    except (pa.ArrowException, KeyError, OSError) as error:
        raise UnreadableInput(
            str(path), f"not a Parquet file of leadup's ({error})", "Look at how it was made"
        ) from error
