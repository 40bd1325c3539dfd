"""Words that end in a full stop and end no sentence: one table, asked by each who cuts text."""

import re

import pytest

from leadup.lang.abbreviations import abbreviations, before_names, closing_nothing, endings, in_names, kept_stops

SENTENCE = {"never", "maybe", "maybe_capitalised", "before_number"}
AS_WORD = {"-", "always", "within", "any_case"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_say_only_what_is_known(language: str) -> None:
    rows = abbreviations(language)
    assert rows
    assert len({row.form for row in rows}) == len(rows)
    for row in rows:
        assert row.form == row.form.lower().removesuffix(".")
        assert row.sentence in SENTENCE
        assert row.in_name in ("yes", "-")
        assert row.as_word in AS_WORD


@pytest.mark.parametrize(
    ("form", "how"),
    [("sgt", "never"), ("inc", "maybe"), ("wash", "maybe_capitalised"), ("no", "before_number")],
)
def test_how_a_sentence_may_end_with_one(form: str, how: str) -> None:
    assert [each for each in SENTENCE if form in getattr(endings(), each)] == [how]


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (in_names(), ["Sgt", "Inc", "Calif", "Jr"], ["No", "sgt", "Vol", "etc"]),
        (before_names(), ["Sgt", "St", "Dr"], ["Inc", "Jr", "Calif", "No"]),
        (closing_nothing(), ["Sgt", "Inc", "No", "Vol", "vs"], ["no", "said", "etc", "Ave"]),
    ],
)
def test_patterns_match_whole_forms(pattern: str, yes: list[str], no: list[str]) -> None:
    asked = [*yes, *no]
    assert [each for each in asked if re.fullmatch(pattern, each)] == yes


def test_what_keeps_its_stop_as_a_word() -> None:
    assert {"mr", "oct"} <= kept_stops().always
    assert {"no", "mass"} <= kept_stops().within
    assert kept_stops().any_case == {"vs", "etc"}
