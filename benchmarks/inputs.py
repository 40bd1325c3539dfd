"""How well inputs of every kind are read: as what they are, how many articles, their days, outlets, titles and words.

    python benchmarks/inputs.py REAL_DIR [--table FILE] [--json] [--wrong]

REAL_DIR holds ``inputs/`` and ``exports/``. The table (``inputs.tsv`` beside this file, or the one named) has a row a
file: its path, the format it is to be read as ("refused" where it is to be refused), the number of articles, of
refusals beside them, and for the articles in order the days ("-": none is known), outlets, and the first eight hex
digits of the SHA-256 of the title's letters ("-": not asked). ``a|b`` allows either, "*" anything, and one value counts
for all. ``words`` names where the words of the body stand: another file of REAL_DIR and a regular expression for its
paragraphs; body F1 is that of ``pages.py``. A day that leadup itself infers from the text counts like any other.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from leadup.errors import IntakeError
from leadup.intake import InputUnit, read_unit_as
from leadup.model import Article
from leadup.reading.publication import dated
from pages import body, f1, words

FIELDS = ("days", "outlets", "titles")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--table", type=Path, default=Path(__file__).with_suffix(".tsv"))
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    parser.add_argument("--wrong", action="store_true", help="show what came out wrong")
    asked = parser.parse_args()
    with asked.table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        path = asked.folder / row["file"]
        if not path.exists():
            print(f"not there: {path}", file=sys.stderr)
            continue
        found = list(read_unit_as(InputUnit(str(path))))
        kind = row["format"]
        for name in {kind, "all"}:
            _count(sums[name], row, found, asked.folder, asked.wrong and name == "all")
    listed = {row["file"] for row in rows}
    beside = [p for d in ("inputs", "exports") for p in (asked.folder / d).rglob("*") if p.is_file()]
    for path in beside:
        if str(path.relative_to(asked.folder)) not in listed:
            print(f"not in the table: {path.relative_to(asked.folder)}", file=sys.stderr)
    figures: dict[str, Any] = {}
    print(
        f"{'format':12}{'files':>7}{'right':>7}{'articles':>10}{'expected':>10}"
        f"{'day':>7}{'outlet':>8}{'title':>7}{'body F1':>9}"
    )
    for name in (*sorted(set(sums) - {"all"}), "all"):
        s = sums[name]
        shares = {n: s[f"{n} right"] / s[n] if s[n] else None for n in (*FIELDS, "words")}
        figures[name] = {"files": s["files"], "right": s["right"], "articles": s["found"], "expected": s["expected"],
                         **{n: None if v is None else round(v, 4) for n, v in shares.items()}}  # fmt: skip
        cells = "".join(
            f"{'-' if v is None else f'{v:.3f}':>{w}}" for v, w in zip(shares.values(), (7, 8, 7, 9), strict=True)
        )
        print(f"{name:12}{s['files']:>7}{s['right']:>7}{s['found']:>10}{s['expected']:>10}{cells}")
    if asked.json:
        print(json.dumps(figures))


def _count(
    sums: Counter[str], row: dict[str, str], found: list[tuple[str, Article | IntakeError]], folder: Path, tell: bool
) -> None:
    articles = [dated(a) for _, a in found if isinstance(a, Article)]
    errors = [e for _, e in found if isinstance(e, IntakeError)]
    kinds = {kind for kind, a in found if isinstance(a, Article)} or {"refused"}
    expected = int(row["articles"])
    right = kinds == {row["format"]} and len(articles) == expected and len(errors) == int(row["refused"])
    sums["files"] += 1
    sums["right"] += right
    sums["found"] += len(articles)
    sums["expected"] += expected
    if tell and not right:
        print(
            f"{row['file']}: {kinds}, {len(articles)} articles, {len(errors)} refused: {[str(e) for e in errors][:2]}"
        )
    for name in FIELDS:
        wanted = row[name].split(",") if row[name] else []
        wanted = wanted * expected if len(wanted) == 1 else wanted
        for number, want in enumerate(wanted):
            article = articles[number] if number < len(articles) else None
            got = "missing" if article is None else _value(article, name)
            if "*" in want.split("|") or (name == "titles" and want == "-"):
                continue
            sums[name] += 1
            sums[f"{name} right"] += got in want.split("|")
            if tell and got not in want.split("|"):
                print(f"{row['file']} {name}: {got}, not {want}")
    if row["words"] and articles:
        place, _, pattern = row["words"].partition(" ")
        text = (folder / place).read_bytes().decode("utf-8", "replace")
        gold = words("\n".join(re.findall(pattern, text)))
        score = f1(gold, words(body(articles[0])))[0]
        sums["words"] += 1
        sums["words right"] += score  # type: ignore[assignment]
        if tell and score < 0.98:
            print(f"{row['file']} words: {score:.3f}")


def _value(article: Article, name: str) -> str:
    if name == "days":
        return article.published.day.isoformat() if article.published else "-"
    if name == "outlets":
        return article.outlet or "-"
    return title_key(article.title)


def title_key(title: str | None) -> str:
    """What a title is compared by."""
    return (
        hashlib.sha256("".join(re.findall(r"\w", (title or "").casefold())).encode()).hexdigest()[:8] if title else "-"
    )


if __name__ == "__main__":
    main()
