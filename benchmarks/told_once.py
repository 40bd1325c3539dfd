#!/usr/bin/env python3
"""The weights by which two entries of an answer are taken for one (``data/told_once.toml``): fitted, and tried.

    python benchmarks/told_once.py --archive DIR [--fit-only] [--write]

DIR is an archive of ../shared/bench/real/articles_2012_2016.jsonl.gz. Of each question of the halves "fit", "shown" and
"pool" of ``benchmarks/gold/entries.tsv`` that has an entry which tells again what another does, two entries that a
reader kept both are a pair of two happenings; of one that he did not keep as told again it is not said which other
entry tells it, so the likeliest one makes the pair of one happening, found anew after each fit (a logistic regression,
L2). Then, with each two months in one of eight folds, and for the halves that nothing is fitted to (all questions with
a verdict), it is printed how many entries are folded that a reader found told again, how many good ones, and how many
good ones of which the other was found to be the one told again. ``--fit-only`` leaves out those other halves;
``--write`` renews the data file.
"""

from __future__ import annotations

import argparse
import datetime as dt
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

import numpy as np

from check_weights import fit_apart, likely, weight_lines
from entry_weights import FITTED, GOLD, UNFITTED, days_given, entries_of, is_at, told_of
from leadup import Archive, Question
from leadup.timeline.keeping import keeping_weights, likelihood
from leadup.timeline.told_once import Alike, ToldAgain

DATA = Path(__file__).parent.parent / "src/leadup/timeline/data/told_once.toml"
NAMES = [one.name for one in fields(Alike)]
RIDGE, FOLDS, ROUNDS = 20.0, 8, 6
LEAST = 0.30
"""The threshold shipped: of what it folds as many are kept by a reader as of what is folded for other reasons."""
TRIED = (0.3, 0.4, 0.5, 0.6, 0.7)
GOOD, AGAIN = ("good", "minor"), "again"


@dataclass(eq=False)
class Told:
    """An entry: its place in the order of weight, verdict, whether it states the event and how likely it is kept."""

    nth: int
    verdict: str
    stated: bool
    kept: float

    @property
    def is_good(self) -> bool:
        """Did a reader keep it, or does it state the event, of which none was asked?"""
        return self.verdict in GOOD or (self.stated and not self.verdict)


@dataclass(eq=False)
class Answer:
    """The entries that one answer may tell, weightiest first, and what each two that may be one share, by place."""

    fold: int
    entries: list[Told]
    alike: dict[tuple[int, int], list[float]] = field(repr=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--fit-only", action="store_true", help="no figures of the halves that nothing is fitted to")
    parser.add_argument("--write", action="store_true", help=f"renew {DATA.name}")
    asked = parser.parse_args()
    with Archive(asked.archive) as archive:
        known = list(answers(archive, FITTED, must=AGAIN))
        weights, rows = fitted(known)
        across = {k: fitted([a for a in known if a.fold != k])[0] for k in {a.fold for a in known}}
        show("fitted, by folds", known, lambda answer: across[answer.fold])
        if not asked.fit_only:
            show("not fitted", list(answers(archive, UNFITTED)), lambda _: weights)
    for name, weight, spread in zip(NAMES, weights, rows.std(axis=0), strict=False):
        print(f"{name:14s} {weight:7.3f}  a standard deviation: {weight * spread:5.2f}")
    print(f"bias {weights[-1]:.3f}")
    if asked.write:
        DATA.write_text(as_toml(weights, rows, known), encoding="utf-8")


def answers(archive: Archive, halves: Sequence[str], must: str = "") -> Iterator[Answer]:
    """The answers to the questions of these halves, those only that have an entry of the verdict ``must``."""
    judged: dict[str, list[list[str]]] = {}
    for line in (GOLD / "entries.tsv").read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if not line.startswith("#") and row[0] in halves:
            judged.setdefault(row[1], []).append(row)
    days = days_given()
    for question, lines in judged.items():
        if must and all(row[6] != must for row in lines):
            continue
        found = told_of(archive, Question(question, date=days.get(question)))
        if found is None:
            continue
        of, known = found
        entries = []
        for nth, entry in enumerate(entries_of(question, of, known)):
            here = [r[6] for r in lines if is_at(entry.place, (r[2], r[3], int(r[4]), int(r[5])))]
            entries.append(Told(nth, here[-1] if here else "", entry.stated, likelihood(known[nth])))
        stated = of.stated if of.event.plainly else None
        pairs = ToldAgain(of.table, of.told, of.words, of.context, stated)
        places = [(i, j) for j in range(len(entries)) for i in range(j) if pairs.may_be_one(i, j)]
        alike = {(i, j): list(astuple(pairs.alike(i, j))) for i, j in places}
        last = dt.date.fromordinal(max(one.day for one in of.told))
        yield Answer(zlib.crc32(f"{last.year} {last.month // 2}".encode()) % FOLDS, entries, alike)


def fitted(known: Sequence[Answer]) -> tuple[np.ndarray, np.ndarray]:
    """Weights, the last one their bias, and the rows that they are fitted to."""
    apart = [
        answer.alike[i.nth, j.nth]
        for answer in known
        for j in answer.entries
        for i in answer.entries[: j.nth]
        if i.is_good and j.is_good and (i.nth, j.nth) in answer.alike
    ]
    bags = [bag for answer in known for j in answer.entries if j.verdict == AGAIN and (bag := tellers(answer, j))]
    # At first the one of its day that says it in the likest words.
    of = [NAMES.index(name) for name in ("same_day", "words", "likeness")]
    chosen = [bag[int(np.argmax([sum(row[k] for k in of) for row in bag]))] for bag in bags]
    for _ in range(ROUNDS):
        rows = np.array([*apart, *chosen])
        weights = fit_apart(rows, np.array([0.0] * len(apart) + [1.0] * len(chosen)), None, RIDGE)
        chosen = [bag[int(np.argmax(likely(weights, np.array(bag))))] for bag in bags]
    return weights, rows


def tellers(answer: Answer, one: Told) -> list[list[float]]:
    """What an entry that is told again shares with each that may be the one that tells it."""
    others = [k for k in answer.entries if k is not one and (k.is_good or k.verdict == AGAIN)]
    places = [(min(one.nth, k.nth), max(one.nth, k.nth)) for k in others]
    return [answer.alike[place] for place in places if place in answer.alike]


def show(name: str, known: Sequence[Answer], weights_of: Callable[[Answer], np.ndarray]) -> None:
    """Print for each threshold what is folded of the entries that are likely enough plain, and what stays."""
    w = keeping_weights()
    for least in (2.0, *TRIED):
        folded: Counter[str] = Counter()
        plain: Counter[str] = Counter()
        for answer in known:
            stays: list[Told] = []
            becomes: dict[int, str] = {}
            for one in answer.entries:
                if one.nth and not one.stated and one.kept < w.sure:
                    continue
                p, nearest = likeliest(answer, one, stays, weights_of(answer))
                if nearest is None or p < least or one.stated:
                    stays.append(one)
                    continue
                swapped = one.verdict in GOOD and nearest.verdict == AGAIN
                folded["good, the other told again" if swapped else one.verdict or "not judged"] += 1
                becomes.update({nearest.nth: "good"} if swapped else {})
            plain.update(becomes.get(k.nth, k.verdict) for k in stays if k.verdict)
        whole = sum(plain.values())
        good = sum(plain[v] for v in GOOD)
        print(f"{name} {least}: {whole} plain, {good} good, {plain[AGAIN]} told again; folded {dict(folded)}")


def likeliest(answer: Answer, one: Told, stays: Sequence[Told], weights: np.ndarray) -> tuple[float, Told | None]:
    """Which of those that stay plain an entry most likely tells again, and how likely it does."""
    near = [k for k in stays if (k.nth, one.nth) in answer.alike]
    if not near:
        return 0.0, None
    found = likely(weights, np.array([answer.alike[k.nth, one.nth] for k in near]))
    best = int(np.argmax(found))
    return float(found[best]), near[best]


HEAD = """\
# How likely two entries of an answer tell the same happening: 1 / (1 + exp(-x)), x being the bias and what the two
# share, each value times its weight. Fitted by benchmarks/told_once.py to {again} entries of answers to {questions}
# questions that a reader found told again, and to the pairs of those that he kept (benchmarks/gold/entries.tsv); the
# card is docs/models/told-once.md. What a value matters is said of one a standard deviation higher.

# From "least" on the less weighty of two is less sure to belong: it may well tell again what the other tells.
"""
SAYS = {
    "same_day": "1 where both are told of one day.",
    "words": "The root of the share of the shorter one's words, by rarity, that the other says too.",
    "of_event": "1 where one of them is the event's own entry, plainly so, and both are of its day.",
    "one_says": "1 where the main verb of one, and not of the other, is one of saying.",
    "both_say": "1 where the main verbs of both are.",
    "figure": "1 where both hold the same figure, other than their own day's.",
    "near": "1 where both stand in one article, three sentences apart or nearer.",
    "same_article": "1 where both stand in one article.",
    "likeness": "How likely both tell one happening by their words and those of their articles (happenings.scores).",
    "names": "The share of the names of the one with fewer that the other holds; 0.3 where one has none.",
    "doer": "1 where somebody does the main deed of both, -1 where it is surely not one and the same, else 0.",
    "deed": "1 where both turn on a deed of the same word.",
    "undated": "1 where neither is given its day by the text.",
    "headline": "Of one day: the greater share of the words of one's headline that the other's sentence holds.",
}


def as_toml(weights: np.ndarray, rows: np.ndarray, known: Sequence[Answer]) -> str:
    """The data file."""
    again = sum(bool(tellers(answer, k)) for answer in known for k in answer.entries if k.verdict == AGAIN)
    head = HEAD.format(again=again, questions=len(known))
    return "\n".join([*head.splitlines(), f"least = {LEAST:.2f}", *weight_lines(weights, rows, SAYS)]) + "\n"


if __name__ == "__main__":
    main()
