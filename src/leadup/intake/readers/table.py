"""CSV and TSV: one article a row, columns by their headers (or by the mapping that the asker gives)."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.decode import LineDecoder
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.record import NAMES, article_from_record
from leadup.intake.source import Source
from leadup.model import Article

_TEXT_NAMES = frozenset(NAMES["text"])


def sniff(head: bytes) -> bool:
    """The first line has a separator and names a text column."""
    first = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip().lower()
    for mark in "\t,;|":
        cells = [c.strip().strip('"') for c in first.split(mark)]
        if len(cells) > 1 and _TEXT_NAMES.intersection(cells):
            return True
    return False


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of the rows. A row with too many cells, or none for the text, is an error with its line."""
    with source.open() as stream:
        lines = LineDecoder(stream, source.name)
        rows = csv.reader(_bounded(lines, options, source.name), _dialect(lines, source))
        number = 0
        try:
            header = next(rows, None)
            if header is None:
                yield UnreadableInput(source.name, "the table is empty", "Check the file")
                return
            names = [h.strip().lstrip("\ufeff") for h in header]
            missing = _without_text(names, options)
            if missing:
                yield UnreadableInput(
                    source.name, f"no column holds the text (found: {', '.join(names)[:200]})", missing
                )
                return
            for row in rows:
                number = rows.line_num
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) > len(names):
                    yield UnreadableInput(
                        source.name, f"{len(row)} cells under {len(names)} headers", "Quote the cells", number
                    )
                    continue
                record = dict(zip(names, row, strict=False))
                yield article_from_record(record, source=source.name, options=options, line=number)
        except csv.Error as error:
            yield UnreadableInput(source.name, f"not a table: {error}", "Check its quotes and separators", number + 1)


def _bounded(lines: LineDecoder, options: Options, name: str) -> Iterator[str]:
    limit = options.limits.line
    for line in lines:
        if len(line) > limit:
            raise UnreadableInput(name, f"a line longer than {limit // 2**20} MiB", "Check its quotes and separators")
        # A zero byte makes the csv module give up on the rest.
        yield line.replace("\x00", "")


def _dialect(lines: LineDecoder, source: Source) -> type[csv.Dialect]:
    first = lines.peek()
    delimiter = max("\t,;|", key=lambda mark: (first.count(mark), mark == ","))
    if source.file.endswith(".tsv") and "\t" in first:
        delimiter = "\t"

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    return Dialect


def _without_text(names: list[str], options: Options) -> str:
    """What to do about a table without a text column; empty where it has one."""
    mapped = dict(options.mapping)
    if "text" in mapped:
        return "" if mapped["text"] in names else f"The mapping names {mapped['text']!r}, which is no header"
    folded = {n.casefold().replace(" ", "_") for n in names}
    lead = frozenset((*NAMES["text"], *NAMES["lead"]))
    return "" if folded & lead else "Say which with a mapping, as in text=COLUMN"


csv.field_size_limit(32 * 2**20)

FORMAT = Format("table", "CSV or TSV with a header, one article a row", (".csv", ".tsv", ".tab"), sniff, read)
