#!/usr/bin/env python3
"""On which day an event happened that is named in a few words: how often that is worked out rightly.

    benchmarks/targets.py TABLE --archive DIR [--dataset DATASET] [--half 0|1] [--json]

TABLE has a question a line, tab-separated: the question, its right day(s), and further columns that are not read.
Right days are YYYY-MM-DD, several split by ";", a range as FIRST..LAST; "none" where the archive does not tell of the
event (right: it is refused), "many" where it has no one day (right: no day is stated). Lines that open with "#" are
passed over. DIR is the folder of an archive; ``--dataset`` (in the form of ../shared/bench/t17) is put into it where
there is none yet. ``targets.tsv`` beside this file has 60 events for the articles of Timeline17, some of days that
these do not tell of.
``--half`` takes every second question.

``right`` is the share of the events that are told of whose day is right, ``stated_right`` that of the days that are
not called a guess (percentages); ``near`` counts days one off, ``not_told_stated`` and ``not_told_refused`` the events
that the archive does not tell of which get a stated day, and none; ``many_stated`` those of many days that get a stated
day; ``cpu_s`` is process seconds a question.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import datetime as dt
import json
import time
from collections.abc import Iterator
from pathlib import Path

from answers import archive_of
from leadup import Archive
from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.target import seek_target

DAY = dt.timedelta(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--dataset", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    rows = list(questions(asked.table))[slice(None) if asked.half is None else slice(asked.half, None, 2)]
    counts: collections.Counter[str] = collections.Counter()
    seconds = 0.0
    with opened(asked.archive, asked.dataset) as archive:
        for words, cell in rows:
            started = time.process_time()
            target, why = answered(words, archive)
            seconds += time.process_time() - started
            outcome = judged(cell, target.day if target else None)
            stated = target is not None and target.certainty != "guess"
            counts[outcome] += 1
            counts[f"{outcome} stated"] += stated
            if not asked.json:
                print(f"{outcome:13} {str(target.day) if target else '-':10}  {words}: {why}")
    print(json.dumps(figures(counts, seconds)))


def answered(words: str, archive: Archive) -> tuple[Target | None, str]:
    """The event's target, None where it is refused, and what is said of it."""
    try:
        target = seek_target(Question(words), archive, language=ENGLISH)
    except UnknownTarget as error:
        return None, error.what
    return target, target.how


def judged(cell: str, day: dt.date | None) -> str:
    """What came of a question: "right", "near", "wrong" or "refused"; "none …" and "many …" where it has no day."""
    if cell in ("none", "many"):
        return f"{cell} {'refused' if day is None else 'dated'}"
    if day is None:
        return "refused"
    days = right_days(cell)
    if day in days:
        return "right"
    return "near" if {day - DAY, day + DAY} & days else "wrong"


def figures(counts: collections.Counter[str], seconds: float) -> dict[str, float]:
    """The sums, from the counts of each outcome and of the stated days among them."""
    kinds = ("right", "near", "wrong", "refused")
    told = sum(counts[k] for k in kinds)
    stated = sum(counts[f"{k} stated"] for k in kinds)
    asked = sum(n for k, n in counts.items() if not k.endswith(" stated"))
    return {
        "questions": asked,
        "told": told,
        "right": round(100 * counts["right"] / max(1, told), 1),
        "near": counts["near"],
        "refused_wrongly": counts["refused"],
        "stated": stated,
        "stated_right": round(100 * counts["right stated"] / max(1, stated), 1),
        "not_told_stated": counts["none dated stated"],
        "not_told_refused": counts["none refused"],
        "many_stated": counts["many dated stated"],
        "cpu_s": round(seconds / max(1, asked), 3),
    }


@contextlib.contextmanager
def opened(folder: Path, dataset: Path | None) -> Iterator[Archive]:
    """The archive in the folder; the data set, where one is named, is put into it where there is none yet."""
    if dataset is not None:
        with archive_of(dataset, folder) as archive:
            yield archive
    else:
        with Archive(folder) as archive:
            yield archive


def questions(table: Path) -> Iterator[tuple[str, str]]:
    """The questions and the cells of their right days."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            words, days, *_ = line.split("\t")
            yield words, days


def right_days(cell: str) -> set[dt.date]:
    """The days in a cell."""
    days: set[dt.date] = set()
    for part in cell.split(";"):
        first, _, last = part.strip().partition("..")
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        days.update(start + n * DAY for n in range((end - start).days + 1))
    return days


if __name__ == "__main__":
    main()
