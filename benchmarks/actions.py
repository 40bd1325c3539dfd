"""Who did what to whom, measured on PLV (two actors given, or not) and on the PLOVER gold sentences.

    python benchmarks/actions.py ../shared/bench/events/plv_train.tsv [--half 0|1] [--json] [--errors]
    python benchmarks/actions.py --gsr ../shared/bench/events/plover_gsr.jsonl [--json] [--errors]

PLV: 15 roots (YIELD is PLOVER's CONCEDE and RETREAT) and 4 quadrants, the source and target marked. Row i belongs to
half i % 2: half 0 was read while the rules were written, half 1 was not. "actors" are found without being given: a
found actor is right where a word of it, other than an article or a preposition, is a word of the gold one.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.model import Action
from leadup.reading.actions import after_dateline, code_actions
from leadup.reading.syntax import Parse, parse

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {"verbal cooperation": "1", "material cooperation": "2", "verbal conflict": "3", "material conflict": "4"}
GSR = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
}  # fmt: skip
MARK = re.compile(r"</?[st]>")
SMALL = frozenset("the a an of in on at to for by with and from against into over s its their his her".split())
BATCH = 64


@dataclass(frozen=True)
class Case:
    """A sentence with the places of its actors and its gold root and quadrant."""

    text: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    root: str
    quad: str


def read_plv(path: Path) -> list[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [unmarked(r["marked_sentence"], r["gold_root"], r["gold_penta"]) for r in rows]


def unmarked(marked: str, root: str, quad: str) -> Case:
    text, at, opened = "", 0, 0
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        if m.group().startswith("</"):
            end = len(text.rstrip())
            spans[m.group()[2]].append((opened, max(opened, end)))
        else:
            opened = len(text)
    text += marked[at:]
    return Case(text, tuple(spans["s"]), tuple(spans["t"]), root, quad)


def parsed(texts: list[str]) -> list[Parse]:
    """One parse a text, many in one call as the deep reading does it."""
    out: list[Parse] = []
    for at in range(0, len(texts), BATCH):
        batch = texts[at : at + BATCH]
        joined, spans, start = "\n".join(batch), [], 0
        for t in batch:
            spans.append((start, start + len(t)))
            start += len(t) + 1
        read = [(after_dateline(joined, s, e), e) for s, e in spans]
        for p, (start, _) in zip(parse(joined, read), spans, strict=True):
            out.append(shifted(p, start))
    return out


def shifted(p: Parse, by: int) -> Parse:
    from dataclasses import replace

    return Parse(p.start - by, p.end - by, tuple(replace(t, start=t.start - by, end=t.end - by) for t in p.tokens))


def measure_plv(cases: list[Case], errors: bool) -> dict[str, Any]:
    began = time.process_time()
    parses = parsed([c.text for c in cases])
    parsing = time.process_time() - began
    began = time.process_time()
    given = [
        code_actions(c.text, p, given=(first(c.source), first(c.target)))[0]
        for c, p in zip(cases, parses, strict=True)
    ]
    coding = time.process_time() - began
    roots = [ROOTS.get(a.category, a.category) if a else "NONE" for a in given]
    quads = [QUADS.get(a.quad, "0") if a else "0" for a in given]
    if errors:
        report(cases, given, roots)
    free = [code_actions(c.text, p)[:1] for c, p in zip(cases, parses, strict=True)]
    if errors:
        report_actors(cases, free)
    paired = [(c, f) for c, f in zip(cases, free, strict=True) if c.source and c.target]
    n, pairs = len(cases), max(1, len(paired))
    sources = [bool(f) and meets(c.text, f[0].source_at, c.source) for c, f in paired]
    targets = [bool(f) and meets(c.text, f[0].target_at, c.target) for c, f in paired]
    return {
        "sentences": n,
        "root": round(sum(r == c.root for r, c in zip(roots, cases, strict=True)) / n, 4),
        "quadrant": round(sum(q == c.quad for q, c in zip(quads, cases, strict=True)) / n, 4),
        "pairs": len(paired),
        "source_found": round(sum(sources) / pairs, 4),
        "target_found": round(sum(targets) / pairs, 4),
        "both_found": round(sum(s and t for s, t in zip(sources, targets, strict=True)) / pairs, 4),
        "root_not_given": round(
            sum(bool(f) and ROOTS.get(f[0].category, f[0].category) == c.root for c, f in zip(cases, free, strict=True)) / n, 4
        ),
        "sentences_per_cpu_second": round(n / (parsing + coding), 1),
        "sentences_per_cpu_second_parsed": round(n / coding, 1),
    }


def first(spans: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    return spans[0] if spans else None


def meets(text: str, found: tuple[int, int] | None, gold: tuple[tuple[int, int], ...]) -> bool:
    """Whether a found phrase shares a word, other than a small one, with a gold one."""
    if found is None:
        return False
    for m in re.finditer(r"\w[\w.]*", text[found[0] : found[1]]):
        start, end = found[0] + m.start(), found[0] + m.end()
        if m.group().lower() not in SMALL and any(start < e and s < end for s, e in gold):
            return True
    return False


def report_actors(cases: list[Case], free: list[tuple[Action, ...]]) -> None:
    for c, f in zip(cases, free, strict=True):
        if not (c.source and c.target):
            continue
        a = f[0] if f else None
        ok = [bool(a) and meets(c.text, x, g) for x, g in ((a.source_at, c.source), (a.target_at, c.target))] if a else [False] * 2
        if not all(ok):
            found = [c.text[x[0] : x[1]] if x else None for x in (a.source_at, a.target_at)] if a else None
            print(f"ACTORS {ok} {c.root} {a.category if a else None} {a.exact if a else None!r} {found} | {c.text[slice(*c.source[0])]} | {c.text[slice(*c.target[0])]} | {c.text}")


def report(cases: list[Case], given: list[Action | None], roots: list[str]) -> None:
    confusion = Counter((c.root, r) for c, r in zip(cases, roots, strict=True))
    for gold in sorted({c.root for c in cases}):
        row = sorted(((n, r) for (g, r), n in confusion.items() if g == gold), reverse=True)
        print(f"{gold:10}", "  ".join(f"{r} {n}" for n, r in row))
    for c, a, r in zip(cases, given, roots, strict=True):
        if r != c.root:
            s, t = (c.text[x[0][0] : x[0][1]] if x else None for x in (c.source, c.target))
            print(f"{c.root} <- {r} {a.exact if a else None!r} | {s} | {t} | {c.text}")


@dataclass(frozen=True)
class Gold:
    """A PLOVER gold sentence: its event, and the places of the actors' words in the text."""

    text: str
    event: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]


def read_gsr(path: Path) -> list[Gold]:
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source, target = (placed(row["text"], row[k]) for k in ("source", "target"))
        # "Compound actor": both act on each other, and only the source is filled in
        out.append(Gold(row["text"], GSR.get(row["event"], row["event"]), source, target or source[1:]))
    return out


def placed(text: str, actors: Any) -> tuple[tuple[int, int], ...]:
    named = [a["actorText"] for a in actors if isinstance(a, dict)] if isinstance(actors, list) else []
    spans = [(text.find(n), text.find(n) + len(n)) for n in (n.strip() for n in named if n) if n in text]
    return tuple(spans)


def measure_gsr(cases: list[Gold], errors: bool) -> dict[str, Any]:
    parses = parsed([c.text for c in cases])
    free = [code_actions(c.text, p)[:1] for c, p in zip(cases, parses, strict=True)]
    events = [bool(f) and f[0].category == c.event for c, f in zip(cases, free, strict=True)]
    yields = [
        bool(f) and ROOTS.get(f[0].category, f[0].category) == ROOTS.get(c.event, c.event)
        for c, f in zip(cases, free, strict=True)
    ]
    paired = [(c, f) for c, f in zip(cases, free, strict=True) if c.source and c.target]
    sources = [bool(f) and meets(c.text, f[0].source_at, c.source) for c, f in paired]
    targets = [bool(f) and meets(c.text, f[0].target_at, c.target) for c, f in paired]
    if errors:
        for c, f, right in zip(cases, free, events, strict=True):
            if not right:
                print(f"EVENT {c.event} <- {f[0].category if f else None} {f[0].exact if f else None!r} | {c.text}")
        for (c, f), s, t in zip(paired, sources, targets, strict=True):
            if not (s and t):
                a = f[0] if f else None
                found = [c.text[x[0] : x[1]] if x else None for x in (a.source_at, a.target_at)] if a else None
                gold = [[c.text[x[0] : x[1]] for x in xs] for xs in (c.source, c.target)]
                print(f"ACTORS {s, t} {c.event} {found} | {gold} | {c.text}")
    return {
        "gsr_sentences": len(cases),
        "gsr_event": round(sum(events) / len(cases), 4),
        "gsr_event_15_roots": round(sum(yields) / len(cases), 4),
        "gsr_pairs": len(paired),
        "gsr_source_found": round(sum(sources) / len(paired), 4),
        "gsr_target_found": round(sum(targets) / len(paired), 4),
        "gsr_both_found": round(sum(s and t for s, t in zip(sources, targets, strict=True)) / len(paired), 4),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("plv", type=Path, nargs="?")
    arguments.add_argument("--gsr", type=Path)
    arguments.add_argument("--half", type=int, choices=(0, 1))
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--errors", action="store_true")
    given = arguments.parse_args()
    out: dict[str, Any] = {}
    if given.plv is not None:
        cases = read_plv(given.plv)
        if given.half is not None:
            cases = cases[given.half :: 2]
        out |= measure_plv(cases, given.errors)
    if given.gsr is not None:
        out |= measure_gsr(read_gsr(given.gsr), given.errors)
    print(json.dumps(out) if given.json else "\n".join(f"{k:34} {v}" for k, v in out.items()))


if __name__ == "__main__":
    main()
