#!/usr/bin/env python3
"""Whole timelines of news topics (Timeline17 and data sets of its form).

    benchmarks/timelines.py DATASET --out DIR [--json] [--topics NAME,...] [--margin DAYS] [--without FILE|none]
                            [--clean]

For each reference timeline leadup is given the topic's articles published from its first to its last day, that
window, the keywords, the number of days and the average number of sentences a day. ``--margin`` makes the window, and
with it the articles, so many days wider at either end, so that nothing is known of where the reference ends.

Articles that hold a reference almost whole are left out: those that ``--without`` names ({topic: [id, ...]}), else
those of NAME_copies.json beside the data set. DIR/TOPIC.n.json is what leadup answers without them,
DIR/all/TOPIC.n.json with them, {"YYYY-MM-DD": [sentence, ...]}. Where score_timelines.py lies beside the data set, both
are scored: AR-1, AR-2 and Date-F1, and with " all" behind the name with those articles (not with --clean).
(The same by hand: score_timelines.py --gold DATASET --pred DIR.)
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from newsset import Scores, answer, copies, means, scorer, topics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    parser.add_argument("--topics", help="only these topics, comma-separated")
    parser.add_argument("--margin", type=int, default=0, metavar="DAYS", help="widen the window at either end")
    parser.add_argument("--without", metavar="FILE", help="ids to leave out, by topic; none: leave out nothing")
    parser.add_argument("--clean", action="store_true", help="only without those articles: half the time")
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    asked = parser.parse_args()
    (asked.out / "all").mkdir(parents=True, exist_ok=True)
    left_out, scoring = copies(asked.dataset, asked.without), scorer(asked.dataset)
    scores: dict[str, list[Scores]] = {"": [], " all": []}
    timelines = sentences = 0
    seconds = 0.0
    for topic in topics(asked.dataset, asked.cache, asked.topics.split(",") if asked.topics else None):
        lines = (asked.dataset / topic.name / "timelines.jsonl").read_text("utf-8").splitlines()
        golds = [json.loads(line) for line in lines if line.strip()]
        clean = topic.without(left_out.get(topic.name, frozenset()))
        for reference in topic.references:
            question = topic.question(reference, asked.margin)
            found: dict[str, list[str]] = {}
            runs = (("", clean, asked.out), (" all", topic, asked.out / "all"))
            for which, of, folder in runs[:1] if asked.clean else runs:
                if which != " all" or len(of.articles) != len(clean.articles):
                    pool = of.pool(question.first, question.last)
                    started = time.process_time()
                    found = answer(question, pool, reference.days)
                    seconds += time.process_time() - started
                (folder / f"{reference.name}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
                if scoring is not None:
                    gold = dict(golds[int(reference.name.rsplit(".", 1)[1])])
                    scores[which].append(scoring.score(found, gold))
                if not asked.json and not which:
                    print(f"{reference.name}: {len(pool)} articles, {len(found)} of {reference.days} days")
            timelines += 1
            sentences += sum(map(len, found.values()))
    figures = {f"{k}{which}": v for which, rows in scores.items() if rows for k, v in means({"": rows}).items()}
    print(json.dumps({"timelines": timelines, "sentences": sentences, "answer_cpu_s": round(seconds, 2), **figures}))


if __name__ == "__main__":
    main()
