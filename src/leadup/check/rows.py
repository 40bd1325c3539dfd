"""Rows of a timeline, each a day and its words: from JSON (TimelineJS's, leadup's own, a list) and from tables."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import re
from collections.abc import Sequence
from html import unescape
from typing import Any, Final

from leadup.intake.parse import parse
from leadup.times import tag

Row = tuple[dt.date | None, str]

_DAY_COLUMNS: Final = ("day", "date", "start date", "start_date", "datetime")
_TEXT_COLUMNS: Final = (
    "text",
    "event",
    "what happened",
    "entry",
    "headline",
    "title",
    "summary",
    "description",
    "message",
    "wording",
)
_ENTRY: Final = re.compile(r"\*\*\d{1,3}\. [A-Z][a-z]+(?: [a-z]+){0,3}\.\*\* (?:\\?\[[^\[\]]*\] )?(?P<words>\S.*)")
"""An entry in Markdown that leadup wrote: its number and kind, the words before it in brackets, its own."""
_DATED: Final = re.compile(r"- Dated: \S")
_NOTE: Final = re.compile(r"\s*[-#*]")
_FOOT: Final = re.compile(r"\*[^*]")
"""What stands below such an entry, and below all of them."""
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+!|<>~&.-])")
_NUMERIC: Final = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_STOPS: Final = (".", "!", "?", "”", '"', "…")
LONGEST_DAY: Final = 40
"""Code points of a cell that holds a day, and little else."""
_MOST_DAYS: Final = 0.5
"""Share of a column's cells that are days from which on it is the column of days, whatever its name."""


def title_of_json(data: Any) -> str | None:
    """The title of a TimelineJS timeline, or the question of one of leadup's own."""
    if not isinstance(data, dict):
        return None
    said = data.get("question") or (data.get("title") or {}).get("text") or {}
    return _bare(str(said.get("target") or said.get("headline") or "")) or None


def rows_of_json(data: Any, language: str) -> list[Row]:
    """TimelineJS's events, a timeline of leadup's own, or a list of rows."""
    if isinstance(data, dict) and "entries" in data:
        return [(_day(e.get("day"), language), str(e["wording"]["exact"])) for e in data["entries"]]
    if isinstance(data, dict) and "events" in data:
        rows = []
        for event in data["events"]:
            start = event.get("start_date") or {}
            said = event.get("text") or {}
            at = [int(start[k]) for k in ("year", "month", "day") if start.get(k)]
            words = _bare(str(said.get("text") or "")) or _bare(str(said.get("headline") or ""))
            rows.append((dt.date(*at) if len(at) == 3 else None, words))
        return rows
    if isinstance(data, list) and all(isinstance(row, dict) for row in data):
        return _rows([{str(k): str(v) for k, v in row.items()} for row in data], language)
    raise ValueError("no timeline is in it")


def rows_of_table(text: str, language: str) -> list[Row]:
    """The rows of a table with a column of days. Columns that are not named as such are told by what stands in them; a
    table whose first line is a row has no names."""
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    lines = [line for line in csv.reader(io.StringIO(text), delimiter=between) if any(cell.strip() for cell in line)]
    if not lines:
        return []
    if any(_is_day(cell, language) for cell in lines[0]):
        lines.insert(0, [str(number) for number in range(max(map(len, lines)))])
    held = [dict(zip(lines[0], line, strict=False)) for line in lines[1:]]
    return _rows([row for row in held if (row.get("Type") or "").strip().lower() != "title"], language)


def rows_of_markdown(text: str, language: str) -> tuple[str | None, list[Row]]:
    """The title and the entries of Markdown that leadup wrote, with paragraphs put between them; no rows where it is
    none: an entry of leadup's has notes below it, and one of them says whence its day."""
    title: str | None = None
    day: dt.date | None = None
    rows: list[Row] = []
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    is_own, at_foot = any(_DATED.match(line) for line in lines), False
    for line, after in itertools.zip_longest(lines, lines[1:], fillvalue=""):
        entry = _ENTRY.match(line)
        if entry is not None:
            is_own = is_own and after.startswith("- ")
            rows.append((day, unescape(_ESCAPED.sub(r"\1", entry["words"]))))
        elif line.startswith("## "):
            day = _day(line[3:], language)
        elif line.startswith("# ") and title is None:
            title = unescape(_ESCAPED.sub(r"\1", line[2:])).strip()
        elif not at_foot and rows and not _NOTE.match(line):
            rows.append((day, line))
        at_foot = at_foot or (bool(rows) and _FOOT.match(line) is not None)
    return (title, rows) if is_own else (None, [])


def _rows(rows: Sequence[dict[str, str]], language: str) -> list[Row]:
    held = [{k.strip().lower(): (v or "") for k, v in row.items() if k} for row in rows]
    columns = list(dict.fromkeys(name for row in held for name in row))
    days = [name for name in _DAY_COLUMNS if name in columns] or _dated_columns(held, columns, language)
    texts: list[str] = [name for name in _TEXT_COLUMNS if name in columns]
    if not texts:
        texts = sorted((n for n in columns if n not in days), key=lambda n: _most_told(held, n), reverse=True)
    day_first = _is_day_first([row.get(name, "") for row in held for name in days])
    made: list[Row] = []
    for row in held:
        if row.get("year") and row.get("month") and row.get("day"):
            day: dt.date | None = dt.date(int(row["year"]), int(row["month"]), int(row["day"]))
        else:
            day = next((d for name in days if (d := _day(row.get(name), language, day_first))), None)
        made.append((day, _bare(next((row[name] for name in texts if row.get(name)), ""))))
    return made


def _dated_columns(rows: Sequence[dict[str, str]], columns: Sequence[str], language: str) -> list[str]:
    """The column of which most cells are a day, and little else: of several the one whose days are mostly earliest, for
    what was printed, or ended, did so after it happened."""
    dated = []
    for name in columns:
        cells = [cell for row in rows if (cell := row.get(name, "").strip())]
        days = sum(_is_day(cell, language) for cell in cells)
        if cells and days > _MOST_DAYS * len(cells):
            dated.append(name)
    if len(dated) < 2:
        return dated
    day_first = {name: _is_day_first([row.get(name, "") for row in rows]) for name in dated}
    read = [{n: day for n in dated if (day := _day(row.get(n), language, day_first[n]))} for row in rows]
    # Each row counts once, so that one wrong cell decides nothing.
    return [max(dated, key=lambda n: sum(n in row and row[n] == min(row.values()) for row in read))]


def _most_told(rows: Sequence[dict[str, str]], name: str) -> tuple[int, int, int]:
    """How much a column looks as if it told what happened: sentences, no two the same, long ones."""
    cells = [cell for row in rows if (cell := row.get(name, "").strip())]
    told = [cell for cell in cells if len(cell.split()) > 1 and cell.endswith(_STOPS)]
    return len(told), len({cell for cell in cells if " " in cell}), sum(map(len, cells))


def _is_day_first(cells: Sequence[str]) -> bool:
    """Whether a column writes 31/12/2019: one cell that can be nothing else says so of all."""
    found = [m for cell in cells if (m := _NUMERIC.match(cell))]
    return any(int(m[1]) > 12 for m in found) and not any(int(m[3]) > 12 for m in found)


def _is_day(cell: str, language: str) -> bool:
    return len(cell) <= LONGEST_DAY and _day(cell, language) is not None


def _day(value: Any, language: str, day_first: bool = False) -> dt.date | None:
    said = str(value or "")
    try:
        return dt.date.fromisoformat(said[:10])
    except ValueError:
        written = _NUMERIC.match(said) if day_first else None
        if written is not None:
            try:
                return dt.date(int(written[4]), int(written[3]), int(written[1]))
            except ValueError:
                return None
        found = next(iter(tag(said, None, vague=False, language=language)), None)
        return found.span.single if found and found.span else None


def _bare(html: str) -> str:
    if "<" not in html:
        return html.strip()
    tree = parse(html)
    return "" if tree is None else " ".join("".join(map(str, tree.itertext())).split())
