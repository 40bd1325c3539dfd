"""Tagging and parsing of UD English: UPOS, UAS and LAS on gold words and on raw text, and milliseconds a sentence.

    python benchmarks/syntax.py FILE.conllu... [--first N] [--json]

LAS counts base relations, punctuation included, as the CoNLL 2018 shared task does. On raw text a word counts where
its place in the sentence is the same; the sentences themselves are given. The last line is one JSON object with
``--json``.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

from leadup.lang import ENGLISH
from leadup.reading.syntax import Token, parse, parse_words


@dataclass(frozen=True)
class Gold:
    """A tree of a treebank: the sentence's text, and for each word form, tag, head (0 the root) and relation."""

    text: str
    rows: list[tuple[str, str, int, str, str]]


def gold(path: Path) -> list[Gold]:
    """The trees of a CoNLL-U file."""
    found, rows, text = [], [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("# text = "):
            text = line[9:]
        elif not line and rows:
            found.append(Gold(text, rows))
            rows = []
        elif cells[0].isdigit():
            rows.append((cells[1], cells[3], int(cells[6]), cells[7].partition(":")[0], cells[2]))
    return found


def _places(g: Gold) -> list[tuple[int, int]]:
    """Where each gold word stands in the sentence's text (words of a contraction share its letters in order)."""
    out, at = [], 0
    for word, *_ in g.rows:
        start = g.text.find(word, at)
        if start < 0 or g.text[at:start].strip():
            start = at + len(g.text[at:]) - len(g.text[at:].lstrip())
        out.append((start, start + len(word)))
        at = start + len(word)
    return out


def _gold_words(trees: list[Gold]) -> dict[str, float]:
    words = [[r[0] for r in g.rows] for g in trees]
    spans = [[(i, i + 1) for i in range(len(w))] for w in words]
    n = tag = arc = rel = lemma = 0
    for g, tokens in zip(trees, parse_words(words, spans, ENGLISH), strict=True):
        for (_, upos, head, relation, form), t in zip(g.rows, tokens, strict=True):
            n += 1
            tag += t.upos == upos
            lemma += t.lemma.lower() == form.lower()
            arc += t.head + 1 == head
            rel += t.head + 1 == head and t.deprel == relation
    return {"words": n, "upos": tag / n, "lemma": lemma / n, "uas": arc / n, "las": rel / n}


def _raw_text(trees: list[Gold]) -> dict[str, float]:
    n = mine = same = tag = rel = 0
    bounds, at = [], 0
    for g in trees:
        bounds.append((at, at + len(g.text)))
        at += len(g.text) + 1
    parses = parse("\n".join(g.text for g in trees), bounds, language=ENGLISH)
    for g, (s, _), p in zip(trees, bounds, parses, strict=True):
        places = _places(g)
        found: dict[tuple[int, int], Token] = {(t.start - s, t.end - s): t for t in p}
        n += len(places)
        mine += len(p)
        for place, (_, upos, head, relation, _) in zip(places, g.rows, strict=True):
            t = found.get(place)
            if t is None:
                continue
            same += 1
            tag += t.upos == upos
            above = (p[t.head].start - s, p[t.head].end - s) if t.head >= 0 else None
            rel += above == (places[head - 1] if head else None) and t.deprel == relation
    return {"raw_words": 2 * same / (n + mine), "raw_upos": 2 * tag / (n + mine), "raw_las": 2 * rel / (n + mine)}


def measured(path: Path, first: int | None = None) -> dict[str, float]:
    """The figures of one file, or of its ``first`` trees, in percent."""
    trees = gold(path)[:first]
    found = _gold_words(trees)
    began = time.process_time()
    found |= _raw_text(trees)
    spent = time.process_time() - began
    percent = {k: round(100 * v, 1) if k != "words" else v for k, v in found.items()}
    return {**percent, "ms_per_sentence": round(1000 * spent / len(trees), 2)}


def main() -> None:
    """Measure each file."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", type=Path, nargs="+")
    ap.add_argument("--first", type=int, metavar="N", help="only the first N trees of each file")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    parse("A first sentence loads the weights.", [(0, 35)], language=ENGLISH)
    figures: dict[str, dict[str, float]] = {}
    for path in a.files:
        figures[path.stem] = measured(path, a.first)
        print(path.stem, figures[path.stem])
    if a.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
