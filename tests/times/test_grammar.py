"""Every rule of the grammar and every name has an example, and does what its example says."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from leadup.lang import rows
from leadup.times import tag
from leadup.times.grammar import WRITTEN_ON, Example, examples, written
from tests.times.test_tagger import CASES, WEDNESDAY
from tests.times.test_written import CASES as FORMS


def test_every_rule_has_an_example() -> None:
    assert {name for name, _ in written()[1]} - {example.rule for example in examples()} == set()


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule}: {e.text[:40]}")
def test_the_examples_of_the_grammar(example: Example) -> None:
    found = [(t.exact, t.value, t.rule) for t in tag(example.text, example.day)]
    assert (example.exact, example.value, example.rule.replace("_", " ")) in found


_FIRSTS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NARROWED = frozenset(("edge of", "unit rel", "part of month"))
"""Rules whose span may be less than the period that the value names ("later this year")."""


def _first_of(value: str) -> dt.date | None:
    """The first day of the year, decade, month, quarter, half or season that a TIMEX3 value names, else None."""
    m = re.fullmatch(r"(\d{3}|\d{4})(?:-(\d\d|[QH]\d|SP|SU|FA|WI))?", value)
    if m is None:
        return None
    month = 1 if m[2] is None else _FIRSTS.get(m[2]) or int(m[2])
    return dt.date(int(m[1]) if len(m[1]) == 4 else int(m[1]) * 10, month, 1)


def test_spans_begin_where_values_say() -> None:
    texts = [(e.text, e.day) for e in examples()]
    texts += [(text, dt.date.fromisoformat(day)) for day, text, _ in FORMS] + [(text, WEDNESDAY) for text, _ in CASES]
    for text, day in texts:
        for t in tag(text, day):
            first = _first_of(t.value)
            if first is not None and t.span is not None and t.span.first is not None and t.rule not in _NARROWED:
                assert t.span.first == first, t


@pytest.mark.parametrize(("name", "text"), rows("dates_names"))
def test_names_are_no_times(name: str, text: str) -> None:
    assert name in text
    assert tag(text, WRITTEN_ON) == ()


@pytest.mark.parametrize(("day", "words", "year"), rows("dates_named_days"))
def test_named_days_carry_their_year(day: str, words: str, year: str) -> None:
    month = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
    name = f"{month[int(day[:2]) - 1]} {int(day[3:])}"
    for word in words.split():
        (found,) = tag(f"He wrote of the {name} {word}.", WRITTEN_ON)
        assert found.value == f"{year}-{day}"
