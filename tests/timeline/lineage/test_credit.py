"""Datelines, wire credits and quotations of other outlets."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.timeline.lineage import credits

CASES = [
    ("TRIPOLI (Reuters) - Rebels fell back.", [("dateline", "Reuters")]),
    ("TRIPOLI -LRB- Reuters -RRB- - Rebels fell back .", [("dateline", "Reuters")]),
    ("GENEVA (AP) — Talks went on.", [("dateline", "Associated Press")]),
    ("OSLO (Fjord Press Agency) - A ferry sank.", [("dateline", "Fjord Press Agency")]),
    ("It rained.\n— With files from the Associated Press", [("contribution", "Associated Press")]),
    (
        "It rained.\nWith files from Reuters and The Canadian Press",
        [("contribution", "Reuters"), ("contribution", "Canadian Press")],
    ),
    ("It rained.\nReuters contributed to this report.", [("contribution", "Reuters")]),
    ("It rained.\nReuters reporter Ann Lee in Hask contributed to this report.", [("credit", "Reuters")]),
    ("It rained.\nReuters reporting by Ann Lee", [("credit", "Reuters")]),
    ("It rained.\n(Reporting by Ann Lee; Editing by Jo Marr)", [("credit", "Reuters")]),
    ("It rained.\n(Additional reporting by Ann Lee; Writing by Bo Hart; Editing by Jo Marr)", [("credit", "Reuters")]),
    ("It rained.\n(Writing by Bo Hart; Editing by Jo Marr)", [("credit", "Reuters")]),
    # so any newsroom signs
    ("It rained.\n(Additional reporting by Ann Lee)", []),
    ("It rained.\n(Additional reporting by the Associated Press)", [("contribution", "Associated Press")]),
    ("It rained.\n(Reporting by Ann Lee, the Associated Press)", []),
    ("The play (Writing by Bo Hart, music by Jo Marr) opened.", []),
    ("It rained.\nCopyright 2015 The Associated Press. All rights reserved.", [("credit", "Associated Press")]),
    ("It rained.\nContributing: Ann Lee in Hask; the Associated Press", [("contribution", "Associated Press")]),
    ("It rained.\nContributing: Ann Lee and Jo Marr", []),
    ("It rained.\nMaterial from the Associated Press was used in this report.", [("contribution", "Associated Press")]),
    (
        "It rained.\nInformation from Reuters and Bloomberg News was used in this story.",
        [("contribution", "Reuters"), ("contribution", "Bloomberg")],
    ),
    ("It rained.\nThis report contains material from Reuters.", [("contribution", "Reuters")]),
    ("He had material from Reuters on his desk.", []),
    ("He quit, the Washington Post reported.", [("quoted", "The Washington Post")]),
    ("He quit, according to the New York Times.", [("quoted", "The New York Times")]),
    ("He quit, a clerk told Reuters.", [("quoted", "Reuters")]),
    ("He told RTL radio that it was over.", [("quoted", "RTL")]),
    ("CNN Turk reported a quake.", [("quoted", "CNN Turk")]),
    ("The Associated Press news agency reported a quake.", [("quoted", "Associated Press")]),
    ("A Reuters photographer was hurt.", []),
    ("He reads the New York Times every day.", []),
    ("The minister (right) - a lawyer - spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_credits_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.source) for c in credits(text, ENGLISH)] == expected


@settings(max_examples=100)
@given(st.text(alphabet="( )-—RPAeutrs.\nTheFiles fromWith", max_size=200))
def test_the_words_stand_where_they_are_said_to(text: str) -> None:
    for credit in credits(text, ENGLISH):
        assert text[credit.start : credit.end] == credit.exact


def test_a_dateline_is_looked_for_at_the_head_alone() -> None:
    assert credits("x" * 700 + " ROME (Reuters) - The end.", ENGLISH) == ()


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "A ",
        "(",
        "Reuters ",
        "told ",
        "With files from the ",
        "\n",
        "Press (AP",
        "the CNN ",
        "Contributing: a, ",
        "(Reporting by A",
    ],
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert_linear(lambda count: partial(credits, unit * count, ENGLISH), 2_000)
