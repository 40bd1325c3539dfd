"""Excel workbooks: each sheet is a table with a header, one article a row."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from leadup.errors import MissingExtra, UnreadableInput
from leadup.intake.format import Format, Found
from leadup.intake.options import Options
from leadup.intake.readers.office.package import opened
from leadup.intake.readers.table import articles_of_rows, column_of_days, order_of
from leadup.intake.source import Source, seekable

MOST_CELLS = 20_000_000
"""Cells of a sheet, empty ones counted, at most: twice a sheet of ten columns with as many rows as Excel allows."""
MOST_ABOVE = 10
"""Rows above a sheet's header that are passed over in looking for it, at most."""


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of every sheet that holds rows."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtra("Reading Excel workbooks", "office") from None
    with opened(source) as archive:
        if sum(info.file_size for info in archive.infolist()) > options.limits.page * 8:
            raise UnreadableInput(source.name, "unpacks to more than is allowed", "Save it as CSV")
    with source.open() as raw, seekable(raw) as whole, warnings.catch_warnings():
        # It warns of styles that it does not know; none of them matters here.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(whole, read_only=True, data_only=True)
        except Exception as error:  # of any kind, with a part that is missing or holds something else
            said = str(error).strip("'\"")
            raise UnreadableInput(source.name, f"damaged: {said}", "Open it in Excel and save it anew") from error
        try:
            sheets = list(book.worksheets)
            for sheet in sheets:
                place = source.name if len(sheets) == 1 else f"{source.name}!{sheet.title}"
                rows = _rows(sheet, place)
                first, above = next(rows, None), 1
                while first is not None and sum(map(bool, first)) < 2 and above < MOST_ABOVE:
                    # What stands alone in a row is a table's title, not its header.
                    after = next(rows, None)
                    if after is None:
                        break
                    first, above = after, above + 1
                if first is not None and any(first):
                    numbered = ((n, row) for n, row in enumerate(rows, above + 1))
                    yield from articles_of_rows(first, numbered, place, _ordered(sheet, place, first, above, options))
                elif len(sheets) == 1:
                    yield UnreadableInput(place, "the table is empty", "Check the file")
        finally:
            book.close()


def _ordered(sheet: Any, place: str, header: list[str], above: int, options: Options) -> Options:
    """The options with the order of day and month that the sheet's column of days settles, where it does."""
    column = column_of_days(header, options) if options.date_order is None else None
    if column is None:
        return options
    cells = (row[column] for row in islice(_rows(sheet, place), above, None) if len(row) > column)
    return replace(options, date_order=order_of(cells))


def _rows(sheet: Any, place: str) -> Iterator[list[str]]:
    """The rows of a sheet as text; raises :class:`UnreadableInput` where they span more cells than a table does."""
    # What a sheet says of its size may be a million rows of 16,384 columns.
    sheet.reset_dimensions()
    held = 0
    for row in sheet.iter_rows(values_only=True):
        held += len(row)
        if held > MOST_CELLS:
            raise UnreadableInput(place, f"spans more than {MOST_CELLS:,} cells", "Save its table as CSV")
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    return str(value)


FORMAT = Format("xlsx", "Excel workbooks, one article a row", (".xlsx", ".xlsm"), lambda _: False, read, extra="office")
