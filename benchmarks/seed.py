#!/usr/bin/env python3
"""How much of what a careful reader finds in one real article does ``leadup read`` find, on the right day?

    python benchmarks/seed.py SEED_FOLDER [--json]

SEED_FOLDER holds ``article.txt`` and ``expected.json``: entries with their date and exact words, lines of page
furniture that must not appear, and the target. An entry counts where a shown sentence holds its words and stands on
its day. Besides, it says for how many the speaker, the figures and the answered entry are right.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from leadup import Entry, Timeline, read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    asked = parser.parse_args()
    expected = json.loads((asked.folder / "expected.json").read_text(encoding="utf-8"))
    figures, lines = measure(read(asked.folder / expected["article"]), expected)
    print("\n".join(lines))
    print(json.dumps(figures) if asked.json else "\n".join(f"{k:20s} {v}" for k, v in figures.items()))


def measure(timeline: Timeline, expected: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The figures, and a line for each expected entry."""
    lines, found = [], {}
    for entry in expected["entries"]:
        shown = [e for e in timeline.entries if entry["quote"] in e.wording.exact]
        found[entry["id"]] = next((e for e in shown if str(e.day) == entry["date"]), None)
        days = ", ".join(str(e.day) for e in shown) or "not shown"
        lines.append(f"{'ok  ' if found[entry['id']] else 'MISS'} {entry['date']} {entry['id']:16s} {days}")
    wanted = expected["entries"]
    texts = [e.wording.exact for e in timeline.entries]
    speakers = [e for e in wanted if e.get("attributed_to")]
    counted = [e for e in wanted if e.get("figures")]
    return {
        "core": sum(bool(found[e["id"]]) for e in wanted if e.get("core")),
        "core_total": sum(bool(e.get("core")) for e in wanted),
        "all": sum(bool(x) for x in found.values()),
        "all_total": len(wanted),
        "target_on_day": all(found[e["id"]] is not None for e in wanted if e.get("target")),
        "noise": sum(any(noise in text for noise in expected["noise"]) for text in texts),
        "entries_shown": len(texts),
        "speakers": sum(_spoken(found[e["id"]], e["attributed_to"]) for e in speakers),
        "speakers_total": len(speakers),
        "figures": sum(_counted(timeline, e) for e in counted),
        "figures_total": len(counted),
    }, lines


def _spoken(entry: Entry | None, names: list[str]) -> bool:
    """Do the entry's claims name each of these speakers?"""
    if entry is None:
        return False
    article = entry.evidence[0].paragraph
    said = []
    for claim in entry.claims:
        if claim.speaker is not None:
            said += [claim.speaker.name, claim.speaker.role or ""]
        said += [article.exact[max(0, s - article.start) : max(0, e - article.start)] for s, e in claim.source]
    return all(any(name.casefold() in words.casefold() for words in said) for name in names)


def _counted(timeline: Timeline, expected: dict[str, Any]) -> bool:
    """Do the entries of the expected day hold each of the figures? One happening may be told in two sentences."""
    held = [figure.exact for e in timeline.entries if str(e.day) == expected["date"] for figure in e.figures]
    return all(any(figure in exact for exact in held) for figure in expected["figures"])


if __name__ == "__main__":
    main()
