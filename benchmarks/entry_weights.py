#!/usr/bin/env python3
"""The weights by which entries are kept (``data/keeping.toml``): fitted to judged entries, and tried across.

    python benchmarks/entry_weights.py --archive DIR [--refs REFS] [--own OWN] [--write]

DIR is an archive of ../shared/bench/real/articles_2012_2016.jsonl.gz. A logistic regression (L2, by Newton's method) is
fitted to the halves "fit", "shown" and "pool" of ``benchmarks/gold/entries.tsv`` and, with REFS
(../shared/bench/real/refs.json), to what is known of the entries of its eight lead-ups: the first that tells a key
happening is good, a trap is not.

Printed are the weights, and for some thresholds how many entries an answer keeps and how many of them are faulty: of
these halves with the questions of a fold left out, of those to which nothing is fitted (the days of those asked with
theirs are in ``benchmarks/targets_entries.tsv``), of the entries that are shown as sure and as less sure, and the key
happenings found (by importance, of importance 3; each lead-up with itself left out) in REFS and in
OWN (``benchmarks/gold/leadups.json``). ``--write`` renews the data file.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from check_weights import fit_apart, likely, weight_lines
from leadup import Archive, LeadupError, Question
from leadup.lang import ENGLISH
from leadup.timeline.choice import Candidates, candidates
from leadup.timeline.keeping import KeepingEvidence, evidence
from leadup.timeline.own_day import leading_up
from leadup.timeline.story import find_story
from leadup.timeline.target import find_target, seek_target
from leadup.timeline.window import window

GOLD = Path(__file__).parent / "gold"
DATA = Path(__file__).parent.parent / "src/leadup/timeline/data/keeping.toml"
AFTER = dt.timedelta(31)
FOLDS, RIDGE = 8, 60.0
NAMES = [field.name for field in fields(KeepingEvidence)]
LEAST, LEAST_OF_ONE_STORY, FURTHER, SURE = 0.35, 0.45, 0.65, 0.65
"""The thresholds shipped, by what this program prints: what is less likely than .35 is good one time in six, up to .65
two times in five. Where nothing is folded, nor of another story, the least is nearly even odds."""
TRIED = (0.0, 0.2, 0.35, 0.42, 0.5, 0.62, 0.7, 0.8)
FITTED = ("fit", "shown", "pool")
UNFITTED = ("held", "fresh", "drawn", "last", "story", "after", "shown_kept", "pool_kept")
WORTH = {"good": 1.0, "minor": 0.5}
"""What each verdict is fitted as; any other as faulty."""
OF_KEY = 2.5
"""What a key happening counts for each step of its importance, a judged entry being 1."""


@dataclass
class Known:
    """An entry that may be shown: its question, place and what is known of it; what it is worth, where that is told."""

    question: str
    place: tuple[str, str, int, int]
    values: list[float]
    stated: bool
    verdict: str = ""
    count: float = 1.0
    keys: tuple[int, ...] = ()
    trap: bool = False


@dataclass
class Answer:
    """All entries that one answer may show, weightiest first, and the importance of its key happenings."""

    question: str
    entries: list[Known]
    most: int
    most_of_day: int
    importance: list[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--refs", type=Path)
    parser.add_argument("--own", type=Path, default=GOLD / "leadups.json")
    parser.add_argument("--write", action="store_true", help=f"renew {DATA.name}")
    asked = parser.parse_args()
    with Archive(asked.archive) as archive:
        halves = judged(archive)
        refs = [of_reference(archive, ref) for ref in read(asked.refs)] if asked.refs else []
        own = [of_reference(archive, ref) for ref in read(asked.own)]
    known = [e for answer in refs for e in answer.entries if e.verdict]
    every = [*(e for half in FITTED for e in halves[half]), *known]
    weights = fitted(every)
    show(weights, every)
    curve(halves, known, refs, own)
    if asked.write:
        DATA.write_text(as_toml(weights, every, len(known)), encoding="utf-8")


def read(path: Path) -> list[dict[str, Any]]:
    """The lead-ups of a file of references."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return list(found.values()) if isinstance(found, dict) else found


def told_of(archive: Archive, question: Question) -> tuple[Candidates, list[KeepingEvidence]] | None:
    """What an answer chooses among, and what is known of each; None where the question has no answer."""
    try:
        target = seek_target(question, archive, 2_000, language=ENGLISH) if question.date is None else None
        first, last = window(question, target)
        story = find_story(archive, question, target, first, last, last + AFTER, ENGLISH)
        if story is None:
            return None
        target = target or find_target(question, story.pool)
        found = candidates(question, target, story.pool, story.profile)
    except LeadupError:
        return None
    if target is not None:
        told = leading_up(found.table, found.told, found.words, target, found.stated)
        found = replace(found, told=told)
    return found, evidence(found.table, found.told, found.words, target, found.stated)


def entries_of(question: str, found: Candidates, known: Sequence[KeepingEvidence]) -> list[Known]:
    """The entries of an answer, with their places."""
    table = found.table
    entries = []
    for one, values in zip(found.told, known, strict=True):
        sentence = table.sentence(one.row)
        article = table.pool.articles[table.rows[one.row].article].id
        day = dt.date.fromordinal(one.day).isoformat()
        place = (day, article, sentence.start, sentence.end)
        entries.append(Known(question, place, list(astuple(values)), one.row == found.stated))
    return entries


def judged(archive: Archive) -> dict[str, list[Known]]:
    """The judged entries of each part that are still candidates."""
    rows: dict[str, list[list[str]]] = {}
    for line in (GOLD / "entries.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            row = line.split("\t")
            rows.setdefault(row[1], []).append(row)
    halves: dict[str, list[Known]] = {half: [] for half in (*FITTED, *UNFITTED)}
    days = days_given()
    lost = 0
    for question, lines in rows.items():
        found = told_of(archive, Question(question, date=days.get(question)))
        entries = entries_of(question, *found) if found else []
        for half, _, day, article, start, end, verdict in lines:
            here = [e for e in entries if is_at(e.place, (day, article, int(start), int(end)))]
            lost += not here
            for entry in here[:1]:
                entry.verdict = verdict
                halves[half].append(entry)
    print("judged:", *(f"{half} {len(of)}," for half, of in halves.items()), f"no longer told: {lost}")
    return halves


def days_given() -> dict[str, dt.date]:
    """The days of the questions that are asked with theirs."""
    lines = (GOLD.parent / "targets_entries.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {question: dt.date.fromisoformat(day) for question, day, _ in rows}


def is_at(place: tuple[str, str, int, int], other: tuple[str, str, int, int]) -> bool:
    """Are two places of one day and article, and do they overlap?"""
    return place[:2] == other[:2] and place[2] < other[3] and other[2] < place[3]


def of_reference(archive: Archive, ref: dict[str, Any]) -> Answer:
    """The entries of a lead-up with references, judged by its key happenings and its traps."""
    date, first = dt.date.fromisoformat(ref["date"]), dt.date.fromisoformat(ref["first"])
    question = Question(ref["question"], days=(date - first).days)
    importance = [key.get("importance", 1) for key in ref["key"]]
    found = told_of(archive, question)
    if found is None:
        return Answer(question.target, [], 0, 0, importance)
    entries = entries_of(question.target, *found)
    seen: set[int] = set()
    for one, entry in zip(found[0].told, entries, strict=True):
        text, day = found[0].table.text(one.row), entry.place[0]
        entry.keys = tuple(
            n
            for n, key in enumerate(ref["key"])
            if day in {key["day"], *key.get("alt_days", ())} and matches(key["must"], text)
        )
        entry.trap = any(
            matches(t["must"], text) and (not t.get("days") or day in t["days"]) for t in ref.get("traps", ())
        )
        if not entry.stated and not set(entry.keys) <= seen:
            entry.verdict, entry.count = "good", OF_KEY * max(importance[k] for k in entry.keys)
        elif not entry.stated and entry.trap and not entry.keys:
            entry.verdict = "foreign"
        seen.update(entry.keys)
    return Answer(question.target, entries, found[0].most, found[0].most_of_day, importance)


def matches(patterns: Sequence[str], text: str) -> bool:
    """Does a text match one of these patterns, as in ``reallead.py``?"""
    return any(re.search(p, text, re.I | re.S) for p in patterns)


def fitted(entries: Sequence[Known]) -> np.ndarray:
    """Weights of a logistic regression on values as they are, the last one its bias."""
    y = np.array([WORTH.get(e.verdict, 0.0) for e in entries])
    return fit_apart(np.array([e.values for e in entries]), y, np.array([e.count for e in entries]), RIDGE)


def likelihoods(weights: np.ndarray, entries: Sequence[Known]) -> np.ndarray:
    """How likely each is kept."""
    return likely(weights, np.array([e.values for e in entries])) if entries else np.zeros(0)


def show(weights: np.ndarray, entries: Sequence[Known]) -> None:
    """Print the weights, each with what it is worth where its value is one standard deviation up."""
    spread = np.array([e.values for e in entries]).std(axis=0)
    for name, weight, one in zip(NAMES, weights, spread, strict=False):
        print(f"{name:22s} {weight:7.3f}  a standard deviation: {weight * one:5.2f}")
    print(f"bias {weights[-1]:.3f}")


def curve(halves: dict[str, list[Known]], known: list[Known], refs: list[Answer], own: list[Answer]) -> None:
    """Print for each threshold what it keeps, of entries and of key happenings."""
    every = [*(e for half in FITTED for e in halves[half]), *known]
    fold = np.array([zlib.crc32(e.question.encode()) % FOLDS for e in every])
    across = np.zeros(len(every))
    for k in range(FOLDS):
        kept = [e for e, f in zip(every, fold, strict=True) if f != k]
        across[fold == k] = likelihoods(fitted(kept), [e for e, f in zip(every, fold, strict=True) if f == k])
    whole = fitted(every)
    alone = [fitted([e for e in every if e.question != answer.question]) for answer in refs]
    ends = np.cumsum([len(halves[half]) for half in FITTED])
    sides = (
        *((half, halves[half], across[end - len(halves[half]) : end]) for half, end in zip(FITTED, ends, strict=True)),
        *((half, halves[half], likelihoods(whole, halves[half])) for half in UNFITTED),
    )
    for least in TRIED:
        line = f"least {least:.2f}"
        for name, entries, p in sides:
            kept = [e for e, v in zip(entries, p, strict=True) if v >= least]
            good = sum(e.verdict == "good" for e in kept)
            faulty = 1 - good / max(1, len(kept))
            whole_good = sum(e.verdict == "good" for e in entries)
            line += f" | {name} {len(kept)} kept, {faulty:.0%} faulty, {good / whole_good:.0%} of the good"
        for name, answers, fits in (("refs", refs, alone), ("own", own, [whole] * len(own))):
            if answers:
                line += f" | {name} " + " ".join(f"{v:.3f}" for v in keys_found(answers, fits, least))
        print(line)
    for name, entries, p in sides:
        for said, low, high in (("sure", SURE, 1.1), ("less sure", LEAST, SURE)):
            told = [e.verdict for e, v in zip(entries, p, strict=True) if low <= v < high]
            print(f"{name} {said}: {len(told)}, good {told.count('good') / max(1, len(told)):.0%}")
        for verdict, count in sorted(Counter(e.verdict for e in entries).items()):
            kept = sum(e.verdict == verdict and v >= LEAST for e, v in zip(entries, p, strict=True))
            print(f"{name} {verdict}: {kept} of {count} kept at {LEAST}")


def keys_found(answers: Sequence[Answer], fits: Sequence[np.ndarray], least: float) -> tuple[float, float, float]:
    """Of the key happenings, by importance and of importance 3, the mean share found, and the entries of an answer."""
    found = []
    for answer, weights in zip(answers, fits, strict=True):
        shown: list[Known] = []
        of_day: Counter[str] = Counter()
        for nth, (entry, p) in enumerate(zip(answer.entries, likelihoods(weights, answer.entries), strict=True)):
            if nth and not entry.stated and p < (least if nth < answer.most else max(least, FURTHER if least else 0)):
                continue
            of_day[entry.place[0]] += 1
            if of_day[entry.place[0]] <= answer.most_of_day:
                shown.append(entry)
        keys = {key for entry in shown[: answer.most] for key in entry.keys}
        high = [n for n, value in enumerate(answer.importance) if value == 3]
        share = sum(answer.importance[n] for n in keys) / sum(answer.importance)
        found.append((share, sum(n in keys for n in high) / max(1, len(high)), len(shown[: answer.most])))
    a, b, c = np.array(found).mean(axis=0)
    return float(a), float(b), float(c)


HEAD = """\
# How likely an editor would keep an entry: 1 / (1 + exp(-x)), x being the bias and what is known of the entry, each
# value times its weight. Fitted by benchmarks/entry_weights.py to {judged} judged entries of answers
# (benchmarks/gold/entries.tsv) and to {of_references} that tell, or are taken for, key happenings of eight real
# lead-ups; the card is docs/models/keeping.md. What a value matters is said of one a standard deviation higher.

# An entry that is less likely than "least" is left out; so is, in an archive of one story, where nothing is folded, one
# less likely than "least_of_one_story". One beyond the most that an answer shows must be likelier than "further". One
# less likely than "sure" is told as less sure: folded, where that can be.
"""
SAYS = {
    "further": "log(1 + n), n weightier entries of its day.",
    "told": "What share of the words of one of these, by rarity, it shares; of the shorter of two.",
    "outlets": "log(1 + n), n other outlets that tell it in part in the same words.",
    "event": "What share of the words of the event's own entry it shares.",
    "dated": "1 where the text gives it its day, 0 where it is of the day that it was printed on.",
    "length": "The log of its words.",
    "unnamed": "1 where neither it nor its article's head names any of those that the question names.",
    "held_by_event_articles": (
        "The share of the articles that speak of the event which hold a word of it, names and days left aside."
    ),
    "mean_membership": "How surely the articles of all that may be told belong to the story, on average.",
    "mean_persons": "How many persons all that may be told names, on average: any day of a campaign names many.",
    "deeds": "log(1 + n), n deeds that it tells as done by or to somebody.",
    "says": "1 where its main verb is one of saying.",
    "turns_on_day": "How much of it turns on what its day is hung on; 1 where it names no day.",
    "form": "The log of how well it is made to tell, as ranking has it, and a tenth.",
    "of_event": "1 where its article speaks of the event: what is told beside that is told before.",
    "subject_is_name": "1 where a name is the subject of its main verb.",
    "own": "The log of what is left of its own weight when it is its turn.",
    "opens": "1 where it opens with a capital letter.",
    "of_event_day": "1 where it is told of the event's own day.",
    "days_before": "log(1 + n), n days from its day to the event's.",
    "asked_at_head": "The share of the words asked for, by rarity, that its article's title and first sentences hold.",
    "place": "log(1 + n), n sentences of its article before it.",
    "same_article": "log(n), n of all that may be told that stand in its article.",
}


def as_toml(weights: np.ndarray, entries: Sequence[Known], of_references: int) -> str:
    """The data file."""
    head = HEAD.format(judged=len(entries) - of_references, of_references=of_references)
    lines = [
        *head.splitlines(),
        f"least = {LEAST:.2f}",
        f"least_of_one_story = {LEAST_OF_ONE_STORY:.2f}",
        f"further = {FURTHER:.2f}",
        f"sure = {SURE:.2f}",
        *weight_lines(weights, np.array([e.values for e in entries]), {name: SAYS[name] for name in NAMES}),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
