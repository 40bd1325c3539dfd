"""Wire credits, datelines and bylines."""

from __future__ import annotations

import pytest

from leadup.intake.credits import byline_of, dateline_agency, is_credit, people, signed_by, wire_of
from leadup.lang.news_sources import agencies


@pytest.mark.parametrize(
    ("first", "credits", "byline", "agency"),
    [
        ("WASHINGTON (Reuters) - Two men", (), (), "Reuters"),
        ("BEIRUT, March 7 (AP) — Two men", (), (), "Associated Press"),
        ("PARIS -LRB- AFP -RRB- -- Two men", (), (), "Agence France-Presse"),
        ("Two men", ("— With files from the Associated Press",), (), "Associated Press"),
        ("Two men", ("With reporting by Reuters",), (), "Reuters"),
        ("Two men", (), ("The Canadian Press",), "Canadian Press"),
        ("Two men", (), ("AFP",), "Agence France-Presse"),
        ("Two men (pictured) left", (), ("Ada Brandt",), None),
        ("Two men", ("— With files from the Coastal Press Agency",), (), "Coastal Press Agency"),
        ("PORT (Coastal News Service) - Two men", (), (), "Coastal News Service"),
        ("Two men", ("With files from Ada Brandt",), (), None),
        ("Two men", (), ("Coastal Free Press",), None),
        ("He works at the AP desk (in Rome) now", (), (), None),
    ],
)
def test_wire(first: str, credits: tuple[str, ...], byline: tuple[str, ...], agency: str | None) -> None:
    assert wire_of(first, credits, byline) == agency


def test_a_dateline_is_looked_for_at_the_head_only() -> None:
    assert dateline_agency("x" * 400 + " (Reuters) - late") is None


@pytest.mark.parametrize(
    "line",
    [
        "— With files from the Associated Press",
        "Additional reporting by Ada Brandt and Li Wei; Editing by Jan Novak",
        "By Ada Brandt",
        "By Ada Brandt and Li Wei, Example News",
        "Source: Reuters",
        "The Associated Press contributed to this report.",
        "© 2021 The Example",
    ],
)
def test_credit_lines(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Written by a man who had never been to sea, the book was praised.",
        "By noon the quay was closed.",
        "By Monday, everyone had left.",
        "With reports of new fire coming in, the quay was closed again.",
        "Sources close to the minister said he would resign.",
    ],
)
def test_no_credit_lines(line: str) -> None:
    assert not is_credit(line)


def test_signatures() -> None:
    assert signed_by("(Reuters)") == "Reuters"
    assert signed_by("AP/dpa") == "Associated Press"
    assert signed_by("Reuters reported on Monday that the quay was closed") is None


def test_people() -> None:
    assert people("Ada Brandt, Li Wei and Jan Novak") == ("Ada Brandt", "Li Wei", "Jan Novak")
    assert byline_of("BY ADA BRANDT") == ("ADA BRANDT",)
    assert byline_of("By 3 p.m. it was over") == ()


def test_the_agencies_are_told_apart() -> None:
    assert agencies().named("The Australian Associated Press") == "Australian Associated Press"
    assert agencies().named("nap time") is None
