"""The words before an entry's own, which it leans on, where its reader has not just read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from leadup.model import Entry, Span, Timeline


def with_needed_context(timeline: Timeline) -> Timeline:
    """The timeline without the context of entries that the entries right above tell, whole and of the same day."""
    entries = timeline.entries
    needed = [
        replace(entry, context=None)
        if entry.context is not None and _is_told(entry.context, _right_above(entries, place))
        else entry
        for place, entry in enumerate(entries)
    ]
    return replace(timeline, entries=tuple(needed))


def _right_above(entries: Sequence[Entry], place: int) -> list[Span]:
    """The wordings that stand above an entry without another article's, another day's or a folded one between."""
    here = entries[place]
    above = takewhile(lambda e: e.day == here.day and not e.less_sure, reversed(entries[:place]))
    return list(takewhile(lambda span: span.article == here.wording.article, (e.wording for e in above)))


def _is_told(context: Span, above: Sequence[Span]) -> bool:
    """Do these wordings hold all words of a context?"""
    left = set(range(context.start, context.end))
    for span in above:
        left -= set(range(span.start, span.end))
    # What stands between sentences is white space.
    return all(context.exact[at - context.start].isspace() for at in left)
