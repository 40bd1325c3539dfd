"""A citation against an article: is it one, and do its words stand there?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.making import article

from leadup.errors import BadQuestion
from leadup.timeline.citation import Citation


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3f2a90c1d2e4b5a6:120-188", ("3f2a90c1d2e4b5a6", 120, 188)),
        ("[3F2A:1-2]", ("3f2a", 1, 2)),
        (" 3f2a#5–9 ", ("3f2a", 5, 9)),
    ],
)
def test_forms_of_a_citation(written: str, read: tuple[str, int, int]) -> None:
    found = Citation.parse(written, "the dam")
    assert (found.article, found.start, found.end) == read
    assert found.exact == "the dam"


@pytest.mark.parametrize("written", ["", "3f2a", "3f2:1-2", "zzzz:1-2", "3f2a:2-2", "3f2a:9-2", "3f2a:1-2 and more"])
def test_what_is_no_citation(written: str) -> None:
    with pytest.raises(BadQuestion, match="no citation"):
        Citation.parse(written)


def test_the_words_stand_there_letter_by_letter() -> None:
    of = article("The dam burst.")
    cited = Citation(of.id, 4, 14, "dam burst.")
    span = cited.span_in(of)
    assert span is not None and span.exact == "dam burst."
    assert cited.holds_in(of)
    assert replace(cited, exact=None).holds_in(of)
    assert not replace(cited, exact="Dam burst.").holds_in(of)
    assert not replace(cited, start=3).holds_in(of)
    assert not replace(cited, end=15).holds_in(of)
    assert replace(cited, end=15).span_in(of) is None
    within = Citation(of.id, 4, 7, "dam")
    assert within.span_in(of) is not None and within.holds_in(of)
    assert not replace(within, end=8).holds_in(of)


TEXT = "The dam burst.\nTolk called it “a crime” and left the valley."


@pytest.mark.parametrize(
    ("quoted", "start", "end", "holds"),
    [
        ("The dam burst.", 0, 14, True),
        ("Tolk called it “a crime” and left the valley.", 15, len(TEXT), True),
        # As it is shown: on one line, and cut where it is long.
        ("The dam burst. Tolk called it “a crime” and left the valley.", 0, len(TEXT), True),
        ("The dam burst. Tolk called it …", 0, len(TEXT), True),
        ("The dam held.", 0, 14, False),
        ("The dam …", 15, len(TEXT), False),
        ("The dam burst", 0, 14, False),
    ],
)
def test_a_whole_citation_is_held_against_the_words_it_quotes(quoted: str, start: int, end: int, holds: bool) -> None:
    of = article(TEXT)
    written = (
        f"“{quoted}” — The Post, “Dam “bursts” — again [live]”, 2031-05-02, https://a.example/x [{of.id}:{start}-{end}]"
    )
    cited = Citation.parse(written)
    assert (cited.article, cited.start, cited.end) == (of.id, start, end)
    assert cited.holds_in(of) == holds


def test_numbers_without_end_are_no_place() -> None:
    with pytest.raises(BadQuestion, match="no citation"):
        Citation.parse("3f2a90c1d2e4b5a6:1-" + "9" * 5000)
