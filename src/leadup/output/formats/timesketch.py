"""Timesketch's CSV and JSON lines: a row for each entry's day, and one for each publication that reports it.

The mandatory fields are ``message``, ``datetime`` (ISO 8601, UTC) and ``timestamp_desc``; ``timestamp`` is the same
moment in microseconds. An entry's moment is its day's midnight, UTC: the time of day is not known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from leadup.model import Timeline
from leadup.output.address import web_address
from leadup.output.formats.identity import entry_urn
from leadup.output.formats.jsontext import json_lines
from leadup.output.formats.table import csv_text
from leadup.output.speaker_words import speaker_words

FIELDS: Final = (
    "message", "timestamp", "datetime", "timestamp_desc", "entry", "kind", "speaker", "outlet", "url", "article",
    "start", "end", "date_reason", "independent_sources",
)  # fmt: skip
_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

Row = dict[str, str | int]


def to_timesketch_csv(timeline: Timeline) -> str:
    """The rows as CSV. Cells are verbatim but for control characters: a forensic tool reads this, not a spreadsheet."""
    return csv_text(FIELDS, ([row[field] for field in FIELDS] for row in _rows(timeline)), spreadsheet=False)


def to_timesketch_jsonl(timeline: Timeline) -> str:
    """The rows as JSON lines."""
    return json_lines(_rows(timeline))


def _rows(timeline: Timeline) -> Iterator[Row]:
    for entry in timeline.entries:
        urn = entry_urn(entry)
        for number, evidence in enumerate(entry.evidence):
            span = evidence.mention.span
            row: Row = {
                "message": span.exact,
                "timestamp": 0,
                "datetime": "",
                "timestamp_desc": "",
                "entry": urn,
                "kind": entry.kind,
                "speaker": speaker_words(entry) or "" if not number else "",
                "outlet": evidence.outlet or "",
                "url": web_address(evidence.url) or "",
                "article": span.article,
                "start": span.start,
                "end": span.end,
                "date_reason": str(evidence.mention.date.reason),
                "independent_sources": entry.support.independent,
            }
            if not number:
                yield row | _moment(dt.datetime.combine(entry.day, dt.time(), dt.UTC), "Event Day")
            if evidence.published is not None:
                yield row | _moment(evidence.published.at.astimezone(dt.UTC), "Published")


def _moment(at: dt.datetime, what: str) -> Row:
    micros = (at - _EPOCH) // dt.timedelta(microseconds=1)
    return {"timestamp": micros, "datetime": at.isoformat(timespec="seconds"), "timestamp_desc": what}
