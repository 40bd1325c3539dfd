"""Tables as CSV (RFC 4180), and what a spreadsheet must not take for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from leadup.output.visible import visible

_FORMULA: Final = re.compile(r"[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]|[\t\r\n]")
"""Some spreadsheets pass over blanks and unseen signs, and take full-width ones for plain."""


def without_formula(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would run it (OWASP, "CSV injection")."""
    return f"'{text}" if _FORMULA.match(text) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]], *, spreadsheet: bool) -> str:
    """A table as CSV with CRLF line ends; ``spreadsheet`` says that people will open it in one
    (:func:`without_formula`).

    Control characters become signs; None is an empty cell; numbers stay numbers.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value, spreadsheet) for value in row])
    return page.getvalue()


def _cell(value: str | int | float | None, spreadsheet: bool) -> str | int | float:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return without_formula(shown) if spreadsheet else shown
