from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.errors import UnreadableInput
from leadup.model import DateAnchor, DateReason, Question, Timeline
from leadup.output.jsonform import SCHEMA_VERSION, from_json, schema, schema_text, shipped_schema, to_json
from tests.output.stories import TARGET, crisis, hostile, story

STORIES = {"5": story(5), "20": story(20), "60": story(60), "crisis": crisis(), "hostile": hostile()}


@pytest.mark.parametrize("name", STORIES)
def test_what_is_written_is_read_back_the_same(name: str) -> None:
    data = to_json(STORIES[name])
    assert from_json(data) == STORIES[name]
    assert to_json(from_json(data)) == data


@pytest.mark.parametrize("name", STORIES)
def test_what_is_written_fits_the_published_schema(name: str) -> None:
    jsonschema.Draft202012Validator(json.loads(shipped_schema())).validate(json.loads(to_json(STORIES[name])))


def test_the_shipped_schema_is_the_models() -> None:
    again = "write jsonform.schema_text() to src/leadup/output/timeline.schema.json"
    assert undescribed(json.loads(shipped_schema())) == undescribed(json.loads(schema_text())), (
        f"the model changed: {again}"
    )


def undescribed(value: object) -> object:
    """A schema without its descriptions, which are the docstrings and bind nobody."""
    if isinstance(value, dict):
        return {
            key: undescribed(item) for key, item in value.items() if key != "description" or not isinstance(item, str)
        }
    return [undescribed(item) for item in value] if isinstance(value, list) else value


def test_a_date_says_why_in_words_and_as_data() -> None:
    timeline = story(5)
    entry = timeline.entries[0]
    why = DateReason("shifted", DateAnchor("2024-05-11", "event"), None, {"count": "two", "unit": "days", "side": 1})
    why = DateReason("goes-on", of=why)
    date = replace(entry.evidence[0].mention.date, reason=why)
    told = replace(entry.evidence[0], mention=replace(entry.evidence[0].mention, date=date))
    timeline = replace(timeline, entries=(replace(entry, evidence=(told, *entry.evidence[1:])), *timeline.entries[1:]))
    data = to_json(timeline)
    found = json.loads(data)["entries"][0]["evidence"][0]["mention"]["date"]
    assert list(found) == ["span", "by", "reason", "because", "weight"]
    assert found["reason"] == "goes on from what was told before (two days after 2024-05-11, the day of the event)"
    assert found["because"]["of"] == {
        "rule": "shifted", "anchor": {"value": "2024-05-11", "name": "event"}, "of": None,
        "values": {"count": "two", "unit": "days", "side": 1},
    }  # fmt: skip
    jsonschema.Draft202012Validator(json.loads(shipped_schema())).validate(json.loads(data))
    assert from_json(data) == timeline
    assert to_json(from_json(data)) == data


def test_the_schema_refuses_what_is_not_a_timeline() -> None:
    broken = json.loads(to_json(story(5)))
    broken["entries"][0]["kind"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


def test_the_version_stands_first_and_days_are_iso() -> None:
    text = to_json(story(5)).decode()
    assert text.startswith(f'{{\n  "schema_version": {SCHEMA_VERSION},')
    assert json.loads(text)["target"]["day"] == "2024-05-17"
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a timeline"),
        (b"<html>", "not a timeline"),
        (b"[]", "not a timeline"),
        (b'{"entries": []}', "schema_version"),
        (b'{"schema_version": 99}', "schema 99"),
        (b'{"schema_version": 0}', "schema 0"),
        (b'{"schema_version": 1, "entries": [{}]}', "not a timeline"),
        (b'{"schema_version": 1, "first": "May 3"}', "not a timeline"),
        (b"\xff\xfe{", "not a timeline"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said) as error:
        from_json(data, "days.json")
    assert "days.json" in str(error.value)


def test_entries_out_of_order_are_refused() -> None:
    whole = json.loads(to_json(story(5)))
    whole["entries"].reverse()
    with pytest.raises(UnreadableInput, match="order of day"):
        from_json(json.dumps(whole).encode())


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip),
    st.lists(st.tuples(st.text(st.characters(exclude_categories=("Cs",))), st.just("x")), max_size=3),
)
def test_any_words_survive(words: str, more: list[tuple[str, str]]) -> None:
    timeline = Timeline(Question(words), None, TARGET, TARGET, (), settings=tuple(more))
    assert from_json(to_json(timeline)) == timeline


def test_an_answer_of_before_says_no_doubt_and_one_of_now_keeps_it() -> None:
    first, *rest = story(5).entries
    told = replace(story(5), entries=(replace(first, less_sure=True, doubt="told again"), *rest))
    made = json.loads(to_json(told))
    jsonschema.validate(made, schema())
    assert from_json(to_json(told)) == told
    assert made["entries"][0].pop("doubt") == "told again"
    before = from_json(json.dumps(made).encode()).entries[0]
    assert (before.less_sure, before.doubt) == (True, None)
