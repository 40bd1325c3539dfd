"""The place that an article is written from, and which places in its lead are others."""

from __future__ import annotations

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.target.dateline import dateline_of, names_another


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LONDON - The mayor resigned on Monday.", "LONDON"),
        ("LONDON (Wire) - The mayor resigned on Monday.", "LONDON"),
        ("ORSK, Norway - The mayor resigned on Monday.", "ORSK, Norway"),
        ("ORSK, Quell - The mayor resigned on Monday.", "ORSK"),
        ("ORSK, Va. - The mayor resigned on Monday.", "ORSK, Va."),
        ("The mayor resigned on Monday.", ""),
        ("Rain fell.\\nLONDON - The mayor resigned on Monday.", ""),
        ("By Anna Lund - The mayor resigned on Monday.", ""),
        ("ANNA LUND - The mayor resigned on Monday.", ""),
        ("ANNA - The mayor resigned on Monday.", "ANNA"),
        ("Quell Harbour - The mayor resigned on Monday.", ""),
    ],
)
def test_the_dateline_of_an_article(text: str, dateline: str) -> None:
    article = pool((("2021-05-04", "A", text.replace("\\n", "\n")),)).articles[0]
    assert dateline_of(article, ENGLISH) == dateline


@pytest.mark.parametrize(
    ("lead", "dateline", "another"),
    [
        ("The mayor of Paris resigned.", "LONDON", True),
        ("The mayor of London resigned.", "LONDON", False),
        ("The mayor of Zorvan resigned.", "LONDON", True),
        ("The mayor resigned.", "LONDON", False),
        ("Paris mayor resigned.", "LONDON", True),
        ("The New York mayor resigned.", "LONDON", True),
        ("The New York mayor resigned.", "New York", False),
        ("The Papua New Guinea mayor resigned.", "LONDON", True),
        # a time, a person, and what opens a sentence as others do
        ("The mayor resigned in October and left.", "LONDON", False),
        ("The mayor resigned in October.", "LONDON", False),
        ("The mayor resigned in Oct. and left.", "LONDON", False),
        ("The mayor resigned from Monday.", "LONDON", False),
        ("The mayor resigned in Zorvan.", "LONDON", True),
        ("The mayor resigned in London.", "LONDON", False),
        ("The mayor resigned at Anna Lund.", "LONDON", False),
        ("Mayor Paris resigned.", "LONDON", False),
        ("The aide Anna Paris resigned.", "LONDON", False),
        ("The mayor of London's wife resigned.", "LONDON", False),
    ],
)
def test_a_lead_that_names_another_place(lead: str, dateline: str, another: bool) -> None:
    assert names_another(lead, dateline, language=ENGLISH) is another


def test_whom_a_question_names_is_no_other_place() -> None:
    assert names_another("The mayor of Zorvan resigned.", "LONDON", ["orsk"], language=ENGLISH)
    assert not names_another("The mayor of Zorvan resigned.", "LONDON", ["zorvan"], language=ENGLISH)
