"""Captions are known by how they are worded, and news is not taken for them."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH, table
from leadup.reading.captions import in_galleries, is_caption, may_be_caption

_DATA = table("captions")


@pytest.mark.parametrize("line", _DATA["examples"])
def test_captions(line: str) -> None:
    assert is_caption(line, ENGLISH)


@pytest.mark.parametrize("line", _DATA["not"])
def test_news(line: str) -> None:
    assert not is_caption(line, ENGLISH)


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
    found = in_galleries([c == "c" for c in captions], [False] * len(captions))
    assert found == [c == "c" for c in counted]


@pytest.mark.parametrize("line", _DATA["among_others"])
def test_captions_among_others(line: str) -> None:
    assert may_be_caption(line, ENGLISH)
    assert in_galleries([False, False, True, False], [True, True, False, False]) == [True, True, True, False]
    assert in_galleries([False, True, False], [True, False, False]) == [False, True, False]


@pytest.mark.parametrize("line", _DATA["never_among_others"])
def test_news_that_is_no_caption_among_others(line: str) -> None:
    assert not may_be_caption(line, ENGLISH)
