"""JSON as exports and scrapers write it."""

from __future__ import annotations

import json
import re

import msgspec

from leadup.errors import LeadupError, UnreadableInput

MOST_PARTS = 3_000_000
"""Signs that open a list or an object, in one JSON value: each takes some 60 bytes and more."""

_DECODER = msgspec.json.Decoder()
_GAP = re.compile(r"[\s,\x1e]*")
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def in_a_row(text: str) -> list[object] | None:
    """JSON values that stand one after another, as programs append them to a file; None where it is no such row."""
    reader = json.JSONDecoder(strict=False)
    found: list[object] = []
    at = 0
    try:
        while at < len(text):
            value, at = reader.raw_decode(text, at)
            found.append(value)
            at = _GAP.match(text, at).end()  # type: ignore[union-attr]
    except (ValueError, RecursionError):
        return None
    return found if len(found) > 1 and all(isinstance(value, dict) for value in found) else None


def value_of(data: bytes | str, name: str, do: str = "Export it again") -> object:
    """The JSON value that a file holds; raises UnreadableInput, which names it and what to do, where it is none."""
    try:
        return decoded(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableInput(name, f"not JSON: {error}", do) from None


def decoded(data: bytes | str) -> object:
    """A JSON value; a lone surrogate in it, which is no character, passes here and is shown as a sign later.

    Raises :class:`msgspec.DecodeError` where it is no JSON, LeadupError where it holds too many parts.
    """
    parts = data.count("[") + data.count("{") if isinstance(data, str) else data.count(b"[") + data.count(b"{")
    if parts > MOST_PARTS:
        raise LeadupError(f"more parts than a JSON value may hold ({MOST_PARTS:,})", "Give it as JSON lines")
    try:
        return _DECODER.decode(data)
    except msgspec.DecodeError:
        if not _SURROGATE.search(data if isinstance(data, bytes) else data.encode("utf-8", "replace")):
            raise
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise msgspec.DecodeError(str(error)) from None
    return found
