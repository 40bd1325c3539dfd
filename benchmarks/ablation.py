#!/usr/bin/env python3
"""What each part of the score is worth: the figures with it switched off, one at a time.

    benchmarks/ablation.py BENCH [--every N] [--cache DIR] [--json]

BENCH is the folder that holds t17, leadup_t17.jsonl and the scorers (../shared/bench). Every N-th lead-up case is
answered, and all the timelines.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from leadup.model import Question
from leadup.timeline import day_choice, salience, table, wording
from leadup.timeline.pool import Pool
from newsset import Topic, answer, case_question, topics

# What is switched off: a name, where its constant stands, and the value that makes it do nothing. In lower case it is
# one of the numbers of the day ranking's data file.
PARTS: tuple[tuple[str, ModuleType, str, float], ...] = (
    ("days: days of asides weigh less", salience, "trust", 0.0),
    ("days: later mentions weigh more", salience, "later", 0.0),
    ("days: announcements weigh less", salience, "ahead", 1.0),
    ("days: one article counts little more than once", salience, "within", 1.0),
    ("days: articles on the topic weigh more", salience, "share", 0.0),
    ("days: sentences on the topic weigh more", salience, "holds", 1.0),
    ("days: a chronicle's lines weigh more", salience, "headed", 1.0),
    ("days: what articles open with weighs more", salience, "opening", 1.0),
    ("days: articles that date much weigh more", salience, "chronicle", 0.0),
    ("days: undated leads", salience, "undated", 0.0),
    ("days: measured by their age", salience, "memory", 0.0),
    ("days: what was written before and after", salience, "burst", 0.0),
    ("days: standing out among those around", salience, "alone", 0.0),
    ("words: words that all share count", table, "COMMON", 0.0),
    ("words: undated heads in the centroid", wording, "HEADS_OF_DAY", 0.0),
    ("words: next morning's heads in the centroid", wording, "HEADS_OF_NEXT_DAY", 0.0),
    ("words: later mentions in the centroid", wording, "LATER_IN_CENTROID", 0.0),
    ("words: later sentences", wording, "LATER", 0.0),
    ("words: on the topic in the centroid", wording, "ON_TOPIC_IN_CENTROID", 0.0),
    ("words: like the days around", wording, "AROUND", 0.0),
    ("words: like the window", wording, "WINDOW", 0.0),
    ("words: no dangling openings", wording, "DANGLING", 1.0),
    ("words: no page furniture", wording, "FURNITURE", 1.0),
    ("words: no questions", wording, "QUESTION", 1.0),
    ("words: few quotations", wording, "QUOTING", 1.0),
    ("words: the day is the sentence's own", wording, "ASIDE", 1.0),
    ("words: not too short", wording, "SHORTEST", 1),
    ("words: not too long", wording, "LONGEST", 10_000),
    ("choice: no repetition", day_choice, "TOO_ALIKE", 1.0),
    ("choice: no padding", day_choice, "WORTH_ADDING", 0.0),
    ("relevance: a floor for articles off the topic", salience, "FLOOR", 0.0),
)

Task = tuple[str, Question, Pool, int, dict[str, list[str]]]
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--every", type=int, default=6)
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    sys.path.insert(0, str(asked.bench))
    scorer = importlib.import_module("score_timelines")
    found = {t.name: t for t in topics(asked.bench / "t17", asked.cache)}
    timelines = list(_timelines(asked.bench / "t17", found, scorer))
    cases = list(_cases(asked.bench / "leadup_t17.jsonl", found))[:: asked.every]
    _keep_tables()
    table_of: dict[str, Figures] = {}
    for name, module, constant, off in (("everything on", None, "", 0.0), *PARTS):
        with _switched(module, constant, off):
            figures = {
                **{f"T17 {k}": v for k, v in _figures(timelines, scorer).items()},
                **{f"cases {k}": v for k, v in _figures(cases, scorer).items()},
            }
        table_of[name] = figures
        if not asked.json:
            print(f"{name:50s} " + "  ".join(f"{k} {v:.4f}" for k, v in figures.items()), flush=True)
    print(json.dumps(table_of))


def _keep_tables() -> None:
    """Read the table of a question and its pool once: what is switched off is not in it (its rarities apart)."""
    kept: dict[tuple[int, int, int], table.Table] = {}
    read = table.read_table

    def again(pool: Pool, question: Question, first: int, last: int) -> table.Table:
        key = (id(pool), first, last)
        if key not in kept:
            kept[key] = read(pool, question, first, last)
        kept[key].__dict__.pop("rarity", None)
        return kept[key]

    day_choice.read_table = again


@contextlib.contextmanager
def _switched(module: ModuleType | None, constant: str, value: Any) -> Iterator[None]:
    if module is None:
        yield
        return
    if constant.islower():
        shipped = salience.span_weights()
        changed = salience.SpanWeights(
            replace(shipped.short, **{constant: value}), replace(shipped.long, **{constant: value})
        )
        constant, value = "span_weights", lambda: changed
    kept = getattr(module, constant)
    setattr(module, constant, value)
    try:
        yield
    finally:
        setattr(module, constant, kept)


def _timelines(dataset: Path, found: dict[str, Topic], scorer: Any) -> Iterator[Task]:
    for topic in found.values():
        lines = [x for x in (dataset / topic.name / "timelines.jsonl").read_text("utf-8").splitlines() if x.strip()]
        for reference in topic.references:
            question = topic.question(reference)
            gold = scorer.merged(json.loads(lines[int(reference.name.rsplit(".", 1)[1])]))
            # All timelines weigh alike: one group.
            yield "", question, topic.pool(reference.first, reference.last), reference.days, gold


def _cases(path: Path, found: dict[str, Topic]) -> Iterator[Task]:
    pools = {name: topic.pool() for name, topic in found.items()}
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        question = case_question(case)
        yield case["topic"], question, pools[case["topic"]], case["days"], dict(case["gold"])


def _figures(tasks: list[Task], scorer: Any) -> Figures:
    """Mean precision and recall within a group, F1 of those, mean of the groups."""
    groups = collections.defaultdict(list)
    for group, question, pool, days, gold in tasks:
        groups[group].append(scorer.score(answer(question, pool, days), gold))
    figures = {}
    for key, name in (("AR-1", "AR-1"), ("AR-2", "AR-2"), ("Date", "Date-F1")):
        values = [
            scorer.f1(*(sum(r[key][i] for r in rows) / len(rows) for i in (0, 1))) for _, rows in sorted(groups.items())
        ]
        figures[name] = round(sum(values) / len(values), 4)
    return figures


if __name__ == "__main__":
    main()
