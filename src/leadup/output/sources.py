"""The evidence of an entry, article by article."""

from __future__ import annotations

from leadup.model import Entry, Evidence


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
