"""What is said of how an event's day was worked out, and what of the articles says so."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import article

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.reading.light import read_light
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target import finding
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.parts import DeedMatch
from leadup.timeline.target.verdict import DayVerdict
from leadup.timeline.target.votes import Day

DAY = dt.date(2021, 5, 3)
AT = DAY.toordinal()


def verdict(**given: Any) -> DayVerdict:
    return DayVerdict(**{"day": AT, "stated": True, "rule": "named by several", "other": None, "lacking": (), **given})


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
        ({"other": AT + 2}, 2, 0, "on this day (some have it on 2021-05-05)"),
        ({"other": AT - 2}, 2, 0, "on this day (some have it on 2021-05-01)"),
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


def named(*days: tuple[int, float, int]) -> dict[int, Day]:
    """Days, each so many after the event's, with its votes and how many articles name it."""
    return {AT + after: Day(votes=votes, naming=set(range(naming))) for after, votes, naming in days}


@pytest.mark.parametrize(
    ("given", "days", "one"),
    [
        ({}, [(0, 2.0, 3)], True),
        ({"rule": "named by few"}, [(0, 2.0, 3)], False),
        # of another day less may be told, however many articles name it
        ({}, [(0, 2.0, 3), (5, 0.6, 9)], True),
        ({}, [(0, 2.0, 3), (5, 0.7, 1)], False),
        ({}, [(0, 2.0, 3), (-5, 0.7, 1)], False),
        # what none names is another day's, but beside it is what was printed without one
        ({}, [(0, 2.0, 3), (5, 0.7, 0)], False),
        ({}, [(0, 2.0, 3), (1, 1.9, 0)], True),
        ({}, [(0, 2.0, 3), (-1, 1.9, 0)], True),
        ({}, [(0, 2.0, 3), (2, 1.9, 0)], False),
        # the next day, but not the one before, may have more, where fewer name it
        ({}, [(0, 2.0, 3), (1, 0.9, 2)], True),
        ({}, [(0, 2.0, 3), (1, 0.9, 3)], False),
        ({}, [(0, 2.0, 3), (1, 1.0, 2)], False),
        ({}, [(0, 2.0, 3), (-1, 0.9, 2)], False),
        # by another place's clock the other day is the same
        ({"rule": "local time", "other": AT + 1}, [(0, 2.0, 3), (1, 1.9, 3)], True),
        ({"rule": "local time", "other": AT - 1}, [(0, 2.0, 3), (5, 1.9, 3)], False),
    ],
)
def test_what_lasts_for_days_has_one_where_far_more_is_told_of_it(
    given: dict[str, Any], days: list[tuple[int, float, int]], one: bool
) -> None:
    assert finding.is_one_day(verdict(**given), named(*days)) is one


@pytest.mark.parametrize(
    ("stated", "naming", "of", "stands"),
    [
        (True, 1, 9, True),
        (False, 1, 1, False),
        (False, 2, 4, True),
        (False, 2, 5, False),
        (False, 4, 8, True),
        (False, 4, 9, False),
        (False, 5, 20, True),
        (False, 5, 21, False),
        (False, 0, 0, False),
    ],
)
def test_a_name_stands_for_what_happened_on_the_day_that_enough_articles_name(
    stated: bool, naming: int, of: int, stands: bool
) -> None:
    days = {AT: Day(naming=set(range(naming))), AT + 9: Day(naming=set(range(naming, of)))}
    assert finding.stands_for_event(verdict(stated=stated), days) is stands


@pytest.mark.parametrize(
    ("articles", "whole", "may"), [(99, 0.0, True), (100, 0.0, False), (100, 0.9, True), (101, 0.0, False)]
)
def test_days_are_offered_of_few_articles_or_where_several_have_it_there(
    articles: int, whole: float, may: bool
) -> None:
    of: Any = SimpleNamespace(articles=[None] * articles)
    days = {AT: Day(), AT + 1: Day(naming={1, 2}, whole=whole)}
    assert finding._may_offer((AT, AT + 1, AT + 2), days, of) is may
    assert finding._may_offer((AT, AT + 2), days, of) is (articles < 100)


@pytest.mark.parametrize(
    ("days", "beside"),
    [
        ([(0, 2.0, 3), (1, 2.0, 2), (-1, 2.0, 2)], [-1, 1]),
        ([(0, 2.0, 3), (1, 2.0, 1), (-1, 9.0, 0)], []),
        ([(0, 2.0, 3), (2, 2.0, 3), (-2, 2.0, 3)], []),
        ([(0, 2.0, 3), (1, 2.0 * finding.EARLIER, 2)], [1]),
        ([(0, 2.0, 3), (1, 1.9 * finding.EARLIER, 2)], []),
    ],
)
def test_the_days_beside_one_that_have_about_as_much(days: list[tuple[int, float, int]], beside: list[int]) -> None:
    assert finding._beside(AT, named(*days)) == [AT + after for after in beside]


SO, OTHERS, OPEN, CONTRARY = DeedMatch.AS_ASKED, DeedMatch.ANOTHERS, DeedMatch.OPEN, DeedMatch.CONTRARY
SOUGHT: Any = SimpleNamespace(asked=read_question("Lund resigns", ENGLISH), matches=(), pool=None)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[int, list[DeedMatch]]:
    """What the places of each day tell, counted from the event's: to be filled by a test."""
    of: dict[int, list[DeedMatch]] = {}

    def places(_asked: Any, _matches: Any, day: int, *_: Any) -> list[tuple[DeedMatch, Match]]:
        every = frozenset(range(len(SOUGHT.asked.slots)))
        return [(what, replace(match(0, 0, 1.0), held=every)) for what in of.get(day - AT, [])]

    monkeypatch.setattr(finding, "places_of_day", places)
    return of


@pytest.mark.parametrize(
    ("given", "plain", "places", "better"),
    [
        ({}, (0, 1), {0: [OPEN], 5: [SO]}, 5),
        ({}, (0, 1), {0: [OPEN], 5: [OPEN]}, 5),
        ({}, (0, 1), {0: [OPEN]}, 5),
        # one that is not in doubt, has no other, or one of which nothing speaks
        ({"rule": "torn"}, (0, 1), {0: [OPEN], 5: [SO]}, None),
        ({"other": None}, (0, 1), {0: [OPEN], 5: [SO]}, None),
        ({"other": AT + 6}, (0, 1), {0: [OPEN], 5: [SO]}, None),
        # told plainly of neither, or of both
        ({}, (0, 0), {0: [OPEN], 5: [SO]}, None),
        ({}, (1, 1), {0: [OPEN], 5: [SO]}, None),
        # the likeliest tells the deed itself, or nothing at all; the other tells of another's
        ({}, (0, 1), {0: [SO], 5: [SO]}, None),
        ({}, (0, 1), {5: [SO]}, None),
        ({}, (0, 1), {0: [OPEN], 5: [OTHERS]}, None),
    ],
)
def test_a_day_in_doubt_gives_way_to_one_of_which_it_is_told_plainly(
    told: dict[int, list[DeedMatch]],
    given: dict[str, Any],
    plain: tuple[int, int],
    places: dict[int, list[DeedMatch]],
    better: int | None,
) -> None:
    told.update(places)
    days = {AT: Day(plain=set(range(plain[0]))), AT + 5: Day(plain=set(range(plain[1])))}
    found = finding._better_told(SOUGHT, verdict(**{"rule": "disputed", "other": AT + 5, **given}), days)
    assert found == (None if better is None else AT + better)


REFUSED = UnknownTarget("another's", "give it")


@pytest.mark.parametrize(
    ("beside", "places", "day"),
    [
        # a day beside it that tells the deed itself, the likelier first
        ([-1, 1], {-1: [SO], 1: [SO]}, 1),
        ([-1, 1], {-1: [SO], 1: [OPEN]}, -1),
        ([-1, 1], {-1: [SO], 1: [SO, CONTRARY, CONTRARY], 9: [SO]}, -1),
        # else the likeliest far enough from it, as a guess
        ([], {9: [SO]}, 9),
        ([1], {1: [OTHERS], 9: [SO]}, 9),
        ([], {9: [OPEN]}, None),
        ([], {9: [SO, *[OTHERS] * 30]}, None),
    ],
)
def test_where_another_did_it_that_day_the_next_that_tells_the_deed_is_a_guess(
    told: dict[int, list[DeedMatch]],
    monkeypatch: pytest.MonkeyPatch,
    beside: list[int],
    places: dict[int, list[DeedMatch]],
    day: int | None,
) -> None:
    told.update(places)
    days = named((0, 2.0, 3), (-1, 1.0, 2), (1, 1.5, 2), (3, 1.0, 1), (-3, 1.0, 1), (9, 1.0, 1), (-4, 1.0, 1))
    judged: list[set[int]] = []

    def judge(_asked: Any, _matches: Any, of: Any, *_: Any) -> DayVerdict:
        judged.append({d - AT for d in of})
        return verdict(day=AT + 9)

    monkeypatch.setattr(finding, "judge", judge)
    at = [AT + d for d in beside]
    if day is None:
        with pytest.raises(UnknownTarget, match="another's"):
            finding._next_day(SOUGHT, verdict(), days, at, REFUSED)
    else:
        found, left, spoken = finding._next_day(SOUGHT, verdict(), days, at, REFUSED)
        assert (found.day - AT, found.stated, found.other) == (day, False, None)
        assert [what for what, _ in spoken] == places[day]
        assert set(left) == (set(days) if day in beside else {AT + 9, AT - 4})
    assert judged == ([] if day in beside else [{9, -4}])


@pytest.mark.parametrize("found", [None, verdict(day=AT + 9, stated=False)])
def test_where_no_other_day_would_be_stated_it_is_refused(
    told: dict[int, list[DeedMatch]], monkeypatch: pytest.MonkeyPatch, found: DayVerdict | None
) -> None:
    told[9] = [SO]
    monkeypatch.setattr(finding, "judge", lambda *_: found)
    with pytest.raises(UnknownTarget, match="another's"):
        finding._next_day(SOUGHT, verdict(), named((0, 2.0, 3), (9, 1.0, 1)), [], REFUSED)


@pytest.mark.parametrize(
    ("other", "places", "refused"),
    [
        (5, {0: [OTHERS], 5: [OTHERS]}, True),
        (5, {0: [OTHERS]}, True),
        (5, {5: [OTHERS]}, True),
        (5, {}, False),
        (5, {0: [OTHERS], 5: [SO]}, False),
        (5, {0: [OPEN], 5: [OTHERS]}, False),
        (None, {0: [OTHERS], 5: [SO]}, True),
        (6, {0: [OTHERS], 6: [SO]}, True),
    ],
)
def test_of_two_days_of_what_others_did_neither_is_offered(
    told: dict[int, list[DeedMatch]],
    monkeypatch: pytest.MonkeyPatch,
    other: int | None,
    places: dict[int, list[DeedMatch]],
    refused: bool,
) -> None:
    told.update(places)
    monkeypatch.setattr(finding, "told_of_another", lambda *_: REFUSED)
    torn = verdict(rule="torn", other=None if other is None else AT + other)
    with pytest.raises(UnknownTarget) if refused else nullcontext():
        finding._refuse_if_of_others(Question("Lund resigns"), SOUGHT, torn, named((0, 2.0, 1), (5, 2.0, 1)))
