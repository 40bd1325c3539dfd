"""What an article owes an agency, and which articles so have one source."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.timeline.lineage.credit import credits
from leadup.timeline.lineage.owed import Owed, of_one_agency, owed

DAY = dt.date(2021, 5, 4)
TEXT = "The bridge at Lom fell into the river."


@pytest.mark.parametrize(
    ("text", "wire", "byline", "agency", "partly", "words"),
    [
        (TEXT, None, (), None, False, ""),
        (f"LOM (AP) - {TEXT}", None, (), "Associated Press", False, "(AP)"),
        (
            f"{TEXT}\nThe Associated Press contributed to this report.",
            None,
            (),
            "Associated Press",
            True,
            "contribution",
        ),
        # The record says it, and no more than it; or more, where another agency or who signs is named.
        (TEXT, "Associated Press", (), "Associated Press", False, "Associated Press"),
        (TEXT, "Lom News Service", (), "Lom News Service", False, "Lom News Service"),
        (
            f"{TEXT}\nThe Associated Press contributed to this report.",
            "Associated Press",
            (),
            "Associated Press",
            True,
            "contribution",
        ),
        (f"{TEXT}\nThe Associated Press contributed to this report.", "Reuters", (), "Reuters", False, "Reuters"),
        (
            f"{TEXT}\nThe Associated Press contributed to this report.",
            "Associated Press",
            ("Ann Lee", "Associated Press"),
            "Associated Press",
            False,
            "Associated Press",
        ),
        (
            f"{TEXT}\nThe Associated Press contributed to this report.",
            "Associated Press",
            ("Ann Lee",),
            "Associated Press",
            True,
            "contribution",
        ),
        (
            f"LOM (AP) - {TEXT}\nThe Associated Press contributed to this report.",
            "Associated Press",
            (),
            "Associated Press",
            False,
            "Associated Press",
        ),
        # An outlet that is quoted is owed nothing here, an agency neither.
        ("The bridge fell, Reuters reported.", None, (), None, False, ""),
    ],
)
def test_what_an_article_owes(
    text: str, wire: str | None, byline: tuple[str, ...], agency: str | None, partly: bool, words: str
) -> None:
    made = replace(article(text, "North Post", DAY, wire=wire), byline=byline)
    found = owed(made, credits(text, ENGLISH))
    assert (found and (found.agency, found.partly)) == (agency and (agency, partly))
    assert found is None or words.strip("()") in found.words


def one(partly: bool = False, agency: str = "Reuters") -> Owed:
    return Owed(agency, "", partly)


@pytest.mark.parametrize(
    ("a", "b", "said_a", "said_b", "one_source"),
    [
        (one(), one(), "The bridge fell down today.", "A crossing is gone.", True),
        (one(), one(agency="AP"), "The bridge fell down today.", "The bridge fell down today.", False),
        (one(True), one(), "The bridge fell down today.", "A crossing is gone.", False),
        (one(), one(True), "The bridge fell down today.", "A crossing is gone.", False),
        (one(True), one(True), "The bridge fell down today.", "A crossing is gone.", False),
        (one(True), one(True), "", "A crossing is gone.", True),
        (one(True), one(True), "A crossing is gone.", "", True),
        # A quarter of the shorter one's runs of three words is enough, less is not.
        (one(True), one(), "the bridge fell x y z", "the Bridge fell u v w s t", True),
        (one(True), one(), "the bridge fell x y z q", "the bridge fell u v w s t", False),
        (one(True), one(), "the bridge u", "the bridge v", False),
        (one(True), one(), "the bridge", "the bridge", False),
    ],
)
def test_who_has_one_agencys_report(a: Owed, b: Owed, said_a: str, said_b: str, one_source: bool) -> None:
    told = {"a": [said_a] if said_a else [], "b": [said_b, "Rain fell on all of the town."] if said_b else []}
    assert list(of_one_agency({"a": a, "b": b}, told)) == ([("a", "b")] if one_source else [])


def test_of_three_each_two_are_compared() -> None:
    owing = {"a": one(), "b": one(True), "c": one()}
    told = {"a": ["The bridge fell down."], "b": ["A crossing is gone."], "c": ["It was raining all day."]}
    assert list(of_one_agency(owing, told)) == [("a", "c")]
    assert list(of_one_agency(owing, {})) == [("a", "b"), ("a", "c"), ("b", "c")]
