"""What a pattern can start with."""

from __future__ import annotations

import re

import pytest

from leadup.times.grammar import grammar, written
from leadup.times.starts import starts_of
from leadup.times.tokens import Tokens


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("(?:a|b)c", "abc"[:2]),
        ("(?P<x>a)?(?:b?c)", "abc"),
        ("(?=z)a", "a"),
        ("(?<=z)[ab]c", "ab"),
        ("(?:a){0,3}b", "ab"),
        (r"\-a", "-"),
    ],
)
def test_starts(pattern: str, starts: str) -> None:
    assert starts_of(pattern) == frozenset(starts)


def test_every_macro_is_used_and_every_rule_has_a_name_of_its_own() -> None:
    macros, rules = written()
    names = [name for name, _ in rules]
    assert len(names) == len(set(names))
    text = " ".join([pattern for _, pattern in rules] + list(macros.values()))
    assert {m for m in macros if not re.search(rf"\b{m}\b", text)} == {"LISTED"}  # read by `leadup.times.ranges`


def test_rules_are_tried_in_order() -> None:
    (found,) = grammar().scan(Tokens("the third quarter of 1998"))
    assert found.rule == "quarter"
