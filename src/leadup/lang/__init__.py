"""Packs of words, one folder a language: what a language says, kept apart from the code that looks for it.

A table stands in ``lang/<language>/<name>.tsv`` (tab-separated rows) or ``<name>.toml``. Lines that are empty or open
with ``#`` are passed over in a TSV. This room imports nothing of the other rooms.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = [
    "DEFAULT",
    "calendar_names",
    "kept_rows",
    "kept_table",
    "languages_with",
    "pack_text",
    "rows",
    "table",
    "words",
]

DEFAULT = "en"


@cache
def rows(name: str, language: str = DEFAULT) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv``, each a tuple of its cells. Raises FileNotFoundError where the pack lacks it."""
    lines = pack_text(f"{name}.tsv", language).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def kept_rows(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv``, none where a small pack lacks it."""
    return rows(name, language) if _has(f"{name}.tsv", language) else ()


@cache
def table(name: str, language: str = DEFAULT) -> dict[str, Any]:
    """The content of ``<name>.toml``. Raises FileNotFoundError where the pack lacks it."""
    return tomllib.loads(pack_text(f"{name}.toml", language))


@cache
def kept_table(name: str, language: str) -> dict[str, Any]:
    """The content of ``<name>.toml``, nothing where a small pack lacks it."""
    return table(name, language) if _has(f"{name}.toml", language) else {}


@cache
def words(name: str, language: str = DEFAULT) -> frozenset[str]:
    """The first cell of each row of ``<name>.tsv``. Raises FileNotFoundError where the pack lacks it."""
    return frozenset(row[0] for row in rows(name, language))


@cache
def calendar_names(language: str = DEFAULT) -> frozenset[str]:
    """The names of days and months in lower case, in full and short, without the stop that closes a short one."""
    return frozenset(table("calendar", language)["names"].split())


def pack_text(file: str, language: str = DEFAULT) -> str:
    """A file of a pack as it is. Raises FileNotFoundError where the pack lacks it."""
    return (files("leadup.lang") / language / file).read_text(encoding="utf-8")


def _has(file: str, language: str) -> bool:
    return (files("leadup.lang") / language / file).is_file()


@cache
def languages_with(file: str) -> tuple[str, ...]:
    """The languages (ISO 639-1) whose packs have a file, in order."""
    packs = sorted(each.name for each in files("leadup.lang").iterdir() if each.is_dir())
    return tuple(language for language in packs if _has(file, language))
