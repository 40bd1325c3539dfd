"""Whether an event is told of, and how sure its day is, on votes written down."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.verdict import DayVerdict, judge, span_of
from leadup.timeline.target.votes import Day

MAY = dt.date(2021, 5, 1).toordinal() - 1
ASKED = read_question("Lund resigns", ENGLISH)
RAIN = " ".join(["It rained on the hills."] * 10)
POOL = pool(tuple((f"2021-05-{day:02}", f"Outlet {day}", f"It rained on day {day}. {RAIN}") for day in range(10, 16)))


def _match(article: int = 0, sentence: int = 0, share: float = 1.0, **more: Any) -> Match:
    both = frozenset((0, 1))
    return Match(article, sentence, share, both, both, more.pop("real", True), 1.0, head=both, **more)


def _day(votes: float, naming: int | set[int] = 0, **more: Any) -> Day:
    """A day with so many votes, that so many articles name, or these."""
    told = more.pop("told", votes)
    by = set(range(naming)) if isinstance(naming, int) else naming
    return Day(votes=votes, told=told, naming=by, whole=more.pop("whole", 1.0), **more)


def _judged(*matches: Match, question: str = "Lund resigns", **days: Day) -> tuple[int, bool, str, int | None] | None:
    held = {MAY + int(name[1:]): day for name, day in days.items()}
    found: DayVerdict | None = judge(read_question(question, ENGLISH), matches or (_match(),), held, POOL)
    return None if found is None else (found.day - MAY, found.stated, found.rule, found.other and found.other - MAY)


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ({"d10": _day(2, 2)}, (10, True, "named by several", None)),
        # too few votes, or one article, or none that tells the whole of it
        ({"d10": _day(1.3, 2)}, (10, False, "named by few", None)),
        ({"d10": _day(2, 1)}, (10, False, "named by few", None)),
        ({"d10": _day(2, 2, whole=0.8)}, (10, False, "named by few", None)),
        ({"d10": _day(2, reporting={0})}, (10, False, "told by headlines alone", None)),
        # just enough of each
        ({"d10": _day(1.4, 2)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2, whole=0.85)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2, whole=0.84)}, (10, False, "named by few", None)),
        ({"d10": _day(2, 2), "d14": _day(1.24, 1)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2), "d11": _day(1.4, 1)}, (10, True, "named by several", 11)),
        # another day that is as likely, but not one of which nothing tells the whole, beside one that is told plainly
        ({"d10": _day(1.1, 1, plain={0}), "d15": _day(1.0, 1, whole=0.84)}, (10, False, "disputed", 15)),
        ({"d10": _day(1.1, 1, plain={0}), "d15": _day(1.0, 1, whole=0.85)}, (10, False, "torn", 15)),
        ({"d10": _day(1.1, 1), "d15": _day(1.0, 1, whole=0.84)}, (10, False, "torn", 15)),
        ({"d10": _day(2, 2), "d14": _day(1.2, 1)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2), "d14": _day(1.3, 1)}, (10, False, "disputed", 14)),
        ({"d10": _day(2, 2), "d14": _day(1.3)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 1), "d14": _day(1.3, 1)}, (10, False, "torn", 14)),
        # another happening, far enough off, that several tell of soon after it
        ({"d10": _day(4, 2), "d18": _day(2, 2, fresh={0, 1})}, (10, False, "disputed", 18)),
        ({"d10": _day(4, 2), "d18": _day(1.9, 2, fresh={0, 1})}, (10, True, "named by several", None)),
        ({"d10": _day(4, 2), "d17": _day(2, 2, fresh={0, 1})}, (10, True, "named by several", None)),
        ({"d10": _day(4, 2), "d18": _day(2, 2, fresh={0})}, (10, True, "named by several", None)),
        ({"d10": _day(4, 2), "d18": _day(2, 2, fresh={0, 1}, whole=0.84)}, (10, True, "named by several", None)),
        # longer times that do not hold it leave it a guess, where they say a good part of its votes
        ({"d10": _day(2, 2, against=0.8)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2, against=0.9)}, (10, False, "named by few", None)),
        # days near each other are not far apart
        ({"d10": _day(2, 1), "d13": _day(1.3, 1)}, (10, False, "disputed", 13)),
        # longer times say which of two is meant, but make none sure
        ({"d10": _day(2, 1, periods=0.6, shifted=0.6), "d14": _day(1.2, 1)}, (10, False, "disputed", None)),
        ({"d10": _day(2, 2, periods=0.6, shifted=0.6), "d14": _day(1.2, 1)}, (10, False, "disputed", None)),
        ({"d10": _day(2, 1, exact={0}), "d14": _day(1.3, 1)}, (10, False, "disputed", 14)),
        # the day beside it is the same event, or not
        ({"d10": _day(2, 2), "d11": _day(0.9, 1)}, (10, True, "named by several", None)),
        ({"d10": _day(2, 2), "d11": _day(1.0, 1)}, (10, True, "named by several", 11)),
        ({"d10": _day(2, 2), "d11": _day(1.5, 1)}, (10, False, "disputed", 11)),
        ({"d10": _day(2, 2), "d9": _day(1.0, 0)}, (10, True, "named by several", 9)),
        # of two that are as likely the earlier
        ({"d10": _day(2, 2), "d9": _day(1.0, 1), "d11": _day(1.0, 1)}, (10, True, "named by several", 9)),
        ({"d10": _day(2, 2), "d12": _day(1.3, 1), "d14": _day(1.3, 1)}, (10, False, "disputed", 12)),
        ({"d10": _day(2, 2), "d7": _day(1.3, 1), "d14": _day(1.3, 1)}, (10, False, "disputed", 7)),
    ],
)
def test_how_sure_a_day_is(days: dict[str, Day], verdict: tuple[int, bool, str, int | None]) -> None:
    assert _judged(**days) == verdict


@pytest.mark.parametrize(
    ("day", "match", "told"),
    [
        # enough votes; or several that name it; or with its year
        (_day(0.8, reporting={0}), _match(real=False), True),
        (_day(0.7, reporting={0}), _match(real=False), False),
        (_day(0.5, 2), _match(real=False), True),
        (_day(0.4, 2), _match(real=False), False),
        (_day(0.4, 1, exact={0}), _match(real=False), True),
        # or one names it, and several report that were printed on it or just after
        (_day(0.5, 1, reporting={1, 2, 3}), _match(real=False), True),
        (_day(0.5, 1, reporting={1, 2}), _match(real=False), False),
        (_day(0.5, reporting={1, 2, 3}), _match(real=False), False),
        (_day(0.4, 1, reporting={1, 2, 3}), _match(real=False), False),
        # or news at the head of an article
        (_day(0.3, reporting={0}), _match(), True),
        (_day(0.3, reporting={0}), _match(1), False),
        (_day(0.3, reporting={0}), _match(sentence=9), False),
        (_day(0.3, reporting={0}), _match(ground=True), False),
        (_day(0.3, reporting={0}), _match(share=0.5), False),
        (_day(0.3, reporting={0}), _match(sentence=-1, share=0.9), True),
    ],
)
def test_whether_it_is_told_of_at_all(day: Day, match: Match, told: bool) -> None:
    assert (_judged(match, d10=day) is not None) is told


@pytest.mark.parametrize(
    ("votes", "share", "told"), [(0.4, 0.9, True), (0.4, 0.8, False), (0.43, 0.8, True), (2.0, 0.6, True)]
)
def test_of_a_day_with_hardly_a_vote_one_place_tells_nearly_all(votes: float, share: float, told: bool) -> None:
    day = _day(votes, {0, 1}, exact={0})
    assert (_judged(_match(0, 9, share), _match(1, 9, share), _match(2, 9, 1.0), d10=day) is not None) == told


def test_nothing_that_is_asked_for_may_be_lacking() -> None:
    part = frozenset((0,))
    deed_alone = Match(0, 0, 1.0, part, part, True, 1.0, head=part)
    assert _judged(deed_alone, d10=_day(1.9, 2)) is None
    found = judge(ASKED, (deed_alone,), {MAY + 10: _day(2.5, 2)}, POOL)
    assert found is not None
    assert (found.lacking, found.stated) == (("Lund",), False)


@pytest.mark.parametrize(
    ("days", "articles", "told"),
    [
        ({10: _day(0.4, 1)}, 100, True),
        ({10: _day(0.4, 1)}, 99, False),
        ({10: _day(0.39, 1)}, 100, False),
        ({10: _day(0.4, reporting={0})}, 100, False),
        # another article names it, that tells of nothing asked for
        ({10: _day(0.4, {1})}, 100, False),
        # the days beside it are of it, others are not
        ({10: _day(0.4, 1), 11: _day(0.3)}, 100, True),
        ({10: _day(0.4, 1), 14: _day(0.13)}, 100, True),
        ({10: _day(0.4, 1), 14: _day(0.15)}, 100, False),
        ({10: _day(0.4, 1), 14: _day(0.15, 1)}, 100, False),
    ],
)
def test_among_many_articles_a_day_that_stands_alone_is_a_guess(
    days: dict[int, Day], articles: int, told: bool
) -> None:
    part = frozenset((0,))
    deed_alone = Match(0, 9, 0.9, part, part, True, 1.0, head=part)
    many = pool(tuple(("2021-05-10", f"Outlet {n}", f"It rained on hill {n}. {RAIN}") for n in range(articles)))
    found = judge(ASKED, (deed_alone,), {MAY + day: held for day, held in days.items()}, many)
    assert (found is not None) is told
    assert found is None or not found.stated


def test_a_day_that_stands_alone_is_told_as_done() -> None:
    many = pool(tuple(("2021-05-10", f"Outlet {n}", f"It rained on hill {n}. {RAIN}") for n in range(100)))
    assert judge(ASKED, (_match(sentence=9, share=0.7),), {MAY + 10: _day(0.4, 1)}, many) is not None
    assert judge(ASKED, (_match(sentence=9, share=0.7, real=False),), {MAY + 10: _day(0.4, 1)}, many) is None


def test_a_day_is_stated_only_where_the_numbers_asked_for_are_told() -> None:
    question = "two officers killed in Orsk"
    number = next(i for i, s in enumerate(read_question(question, ENGLISH).slots) if s.kind == "number")
    every = frozenset(range(len(read_question(question, ENGLISH).slots)))
    for held, stated in ((every, True), (every - {number}, False)):
        found = _judged(replace(_match(), held=held, own=held, head=held), question=question, d10=_day(3, 2))
        assert found == (10, stated, "named by several", None)


def test_with_votes_enough_something_may_be_lacking() -> None:
    deed_alone = Match(0, 0, 1.0, frozenset((0,)), frozenset((0,)), True, 1.0, head=frozenset((0,)))
    assert _judged(deed_alone, d10=_day(2.0, 2)) == (10, False, "named by several", None)
    # What an article that does not speak for the day holds, is lacking all the same.
    assert _judged(deed_alone, _match(4), d10=_day(1.9, 2)) is None
    assert _judged(deed_alone, _match(1), d10=_day(1.9, 2)) == (10, True, "named by several", None)
    assert _judged(deed_alone, _match(4), d10=_day(1.9, 2, reporting={4})) == (10, True, "named by several", None)


def test_a_day_that_tells_all_goes_before_one_that_lacks_something() -> None:
    deed_alone = Match(0, 0, 1.0, frozenset((0,)), frozenset((0,)), True, 1.0, head=frozenset((0,)))
    days = {"d10": _day(1.5, naming={0}), "d14": _day(1.0, naming={1})}
    assert _judged(deed_alone, _match(1), **days)[:1] == (14,)  # type: ignore[index]
    assert _judged(deed_alone, _match(1), **{**days, "d14": _day(0.7, naming={1})}) is None
    assert _judged(deed_alone, _match(1), **{**days, "d14": _day(0.7, naming={1}, exact={1})})[:1] == (14,)  # type: ignore[index]
    # Reported at the head of an article that tells it whole, half a vote will do.
    told = {**days, "d14": _day(0.5, naming={1}, reporting={1})}
    assert _judged(deed_alone, _match(1), **told)[:1] == (14,)  # type: ignore[index]
    assert _judged(deed_alone, _match(1, share=0.9), **told) is None
    assert _judged(deed_alone, _match(1), **{**told, "d14": _day(0.4, naming={1}, reporting={1})}) is None
    assert _judged(_match(0), _match(1), **days)[:1] == (10,)  # type: ignore[index]


def test_a_day_on_which_a_part_is_told_is_no_rival_of_the_whole() -> None:
    deed_alone = Match(1, 9, 1.0, frozenset((0,)), frozenset((0,)), True, 1.0, head=frozenset((0,)))
    days = {"d10": _day(1.5, naming={0}), "d14": _day(1.3, naming={1})}
    assert _judged(_match(sentence=9), deed_alone, **days) == (10, False, "disputed", 14)
    assert _judged(_match(sentence=9), _match(1, 9), **days) == (10, False, "torn", 14)
    # It is one where a part alone is told of either, or where little but longer times speak for the day of the whole.
    both = {"d10": _day(2.0, naming={0}), "d14": _day(1.3, naming={1})}
    assert _judged(replace(deed_alone, article=0), deed_alone, **both) == (10, False, "torn", 14)
    placed = {"d10": _day(0.9, naming={0}, periods=0.6, shifted=0.6), "d14": _day(0.8, naming={1})}
    assert _judged(_match(sentence=9), deed_alone, **placed) == (10, False, "torn", 14)
    # Just enough of it is that the whole is told of.
    just = {"d10": _day(0.8, naming={0}), "d14": _day(0.75, naming={1})}
    assert _judged(_match(sentence=9), deed_alone, **just) == (10, False, "disputed", 14)


@pytest.mark.parametrize(
    ("votes", "whole", "rule"),
    [(0.6, 0.85, "disputed"), (0.59, 0.85, "torn"), (0.6, 0.84, "torn"), (0.79, 0.84, "torn"), (0.8, 0.84, "disputed")],
)
def test_hardly_less_will_do_where_one_sentence_tells_the_whole(votes: float, whole: float, rule: str) -> None:
    deed_alone = Match(1, 9, 1.0, frozenset((0,)), frozenset((0,)), True, 1.0, head=frozenset((0,)))
    days = {"d10": _day(votes, naming={0}, told=0.9, whole=whole), "d14": _day(1.2, naming={1}, whole=0)}
    assert _judged(_match(sentence=9), deed_alone, **days) == (10, False, rule, 14)


@pytest.mark.parametrize(
    ("held", "later", "day"),
    [
        # one article has it by its weekday, others the same weekday of the next week
        (_day(2, 1, weekday={0}), _day(1.2, naming={1, 2}), 18),
        (_day(2, 1, weekday={0}), _day(1.1, naming={1, 2}), 11),
        (_day(2, 1, weekday={0}), _day(1.2, reporting={1}), 11),
        (_day(2, 1), _day(1.2, naming={1, 2}), 11),
        (_day(2, 2, weekday={0}), _day(1.2, naming={1, 2}), 11),
        (_day(2, 1, weekday={0}, exact={0}), _day(1.2, naming={1, 2}), 11),
    ],
)
def test_an_article_that_was_written_on_after_its_day(held: Day, later: Day, day: int) -> None:
    found = _judged(_match(), _match(1), d11=held, d18=later)
    assert found is not None
    assert found[0] == day


def test_the_votes_of_a_day_that_was_misread_count_for_the_right_one() -> None:
    days = {"d11": _day(1.0, 1, weekday={0}), "d18": _day(0.7, naming={1, 2})}
    assert _judged(_match(), _match(1), **days) == (18, True, "named by several", None)
    assert _judged(_match(), _match(1), d18=days["d18"]) == (18, False, "named by few", None)


def test_no_votes_are_no_verdict_and_what_lasts_has_no_day() -> None:
    assert _judged() is None
    both = _match()
    assert _judged(both, question="the war in Orsk", d10=_day(2, 2)) == (10, False, "named by several", None)
    assert _judged(both, question="the Orsk ferry", d10=_day(2, 2)) == (10, False, "named by several", None)


def test_the_days_of_what_lasts() -> None:
    days = {
        MAY + day: held for day, held in {3: _day(0.05, 1), 5: _day(1, 1), 8: _day(0.5, 2), 9: _day(0.7, 1)}.items()
    }
    days |= {MAY + 12: _day(0.2, 1), MAY + 14: _day(5)}
    first, last, busiest = span_of(days)
    assert (first.day, last.day, [day.day for day in busiest]) == (5, 12, [5, 8, 9])
    # A tenth of the votes of the busiest is enough to begin or to end it; of as busy ones the first.
    ends = {MAY + day: _day(votes, 1) for day, votes in {2: 0.19, 3: 0.2, 5: 2, 7: 1, 8: 1, 9: 1, 12: 0.2}.items()}
    first, last, busiest = span_of(ends)
    assert (first.day, last.day, [day.day for day in busiest]) == (3, 12, [5, 7, 8])
    # Two that are named tell nothing of what is reported on many days.
    few = {
        MAY + day: _day(votes, named) for day, (votes, named) in {4: (3, 0), 6: (4, 0), 9: (1, 1), 20: (2, 1)}.items()
    }
    first, last, busiest = span_of(few)
    assert (first.day, last.day, [day.day for day in busiest]) == (4, 20, [4, 6, 20])
    # Where none is named, by what is reported.
    first, last, busiest = span_of({MAY + 14: _day(5)})
    assert (first.day, last.day, [day.day for day in busiest]) == (14, 14, [14])


@pytest.mark.parametrize(
    ("articles", "named", "stated"), [(99, 1, False), (100, 1, True), (101, 1, True), (101, 0, False)]
)
def test_among_a_hundred_articles_one_may_say_what_is_surely_right(
    articles: int, named: int, stated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leadup.timeline.target.verdict.is_sure", lambda *_: True)
    many = pool(tuple(("2021-05-10", f"Outlet {n}", f"It rained on hill {n}.") for n in range(articles)))
    held = {MAY + 10: _day(2, named, reporting={0})}
    found = judge(ASKED, (_match(),), held, many)
    assert found is not None and found.stated is stated
