#!/usr/bin/env python3
"""Real lead-ups: which of the key happenings of an event's days an answer holds, and what else it shows.

    benchmarks/reallead.py REFS --archive DIR [--undated] [--only NAME ...] [--show] [--json]

REFS is a table in the form of ../shared/bench/real/refs.json: {event: {"question", "date", "first", "last",
"target_must": [regex], "key": [{"day", "alt_days", "what", "must": [regex], "importance": 1-3}], "traps": [{"what",
"must": [regex], "days": [] or null}]}}. DIR is an archive of the articles it is of (answers keep deep readings in it:
give a copy if it is not yours). Patterns only recognise what a good entry says: never tune wording to them.

The last line is one JSON object of means over the events: ``key_found`` (key happenings found, weighted by importance:
an entry stands on a right day and its wording matches), ``key_found_3`` (of those of importance 3), ``on_key`` (entries
that match a key happening), ``on_story`` (entries that share a name or a rare word with the event's own articles),
``event_stated`` (the event's entry, or else one of its day, matches ``target_must``), ``entries``; and the sums
``traps``, ``captions``, ``cpu_s`` an event. ``--undated`` lets the event's day be worked out and counts back as far.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import time
from pathlib import Path
from statistics import mean
from typing import Any

from leadup import Archive, LeadupError, Question, Timeline, lead_up
from leadup.lang import ENGLISH
from leadup.timeline.story import find_story, story_weight

CAPTION = re.compile(r"Hide Caption|MUST WATCH|JUST WATCHED|Photos: |\(AP Photo|\(Photo:")
AFTER = dt.timedelta(31)
SHARED = 0.004
"""The weight of the story's words in a sentence that shares a name or rare word of it: about one of the sixty."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("refs", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--undated", action="store_true")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--show", action="store_true", help="print every entry: K is a key happening, T a trap")
    parser.add_argument("--json", action="store_true", help="print only the last line")
    asked = parser.parse_args()
    refs = json.loads(asked.refs.read_text(encoding="utf-8"))
    figures: list[dict[str, float]] = []
    with Archive(asked.archive) as archive:
        for name, ref in refs.items():
            if asked.only and name not in asked.only:
                continue
            figures.append(measured(archive, ref, asked.undated, asked.show and not asked.json))
            if not asked.json:
                print(name, figures[-1])
    sums = ("traps", "captions")
    found = {k: sum(f[k] for f in figures) if k in sums else round(mean(f[k] for f in figures), 3) for k in figures[0]}
    print(json.dumps(found))


def measured(archive: Archive, ref: dict[str, Any], undated: bool, show: bool) -> dict[str, float]:
    """The figures of one event."""
    date, first = dt.date.fromisoformat(ref["date"]), dt.date.fromisoformat(ref["first"])
    last = dt.date.fromisoformat(ref.get("last") or ref["date"])
    if undated:
        question = Question(ref["question"], days=(date - first).days)
    else:
        question = Question(ref["question"], date=date, first=first, last=last)
    began = time.process_time()
    timeline: Timeline | None = None
    try:
        timeline = lead_up(question, archive)
    except LeadupError as error:
        print(f"{ref['question']}: {error}")
    cpu = time.process_time() - began
    entries = timeline.entries if timeline else ()
    found: set[int] = set()
    on_key = traps = 0
    for entry in entries:
        text, day = entry.wording.exact, entry.day.isoformat()
        keys = [n for n, k in enumerate(ref["key"]) if day in _days(k) and _matches(k["must"], text)]
        trap = any(_matches(t["must"], text) and (not t.get("days") or day in t["days"]) for t in ref.get("traps", ()))
        found.update(keys)
        on_key += bool(keys)
        traps += trap
        if show:
            flags = ("*" if entry.is_target else " ") + ("K" if keys else "-") + ("T" if trap else " ")
            print(f"  {day} {flags} {text[:160]}")
    if show:
        for n, key in enumerate(ref["key"]):
            if n not in found:
                print(f"  missed ({key.get('importance', 1)}) {key['day']} {key['what']}")
    about = [e for e in entries if e.is_target] or [e for e in entries if e.day == date]
    high = [n for n, k in enumerate(ref["key"]) if k.get("importance", 1) == 3]
    weight = [k.get("importance", 1) for k in ref["key"]]
    return {
        "key_found": sum(weight[n] for n in found) / sum(weight),
        "key_found_3": sum(n in found for n in high) / len(high) if high else 1.0,
        "on_key": on_key / len(entries) if entries else 0.0,
        "on_story": _on_story(archive, question, timeline) if timeline else 1.0,
        "event_stated": float(any(_matches(ref["target_must"], e.wording.exact) for e in about)),
        "traps": traps,
        "captions": sum(bool(CAPTION.search(e.wording.exact)) for e in entries),
        "entries": len(entries),
        "cpu_s": round(cpu, 2),
    }


def _on_story(archive: Archive, question: Question, timeline: Timeline) -> float:
    """The share of the entries that speak of the story in its own words."""
    story = find_story(
        archive, question, timeline.target, timeline.first, timeline.last, timeline.last + AFTER, ENGLISH
    )
    if story is None or not timeline.entries:
        return 0.0
    return mean(story_weight(story.profile, e.wording.exact, ENGLISH) >= SHARED for e in timeline.entries)


def _days(key: dict[str, Any]) -> set[str]:
    return {key["day"], *key.get("alt_days", ())}


def _matches(patterns: list[str], text: str) -> bool:
    return any(re.search(p, text, re.I | re.S) for p in patterns)


if __name__ == "__main__":
    main()
