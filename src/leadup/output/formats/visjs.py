"""vis-timeline: ``{"items": […], "groups": […]}`` for its two DataSets."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

from leadup.model import Timeline
from leadup.output.formats.jsontext import json_text
from leadup.output.phrases import opening_words, support_words
from leadup.output.visible import one_line


def to_vis_timeline(timeline: Timeline) -> str:
    """The timeline's items and groups; ``content`` and ``title`` are HTML there, and so are escaped."""
    items: list[dict[str, Any]] = []
    for number, entry in enumerate(timeline.entries, 1):
        item: dict[str, Any] = {
            "id": number,
            "group": entry.kind,
            "content": escape(opening_words(one_line(entry.wording.exact), 80)),
            "title": escape(f"{one_line(entry.wording.exact)} ({support_words(entry.support)})"),
            "start": entry.day.isoformat(),
            "type": "box",
        }
        if entry.last_day and entry.last_day != entry.day:
            item |= {"type": "range", "end": (entry.last_day + dt.timedelta(days=1)).isoformat()}
        if entry.is_target:
            item["className"] = "target"
        items.append(item)
    kinds = [kind for kind in ("event", "statement") if any(entry.kind == kind for entry in timeline.entries)]
    return json_text({"items": items, "groups": [{"id": kind, "content": f"{kind.capitalize()}s"} for kind in kinds]})
