"""What carries the event: each ground by itself."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

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
