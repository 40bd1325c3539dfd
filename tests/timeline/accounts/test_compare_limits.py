"""Figures side by side: each limit by itself, just met and just missed."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.model import Figured, Span
from leadup.model.figure import PERSON
from leadup.timeline.accounts.compare import (
    _about,
    _account,
    _bounded,
    _is_slip,
    _less_lone,
    _long_after,
    _outgrown,
    _parties_differ,
    _rises,
    _side_by_side,
    _state,
    _steps,
    _without_summands,
)
from leadup.timeline.accounts.values import (
    ReportedValue,
    _closest,
    _day,
    interval,
    may_agree,
    values_of,
)

MAY = dt.date(2021, 5, 1)


def _figured(told: str, nth: int = 0) -> tuple[Figured, str | None]:
    """A figure as it is told: its bounds ("24", "24+", "20-30"), "on" and its day, "by" and its outlet, "of" and who is
    cited, "in" and its article, "as" and its words. Days count from the first of May, and may be hundreds."""
    bounds, *more = told.split()
    said = dict(zip(more[::2], more[1::2], strict=True))
    low, _, high = bounds.rstrip("+").partition("-")
    top = None if bounds.endswith("+") else float(high or low)
    exact = said.get("as", bounds)
    article = said.get("in", f"x{nth}")
    reported = None if said.get("on") == "none" else MAY + dt.timedelta(int(said.get("on", 0)))
    span = Span(article, 100 * nth, 100 * nth + len(exact), exact)
    return Figured(float(low), top, said.get("by", f"O{nth}"), reported, span), said.get("of")


def _given(told: str) -> list[tuple[Figured, str | None]]:
    return [_figured(each.strip(), nth) for nth, each in enumerate(told.split(";"))]


def _told(told: str) -> list[ReportedValue]:
    return values_of(_given(told), ENGLISH)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("24", "24", True),
        ("24", "25", False),
        ("24+", "25", True),
        ("25+", "24", False),
        ("24+", "30+", True),
        ("20-30", "30-40", True),
        ("20-30", "31-40", False),
        ("0-15", "3", True),
        # whole hundreds, from a thousand on, are how what is less than a hundred more is rounded
        ("1400", "1429", True),
        ("1400", "1499", True),
        ("1400", "1500", False),
        ("1410", "1429", False),
        ("900", "929", False),
        ("1000", "1029", True),
        ("1400-1410", "1429", False),
    ],
)
def test_which_figures_may_be_of_one_count(one: str, other: str, agree: bool) -> None:
    first, second = _figured(one)[0], _figured(other)[0]
    assert may_agree(first, second) is may_agree(second, first) is agree


@pytest.mark.parametrize(
    ("least", "other", "outgrown"),
    [
        # one that is rounded leaves half as many again room, one that was counted a tenth or one more
        ("130+", "195", False),
        ("130+", "196", True),
        ("100+", "110", False),
        ("101+", "111", False),
        ("101+", "112", True),
        ("5+", "6", False),
        ("5+", "7", True),
        ("10+", "15", False),
        ("10+", "16", True),
        ("25", "60", False),
        ("25-30", "60", False),
        ("24+ as dozens", "99", False),
    ],
)
def test_a_least_that_is_not_the_same_count(least: str, other: str, outgrown: bool) -> None:
    assert _outgrown(_figured(least)[0], _figured(other)[0], ENGLISH) is outgrown


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("3; 0-6", ["3", "0-6"]),
        ("3; 0-7", ["3"]),
        ("3; 1-7", ["3", "1-7"]),
        ("3; 0+", ["3", "0+"]),
        ("0-7; 0-9", ["0-7", "0-9"]),
        ("3; 4; 0-8", ["3", "4", "0-8"]),
    ],
)
def test_up_to_so_many_beside_a_count(told: str, kept: list[str]) -> None:
    assert [figured.span.exact for figured, _ in _bounded(_given(told))] == kept


@pytest.mark.parametrize(("late", "early", "long"), [(61, 0, True), (60, 0, False), (0, 61, False)])
def test_what_is_told_long_after(late: int, early: int, long: bool) -> None:
    (one,), (other,) = _told(f"11 on {late}"), _told(f"12 on {early}")
    assert _long_after(one, other) is long
    (undated,) = _told("11 on none")
    assert not _long_after(undated, other) and not _long_after(one, undated)


@pytest.mark.parametrize(
    ("told", "slip"),
    [
        # a lower one of one outlet alone, on the day of the one that three have, or more than two months later
        ("11 by A; 12 by B; 12 by C; 12 by D", True),
        ("11 by A; 12 by B; 12 by C", False),
        ("11 by A; 11 by E; 12 by B; 12 by C; 12 by D", False),
        ("13 by A; 12 by B; 12 by C; 12 by D", False),
        ("11 by A on 3; 12 by B; 12 by C; 12 by D", False),
        ("11 by A on 60; 12 by B; 12 by C; 12 by D", False),
        ("11 by A on 61; 12 by B; 12 by C; 12 by D", True),
        ("11+ by A; 12 by B; 12 by C; 12 by D", False),
    ],
)
def test_a_lower_figure_that_is_no_revision(told: str, slip: bool) -> None:
    assert _is_slip(_told(told)) is slip


@pytest.mark.parametrize(
    ("told", "differ"),
    [
        ("11 of army; 12 of rebels", True),
        ("11 of army; 12 of army", False),
        ("11 of army; 12", False),
        ("11+ of army; 12 of rebels", False),
        # the later with less, which no count comes to
        ("12 of army; 11 of rebels on 3", True),
        ("11 of army; 12 of rebels on 3", False),
        ("11 of army; 12 of rebels on 3; 11 of army on 3", True),
        ("11 of army on none; 12 of rebels", True),
        ("11 of army on none; 12 of rebels on none", True),
    ],
)
def test_whether_parties_contradict_each_other(told: str, differ: bool) -> None:
    assert _parties_differ(_told(told)) is differ


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("11; 12", True),
        ("11; 12 on 1", False),
        # the old one may still be about on the day of the new one, and is given still after it
        ("11; 12 on 1; 11 on 1", False),
        ("11; 12 on 1; 11 on 2", True),
        ("11; 12 on none", True),
        ("11; 11+ on 2; 12 on 1", False),
        ("11+; 12", False),
        # it comes back as what it was
        ("25+; 20 on 1; 25 on 2", True),
    ],
)
def test_figures_that_stand_side_by_side(told: str, beside: bool) -> None:
    assert _side_by_side(_told(told)) is beside


@pytest.mark.parametrize(
    ("told", "rises"),
    [
        ("11+; 20 on 1", True),
        ("11+; 20", False),
        ("11+ on 1; 20", False),
        ("10+; 20 on 1", False),
        ("11+ on none; 20 on 1", False),
        ("11+; 20 on none", False),
        ("11+; 12", True),
        ("11+; 11+ on 2; 20 on 1", False),
    ],
)
def test_figures_that_rise(told: str, rises: bool) -> None:
    assert _rises(_told(told), ENGLISH) is rises


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("11 by A in one; 12 by A in one", "single"),
        ("11 by A in one of army; 12 by A in one of rebels", "disputed"),
        ("11; 11", "agreeing"),
        ("11+; 11", "agreeing"),
        ("11+; 20 on 1", "revised"),
        ("11; 12", "disputed"),
        ("11; 12 on 1", "revised"),
        # a count more than three times as high, and five more, is of something else
        ("5; 15 on 1", "revised"),
        ("5; 16 on 1", "single"),
        ("2; 7 on 1", "revised"),
        ("2; 8 on 1", "single"),
        ("0; 5 on 1", "revised"),
        ("0; 6 on 1", "single"),
        ("0; 3", "disputed"),
        ("5+; 15+ on 1", "revised"),
        ("5+; 16+ on 1", "single"),
        ("1+; 6+ on 1", "revised"),
        ("1+; 7+ on 1", "single"),
    ],
)
def test_how_figures_stand_to_each_other(told: str, state: str) -> None:
    assert _state(_given(told), ENGLISH) == state


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        ("11; 12 on 1; 13 on 2", ["11", "12", "13"]),
        ("11; 11 on 1; 12 on 2", ["11", "11", "12"]),
        ("11+; 12 on 1", ["12"]),
        ("11+; 14 on 1", ["11+", "14"]),
        ("12; 11+ on 1", ["12"]),
        ("10-20; 12-18 on 1", ["12-18"]),
        ("10-20; 12-21 on 1", ["10-20"]),
        ("10-20; 9-18 on 1", ["10-20"]),
        ("10-20; 12+ on 1", ["10-20"]),
    ],
)
def test_the_steps_of_a_count(told: str, steps: list[str]) -> None:
    assert [figured.span.exact for figured, _ in _steps(_given(told), ENGLISH)] == steps


def test_a_lone_figure_gives_way_to_three_outlets_that_have_it_of_three_agencies() -> None:
    def kept(told: str, *sentences: str) -> list[str]:
        given = _given(told)
        by_span = {figured.span: said for (figured, _), said in zip(given, sentences, strict=True)}
        return [figured.span.exact for figured, _ in _less_lone(given, by_span, ENGLISH)]

    assert kept("11; 12; 12; 12", *"abcd") == ["12", "12", "12"]
    assert kept("11; 12; 12", *"abc") == ["11", "12", "12"]
    assert kept("11; 12; 12; 12", *"abcc") == ["11", "12", "12", "12"]
    assert kept("11 by A; 11 by E; 12; 12; 12", *"abcde") == ["11", "11", "12", "12", "12"]
    assert kept("11+; 12; 12; 12", *"abcd") == ["11+", "12", "12", "12"]


def test_what_adds_up_to_what_others_count() -> None:
    def kept(told: str) -> list[str]:
        given = _given(told)
        return [f.span.exact for f, _ in _without_summands(given, {figured.span: "s" for figured, _ in given})]

    assert kept("10 in one of office; 20 in one of office; 30") == ["30"]
    assert kept("10 in one of office; 20 in one of office; 31") == ["10", "20", "31"]
    assert kept("10 in one; 20 in one; 30") == ["10", "20", "30"]
    assert kept("10 in one of office; 20 in two of office; 30") == ["10", "20", "30"]
    assert kept("30 in one of office; 30") == ["30", "30"]
    assert kept("10 in one of office; 18-22 in one of office; 30") == ["30"]
    assert (_about(_figured("10-20")[0]), _about(_figured("10+")[0])) == (15, 10)


@pytest.mark.parametrize(
    ("told", "closest"),
    [
        ("31; 30+; 0-31", [31.0]),
        ("30+; 31+", [31.0]),
        ("30+; 31+; 20-40", [31.0, 20.0]),
        ("31; 30+ of army", [31.0, 30.0]),
        ("30+ of army; 31+", [30.0, 31.0]),
    ],
)
def test_of_figures_that_agree_those_that_say_most(told: str, closest: list[float]) -> None:
    assert [value.low for value in _closest(_told(told))] == closest


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (25, 25, "25"),
        (24, None, "24 or more"),
        (700, 800, "700–800"),
        (0, 30, "up to 30"),
        (1, 30, "1–30"),
        (0, 0, "0"),
        (1234, 1234, "1,234"),
        (1.5, 1.5, "1.5"),
    ],
)
def test_bounds_as_a_person_writes_them(low: float, high: float | None, said: str) -> None:
    assert interval(low, high) == said


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("11 by A; 12 by B", "11 (1 outlet, May 1), 12 (1 outlet, May 1)"),
        ("11 by A; 11 by B on 2", "11 (2 outlets, from May 1)"),
        ("11 by A of army; 12 by B of rebels", "11 (army, 1 outlet, May 1), 12 (rebels, 1 outlet, May 1)"),
        ("11 by A of army; 11 by B", "11 (2 outlets, May 1)"),
        ("12 by A; 11+ by B; 11+ by C", "12 (1 outlet, May 1)"),
    ],
)
def test_how_figures_are_shown(told: str, line: str) -> None:
    given = _given(told)
    account = _account("killed", PERSON, given, {figured.span: figured.span.exact for figured, _ in given}, ENGLISH)
    assert account.line.removeprefix("killed: ").partition(";")[0] == line


def test_a_year_stands_where_half_of_one_lies_between() -> None:
    assert (_day(MAY, with_year=True), _day(MAY, with_year=False)) == ("May 1, 2021", "May 1")
    for days, year in ((183, False), (184, True)):
        given = _given(f"11; 12 on {days}")
        account = _account("killed", PERSON, given, {figured.span: "s" for figured, _ in given}, ENGLISH)
        assert ("2021" in account.line) is year
