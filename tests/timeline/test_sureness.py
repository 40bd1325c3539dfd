"""How likely a day that was worked out is right, by what is known of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.pool import Pool
from leadup.timeline.target import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.sureness import DayEvidence, is_sure, likelihood, sureness_weights
from leadup.timeline.target.verdict import judge
from leadup.timeline.target.votes import Day

ASKED = read_question("Lund quits Orsk harbour board", ENGLISH)
EVERY = frozenset(range(len(ASKED.slots)))
TOLD = "Anna Lund quit the harbour board of Orsk on May 10. It had rained."
POOL = pool((("2021-05-11", "Orsk Daily", TOLD), ("2021-06-20", "Lom Post", "Anna Lund will quit on June 30.")))
RAIN = [("2021-04-01", f"Outlet {n}", f"It rained on hill {n}.") for n in range(98)]
MANY = pool((("2021-05-11", "Orsk Daily", TOLD), ("2021-06-20", "Lom Post", "Anna Lund will quit on June 30."), *RAIN))
MAY_10, JUNE_30 = dt.date(2021, 5, 10).toordinal(), dt.date(2021, 6, 30).toordinal()
SURE = DayEvidence(elsewhere=0.0, unsaid_things=0.0, things=2.0, ahead=0.0, votes=1.0, apart=2.5, deeds=1.0)


def _match(article: int = 0, held: frozenset[int] = EVERY, *, ahead: bool = False) -> Match:
    return Match(article, 0, 1.0, held, held, True, 1.0, at=10, actors=(5, 30), head=held, ahead=ahead)


def _day(votes: float, *naming: int) -> Day:
    return Day(votes=votes, told=votes, naming=set(naming), whole=1.0)


def test_what_is_known_of_a_day() -> None:
    days = {MAY_10: _day(1.0, 0), MAY_10 + 1: _day(0.9), JUNE_30: _day(0.25, 1)}
    known = DayEvidence.of(ASKED, [_match(), _match(1, ahead=True)], MAY_10, days, POOL)
    things = sum(slot.kind == "thing" for slot in ASKED.slots)
    assert known == DayEvidence(
        elsewhere=0.25, unsaid_things=0.0, things=float(things), ahead=0.0, votes=pytest.approx(0.693, abs=0.001),
        apart=pytest.approx(1.792, abs=0.001), deeds=1.0,
    )  # fmt: skip
    assert DayEvidence.of(ASKED, [_match(1, ahead=True)], JUNE_30, days, POOL).ahead == 1.0


def test_what_no_place_of_the_day_says_is_unsaid() -> None:
    thing = next(i for i, slot in enumerate(ASKED.slots) if slot.kind == "thing")
    known = DayEvidence.of(ASKED, [_match(held=EVERY - {thing})], MAY_10, {MAY_10: _day(1.0, 0)}, POOL)
    assert known.unsaid_things == pytest.approx(ASKED.slots[thing].weight / ASKED.whole)


def test_another_day_counts_to_a_limit_and_a_day_without_places_is_told_apart() -> None:
    days = {MAY_10: _day(0.1, 0), JUNE_30: _day(9.0, 1)}
    known = DayEvidence.of(ASKED, [], MAY_10, days, POOL)
    assert (known.elsewhere, known.apart, known.ahead) == (2.0, 5.0, 0.0)


@pytest.mark.parametrize(
    ("name", "by"), [("elsewhere", 0.5), ("unsaid_things", 0.1), ("votes", -0.5), ("apart", 2.0), ("deeds", 1.0)]
)
def test_what_makes_a_day_less_sure(name: str, by: float) -> None:
    assert likelihood(replace(SURE, **{name: getattr(SURE, name) + by})) < likelihood(SURE)


def test_every_value_has_a_weight() -> None:
    weights = sureness_weights()
    assert all(getattr(weights.evidence, field.name) for field in fields(DayEvidence))
    assert 0.9 <= weights.stated < 1.0


@pytest.mark.parametrize(
    ("votes", "elsewhere", "stated"),
    [(1.3, 0.0, True), (1.3, 0.7, False), (0.8, 0.3, False)],
)
def test_a_day_that_one_article_names_is_stated_where_it_is_sure(votes: float, elsewhere: float, stated: bool) -> None:
    days = {MAY_10: _day(votes, 0)} | ({JUNE_30: _day(elsewhere, 1)} if elsewhere else {})
    asked = read_question("Lund quits Orsk", ENGLISH)
    tells = _match(held=frozenset(range(len(asked.slots))))
    told = next(n for n, article in enumerate(MANY.articles) if article.text == TOLD)
    tells = replace(tells, article=told)
    days = {day: replace(held, naming={told} if day == MAY_10 else set()) for day, held in days.items()}
    found = judge(asked, (tells,), days, MANY)
    assert found is not None
    assert (found.day, found.rule, found.stated) == (MAY_10, "named by few", stated)
    assert is_sure(asked, (tells,), MAY_10, days, MANY) is stated


def test_what_longer_times_contradict_or_few_articles_tell_is_not_sure() -> None:
    asked = read_question("Lund quits Orsk", ENGLISH)
    told = next(n for n, article in enumerate(MANY.articles) if article.text == TOLD)
    tells = _match(article=told, held=frozenset(range(len(asked.slots))))
    day = _day(1.3, told)

    def is_stated(day: Day, among: Pool) -> bool:
        found = judge(asked, (tells,), {MAY_10: day}, among)
        return found is not None and found.stated

    assert is_stated(day, MANY)
    assert not is_stated(replace(day, against=2.0), MANY)
    assert not is_stated(replace(day, whole=0.8), MANY)
    assert not is_stated(day, Pool(MANY.articles[-99:], language=ENGLISH))


def test_a_day_that_headlines_alone_tell_is_a_guess() -> None:
    day = Day(votes=2.0, told=2.0, reporting={0}, whole=1.0)
    found = judge(ASKED, (_match(),), {MAY_10: day}, POOL)
    assert found is not None
    assert (found.rule, found.stated) == ("told by headlines alone", False)
