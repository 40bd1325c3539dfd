"""Packs of words, one folder a language: what a language says, kept apart from the code that looks for it.

A table stands in ``lang/<language>/<name>.tsv`` (tab-separated rows) or ``<name>.toml``. Lines that are empty or open
with ``#`` are passed over in a TSV. This room imports nothing of the other rooms.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

__all__ = [
    "DEFAULT",
    "ENGLISH",
    "NOTHING",
    "READ_LANGUAGES",
    "any_of",
    "calendar_names",
    "is_read",
    "kept_lines",
    "kept_rows",
    "kept_table",
    "kept_words",
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

ENGLISH: Final = DEFAULT
"""What rooms that take no language yet ask others for; where it stands, a language is still to be handed down."""

NOTHING: Final = "(?!)"
"""A pattern that matches nothing, and a word that no text has: what stands for words that a small pack lacks."""

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
    """The content of ``<name>.toml``; what a small pack lacks of it is empty, in the kind that the whole pack has.

    A word or pattern that is lacking is :data:`NOTHING`, a list of such holds that alone, and a table has no entries,
    though it may be asked for those of the whole pack.
    """
    own = table(name, language) if _has(f"{name}.toml", language) else {}
    if language == DEFAULT or not _has(f"{name}.toml", DEFAULT):
        return own
    return _Kept(own, table(name))


class _Kept(dict[str, Any]):
    """A table of a small pack, by the side of the same of the whole one.

    ``[]`` alone gives what is lacking as empty; ``get``, ``in`` and what goes over the entries know the pack's own.
    """

    def __init__(self, own: Mapping[str, Any], whole: Mapping[str, Any]) -> None:
        super().__init__((key, _kept(value, whole.get(key))) for key, value in own.items())
        self._whole = whole

    def __missing__(self, key: str) -> Any:
        return _empty(self._whole[key])


def _kept(own: Any, whole: Any) -> Any:
    if isinstance(own, dict) and isinstance(whole, dict):
        return _Kept(own, whole)
    return _empty(whole) if own == [] and isinstance(whole, list) else own


def _empty(whole: Any) -> Any:
    """What stands for a value of the whole pack in one that lacks it."""
    if isinstance(whole, dict):
        return _Kept({}, whole)
    if isinstance(whole, list):
        return [NOTHING] if whole and isinstance(whole[0], str) else []
    return NOTHING if isinstance(whole, str) else type(whole)()


@cache
def kept_words(name: str, language: str) -> frozenset[str]:
    """The first cell of each row of ``<name>.tsv``, none where a small pack lacks it."""
    return frozenset(row[0] for row in kept_rows(name, language))


def any_of(forms: Iterable[str]) -> str:
    """A pattern of these, with bars between and without a group around them; of none one that matches nothing."""
    return "|".join(forms) or NOTHING


@cache
def words(name: str, language: str = DEFAULT) -> frozenset[str]:
    """The first cell of each row of ``<name>.tsv``. Raises FileNotFoundError where the pack lacks it."""
    return frozenset(row[0] for row in rows(name, language))


@cache
def calendar_names(language: str = DEFAULT) -> frozenset[str]:
    """The names of days and months in lower case, in full and short, without the stop that closes a short one."""
    lists = kept_table("calendar", language).values()
    return frozenset(name.lower().rstrip(".") for names in lists for name in names)


@cache
def weekday_names(language: str = DEFAULT) -> tuple[str, ...]:
    """The days of the week as they are written, from Monday; each :data:`NOTHING` where a small pack has none."""
    return _in_order("weekdays", language)


@cache
def month_names(*, short: bool = False, language: str = DEFAULT) -> tuple[str, ...]:
    """The months as they are written, from January: in full, or as agencies shorten them ("Sept.")."""
    return _in_order("agency_months" if short else "months", language)


def _in_order(key: str, language: str) -> tuple[str, ...]:
    """A list of the calendar, of as many names in every language."""
    own = kept_table("calendar", language).get(key)
    return tuple(own) if own else (NOTHING,) * len(table("calendar")[key])


def with_calendar(pattern: str, language: str = DEFAULT) -> str:
    """A regular expression with the names of the calendar in it, where ``{weekdays}``, ``{months}`` … stand for them.

    Each list becomes its names with bars between, without a group around them.
    """
    lists = kept_table("calendar", language)
    for key in table("calendar"):
        pattern = pattern.replace(f"{{{key}}}", any_of(re.escape(name) for name in lists[key] if name != NOTHING))
    return pattern


def pack_text(file: str, language: str = DEFAULT) -> str:
    """A file of a pack as it is. Raises FileNotFoundError where the pack lacks it."""
    return (files("leadup.lang") / language / file).read_text(encoding="utf-8")


@cache
def pack_lines(file: str, language: str = DEFAULT) -> tuple[str, ...]:
    """The lines of a file of a pack but those that are empty or open with ``#``. Raises FileNotFoundError."""
    lines = pack_text(file, language).splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def kept_lines(file: str, language: str) -> tuple[str, ...]:
    """The same lines, none where a small pack lacks the file."""
    return pack_lines(file, language) if _has(file, language) else ()


def _has(file: str, language: str) -> bool:
    return (files("leadup.lang") / language / file).is_file()


@cache
def languages_with(file: str) -> tuple[str, ...]:
    """The languages (ISO 639-1) whose packs have a file, in order."""
    packs = sorted(each.name for each in files("leadup.lang").iterdir() if each.is_dir())
    return tuple(language for language in packs if _has(file, language))
