"""Quality floors: what the answer reaches on the gold data may not fall unnoticed. Figures are development figures."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from pathlib import Path

import pytest

from leadup.model import Question

ROOT = Path(__file__).resolve().parents[2]

# Topic, the sha256 of its articles and its timelines, and the floors of AR-1 and Date-F1 on its timelines.
FLOORS = [
    ("mj", "bbd71df9d64911c61563bff63c811b8a25e4109581f4c91cbce5fba6ef139263", 0.115, 0.38),
    ("haiti", "823762d2b44f6ac9f93f8a1fdc7daeafaa52b46ec2731e966665d5745f7fe1fb", 0.19, 0.85),
]


def _hash(*paths: Path) -> str:
    return hashlib.sha256(b"".join(p.read_bytes() for p in paths)).hexdigest()


@pytest.mark.parametrize(("topic", "sha256", "ar_1", "date_f1"), FLOORS)
def test_whole_timelines_keep_their_quality(
    shared: Path, monkeypatch: pytest.MonkeyPatch, topic: str, sha256: str, ar_1: float, date_f1: float
) -> None:
    folder = shared / "bench" / "t17" / topic
    assert _hash(folder / "articles.jsonl.gz", folder / "timelines.jsonl") == sha256, "the gold data has changed"
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), str(shared / "bench"), *sys.path])
    newsset = importlib.import_module("newsset")
    scorer = importlib.import_module("score_timelines")
    (read,) = newsset.topics(folder.parent, only=[topic])
    lines = (folder / "timelines.jsonl").read_text("utf-8").splitlines()
    for reference, line in zip(read.references, lines, strict=True):
        question = Question(
            " ".join(read.keywords),
            keywords=read.keywords,
            first=reference.first,
            last=reference.last,
            per_day=reference.per_day,
        )
        found = newsset.answer(question, read.pool(reference.first, reference.last), reference.days)
        scores = scorer.score(found, scorer.merged(json.loads(line)))
        assert scorer.f1(*scores["AR-1"]) >= ar_1
        assert scorer.f1(*scores["Date"]) >= date_f1
