"""Every rule of the grammar and every name has an example, and does what its example says."""

from __future__ import annotations

import pytest

from leadup.lang import rows
from leadup.times import tag
from leadup.times.grammar import WRITTEN_ON, Example, examples, written


def test_every_rule_has_an_example() -> None:
    assert {name for name, _ in written()[1]} - {example.rule for example in examples()} == set()


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule}: {e.text[:40]}")
def test_the_examples_of_the_grammar(example: Example) -> None:
    found = [(t.exact, t.value, t.rule) for t in tag(example.text, example.day)]
    assert (example.exact, example.value, example.rule.replace("_", " ")) in found


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
