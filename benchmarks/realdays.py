#!/usr/bin/env python3
"""On which day a sentence of real news happened: how often leadup files it rightly.

    benchmarks/realdays.py GOLD ARTICLES [--set NAME …] [--json] [--errors]

GOLD has one sentence a line: {"article", "published", "start", "end", "sentence", "kind", "event_first", "event_last",
"certain", …}, offsets in code points of the article's text; both event days are null where the sentence tells of no
happening or its day cannot be known. ARTICLES are the records they stand in, as ``leadup add`` takes them (JSON lines,
also compressed); only those that gold names are read. A GOLD that ends in ``.tsv`` (``benchmarks/gold/days.tsv``) has
places only: set, article, published, start, end, first day, last day, certain; ``--set`` chooses among its sets.

A gold sentence is filed under the first day that ``event_days`` gives for the sentence of the light reading with which
it shares most code points. It is *right* where that day lies in [event_first, event_last], an interval of at most a
week; in a longer one it is no more than chance. The figures are percentages, of all sentences and of the certain ones:

right_of_dated             right, of the sentences that gold dates
right_of_text              right, of those that leadup holds the text to date (the publication day's last resort apart)
none_given_publication     a count: gold has no day, and the publication day is given all the same
none                       how many sentences gold has no day for
longer_than_a_week         how many sentences gold dates no closer than that: they cannot be right
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from leadup.archive.codec import unpack_reading
from leadup.errors import IntakeError
from leadup.ingest import prepare
from leadup.intake.record import article_from_record
from leadup.model import Sentence
from leadup.timeline.dating import event_days

LONGEST = dt.timedelta(days=6)


class Gold(NamedTuple):
    """A sentence, and the day or days on which what it tells of happened."""

    article: str
    start: int
    end: int
    sentence: str
    first: dt.date | None
    last: dt.date | None
    certain: bool


class Filed(NamedTuple):
    """What leadup makes of a gold sentence."""

    outcome: str
    day: dt.date | None = None
    reason: str = ""


def read_places(path: Path, sets: Sequence[str] = ()) -> list[Gold]:
    """The sentences of a table of places, whose words are looked up in the articles."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [
        Gold(article, int(start), int(end), "", _day(first), _day(last), certain == "yes")
        for name, article, _, start, end, first, last, certain in rows
        if not sets or name in sets
    ]


def read_gold(path: Path) -> list[Gold]:
    """The sentences of a gold file."""
    return [
        Gold(
            raw["article"], raw["start"], raw["end"], raw["sentence"],
            _day(raw["event_first"]), _day(raw["event_last"]), raw["certain"],
        )
        for raw in _lines(path)
    ]  # fmt: skip


def read_sentences(path: Path, golds: Sequence[Gold]) -> dict[str, tuple[Sentence, ...]]:
    """The light reading's sentences of every article that gold names; exits where one lacks or has another text."""
    wanted: dict[str, list[Gold]] = {}
    for gold in golds:
        wanted.setdefault(gold.article, []).append(gold)
    found: dict[str, tuple[Sentence, ...]] = {}
    for raw in _lines(path):
        if raw["id"] not in wanted or raw["id"] in found:
            continue
        article = article_from_record(raw, source=path.name)
        if isinstance(article, IntakeError):
            found[raw["id"]] = ()
            continue
        for gold in wanted[raw["id"]]:
            if gold.sentence and article.text[gold.start : gold.end] != gold.sentence:
                raise SystemExit(f"{gold.article}: the text at {gold.start} is not the gold's sentence")
        found[raw["id"]] = unpack_reading(prepare(article).reading).sentences
    if lacking := wanted.keys() - found.keys():
        raise SystemExit(f"{path} lacks {len(lacking)} of the gold's articles: {sorted(lacking)[:3]}")
    return found


def file(gold: Gold, sentences: Iterable[Sentence]) -> Filed:
    """Where leadup files a gold sentence, and how that compares."""
    common, sentence = max(
        ((min(s.end, gold.end) - max(s.start, gold.start), s) for s in sentences),
        key=lambda shared: shared[0],
        default=(0, None),
    )
    if sentence is None or common <= 0:
        return Filed("none" if gold.first is None else "left_out")
    told = next(event_days(sentence), None)
    if told is None:
        return Filed("none" if gold.first is None else "undated", None, _reason(sentence))
    day, date = dt.date.fromordinal(told[0]), told[1]
    how = "published" if date.by == "published" else "text"
    if gold.first is None or gold.last is None:
        outcome = f"dated_{how}"
    elif not gold.first <= day <= gold.last:
        outcome = f"wrong_{how}"
    else:
        outcome = f"right_{how}" if gold.last - gold.first <= LONGEST else "in_period"
    return Filed(outcome, day, str(date.reason))


def _reason(sentence: Sentence) -> str:
    return str(sentence.dates[0].reason) if sentence.dates else ""


def figures(pairs: Sequence[tuple[Gold, Filed]]) -> dict[str, float]:
    """The figures of the module's head, of all sentences and of the certain ones."""
    certain = [(g, f) for g, f in pairs if g.certain]
    n = Counter(f.outcome for _, f in pairs)
    return {
        "right_of_dated": _right_of_dated(pairs),
        "right_of_text": _right_of_text(pairs),
        "certain_right_of_dated": _right_of_dated(certain),
        "certain_right_of_text": _right_of_text(certain),
        "none_given_publication": n["dated_published"],
        "none": sum(g.first is None for g, _ in pairs),
        "longer_than_a_week": sum(
            g.first is not None and g.last is not None and g.last - g.first > LONGEST for g, _ in pairs
        ),
    }


def _right_of_dated(pairs: Sequence[tuple[Gold, Filed]]) -> float:
    dated = [f.outcome for g, f in pairs if g.first is not None]
    return _percent(sum(o.startswith("right") for o in dated), len(dated))


def _right_of_text(pairs: Sequence[tuple[Gold, Filed]]) -> float:
    n = Counter(f.outcome for _, f in pairs)
    return _percent(n["right_text"], n["right_text"] + n["wrong_text"] + n["dated_text"])


def measure(gold: Path, articles: Path, sets: Sequence[str] = ()) -> tuple[dict[str, float], list[tuple[Gold, Filed]]]:
    """The figures, and every gold sentence with where it was filed."""
    golds = read_places(gold, sets) if gold.suffix == ".tsv" else read_gold(gold)
    sentences = read_sentences(articles, golds)
    pairs = [(g, file(g, sentences[g.article])) for g in golds]
    return figures(pairs), pairs


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--set", nargs="*", default=(), help="of a table of places only these sets")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    parser.add_argument("--errors", action="store_true", help="print every sentence that is filed wrongly")
    asked = parser.parse_args()
    found, pairs = measure(asked.gold, asked.articles, asked.set)
    if asked.errors:
        for gold, filed in pairs:
            if filed.outcome not in ("right_text", "right_published", "none"):
                print(f"{filed.outcome}: {gold.sentence}")
                print(f"   gold {gold.first} to {gold.last}, leadup {filed.day}: {filed.reason}")
    for outcome, count in sorted(Counter(filed.outcome for _, filed in pairs).items()):
        print(f"{outcome:24} {count:6}")
    if asked.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:24} {value:6}")


if __name__ == "__main__":
    main()
