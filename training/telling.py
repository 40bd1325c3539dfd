#!/usr/bin/env python3
"""The words of chronicles: which words timelines use more, and less, than the articles they are drawn from.

    training/telling.py DATASET [DATASET ...] --out src/leadup/lang/en/telling.tsv

Each DATASET is in the form of ../shared/bench/t17 (topics with timelines.jsonl and articles.jsonl.gz). Every topic
counts as much as any other. A word is kept where six topics' timelines hold it, or articles hold it often, and where
English writes it in lower case, so that no topic's names and matters come in; its figure is the log of how much
likelier it stands in a sentence of a timeline than in one of an article, smoothed and cut at 2.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from leadup.lang import ENGLISH
from leadup.timeline.story.profile import is_common
from leadup.timeline.terms import stem

EACH = 300
"""Sentences that each topic counts as, on either side."""
PER_ARTICLE = 4
SMOOTHED = 8.0
OFTEN = 25.0
TOPICS = 6
MOST = 2.0
LEAST = 0.25
_WORD = re.compile(r"[a-z']+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("datasets", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    told, written = Counter[str](), Counter[str]()
    holders: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    topics = 0
    for dataset in asked.datasets:
        for path in sorted(dataset.glob("*/timelines.jsonl")):
            sentences = [s for line in _lines(path) for _, day in json.loads(line) for s in day]
            drawn = _drawn(path.with_name("articles.jsonl.gz"))
            if not sentences or not drawn:
                continue
            topics += 1
            for counted, some in ((told, sentences), (written, drawn)):
                for sentence in some:
                    words = {w for w in _WORD.findall(sentence.lower()) if len(w) > 1 and is_common(w, ENGLISH)}
                    for key in {stem(w, ENGLISH) for w in words}:
                        counted[key] += EACH / len(some)
                        if counted is told:
                            holders[key].add(path.parent.name)
                    for word in words:
                        forms[stem(word, ENGLISH)][word] += 1
    whole = EACH * topics
    rows = []
    for key in sorted({*told, *written}):
        if len(holders[key]) < TOPICS and written[key] < OFTEN:
            continue
        odds = math.log((told[key] + SMOOTHED) / (whole + 2 * SMOOTHED))
        odds -= math.log((written[key] + SMOOTHED) / (whole + 2 * SMOOTHED))
        if abs(odds) >= LEAST:
            word = min(forms[key].items(), key=lambda item: (-item[1], item[0]))[0]
            rows.append((max(-MOST, min(MOST, odds)), word))
    rows.sort(key=lambda row: (-row[0], row[1]))
    head = "# Words of chronicles and of talk, made by training/telling.py.\n# word\tlog odds\n"
    asked.out.write_text(head + "".join(f"{word}\t{odds:.2f}\n" for odds, word in rows), encoding="utf-8")
    print(f"{len(rows)} words of {topics} topics")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _drawn(path: Path) -> list[str]:
    chance = random.Random(1)
    found: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as articles:
        for line in articles:
            sentences = [s for s in json.loads(line)["text"].split("\n") if 6 <= len(s.split()) <= 60]
            found += chance.sample(sentences, min(PER_ARTICLE, len(sentences)))
    return found


if __name__ == "__main__":
    main()
