"""Suggestions for a question that is being typed: names and titles in the latest articles that hold its words."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from leadup.archive import schema, search
from leadup.archive.forms import folded
from leadup.lang.cuts import LETTERS_AND_DIGITS

_LEAST_TYPED: Final = 2
_MOST_TYPED: Final = 12
_MOST_NAMES: Final = 4
_LOOKED_THROUGH: Final = 40
"""Names are taken from so many articles at most: the latest of those that hold the words."""


@dataclass(frozen=True, slots=True)
class Completions:
    """Names, those of most articles first, and titles, latest first."""

    names: tuple[str, ...]
    titles: tuple[str, ...]


class _Name(msgspec.Struct, frozen=True):
    exact: str


class _Sentence(msgspec.Struct, frozen=True):
    names: tuple[_Name, ...] = ()


class _Names(msgspec.Struct, frozen=True):
    """The form of a stored reading that decodes its names alone."""

    sentences: tuple[_Sentence, ...]


_names = msgspec.msgpack.Decoder(_Names)


def complete(db: sqlite3.Connection, typed: str, most: int) -> Completions:
    """Names and titles that hold the words typed; the last word typed may be unfinished.

    At most four names and ``most`` titles; none where hardly anything was typed.
    """
    words = [folded(word) for word in LETTERS_AND_DIGITS.findall(typed)][:_MOST_TYPED]
    if not words or len(words[-1]) < _LEAST_TYPED:
        return Completions((), ())
    query = " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}" *'])
    held = (
        "SELECT title, reading FROM article WHERE row IN (SELECT rowid FROM words WHERE words MATCH ?"
        f" AND rowid <= {schema.last_row(dt.date.max)} AND {search.READ} ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC"
    )
    titles = [title for title, _ in db.execute(held, (f"title : ({query})", most * 4))]
    counted: Counter[str] = Counter()
    for _, packed in db.execute(held, (query, _LOOKED_THROUGH)):
        named = {name.exact for s in _names.decode(zlib.decompress(packed)).sentences for name in s.names}
        counted.update(name for name in named if _goes_on(words, name))
    shown: dict[str, str] = {}
    for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        shown.setdefault(folded(name), name)
    return Completions(tuple(shown.values())[:_MOST_NAMES], tuple(dict.fromkeys(filter(None, titles)))[:most])


def _goes_on(words: Sequence[str], name: str) -> bool:
    """Whether the words typed follow one another in a name, the last of them as the beginning of a word."""
    own = LETTERS_AND_DIGITS.findall(folded(name))
    whole = len(words) - 1
    return any(
        own[at : at + whole] == words[:-1] and own[at + whole].startswith(words[-1]) for at in range(len(own) - whole)
    )
