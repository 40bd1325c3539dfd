"""TimelineJS3 of Knight Lab: its JSON, and the CSV of its spreadsheet template.

Both hold HTML in their texts, so that every word from outside is escaped here; links are http and https only.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any, Final

from leadup.model import Entry, Evidence, Timeline
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words, published_words
from leadup.output.formats.identity import entry_urn
from leadup.output.formats.jsontext import json_text
from leadup.output.formats.table import csv_text
from leadup.output.phrases import headline_words, opening_words, summary_words, support_words
from leadup.output.sources import by_article, title_of
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import one_line

HEADER: Final = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
LONGEST_HEADLINE: Final = 120


def to_timelinejs(timeline: Timeline) -> str:
    """The timeline as TimelineJS3 JSON: a title slide, one slide an entry, events and statements in two groups."""
    title = _html(headline_words(timeline))
    return json_text(
        {
            "title": {"unique_id": "leadup-title", "text": {"headline": title, "text": _html(summary_words(timeline))}},
            "events": [_slide(entry, number) for number, entry in enumerate(timeline.entries, 1)],
            "scale": "human",
        }
    )


def to_timelinejs_csv(timeline: Timeline) -> str:
    """The timeline as the spreadsheet that TimelineJS3 reads, one row an entry under a title row."""
    title = _html(headline_words(timeline))
    rows: list[list[str | int | None]] = [
        [*[None] * 9, title, _html(summary_words(timeline)), *[None] * 4, "title", None, None]
    ]
    for entry in timeline.entries:
        day, last = entry.day, entry.last_day if entry.last_day != entry.day else None
        end = [last.year, last.month, last.day] if last else [None, None, None]
        rows.append(
            [
                day.year,
                day.month,
                day.day,
                None,
                *end,
                None,
                day_words(day),
                _headline(entry),
                _text(entry),
                *[None] * 5,
                _group(entry),
                None,
            ]
        )
    return csv_text(HEADER, rows, spreadsheet=True)


def _slide(entry: Entry, number: int) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": f"{entry_urn(entry).replace(':', '-')}-{number}",
        "start_date": _date(entry.day),
        "display_date": day_words(entry.day),
        "group": _group(entry),
        "text": {"headline": _headline(entry), "text": _text(entry)},
    }
    if entry.last_day and entry.last_day != entry.day:
        slide["end_date"] = _date(entry.last_day)
    return slide


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _group(entry: Entry) -> str:
    return "Statements" if entry.kind == "statement" else "Events"


def _headline(entry: Entry) -> str:
    return _html(opening_words(entry.wording.exact, LONGEST_HEADLINE))


def _text(entry: Entry) -> str:
    parts = []
    if opening_words(entry.wording.exact, LONGEST_HEADLINE).endswith("…"):
        parts.append(f"<blockquote>{_html(entry.wording.exact)}</blockquote>")
    who = speaker_words(entry)
    if who:
        parts.append(f"<p>{_html(who)}</p>")
    parts.append(f"<p>{_html(support_words(entry.support))}. {_html(entry.date_reason)}.</p>")
    parts.append(f"<ul>{''.join(f'<li>{_source(group[0])}</li>' for group in by_article(entry)[:8])}</ul>")
    return "".join(parts)


def _source(evidence: Evidence) -> str:
    title = _html(title_of(evidence))
    url = web_address(evidence.url)
    linked = f'<a href="{escape(url)}">{title}</a>' if url else title
    return f"{_html(evidence.outlet or '')} {linked}, {_html(published_words(evidence.published))}".strip()


def _html(text: str) -> str:
    return escape(one_line(text))
