"""The project's own real lead-ups (``benchmarks/gold/leadups.json``) hold together: what to find, and no texts."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

GOLD: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "benchmarks" / "gold" / "leadups.json").read_text(encoding="utf-8")
)
LONGEST_NOTE = 80
"""Code points of a note on a key happening: it is the writer's own, and no sentence of an article."""


@pytest.mark.parametrize("name", GOLD)
def test_a_lead_up_is_whole(name: str) -> None:
    lead_up = GOLD[name]
    first, day, last = (dt.date.fromisoformat(lead_up[k]) for k in ("first", "date", "last"))
    assert first < day <= last
    assert lead_up["half"] in ("development", "kept")
    for key in lead_up["key"]:
        days = [dt.date.fromisoformat(d) for d in (key["day"], *key["alt_days"])]
        assert all(first <= d <= last for d in days), key
        assert key["importance"] in (1, 2, 3)
        assert len(key["what"]) <= LONGEST_NOTE
    for pattern in (p for k in (*lead_up["key"], *lead_up["traps"]) for p in k["must"]):
        re.compile(pattern)


def test_either_half_has_as_many() -> None:
    halves = [lead_up["half"] for lead_up in GOLD.values()]
    assert halves.count("development") == halves.count("kept") == 5
