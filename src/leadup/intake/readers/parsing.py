"""JSON as exports and scrapers write it."""

from __future__ import annotations

import json
import re

import msgspec

_DECODER = msgspec.json.Decoder()
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def decoded(data: bytes | str) -> object:
    """A JSON value; a lone surrogate in it, which is no character, passes here and is shown as a sign later.

    Raises :class:`msgspec.DecodeError` where it is no JSON.
    """
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
