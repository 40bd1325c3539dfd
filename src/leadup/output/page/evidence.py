"""Sentences of evidence in their paragraphs, as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.address import host_of
from leadup.model import Entry, Evidence
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.address import web_address
from leadup.output.days_in_words import published_words
from leadup.output.sources import by_paragraph, source_name


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that has the same paragraph, word for word."""

    outlet: str
    url: str | None
    when: str
    moment: str | None


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph in pieces, each with whether it is a sentence of evidence (cut where ``…`` says so), and where from.

    ``reasons`` say why its sentences stand on this day; ``in_passing`` says that its article is not counted, since it
    only brings the happening up.
    """

    pieces: tuple[tuple[str, bool], ...]
    outlet: str
    title: str
    url: str | None
    host: str
    when: str
    moment: str | None
    wire: str | None
    reasons: tuple[str, ...]
    copies: tuple[Copy, ...]
    in_passing: bool = False


def sources_of(entry: Entry, reach: int) -> tuple[SourceParagraph, ...]:
    """The evidence of an entry by paragraph; word-for-word copies of a paragraph under one head."""
    grouped: dict[tuple[tuple[str, bool], ...], list[tuple[Evidence, ...]]] = {}
    for group in by_paragraph(entry):
        grouped.setdefault(_pieces(group, reach), []).append(group)
    return tuple(_source(pieces, groups) for pieces, groups in grouped.items())


def _source(pieces: tuple[tuple[str, bool], ...], groups: list[tuple[Evidence, ...]]) -> SourceParagraph:
    first = groups[0][0]
    head = _copy(first)
    return SourceParagraph(
        pieces,
        head.outlet,
        first.title or "",
        head.url,
        host_of(head.url),
        head.when,
        head.moment,
        first.wire,
        tuple(dict.fromkeys(str(evidence.mention.date.reason) for evidence in groups[0])),
        tuple(_copy(group[0]) for group in groups[1:]),
        all(evidence.in_passing for group in groups for evidence in group),
    )


def _pieces(group: tuple[Evidence, ...], reach: int) -> tuple[tuple[str, bool], ...]:
    """The paragraph of ``group`` cut at its sentences of evidence, at most ``reach`` from any of them."""
    paragraph = group[0].paragraph
    text = paragraph.exact
    marked: list[tuple[int, int]] = []
    for evidence in sorted(group, key=lambda evidence: evidence.mention.span.start):
        start = evidence.mention.span.start - paragraph.start
        end = start + len(evidence.mention.span.exact)
        if start < 0 or text[start:end] != evidence.mention.span.exact:
            return tuple((evidence.mention.span.exact, True) for evidence in group)
        if not marked or start >= marked[-1][1]:
            marked.append((start, end))
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in marked:
        pieces.append((_shortened(text[at:start], reach, keep_head=at > 0, keep_tail=True), False))
        pieces.append((text[start:end], True))
        at = end
    pieces.append((_shortened(text[at:], reach, keep_head=True, keep_tail=False), False))
    return tuple((piece, is_evidence) for piece, is_evidence in pieces if piece)


def _shortened(text: str, reach: int, *, keep_head: bool, keep_tail: bool) -> str:
    """``text`` with what is further than ``reach`` from its kept ends left out at a space, "…" in its place."""
    if len(text) <= reach * (keep_head + keep_tail):
        return text
    head = text[:reach].rpartition(" ")[0] if keep_head else ""
    tail = text[len(text) - reach :].partition(" ")[2] if keep_tail else ""
    return f"{head} … {tail}" if text.strip() else text


def _copy(evidence: Evidence) -> Copy:
    published = evidence.published
    moment = published.at.isoformat(timespec="minutes") if published and published.precision != "day" else None
    url = web_address(evidence.url)
    nameless = source_name(url) if url else f"{UNNAMED_OUTLET} ({source_name(evidence.source)})"
    return Copy(evidence.outlet or nameless, url, published_words(published), moment)
