"""The words around numbers: roles, units, currencies, and what makes a number no figure (``figures_words.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import PLURAL, cut, without_plural
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
    kept = table("figures_words")

    def turned(group: str) -> dict[str, str]:
        return {word: name for name, forms in kept[group].items() for word in forms.split()}

    return Words(
        roles=turned("role"),
        measures=turned("units"),
        lengths=frozenset(kept["length"]["units"].split()),
        currencies=turned("currency"),
        time=frozenset(kept["time"]["words"].split()),
        labels=frozenset(kept["before"]["words"].split()),
        years=frozenset(kept["year"]["words"].split()),
        stops=frozenset(kept["stop"]["words"].split()),
        plurals=dict(kept["plural"]),
        not_plural=frozenset(kept["not_plural"]["words"].split()),
        things=frozenset(kept["thing"]["words"].split()),
    )


def singular(noun: str) -> str:
    """A plural noun in the singular: "fighters" is "fighter", "people" is "person", "bodies" is "body"."""
    if noun[:1].isupper() and noun.endswith(PLURAL) and country_of_demonym(without_plural(noun)) is not None:
        return without_plural(noun)
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
    return lower.endswith(PLURAL) and not lower.endswith(_NO_PLURAL_OF_NOUNS)


def is_people(noun: str) -> bool:
    """Whether a noun, singular or plural, is one for people ("fighters", "contractor")."""
    lower = noun.lower()
    return lower in nouns().kinds and lower not in words().things
