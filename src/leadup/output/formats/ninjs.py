"""IPTC ninjs 3.1 (News in JSON): the timeline as one news item, its entries as ``events``."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from leadup.model import Timeline
from leadup.output.cast import actors_of
from leadup.output.days_in_words import day_words
from leadup.output.formats.identity import entry_urn, fingerprint, latest_publication
from leadup.output.formats.jsontext import json_text, label
from leadup.output.markdown import to_markdown
from leadup.output.phrases import headline_words, opening_words, summary_words
from leadup.output.sources import named_outlets, outlets_of
from leadup.output.visible import one_line

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
_PERSONS: Final = ("person",)


def to_ninjs(timeline: Timeline) -> str:
    """The timeline as a ninjs text item; ``versionCreated`` is the newest publication time among the evidence."""
    people: dict[str, str] = {}
    bodies: dict[str, str] = {}
    places: dict[str, None] = {}
    for entry in timeline.entries:
        for actor in actors_of(entry):
            kept = people if actor.role or actor.kind in _PERSONS else bodies
            kept.setdefault(actor.key, label(actor.name))
        for action in entry.actions:
            if action.place:
                places.setdefault(label(action.place))
    outlets = dict.fromkeys(label(name) for entry in timeline.entries for name in named_outlets(entry))
    title = label(headline_words(timeline))
    item: dict[str, Any] = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": f"urn:leadup:timeline:{fingerprint(timeline)}",
        "type": "text",
        "versionCreated": latest_publication(timeline).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "language": timeline.question.language,
        "title": title,
        "headlines": [{"role": "main", "value": title}],
        "descriptions": [{"role": "summary", "value": summary_words(timeline)}],
        "bodies": [
            {"role": "main", "contentType": "text/html", "value": _html(timeline)},
            {"role": "markdown", "contentType": "text/markdown", "value": to_markdown(timeline)},
        ],
        "people": [{"name": name} for name in people.values()],
        "organisations": [{"name": name} for name in bodies.values()],
        "places": [{"name": name} for name in places],
        "events": [
            {"uri": entry_urn(entry), "name": label(opening_words(entry.wording.exact, 120))}
            for entry in timeline.entries
        ],
        "infoSources": [{"name": name} for name in outlets],
    }
    return json_text({name: value for name, value in item.items() if value != []})


def _html(timeline: Timeline) -> str:
    parts, day = [], None
    for entry in timeline.entries:
        if entry.day != day:
            day = entry.day
            parts.append(f"<h2>{day_words(day, weekday=True)}</h2>")
        outlets = escape(one_line(", ".join(outlets_of(entry))))
        parts.append(f"<p>{escape(one_line(entry.wording.exact))}{f' <em>({outlets})</em>' if outlets else ''}</p>")
    return "\n".join(parts)
