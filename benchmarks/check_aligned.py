"""The weights by which checking tells that a sentence is of a draft line's happening: fitted, and tried across.

    python benchmarks/check_aligned.py ARCHIVE

ARCHIVE is one of ``../shared/bench/real/articles_2012_2016.jsonl.gz``. A logistic regression is fitted to the pairs of
a true line and a sentence that were judged by reading (``gold/aligned.tsv``: same, part, other, none), and to the
nearest sentences of lines that never happened, none of which is the same. A sentence that tells a part counts as
``PART`` of one. Printed are the weights (``leadup.check.alignment``), and, with each line's pairs left out of the fit
in one of eight folds: how often a pair that is the same is likelier than one that is not (the area under the curve),
of the lines how many reach some thresholds by their likeliest sentence, true ones and others, and how many pairs
of each verdict do; beside each the same of ``leadup.check.telling``. Pairs whose sentence is no longer read closely
are left out.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from check import _rows, cases
from check_weights import fit, likely, show
from leadup.check import Statement
from leadup.check.alignment import evidence
from leadup.check.case import Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.telling import tellings
from leadup.ingest import Archive
from leadup.lang import ENGLISH

GOLD = Path(__file__).with_name("gold") / "aligned.tsv"
INVENTED = ("worded", "memory", "drawn", "fresh", "desk", "chat", "lot-odd", "more_kept", "kept")
PART, NEVER, NEAREST, FOLDS = 0.4, 0.7, 8, 8
"""What a pair counts of which the sentence tells a part; what an invented line's sentence counts in the fit; how many
of these are taken; and folds."""
VERDICTS = ("same", "part", "other", "none", "never")
"""The verdicts on pairs, and that of an invented line's."""
Pair = tuple[str, str, dict[str, float], float]
"""A line, the verdict on a sentence beside it, the evidence, and the likelihood by ``telling``."""


def gathered(archive: Archive) -> list[Pair]:
    """All pairs, those of invented lines with the verdict "never"."""
    seeker = Seeker(archive, ENGLISH)
    judged: dict[tuple[str, int], dict[tuple[str, int], str]] = collections.defaultdict(dict)
    for name, line, article, start, _, verdict in _rows("gold/aligned.tsv"):
        judged[name, int(line)][article, int(start)] = verdict
    found: list[Pair] = []
    for (name, line), verdicts in judged.items():
        day, words, *_ = _rows(f"check_lines_{name}.tsv")[line - 1]
        case = case_of(Statement(0, len(words), words, dt.date.fromisoformat(day)), seeker)
        found += _pairs(case, verdicts) if case is not None else ()
    for name in INVENTED:
        for kind, on, words in cases(name):
            case = case_of(Statement(0, len(words), words, on), seeker) if kind == "invented" else None
            found += _nearest(case) if case is not None else ()
    return found


def _pairs(case: Case, verdicts: dict[tuple[str, int], str]) -> Iterator[Pair]:
    for t in tellings(case):
        if t.bearing.place in verdicts:
            yield case.words, verdicts[t.bearing.place], evidence(case, t.read), t.likelihood


def _nearest(case: Case) -> Iterator[Pair]:
    then = [t for t in tellings(case) if case.is_then(t.bearing)]
    for t in sorted(then, key=lambda t: -t.likelihood - case.nearby.of(t.bearing).whole)[:NEAREST]:
        yield case.words, "never", evidence(case, t.read), t.likelihood


def area(p: np.ndarray, same: np.ndarray) -> float:
    """How often one that is the same is likelier than one that is not."""
    ranks = np.empty(len(p))
    ranks[np.argsort(p)] = np.arange(len(p))
    many = same.sum()
    return float((ranks[same].sum() - many * (many - 1) / 2) / (many * (len(p) - many)))


def report(pairs: list[Pair]) -> None:
    """Print the weights, and what they say of pairs and lines that they were not fitted to."""
    x = np.array([list(e.values()) for _, _, e, _ in pairs])
    verdicts = np.array([v for _, v, _, _ in pairs])
    y = np.select([verdicts == "same", verdicts == "part"], [1.0, PART], 0.0)
    counts = np.where(verdicts == "never", NEVER, 1.0)
    fold = np.array([zlib.crc32(words.encode()) % FOLDS for words, *_ in pairs])
    p = np.zeros(len(pairs))
    for k in range(FOLDS):
        p[fold == k] = likely(fit(x[fold != k], y[fold != k], counts[fold != k]), x[fold == k])
    show("aligned", list(pairs[0][2]), fit(x, y, counts))
    print(", ".join(f"{v} {n}" for v, n in collections.Counter(verdicts.tolist()).items()))
    for name, by in (("aligned", p), ("telling", np.array([t for *_, t in pairs]))):
        sure = verdicts != "part"
        read = sure & (verdicts != "never")
        areas = [area(by[of], verdicts[of] == "same") for of in (sure, read)]
        print(name, f"area {areas[0]:.3f}, of pairs that were read {areas[1]:.3f}")
        best: dict[str, float] = {}
        for (words, *_), one in zip(pairs, by, strict=True):
            best[words] = max(best.get(words, 0.0), float(one))
        never = {words for words, v, *_ in pairs if v == "never"}
        for t in (0.4, 0.5, 0.6, 0.7, 0.8):
            true = sum(q >= t for words, q in best.items() if words not in never)
            others = sum(best[words] >= t for words in never)
            pairs_of = ", ".join(f"{v} {(by[verdicts == v] >= t).sum()}" for v in VERDICTS)
            lines = f"{true} of {len(best) - len(never)} true lines, {others} of {len(never)} others"
            print(f"  from {t:.1f}: {lines}; pairs: {pairs_of}")


def main() -> None:
    """Gather and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    with Archive(parser.parse_args().archive) as archive:
        report(gathered(archive))


if __name__ == "__main__":
    main()
