"""Captions are known by how they are worded, and news is not taken for them."""

from __future__ import annotations

import pytest

from leadup.lang import table
from leadup.reading.captions import in_galleries, is_caption

_DATA = table("captions")


@pytest.mark.parametrize("line", _DATA["examples"])
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize("line", _DATA["not"])
def test_news(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("captions", "counted"),
    [
        ("c.c.c.c..x", "ccccccc..x"),
        ("c..cc...c", "cccccc...c"[:5] + "...c"),
        ("c.c.c", "c.c.c"),
        ("", ""),
    ],
)
def test_what_stands_among_captions_is_one(captions: str, counted: str) -> None:
    found = in_galleries([c == "c" for c in captions])
    assert found == [c == "c" for c in counted]
