#!/usr/bin/env python3
"""Articles read and stored per second of one core, and what share each step takes.

    python benchmarks/intake.py DATASET_OR_FOLDER [--limit N] [--json]

DATASET holds ``TOPIC/articles.jsonl.gz`` (plain articles), or the argument is any folder that ``leadup add`` reads
(pages). Figures are of process time. ``articles_per_core_s`` counts articles as they are, ``of_300_words`` counts
words and divides by 300.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from leadup.archive.codec import IndexedArticle, pack_article, pack_reading
from leadup.archive.repeats import lines_of
from leadup.errors import IntakeError
from leadup.ingest import Archive
from leadup.ingest.units import collecting_seldom
from leadup.intake import read_path
from leadup.lang import ENGLISH
from leadup.model import Article
from leadup.reading.figures import find_figures
from leadup.reading.light import read_light
from leadup.reading.names import find_names
from leadup.reading.publication import dated
from leadup.reading.sentences import split_sentences
from leadup.signatures import signature
from leadup.times import tag

T = TypeVar("T")
BATCH = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="at most so many articles")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    asked = parser.parse_args()
    spent: Counter[str] = Counter()

    def timed(step: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        done = work()
        spent[step] += time.process_time() - start
        return done

    topics = sorted(asked.folder.glob("*/articles.jsonl.gz")) or [asked.folder]
    articles: list[Article] = []
    timed("start-up", lambda: read_light(dated(next(a for a in read_path(topics[0]) if isinstance(a, Article)))))
    for topic in topics:
        # No more than are stored: what is read beyond them would count as their cost.
        left = None if asked.limit is None else asked.limit - len(articles)
        found = timed("intake", lambda topic=topic, left=left: list(islice(read_path(topic), left)))  # type: ignore[misc]
        articles += [a for a in found if not isinstance(a, IntakeError)]
    words = sum(len(a.text.split()) for a in articles)
    with collecting_seldom(), tempfile.TemporaryDirectory() as folder, Archive(folder, create=True) as archive:
        for at in range(0, len(articles), BATCH):
            batch = [_prepared(article, timed) for article in articles[at : at + BATCH]]
            timed("storing", lambda batch=batch: archive.write(batch))  # type: ignore[misc]
        size = archive.stats().bytes
    for article in articles[:400]:
        timed("of which times", lambda a=article: tag(a.text, a.published.day if a.published else None))  # type: ignore[misc]
        bounds = timed("of which sentences", lambda a=article: split_sentences(a.text, language=ENGLISH))  # type: ignore[misc]
        timed("of which names", lambda a=article, b=bounds: find_names(a.text, b, language=ENGLISH))  # type: ignore[misc]
        timed("of which figures", lambda a=article: find_figures(a.text, language=ENGLISH))  # type: ignore[misc]
    total = sum(spent[s] for s in ("intake", "light reading", "packing", "copies", "repeated lines", "storing"))
    sampled = len(articles[:400]) / max(1, len(articles))
    figures: dict[str, Any] = {
        "articles": len(articles),
        "words_per_article": round(words / len(articles)),
        "articles_per_core_s": round(len(articles) / total, 1),
        "of_300_words_per_core_s": round(words / 300 / total, 1),
        "bytes_per_article": round(size / len(articles)),
        "share": {
            step: round((spent[step] / (sampled if step.startswith("of which") else 1)) / total, 3)
            for step in spent
            if step != "start-up"
        },
    }
    for name, value in figures.items():
        print(f"{name:26s} {value}")
    if asked.json:
        print(json.dumps(figures))


def _prepared(article: Article, timed: Callable[[str, Callable[[], Any]], Any]) -> IndexedArticle:
    reading = timed("light reading", lambda: read_light(dated(article)))
    record, packed = timed("packing", lambda: (pack_article(article), pack_reading(reading)))
    signed = timed("copies", lambda: signature(article.text))
    days = {s.day.toordinal() for s in reading.sentences if s.day and s.dates[0].by != "published"}
    lines = timed("repeated lines", lambda: lines_of(article, reading))
    return IndexedArticle(article, record, packed, signed, tuple(sorted(days)), lines)


if __name__ == "__main__":
    main()
