#!/usr/bin/env python3
"""Searches the numbers of the day ranking (src/leadup/timeline/data/days.toml), and says what they reach.

    python training/days.py BENCH [--seconds N] [--seed N] [--cache DIR] [--out FILE]

BENCH is the folder that holds t17, entities, leadup_t17.jsonl and t17_copies.json (../shared/bench). From the numbers
that are there it takes steps at random, keeps those that rank better, and writes the best. What is made better is
Date-F1 on whole timelines (Timeline17 without its copies, Entities; each with the window of the reference and with one
wider by a week at either end) and on lead-up cases, weighed as WORTH has it.

Figures are printed twice: of the numbers written, on what they were searched on, and leaving topics out: each topic is
ranked with those of all tried numbers that are best on the other topics. The card is docs/models/days.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from leadup.timeline.salience import Mentions, SpanWeights, saliences  # noqa: E402
from leadup.timeline.table import read_table  # noqa: E402
from newsset import case_question, copies, topics  # noqa: E402

WORTH = {"timelines": 4.0, "timelines, wider": 1.0, "cases": 4.5, "entities": 1.5, "entities, wider": 1.5}
"""What a set's Date-F1 counts, each divided by FAIR, what it was about when this was set up."""
FAIR = {"timelines": 0.6, "timelines, wider": 0.5, "cases": 0.65, "entities": 0.3, "entities, wider": 0.3}
MARGIN = 7

# For each number the least and the most that is tried, and whether it is one number for windows of every length.
RANGES: dict[str, tuple[float, float, bool]] = {
    "trust": (0.2, 1.0, True),
    "undated": (0.05, 0.3, True),
    "within": (0.2, 0.6, True),
    "forgetting": (0.4, 1.2, True),
    "memory": (20, 90, True),
    "later": (0.0, 0.9, False),
    "ahead": (0.3, 1.2, False),
    "headed": (1.0, 2.6, False),
    "opening": (1.0, 2.4, False),
    "holds": (1.0, 2.0, False),
    "share": (0.1, 1.0, False),
    "chronicle": (0.0, 0.25, False),
    "burst": (0.0, 0.3, False),
    "alone": (0.0, 0.3, False),
}

Numbers = dict[str, float]
"""Keys as in the file: both.within, short.later, long.later, …"""


@dataclass(frozen=True)
class Task:
    """A window whose days are known: ``gold`` are the places of them in it, ``asked`` how many are asked for."""

    kind: str
    topic: str
    told: Mentions
    some: np.ndarray
    gold: frozenset[int]
    asked: int


def tasks(bench: Path, cache: Path | None) -> Iterator[Task]:
    """Every timeline with both windows, and every case."""
    for name, kind in (("t17", "timelines"), ("entities", "entities")):
        left_out = copies(bench / name)
        cases = [json.loads(x) for x in (bench / "leadup_t17.jsonl").read_text("utf-8").splitlines() if x.strip()]
        for topic in topics(bench / name, cache):
            topic = topic.without(left_out.get(topic.name, frozenset()))
            lines = (bench / name / topic.name / "timelines.jsonl").read_text("utf-8").splitlines()
            golds = [dict(json.loads(x)) for x in lines if x.strip()]
            asked = []
            for reference in topic.references:
                gold = golds[int(reference.name.rsplit(".", 1)[1])]
                for wider, margin in (("", 0), (", wider", MARGIN)):
                    question = topic.question(reference, margin)
                    pool = topic.pool(question.first, question.last)
                    asked.append((kind + wider, question, pool, gold, reference.days))
            whole = topic.pool()
            for case in cases if kind == "timelines" else ():
                if case["topic"] == topic.name:
                    asked.append(("cases", case_question(case), whole, dict(case["gold"]), case["days"]))
            for what, question, pool, gold, days in asked:
                assert question.first is not None and question.last is not None
                first = question.first.toordinal()
                table = read_table(pool, question, first, question.last.toordinal(), named=True)
                told = Mentions.of(table)
                some = np.bincount(told.at, minlength=told.days) > 0
                places = {dt.date.fromisoformat(d[:10]).toordinal() - first for d, texts in gold.items() if texts}
                yield Task(what, topic.name, told, some, frozenset(places), days)


def scores(found: list[Task], numbers: Numbers) -> np.ndarray:
    """Precision and recall of the days of each task."""
    weights = SpanWeights.read(written(numbers))
    rows = []
    for task in found:
        salience = np.where(task.some, sum(saliences(task.told, weights).values()), -1.0)
        chosen = {int(i) for i in np.argsort(-salience, kind="stable")[: task.asked] if task.some[i]}
        hits = len(chosen & task.gold)
        rows.append((hits / len(chosen) if chosen else 0.0, hits / len(task.gold) if task.gold else 0.0))
    return np.array(rows)


def figures(found: list[Task], rows: np.ndarray, without: str | None = None) -> dict[str, float]:
    """Date-F1 by kind: of the means over timelines; of the means over a topic's cases, then the mean of topics."""
    groups: dict[str, dict[str, list[int]]] = {kind: {} for kind in WORTH}
    for k, task in enumerate(found):
        if task.topic != without:
            groups[task.kind].setdefault(task.topic if task.kind == "cases" else "", []).append(k)
    of_kind = {}
    for kind, parts in groups.items():
        values = [2 * p * r / (p + r) if p + r else 0.0 for p, r in (rows[ks].mean(axis=0) for ks in parts.values())]
        of_kind[kind] = float(np.mean(values)) if values else 0.0
    return of_kind


def worth(of_kind: dict[str, float]) -> float:
    return sum(WORTH[kind] * value / FAIR[kind] for kind, value in of_kind.items())


def read(text: str) -> Numbers:
    """The numbers of a file, by part and name."""
    return {f"{part}.{name}": value for part, table in tomllib.loads(text).items() for name, value in table.items()}


def written(numbers: Numbers, template: str | None = None) -> str:
    """The file's text with these numbers; with a template, its comments are kept."""
    if template is None:
        parts: dict[str, list[str]] = {}
        for key, value in numbers.items():
            parts.setdefault(key.split(".")[0], []).append(f"{key.split('.')[1]} = {value:.6g}")
        return "\n".join(f"[{part}]\n" + "\n".join(lines) for part, lines in parts.items())
    out, part = [], ""
    for line in template.splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif " = " in line and not line.startswith("#"):
            name = line.split(" = ")[0]
            line = f"{name} = {numbers[f'{part}.{name}']:.2g}"
        out.append(line)
    return "\n".join(out) + "\n"


def stepped(numbers: Numbers, other: Numbers, random: np.random.Generator) -> Numbers:
    """A step away: one to three numbers moved, now and then half of them taken from other good ones."""
    new = dict(numbers)
    if random.random() < 0.3:
        new = {key: (other[key] if random.random() < 0.5 else value) for key, value in new.items()}
    for key in random.choice(list(new), random.integers(1, 4), replace=False):
        low, high, _ = RANGES[key.split(".")[1]]
        # As exact as it is written: more would fit the data's noise.
        new[key] = float(f"{np.clip(new[key] + random.normal() * (high - low) / 4, low, high):.2g}")
    return new


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--seconds", type=float, default=600, help="how long to search, in processor time; 0: measure")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    parser.add_argument("--out", type=Path, default=ROOT / "src/leadup/timeline/data/days.toml")
    asked = parser.parse_args()
    found = list(tasks(asked.bench, asked.cache))
    names = sorted({task.topic for task in found})
    random = np.random.default_rng(asked.seed)
    template = asked.out.read_text(encoding="utf-8")
    tried: list[tuple[Numbers, np.ndarray, dict[str | None, float]]] = []

    def attempt(numbers: Numbers) -> None:
        rows = scores(found, numbers)
        tried.append((numbers, rows, {left: worth(figures(found, rows, left)) for left in (None, *names)}))

    attempt(read(template))
    started = time.process_time()
    while time.process_time() - started < asked.seconds:
        left = None if random.random() < 0.3 else names[random.integers(len(names))]
        best = sorted(tried, key=lambda t: -t[2][left])[:6]
        one, other = (best[random.integers(len(best))][0] for _ in "ab")
        attempt(stepped(one, other, random))
    numbers, rows, _ = max(tried, key=lambda t: t[2][None])
    if asked.seconds:
        asked.out.write_text(written(numbers, template), encoding="utf-8")
    apart = np.zeros_like(rows)
    for name in names:
        own = np.array([task.topic == name for task in found])
        apart[own] = max(tried, key=lambda t: t[2][name])[1][own]
    for title, of in (("searched on", rows), ("topics left out", apart)):
        print(f"{title:16s}", {k: round(v, 4) for k, v in figures(found, of).items()}, f"of {len(tried)} tried")


if __name__ == "__main__":
    main()
