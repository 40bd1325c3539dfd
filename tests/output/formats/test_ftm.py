from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from leadup.model import DateSpan, Timeline
from leadup.output.formats.ftm import partial_date, to_ftm
from tests.output.stories import crisis, hostile, story

D = dt.date


def entities(timeline: Timeline) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_ftm(timeline).splitlines()]


@pytest.mark.parametrize("timeline", [story(5), crisis(60), hostile()], ids=["5", "60", "hostile"])
@pytest.mark.filterwarnings("ignore")
def test_followthemoney_takes_every_entity(timeline: Timeline) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    known = set()
    for entity in entities(timeline):
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        assert proxy.schema.validate(entity) is None
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, name
            for value in values:
                assert prop.type.validate(value) or prop.type.name == "url", (name, value)
                assert prop.type.clean(value) is not None, (name, value)
        for reference in (*entity["properties"].get("proof", ()), *entity["properties"].get("involved", ())):
            assert reference in known, "what is named comes first"
        known.add(entity["id"])


def test_an_event_names_its_actors_and_its_proof() -> None:
    found = {entity["id"]: entity for entity in entities(crisis())}
    events = [entity for entity in found.values() if entity["schema"] == "Event"]
    assert len(events) == 20
    last = events[-1]["properties"]
    assert last["date"] == ["2024-05-17"]
    assert {found[id]["properties"]["name"][0] for id in last["involved"]} == {"Maradia", "the Tarn Federation"}
    assert len(last["proof"]) == 6 and {found[id]["schema"] for id in last["proof"]} == {"Article"}


def test_persons_bodies_and_countries() -> None:
    schema = {e["properties"]["name"][0]: e for e in entities(crisis()) if "name" in e["properties"]}
    assert schema["Mara Tolk"]["schema"] == "Person"
    assert schema["Norway"]["schema"] == "PublicBody" and schema["Norway"]["properties"]["country"] == ["no"]
    assert schema["the Harbour Front"]["schema"] == "LegalEntity"


@pytest.mark.parametrize(
    ("first", "last", "date"),
    [
        (D(2024, 5, 3), D(2024, 5, 3), "2024-05-03"),
        (D(2024, 5, 1), D(2024, 5, 31), "2024-05"),
        (D(2024, 2, 1), D(2024, 2, 29), "2024-02"),
        (D(2024, 1, 1), D(2024, 12, 31), "2024"),
        (D(2024, 5, 3), D(2024, 5, 4), None),
        (D(2024, 5, 1), D(2024, 6, 30), None),
        (None, D(2024, 5, 1), None),
    ],
)
def test_partial_dates(first: dt.date | None, last: dt.date | None, date: str | None) -> None:
    assert partial_date(first, last) == date


def test_a_month_stays_a_month() -> None:
    timeline = story(5)
    entry = timeline.entries[0]
    mention = entry.evidence[0].mention
    span = DateSpan(D(2024, 5, 1), D(2024, 5, 31), "month")
    vague = replace(mention, date=replace(mention.date, span=span))
    evidence = (replace(entry.evidence[0], mention=vague), *entry.evidence[1:])
    changed = replace(timeline, entries=(replace(entry, evidence=evidence), *timeline.entries[1:]))
    events = [entity for entity in entities(changed) if entity["schema"] == "Event"]
    assert events[0]["properties"]["date"] == ["2024-05"]


def test_ids_are_the_same_in_another_answer() -> None:
    first = {entity["id"] for entity in entities(story(5)) if entity["schema"] == "Person"}
    assert first and first <= {entity["id"] for entity in entities(crisis(60))}
