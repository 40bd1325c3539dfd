"""W3C Web Annotations (Recommendation of 23 Feb. 2017) for every span that the timeline shows.

Each target names its article by address (or by URN) with two selectors that agree: a ``TextQuoteSelector`` with the
words around it, which finds the words on the live page, and a ``TextPositionSelector`` in code points of the stored
text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from leadup.model import Entry, Evidence, Span, Timeline
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words
from leadup.output.formats.identity import article_urn, entry_urn, fingerprint, hex_digest
from leadup.output.formats.jsontext import json_text
from leadup.output.phrases import LINK_WORDS, stance_words
from leadup.output.speaker_words import action_words

AROUND: Final = 32
"""Code points of prefix and suffix, as annotation clients of the web write them."""


def to_annotations(timeline: Timeline) -> str:
    """One AnnotationPage: each sentence of evidence, and the words of each claim, figure, action, link and reaction."""
    where: dict[str, Evidence] = {}
    for entry in timeline.entries:
        for evidence in entry.evidence:
            where.setdefault(evidence.mention.span.article, evidence)
    items: dict[str, dict[str, Any]] = {}
    for entry in timeline.entries:
        for annotation in _of_entry(entry, where):
            items.setdefault(annotation["id"], annotation)
    for reaction in timeline.reactions:
        words = ": ".join(filter(None, (reaction.side, stance_words(reaction))))
        made = _annotation(reaction.words, where, "classifying", words, "reaction", reaction.about)
        items.setdefault(made["id"], made)
    return json_text(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:leadup:timeline:{fingerprint(timeline)}",
            "type": "AnnotationPage",
            "items": list(items.values()),
        }
    )


def _of_entry(entry: Entry, where: dict[str, Evidence]) -> Iterator[dict[str, Any]]:
    urn = entry_urn(entry)
    for evidence in entry.evidence:
        words = f"{day_words(entry.day)}: {evidence.mention.date.reason}"
        yield _annotation(evidence.mention.span, where, "describing", words, "evidence", urn)
    for link in entry.responds_to:
        yield _annotation(link.words, where, "linking", LINK_WORDS[link.kind], "link", f"{urn} {link.to}")
    first = entry.evidence[0]
    for claim in entry.claims:
        speaker = claim.speaker.name if claim.speaker else "speaker not named"
        for start, end in claim.content:
            span = _within(first, start, end)
            if span is not None:
                yield _annotation(span, where, "identifying", f"{speaker}, {claim.manner}", "claim", urn)
    for figure in entry.figures:
        span = _within(first, figure.start, figure.end)
        if span is not None:
            words = f"{figure.role}: {_amount(figure.low, figure.high)} {figure.unit}"
            yield _annotation(span, where, "tagging", words, "figure", urn)
    for account in entry.accounts:
        for given in account.figures:
            words = f"{account.role}, {account.state}: {_amount(given.low, given.high)} {account.unit}"
            yield _annotation(given.span, where, "tagging", words, "account", urn)
    for action in entry.actions:
        span = _within(first, action.start, action.end)
        said = action_words(action)
        if span is not None and said is not None:
            yield _annotation(span, where, "tagging", said, "action", urn)


def _amount(low: float, high: float | None) -> str:
    if high is None:
        return f"{low:g} or more"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _within(evidence: Evidence, start: int, end: int) -> Span | None:
    paragraph = evidence.paragraph
    if not paragraph.start <= start < end <= paragraph.end:
        return None
    return Span(paragraph.article, start, end, paragraph.exact[start - paragraph.start : end - paragraph.start])


def _annotation(
    span: Span, where: dict[str, Evidence], motivation: str, words: str, role: str, about: str
) -> dict[str, Any]:
    evidence = where.get(span.article)
    url = web_address(evidence.url) if evidence else None
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span.exact}
    if evidence is not None:
        paragraph = evidence.paragraph
        at = span.start - paragraph.start
        if at >= 0 and paragraph.exact[at : at + len(span.exact)] == span.exact:
            quote["prefix"] = paragraph.exact[max(0, at - AROUND) : at]
            quote["suffix"] = paragraph.exact[at + len(span.exact) :][:AROUND]
    name = hex_digest(role, about, words, span.article, str(span.start), str(span.end))[:24]
    return {
        "id": f"urn:leadup:annotation:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": motivation},
        "target": {
            "source": url or article_urn(span.article),
            "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
        },
    }
