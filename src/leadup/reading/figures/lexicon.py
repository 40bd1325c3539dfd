"""The words around numbers: roles, units, currencies, and what makes a number no figure (``figures_words.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import cut, without_plural, word_endings
from leadup.reading.names.countries import country_of_demonym
from leadup.reading.names.nominals import nouns


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("figures", language)["lexicon"]
        self.men: tuple[str, ...] = tuple(words["men"])
        self.no_men: frozenset[str] = frozenset(words["no_men"])
        self.no_plural_of_nouns: tuple[str, ...] = tuple(words["no_plural_of_nouns"])
        self.plural = word_endings(language).plural


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


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
def words(language: str) -> Words:
    """The tables, read once."""
    kept = kept_table("figures_words", language)

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


def singular(noun: str, language: str) -> str:
    """A plural noun in the singular: "fighters" is "fighter", "people" is "person", "bodies" is "body"."""
    forms = _forms(language)
    if (
        noun[:1].isupper()
        and noun.endswith(forms.plural)
        and country_of_demonym(without_plural(noun, language), language) is not None
    ):
        return without_plural(noun, language)
    lower = noun.lower()
    known = words(language).plurals.get(lower)
    if known is not None:
        return known
    return next(iter(cut("counted", lower, language)), lower)


def is_plural(noun: str, language: str) -> bool:
    """Whether a word looks like a plural noun."""
    forms = _forms(language)
    lower = noun.lower()
    table = words(language)
    if lower in table.plurals:
        return True
    if lower in table.not_plural or len(lower) < 3:
        return False
    if lower.endswith(forms.men) and len(lower) > 4 and lower not in forms.no_men:
        return True
    return lower.endswith(forms.plural) and not lower.endswith(forms.no_plural_of_nouns)


def is_people(noun: str, language: str) -> bool:
    """Whether a noun, singular or plural, is one for people ("fighters", "contractor")."""
    lower = noun.lower()
    return lower in nouns(language).kinds and lower not in words(language).things
