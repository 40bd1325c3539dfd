"""Countries by their ISO 3166 codes."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.reading.names.countries import country


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its short English name and its codes of two and three letters."""

    name: str
    alpha_2: str
    alpha_3: str


def country_of(code: str | None) -> Country | None:
    """The country with this code of two or three letters, in either case; None where there is none.

    Its name is the one that news use ("Russia"), else that of ISO 3166.
    """
    if not code or len(code) not in (2, 3):
        return None
    import pycountry

    key = code.upper()
    found = pycountry.countries.get(alpha_2=key) if len(key) == 2 else pycountry.countries.get(alpha_3=key)
    if found is None:
        return None
    known = country(str(found.alpha_2))
    name = known.name if known else str(getattr(found, "common_name", found.name))
    return Country(name, str(found.alpha_2), str(found.alpha_3))
