"""The words around numbers: roles, units, currencies, and what makes a number no figure (``data/figures.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import cut
from leadup.reading.names.countries import country_of_demonym
from leadup.reading.names.nominals import nouns

_WORDS: dict[str, Any] = table("figures")["lexicon"]
_MEN: tuple[str, ...] = tuple(_WORDS["men"])
_NO_MEN: frozenset[str] = frozenset(_WORDS["no_men"])
_NO_PLURAL_OF_NOUNS: tuple[str, ...] = tuple(_WORDS["no_plural_of_nouns"])


@dataclass(frozen=True, slots=True)
class Words:
    """The tables, by lower-case word (currencies by exact form)."""

    roles: dict[str, str]
    measures: dict[str, str]
    lengths: frozenset[str]
    currencies: dict[str, str]
    time: frozenset[str]
    labels: frozenset[str]
    years: frozenset[str]
    stops: frozenset[str]
    plurals: dict[str, str]
    not_plural: frozenset[str]
    things: frozenset[str]


@cache
def words() -> Words:
    """The tables, read once."""
    table = tomllib.loads(files("leadup.reading.figures").joinpath("data/figures.toml").read_text(encoding="utf-8"))

    def turned(group: str) -> dict[str, str]:
        return {word: name for name, forms in table[group].items() for word in forms.split()}

    return Words(
        roles=turned("role"),
        measures=turned("units"),
        lengths=frozenset(table["length"]["units"].split()),
        currencies=turned("currency"),
        time=frozenset(table["time"]["words"].split()),
        labels=frozenset(table["before"]["words"].split()),
        years=frozenset(table["year"]["words"].split()),
        stops=frozenset(table["stop"]["words"].split()),
        plurals=dict(table["plural"]),
        not_plural=frozenset(table["not_plural"]["words"].split()),
        things=frozenset(table["thing"]["words"].split()),
    )


def singular(noun: str) -> str:
    """A plural noun in the singular: "fighters" is "fighter", "people" is "person", "bodies" is "body"."""
    if noun[:1].isupper() and noun.endswith("s") and country_of_demonym(noun[:-1]) is not None:
        return noun[:-1]
    lower = noun.lower()
    known = words().plurals.get(lower)
    if known is not None:
        return known
    return next(iter(cut("counted", lower)), lower)


def is_plural(noun: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = noun.lower()
    table = words()
    if lower in table.plurals:
        return True
    if lower in table.not_plural or len(lower) < 3:
        return False
    if lower.endswith(_MEN) and len(lower) > 4 and lower not in _NO_MEN:
        return True
    return lower.endswith("s") and not lower.endswith(_NO_PLURAL_OF_NOUNS)


def is_people(noun: str) -> bool:
    """Whether a noun, singular or plural, is one for people ("fighters", "contractor")."""
    lower = noun.lower()
    return lower in nouns().kinds and lower not in words().things
