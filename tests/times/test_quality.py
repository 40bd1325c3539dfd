"""The benchmark of dates counts as it says it does."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from tests.loading import load
from tests.ready import python

ROOT = Path(__file__).resolve().parents[2]


def benchmark() -> ModuleType:
    return load(ROOT / "benchmarks" / "dates.py")


def test_the_scorer() -> None:
    dates = benchmark()
    gold = [
        {"start": 0, "end": 6, "text": "Friday", "type": "DATE", "value": "2020-01-03"},
        {"start": 10, "end": 20, "text": "last weeks", "type": "DURATION", "value": "P1W"},
        {"start": 30, "end": 35, "text": "today", "type": "DATE", "value": "2020-01-05"},
    ]
    found = [
        {"start": 0, "end": 6, "text": "Friday", "type": "DATE", "value": "2020-01-03", "rule": "weekday"},
        {"start": 15, "end": 20, "text": "weeks", "type": "DATE", "value": "P1W", "rule": "lengths"},
        {"start": 40, "end": 43, "text": "now", "type": "DATE", "value": "PRESENT_REF", "rule": "now"},
        {"start": 50, "end": 53, "text": "now", "type": "DATE", "value": "PRESENT_REF", "rule": "now"},
    ]
    document = dates.Document("d", None, " " * 60, gold)
    figures, misses = dates.score([document], [found])
    assert figures["strict_f1"] == round(200 * 1 / 7, 2)
    assert figures["relaxed_f1"] == round(200 * 2 / 7, 2)
    assert figures["type_f1"] == round(200 * 1 / 7, 2)
    assert figures["value_f1"] == round(200 * 2 / 7, 2)
    assert sorted(m.kind for m in misses) == ["extra", "extra", "missed", "span", "type"]


def test_the_benchmark_prints_its_figures_last(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    timex = {"start": 12, "end": 18, "text": "Friday", "type": "DATE", "value": "2020-01-03"}
    gold.write_text(json.dumps({"id": "a", "dct": "2020-01-05", "text": "They met on Friday.", "timexes": [timex]}))
    command = [python(), str(ROOT / "benchmarks" / "dates.py"), str(gold), "--json", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    figures = json.loads(done.stdout.splitlines()[-1])
    assert {figures[f"{name}_f1"] for name in ("strict", "relaxed", "type", "value")} == {100.0}
    assert figures["docs_per_cpu_s"] > 0
    (found,) = json.loads(out.read_text("utf-8"))["timexes"]
    assert {name: found[name] for name in timex} == timex


@pytest.mark.parametrize(("week", "padded"), [("1998-W9", False), ("1998-W09", True)])
def test_weeks_are_written_as_the_gold_has_them(week: str, padded: bool) -> None:
    dates = benchmark()
    gold = [{"start": 0, "end": 9, "text": "last week", "type": "DATE", "value": week}]
    document = dates.Document("d", dt.date(1998, 3, 4), "last week", gold)
    assert dates.pads_weeks([document]) is padded
    assert [t["value"] for t in dates.predict(document, padded)] == [week]
