#!/usr/bin/env python3
"""On which day an event happened that is named in a few words: how often that is worked out rightly.

    benchmarks/targets.py DATASET --archive DIR [--half 0|1] [--json]

DATASET (in the form of ../shared/bench/t17) is put into an archive in DIR unless one is there. The events and their
days stand in targets.tsv beside this file; they are general knowledge, written down without looking at the articles,
and some are of days that the articles do not tell of. ``--half`` takes every second event. ``exact`` is on the day,
``near`` within a day of it; ``firm`` counts the answers that are not called a guess, ``firm_exact`` the right ones
among them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from pathlib import Path

from answers import archive_of
from leadup.errors import UnknownTarget
from leadup.model import Question
from leadup.timeline import Pool, PooledArticle, find_target
from leadup.timeline.query import SPEAKING, asked_words

EVENTS = Path(__file__).with_name("targets.tsv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    found = {"events": 0, "unknown": 0, "exact": 0, "near": 0, "firm": 0, "firm_exact": 0}
    seconds = 0.0
    with archive_of(asked.dataset, asked.archive) as archive:
        for days, words in events(asked.half):
            found["events"] += 1
            question = Question(words)
            words_asked = asked_words(question)
            started = time.process_time()
            pool = Pool.of(PooledArticle.of(*c) for c in archive.candidates(words_asked, None, None, SPEAKING))
            try:
                target = find_target(question, pool)
            except UnknownTarget:
                found["unknown"] += 1
                continue
            finally:
                seconds += time.process_time() - started
            gap = min(abs((target.day - day).days) for day in days)
            firm = not target.how.startswith("a guess")
            found["exact"] += gap == 0
            found["near"] += gap <= 1
            found["firm"] += firm
            found["firm_exact"] += firm and gap == 0
            if not asked.json:
                print(
                    f"{'right' if gap == 0 else 'near ' if gap == 1 else 'wrong'}  {target.day}  {words}: {target.how}"
                )
    print(json.dumps({**found, "cpu_s_per_event": round(seconds / max(1, found["events"]), 3)}))


def events(half: int | None = None) -> list[tuple[tuple[dt.date, ...], str]]:
    """The events' days, of which any is right, and their words."""
    lines = [x for x in EVENTS.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    rows = [line.split("\t") for line in (lines if half is None else lines[half::2])]
    return [(tuple(map(dt.date.fromisoformat, days.split("|"))), words) for days, words in rows]


if __name__ == "__main__":
    main()
