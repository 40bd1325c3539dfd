"""Packs of words, one folder a language: what a language says, kept apart from the code that looks for it.

A table stands in ``lang/<language>/<name>.tsv`` (tab-separated rows) or ``<name>.toml``. Lines that are empty or open
with ``#`` are passed over in a TSV. This room imports nothing of the other rooms.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = [
    "DEFAULT",
    "READ_LANGUAGES",
    "calendar_names",
    "is_read",
    "kept_rows",
    "kept_table",
    "languages_with",
    "month_names",
    "pack_lines",
    "pack_text",
    "rows",
    "table",
    "weekday_names",
    "with_calendar",
    "words",
]

DEFAULT = "en"

READ_LANGUAGES = frozenset({DEFAULT})
"""The languages that leadup reads; articles in others are kept, and enter no answer."""


def is_read(language: str | None) -> bool:
    """Does leadup read articles in this language (ISO 639-1)? Where the language is not known, it does."""
    return language is None or language in READ_LANGUAGES


@cache
def rows(name: str, language: str = DEFAULT) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv``, each a tuple of its cells. Raises FileNotFoundError where the pack lacks it."""
    return tuple(tuple(line.split("\t")) for line in pack_lines(f"{name}.tsv", language))


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
    lists = table("calendar", language).values()
    return frozenset(name.lower().rstrip(".") for names in lists for name in names)


@cache
def weekday_names(language: str = DEFAULT) -> tuple[str, ...]:
    """The days of the week as they are written, from Monday."""
    return tuple(table("calendar", language)["weekdays"])


@cache
def month_names(*, short: bool = False, language: str = DEFAULT) -> tuple[str, ...]:
    """The months as they are written, from January: in full, or as agencies shorten them ("Sept.")."""
    return tuple(table("calendar", language)["agency_months" if short else "months"])


def with_calendar(pattern: str, language: str = DEFAULT) -> str:
    """A regular expression with the names of the calendar in it, where ``{weekdays}``, ``{months}`` … stand for them.

    Each list becomes its names with bars between, without a group around them.
    """
    for key, names in table("calendar", language).items():
        pattern = pattern.replace(f"{{{key}}}", "|".join(map(re.escape, names)))
    return pattern


def pack_text(file: str, language: str = DEFAULT) -> str:
    """A file of a pack as it is. Raises FileNotFoundError where the pack lacks it."""
    return (files("leadup.lang") / language / file).read_text(encoding="utf-8")


@cache
def pack_lines(file: str, language: str = DEFAULT) -> tuple[str, ...]:
    """The lines of a file of a pack but those that are empty or open with ``#``. Raises FileNotFoundError."""
    lines = pack_text(file, language).splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def _has(file: str, language: str) -> bool:
    return (files("leadup.lang") / language / file).is_file()


@cache
def languages_with(file: str) -> tuple[str, ...]:
    """The languages (ISO 639-1) whose packs have a file, in order."""
    packs = sorted(each.name for each in files("leadup.lang").iterdir() if each.is_dir())
    return tuple(language for language in packs if _has(file, language))
