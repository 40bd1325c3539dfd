"""Countries by their ISO 3166 codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its short English name and its codes of two and three letters."""

    name: str
    alpha_2: str
    alpha_3: str


def country_of(code: str | None) -> Country | None:
    """The country with this code of two or three letters, in either case; None where there is none."""
    if not code or len(code) not in (2, 3):
        return None
    import pycountry

    key = code.upper()
    found = pycountry.countries.get(alpha_2=key) if len(key) == 2 else pycountry.countries.get(alpha_3=key)
    if found is None:
        return None
    return Country(str(getattr(found, "common_name", found.name)), str(found.alpha_2), str(found.alpha_3))
