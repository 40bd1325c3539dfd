"""The nouns hold to their own invariants, and say so at once when they do not."""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leadup.model as model
from leadup.errors import SpanMismatch
from leadup.model import Actor, DateSpan, Published, Question, Span, Timeline, article_id


@given(st.text(min_size=1), st.data())
def test_a_span_holds_the_words_that_stand_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of("a", text, start, end)
    assert span.exact == text[start:end]
    span.check(text)
    with pytest.raises(SpanMismatch):
        span.check(text[:start] + ("b" if text[start] == "a" else "a") + text[start + 1 :])


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (2, 1), (0, 4), (3, 9)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanMismatch):
        Span.of("a", "abc", start, end)


def test_a_date_span_is_closed_and_has_an_end() -> None:
    with pytest.raises(ValueError):
        DateSpan(None, None)
    with pytest.raises(ValueError):
        DateSpan(dt.date(2020, 1, 3), dt.date(2020, 1, 2))
    since = DateSpan(dt.date(2020, 1, 3), None)
    assert dt.date(2030, 1, 1) in since
    assert dt.date(2020, 1, 2) not in since
    assert since.single is None
    assert DateSpan.day(dt.date(2020, 1, 3)).single == dt.date(2020, 1, 3)


def test_a_publication_time_has_a_zone_and_keeps_its_own_day() -> None:
    with pytest.raises(ValueError):
        Published(dt.datetime(2020, 1, 3), "day", "sure", "x")
    evening = dt.datetime(2020, 1, 2, 21, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert Published(evening, "minute", "sure", "x").day == dt.date(2020, 1, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("The  same words.", "Gazette"), ("the same WORDS.", "gazette"), True),
        (("The same words.", "Gazette"), ("The same words.", "Courier"), False),
        (("The same words.", None), ("The same words!", None), False),
        (("ﬁre", None), ("fire", None), True),
    ],
)
def test_what_makes_an_article_the_same(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert (article_id(*one) == article_id(*other)) is same


@pytest.mark.parametrize(
    "asked",
    [
        {"target": " "},
        {"target": "x", "days": -1},
        {"target": "x", "after": -1},
        {"target": "x", "first": dt.date(2020, 1, 3), "last": dt.date(2020, 1, 2)},
    ],
)
def test_a_question_must_hold_together(asked: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Question(**asked)  # type: ignore[arg-type]


def test_every_noun_is_frozen_and_documented() -> None:
    nouns = [n for n in vars(model).values() if inspect.isclass(n) and dataclasses.is_dataclass(n)]
    assert Timeline in nouns
    for noun in nouns:
        assert noun.__doc__, noun
        assert noun.__dataclass_params__.frozen, noun  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "told"),
    [("Mara Tolk", True), ("Aug. 20", False), ("Monday", False), ("June 3", False), ("June Tolk", True),
     ("something", False), ("she", False), ("Sept. 25 movement", True), ("30 others", True), ("12 passengers", True),
     ("Sen.", False), ("Gov", False), ("Sen. Tolk", True), ("president", True), ("governor", True),
     ("Chairman Committee", False), ("Secretary Tolk", True), ("Harbour Committee", True), ("Committee", True)],
)  # fmt: skip
def test_a_day_and_a_pronoun_tell_nobody(name: str, told: bool) -> None:
    assert Actor(name, name.casefold()).is_told is told
