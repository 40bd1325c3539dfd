"""The date taggers of plug-ins: their expressions beside leadup's own, checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from leadup.errors import BrokenPlugin
from leadup.model import Timex
from leadup.plugins import DateTagger
from leadup.times import others, tag

DAY = dt.date(2021, 3, 4)
TEXT = "The lamps burned on Monday, at lampfall and at cockcrow, 3 May 2020."
#       0123456789012345678901234567890123456789012345678901234567890123456789


def at(words: str, *, moved: int = 0) -> Timex:
    """An expression that stands where the words do in the text, or so many code points from there."""
    start = TEXT.index(words) + moved
    return replace(tag("on 1 May 2020", DAY)[0], start=start, end=start + len(words), exact=words)


def given(monkeypatch: pytest.MonkeyPatch, *taggers: Sequence[Timex] | Exception) -> list[str]:
    """The words that are dated in the text where these taggers stand beside leadup's own."""

    def made(n: int, found: Sequence[Timex] | Exception) -> DateTagger:
        def give(text: str, day: dt.date | None) -> Sequence[Timex]:
            assert (text, day) == (TEXT, DAY)
            if isinstance(found, Exception):
                raise found
            return found

        return DateTagger(f"lamps-{n}", "1", "en", give)

    made_of = tuple(made(n, found) for n, found in enumerate(taggers))
    monkeypatch.setattr(others, "date_taggers", lambda language: made_of if language == "en" else ())
    own = (at("on Monday"), at("3 May 2020"))
    return [t.exact for t in others.with_others(TEXT, DAY, own, "en")]


def test_what_overlaps_nothing_stands_beside_leadups_own_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch) == ["on Monday", "3 May 2020"]
    assert given(monkeypatch, [at("at cockcrow")]) == ["on Monday", "at cockcrow", "3 May 2020"]
    # given in any order, and by several
    later = [at("at cockcrow"), at("at lampfall")]
    assert given(monkeypatch, later) == ["on Monday", "at lampfall", "at cockcrow", "3 May 2020"]
    assert given(monkeypatch, later[:1], later[1:]) == ["on Monday", "at lampfall", "at cockcrow", "3 May 2020"]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("Monday", False),
        ("burned on", False),
        ("Monday, at", False),
        ("cockcrow, 3", False),
        ("2020.", False),
        ("The lamps burned on Monday, at lampfall", False),
        # right beside is no overlap
        (" at lampfall", True),
        ("burned ", True),
        (", at lampfall", True),
        (".", True),
    ],
)
def test_what_overlaps_one_found_before_is_left_out(words: str, stands: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (words in given(monkeypatch, [at(words)])) is stands


def test_of_two_that_overlap_the_first_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, [at("at lampfall"), at("lampfall and")]) == ["on Monday", "at lampfall", "3 May 2020"]
    assert given(monkeypatch, [at("at lampfall")], [at("lampfall and")]) == ["on Monday", "at lampfall", "3 May 2020"]


@pytest.mark.parametrize(
    "wrong", [at("at lampfall", moved=1), at("The lamps", moved=-1), replace(at("at lampfall"), exact="", end=28)]
)
def test_words_that_do_not_stand_there_are_a_fault_of_the_plug_in(
    wrong: Timex, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BrokenPlugin, match="lamps-0 gives"):
        given(monkeypatch, [wrong])


def test_a_tagger_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BrokenPlugin, match=r"lamps-1 fails \(ValueError: no lamp\)"):
        given(monkeypatch, [], ValueError("no lamp"))


def test_the_mark_names_taggers_and_versions_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    two = (DateTagger("b", "2", "en", lambda *_: ()), DateTagger("a", "1", "en", lambda *_: ()))
    monkeypatch.setattr(others, "date_taggers", lambda _: two)
    assert others.taggers_mark("en") == ", a 1, b 2"
    monkeypatch.setattr(others, "date_taggers", lambda _: ())
    assert others.taggers_mark("en") == ""
