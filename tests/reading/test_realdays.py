"""Sentences of real news are filed under their day as often as they were. Figures are development figures."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHA256 = "c7dce08fbac37f22c00063e471a61c2eb08c1a528113ba266cc4fd0665e5bfcf"
FLOORS = {
    "right_of_dated": 65.0,
    "right_of_text": 92.5,
    "certain_right_of_dated": 72.0,
    "certain_right_of_text": 96.0,
}
MOST_GIVEN_PUBLICATION = 8


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_realdays", ROOT / "benchmarks" / "realdays.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_floor(shared: Path) -> None:
    gold = shared / "bench" / "real" / "dated_sentences.jsonl"
    articles = shared / "bench" / "real" / "articles_2012_2016.jsonl.gz"
    if not gold.exists() or not articles.exists():
        pytest.skip("needs bench/real of the gold data")
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == SHA256, "the figures below are of another file"
    figures, _ = benchmark().measure(gold, articles)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert figures["none_given_publication"] <= MOST_GIVEN_PUBLICATION
