"""How well copies are known: on copies made by cutting, re-ordering and re-heading articles.

    copies.py ARTICLES.jsonl.gz [--articles N] [--json]

ARTICLES is a file in the form of ``../shared/bench/t17/TOPIC/articles.jsonl.gz`` (``id``, ``text`` with one sentence a
line). The first N articles of 8 sentences or more (default 300), as they stand, are the originals. Of each are made,
by its number in turn, one copy: whole under another heading; the first half; the first third; the last two thirds;
every sentence kept but in blocks of another order; two sentences in five dropped; one word in twelve, and one word in
six changed; and its first half in a story whose other half is new.
Each copy also gets another outlet's heading and closing line. Right pairs are a copy with its original; a pair of two
originals counts as neither when one contains half of the other's sentences (the file's own copies). Also printed: the
same by kind of copy, and for comparison MinHash with 128 permutations at a Jaccard of 0.5, worked out exactly
(the Jaccard of the full shingle sets, which MinHash estimates).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from leadup.signatures import SHINGLE, signature
from leadup.timeline.lineage import copies_of

KINDS = (
    *("whole", "first half", "first third", "last two thirds", "re-ordered", "two in five dropped"),
    *("one word in twelve changed", "one word in six changed", "half in a story of its own"),
)
FILLER = ["moreover", "locally", "nearby", "however", "today", "again", "officials", "indeed"]


def copied(sentences: list[str], kind: str, number: int) -> str:
    """A copy of this kind, under another heading."""
    n = len(sentences)
    if kind == "first half":
        kept = sentences[: n // 2]
    elif kind == "first third":
        kept = sentences[: max(3, n // 3)]
    elif kind == "last two thirds":
        kept = sentences[n // 3 :]
    elif kind == "re-ordered":
        step = max(2, n // 4)
        blocks = [sentences[k : k + step] for k in range(0, n, step)]
        kept = [s for block in blocks[::-1] for s in block]
    elif kind == "two in five dropped":
        kept = [s for k, s in enumerate(sentences) if k % 5 not in (1, 3)]
    elif kind.startswith("one word in"):
        every = 12 if kind.endswith("twelve changed") else 6
        words = "\n".join(sentences).split(" ")
        kept = [
            " ".join(
                FILLER[(k + number) % len(FILLER)] if drawn(k, number) % every == 0 else w for k, w in enumerate(words)
            )
        ]
    elif kind == "half in a story of its own":
        # The other half is the article's own words in another order: new text that no other article holds.
        words = sorted("\n".join(sentences[n // 2 :]).split(), key=lambda w: hashlib.sha256(w.encode()).digest())
        kept = [*sentences[: n // 2], " ".join(words)]
    else:
        kept = sentences
    heading = f"Report number {number} : what is known so far , from our own desk in town {number}"
    return "\n".join((heading, *kept, f"Desk {number} edited this report for length ."))


def drawn(place: int, number: int) -> int:
    """A number that only looks random, so that changed words stand as irregularly as an editor's do."""
    return int.from_bytes(hashlib.sha256(f"{number}:{place}".encode()).digest()[:4], "big")


def shingles(text: str) -> frozenset[str]:
    """All word shingles of a text, for the exact Jaccard."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))


def main(arguments: Iterable[str] | None = None) -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path, metavar="ARTICLES")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    given = parser.parse_args(list(arguments) if arguments is not None else None)

    originals: dict[str, list[str]] = {}
    with gzip.open(given.articles_file, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            sentences = [s for s in article["text"].splitlines() if s.strip()]
            if len(sentences) >= 8 and len(originals) < given.articles:
                originals[article["id"]] = sentences
    texts = {id: "\n".join(sentences) for id, sentences in originals.items()}
    kind_of: dict[str, str] = {}
    of: dict[str, str] = {}
    for number, (id, sentences) in enumerate(originals.items()):
        kind = KINDS[number % len(KINDS)]
        made = f"copy of {id}"
        texts[made] = copied(sentences, kind, number)
        kind_of[made], of[made] = kind, id

    words = sum(len(t.split()) for t in texts.values())
    start = time.process_time()
    signatures = {id: signature(text) for id, text in texts.items()}
    signed = time.process_time() - start
    start = time.process_time()
    pairs = {(c.copy, c.original) for c in copies_of(signatures)}
    joined = time.process_time() - start

    full = {id: shingles(text) for id, text in texts.items()}
    # Pairs among the file's own articles, or of a copy with an article that its original shares text with.
    sets = {id: set(sentences) for id, sentences in originals.items()}

    def akin(a: str, b: str) -> bool:
        one, two = sets[of.get(a, a)], sets[of.get(b, b)]
        return len(one & two) * 5 >= min(len(one), len(two))

    right = set(of.items())
    wrong = [p for p in pairs - right if not akin(*p)]
    found = pairs & right
    said = len(found) + len(wrong)
    figures: dict[str, float] = {
        "articles": len(originals),
        "copies": len(of),
        "precision": len(found) / said if said else 0.0,
        "recall": len(found) / len(right) if right else 0.0,
        "wrong_pairs": len(wrong),
        "own_copies_in_file": len(pairs - right) - len(wrong),
        "jaccard_recall": sum(len(full[a] & full[b]) >= 0.5 * len(full[a] | full[b]) for a, b in right) / len(right),
        "signature_ms_per_300_words": signed / words * 300 * 1000,
        "signature_bytes_per_300_words": sum(map(len, signatures.values())) / words * 300,
        "joining_ms_per_article": joined / len(texts) * 1000,
    }
    by_kind: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for made, id in sorted(right):
        by_kind[kind_of[made]][0] += (made, id) in found
        by_kind[kind_of[made]][1] += 1
    for kind, (hit, total) in by_kind.items():
        print(f"  {kind:22s} found {hit} of {total}")
    for name, value in figures.items():
        print(f"{name:32s} {value:.3f}" if isinstance(value, float) else f"{name:32s} {value}")
    if given.json:
        print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}))


if __name__ == "__main__":
    main()
