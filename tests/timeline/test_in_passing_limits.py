"""What tells a happening as news: each ground by itself, and each thing that keeps it from being news."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.timeline import in_passing
from leadup.timeline.target.match import Match

FREED = Target("Lund freed", dt.date(2021, 3, 10), "given")
TOLD = Match(0, 0, 0.9, frozenset(), frozenset(), True, 1.0)


@pytest.mark.parametrize(
    ("changed", "news"),
    [
        # nothing makes it news
        ({}, False),
        ({"turns_on": True}, True),
        ({"turns_on": True, "lag": 3}, True),
        ({"turns_on": True, "lag": 4}, False),
        ({"turns_on": True, "lag": 4, "shown": True}, True),
        ({"turns_on": True, "opinion": True}, False),
        ({"turns_on": True, "opinion": True, "shown": True}, False),
        # a headline that tells the event, near its day
        ({"titled": True}, True),
        ({"names_one": True}, True),
        ({"is_titled": True}, True),
        ({"is_titled": True, "title": None}, True),
        ({"titled": True, "lag": 1}, True),
        ({"titled": True, "lag": 2}, False),
        ({"titled": True, "title": None}, False),
        ({"titled": True, "matched": False}, False),
        ({"titled": True, "asked": False}, False),
        # what is only supposed is none, whatever turns on it
        ({"supposed": True, "turns_on": True}, False),
        ({"supposed": True, "turns_on": True, "matched": False}, True),
        ({"supposed": True, "turns_on": True, "asked": False}, True),
        # what was said on the day, of what is not the event
        ({"said": True}, False),
        ({"said": True, "matched": False}, True),
        ({"turns_on_event": True}, True),
        ({"turns_on_event": True, "matched": False}, False),
        ({"turns_on_event": True, "asked": False}, False),
        # a verb of the lead, printed near the day
        ({"in_clause": True}, True),
        ({"in_clause": True, "sentence": 2}, True),
        ({"in_clause": True, "sentence": 3}, False),
        ({"in_clause": True, "lag": 3}, True),
        ({"in_clause": True, "lag": -1}, False),
        ({"in_clause": True, "lag": 4, "shown": True}, False),
        ({"in_clause": True, "real": False}, False),
        ({"in_clause": True, "real": False, "matched": False}, True),
    ],
)
def test_what_makes_a_report_news_of_a_happening(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], news: bool
) -> None:
    given: dict[str, Any] = {
        "lag": 0, "shown": False, "opinion": False, "title": "Lund freed", "matched": True, "asked": True,
        "real": True, "sentence": 0, "titled": False, "names_one": False, "is_titled": False, "supposed": False,
        "turns_on": False, "said": False, "turns_on_event": False, "in_clause": False,
    } | changed  # fmt: skip
    for name, told in (
        ("titled", "titled"), ("names_one", "names_one"), ("is_titled", "is_titled"),
        ("is_only_supposed", "supposed"), ("turns_on", "turns_on"), ("is_said_then", "said"),
        ("_turns_on_event", "turns_on_event"), ("tells_in_clause", "in_clause"),
    ):  # fmt: skip
        monkeypatch.setattr(in_passing, name, lambda *_, said=given[told], **_in: said)
    monkeypatch.setattr(in_passing, "days_named", lambda *_: ())
    parsed = tree("Lund PROPN nsubj 2", "left VERB root 0")
    table: Any = SimpleNamespace(
        language=ENGLISH,
        lag=np.array([given["lag"]]),
        rows=[SimpleNamespace(article=0, sentence=given["sentence"])],
        pool=SimpleNamespace(articles=[SimpleNamespace(title=given["title"])]),
        is_opinion=lambda _row: given["opinion"],
        tree=lambda _row: parsed,
    )
    event: Any = SimpleNamespace(matches={0: replace(TOLD, real=given["real"])} if given["matched"] else {})
    target = FREED if given["asked"] else None
    assert in_passing._is_news(table, 0, 7, target, event, given["shown"]) is news


@pytest.mark.parametrize(("upos", "told_by"), [("VERB", [0]), ("NOUN", [])])
def test_only_a_verb_tells_the_deed_below_it(upos: str, told_by: list[int]) -> None:
    parsed = tree(f"Announce {upos} root 0 announce", "resignation NOUN obj 1")
    assert list(in_passing._told_by(parsed, 1, ENGLISH)) == told_by
