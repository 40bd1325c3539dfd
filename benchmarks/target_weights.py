#!/usr/bin/env python3
"""The weights by which an event's day is held to be sure (``data/sureness.toml``): fitted to tables of questions.

    python benchmarks/target_weights.py --archive DIR --table ../shared/bench/real/targets.tsv [--write]

DIR is an archive of ../shared/bench/real/articles_2012_2016.jsonl.gz. The questions of that table and of those beside
this file that :data:`FITTED` names are asked; to what is known of each day that is given, as stated or as a guess, a
logistic regression (L2, by Newton's method) is fitted for whether it is right. Days given for what nothing tells of, or
what is of many days, are wrong.

Printed are the weights, and for some thresholds, with the questions of one table after the other left out, how many
days are as likely, how many of them are right, and how many of what nothing tells of; not each of them may be stated
(``leadup.timeline.target.verdict``). ``--write`` renews the data file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from check_weights import fit_apart, likely, weight_lines
from leadup import Archive, LeadupError, Question
from leadup.lang import ENGLISH
from leadup.timeline.target.finding import look_for_event, target_of
from leadup.timeline.target.sureness import DayEvidence
from leadup.timeline.target.votes import vote
from targets import judged, questions

HERE = Path(__file__).parent
DATA = HERE.parent / "src/leadup/timeline/data/sureness.toml"
FITTED = ("years", "fresh", *(f"fresh{n}" for n in (2, 3, 4, 5, 6, 7, 9, 10)))
HALVED = "false"
"""Of the table of false premises every second question is left for the end."""
RIDGE = 10.0
STATED = 0.94
"""The threshold shipped: the likeliest day of what nothing tells of that the rules leave free has .923."""
TRIED = (0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96)
NAMES = [field.name for field in fields(DayEvidence)]


@dataclass(frozen=True)
class Dated:
    """A question that got a day: its table, what is known of the day, what came of it, and whether it was stated."""

    table: str
    values: tuple[float, ...]
    outcome: str
    stated: bool

    @property
    def right(self) -> bool:
        """Is the day right?"""
        return self.outcome == "right"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--table", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help=f"renew {DATA.name}")
    asked = parser.parse_args()
    with Archive(asked.archive) as archive:
        dated = list(dated_of(archive, asked.table))
    weights = fitted(dated)
    for name, weight in zip([*NAMES, "bias"], weights, strict=True):
        print(f"{name:14s} {weight:7.3f}")
    curve(dated)
    if asked.write:
        DATA.write_text(as_toml(weights, dated), encoding="utf-8")


def dated_of(archive: Archive, table: Path) -> Iterator[Dated]:
    """The questions that get a day."""
    tables = {"real": list(questions(table))}
    tables |= {name: list(questions(HERE / f"targets_{name}.tsv")) for name in (*FITTED, HALVED)}
    tables[HALVED] = tables[HALVED][::2]
    for name, rows in tables.items():
        for words, cell in rows:
            question = Question(words)
            sought = look_for_event(question, archive, language=ENGLISH)
            try:
                target = target_of(question, sought)
            except LeadupError:
                continue
            days = vote(sought.asked, sought.matches, sought.pool)
            known = DayEvidence.of(sought.asked, sought.matches, target.day.toordinal(), days, sought.pool)
            yield Dated(name, astuple(known), judged(cell, target.day), target.certainty == "stated")


def fitted(dated: Sequence[Dated]) -> np.ndarray:
    """Weights of a logistic regression on values as they are, the last one its bias."""
    return fit_apart(np.array([d.values for d in dated]), np.array([float(d.right) for d in dated]), None, RIDGE)


def curve(dated: Sequence[Dated]) -> None:
    """Print for each threshold what it takes for sure, of tables that nothing was fitted to."""
    across = np.zeros(len(dated))
    of = np.array([d.table for d in dated])
    for table in sorted(set(of)):
        weights = fitted([d for d in dated if d.table != table])
        across[of == table] = likely(weights, np.array([d.values for d in dated if d.table == table]))
    print(f"{len(dated)} days, {sum(d.right for d in dated)} right; stated {sum(d.stated for d in dated)}")
    for least in TRIED:
        sure = [d for d, p in zip(dated, across, strict=True) if p >= least]
        untold = sum(d.outcome.startswith("none") for d in sure)
        print(f"  from {least:.2f}: {len(sure)}, {sum(d.right for d in sure)} right, {untold} of what nothing tells of")


HEAD = """\
# How likely the day worked out for an event is right: 1 / (1 + exp(-x)), x being the bias and what is known of the day,
# each value times its weight. Fitted by benchmarks/target_weights.py to {days} days given to questions of twelve
# tables, {right} of them right; the card is docs/models/sureness.md. What a value matters is said of one a standard
# deviation higher.

# From "stated" on a day that nothing speaks against (leadup.timeline.target.verdict) is stated, though few name it.
"""
SAYS = {
    "elsewhere": "The votes of the likeliest day farther off than the next, for each vote of this one; 2 at most.",
    "unsaid_things": "The share of what is asked for, names left aside, that no place which speaks for the day says.",
    "things": "How many things the question names beside deed and names: each is one more that must agree.",
    "ahead": "The share of the places that speak for the day which tell of the deed as still to come.",
    "votes": "log(1 + n), n its votes without those of longer times.",
    "apart": "log(1 + n), n code points between deed and actor where a place has them closest; 5 where none has both.",
    "deeds": "How many deeds the question names.",
}


def as_toml(weights: np.ndarray, dated: Sequence[Dated]) -> str:
    """The data file."""
    lines = HEAD.format(days=len(dated), right=sum(d.right for d in dated)).splitlines()
    lines.append(f"stated = {STATED:.2f}")
    lines += weight_lines(weights, np.array([d.values for d in dated]), {name: SAYS[name] for name in NAMES})
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
