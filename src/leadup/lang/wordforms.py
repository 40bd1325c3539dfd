"""Forms of words: a word without the ending that its number, tense or person gives it (``endings.tsv``), a name without
its article, and the endings alone, for who asks what a word looks like without looking it up (``wordforms.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from leadup.lang import rows, table

_ENDINGS: Final[Mapping[str, Any]] = table("wordforms")
PAST: Final = tuple(_ENDINGS["past"])
"""Of the regular past and its participle."""
GERUND: Final = tuple(_ENDINGS["gerund"])
"""Of what is going on, and of the noun for a deed."""
GERUNDS: Final = tuple(_ENDINGS["gerunds"])
"""The same in the plural."""
NO_ENDING: Final = tuple(_ENDINGS["no_ending"])
"""Of words that end as a plural or a third person does and are none."""


PLURAL: Final = tuple(_ENDINGS["plural"])
"""Of the plural of a noun, and of the third person of a verb of the present."""
OF_PEOPLE: Final = tuple(_ENDINGS["of_people"])
"""Of whoever is of a place ("Bavarian")."""
UNINDEXED: Final = tuple(_ENDINGS["unindexed"])
"""What the stems of an index may lack of their words."""
SILENT: Final = str(_ENDINGS["silent"])
"""What a word may end in and its stem does without."""
POSSESSIVE: Final = tuple(_ENDINGS["possessive"])
"""Of whom something is ("Tolm's")."""
PLURAL_POSSESSIVE: Final = tuple(_ENDINGS["plural_possessive"])
"""Of several whose something is ("the miners'")."""
OWNER: Final = f"(?:{'|'.join(map(re.escape, POSSESSIVE))})"
"""Those of one, as a pattern."""
MAYBE_PLURAL: Final = f"(?:{'|'.join(map(re.escape, PLURAL))})?"
"""The end of a noun that may be of the plural, as a pattern."""

_ARTICLES: Final = tuple(_ENDINGS["articles"])


class _Row(NamedTuple):
    ending: str
    instead: tuple[str, ...]
    least: int
    never: tuple[str, ...]


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    by_use: dict[str, list[_Row]] = {}
    for use, ending, instead, least, never, _ in rows("endings"):
        results = tuple("" if each == "-" else each for each in instead.split())
        by_use.setdefault(use, []).append(_Row(ending, results, int(least), tuple(never.split())))
    return {use: tuple(held) for use, held in by_use.items()}


@lru_cache(maxsize=1 << 16)
def cut(use: str, word: str) -> tuple[str, ...]:
    """What a word in small letters may be without its ending, by the first row of this use that fits; () where none
    does.

    Raises KeyError for a use that the table does not have.
    """
    for row in _rows()[use]:
        if word.endswith(row.ending) and len(word) >= row.least and not word.endswith(row.never):
            stem = word[: len(word) - len(row.ending)]
            return tuple(stem + each for each in row.instead)
    return ()


def verbs_of_past(word: str) -> tuple[str, ...]:
    """The verbs that a past form in small letters may be of which the search's light stem parts from them."""
    return cut("told", word)


def pasts_of(verb: str) -> list[str]:
    """What the past forms and gerunds of a verb may be that the search's light stem parts from it."""
    return [
        verb.removesuffix(each) + row.ending for row in _rows()["told"] for each in row.instead if verb.endswith(each)
    ]


def without_possessive(word: str) -> str:
    """A word without the ending that makes it a possessor ("Tolm's" is "Tolm")."""
    for ending in POSSESSIVE:
        word = word.removesuffix(ending)
    return word


def without_plural(word: str) -> str:
    """A word without the letter of the plural or the third person, whatever word it is ("attacks" is "attack")."""
    for ending in PLURAL:
        word = word.removesuffix(ending)
    return word


def without_article(name: str) -> str:
    """A name without the article that may stand before it ("the UK" is "UK")."""
    for article in _ARTICLES:
        name = name.removeprefix(article)
    return name
