"""Who did what to whom, measured on PLV (two actors given, or not) and on the PLOVER gold sentences.

    python benchmarks/actions.py ../shared/bench/events/plv_train.tsv [--half 0|1] [--json] [--errors]
    python benchmarks/actions.py --gsr ../shared/bench/events/plover_gsr.jsonl [--json] [--errors]

PLV: 15 roots (YIELD is PLOVER's CONCEDE and RETREAT) and 4 quadrants, the source and target marked. Row i belongs to
half i % 2: half 0 was read while the rules were written, half 1 was not.

The PLOVER sentences (older names: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT) were read
too; actors are not given. Compound actors act on each other.

An actor that is found without being given is right where a word of its phrase, other than an article, a preposition or
a pronoun, is a word of the gold phrase. ``--errors`` prints a confusion matrix and what went wrong.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, and no time counted twice

import argparse
import csv
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leadup.lang import ENGLISH
from leadup.model import Action
from leadup.reading.actions import after_dateline, code_actions
from leadup.reading.syntax import Parse, parse

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {"verbal cooperation": "1", "material cooperation": "2", "verbal conflict": "3", "material conflict": "4"}
OLDER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
MARK = re.compile(r"</?[st]>")
SMALL = {"the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "with", "and", "from", "against", "into", "over"}
SMALL |= {"s", "its", "their", "his", "her"}
BATCH = 64

Span = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """A sentence, the places of its actors' words, and its gold category (and quadrant, where the data have one)."""

    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    category: str
    quad: str = ""


def root(category: str) -> str:
    return ROOTS.get(category, category)


def read_plv(path: Path) -> list[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [unmarked(r["marked_sentence"], r["gold_root"], r["gold_penta"]) for r in rows]


def unmarked(marked: str, category: str, quad: str) -> Case:
    text, at, opened = "", 0, 0
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        if m.group().startswith("</"):
            spans[m.group()[2]].append((opened, max(opened, len(text.rstrip()))))
        else:
            opened = len(text)
    return Case(text + marked[at:], tuple(spans["s"]), tuple(spans["t"]), category, quad)


def read_gsr(path: Path) -> list[Case]:
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source, target = (placed(row["text"], row[k]) for k in ("source", "target"))
        out.append(Case(row["text"], source, target or source[1:], OLDER.get(row["event"], row["event"])))
    return out


def placed(text: str, actors: Any) -> tuple[Span, ...]:
    named = [a["actorText"] for a in actors if isinstance(a, dict)] if isinstance(actors, list) else []
    return tuple((text.find(n), text.find(n) + len(n)) for n in (n.strip() for n in named if n) if n in text)


def parsed(texts: Sequence[str]) -> list[Parse]:
    """One parse a text, many in one call as deep reading has them."""
    out: list[Parse] = []
    for at in range(0, len(texts), BATCH):
        starts, bounds, joined = [], [], ""
        for text in texts[at : at + BATCH]:
            start, end = len(joined), len(joined) + len(text)
            joined += text + "\n"
            starts.append(start)
            bounds.append((after_dateline(joined, start, end, ENGLISH), end))
        out += [shifted(p, s) for p, s in zip(parse(joined, bounds, language=ENGLISH), starts, strict=True)]
    return out


def shifted(p: Parse, by: int) -> Parse:
    return Parse(
        p.start - by, p.end - by, tuple(replace(t, start=t.start - by, end=t.end - by) for t in p.tokens), p.language
    )


def meets(text: str, found: Span | None, gold: tuple[Span, ...]) -> bool:
    """Whether a found phrase shares a word, other than a small one, with a gold one."""
    if found is None:
        return False
    for m in re.finditer(r"\w[\w.]*", text[found[0] : found[1]]):
        start, end = found[0] + m.start(), found[0] + m.end()
        if m.group().lower() not in SMALL and any(start < e and s < end for s, e in gold):
            return True
    return False


def actors_found(
    cases: Sequence[Case], free: Sequence[tuple[Action, ...]], prefix: str, errors: bool
) -> dict[str, Any]:
    """How often the main action's actors are the gold ones, where the gold has both."""
    pairs = sources = targets = both = 0
    for case, found in zip(cases, free, strict=True):
        if not (case.source and case.target):
            continue
        action = found[0] if found else None
        source = action is not None and meets(case.text, action.source_at, case.source)
        target = action is not None and meets(case.text, action.target_at, case.target)
        pairs, sources, targets, both = pairs + 1, sources + source, targets + target, both + (source and target)
        if errors and not (source and target):
            got = [words(case.text, x) for x in (action.source_at, action.target_at)] if action else None
            gold = [[words(case.text, x) for x in xs] for xs in (case.source, case.target)]
            print(f"ACTORS {case.category} got {got}, gold {gold} | {case.text}")
    share = {"source_found": sources, "target_found": targets, "both_found": both}
    return {f"{prefix}pairs": pairs, **{prefix + k: round(v / max(1, pairs), 4) for k, v in share.items()}}


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


def confused(cases: Sequence[Case], got: Sequence[Action | None]) -> None:
    names = [root(a.category) if a else "NONE" for a in got]
    counts = Counter((root(c.category), name) for c, name in zip(cases, names, strict=True))
    for gold in sorted({g for g, _ in counts}):
        row = sorted(((n, name) for (g, name), n in counts.items() if g == gold), reverse=True)
        print(f"{gold:10}", "  ".join(f"{name} {n}" for n, name in row))
    for case, action, name in zip(cases, got, names, strict=True):
        if name != root(case.category):
            print(f"EVENT {case.category} <- {name} {action.exact if action else None!r} | {case.text}")


def measure_plv(cases: Sequence[Case], errors: bool) -> dict[str, Any]:
    began = time.process_time()
    parses = parsed([c.text for c in cases])
    parsing = time.process_time() - began
    began = time.process_time()
    given = [
        code_actions(c.text, p, given=(next(iter(c.source), None), next(iter(c.target), None)), language=ENGLISH)[0]
        for c, p in zip(cases, parses, strict=True)
    ]
    coding = time.process_time() - began
    free = [code_actions(c.text, p, language=ENGLISH)[:1] for c, p in zip(cases, parses, strict=True)]
    if errors:
        confused(cases, given)
    n = len(cases)
    right = sum(root(a.category) == c.category for a, c in zip(given, cases, strict=True))
    quads = sum(QUADS.get(a.quad) == c.quad for a, c in zip(given, cases, strict=True))
    unaided = sum(bool(f) and root(f[0].category) == c.category for f, c in zip(free, cases, strict=True))
    return {
        "sentences": n,
        "root": round(right / n, 4),
        "quadrant": round(quads / n, 4),
        **actors_found(cases, free, "", errors),
        "root_not_given": round(unaided / n, 4),
        "sentences_per_cpu_second": round(n / (parsing + coding), 1),
        "sentences_per_cpu_second_parsed": round(n / coding, 1),
    }


def measure_gsr(cases: Sequence[Case], errors: bool) -> dict[str, Any]:
    parses = parsed([c.text for c in cases])
    free = [code_actions(c.text, p, language=ENGLISH)[:1] for c, p in zip(cases, parses, strict=True)]
    if errors:
        confused(cases, [f[0] if f else None for f in free])
    n = len(cases)
    events = sum(bool(f) and f[0].category == c.category for f, c in zip(free, cases, strict=True))
    roots = sum(bool(f) and root(f[0].category) == root(c.category) for f, c in zip(free, cases, strict=True))
    return {
        "gsr_sentences": n,
        "gsr_event": round(events / n, 4),
        "gsr_event_15_roots": round(roots / n, 4),
        **actors_found(cases, free, "gsr_", errors),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("plv", type=Path, nargs="?", help="PLV as TSV with marked_sentence, gold_root, gold_penta")
    arguments.add_argument("--gsr", type=Path, help="PLOVER gold sentences as JSON lines")
    arguments.add_argument("--half", type=int, choices=(0, 1), help="only this half of PLV")
    arguments.add_argument("--json", action="store_true", help="one JSON object on the last line")
    arguments.add_argument("--errors", action="store_true", help="print a confusion matrix and what went wrong")
    asked = arguments.parse_args()
    if asked.plv is None and asked.gsr is None:
        arguments.error("name a file of PLV, or --gsr and a file of PLOVER sentences")
    out: dict[str, Any] = {}
    if asked.plv is not None:
        cases = read_plv(asked.plv)
        out |= measure_plv(cases if asked.half is None else cases[asked.half :: 2], asked.errors)
    if asked.gsr is not None:
        out |= measure_gsr(read_gsr(asked.gsr), asked.errors)
    print(json.dumps(out) if asked.json else "\n".join(f"{k:34} {v}" for k, v in out.items()))


if __name__ == "__main__":
    main()
