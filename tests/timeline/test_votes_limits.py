"""The vote on an event's day: each limit by itself, on votes written down and on small articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.periods import ToldPeriod
from leadup.timeline.target.votes import (
    Day,
    _Ballot,
    _closeness,
    _without_far_days,
    vote,
)

MAY = dt.date(2021, 4, 30).toordinal()
RAIN = pool((("2021-05-05", "A", "It rained."), ("2021-05-06", "B", "It snowed."), ("2021-05-07", "C", "It blew.")))


def _ballot(question: str = "the killing of Karl Lund") -> _Ballot:
    return _Ballot(read_question(question, ENGLISH), RAIN, (), {})


@pytest.mark.parametrize(("days", "share"), [(44, 1.0), (45, 1.0), (46, 0.25), (90, 0.25), (-3, 1.0)])
def test_a_day_is_told_of_from_afar_from_forty_five_days_on(days: int, share: float) -> None:
    day = MAY + 9
    held = Day(votes=1.0, shifted=0.5, told=0.8)
    found = _without_far_days({day: held}, [None, dt.date.fromordinal(day + days + 9), dt.date.fromordinal(day + days)])
    assert found == {day: Day(votes=share, shifted=0.5 * share, told=0.8 * share)}
    exact = Day(votes=1.0, told=0.8, exact={0})
    assert _without_far_days({day: exact}, [dt.date.fromordinal(day + days)])[day].votes == 1
    assert _without_far_days({day: Day(votes=1.0)}, [None])[day].votes == 1
    assert _without_far_days({day: Day(told=1.0)}, []) == {}


@pytest.mark.parametrize(
    ("held", "settled"),
    [
        (Day(votes=1.0, told=1.0, naming={0, 1}), True),
        (Day(votes=1.0, told=0.99, naming={0, 1}), False),
        (Day(votes=1.0, told=1.0, naming={0}), False),
        (Day(votes=1.0, told=1.0, naming={0, 1}, against=0.65), True),
        (Day(votes=1.0, told=1.0, naming={0, 1}, against=0.66), False),
        (Day(votes=1.0, told=1.0, naming={0, 1}, against=0.66, plain={0}), True),
        (Day(votes=1.0, told=0.5, naming={0, 1}, plain={0}), False),
    ],
)
def test_whether_a_day_is_settled_without_longer_times(held: Day, settled: bool) -> None:
    assert _Ballot._is_settled(held) is settled


@pytest.mark.parametrize(
    ("others", "share"),
    [
        # of four sentences that name it a quarter tells of another's deed; of three nothing is said
        ([True, False, False, False], 0.1),
        ([True, True, True], 1.0),
        ([True, False, False, False, False], 1.0),
        ([True, True, False, False, False, False, False, False], 0.1),
        ([False, False, False, False], 1.0),
    ],
)
def test_a_day_of_anothers_deed(others: list[bool], share: float) -> None:
    ballot = _ballot()
    ballot._count(0, "a", MAY + 5, 0.8, 0.5)
    ballot._others[MAY + 5] = others
    (held,) = ballot.counted().values()
    assert (held.votes, held.told) == (pytest.approx(0.4 * share), pytest.approx(0.8 * share))


def test_one_article_votes_with_its_best_place_and_one_wording_once() -> None:
    ballot = _ballot()
    for article, opening, weight, tie in (
        (0, "a", 0.2, 1.0),
        (0, "a", 0.6, 0.5),
        (1, "a", 0.1, 1.0),
        (1, "b", 0.1, 1.0),
    ):
        ballot._count(article, opening, MAY + 5, weight, tie)
    (held,) = ballot.counted().values()
    # of the first article the better vote, and what it would be without its clauses; of the second the other wording
    assert held.votes == pytest.approx(0.3 + 0.1)
    assert held.told == pytest.approx(0.6 + 0.1)


def test_before_the_first_day_there_is_none() -> None:
    ballot = _ballot()
    ballot._count(0, "a", -3, 0.5)
    assert list(ballot.counted()) == [1]
    ballot = _ballot("the 2021 killing of Karl Lund")
    ballot._count(0, "a", dt.date(2021, 1, 1).toordinal(), 0.5)
    ballot._count(0, "a", dt.date(2020, 12, 31).toordinal(), 0.5)
    assert list(ballot.counted()) == [dt.date(2021, 1, 1).toordinal()]


def test_what_names_no_day_counts_for_the_days_before_it_was_printed() -> None:
    ballot = _ballot()
    ballot._count_back(0, "a", MAY + 5, 2.0)
    assert {day - MAY: held.votes for day, held in ballot.counted().items()} == pytest.approx(
        {5: 0.6, 4: 0.58, 3: 0.2, 2: 0.1}
    )
    # all for the day on which its article dates the deed
    ballot = _ballot()
    ballot._own_days[0] = MAY + 3
    ballot._count_back(0, "a", MAY + 5, 2.0)
    assert {day - MAY: held.votes for day, held in ballot.counted().items()} == pytest.approx({3: 0.6})
    ballot = _ballot()
    ballot._report(2, MAY + 5)
    assert sorted(day - MAY for day, held in ballot._days.items() if held.reporting == {2}) == [2, 3, 4, 5]


def _period(first: int, last: int) -> ToldPeriod:
    return ToldPeriod(MAY + first, MAY + last)


def test_longer_times_count_where_no_day_is_settled() -> None:
    def counted(weight: float, *named: int, period: ToldPeriod) -> dict[int, Day]:
        ballot = _ballot()
        for day in (5, 6, 20):
            ballot._count(0, f"{day}", MAY + day, weight)
        for day in named:
            ballot._days[MAY + day].naming.add(0)
        ballot._periods[2] = period, 1.0
        return {day - MAY: held for day, held in ballot.counted().items()}

    held = counted(0.5, 5, 20, period=_period(1, 9))
    # for the named day that they hold, against the one that they do not, by half of its votes at most
    assert held[5].votes > 0.5 > held[20].votes >= 0.25
    assert held[5].periods > 0 and held[5].shifted == pytest.approx(held[5].votes - 0.5)
    assert held[20].against > 0 and held[20].shifted == pytest.approx(held[20].votes - 0.5)
    assert held[5].bare == held[20].bare == pytest.approx(0.5)
    # one that nobody names, and no named one follows, is left as it was
    assert held[6].votes == 0.5 and held[6].shifted == 0
    # one before a named one, from which it was counted back, stands no higher than that
    assert counted(0.5, 6, 20, period=_period(15, 25))[5].votes < 0.5
    assert counted(0.5, 20, period=_period(15, 25))[5].votes == 0.5


def _closes(text: str, day: int = 3, *, ground: bool = False) -> float:
    (article,) = pool((("2021-05-05", "A", text),)).articles
    (sentence,) = article.reading.sentences
    (match,) = Matcher(read_question("the killing of Karl Lund", ENGLISH)).matches(pool((("2021-05-05", "A", text),)))
    return _closeness(sentence, MAY + day, replace(match, at=text.index("killing"), ground=ground))


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("The killing of Karl Lund was on May 3.", 1.0),
        # from seventy code points on less, the more they are, whichever stands first
        (f"The killing {'x' * 48} Karl Lund on May 3.", 1.0),
        (f"The killing {'x' * 49} Karl Lund on May 3.", (70 / 71) ** 0.5),
        (f"The killing {'x' * 188} Karl Lund on May 3.", (70 / 210) ** 0.5),
        # words for another time stand nearer
        ("The killing of 2020 of Karl Lund was told on May 3.", 0.5),
        ("The killing of May 2021 of Karl Lund was told on May 3.", 1.0),
        # no day is named so
        ("The killing of Karl Lund was long.", 1.0),
    ],
)
def test_how_far_a_deed_belongs_to_a_day(text: str, close: float) -> None:
    assert _closes(text) == pytest.approx(close)


def test_what_came_of_it_is_of_a_day_before_it_less() -> None:
    before, behind = "On May 3 the killing of Karl Lund shook all.", "The killing of Karl Lund shook all on May 3."
    assert _closes(before, ground=True) == pytest.approx(0.35)
    assert _closes(behind, ground=True) == _closes(before) == 1
    assert _closes("The killing of Karl Lund was long.", ground=True) == pytest.approx(0.35)


def _votes(*told: Telling) -> dict[int, Day]:
    of = pool(told)
    asked = read_question("the killing of Karl Lund", ENGLISH)
    return {day - MAY: held for day, held in vote(asked, Matcher(asked).matches(of), of).items()}


@pytest.mark.parametrize(
    ("printed", "fresh", "naming", "foretold"),
    [
        ("2021-05-13", True, True, False),
        ("2021-05-14", False, True, False),
        ("2021-05-03", True, True, False),
        ("2021-05-02", False, False, True),
    ],
)
def test_how_long_after_a_day_what_names_it_is_news(printed: str, fresh: bool, naming: bool, foretold: bool) -> None:
    held = _votes((printed, "A", "Karl Lund was killed in Orsk on May 3."))[3]
    assert (bool(held.fresh), bool(held.naming), bool(held.foretold)) == (fresh, naming, foretold)


@pytest.mark.parametrize(("differs", "votes"), [(58, 2.0), (59, 2.0), (60, 1.0), (62, 1.0)])
def test_one_wording_is_one_by_its_first_sixty_code_points(differs: int, votes: float) -> None:
    text = "Karl Lund was killed in Orsk on May 3 in the old hall by the sea wall."
    other = f"{text[:differs]}X{text[differs + 1 :]}"
    held = _votes(("2021-05-05", "A", text), ("2021-05-05", "B", other))[3]
    assert held.votes == pytest.approx(votes)
    assert held.naming == {0, 1}
