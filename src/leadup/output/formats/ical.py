"""iCalendar (RFC 5545): a full-day event for each entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from leadup.model import Entry, Timeline
from leadup.output.address import web_address
from leadup.output.formats.identity import entry_urn, latest_publication
from leadup.output.phrases import carried_words, opening_words, title_words
from leadup.output.sources import outlets_of
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import visible

_FOLD: Final = 75
"""Octets a content line may have before it is folded (section 3.1)."""


def to_icalendar(timeline: Timeline) -> str:
    """A calendar to subscribe to or import; ``DTSTAMP`` is the newest publication time, so that bytes are steady."""
    stamp = f"{latest_publication(timeline):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//leadup//timeline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title_words(timeline))}",
        f"X-WR-CALNAME:{_text(title_words(timeline))}",
    ]
    for number, entry in enumerate(timeline.entries, 1):
        lines.extend(_event(entry, number, stamp))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: Entry, number: int, stamp: str) -> Iterator[str]:
    last = entry.last_day or entry.day
    yield "BEGIN:VEVENT"
    yield f"UID:{entry_urn(entry)}-{number}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(opening_words(entry.wording.exact, 120))}"
    about = [entry.wording.exact, speaker_words(entry), carried_words(outlets_of(entry), entry.support),
             f"Why this day: {entry.date_reason}"]  # fmt: skip
    yield f"DESCRIPTION:{_text(chr(10).join(line for line in about if line))}"
    url = next((url for evidence in entry.evidence if (url := web_address(evidence.url))), None)
    if url and url.isascii():
        yield f"URL:{url}"
    yield f"CATEGORIES:{_text(entry.kind)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A TEXT value (section 3.3.11): backslash, semicolon, comma and line ends escaped."""
    shown = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return shown.replace("\t", " ").replace("\n", "\\n")


def _folded(line: str) -> str:
    """``line`` cut at 75 octets, never inside a character; each further line starts with a space."""
    parts, room, start, used = [], _FOLD, 0, 0
    for at, char in enumerate(line):
        size = len(char.encode("utf-8"))
        if used + size > room:
            parts.append(line[start:at])
            start, used, room = at, 0, _FOLD - 1
        used += size
    parts.append(line[start:])
    return "\r\n ".join(parts)
