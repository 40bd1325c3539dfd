"""Which rows are the event's own: where the best of them stands for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from leadup.timeline.choice import _own_event
from leadup.timeline.stating import EventRows


@pytest.mark.parametrize(
    ("stated", "best", "own"), [(3, 3, True), (0, 0, True), (3, 4, False), (None, 4, False), (None, None, False)]
)
def test_the_rows_that_state_the_event(stated: int | None, best: int | None, own: bool) -> None:
    event = EventRows(stated=best, plainly=True)
    found: Any = SimpleNamespace(stated=stated, event=event)
    assert _own_event(found) == (event if own else EventRows())
