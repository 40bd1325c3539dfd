"""How far, how many and how much: numbers of the timeline's modules, each at its limit."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.test_repetition import two

from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.timeline import corroboration, own_day
from leadup.timeline.accounts.basis import _counts, same_event
from leadup.timeline.following import _behind
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.in_passing import titled
from leadup.timeline.lineage import credits
from leadup.timeline.target.tokens import follows
from leadup.timeline.target.whole_names import _inflected


def test_five_words_behind_after_are_looked_at() -> None:
    ((_, near),) = _behind("Men wept after one two three four five six seven.", ENGLISH)
    assert [word[0] for word in near] == "one two three four five".split()


@pytest.mark.parametrize(("before", "answers"), [(3, True), (4, True), (5, False)])
def test_of_five_words_one_may_be_the_deed_that_is_answered(
    monkeypatch: pytest.MonkeyPatch, before: int, answers: bool
) -> None:
    monkeypatch.setattr(own_day, "match_of", lambda *_: None)
    monkeypatch.setattr(own_day, "deeds_asked", lambda *_: frozenset({base_form("massacre", ENGLISH)}))
    text = f"Crowds marched in response to {'old ' * before}massacres in Orsk."
    table: Any = SimpleNamespace(language=ENGLISH, text=lambda _row: text)
    assert own_day._comes_after(table, Target("the massacre", dt.date(2021, 5, 7), "given"), 0) is answers


@pytest.mark.parametrize(("rows", "compared"), [(59, 59), (60, 60), (61, 60)])
def test_sixty_sentences_of_a_day_are_compared(rows: int, compared: int) -> None:
    table: Any = SimpleNamespace(of_day={5: np.arange(rows)}, date_weight=np.ones(rows), explicit=np.ones(rows))
    assert len(corroboration._weighty(table, 5)) == compared


def test_so_much_of_an_article_says_what_it_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corroboration, "Collection", lambda texts, _language: texts)
    article = SimpleNamespace(id="a", text="x" * 9_000)
    table: Any = SimpleNamespace(
        language=ENGLISH, of_day={5: np.arange(0)}, rows=[SimpleNamespace(article=0)],
        pool=SimpleNamespace(articles=[article]),
    )  # fmt: skip
    picked: Any = [SimpleNamespace(day=5, row=0)]
    assert corroboration.articles_of_days(table, picked) == {"a": "x" * 6_000}


def test_the_lowest_counts_stand_in_any_two_sentences() -> None:
    assert _counts("It hit 5 men, 6 women and 7 dogs.", ENGLISH) == {6.0, 7.0}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        # two names in both, one and no deed, or one with a kind of deed and four words
        ("Orsk saw Lund weep.", True),
        ("Hask saw Lund weep.", False),
    ],
)
def test_two_names_make_two_sentences_tell_of_one(other: str, same: bool) -> None:
    assert same_event("Lund met men in Orsk.", other, ENGLISH) is same


@pytest.mark.parametrize(
    ("asked", "title", "tells"),
    [
        ("ferry sinks storm pier bakers", "Ferry sinks in storm", True),
        ("ferry sinks storm pier", "Ferry sinks in rain", False),
    ],
)
def test_a_headline_holds_three_in_five_of_what_is_asked(asked: str, title: str, tells: bool) -> None:
    assert titled(title, asked, ENGLISH) is tells


DATELINE = "\nHASK, May 3 (Reuters) - It rained."


@pytest.mark.parametrize(("before", "found"), [(0, True), (576, True), (577, False)])
def test_a_dateline_ends_within_the_head_of_a_text(before: int, found: bool) -> None:
    held = credits("x" * before + DATELINE, ENGLISH)
    assert [credit.kind for credit in held if credit.kind == "dateline"] == ["dateline"] * found


@pytest.mark.parametrize(("base", "pattern"), [("uni", "uni"), ("unit", r"unit\w{0,3}"), ("united", r"united\w{0,3}")])
def test_from_four_letters_on_a_word_has_endings(base: str, pattern: str) -> None:
    assert _inflected(base) == pattern


@pytest.mark.parametrize(("shared", "same"), [(0.05, True), (0.049, False)])
def test_so_much_is_shared_with_the_events_own_entry(shared: float, same: bool) -> None:
    assert two(shared=shared, stated=0, kinds=("k", "k"), names=("n", "n")).same(0, 1) is same


@pytest.mark.parametrize(("between", "one"), [(0, True), (3, True), (4, False)])
def test_three_words_may_stand_between_those_of_a_phrase(between: int, one: bool) -> None:
    assert follows(["shot", *["then"] * between, "dead"], 0, ("shot", "dead")) is one
