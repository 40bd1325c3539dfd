"""The evidence of an entry, article by article, and what its sources are called."""

from __future__ import annotations

import re
from typing import Final

from leadup.address import host_of
from leadup.model import Entry, Evidence
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.address import web_address

_SLASHES: Final = re.compile(r"[/\\]")


def by_article(entry: Entry) -> tuple[tuple[Evidence, ...], ...]:
    """The evidence grouped by article, articles in the order of their first sentence, which leads its group."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in entry.evidence:
        grouped.setdefault(evidence.mention.span.article, []).append(evidence)
    return tuple(tuple(group) for group in grouped.values())


def by_paragraph(entry: Entry) -> tuple[tuple[Evidence, ...], ...]:
    """The evidence grouped by the paragraph it stands in, in the order of first sentences."""
    grouped: dict[tuple[str, int], list[Evidence]] = {}
    for evidence in entry.evidence:
        grouped.setdefault((evidence.paragraph.article, evidence.paragraph.start), []).append(evidence)
    return tuple(tuple(group) for group in grouped.values())


def source_name(source: str) -> str:
    """What to call a source that has no other name: its host, or its file without the folders it lies in.

    What is published must not tell how somebody's disk is laid out; the JSON form alone keeps the whole source.
    """
    url = web_address(source)
    if url:
        return host_of(url)
    path, mark, part = source.partition("#")
    return f"{_SLASHES.split(path.rstrip('/' + chr(92)))[-1]}{mark}{part}"


def title_of(evidence: Evidence) -> str:
    """The article's title, else :func:`source_name`."""
    return evidence.title or source_name(evidence.source)


def outlets_of(entry: Entry) -> tuple[str, ...]:
    """The outlets that carry an entry, the one whose words are shown first; "outlet not named" once, last, for all
    articles that name none."""
    # Timelines that were saved with a file's path in the outlet's place must not publish it either.
    unnamed = {evidence.source for evidence in entry.evidence if not evidence.outlet and not evidence.url}
    named = [name for name in entry.support.outlets if name not in unnamed and name != UNNAMED_OUTLET]
    named.sort(key=lambda name: name != entry.evidence[0].outlet)
    return (*named, UNNAMED_OUTLET) if len(named) < len(entry.support.outlets) else tuple(named)


def named_outlets(entry: Entry) -> tuple[str, ...]:
    """The outlets that carry an entry and are known by name."""
    return tuple(name for name in outlets_of(entry) if name != UNNAMED_OUTLET)
