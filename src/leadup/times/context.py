"""Words around an expression that say whether it is one, from ``dates_context.toml`` of a language's pack."""

from __future__ import annotations

from functools import cache

from leadup.lang import DEFAULT, table


@cache
def context(name: str, language: str) -> frozenset[str]:
    """The list of this name, empty where a small pack lacks it. Raises KeyError where no language has it."""
    known = table("dates_context", DEFAULT)[name]
    return frozenset(known if language == DEFAULT else table("dates_context", language).get(name, ()))
