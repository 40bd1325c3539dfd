"""Words that end in a full stop without ending a sentence ("Sgt.", "No. 5"): ``abbreviations.tsv`` of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from leadup.lang import DEFAULT, any_of, kept_rows


class Abbreviation(NamedTuple):
    """An abbreviation in lower case and without its stop; the head of ``abbreviations.tsv`` explains the rest."""

    form: str
    sentence: str
    in_name: str
    as_word: str


@cache
def abbreviations(language: str = DEFAULT) -> tuple[Abbreviation, ...]:
    """All of a language's, in the order of the table; none where a small pack has none."""
    return tuple(Abbreviation(*row) for row in kept_rows("abbreviations", language))


class Endings(NamedTuple):
    """A language's abbreviations by whether a sentence may end with them: values of the table's column "sentence"."""

    never: frozenset[str]
    maybe: frozenset[str]
    maybe_capitalised: frozenset[str]
    before_number: frozenset[str]


class KeptStops(NamedTuple):
    """The abbreviations whose stop belongs to the word as the parser has it: the values of the column "as a word"."""

    always: frozenset[str]
    within: frozenset[str]
    any_case: frozenset[str]


@cache
def endings(language: str = DEFAULT) -> Endings:
    """How a language's sentences may end with its abbreviations."""
    held = abbreviations(language)
    return Endings(*(frozenset(each.form for each in held if each.sentence == how) for how in Endings._fields))


@cache
def kept_stops(language: str = DEFAULT) -> KeptStops:
    """Which of a language's abbreviations keep their stop as words."""
    held = abbreviations(language)
    return KeptStops(*(frozenset(each.form for each in held if each.as_word == how) for how in KeptStops._fields))


@cache
def in_names(language: str = DEFAULT) -> str:
    """A regular expression for those that may be words of a name, with their capital and without their stop."""
    return _any_of(each.form.capitalize() for each in abbreviations(language) if each.in_name == "yes")


@cache
def before_names(language: str = DEFAULT) -> str:
    """A regular expression for those of :func:`in_names` that only stand before the rest of a name ("Sgt")."""
    titles = (each for each in abbreviations(language) if each.in_name == "yes" and each.sentence == "never")
    return _any_of(each.form.capitalize() for each in titles)


@cache
def closing_nothing(language: str = DEFAULT) -> str:
    """A regular expression for those that may be words of a name, and those behind which something always follows."""
    more = [each for each in abbreviations(language) if each.sentence in ("never", "before_number")]
    small = (each.form for each in more if each.as_word == "any_case")
    return "|".join((in_names(language), _any_of(each.form.capitalize() for each in more), _any_of(small)))


def _any_of(forms: Iterable[str]) -> str:
    return any_of(map(re.escape, forms))
