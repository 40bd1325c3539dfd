"""Names for things that leave the house: steady from run to run, the same for the same timeline."""

from __future__ import annotations

import datetime as dt
import hashlib

from leadup.model import Entry, Timeline
from leadup.output.jsonform import to_json


def fingerprint(timeline: Timeline) -> str:
    """16 hex digits of the timeline's JSON: equal timelines have equal ones."""
    return hashlib.sha256(to_json(timeline)).hexdigest()[:16]


def hex_digest(*parts: str) -> str:
    """40 hex digits that name these parts."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:40]


def entry_urn(entry: Entry) -> str:
    """A URN for an entry: of its day and the place of its wording, so that it is the same in another answer."""
    span = entry.wording
    return f"urn:leadup:entry:{hex_digest(entry.day.isoformat(), span.article, str(span.start), str(span.end))[:16]}"


def article_urn(article: str) -> str:
    """A URN for an article by its id in the archive."""
    return f"urn:leadup:article:{article if article.isalnum() else hex_digest(article)[:16]}"


def latest_publication(timeline: Timeline) -> dt.datetime:
    """The latest publication time among the evidence (there is no clock in an answer); the last day without one."""
    known = [
        evidence.published.at.astimezone(dt.UTC)
        for entry in timeline.entries
        for evidence in entry.evidence
        if evidence.published is not None
    ]
    return max(known, default=dt.datetime.combine(timeline.last, dt.time(), dt.UTC))
