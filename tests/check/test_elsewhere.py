"""The day that a hint names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Finding, Statement, elsewhere
from leadup.check.case import Case
from leadup.check.days import Placing
from leadup.check.elsewhere import on_the_likeliest_day
from leadup.check.judging import case_of
from leadup.check.report import Sureness
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive

SHELLED = "Rebels shelled the port of Vessin and killed 24 dockers."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("elsewhere")) as made:
        yield made


def _case(kept: Archive, words: str, late: int) -> Case:
    case = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert case is not None
    return case


def _told(monkeypatch: pytest.MonkeyPatch, case: Case, other: dt.date | None, sure: Sureness = "possible") -> str:
    monkeypatch.setattr(elsewhere, "source_dates", lambda _: Placing({}, other))
    return on_the_likeliest_day(case, Finding(case.statement, "date differs", sure, "as it was")).why


@pytest.mark.parametrize("other", [None, DAY + dt.timedelta(40)])
def test_the_day_of_what_tells_it_is_named(
    kept: Archive, monkeypatch: pytest.MonkeyPatch, other: dt.date | None
) -> None:
    assert f"on {DAY}, not" in _told(monkeypatch, _case(kept, SHELLED, 9), other)


def test_another_verdict_and_a_day_that_is_right_are_left(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, SHELLED, 9)
    assert _told(monkeypatch, case, DAY) == "as it was"
    assert _told(monkeypatch, case, None, "likely") == "as it was"
    nothing = Finding(case.statement, "no source says so", "likely", "as it was")
    assert on_the_likeliest_day(case, nothing) == nothing


def test_the_draft_s_own_day_and_one_far_away_are_none(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [_told(monkeypatch, _case(kept, SHELLED, late), None) for late in (0, 900)] == ["as it was"] * 2


def test_what_hardly_tells_it_names_no_day(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, _case(kept, "Ferries to Dunmar were painted green by the port.", 9), None) == "as it was"
