"""Countries by their ISO 3166 codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from leadup.output.language import TOLD_IN
from leadup.reading.names.countries import country


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its short English name and its codes of two and three letters."""

    name: str
    alpha_2: str
    alpha_3: str


def country_of(code: str | None) -> Country | None:
    """The country with this code of two or three letters, in either case; None where there is none.

    Its name is the one that news use ("Russia"), else that of Unicode's tables.
    """
    if not code or len(code) not in (2, 3):
        return None
    key = code.upper()
    two = key if len(key) == 2 else _twos().get(key)
    three = None if two is None else alpha_3_of(two)
    if two is None or three is None:
        return None
    known = country(two, TOLD_IN)
    return Country(known.name if known else _plain_name(two), two, three)


def alpha_3_of(alpha_2: str) -> str | None:
    """The code of three letters for one of two; None where the standard has none (Kosovo, "XK")."""
    return _threes().get(alpha_2)


def _plain_name(alpha_2: str) -> str:
    from babel import Locale

    return str(Locale(TOLD_IN).territories.get(alpha_2, alpha_2))


@cache
def _threes() -> dict[str, str]:
    text = resources.files("leadup.output").joinpath("country_codes.tsv").read_text("utf-8")
    return {line[:2]: line[3:] for line in text.splitlines() if not line.startswith("#")}


@cache
def _twos() -> dict[str, str]:
    return {three: two for two, three in _threes().items()}
