"""Words around an expression that say whether it is one, from ``data/context.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def context(name: str) -> frozenset[str]:
    """The list of this name. Raises KeyError where there is none."""
    raw = tomllib.loads(resources.files("leadup.times").joinpath("data/context.toml").read_text("utf-8"))
    return frozenset(raw[name])
