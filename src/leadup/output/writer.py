"""The registry of formats: one writer each, known by name and by file ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from leadup.errors import UnknownOutput
from leadup.model import Timeline
from leadup.output.formats.annotations import to_annotations
from leadup.output.formats.docx import to_docx
from leadup.output.formats.eventtable import to_event_csv, to_event_parquet
from leadup.output.formats.ftm import to_ftm
from leadup.output.formats.geojson import to_geojson
from leadup.output.formats.ical import to_icalendar
from leadup.output.formats.ninjs import to_ninjs
from leadup.output.formats.schemaorg import to_schema_org
from leadup.output.formats.timelinejs import to_timelinejs, to_timelinejs_csv
from leadup.output.formats.timesketch import to_timesketch_csv, to_timesketch_jsonl
from leadup.output.formats.visjs import to_vis_timeline
from leadup.output.jsonform import to_json
from leadup.output.markdown import to_markdown
from leadup.output.page import to_embed, to_page
from leadup.output.plaintext import to_plain_text
from leadup.plugins import with_own, writers


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name for ``--format``, its file ending (with the dot), its media type, a line on what it is for.

    ``write`` gives the whole file. It raises :class:`~leadup.errors.MissingExtra` where it needs a package that is
    not installed.
    """

    name: str
    extension: str
    media_type: str
    describe: str
    write: Callable[[Timeline], bytes | str]


_JSON: Final = "application/json"
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL: Final = (
    Writer("html", ".html", "text/html", "the page: one file, offline, evidence in place", to_page),
    Writer("embed", ".embed.html", "text/html", "a box to paste into an article: no script, no frame", to_embed),
    Writer("json", ".json", _JSON, "everything, by the published schema; `leadup export` reads it", to_json),
    Writer("markdown", ".md", "text/markdown", "for notes, wikis and repositories", to_markdown),
    Writer("text", ".txt", "text/plain", "as the terminal shows it", to_plain_text),
    Writer("docx", ".docx", _DOCX, "a Word document (extra: formats)", to_docx),
    Writer("timelinejs", ".timelinejs.json", _JSON, "Knight Lab's TimelineJS3", to_timelinejs),
    Writer("timelinejs-csv", ".timelinejs.csv", "text/csv", "TimelineJS3's spreadsheet", to_timelinejs_csv),
    Writer("vis-timeline", ".vis.json", _JSON, "vis-timeline's items and groups", to_vis_timeline),
    Writer("timesketch-csv", ".timesketch.csv", "text/csv", "Timesketch, as CSV", to_timesketch_csv),
    Writer("timesketch", ".timesketch.jsonl", "application/jsonl", "Timesketch, as JSON lines", to_timesketch_jsonl),
    Writer("ftm", ".ftm.json", "application/json+ftm", "FollowTheMoney entities, for Aleph", to_ftm),
    Writer(
        "annotations", ".annotations.jsonld", "application/ld+json", "W3C Web Annotations of each span", to_annotations
    ),
    Writer("events", ".events.csv", "text/csv", "event data in PLOVER's columns, a row an action", to_event_csv),
    Writer(
        "events-parquet",
        ".parquet",
        "application/vnd.apache.parquet",
        "the same, typed (extra: formats)",
        to_event_parquet,
    ),
    Writer("icalendar", ".ics", "text/calendar", "a calendar", to_icalendar),
    Writer("geojson", ".geojson", "application/geo+json", "points where a place is known (extra: formats)", to_geojson),
    Writer(
        "schema-org", ".jsonld", "application/ld+json", "schema.org's ItemList of Event, for web pages", to_schema_org
    ),
    Writer("ninjs", ".ninjs.json", _JSON, "IPTC News in JSON, for news systems", to_ninjs),
)

WRITERS: Final = MappingProxyType(with_own(_ALL, writers(), "format"))
"""Every format by name, the main ones first, those of plug-ins last."""


def writer_named(name: str) -> Writer:
    """The writer of this name; raises :class:`~leadup.errors.UnknownOutput`, listing the names there are."""
    try:
        return WRITERS[name.lower()]
    except KeyError:
        raise UnknownOutput(f"no format is called {name!r}", f"Choose one of: {', '.join(WRITERS)}") from None


def writer_for(path: str | PurePath) -> Writer:
    """The writer that a file's name asks for by its ending, the longest one first (``.timelinejs.json``).

    Raises :class:`~leadup.errors.UnknownOutput` where no format has this ending.
    """
    name = PurePath(path).name.lower()
    fitting = [writer for writer in WRITERS.values() if name.endswith(writer.extension)]
    if not fitting:
        endings = ", ".join(dict.fromkeys(writer.extension for writer in WRITERS.values()))
        raise UnknownOutput(
            f"{path}: no format has this ending", f"Name one with --format, or end the file in {endings}"
        )
    return max(fitting, key=lambda writer: len(writer.extension))


def write(timeline: Timeline, name: str) -> bytes:
    """The timeline in the format of this name, as the bytes of a file (text is UTF-8)."""
    made = writer_named(name).write(timeline)
    return made if isinstance(made, bytes) else made.encode("utf-8")
