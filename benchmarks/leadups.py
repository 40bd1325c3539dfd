#!/usr/bin/env python3
"""Lead-up cases: what happened in the days before this?

    benchmarks/leadups.py DATASET CASES --out DIR [--json] [--topics NAME,...] [--every N] [--without FILE|none]
                          [--clean] [--cache DIR]
    benchmarks/leadups.py DATASET CASES --out DIR --mixed --archive DIR [--more ARTICLES ...] [--no-keywords] [...]

Each case gives leadup the whole topic's articles, before and after, the target's words and date, the window, the number
of days and of sentences a day. With ``--mixed`` the same cases are asked as a person asks them, through ``lead_up``
over one archive of all topics and of the files ``--more`` names (../shared/bench/real/articles_2012_2016.jsonl.gz),
so that finding the articles is part of it; ``--no-keywords`` keeps the topic's keywords from it. The archive is made in
DIR unless one is there. Such an answer has days x sentences a day entries, since ``lead_up`` takes no number of days.

Articles that hold a reference almost whole are left out: those that ``--without`` names ({topic: [id, ...]}), else
those of NAME_copies.json beside the data set; the mixed archive never holds them. DIR/ID.json is what leadup answers
without them, DIR/all/ID.json with them, {"YYYY-MM-DD": [sentence, ...]}. Where score_timelines.py lies beside the data
set, both are scored: AR-1, AR-2 and Date-F1, means of a topic's cases, then of the topics, and with " all" behind the
name with those articles (not with --clean). (The same by hand: score_leadup.py --cases CASES --pred DIR.)
"""

from __future__ import annotations

import argparse
import collections
import json
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from leadup import Archive, gather, lead_up
from leadup.errors import QuestionError
from leadup.timeline import Pool
from newsset import Scores, answer, case_question, copies, means, raw_without, scorer, topics

Ids = Mapping[str, frozenset[str]]
Case = dict[str, Any]
Found = dict[str, dict[str, list[str]]]
"""The answer to each case: the sentences of each day."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    parser.add_argument("--topics", help="only these topics, comma-separated")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th case")
    parser.add_argument("--without", metavar="FILE", help="ids to leave out, by topic; none: leave out nothing")
    parser.add_argument("--clean", action="store_true", help="only without those articles: half the time")
    parser.add_argument("--mixed", action="store_true", help="ask one archive of all topics")
    parser.add_argument("--archive", type=Path, help="where that archive is, or is to be made")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="other articles to put into it")
    parser.add_argument("--no-keywords", action="store_true", help="ask without the topic's keywords")
    parser.add_argument("--cache", type=Path, help="keep light readings here between runs")
    asked = parser.parse_args()
    if asked.mixed and asked.archive is None:
        parser.error("--mixed needs --archive")
    only = asked.topics.split(",") if asked.topics else None
    lines = [line for line in asked.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    cases = [c for c in map(json.loads, lines[:: asked.every]) if only is None or c["topic"] in only]
    ids = copies(asked.dataset, asked.without)
    scoring = scorer(asked.dataset)
    figures: dict[str, float] = {}
    started = time.process_time()
    runs = {"": _mixed(asked, cases, ids)} if asked.mixed else _over_topics(asked, cases, ids)
    seconds = time.process_time() - started
    for which, found in runs.items():
        folder = asked.out / which.strip()
        folder.mkdir(parents=True, exist_ok=True)
        scores: dict[str, list[Scores]] = collections.defaultdict(list)
        for case in cases:
            text = json.dumps(found[case["id"]], ensure_ascii=False)
            (folder / f"{case['id']}.json").write_text(text, encoding="utf-8")
            if scoring is not None:
                scores[case["topic"]].append(scoring.score(found[case["id"]], dict(case["gold"])))
        if scores:
            figures.update({f"{k}{which}": v for k, v in means(scores).items()})
        if not asked.json and not which:
            for topic, rows in sorted(scores.items()):
                print(f"{topic}: {len(rows)} cases", means({"": rows}))
    print(json.dumps({"cases": len(cases), "cpu_s": round(seconds, 2), **figures}))


def _over_topics(asked: argparse.Namespace, cases: list[Case], ids: Ids) -> dict[str, Found]:
    """Each case over the articles of its topic, without those of ``ids`` and (" all") with them."""
    of_topic = collections.defaultdict(list)
    for case in cases:
        of_topic[case["topic"]].append(case)
    found: dict[str, Found] = {"": {}, " all": {}}
    for topic in topics(asked.dataset, asked.cache, list(of_topic)):
        clean = topic.without(ids.get(topic.name, frozenset()))
        answered = _answered(asked, of_topic[topic.name], clean.pool())
        found[""] |= answered
        if not asked.clean:
            same = len(clean.articles) == len(topic.articles)
            found[" all"] |= answered if same else _answered(asked, of_topic[topic.name], topic.pool())
    return {"": found[""]} if asked.clean else found


def _answered(asked: argparse.Namespace, cases: list[Case], pool: Pool) -> Found:
    return {case["id"]: answer(_question(asked, case), pool, case["days"]) for case in cases}


def _mixed(asked: argparse.Namespace, cases: list[Case], ids: Ids) -> Found:
    """Each case over the one archive, as a person asks it."""
    if not asked.archive.exists():
        with tempfile.TemporaryDirectory() as folder, Archive(asked.archive, create=True) as made:
            gather(made, [*raw_without(asked.dataset, ids, Path(folder)), *asked.more])
    found = {}
    with Archive(asked.archive) as archive:
        for case in cases:
            question = replace(_question(asked, case), entries=case["days"] * case["sentences_per_day"])
            told: dict[str, list[str]] = {}
            try:
                for entry in lead_up(question, archive).entries:
                    told.setdefault(entry.day.isoformat(), []).append(entry.wording.exact)
            except QuestionError:
                pass
            found[case["id"]] = told
    return found


def _question(asked: argparse.Namespace, case: Case) -> Any:
    question = case_question(case)
    return replace(question, keywords=()) if asked.no_keywords else question


if __name__ == "__main__":
    main()
