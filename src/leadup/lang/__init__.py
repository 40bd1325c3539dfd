"""Packs of words, one folder a language: what a language says, kept apart from the code that looks for it.

A table stands in ``lang/<language>/<name>.tsv`` (tab-separated rows) or ``<name>.toml``. Lines that are empty or open
with ``#`` are passed over in a TSV. This room imports nothing of the other rooms.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["DEFAULT", "rows", "table", "words"]

DEFAULT = "en"


@cache
def rows(name: str, language: str = DEFAULT) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv``, each a tuple of its cells. Raises FileNotFoundError where the pack lacks it."""
    lines = _text(f"{name}.tsv", language).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def table(name: str, language: str = DEFAULT) -> dict[str, Any]:
    """The content of ``<name>.toml``. Raises FileNotFoundError where the pack lacks it."""
    return tomllib.loads(_text(f"{name}.toml", language))


@cache
def words(name: str, language: str = DEFAULT) -> frozenset[str]:
    """The first cell of each row of ``<name>.tsv``. Raises FileNotFoundError where the pack lacks it."""
    return frozenset(row[0] for row in rows(name, language))


def _text(file: str, language: str) -> str:
    return (files("leadup.lang") / language / file).read_text(encoding="utf-8")
