"""What a pattern can start with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.times.grammar import grammar, written
from leadup.times.starts import starts_of
from leadup.times.tokens import OTHER, Tokens


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("abc", "ab"),
        ("a?b", "ab b"),
        ("a|bc", "a bc"),
        ("(?:a|b)c", "ac bc"),
        ("(?P<x>a)?(?:b?c)", "ab ac bc c"),
        ("(?=z)a", "a"),
        ("(?<=z)[ab]c", "ac bc"),
        ("(?:a){0,3}b", "aa ab b"),
        ("a{2}b", "aa ab"),
        (r"\-a", "-a"),
    ],
)
def test_starts(pattern: str, starts: str) -> None:
    assert starts_of(pattern) == frozenset(starts.split())


@settings(max_examples=100)
@given(st.lists(st.sampled_from(sorted({c for pair in grammar()._starting for c in pair} | {OTHER})), max_size=16))
def test_no_place_is_passed_over_where_a_rule_fits(codes: list[str]) -> None:
    """What is found where two characters decide is what is found where every place is tried."""
    tokens, rules = Tokens(""), grammar()
    tokens.codes = "".join(codes)
    found = list(rules.scan(tokens))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "_start", re.compile(".", re.DOTALL))
        patch.setattr(rules, "_beginning", lambda _pair: tuple(rules._rules))
        assert list(rules.scan(tokens)) == found


def test_every_macro_is_used_and_every_rule_has_a_name_of_its_own() -> None:
    macros, rules = written()
    names = [name for name, _ in rules]
    assert len(names) == len(set(names))
    text = " ".join([pattern for _, pattern in rules] + list(macros.values()))
    assert {m for m in macros if not re.search(rf"\b{m}\b", text)} == {"LISTED"}  # read by `leadup.times.ranges`


def test_rules_are_tried_in_order() -> None:
    (found,) = grammar().scan(Tokens("the third quarter of 1998"))
    assert found.rule == "quarter"


def test_the_parts_of_a_rule_are_those_its_groups_found() -> None:
    """Branches of a rule name a part alike but for underscores; a part that is absent or empty is none."""
    for text in ("the third quarter of 1998", "Jan. 3-5, 2014", "5 May 2014", "early Friday morning", "10 p.m."):
        tokens = Tokens(text)
        for found in grammar().scan(tokens):
            rule = next(r for r in grammar()._rules if r.name == found.rule)
            match = rule.match(tokens.codes, found.i)
            assert match is not None
            named = {k.rstrip("_"): match.span(k) for k, v in match.groupdict().items() if v}
            assert found.parts == named
