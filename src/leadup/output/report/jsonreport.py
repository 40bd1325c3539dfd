"""A report as JSON, whole and exact, with its schema."""

from __future__ import annotations

import json
from typing import Any, Final

import msgspec

from leadup.check import Report
from leadup.errors import UnreadableInput

REPORT_VERSION: Final = 1
REPORT_ID: Final = "urn:leadup:report:1"


def to_report_json(report: Report) -> bytes:
    """The report as indented UTF-8 JSON, the same bytes for equal reports; ``contradicted`` says it in one word."""
    plain = msgspec.to_builtins(report)
    held = {"schema_version": REPORT_VERSION, "contradicted": report.contradicted, **plain}
    return json.dumps(held, ensure_ascii=False, indent=1).encode() + b"\n"


def from_report_json(data: bytes, name: str = "report") -> Report:
    """The report that :func:`to_report_json` wrote. Raises :class:`~leadup.errors.UnreadableInput` where it is none."""
    try:
        return msgspec.json.decode(data, type=Report)
    except msgspec.MsgspecError as error:
        raise UnreadableInput(name, f"it is not a report ({error})", "Make one with `leadup check --json`") from error


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report."""
    (made,), parts = msgspec.json.schema_components([Report], ref_template="#/$defs/{name}")
    whole = dict(parts[made["$ref"].rsplit("/", 1)[-1]])
    extra = {"schema_version": {"const": REPORT_VERSION}, "contradicted": {"type": "boolean"}}
    whole["properties"] = {**extra, **whole["properties"]}
    whole["required"] = [*extra, *whole["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": REPORT_ID, **whole, "$defs": parts}
