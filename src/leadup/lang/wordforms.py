"""Forms of words: a word without the ending that its number, tense or person gives it (``endings.tsv``), a name without
its article, and the endings alone, for who asks what a word looks like without looking it up (``wordforms.toml``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from leadup.lang import DEFAULT, NOTHING, any_of, kept_rows, kept_table


class WordEndings(NamedTuple):
    """The endings of a language's words; what its pack lacks is :data:`leadup.lang.NOTHING`, which ends no word."""

    past: tuple[str, ...]
    """Of the regular past and its participle."""
    gerund: tuple[str, ...]
    """Of what is going on, and of the noun for a deed."""
    gerunds: tuple[str, ...]
    """The same in the plural."""
    no_ending: tuple[str, ...]
    """Of words that end as a plural or a third person does and are none."""
    plural: tuple[str, ...]
    """Of the plural of a noun, and of the third person of a verb of the present."""
    of_people: tuple[str, ...]
    """Of whoever is of a place ("Bavarian")."""
    unindexed: tuple[str, ...]
    """What the stems of an index may lack of their words."""
    silent: str
    """What a word may end in and its stem does without."""
    possessive: tuple[str, ...]
    """Of whom something is ("Tolm's")."""
    plural_possessive: tuple[str, ...]
    """Of several whose something is ("the miners'")."""
    owner: str
    """Those of one, as a pattern."""
    maybe_plural: str
    """The end of a noun that may be of the plural, as a pattern."""
    articles: tuple[str, ...]
    """What may stand before a name, with its space."""


@cache
def word_endings(language: str) -> WordEndings:
    """Those of a language."""
    kept = kept_table("wordforms", language)
    forms = {name: tuple(kept[name]) for name in WordEndings._fields if name not in ("silent", "owner", "maybe_plural")}
    owner = f"(?:{any_of(map(_as_pattern, forms['possessive']))})"
    plural = f"(?:{any_of(map(_as_pattern, forms['plural']))})?"
    return WordEndings(silent=str(kept["silent"]), owner=owner, maybe_plural=plural, **forms)


def _as_pattern(ending: str) -> str:
    return ending if ending == NOTHING else re.escape(ending)


class _Row(NamedTuple):
    ending: str
    instead: tuple[str, ...]
    least: int
    never: tuple[str, ...]


@cache
def _rows(language: str) -> dict[str, tuple[_Row, ...]]:
    by_use: dict[str, list[_Row]] = {}
    for use, ending, instead, least, never, _ in kept_rows("endings", language):
        results = tuple("" if each == "-" else each for each in instead.split())
        by_use.setdefault(use, []).append(_Row(ending, results, int(least), tuple(never.split())))
    return {use: tuple(held) for use, held in by_use.items()}


@lru_cache(maxsize=1 << 16)
def cut(use: str, word: str, language: str = DEFAULT) -> tuple[str, ...]:
    """What a word in small letters may be without its ending, by the first row of this use that fits; () where none
    does.

    Raises KeyError for a use that the table of the whole pack does not have.
    """
    for row in _rows(language).get(use) or _rows(DEFAULT)[use][:0]:
        if word.endswith(row.ending) and len(word) >= row.least and not word.endswith(row.never):
            stem = word[: len(word) - len(row.ending)]
            return tuple(stem + each for each in row.instead)
    return ()


def verbs_of_past(word: str, language: str = DEFAULT) -> tuple[str, ...]:
    """The verbs that a past form in small letters may be of which the search's light stem parts from them."""
    return cut("told", word, language)


def pasts_of(verb: str, language: str = DEFAULT) -> list[str]:
    """What the past forms and gerunds of a verb may be that the search's light stem parts from it."""
    return [
        verb.removesuffix(each) + row.ending
        for row in _rows(language).get("told", ())
        for each in row.instead
        if verb.endswith(each)
    ]


def without_possessive(word: str, language: str = DEFAULT) -> str:
    """A word without the ending that makes it a possessor ("Tolm's" is "Tolm")."""
    for ending in word_endings(language).possessive:
        word = word.removesuffix(ending)
    return word


def without_plural(word: str, language: str = DEFAULT) -> str:
    """A word without the letter of the plural or the third person, whatever word it is ("attacks" is "attack")."""
    for ending in word_endings(language).plural:
        word = word.removesuffix(ending)
    return word


def is_third_person(word: str, verb: str, language: str = DEFAULT) -> bool:
    """Is a word in small letters that form of a verb, given by its plain form ("quits", "reaches", "denies")?"""
    endings = word_endings(language)
    with_ending = {verb + vowel + ending for ending in endings.plural for vowel in ("", endings.silent)}
    return word in with_ending or (word.endswith(endings.plural) and verb in cut("verb", word, language))


def without_article(name: str, language: str = DEFAULT) -> str:
    """A name without the article that may stand before it ("the UK" is "UK")."""
    for article in word_endings(language).articles:
        name = name.removeprefix(article)
    return name
