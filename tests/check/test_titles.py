"""Titles before names are no names."""

from __future__ import annotations

import pytest

from leadup.check.titles import titles_in
from leadup.lang import ENGLISH


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("Rep. Mara Tolk said so.", {"rep"}),
        ("House Speaker Oren Pask met Senator Tolk.", {"hous", "speaker", "senator"}),
        ("Attorney General Lena Varga told senators.", {"attorney", "general"}),
        ("The singer Prince sang.", set()),
        ("Prince Oster met a singer called Prince.", set()),
        ("General Motors sold cars.", set()),
        ("The Justice Department spoke.", set()),
        ("House Republicans met.", set()),
    ],
)
def test_what_stands_before_a_name_as_a_title(words: str, titles: set[str]) -> None:
    assert titles_in(words, ENGLISH) == titles
