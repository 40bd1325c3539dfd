"""The codes of countries, held against babel's (CLDR)."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from leadup.output.country import _threes, alpha_3_of, country_of


def test_codes_of_two_and_three_letters_are_the_standard_s() -> None:
    codes = _threes()
    assert len(codes) == 249 == len(set(codes.values()))
    assert {three: [two] for two, three in codes.items()}.items() <= get_global("territory_aliases").items()
    assert codes.keys() <= Locale("en").territories.keys()


def test_a_country_is_found_by_either_code() -> None:
    for two, three in _threes().items():
        found = country_of(three.lower())
        assert found is not None and (found.alpha_2, found.alpha_3) == (two, three) and found.name
        assert country_of(two) == found
    assert alpha_3_of("XK") is None and country_of("XK") is None and country_of("BUR") is None
