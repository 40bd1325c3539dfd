"""The timeline as JSON, whole and exact: what other programs build on.

The form is that of the nouns in :mod:`leadup.model`, field by field, with ``schema_version`` in front; but a date says
why twice: ``reason`` in words for a person, ``because`` as data (``leadup.model.DateReason``), which is what is read
back and verified. Days are ISO dates, times RFC 3339 with their own offset. ``timeline.schema.json`` beside this file
is the JSON Schema (2020-12).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from inspect import cleandoc
from typing import Any, Final

import msgspec

from leadup.errors import UnreadableInput
from leadup.model import DateReason, Timeline

SCHEMA_VERSION: Final = 1
SCHEMA_ID: Final = "urn:leadup:timeline:1"
LARGEST: Final = 2**53
"""No whole number of a timeline is larger: other programs read larger ones as fractions."""


class _Head(msgspec.Struct):
    schema_version: int


@cache
def _decoder() -> msgspec.json.Decoder[Timeline]:
    return msgspec.json.Decoder(Timeline)


def to_json(timeline: Timeline) -> bytes:
    """The timeline as indented UTF-8 JSON, the same bytes for equal timelines.

    It is read back before it is returned, so that what leaves always fits the schema (and whole numbers in fields of
    fractions have one spelling). Raises ``msgspec.ValidationError`` where a value is outside its type.
    """
    once = _decoder().decode(msgspec.json.encode(timeline))
    body = msgspec.json.encode(_worded(msgspec.to_builtins(once)))
    flat = b'{"schema_version":%d,%s' % (SCHEMA_VERSION, body[1:])
    return msgspec.json.format(flat, indent=2) + b"\n"


def from_json(data: bytes, source: str = "timeline") -> Timeline:
    """The timeline that :func:`to_json` wrote; ``source`` names the file in errors.

    Raises :class:`~leadup.errors.UnreadableInput` where it is no JSON, not of this form, or of a later version.
    """
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            source, f"not a timeline of leadup's ({error})", "Write one with `leadup to ... --json FILE`"
        ) from error
    if not 1 <= head.schema_version <= SCHEMA_VERSION:
        raise UnreadableInput(
            source,
            f"the timeline has schema {head.schema_version}, this leadup reads up to {SCHEMA_VERSION}",
            "Upgrade leadup, or make the timeline again",
        )
    try:
        return msgspec.convert(_as_data(msgspec.json.decode(data)), Timeline)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableInput(source, f"not a timeline of leadup's ({error})", "Make the timeline again") from error


def _worded(node: Any) -> Any:
    """The same with each reason in words, and what it is as data beside it."""
    if isinstance(node, list | tuple):
        return [_worded(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    out: dict[str, Any] = {}
    for key, value in node.items():
        if key == "reason" and isinstance(value, dict):
            out |= {"reason": str(msgspec.convert(value, DateReason)), "because": value}
        else:
            out[key] = _worded(value)
    return out


def _as_data(node: Any) -> Any:
    """The same with each reason as data, where it is there as data."""
    if isinstance(node, list):
        return [_as_data(inner) for inner in node]
    if not isinstance(node, dict):
        if isinstance(node, int) and abs(node) > LARGEST:
            raise ValueError(f"no number in a timeline is as large as {str(node)[:20]}…")
        return node
    because = node.get("because")
    out = {key: _as_data(value) for key, value in node.items() if key != "because"}
    return {**out, "reason": because} if isinstance(because, dict) else out


def schema() -> dict[str, Any]:
    """The JSON Schema that the model gives; the file in the package is held against it by the suite."""
    (reference,), components = msgspec.json.schema_components([Timeline], ref_template="#/$defs/{name}")
    top = components.pop("Timeline")
    assert reference == {"$ref": "#/$defs/Timeline"}
    date = components["EventDate"]["properties"]
    data = next(kind for kind in date["reason"]["anyOf"] if "$ref" in kind)
    date["reason"] = {"description": "Why, in words.", "type": "string"}
    date["because"] = {"description": "The same as data; not there where only the words are known.", **data}
    properties = {"schema_version": {"const": SCHEMA_VERSION}, **top["properties"]}
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Timeline",
        "description": top.get("description", ""),
        "type": "object",
        "properties": properties,
        "required": ["schema_version", *top["required"]],
        "$defs": components,
    }
    return {key: _alike(value) for key, value in whole.items()}


def _alike(value: Any) -> Any:
    """The same from every version of msgspec: some indent docstrings, and some leave out a default of no keys."""
    if isinstance(value, list):
        return [_alike(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: item for key, item in value.items() if not (key == "default" and item == {})}
    return {
        key: cleandoc(item) if key == "description" and isinstance(item, str) else _alike(item)
        for key, item in kept.items()
    }


def schema_text() -> str:
    """:func:`schema` as the file in the package has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def shipped_schema() -> bytes:
    """The JSON Schema file as it stands in the package."""
    return files("leadup.output").joinpath("timeline.schema.json").read_bytes()
