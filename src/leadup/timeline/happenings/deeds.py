"""The table of deeds (``lang``: deeds): what each may be called, and what refers back to it; and the lists of words by
which two sentences are held to tell one deed (``lang``: same_deed)."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass

from leadup import lang
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.terms import stem

_NOT_ASKED = "-"


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A row of the table.

    ``how`` is the verb of the deed and ``noun`` the word for it in a heading, both empty where no question asks for it.
    ``asked`` are its words in questions and news, in the order of the table ("~" before one that only questions use),
    ``kind`` those by which a sentence is of this kind, ``back`` the nouns that refer back to it.
    """

    name: str
    how: str
    noun: str
    asked: tuple[str, ...]
    kind: tuple[str, ...]
    back: tuple[str, ...]


@functools.cache
def deed_rows(language: str) -> tuple[DeedRow, ...]:
    """The rows, in the order of the table."""
    found = []
    for name, how, noun, cell, *more in lang.kept_rows("deeds", language):
        words = cell.split()
        back = tuple(more[0].split()) if more else ()
        asked = how != _NOT_ASKED
        found.append(
            DeedRow(
                name,
                how if asked else "",
                noun if asked else "",
                tuple(w.removeprefix("+") for w in words if w[0] != "=") if asked else (),
                tuple(w.removeprefix("=") for w in words if w[0] not in "+~") if back else (),
                back,
            )
        )
    return tuple(found)


@functools.cache
def event_types_of(language: str) -> dict[str, frozenset[str]]:
    """By stem, the names of the rows whose deed it tells of."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in deed_rows(language):
        for word in row.kind:
            for term in (stem(word, language), *(t for t, _ in words_of(word, language))):
                found[term].add(row.name)
    return {word: frozenset(names) for word, names in found.items()}


@functools.cache
def referred_to(language: str) -> dict[str, frozenset[str]]:
    """The stem of each noun that can refer back to a deed ("attack", "attacks"), to the kinds it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in deed_rows(language):
        for noun in row.back:
            found[stem(noun, language)].add(row.name)
    return {noun: frozenset(names) for noun, names in found.items()}


@functools.cache
def words(name: str, language: str) -> frozenset[str]:
    """The words of a list of ``same_deed.toml``."""
    return frozenset(str(lang.kept_table("same_deed", language)[name]).split())
