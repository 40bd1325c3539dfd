"""How often a line of two things, of which the second never happened, is called supported as a whole, or in part.

    python benchmarks/check_parts.py ARCHIVE

ARCHIVE is one of ``../shared/bench/real/articles_2012_2016.jsonl.gz``. The lines are our own (``check_parts.tsv``).
"""

from __future__ import annotations

import collections
import datetime as dt
import sys
from pathlib import Path

from leadup.check import Statement
from leadup.check.judging import judge
from leadup.check.report import BORNE_OUT_OR_DISPUTED
from leadup.check.seeking import Seeker
from leadup.ingest import Archive
from leadup.lang import ENGLISH


def main() -> None:
    """Print a row a set and kind: lines, those called supported as a whole, and those in part."""
    lines = (Path(__file__).parent / "check_parts.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    with Archive(Path(sys.argv[1])) as archive:
        seeker = Seeker(archive, ENGLISH)
        for name, kind, day, words in (line.split("\t") for line in lines if not line.startswith("#")):
            found[name, kind][judge(Statement(0, len(words), words, dt.date.fromisoformat(day)), seeker).kind] += 1
    for (name, kind), counted in found.items():
        whole = sum(counted[k] for k in BORNE_OUT_OR_DISPUTED)
        print(f"{name:<7} {kind} {counted.total():>3} lines, {whole} supported, {counted['supported in part']} in part")


if __name__ == "__main__":
    main()
