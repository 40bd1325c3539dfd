"""Parquet and Arrow files: one article a row, read a batch at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from leadup.errors import IntakeError, MissingExtra, UnreadableInput
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.record import article_from_record, without_text
from leadup.intake.source import Source, seekable
from leadup.model import Article

ROWS = 256


def sniff(head: bytes) -> bool:
    """The marks that the two begin with; a stream of Arrow's begins with the size of its schema."""
    return head.startswith((b"PAR1", b"ARROW1", b"FEA1")) or (head[:4] == b"\xff" * 4 and head[6:8] == b"\0\0")


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of the rows."""
    try:
        import pyarrow
        from pyarrow import ipc, parquet
    except ImportError:
        raise MissingExtra("Reading Parquet and Arrow files", "formats") from None
    try:
        yield from _read(source, options, pyarrow, ipc, parquet)
    except pyarrow.ArrowException as error:
        what = f"damaged: {str(error).rstrip('. ')}"
        raise UnreadableInput(source.name, what, "What is whole was read; copy the file again for the rest") from error


def _ends_whole(whole: Any) -> bool:
    """Whether a Parquet file ends with the mark that it begins with; one that is cut short lacks its columns' names."""
    whole.seek(0, os.SEEK_END)
    whole.seek(max(0, whole.tell() - 4))
    ending = whole.read(4)
    whole.seek(0)
    return bool(ending == b"PAR1")


def _read(source: Source, options: Options, pyarrow: Any, ipc: Any, parquet: Any) -> Iterator[Article | IntakeError]:
    with source.open() as raw, seekable(raw) as whole:
        head = whole.read(6)
        whole.seek(0)
        batches: Any
        if head.startswith(b"PAR1"):
            if not _ends_whole(whole):
                raise UnreadableInput(source.name, "cut short: the end of the Parquet file is missing", "Copy it again")
            file = parquet.ParquetFile(whole)
            names, batches = file.schema_arrow.names, file.iter_batches(ROWS)
        else:
            opened: Any = ipc.open_file if head.startswith((b"ARROW1", b"FEA1")) else ipc.open_stream
            reader = opened(pyarrow.PythonFile(whole))
            names = reader.schema.names
            batches = reader if opened is ipc.open_stream else map(reader.get_batch, range(reader.num_record_batches))
        refused = without_text(names, source.name, options)
        if refused is not None:
            yield refused
            return
        number = 0
        for batch in batches:
            for row in _rows(batch):
                number += 1
                yield article_from_record(_as_text(row), source=source.name, options=options, line=number)


def _rows(batch: Any) -> list[dict[str, Any]]:
    """The rows of a batch; a value that Python has none for (an unknown time zone) is left out."""
    try:
        return list(batch.to_pylist())
    except (OverflowError, ValueError, LookupError):
        columns = [[_value(cell) for cell in batch.column(at)] for at in range(batch.num_columns)]
        return [dict(zip(batch.schema.names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _as_text(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose text was kept as bytes, with it as text; bytes that are none stay."""
    for name, cell in row.items():
        if isinstance(cell, bytes):
            with contextlib.suppress(UnicodeDecodeError):
                row[name] = cell.decode("utf-8")
    return row


def _value(cell: Any) -> Any:
    try:
        return cell.as_py()
    except (OverflowError, ValueError, LookupError):
        return None


FORMAT = Format(
    "columns", "Parquet and Arrow, one article a row", (".parquet", ".arrow", ".arrows", ".feather"), sniff, read,
    extra="formats", sure=True,
)  # fmt: skip
