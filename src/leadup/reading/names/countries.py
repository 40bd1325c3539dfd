"""Countries by their names, demonyms and capitals (ISO 3166-1 alpha-2), as news writes them.

The table is ``countries.tsv`` of the language's pack. Case counts: "US" is a country and "us" is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from leadup.lang import kept_rows
from leadup.lang.wordforms import without_article


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: its code, names (the usual one first), demonyms and capitals."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def name(self) -> str:
        """The usual name."""
        return self.names[0]


def country_of_name(name: str, language: str) -> str | None:
    """The code of a country by a name of it ("Britain", "the UK", "U.S."), or None."""
    bare = name.replace("’", "'")
    return _tables(language)[0].get(bare) or _tables(language)[0].get(without_article(bare, language))


def country_of_demonym(word: str, language: str) -> str | None:
    """The code of a country by an adjective or noun for its people ("Iraqi", "South Korean", "Danes"), or None."""
    return _tables(language)[1].get(word.replace("’", "'"))


def country_of_capital(city: str, language: str) -> str | None:
    """The code of a country by its capital or seat of government ("Tehran", "The Hague"), or None."""
    return _tables(language)[2].get(city.replace("’", "'"))


def country(code: str, language: str) -> Country | None:
    """The country with this code, or None."""
    return _tables(language)[3].get(code)


def countries(language: str) -> tuple[Country, ...]:
    """All countries and territories of the table, in its order."""
    return tuple(_tables(language)[3].values())


@cache
def _tables(language: str) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, Country]]:
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    by_code: dict[str, Country] = {}
    for code, *columns in kept_rows("countries", language):
        variants, people, seats = (
            tuple(word.replace("’", "'") for word in column.split("|") if word) for column in [*columns, "", "", ""][:3]
        )
        by_code[code] = Country(code, variants, people, seats)
        for into, words in ((names, variants), (demonyms, people), (capitals, seats)):
            for word in words:
                into.setdefault(word, code)
    return names, demonyms, capitals, by_code
