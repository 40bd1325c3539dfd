"""Who else tells what an entry tells, and what tells the event in whatever clause."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.corroboration import (
    LEAST_STATED,
    MOST_COMPARED,
    _weighty,
    articles_of_days,
    corroborating,
    days_named,
    event_carried,
    event_reported,
    passage,
)
from leadup.timeline.table import Table, read_table
from leadup.timeline.target.match import Match

DAY = dt.date(2021, 3, 10)
SIGNED = "The council of Orsk signed the harbour charter on Wednesday after nine years of talks with the port of Lom."
TOLD = (
    ("2021-03-11", "Orsk Daily", f"Rain fell. {SIGNED}"),
    ("2021-03-11", "Lom Post", "It was cold. On Wednesday the council of Orsk signed the harbour charter with Lom."),
    ("2021-03-11", "Valley Post", "It was cold. The council of Orsk had not signed the harbour charter on Wednesday."),
    ("2021-03-11", "North Mail", "It was cold. A ferry with ninety pilgrims ran aground near Hask on Wednesday."),
    ("2021-03-12", "East Mail", "It was warm. The council of Orsk signed the harbour charter on Thursday, again."),
)


def _told(share: float, *, ahead: bool = False, real: bool = True) -> Match:
    """A match that tells so much of the event, by no word in particular."""
    return Match(0, 0, share, frozenset(), frozenset(), real, 1.0, ahead=ahead)


def read() -> Table:
    return read_table(pool(TOLD), Question("Orsk"), DAY.toordinal() - 3, DAY.toordinal() + 3)


def row(table: Table, words: str) -> int:
    return next(r for r in range(len(table.rows)) if words in table.text(r))


def test_who_else_tells_it_bears_it_out_and_is_of_its_day() -> None:
    table = read()
    own: Any = SimpleNamespace(row=row(table, SIGNED), day=DAY.toordinal())
    ferry: Any = SimpleNamespace(row=row(table, "ferry"), day=DAY.toordinal())
    context = articles_of_days(table, (own, ferry))
    found = corroborating(table, (own, ferry), context)
    assert {m.outlet for m in found[own.row]} == {"Lom Post"}
    assert found[ferry.row] == ()


def test_the_places_at_which_a_row_names_its_day() -> None:
    table = read()
    at = row(table, SIGNED)
    text = table.pool.articles[table.rows[at].article].text
    assert days_named(table, at, DAY.toordinal()) == (text.index("on Wednesday") + len("on "),)
    assert days_named(table, at, DAY.toordinal() + 1) == ()
    assert passage(table, at).text == SIGNED


@pytest.mark.parametrize("many", [MOST_COMPARED, MOST_COMPARED + 1])
def test_of_many_sentences_of_a_day_the_most_explicit_are_compared(many: int) -> None:
    explicit = np.array([k != 1 for k in range(many)], dtype=float)
    table: Any = SimpleNamespace(
        of_day={5: np.arange(many)}, date_weight=np.array([1.0 if k else 0.1 for k in range(many)]), explicit=explicit
    )
    held = set(map(int, _weighty(table, 5)))
    # The first is told of with less trust, the second names no day: that one goes.
    assert held == set(range(many)) - ({1} if many > MOST_COMPARED else set())
    assert list(_weighty(table, 5)) == sorted(held)


@pytest.mark.parametrize(
    ("asked", "share", "other", "ahead", "lag", "day", "retold", "carried"),
    [
        ("the charter of Orsk signed", 0.7, 0.85, False, 0, 7, True, True),
        # The entry itself holds too little of the event, or the other does.
        ("the charter of Orsk signed", 0.69, 0.85, False, 0, 7, True, False),
        ("the charter of Orsk signed", 0.7, 0.84, False, 0, 7, True, False),
        # A preview, by its words or by its date; another day; another thing.
        ("the charter of Orsk signed", 0.7, 0.85, True, 0, 7, True, False),
        ("the charter of Orsk signed", 0.7, 0.85, False, -1, 7, True, False),
        ("the charter of Orsk signed", 0.7, 0.85, False, 3, 7, True, True),
        ("the charter of Orsk signed", 0.7, 0.85, False, 0, 8, True, False),
        ("the charter of Orsk signed", 0.7, 0.85, False, 0, 7, False, False),
        # What is no deed by its words is told of by its previews too.
        ("the Orsk primary", 0.7, 0.85, False, 0, 7, True, False),
        # Nothing that could be told.
        ("Orsk", 0.7, 0.85, False, 0, 7, True, False),
    ],
)
def test_what_carries_the_event(
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    share: float,
    other: float,
    ahead: bool,
    lag: int,
    day: int,
    retold: bool,
    carried: bool,
) -> None:
    monkeypatch.setattr("leadup.timeline.corroboration.mention", lambda _pool, row: row.name)
    for further in ("_turns_on_it", "opens_with_event", "_is_forecast"):
        monkeypatch.setattr(f"leadup.timeline.corroboration.{further}", lambda *_: False)
    monkeypatch.setattr("leadup.timeline.corroboration.deed_places", lambda *_: iter(()))
    told = ((7, "own"), (day, "other"), (7, "third"))
    rows = [SimpleNamespace(day=of, name=name, article=k) for k, (of, name) in enumerate(told)]
    kinds = ["opinion", "report", "report"]
    lags = np.array([5, lag, 1])
    texts = ["It was noon.", "Voters go to the polls in Orsk.", "Voters go to the polls in Orsk."]
    table: Any = SimpleNamespace(
        language=ENGLISH,
        pool=None,
        rows=rows,
        lag=lags,
        is_opinion=lambda row: kinds[row] == "opinion",
        text=texts.__getitem__,
        tree=lambda _row: None,
    )
    matches = {
        0: _told(share),
        1: _told(other, ahead=ahead),
        2: _told(1.0),
    }
    restating = (2, 0, *((1,) if retold else ()))
    event: Any = SimpleNamespace(matches=matches, restating=restating, stated=0, titled={}, plainly=True)
    found = event_carried(table, Target(asked, DAY, "given"), event, 0)
    assert ("other" in found) is carried
    if carried:
        # Nearest in print first.
        assert found == (("other", "third") if lag < 1 else ("third", "other"))  # type: ignore[comparison-overlap]
        # An opinion is no second report.
        kinds[:] = "report", "opinion", "report"
        assert event_carried(table, Target(asked, DAY, "given"), event, 0) == ("third",)  # type: ignore[comparison-overlap]
    del matches[0]
    assert event_carried(table, Target(asked, DAY, "given"), event, 0) == ()


@pytest.mark.parametrize(
    ("share", "real", "lag", "headline", "carried"),
    [
        # Under a headline that tells the event a sentence may hold less of it, and need not retell it.
        (0.6, True, 0, 0.85, True),
        (0.6, True, 1, 1.0, True),
        (0.59, True, 0, 1.0, False),
        (0.6, False, 0, 1.0, False),
        (0.6, True, 2, 1.0, False),
        (0.6, True, 0, 0.84, False),
    ],
)
def test_a_headline_carries_what_its_article_says(
    monkeypatch: pytest.MonkeyPatch, share: float, real: bool, lag: int, headline: float, carried: bool
) -> None:
    monkeypatch.setattr("leadup.timeline.corroboration.mention", lambda _pool, row: row.name)
    for further in ("_turns_on_it", "opens_with_event", "_is_forecast"):
        monkeypatch.setattr(f"leadup.timeline.corroboration.{further}", lambda *_: False)
    rows = [SimpleNamespace(day=7, name=name, article=k) for k, name in enumerate(("own", "other"))]
    table: Any = SimpleNamespace(
        language=ENGLISH, pool=None, rows=rows, lag=np.array([0, lag]), is_opinion=lambda _row: False
    )
    event: Any = SimpleNamespace(
        matches={0: _told(1.0), 1: _told(share, real=real)}, restating={0}, stated=0, titled={1: headline}
    )
    found = event_carried(table, Target("the charter of Orsk signed", DAY, "given"), event, 0)
    assert found == (("other",) if carried else ())


@pytest.mark.parametrize(
    ("share", "plainly", "reported"),
    [(LEAST_STATED, True, True), (LEAST_STATED - 0.01, True, False), (1.0, False, False)],
)
def test_further_reports_are_sought_of_what_is_stated_plainly(
    monkeypatch: pytest.MonkeyPatch, share: float, plainly: bool, reported: bool
) -> None:
    told: list[object] = []

    def further(_table: object, _target: object, named: object) -> list[str]:
        told.append(named)
        return ["lead"]

    monkeypatch.setattr("leadup.timeline.corroboration.further_leads", further)
    monkeypatch.setattr("leadup.timeline.corroboration.mention", lambda _pool, at: at)
    articles = [SimpleNamespace(id=name) for name in ("own", "other")]
    table: Any = SimpleNamespace(pool=SimpleNamespace(articles=articles), rows=[SimpleNamespace(article=0)])
    carried: Any = [SimpleNamespace(span=SimpleNamespace(article="third"))]
    event: Any = SimpleNamespace(matches={0: _told(share)}, plainly=plainly)
    target = Target("the charter of Orsk signed", DAY, "given")
    found: Any = event_reported(table, target, event, 0, carried)
    assert found == (("lead",) if reported else ())
    assert told == ([{"own", "third"}] if reported else [])
    assert event_reported(table, target, event, 1, carried) == ()
