#!/usr/bin/env python3
"""Lead-up cases: what happened in the days before this?

    benchmarks/leadups.py DATASET CASES --out DIR [--json] [--topics NAME,...]

Each case gives leadup the whole topic's articles, before and after, the target's words and date, the window, the number
of days and of sentences a day. DIR/ID.json is what it answers, {"YYYY-MM-DD": [sentence, ...]}; score it with
../shared/bench/score_leadup.py --cases CASES --pred DIR.
"""

from __future__ import annotations

import argparse
import collections
import json
import time
from pathlib import Path

from newsset import answer, case_question, topics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    parser.add_argument("--topics", help="only these topics, comma-separated")
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    cases = collections.defaultdict(list)
    for line in asked.cases.read_text(encoding="utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            cases[case["topic"]].append(case)
    answered = 0
    seconds = 0.0
    for topic in topics(asked.dataset, asked.cache, asked.topics.split(",") if asked.topics else None):
        pool = topic.pool()
        for case in cases[topic.name]:
            started = time.process_time()
            question = case_question(case)
            found = answer(question, pool, case["days"])
            seconds += time.process_time() - started
            (asked.out / f"{case['id']}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
            answered += 1
        if not asked.json:
            print(f"{topic.name}: {len(cases[topic.name])} cases, {len(pool)} articles")
    print(json.dumps({"cases": answered, "answer_cpu_s": round(seconds, 2)}))


if __name__ == "__main__":
    main()
