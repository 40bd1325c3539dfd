"""Countries by name, demonym and capital."""

from __future__ import annotations

import pytest
from babel import Locale

from leadup.lang import ENGLISH
from leadup.reading.names import countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Britain", "GB"),
        ("U.K.", "GB"),
        ("the UK", "GB"),
        ("US", "US"),
        ("U.S.", "US"),
        ("The United States", "US"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Burma", "MM"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
    ],
)
def test_names(name: str, code: str) -> None:
    assert countries.country_of_name(name, ENGLISH) == code


@pytest.mark.parametrize("word", ["us", "turkey", "chad", "Paris", "Iraqi", ""])
def test_what_is_no_country(word: str) -> None:
    assert countries.country_of_name(word, ENGLISH) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iraqi", "IQ"),
        ("South Korean", "KR"),
        ("North Koreans", "KP"),
        ("Danes", "DK"),
        ("Dutch", "NL"),
        ("Burkinabé", "BF"),
    ],
)
def test_demonyms(word: str, code: str) -> None:
    assert countries.country_of_demonym(word, ENGLISH) == code


@pytest.mark.parametrize(
    ("city", "code"), [("Tehran", "IR"), ("The Hague", "NL"), ("Washington", "US"), ("Kiev", "UA"), ("Sana’a", "YE")]
)
def test_capitals(city: str, code: str) -> None:
    assert countries.country_of_capital(city, ENGLISH) == code


def test_every_territory_of_cldr_has_its_name_in_the_table() -> None:
    territories = Locale("en").territories
    held = {land.code for land in countries.countries(ENGLISH)}
    wrong = {
        code: name
        for code, name in territories.items()
        if code in held
        and countries.country_of_name(name.replace(" SAR China", "").split(" (")[0], ENGLISH) not in (code, None)
    }
    assert wrong == {}
    missing = [code for code in ("US", "GB", "IQ", "IR", "CD", "CI", "MM", "TR", "KR") if code not in held]
    assert missing == []


def test_codes_are_those_of_cldr() -> None:
    territories = Locale("en").territories
    assert [land.code for land in countries.countries(ENGLISH) if land.code not in territories] == []


def test_a_country_by_its_code() -> None:
    land = countries.country("IQ", ENGLISH)
    assert land is not None
    assert (land.name, land.capitals) == ("Iraq", ("Baghdad",))
    assert countries.country("ZZ", ENGLISH) is None
