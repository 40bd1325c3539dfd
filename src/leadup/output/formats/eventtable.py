"""The actions of a timeline as event data, CSV and Parquet: a row an action of the chosen sentences.

The columns are those of :class:`leadup.output.eventdata.EventRow`, which has a whole archive, and those that only an
answer can have: the entry, its figures and its support.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from leadup.errors import MissingExtra
from leadup.model import Action, Actor, Entry, Figure, Timeline
from leadup.output.address import web_address
from leadup.output.country import country_of
from leadup.output.formats.identity import entry_urn, hex_digest
from leadup.output.formats.table import csv_text
from leadup.output.sources import outlets_of

COLUMNS: Final[dict[str, str]] = {
    "id": "string", "entry": "string", "date": "date", "last_date": "date", "date_by": "string",
    "date_reason": "string", "reported": "date", "kind": "string", "event": "string", "quad": "string",
    "realis": "string", "intensity": "float", "certain": "int", "source": "string", "source_country": "string",
    "source_kind": "string", "target": "string", "target_country": "string", "target_kind": "string",
    "place": "string", "figures": "string", "outlets": "string", "independent": "int", "articles": "int",
    "outlet": "string", "url": "string", "article": "string", "start": "int", "end": "int", "text": "string",
    "event_start": "int", "event_end": "int", "event_text": "string",
}  # fmt: skip
"""Each column and its type."""

Row = dict[str, Any]


def to_event_csv(timeline: Timeline) -> str:
    """The rows as CSV with a header; made for spreadsheets, so that no cell is run as a formula."""
    rows = ([_plain(row[column]) for column in COLUMNS] for row in rows_of(timeline))
    return csv_text(tuple(COLUMNS), rows, spreadsheet=True)


def to_event_parquet(timeline: Timeline) -> bytes:
    """The rows as Parquet, days as dates and counts as whole numbers.

    Raises :class:`~leadup.errors.MissingExtra` without pyarrow.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtra("Parquet", "formats") from None
    kinds = {"string": pyarrow.string(), "date": pyarrow.date32(), "int": pyarrow.int64(), "float": pyarrow.float64()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    page = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows_of(timeline)), schema=schema), page)
    return page.getvalue()


def rows_of(timeline: Timeline) -> Iterator[Row]:
    """The rows, entry by entry; an action without a category is no event."""
    for entry in timeline.entries:
        for action in entry.actions:
            if action.category != "NONE":
                yield _row(entry, action)


def _row(entry: Entry, action: Action) -> Row:
    first = entry.evidence[0]
    mention, span = first.mention, first.mention.span
    return {
        "id": hex_digest(entry_urn(entry), str(action.start), str(action.end), action.category)[:16],
        "entry": entry.id,
        "date": entry.day,
        "last_date": entry.last_day or entry.day,
        "date_by": mention.date.by,
        "date_reason": str(mention.date.reason),
        "reported": mention.reported,
        "kind": entry.kind,
        "event": action.category,
        "quad": action.quad,
        "realis": action.realis,
        "intensity": float(action.intensity),
        "certain": int(action.certain),
        **_side("source", action.source),
        **_side("target", action.target),
        "place": action.place or "",
        "figures": "; ".join(map(_figure, entry.figures)),
        "outlets": "; ".join(outlets_of(entry)),
        "independent": entry.support.independent,
        "articles": entry.support.articles,
        "outlet": first.outlet or "",
        "url": web_address(first.url) or "",
        "article": span.article,
        "start": span.start,
        "end": span.end,
        "text": span.exact,
        "event_start": action.start,
        "event_end": action.end,
        "event_text": action.exact,
    }


def _side(name: str, actor: Actor | None) -> Row:
    country = country_of(actor.country) if actor else None
    return {
        name: actor.name if actor else "",
        f"{name}_country": country.alpha_3 if country else "",
        f"{name}_kind": actor.kind if actor else "",
    }


def _figure(figure: Figure) -> str:
    """A figure in a cell: "killed 24 fighter", "wounded 50+ fighter"."""
    low, high = f"{figure.low:g}", figure.high
    amount = low if high == figure.low else f"{low}+" if high is None else f"{low}-{high:g}"
    return f"{figure.role} {amount} {figure.unit}".strip()


def _plain(value: Any) -> str | int | float | None:
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value.isoformat())
