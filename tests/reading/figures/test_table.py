"""A table of sentences with their figures, and the floor that the reader keeps on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadup.lang import ENGLISH
from leadup.reading.figures import find_figures

TABLE = Path(__file__).with_name("sentences.txt")
FLOOR = 1.0

Row = tuple[str, float, float | None, str, str]


def rows() -> list[tuple[str, list[Row]]]:
    """Sentences with their expected figures."""
    found: list[tuple[str, list[Row]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            exact, low, high, unit, role = (cell.strip() for cell in line[1:].split("|"))
            found[-1][1].append((exact, float(low), None if high == "-" else float(high), unit, role))
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def read(sentence: str) -> list[Row]:
    """What the reader finds in a sentence."""
    return [(f.exact, f.low, f.high, f.unit, f.role) for f in find_figures(sentence, language=ENGLISH)]


def test_the_table_is_large_enough() -> None:
    assert len(rows()) >= 120


def test_f1_on_the_table() -> None:
    right = found = expected = 0
    for sentence, figures in rows():
        mine = set(read(sentence))
        right += len(mine & set(figures))
        found += len(mine)
        expected += len(figures)
    f1 = 2 * right / (found + expected)
    assert f1 >= FLOOR, f"{f1:.3f}"


@pytest.mark.parametrize("sentence", [s for s, figures in rows() if not figures])
def test_dates_ages_scores_and_labels_are_no_figures(sentence: str) -> None:
    assert read(sentence) == []
