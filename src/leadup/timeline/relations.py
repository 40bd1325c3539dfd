"""What the relations of a sentence's tree say of a deed in it (``data/relations.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from leadup.timeline.shipped import shipped


@cache
def relations(name: str) -> tuple[str, ...]:
    """A list of relations."""
    return tuple(_data()[name])


@cache
def clauses() -> Mapping[str, float]:
    """What a deed counts for by its relation to the word above it."""
    found: Mapping[str, float] = _data()["clauses"]
    return found


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(shipped("relations.toml"))
