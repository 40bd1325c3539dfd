from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.model import Question
from leadup.timeline.sentence_form import SentenceForm
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 4)


def form_of(text: str) -> SentenceForm:
    question = Question("the port of Lom", date=DAY, first=DAY, last=DAY)
    table = read_table(pool(((DAY.isoformat(), "Orsk Daily", text),)), question, DAY.toordinal(), DAY.toordinal())
    return SentenceForm.of(table, 0)


@pytest.mark.parametrize(
    ("text", "says", "of_name"),
    [
        ("Anna Lund resigned on Tuesday.", False, True),
        ("She resigned on Tuesday.", False, False),
        ("The minister resigned on Tuesday.", False, False),
        ("Anna Lund said on Tuesday that the minister was ill.", True, True),
        ("The minister was arrested on Tuesday.", False, False),
        ("Anna Lund was arrested on Tuesday.", False, True),
    ],
)
def test_what_a_sentence_turns_on_and_of_whom(text: str, says: bool, of_name: bool) -> None:
    form = form_of(text)
    assert (form.says, form.of_name) == (says, of_name)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The harbour is long and its water grey on Tuesday.", 0),
        ("Police arrested Anna Lund on Tuesday.", 1),
        ("Police arrested Anna Lund on Tuesday and the court of Orsk accused her of fraud.", 2),
    ],
)
def test_how_many_deeds_a_sentence_tells(text: str, deeds: int) -> None:
    assert form_of(text).deeds == deeds
