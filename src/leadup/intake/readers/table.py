"""CSV and TSV: one article a row, columns by their headers (or by the mapping that the asker gives)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leadup.errors import UnreadableInput
from leadup.intake.decode import LineDecoder
from leadup.intake.format import Format, Found
from leadup.intake.options import Options
from leadup.intake.readers import events
from leadup.intake.readers.bookmarks import at_addresses
from leadup.intake.record import article_from_record, headers_of, without_text
from leadup.intake.record_shapes import FIELDS
from leadup.intake.source import Source
from leadup.intake.written import Order, day_order, parse_written

_TEXT_NAMES = frozenset(headers_of("text"))
_ALL_NAMES = frozenset(name for field in FIELDS for name in headers_of(field))
LONGEST_NAME = 40
MOST_ABOVE = 15
"""Lines above a table's header that are looked over: programs say there what was searched for."""
_BOOKMARKS = frozenset({"url", "excerpt", "folder", "created", "cover"})
"""Columns of a list of bookmarks with the words that its program fetched to show them (Raindrop)."""

_GDELT = frozenset({"url", "mobileurl", "date", "title"})
"""Columns of GDELT's list of articles: the day is when it saw them."""

_SEPARATOR = "sep="


def sniff(head: bytes) -> bool:
    """The first line has a separator and names a text column."""
    first = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip().lower()
    for mark in "\t,;|":
        cells = [c.strip().strip('"') for c in first.split(mark)]
        if len(cells) > 1 and _TEXT_NAMES.intersection(cells):
            return True
    return False


def is_header(head: bytes) -> bool:
    """Whether a first line is surely that of a table: it names the text and another field, and holds names alone."""
    line = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip().lower()
    for mark in ",;|":
        cells = [cell.strip().strip('"').replace(" ", "_") for cell in line.split(mark)]
        known = _ALL_NAMES.intersection(cells)
        if len(cells) > 2 and len(known) > 1 and known & _TEXT_NAMES and all(len(c) <= LONGEST_NAME for c in cells):
            return True
    return False


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of the rows. A row with too many cells, or none for the text, is an error with its line."""
    with source.open() as stream:
        lines = LineDecoder(stream, source.name)
        delimiter, skipped = _separator(lines)
        dialect = _dialect(lines, source, delimiter, skipped)
        text = _Lines(_bounded(lines, options, source.name))
        for _ in range(skipped):
            next(text, None)
        rows = csv.reader(text, dialect)
        try:
            header = next(rows, None)
            if header is None:
                yield UnreadableInput(source.name, "the table is empty", "Check the file")
                return
            if options.date_order is None and (column := column_of_days(header, options)) is not None:
                options = replace(options, date_order=_order(source, column, options))
            numbered = _closed(rows, text, dialect)
            found = False
            for each in articles_of_rows(header, numbered, source.name, options):
                found = True
                yield each
            if not found:
                yield UnreadableInput(source.name, "a table with a header and no rows", "Export it again")
        except csv.Error as error:
            at = rows.line_num + skipped + 1
            yield UnreadableInput(source.name, f"not a table: {error}", "Check its quotes and separators", at)


class _Lines(Iterator[str]):
    """Lines as they pass, with a count of the quotation marks in those of the row that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.count = self.quotes = 0
        self.ended = False

    def __next__(self) -> str:
        try:
            line = next(self._lines)
        except StopIteration:
            # A row that asks for more than there is was opened and not closed.
            self.ended = True
            raise
        self.count += 1
        self.quotes += line.count('"')
        return line


def _closed(rows: Iterator[list[str]], text: _Lines, dialect: type[csv.Dialect]) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line that it ends in; raises csv.Error where the last one is a quotation that was opened
    and never closed, which holds all that follows."""
    while True:
        before, text.quotes = text.count, 0
        row = next(rows, None)
        if row is None:
            return
        if text.ended and text.count - before > 1 and text.quotes % 2 and dialect.doublequote:
            raise csv.Error(f"a quotation mark in line {before + 1} is never closed")
        yield text.count, row


def articles_of_rows(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], source: str, options: Options
) -> Iterator[Found]:
    """The articles of a table's rows, each with the line that it stands in."""
    names = [h.strip().lstrip("\ufeff") for h in header]
    if (kind := events.kind_of(names)) is not None:
        yield from events.articles_at(kind, names, rows, source, options)
        return
    refused = without_text(names, source, options)
    folded = [n.casefold() for n in names]
    listed = set(folded) >= _BOOKMARKS or set(folded) >= _GDELT
    if listed and "text" not in dict(options.mapping) and (options.fetch or set(folded) >= _BOOKMARKS):
        refused = UnreadableInput(source, "a list of addresses", "`leadup add --fetch` asks for the pages")
    if refused is not None and "text" not in dict(options.mapping):
        column = next((folded.index(n) for n in ("url", "link", "links", "address", "given_url") if n in folded), None)
        if column is not None:
            addresses = [row[column].strip() for _, row in rows if len(row) > column]
            yield from at_addresses([a for a in addresses if a.startswith("http")], source, options)
            return
    if refused is not None:
        yield refused
        return
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
            what = f"{len(row)} cells under {len(names)} headers"
            yield UnreadableInput(source, what, "Quote the cells", number)
            continue
        record: dict[str, str] = {}
        for name, cell in zip(names, row, strict=False):
            if not record.get(name):
                record[name] = cell
        yield article_from_record(record, source=source, options=options, line=number)


def column_of_days(header: Sequence[str], options: Options) -> int | None:
    """The column that holds the publication day."""
    names = [h.strip().lstrip("\ufeff") for h in header]
    mapped = dict(options.mapping).get("published")
    if mapped is not None:
        return names.index(mapped) if mapped in names else None
    folded = [n.casefold().replace(" ", "_") for n in names]
    return next((folded.index(n) for n in headers_of("published") if n in folded), None)


def _order(source: Source, column: int, options: Options) -> Order | None:
    """The order of day and month of a whole column of figures; None where nothing in it settles that."""
    with source.open() as stream:
        lines = LineDecoder(stream, source.name)
        delimiter, skipped = _separator(lines)
        dialect = _dialect(lines, source, delimiter, skipped)
        text = _bounded(lines, options, source.name)
        for _ in range(skipped + 1):
            next(text, None)
        return order_of(row[column] for row in csv.reader(text, dialect) if len(row) > column)


def order_of(column: Iterable[str]) -> Order | None:
    """The order of day and month of a column's cells; None where they are of another kind or nothing settles it."""
    cells = (cell.strip() for cell in column)
    first = next((cell for cell in cells if cell), "")
    if not first or (parse_written(first) and not first[:1].isdigit()) or first[:4].isdigit():
        # The first day says that the column is not of figures: the rest need not be looked at.
        return None
    return day_order([first, *cells])


def _separator(lines: LineDecoder) -> tuple[str | None, int]:
    """The separator that Excel's first line names ("sep=;"), and how many lines stand above the header."""
    line = lines.peek().strip().strip('"').lstrip("\ufeff")
    if line.lower().startswith(_SEPARATOR) and len(line) == 5:
        return line[4:5], 1
    if is_header(line.encode()) or sniff(line.encode()):
        return None, 0
    above = lines.sample().split("\n")[:MOST_ABOVE]
    return None, next((n for n, each in enumerate(above) if is_header(each.encode("utf-8", "replace"))), 0)


def _bounded(lines: LineDecoder, options: Options, name: str) -> Iterator[str]:
    limit = options.limits.line
    for line in lines:
        if len(line) > limit:
            raise UnreadableInput(name, f"a line longer than {limit // 2**20} MiB", "Check its quotes and separators")
        # A zero byte makes the csv module give up on the rest.
        yield line.replace("\x00", "")


def _dialect(lines: LineDecoder, source: Source, named: str | None, above: int) -> type[csv.Dialect]:
    first = lines.peek() if named else lines.sample().split("\n", above + 1)[above]
    delimiter = named or max("\t,;|", key=lambda mark: (first.count(mark), mark == ","))
    if named is None and source.file.endswith(".tsv") and "\t" in first:
        delimiter = "\t"
    sample = lines.sample()
    escaped = '\\"' in sample and '""' not in sample.replace(',""', "").replace('"",', "")

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    if escaped:
        Dialect.escapechar, Dialect.doublequote = "\\", False
    return Dialect


csv.field_size_limit(32 * 2**20)

FORMAT = Format("table", "CSV or TSV with a header, one article a row", (".csv", ".tsv", ".tab"), sniff, read)
