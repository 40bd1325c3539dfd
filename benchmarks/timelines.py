#!/usr/bin/env python3
"""Whole timelines of news topics (Timeline17 and data sets of its form).

    benchmarks/timelines.py DATASET --out DIR [--json] [--topics NAME,...]

For each reference timeline leadup is given the topic's articles published from its first to its last day, that
window, the keywords, the number of days and the average number of sentences a day. DIR/TOPIC.n.json is what it
answers, {"YYYY-MM-DD": [sentence, ...]}; score it with ../shared/bench/score_timelines.py --gold DATASET --pred DIR.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from newsset import answer, topics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    parser.add_argument("--topics", help="only these topics, comma-separated")
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    timelines = sentences = 0
    seconds = 0.0
    for topic in topics(asked.dataset, asked.cache, asked.topics.split(",") if asked.topics else None):
        for reference in topic.references:
            pool = topic.pool(reference.first, reference.last)
            started = time.process_time()
            question = topic.question(reference)
            found = answer(question, pool, reference.days)
            seconds += time.process_time() - started
            (asked.out / f"{reference.name}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
            timelines += 1
            sentences += sum(map(len, found.values()))
            if not asked.json:
                print(f"{reference.name}: {len(pool)} articles, {len(found)} of {reference.days} days")
    print(json.dumps({"timelines": timelines, "sentences": sentences, "answer_cpu_s": round(seconds, 2)}))


if __name__ == "__main__":
    main()
