"""The timeline as JSON, whole and exact: what other programs build on.

The form is that of the nouns in :mod:`leadup.model`, field by field, with ``schema_version`` in front. Days are ISO
dates, times RFC 3339 with their own offset. ``timeline.schema.json`` beside this file is the JSON Schema (2020-12).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from leadup.errors import UnreadableInput
from leadup.model import Timeline

SCHEMA_VERSION: Final = 1
SCHEMA_ID: Final = "urn:leadup:timeline:1"


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
    body = msgspec.json.encode(once)
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
        return _decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise UnreadableInput(source, f"not a timeline of leadup's ({error})", "Make the timeline again") from error


def schema() -> dict[str, Any]:
    """The JSON Schema that the model gives; the file in the package is held against it by the suite."""
    (reference,), components = msgspec.json.schema_components([Timeline], ref_template="#/$defs/{name}")
    top = components.pop("Timeline")
    assert reference == {"$ref": "#/$defs/Timeline"}
    properties = {"schema_version": {"const": SCHEMA_VERSION}, **top["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Timeline",
        "description": top.get("description", ""),
        "type": "object",
        "properties": properties,
        "required": ["schema_version", *top["required"]],
        "$defs": components,
    }


def schema_text() -> str:
    """:func:`schema` as the file in the package has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def shipped_schema() -> bytes:
    """The JSON Schema file as it stands in the package."""
    return files("leadup.output").joinpath("timeline.schema.json").read_bytes()
