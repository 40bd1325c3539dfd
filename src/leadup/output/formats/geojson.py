"""GeoJSON (RFC 7946): a point for each entry whose text names a place that a gazetteer knows."""

from __future__ import annotations

from typing import Any

from leadup.model import Entry, Timeline
from leadup.output.formats.gazetteer import place_named
from leadup.output.formats.identity import entry_urn
from leadup.output.formats.jsontext import json_text, label
from leadup.output.phrases import support_words


def to_geojson(timeline: Timeline) -> str:
    """A FeatureCollection in order of day. Every point is marked ``approximate``: it is the middle of a city or a
    country's capital, and of several places with one name the most populous is taken.
    """
    features = [feature for entry in timeline.entries for feature in _features(entry)]
    return json_text({"type": "FeatureCollection", "features": features})


def _features(entry: Entry) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = []
    for name in dict.fromkeys(action.place for action in entry.actions if action.place):
        place = place_named(name)
        if place is None:
            continue
        features.append(
            {
                "type": "Feature",
                "id": entry_urn(entry) if not features else f"{entry_urn(entry)}-{len(features)}",
                "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
                "properties": {
                    "name": label(entry.wording.exact),
                    "date": entry.day.isoformat(),
                    "kind": entry.kind,
                    "place": label(name),
                    "gazetteer": place.name,
                    "approximate": True,
                    "how": place.how,
                    "support": support_words(entry.support),
                },
            }
        )
    return features
