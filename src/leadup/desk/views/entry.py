"""One entry opened for a check: its sources side by side, what differs marked, and what can be corrected."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.desk.questions import place_words
from leadup.ingest import Archive
from leadup.model import Entry, Happening, Timeline
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words, published_words
from leadup.output.phrases import opening_words
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import pieces_of
from leadup.timeline.comparison import wordings_of
from leadup.timeline.lineage.support import outlet_of


@dataclass(frozen=True, slots=True)
class Column:
    """One outlet's sentence beside the others'. ``pieces`` are its words, each with whether others lack them."""

    outlet: str
    lineage: str | None
    pieces: tuple[tuple[str, bool], ...]
    place: str
    article: str
    when: str
    reason: str
    is_wording: bool
    is_named: bool
    citation: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as its own page shows it. ``others`` are the other entries: their place, day and first words;
    ``outlets`` those that are named, each with a sentence of it."""

    entry: Entry
    day: str
    place: str
    speaker: str | None
    columns: tuple[Column, ...]
    further: tuple[Column, ...]
    others: tuple[tuple[str, str], ...]
    linked: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[str, str], ...]


def entry_view(timeline: Timeline, entry: Entry, archive: Archive) -> EntryView:
    """The page of an entry: one column an outlet, the rest of its evidence below."""
    happening = Happening(entry.id, entry.day, tuple(e.mention for e in entry.evidence), entry.support)
    articles = {e.mention.span.article: archive.article(e.mention.span.article) for e in entry.evidence}
    compared = {
        w.mention.span: (w.marks, w.lineage) for w in wordings_of(happening, articles, timeline.question.language)
    }
    columns: list[Column] = []
    further: list[Column] = []
    for evidence in entry.evidence:
        span = evidence.mention.span
        marks, lineage = compared.get(span, ((), None))
        column = Column(
            evidence.outlet or UNNAMED_OUTLET,
            lineage if lineage != evidence.outlet else None,
            pieces_of(span.exact, marks),
            place_words(span),
            span.article,
            published_words(evidence.published),
            str(evidence.mention.date.reason),
            span == entry.wording,
            outlet_of(articles[span.article]) != UNNAMED_OUTLET,
            citation_words(
                evidence.outlet, evidence.title, published_words(evidence.published), evidence.url, span.exact
            ),
        )
        (columns if span in compared else further).append(column)
    by_id = {e.id: e for e in timeline.entries}
    return EntryView(
        entry,
        day_words(entry.day, weekday=True),
        place_words(entry.wording),
        speaker_words(entry),
        tuple(columns),
        tuple(further),
        tuple(
            (place_words(e.wording), f"{day_words(e.day, year=False)}: {opening_words(e.wording.exact, 60)}")
            for e in timeline.entries
            if e.id != entry.id
        ),
        tuple(
            (place_words(by_id[k.to].wording), opening_words(by_id[k.to].wording.exact, 60))
            for k in entry.responds_to
            if k.to in by_id
        ),
        tuple({outlet_of(articles[c.article]): c.place for c in reversed((*columns, *further)) if c.is_named}.items()),
    )


def citation_words(outlet: str | None, title: str | None, when: str, url: str | None, exact: str) -> str:
    """A sentence as a quotation with its citation: “…” — Outlet, “Title”, day, address."""
    where = [outlet or UNNAMED_OUTLET, *([f"“{title}”"] if title else []), when, *([url] if web_address(url) else [])]
    return f"“{exact}” — {', '.join(where)}"  # type: ignore[arg-type]
