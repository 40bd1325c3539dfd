#!/usr/bin/env python3
"""Links between entries of real answers: how many of those that sources state are found, how many found are stated.

    benchmarks/links.py ARCHIVE [--gold benchmarks/gold/links.tsv] [--half dev|held] [--json]

The gold holds places, and no text. Each line is a half, a question, its day, the later entry and the earlier ones that
would be right, parted by semicolons: an entry is its wording's article (16 digits) and start (code points). A line with
"-" for both is a question whose answer was read and states no link. One reader read every entry and its evidence and
wrote down what answers, comes of or is said about another entry in words that refer to it; of the half "held" before
leadup's links were looked at. Each question is asked with its day and four days of aftermath. A link is right when it
is listed; recall is over the listed lines both of whose ends are shown (``told``). "plain" are links shown outright,
"possible" those said with "possibly"; "recall" counts both. The archive is written to: deep readings are kept.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
from pathlib import Path

from leadup import Archive, lead_up
from leadup.errors import LeadupError
from leadup.model import Entry, Question

GOLD = Path(__file__).parent / "gold" / "links.tsv"
_ID = 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--half", choices=("dev", "held"))
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    count: collections.Counter[str] = collections.Counter()
    with Archive(asked.archive) as archive:
        for (words, day), stated in read_gold(asked.gold, asked.half).items():
            try:
                timeline = lead_up(Question(words, date=day, after=4), archive)
            except LeadupError as error:
                print(f"# {words}: {error}")
                continue
            _count(words, timeline.entries, stated, count)
    figures = _figures(count)
    print(json.dumps(figures) if asked.json else "\n".join(f"{k:18s} {v}" for k, v in figures.items()))


def read_gold(path: Path, half: str | None) -> dict[tuple[str, dt.date], list[tuple[str, frozenset[str]]]]:
    """What the sources state, by question and day: the later entry's place and those of the earlier that are right."""
    found: dict[tuple[str, dt.date], list[tuple[str, frozenset[str]]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        of, words, day, later, earlier = line.split("\t")
        if half in (None, of):
            stated = found.setdefault((words, dt.date.fromisoformat(day)), [])
            if later != "-":
                stated.append((later, frozenset(earlier.split(";"))))
    return found


def _place(entry: Entry) -> str:
    return f"{entry.wording.article[:_ID]}:{entry.wording.start}"


def _count(
    words: str,
    entries: tuple[Entry, ...],
    stated: list[tuple[str, frozenset[str]]],
    count: collections.Counter[str],
) -> None:
    at = {entry.id: _place(entry) for entry in entries}
    told = [(later, earlier) for later, earlier in stated if later in at.values() and earlier & set(at.values())]
    count["told"] += len(told)
    found = [(at[e.id], at[link.to], link.shown) for e in entries for link in e.responds_to if link.to in at]
    for later, earlier, shown in found:
        right = any(later == one and earlier in those for one, those in told)
        count[f"{'plain' if shown else 'possible'} {'right' if right else 'wrong'}"] += 1
        if not right:
            print(f"WRONG {'plain' if shown else 'possible'}\t{words}\t{later}\t{earlier}")
    for later, those in told:
        by = [shown for one, to, shown in found if one == later and to in those]
        count["found plain"] += any(by)
        count["found"] += bool(by)
        if not by:
            print(f"MISSED\t{words}\t{later}\t{';'.join(sorted(those))}")


def _figures(count: collections.Counter[str]) -> dict[str, float | int | None]:
    figures: dict[str, float | int | None] = {"told": count["told"]}
    for how in ("plain", "possible"):
        shown = count[f"{how} right"] + count[f"{how} wrong"]
        figures[how] = shown
        figures[f"{how}_precision"] = round(count[f"{how} right"] / shown, 3) if shown else None
    for name, found in (("recall_plain", "found plain"), ("recall", "found")):
        figures[name] = round(count[found] / count["told"], 3) if count["told"] else None
    return figures


if __name__ == "__main__":
    main()
