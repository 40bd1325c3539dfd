"""One table of deeds, read in two ways: what is asked for, and what kind of deed a sentence tells of."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import deed_rows, event_types_of, referred_to
from leadup.timeline.target.words import deeds, deeds_of


def test_the_table_is_well_formed() -> None:
    rows = deed_rows(ENGLISH)
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        assert row.asked or (row.kind and row.back), row.name
        assert bool(row.kind) == bool(row.back), row.name
        assert bool(row.asked) == bool(row.how) == bool(row.noun), row.name
        assert row.how in ("sudden", "set", "long", "thing", "")
        for words in (row.asked, row.kind, row.back):
            assert len(set(words)) == len(words), (row.name, [w for w in words if words.count(w) > 1])


@pytest.mark.parametrize(
    ("word", "asked", "kind"),
    [
        ("kill", True, True),
        ("lose_life", True, False),
        ("martyr", False, True),
        ("lynch", True, False),
        ("term", False, True),
    ],
)
def test_a_word_counts_for_what_its_mark_says(word: str, asked: bool, kind: bool) -> None:
    assert (tuple(base_form(part, ENGLISH) for part in word.split("_")) in deeds_of(ENGLISH)) == asked
    assert (word in event_types_of(ENGLISH)) == kind


def test_a_word_of_a_question_alone_is_no_news() -> None:
    resigned = next(d for d in deeds(ENGLISH) if d.name == "resign")
    assert ("out",) in resigned.asked
    assert ("out",) not in resigned.told


def test_what_refers_back_may_mean_several_kinds() -> None:
    assert {"attack", "kill", "embassy"} <= referred_to(ENGLISH)["attack"]
    assert referred_to(ENGLISH)["verdict"] >= {"convict", "acquit"}


def test_an_accusation_and_a_charge_are_of_one_kind_but_a_question_keeps_them_apart() -> None:
    assert all(
        "charge" in event_types_of(ENGLISH)[base_form(w, ENGLISH)] for w in ("accuse", "accusation", "charge", "indict")
    )
    charged = next(d for d in deeds(ENGLISH) if d.name == "charge")
    assert not {(base_form(w, ENGLISH),) for w in ("accuse", "accusation")} & {*charged.asked, *charged.told}
