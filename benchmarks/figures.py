#!/usr/bin/env python3
"""Which figures of real news agree, differ, revise each other, or cannot be compared.

    benchmarks/figures.py ARCHIVE [--pairs FILE] [--json]

FILE (default: gold/figure_pairs.tsv beside this file) holds a pair a line, tab between: the day, each sentence's
article and start, and the verdict of a person who read both: agree, differ (a revision is one), or none. No text
stands in it. A pair that is said to agree or differ and does counts for precision; recall is over those that do.
``unread`` counts pairs of which a sentence is no longer read (a caption): they count for neither.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
from pathlib import Path

from leadup import Archive
from leadup.lang import ENGLISH
from leadup.model import Article, DateSpan, EventDate, Mention, Reading, Span
from leadup.timeline.accounts import compare
from leadup.timeline.counts import counts_the_same
from leadup.timeline.happenings import Collection, Passage, scores

PAIRS = Path(__file__).with_name("gold") / "figure_pairs.tsv"
NEAR = 40
"""Code points by which a sentence may begin later than when it was judged: a time or a caption's head before it."""

SAID = {"agreeing": "agree", "disputed": "differ", "revised": "differ"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    rows = [x.split("\t") for x in asked.pairs.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    with Archive(asked.archive) as archive:
        ids = archive.holds(sorted({id for row in rows for id in (row[1], row[3])}))
        held = {id: (archive.article(id), archive.reading(id)) for id in sorted(ids)}
    context = Collection({id: article.text for id, (article, _) in held.items()}, ENGLISH)
    counts: collections.Counter[str] = collections.Counter()
    for day, one, at, other, there, verdict in rows:
        if one not in held or other not in held:
            counts["missing"] += 1
            continue
        both = [
            mention_at(*held[id], int(start), dt.date.fromisoformat(day)) for id, start in ((one, at), (other, there))
        ]
        told = [m for m in both if m is not None]
        if len(told) < len(both):
            counts["unread"] += 1
            continue
        said = relation(told, held, context)
        counts["pairs"] += 1
        counts["comparable"] += verdict != "none"
        counts["said"] += said != "none"
        counts["right"] += said == verdict != "none"
        if said != verdict and not asked.json:
            print(f"{verdict} taken for {said}", *(f"\n    {' '.join(m.span.exact.split())[:200]}" for m in told))
    figures = {
        **counts,
        "precision": round(counts["right"] / max(1, counts["said"]), 3),
        "recall": round(counts["right"] / max(1, counts["comparable"]), 3),
    }
    print(json.dumps(figures) if asked.json else "\n".join(f"{k:12s} {v}" for k, v in figures.items()))


def mention_at(article: Article, reading: Reading, start: int, day: dt.date) -> Mention | None:
    """The sentence that starts there, or shortly behind what is no more read as part of it, as a mention of the day."""
    near = (k for k, s in enumerate(reading.sentences) if s.start - NEAR <= start < s.end)
    k = next(near, None)
    if k is None:
        return None
    sentence = reading.sentences[k]
    span = Span.of(article.id, article.text, sentence.start, sentence.end)
    reported = article.published.day if article.published else None
    return Mention(span, k, day, EventDate(DateSpan.day(day), "timex", "given"), reported, article.outlet)


def relation(told: list[Mention], held: dict[str, tuple[Article, Reading]], context: Collection) -> str:
    """What leadup says of the pair: agree, differ or none."""
    passages = [Passage(m.span.article, m.span.exact) for m in told]
    pool = context.pool(sorted({p.document for p in passages}))
    if not counts_the_same(*told, float(scores(passages, pool, strict=True)[0, 1]), ENGLISH):
        return "none"
    accounts = compare([(m, held[m.span.article][1].sentences[m.sentence].figures) for m in told], language=ENGLISH)
    states = [SAID[a.state] for a in accounts if a.state in SAID and len({f.span.article for f in a.figures}) > 1]
    return "differ" if "differ" in states else "agree" if states else "none"


if __name__ == "__main__":
    main()
