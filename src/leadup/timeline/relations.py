"""What the relations of a sentence's tree say of a deed in it (``data/relations.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


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
    return tomllib.loads(resources.files("leadup.timeline").joinpath("data/relations.toml").read_text(encoding="utf-8"))
