"""FollowTheMoney entities, one JSON object a line, as `ftm` and Aleph load them.

An entry is an ``Event`` with the actors it involves and the ``Article`` entities that prove it. Dates are partial
where the source is: "in May 2024" stays ``2024-05``.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Final

from leadup.model import Actor, Entry, Evidence, Timeline
from leadup.output.address import web_address
from leadup.output.cast import actors_of
from leadup.output.country import country_of
from leadup.output.formats.identity import article_urn, entry_urn, hex_digest
from leadup.output.formats.jsontext import json_lines
from leadup.output.phrases import opening_words
from leadup.output.sources import named_outlets
from leadup.output.visible import visible

_BODIES: Final = {
    "state": "PublicBody",
    "government": "PublicBody",
    "military": "PublicBody",
    "police": "PublicBody",
    "judiciary": "PublicBody",
    "legislature": "PublicBody",
    "business": "Company",
    "person": "Person",
}

Entity = dict[str, object]


def to_ftm(timeline: Timeline) -> str:
    """The entities of the timeline, each once, actors and articles before the events that name them."""
    entities: dict[str, Entity] = {}
    events: list[Entity] = []
    for entry in timeline.entries:
        actors = [_actor(actor) for actor in actors_of(entry) if visible(actor.name).strip()]
        articles = [_article(evidence) for evidence in entry.evidence]
        for entity in [*actors, *articles]:
            entities.setdefault(str(entity["id"]), entity)
        events.append(_event(entry, [str(actor["id"]) for actor in actors], [str(item["id"]) for item in articles]))
    return json_lines([*entities.values(), *events])


def partial_date(first: dt.date | None, last: dt.date | None) -> str | None:
    """The prefix date of an interval: a day, a whole month ("2024-05"), a whole year ("2024"), else None."""
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    same = (first.year, first.month) == (last.year, last.month)
    if same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first.year:04d}-{first.month:02d}"
    return None


def _event(entry: Entry, actors: list[str], articles: list[str]) -> Entity:
    span = entry.evidence[0].mention.date.span
    whole = partial_date(span.first, span.last)
    last = entry.last_day if entry.last_day and entry.last_day != entry.day else None
    dates: dict[str, list[str]] = {"date": [whole or entry.day.isoformat()]}
    if last:
        dates = {"startDate": [entry.day.isoformat()], "endDate": [last.isoformat()]}
    places = dict.fromkeys(visible(action.place) for action in entry.actions if action.place)
    return _entity(
        hex_digest("event", entry_urn(entry)),
        "Event",
        name=[opening_words(visible(entry.wording.exact), 120)],
        summary=[visible(entry.wording.exact)],
        **dates,
        involved=list(dict.fromkeys(actors)),
        proof=list(dict.fromkeys(articles)),
        sourceUrl=[url for evidence in entry.evidence if (url := web_address(evidence.url))],
        publisher=[visible(name) for name in named_outlets(entry)],
        location=list(places),
        recordId=[entry_urn(entry)],
        keywords=[entry.kind],
        notes=[visible(entry.date_reason)],
    )


def _actor(actor: Actor) -> Entity:
    schema = "Person" if actor.role else _BODIES.get(actor.kind, "LegalEntity")
    country = country_of(actor.country)
    return _entity(
        hex_digest("actor", actor.key),
        schema,
        name=[visible(actor.name)],
        country=[country.alpha_2.lower()] if country else [],
        **({"position": [visible(actor.role)]} if actor.role else {}),
    )


def _article(evidence: Evidence) -> Entity:
    published = evidence.published
    moment = ""
    if published is not None:
        moment = published.day.isoformat()
        if published.precision != "day":
            moment = published.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")
    url = web_address(evidence.url)
    return _entity(
        hex_digest("article", evidence.mention.span.article),
        "Article",
        title=[visible(evidence.title or opening_words(evidence.mention.span.exact, 120))],
        publishedAt=[moment] if moment else [],
        publisher=[visible(evidence.outlet)] if evidence.outlet else [],
        sourceUrl=[url] if url else [],
        keywords=[article_urn(evidence.mention.span.article)],
    )


def _entity(id: str, schema: str, **properties: list[str]) -> Entity:
    kept = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    return {"id": id, "schema": schema, "properties": kept}
