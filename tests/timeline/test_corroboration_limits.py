"""What carries the event: each ground by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.making import tree
from tests.timeline.test_corroboration import DAY, read, row
from tests.timeline.test_corroboration import SIGNED as SIGNED_IN_ORSK

from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.timeline import corroboration
from leadup.timeline.corroboration import event_carried
from leadup.timeline.target.match import Match

SIGNED = Target("the charter of Orsk signed", dt.date(2021, 3, 10), "given")
GROUNDS = ("_is_headed", "_turns_on_it", "opens_with_event")


def _match(share: float) -> Match:
    return Match(0, 0, share, frozenset(), frozenset(), True, 1.0)


@pytest.mark.parametrize("ground", [*GROUNDS, "retold", "", "retold in part", "not retold"])
def test_any_one_ground_is_enough(monkeypatch: pytest.MonkeyPatch, ground: str) -> None:
    monkeypatch.setattr(corroboration, "mention", lambda _pool, row: row)
    monkeypatch.setattr(corroboration, "_may_carry", lambda *_: True)
    for name in GROUNDS:
        monkeypatch.setattr(corroboration, name, lambda *_, held=(name == ground): held)
    table: Any = SimpleNamespace(language=ENGLISH, pool=None, rows=("own", "other"), lag=np.array([0, 0]))
    restating = {1} if ground in ("retold", "retold in part") else set()
    share = 0.85 if ground in ("retold", "not retold") else 0.84
    event: Any = SimpleNamespace(matches={0: _match(1.0), 1: _match(share)}, restating=restating)
    carried = ground in (*GROUNDS, "retold")
    assert event_carried(table, SIGNED, event, 0) == (("other",) if carried else ())  # type: ignore[comparison-overlap]


TALE = "The council of Orsk signed the charter with the port of Lom."


@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, True),
        # a preview by its words, or by its day; an opinion; another day's
        ({"ahead": True}, False),
        ({"lag": -1}, False),
        ({"opinion": True}, False),
        ({"day": 8}, False),
        # another's deed, or one that is foretold by the headline
        ({"as_asked": False}, False),
        ({"forecast": True}, False),
        # the entry states too little: its words must tell the deed, and be plain and much the same
        ({"share": 0.69}, True),
        ({"share": None}, True),
        ({"share": 0.69, "plainly": False}, False),
        ({"share": 0.69, "told": False}, False),
        ({"share": 0.69, "shares": False}, False),
        ({"share": 0.7, "plainly": False, "told": False, "shares": False}, True),
    ],
)
def test_each_thing_that_keeps_a_row_from_carrying(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], may: bool
) -> None:
    given: dict[str, Any] = {
        "ahead": False, "lag": 0, "opinion": False, "day": 7, "as_asked": True, "forecast": False,
        "share": 1.0, "plainly": True, "told": True, "shares": True,
    } | changed  # fmt: skip
    monkeypatch.setattr(corroboration, "_tells_as_asked", lambda *_: given["as_asked"])
    monkeypatch.setattr(corroboration, "_is_forecast", lambda *_: given["forecast"])
    monkeypatch.setattr(corroboration, "shares_enough", lambda *_: given["shares"])
    monkeypatch.setattr(corroboration, "deed_places", lambda *_: iter([(0, 1.0)] if given["told"] else []))
    table: Any = SimpleNamespace(
        language=ENGLISH,
        rows=[SimpleNamespace(day=7), SimpleNamespace(day=given["day"])],
        lag=np.array([0, given["lag"]]),
        is_opinion=lambda _row: given["opinion"],
        text=lambda _row: TALE,
        tree=lambda _row: None,
    )
    own = {} if given["share"] is None else {0: _match(given["share"])}
    event: Any = SimpleNamespace(
        matches={**own, 1: replace(_match(1.0), ahead=given["ahead"])}, plainly=given["plainly"]
    )
    assert corroboration._may_carry(table, SIGNED, event, 1, 0) is may


@pytest.mark.parametrize(
    ("changed", "turns"),
    [
        ({}, True),
        ({"lag": 3}, True),
        ({"lag": 4}, False),
        ({"lag": -1}, False),
        ({"share": 0.6}, True),
        ({"share": 0.59}, False),
        ({"real": False}, False),
        ({"ground": True}, False),
        ({"names": False}, False),
        # by a word that the sentence turns on, or by how much of it tells the event
        ({"turns": False}, False),
        ({"turns": False, "worth": 0.6}, True),
        ({"turns": False, "worth": 0.59}, False),
        ({"at": -1}, False),
        ({"at": -1, "worth": 0.6}, True),
    ],
)
def test_each_thing_by_which_a_row_turns_on_the_event(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], turns: bool
) -> None:
    given: dict[str, Any] = {
        "lag": 0, "share": 0.7, "real": True, "ground": False, "names": True, "turns": True, "worth": 0.0, "at": 0,
    } | changed  # fmt: skip
    monkeypatch.setattr(corroboration, "names_those", lambda *_: given["names"])
    monkeypatch.setattr(corroboration, "turns_on", lambda *_, **_in: given["turns"])
    monkeypatch.setattr(corroboration, "turned_on", lambda *_: given["worth"])
    table: Any = SimpleNamespace(
        language=ENGLISH, lag=np.array([given["lag"]]), tree=lambda _row: tree("quit VERB root 0")
    )
    match = replace(_match(given["share"]), real=given["real"], ground=given["ground"], at=given["at"])
    assert corroboration._turns_on_it(table, SIGNED, 0, match) is turns


@pytest.mark.parametrize(
    ("changed", "as_asked"),
    [
        ({}, True),
        ({"words": ["Quit VERB root 0"]}, True),
        ({"done": False}, False),
        ({"supposed": True}, False),
        ({"other_day": True}, False),
        ({"by_those": False}, False),
        ({"present": True}, True),
        ({"at": -1, "done": False, "by_those": False}, True),
        ({"at": 99}, False),
        # of what is no deed by its words something past must be told, and not in the present
        ({"asked": "the Orsk primary"}, True),
        ({"asked": "the Orsk primary", "past": False}, False),
        ({"asked": "the Orsk primary", "present": True}, False),
        ({"past": False}, True),
    ],
)
def test_each_thing_that_makes_a_deed_another_than_is_asked(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], as_asked: bool
) -> None:
    given: dict[str, Any] = {
        "words": ["Lund PROPN nsubj 2", "quit VERB root 0"], "done": True, "supposed": False, "other_day": False,
        "by_those": True, "present": False, "at": 0, "asked": SIGNED.words, "past": True,
    } | changed  # fmt: skip
    for name, told in (
        ("is_told_as_done", "done"), ("is_only_supposed", "supposed"), ("_is_of_another_day", "other_day"),
        ("is_by_those", "by_those"), ("is_in_the_present", "present"), ("tells_what_is_past", "past"),
    ):  # fmt: skip
        monkeypatch.setattr(corroboration, name, lambda *_, said=given[told]: said)
    parsed = tree(*given["words"])
    table: Any = SimpleNamespace(language=ENGLISH, tree=lambda _row: parsed, text=lambda _row: TALE)
    match = replace(_match(1.0), at=given["at"])
    assert corroboration._tells_as_asked(table, replace(SIGNED, words=given["asked"]), match, 0) is as_asked


@pytest.mark.parametrize(
    ("changed", "bears_out"),
    [
        ({}, True),
        ({"supposed": True}, False),
        ({"forecast": True}, False),
        # of what no row of the event tells neither is asked
        ({"matched": False, "supposed": True, "forecast": True}, True),
        ({"of_those": {0: False}}, False),
        ({"other_day": {0: True}}, False),
        ({"of_those": {0: False}, "other_day": {0: True}}, False),
        # one word for the deed is enough, and where there is none nothing speaks against it
        ({"of_those": {0: False, 1: True}}, True),
        ({"of_those": {0: False, 1: True}, "other_day": {1: True}}, False),
        ({"of_those": {}}, True),
    ],
)
def test_what_tells_the_events_deed_otherwise(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], bears_out: bool
) -> None:
    given: dict[str, Any] = {
        "matched": True, "supposed": False, "forecast": False, "of_those": {0: True}, "other_day": {},
    } | changed  # fmt: skip
    monkeypatch.setattr(corroboration, "is_only_supposed", lambda *_: given["supposed"])
    monkeypatch.setattr(corroboration, "_is_forecast", lambda *_: given["forecast"])
    monkeypatch.setattr(corroboration, "deed_places", lambda *_: ((at, 1.0) for at in given["of_those"]))
    monkeypatch.setattr(corroboration, "is_of_those", lambda _tree, at, *_: given["of_those"][at])
    monkeypatch.setattr(
        corroboration, "_is_of_another_day", lambda _table, _target, _row, at: given["other_day"].get(at, False)
    )
    table: Any = SimpleNamespace(language=ENGLISH, tree=lambda _row: None)
    event: Any = SimpleNamespace(matches={1: _match(1.0)} if given["matched"] else {})
    assert corroboration._is_not_otherwise(table, SIGNED, event, 1) is bears_out
    assert corroboration._is_not_otherwise(table, SIGNED, None, 1) is (
        not given["of_those"] or any(it and not given["other_day"].get(at) for at, it in given["of_those"].items())
    )


@pytest.mark.parametrize(
    ("is_stated", "asked", "otherwise", "supported"),
    [
        (True, True, True, False),
        (True, True, False, True),
        # only the event's own entry is borne out by nothing but its deed, and only where one is asked for
        (False, True, True, True),
        (True, False, True, True),
    ],
)
def test_what_tells_the_deed_otherwise_supports_all_but_the_event(
    monkeypatch: pytest.MonkeyPatch, is_stated: bool, asked: bool, otherwise: bool, supported: bool
) -> None:
    monkeypatch.setattr(corroboration, "_is_not_otherwise", lambda *_: not otherwise)
    table = read()
    kept: Any = SimpleNamespace(row=row(table, SIGNED_IN_ORSK), day=DAY.toordinal())
    context = corroboration.articles_of_days(table, (kept,))
    stated = kept.row if is_stated else kept.row + 1
    found = corroboration.corroborating(table, (kept,), context, SIGNED if asked else None, None, stated)
    assert bool(found[kept.row]) is supported
