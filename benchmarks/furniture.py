"""How much of the page furniture in real text is hidden, and how much news with it.

usage:  python benchmarks/furniture.py ARCHIVE [--gold benchmarks/furniture.tsv] [--json]

ARCHIVE is the folder of an archive of the articles that the gold is of (here the 16,467 of 2012–2016). The gold holds
places only, no text: an article's id, start and end (code points), and "furniture" or "news", as judged by a reader on
sentences drawn at random from what was held for news before furniture was known. A place is hidden where less than half
of it stands in a sentence of the light reading that is no repeated line.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from leadup import Archive
from leadup.errors import UnknownArticle

GOLD = Path(__file__).with_name("furniture.tsv")


def main() -> None:
    """Print precision and recall of what is hidden."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    counts = {"hidden furniture": 0, "hidden news": 0, "shown furniture": 0, "shown news": 0, "missing": 0}
    with Archive(asked.archive) as archive:
        for line in asked.gold.read_text("utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            id, start, end, label = line.split("\t")
            try:
                sentences = archive.reading_for_answers(id).sentences
            except UnknownArticle:
                counts["missing"] += 1
                continue
            first, last = int(start), int(end)
            shown = sum(max(0, min(last, s.end) - max(first, s.start)) for s in sentences if not s.repeated)
            counts[f"{'shown' if shown >= (last - first) / 2 else 'hidden'} {label}"] += 1
    hidden = counts["hidden furniture"] + counts["hidden news"]
    there = counts["hidden furniture"] + counts["shown furniture"]
    scores = {
        **counts,
        "precision": round(counts["hidden furniture"] / hidden, 3) if hidden else None,
        "recall": round(counts["hidden furniture"] / there, 3) if there else None,
    }
    print(json.dumps(scores) if asked.json else "\n".join(f"{name:18} {value}" for name, value in scores.items()))


if __name__ == "__main__":
    main()
