"""schema.org as JSON-LD: an ``ItemList`` of ``Event``, each with the ``NewsArticle`` that reports it."""

from __future__ import annotations

from typing import Any

from leadup.model import Evidence, Timeline
from leadup.output.address import web_address
from leadup.output.cast import actors_of
from leadup.output.formats.identity import article_urn, entry_urn, fingerprint
from leadup.output.formats.jsontext import json_in_html, label
from leadup.output.phrases import headline_words, opening_words, summary_words


def to_schema_org(timeline: Timeline) -> str:
    """The timeline as an ItemList, in order of day."""
    items = []
    for number, entry in enumerate(timeline.entries, 1):
        event: dict[str, Any] = {
            "@type": "Event",
            "@id": entry_urn(entry),
            "name": label(opening_words(entry.wording.exact, 110)),
            "description": label(entry.wording.exact),
            "startDate": entry.day.isoformat(),
            "endDate": (entry.last_day or entry.day).isoformat(),
            "subjectOf": [_article(evidence) for evidence in entry.evidence],
        }
        about = [{"@type": "Thing", "name": label(actor.name)} for actor in actors_of(entry)]
        if about:
            event["about"] = about
        place = next((action.place for action in entry.actions if action.place), None)
        if place:
            event["location"] = {"@type": "Place", "name": label(place)}
        items.append({"@type": "ListItem", "position": number, "item": event})
    return json_in_html(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "@id": f"urn:leadup:timeline:{fingerprint(timeline)}",
            "name": label(headline_words(timeline)),
            "description": summary_words(timeline),
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "numberOfItems": len(items),
            "itemListElement": items,
        }
    )


def _article(evidence: Evidence) -> dict[str, Any]:
    url = web_address(evidence.url)
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": url or article_urn(evidence.mention.span.article)}
    if evidence.title:
        article["headline"] = label(evidence.title)
    if url:
        article["url"] = url
    if evidence.published:
        day = evidence.published.precision == "day"
        at = evidence.published.day.isoformat() if day else evidence.published.at.isoformat()
        article["datePublished"] = at
    if evidence.outlet:
        article["publisher"] = {"@type": "Organization", "name": label(evidence.outlet)}
    return article
