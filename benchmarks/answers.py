#!/usr/bin/env python3
"""How long an answer takes: process seconds, p50 and p95, with the pool's size.

    benchmarks/answers.py DATASET CASES --archive DIR [--every N] [--json]

DATASET (in the form of ../shared/bench/t17) is put into an archive in DIR unless one is there; every N-th case of CASES
(in the form of ../shared/bench/leadup_t17.jsonl) is asked of it, by the target's first words and its date. ``choice``
is the time from the pool in memory to the chosen sentences, ``answer`` the whole from the archive on disk to the
timeline, deep reading of the chosen sentences included. One answer is given before the clock starts, so that what is
loaded once (parser weights, lexicons) is not counted.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leadup import Archive, lead_up
from leadup.errors import LeadupError
from leadup.ingest import prepare
from leadup.intake import Options, article_from_record
from leadup.lang import ENGLISH
from leadup.model import Article, Question
from leadup.timeline import Pool, PooledArticle, choose
from newsset import case_question

# A person asks in a few words, where a reference's entry is up to three sentences.
ASKED_WORDS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    with archive_of(asked.dataset, asked.archive) as archive:
        held = archive.stats().articles
        questions = list(read_questions(asked.cases))[:: asked.every]
        pools: list[int] = []
        choice: list[float] = []
        whole: list[float] = []
        unanswered = 0
        for nth, question in enumerate([questions[0], *questions]):
            try:
                pool = Pool.of(
                    (
                        PooledArticle.of(*found)
                        for found in archive.candidates(
                            (question.target, *question.keywords), question.first, question.last
                        )
                    ),
                    ENGLISH,
                )
                started = time.process_time()
                choose(question, None, pool)
                chosen = time.process_time()
                lead_up(question, archive)
                ended = time.process_time()
            except LeadupError:
                unanswered += 1
                continue
            if nth:
                pools.append(len(pool))
                choice.append(chosen - started)
                whole.append(ended - chosen)
    result = {
        "archive": held,
        "answers": len(whole),
        "unanswered": unanswered,
        "pool_p50": statistics.median(pools),
        "pool_max": max(pools),
        **_quantiles("choice", choice),
        **_quantiles("answer", whole),
    }
    if not asked.json:
        print(f"{result['answers']} answers over {held} articles; a pool of {result['pool_p50']} articles (median)")
    print(json.dumps(result))


def _quantiles(name: str, seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        f"{name}_p50_s": round(statistics.median(ordered), 3),
        f"{name}_p95_s": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
    }


@contextlib.contextmanager
def archive_of(dataset: Path, folder: Path) -> Iterator[Archive]:
    """The archive in the folder; the data set is put into it where there is none yet."""
    fresh = not folder.exists()
    with Archive(folder, create=True) as archive:
        if fresh:
            for article in articles(dataset):
                archive.write([prepare(article)])
        yield archive


def articles(dataset: Path) -> Iterator[Article]:
    """Every article of a data set, in order of topic, or of one file of articles."""
    for path in [dataset] if dataset.is_file() else sorted(dataset.glob("*/articles.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield article_from_record(json.loads(line), source=str(path), options=Options(), line=number)
                except LeadupError:
                    continue


def read_questions(cases: Path) -> Iterator[Question]:
    """The cases as a person would ask them."""
    for line in cases.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        asked = case_question(json.loads(line))
        yield replace(asked, target=" ".join(asked.target.split()[:ASKED_WORDS]), per_day=None)


if __name__ == "__main__":
    main()
