"""The quality that must not be lost, on a gold file that is no part of the project."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHA256 = "0cb5587f8a37a39b2bd02d187e4033ca69f6ad747d94f8c7f24945e138837eb1"
FLOOR = {"strict_f1": 89.3, "relaxed_f1": 94.5, "type_f1": 91.8, "value_f1": 88.3}


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_dates", ROOT / "benchmarks" / "dates.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_floor(shared: Path) -> None:
    gold = shared / "bench" / "timex" / "news_dev.jsonl"
    if not gold.exists():
        pytest.skip("needs bench/timex/news_dev.jsonl of the gold data")
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == SHA256, "the figures below are of another file"
    dates = benchmark()
    documents = dates.read_gold(gold)
    figures, _ = dates.score(documents, [dates.predict(d) for d in documents])
    assert {name: figures[name] for name in FLOOR if figures[name] < FLOOR[name]} == {}


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
