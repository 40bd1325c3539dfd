"""What is said of how an event's day was worked out, and what of the articles says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target import finding
from leadup.timeline.target.match import Match
from leadup.timeline.target.verdict import Verdict
from leadup.timeline.target.votes import Day

DAY = dt.date(2021, 5, 3)
AT = DAY.toordinal()


def verdict(**given: Any) -> Verdict:
    return Verdict(**{"day": AT, "stated": True, "rule": "named by several", "other": None, "lacking": (), **given})


@pytest.mark.parametrize(
    ("given", "placed", "how"),
    [
        # a day beside it is a rival where sources have it there, else the next likeliest of a guess
        ({"other": AT + 1}, False, "on this day"),
        ({"other": AT + 1}, True, "on this day (some have it on 2021-05-04)"),
        ({"other": AT + 1, "stated": False}, False, "(next likeliest is 2021-05-04); give it"),
        ({"other": AT + 1, "stated": False}, True, "(some have it on 2021-05-04); give it"),
    ],
)
def test_what_is_said_of_a_day_beside_it(given: dict[str, Any], placed: bool, how: str) -> None:
    sought: Any = SimpleNamespace(spelling={"Lund": ()})
    said = finding._how(verdict(**given), 2, 0, sought, placed)
    assert how in said and ("2021-05-04" in said) is ("2021-05-04" in how)


@pytest.mark.parametrize(
    ("naming", "whole", "placed"), [({1, 2}, 0.9, True), ({1}, 0.9, False), ({1, 2}, 0.8, False), (set(), 1.0, False)]
)
def test_a_day_on_which_sources_have_it(naming: set[int], whole: float, placed: bool) -> None:
    assert finding.is_placed_on(Day(naming=naming, whole=whole)) is placed
    assert not finding.is_placed_on(None)


@pytest.mark.parametrize(
    ("given", "naming", "headlines", "how"),
    [
        ({}, 1, 0, "worked out: 1 article that tells of it places it on this day"),
        ({}, 2, 0, "worked out: 2 articles that tell of it place it on this day"),
        ({"stated": False}, 1, 0, "a guess: 1 article that tells of it places it on this day; give it"),
        ({"stated": False}, 3, 0, "a guess: 3 articles that tell of it place it on this day; give it"),
        ({"stated": False}, 0, 1, "a guess: headlines of this day tell of it; give it"),
        ({"stated": False}, 0, 0, "a guess, since nothing that speaks of it names its day; give it"),
        ({"other": AT + 1}, 2, 0, "on this day (some have it on 2021-05-04)"),
        ({"other": AT - 1}, 2, 0, "on this day (some have it on 2021-05-02)"),
        ({"other": AT + 2}, 2, 0, "on this day (next likeliest is 2021-05-05)"),
        ({"other": AT - 2}, 2, 0, "on this day (next likeliest is 2021-05-01)"),
        ({"other": AT + 1, "rule": "local time"}, 2, 0, "elsewhere it was still, or already, 2021-05-04)"),
    ],
)
def test_how_a_day_was_worked_out(given: dict[str, Any], naming: int, headlines: int, how: str) -> None:
    sought: Any = SimpleNamespace(spelling={"Lund": ()})
    assert how in finding._how(verdict(**given), naming, headlines, sought, placed=True)


def test_another_spelling_is_said() -> None:
    sought: Any = SimpleNamespace(spelling={"Lund": ("Lunde", "Lundt"), "Orsk": ()})
    assert finding._how(verdict(), 2, 0, sought, placed=False).endswith("; the archive spells Lund as Lunde or Lundt")


TITLED = (
    ("2021-05-02", "Lund to resign"),
    ("2021-05-03", "Lund resigns"),
    ("2021-05-04", "Mayor Lund has resigned"),
    ("2021-05-05", "After Lund resigned"),
    ("2021-05-04", "Lund gone"),
    ("2021-05-03", "Orsk without Lund"),
)


def titled() -> Pool:
    made = []
    for at, (day, title) in enumerate(TITLED):
        told = article(f"It rained. Lund resigned on May 3. {at} fled.", f"Outlet {at}", dt.date.fromisoformat(day))
        told = replace(told, title=title)
        made.append(PooledArticle.of(told, read_light(told)))
    return Pool.of(made, ENGLISH)


def match(at: int, sentence: int, share: float, *, real: bool = True) -> Match:
    return Match(at, sentence, share, frozenset(), frozenset(), real, 1.0)


def test_the_headlines_of_the_day_and_the_next_that_tell_most() -> None:
    of = titled()
    shares = {"Lund to resign": 1.0, "Lund resigns": 0.8, "Mayor Lund has resigned": 0.8, "After Lund resigned": 1.0}
    shares |= {"Lund gone": 0.9, "Orsk without Lund": 0.5}
    matches = [match(at, -1, shares[a.title or ""]) for at, a in enumerate(of.articles)]
    found = finding._headlines(matches, AT, of)
    assert [h.exact for h in found] == ["Lund gone", "Lund resigns", "Mayor Lund has resigned"]
    assert finding._headlines([match(at, 1, 1.0) for at in range(6)], AT, of) == ()


def test_the_sentences_that_say_so() -> None:
    of = titled()
    matches = [match(0, 1, 0.8), match(1, 1, 0.9, real=False), match(2, 1, 0.9), match(3, -1, 1.0), match(0, 0, 1.0)]
    found = finding._evidence(matches, AT, of)
    # As done before as feared, the most of the event first; no titles, and nothing of another day.
    assert [m.outlet for m in found] == [of.articles[k].outlet for k in (2, 0, 1)]
    assert {m.span.exact for m in found} == {"Lund resigned on May 3."}
    many = [match(at, 1, 1.0) for at in range(6)]
    assert len(finding._evidence(many, AT, of)) == finding.EVIDENCE
    # What names no day counts, at its article's head, for the day it was printed, or the day before that it names.
    printed = {a.outlet for a in of.articles if a.published and 0 <= (a.published - DAY).days <= 1}
    undated = [match(at, 0, 1.0) for at in range(6)]
    assert {m.outlet for m in finding._evidence(undated, AT, of)} == printed
    assert finding._evidence([replace(m, sentence=m.sentence) for m in undated], AT + 9, of) == ()
