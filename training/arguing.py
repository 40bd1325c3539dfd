#!/usr/bin/env python3
"""Learns how pieces that argue are worded from the address of each, and writes src/leadup/lang/en/arguing.tsv.

    python training/arguing.py ARCHIVE

Of outlets that print a part of their pieces (LEAST to MOST of them) under an address or title that says opinion, those
pieces are taken for opinion and the rest for reports. The words are common ones without a subject of their own (VOICE);
the weights are of a logistic regression with a ridge, by Newton's steps. Printed is how well they tell the two apart in
each outlet when they are learned from the others (the area under the ROC curve). The card is docs/models/arguing.md.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from leadup import Archive
from leadup.lang import ENGLISH
from leadup.reading.piece import ENOUGH_WORDS, opinion_by_place, own_sentences, voice_of

ROOT = Path(__file__).resolve().parent.parent
MANY, LEAST, MOST = 500, 0.04, 0.2
RIDGE = 100.0
SMALL = 0.05
VOICE = """
said says say told according officials official spokesman spokeswoman statement reported declined asked added adding
saying announced released expected interview reporters also though whether including late early later should must
ought our we us you your my me these this those only not never nothing simply actually really very too what why how
course fact reason matter indeed perhaps surely clearly anyone anything everyone believe think know let cannot can't
won't don't isn't doesn't didn't is are be do does can all any good bad right wrong serious real true truth wants hope
and or if because than when well even just rather instead yet but so of it its an who will would has had was were at in
on after during he she her his they their there here
""".split()

Floats = np.ndarray


def fitted(x: Floats, y: Floats) -> Floats:
    """The weights of the columns of ``x`` and then the constant, by which ``y`` (0 or 1) is told."""
    held = np.hstack([x, np.ones((len(x), 1))])
    weights = np.zeros(held.shape[1])
    ridge = np.diag([RIDGE] * x.shape[1] + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-held @ weights))
        step = np.linalg.solve((held.T * (p * (1 - p))) @ held + ridge, held.T @ (y - p) - ridge @ weights)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def area(scores: Floats, y: Floats) -> float:
    """The area under the ROC curve."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores)] = np.arange(1, len(scores) + 1)
    ones = int(y.sum())
    return float((ranks[y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(y) - ones)))


def main() -> None:
    """Learn, say how well, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    args = parser.parse_args()
    found: dict[str, list[tuple[list[float], bool]]] = defaultdict(list)
    with Archive(args.archive) as archive:
        for article, reading in archive.articles():
            count = voice_of(own_sentences(article.text, reading.sentences))
            if (total := sum(count.values())) < ENOUGH_WORDS:
                continue
            row = [float(np.log1p(1000 * count[word] / total)) for word in VOICE]
            found[article.outlet or ""].append((row, opinion_by_place(article, ENGLISH)))
    shares = {outlet: sum(o for _, o in rows) / len(rows) for outlet, rows in found.items()}
    used = [o for o, rows in found.items() if len(rows) >= MANY and LEAST <= shares[o] <= MOST]
    x = np.array([row for outlet in used for row, _ in found[outlet]])
    y = np.array([float(o) for outlet in used for _, o in found[outlet]])
    of = np.array([outlet for outlet in used for _ in found[outlet]])
    spread = x.std(axis=0) + 1e-9
    z = (x - x.mean(axis=0)) / spread
    for outlet in used:
        inside = of == outlet
        weights = fitted(z[~inside], y[~inside])
        scores = z[inside] @ weights[:-1] + weights[-1]
        print(f"{outlet}: {inside.sum()} pieces, {int(y[inside].sum())} of opinion, {area(scores, y[inside]):.3f}")
    weights = fitted(z, y)
    worth = weights[:-1] / spread
    constant = weights[-1] - float(worth @ x.mean(axis=0))
    kept = {w: round(float(v), 2) for w, v, s in zip(VOICE, worth, spread, strict=True) if abs(v * s) >= SMALL}
    print(f"constant {constant:.2f}; {len(kept)} words")
    counts = Counter(sum(kept.get(w, 0) * v for w, v in zip(VOICE, row, strict=True)) + constant > 0 for row in x)
    print(f"above even odds: {counts[True]} of {len(x)}")
    lines = [f"{word}\t{value:.2f}" for word, value in sorted(kept.items(), key=lambda k: (-k[1], k[0]))]
    head = "# Words of pieces that argue, and of those that report, made by training/arguing.py.\n# word\tweight\n"
    path = ROOT / "src/leadup/lang/en/arguing.tsv"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
