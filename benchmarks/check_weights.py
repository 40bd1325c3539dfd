"""The weights by which checking tells that sources tell a thing at all, and on another day: fitted, and tried across.

    python benchmarks/check_weights.py ARCHIVE [FOLDS]

ARCHIVE is one of ``../shared/bench/real/articles_2012_2016.jsonl.gz``. Of the true lines and the invented ones of four
sets (``benchmarks/check.py``), and of the true lines and the same with their day shifted, a logistic regression
(L2, by Newton's method) is fitted to what ``leadup.check.support`` and ``leadup.check.days`` find. Printed are its
weights, and for some thresholds what it says of lines it was not fitted to: all of one story fall into one fold.
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

import numpy as np

from check import cases
from leadup.archive import Archive
from leadup.check import Statement
from leadup.check.days import placed
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.support import evidence

Row = tuple[str, str, dict[str, float]]


def rows(archive: Archive) -> tuple[list[Row], list[Row]]:
    """Kind, words and evidence of each line: for being told, and for its day."""
    seeker = Seeker(archive)
    told, days = [], []
    for half in ("development", "kept", "blind", "more"):
        for kind, day, words in cases(half):
            case = (
                case_of(Statement(0, len(words), words, day), seeker) if kind in ("true", "invented", "day") else None
            )
            if case is None:
                continue
            if kind != "day":
                told.append((kind, words, evidence(case)))
            if kind != "invented":
                days.append((kind, words, placed(case).evidence))
    return told, days


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression, the last one its bias."""
    x = np.hstack([x, np.ones((len(x), 1))])
    keep = np.diag([ridge] * (x.shape[1] - 1) + [1e-6])
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + keep, x.T @ (p - y) + keep @ w)
    return w


def report(name: str, held: list[Row], wanted: str, folds: int) -> None:
    """Print the weights fitted to all, and how many of either kind reach each threshold across folds."""
    x = np.array([list(e.values()) for _, _, e in held])
    y = np.array([kind == wanted for kind, _, _ in held], dtype=float)
    fold = np.array([zlib.crc32(words.encode()) % folds for _, words, _ in held])
    p = np.zeros(len(held))
    for k in range(folds):
        w = fit(x[fold != k], y[fold != k])
        p[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ w[:-1] + w[-1])))
    w = fit(x, y)
    print(
        name, {n: round(float(v), 2) for n, v in zip(held[0][2], w[:-1], strict=True)}, "bias", round(float(w[-1]), 2)
    )
    for t in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95):
        print(f"  from {t:.2f}: {wanted} {np.mean(p[y == 1] >= t):.0%}, others {np.mean(p[y == 0] >= t):.1%}")


def main() -> None:
    """Fit both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("folds", type=int, nargs="?", default=10)
    given = parser.parse_args()
    with Archive(given.archive) as archive:
        told, days = rows(archive)
    report("told", told, "true", given.folds)
    report("another day", days, "day", given.folds)


if __name__ == "__main__":
    main()
