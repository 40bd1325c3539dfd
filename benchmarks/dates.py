"""Measure the tagger of time expressions on a gold file: accuracy as TempEval-3 has it, and speed.

    python benchmarks/dates.py GOLD.jsonl [--json] [--untimed] [--out PRED.jsonl] [--errors [N]]

GOLD has one document a line: {"id", "dct", "text", "timexes": [{"start", "end", "type", "value"}]}, offsets in code
points. Gold timexes marked "nested" are left out. Figures are micro-averaged over documents (UzZaman et al. 2013):

strict_f1   spans are equal
relaxed_f1  spans overlap; matching is one to one, equal spans first, then the largest overlap
type_f1     relaxed_f1 times the share of matched pairs with the same type
value_f1    relaxed_f1 times the share of matched pairs with the same value

Weeks are compared and written in the way of the gold file: where it has any week with a leading zero (1998-W09), as ISO
8601 and leadup have them, else without (1998-W9), as TimeBank has them.
Speed is documents per second of this process's CPU time, the tagger warmed up, best of three rounds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.times import tag

Item = dict[str, Any]

_WEEK = re.compile(r"-W0(\d)")


@dataclass(frozen=True)
class Document:
    """A gold document."""

    id: str
    dct: dt.date | None
    text: str
    gold: list[Item]


def read_gold(path: Path) -> list[Document]:
    """The documents of a gold file."""
    documents = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        raw = json.loads(line)
        dct = dt.date.fromisoformat(raw["dct"][:10]) if raw.get("dct") else None
        gold = [t for t in raw["timexes"] if not t.get("nested")]
        documents.append(Document(raw["id"], dct, raw["text"], gold))
    return documents


def pads_weeks(documents: list[Document]) -> bool:
    """Whether the gold writes weeks with a leading zero."""
    return any(_WEEK.search(t["value"]) for d in documents for t in d.gold)


def predict(document: Document, padded: bool = False) -> list[Item]:
    """The tagger's expressions, in the gold's form."""
    found = []
    for t in tag(document.text, document.dct):
        item = {"start": t.start, "end": t.end, "text": t.exact, "type": t.type, "value": t.value}
        if not padded:
            item["value"] = _WEEK.sub(r"-W\1", t.value)
        found.append({**item, "mod": t.mod, "rule": t.rule, "reason": str(t.reason)})
    return found


def pair(gold: list[Item], found: list[Item]) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Overlapping pairs, one to one (equal spans first, then the largest overlap), and what is left on either side."""
    overlaps = []
    for i, g in enumerate(gold):
        for k, p in enumerate(found):
            common = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if common > 0:
                overlaps.append(((g["start"], g["end"]) != (p["start"], p["end"]), -common, i, k))
    pairs, left, right = [], set(range(len(gold))), set(range(len(found)))
    for _, _, i, k in sorted(overlaps):
        if i in left and k in right:
            left.remove(i)
            right.remove(k)
            pairs.append((gold[i], found[k]))
    return pairs, [gold[i] for i in sorted(left)], [found[k] for k in sorted(right)]


def f1(hits: float, gold: int, found: int) -> float:
    """F1 in per cent."""
    return 200 * hits / (gold + found) if gold + found else 0.0


def score(documents: list[Document], predictions: list[list[Item]]) -> tuple[dict[str, float], list[Miss]]:
    """The figures, and every miss."""
    n: Counter[str] = Counter()
    misses: list[Miss] = []
    for document, found in zip(documents, predictions, strict=True):
        pairs, missed, extra = pair(document.gold, found)
        n["gold"] += len(document.gold)
        n["found"] += len(found)
        n["relaxed"] += len(pairs)
        for g, p in pairs:
            same = (g["start"], g["end"]) == (p["start"], p["end"])
            n["strict"] += same
            n["type"] += g["type"] == p["type"]
            n["value"] += g["value"] == p["value"]
            if not same:
                misses.append(Miss("span", document, g, p))
            if g["type"] != p["type"]:
                misses.append(Miss("type", document, g, p))
            if g["value"] != p["value"]:
                misses.append(Miss("value", document, g, p))
        misses += [Miss("missed", document, g, None) for g in missed]
        misses += [Miss("extra", document, None, p) for p in extra]
    figures = {f"{k}_f1": round(f1(n[k], n["gold"], n["found"]), 2) for k in ("strict", "relaxed", "type", "value")}
    return {**figures, "docs": len(documents), "gold": n["gold"], "found": n["found"]}, misses


@dataclass(frozen=True)
class Miss:
    """One disagreement with the gold: ``kind`` is missed, extra, span, type or value."""

    kind: str
    document: Document
    gold: Item | None
    found: Item | None

    @property
    def group(self) -> str:
        """What it has in common with others: the rule and the form of the expression."""
        item = self.found or self.gold or {}
        words = re.sub(r"\d+", "9", " ".join(str(item["text"]).lower().split()))
        rule = self.found["rule"] if self.found else "no rule"
        if self.kind == "value" and self.gold and self.found:
            return f"{rule}: {shape(self.found['value'])} for {shape(self.gold['value'])}"
        if self.kind == "type" and self.gold and self.found:
            return f"{rule}: {self.found['type']} for {self.gold['type']}"
        return f"{rule}: {words}"

    def line(self) -> str:
        """The miss with its context, on one line."""
        item = self.gold or self.found or {}
        text = self.document.text
        before = " ".join(text[max(0, item["start"] - 70) : item["start"]].split())
        after = " ".join(text[item["end"] : item["end"] + 40].split())
        words = " ".join(text[item["start"] : item["end"]].split())
        gold = f"{self.gold['text']!r} {self.gold['type']} {self.gold['value']}" if self.gold else "-"
        found = f"{self.found['text']!r} {self.found['type']} {self.found['value']}" if self.found else "-"
        return f"{self.document.id} ({self.document.dct}) gold {gold} | found {found} | {before} [{words}] {after}"


def shape(value: str) -> str:
    """A value with its digits blanked: 1998-03-04 and 1990-08-02 are one kind."""
    return re.sub(r"\d", "9", value)


def print_errors(misses: list[Miss], shown: int) -> None:
    """The misses, grouped by kind and then by what they have in common, the largest groups first."""
    for kind in ("missed", "extra", "span", "type", "value"):
        groups: dict[str, list[Miss]] = defaultdict(list)
        for miss in misses:
            if miss.kind == kind:
                groups[miss.group].append(miss)
        print(f"\n== {kind}: {sum(map(len, groups.values()))}")
        for group, members in sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])):
            print(f"{len(members):4} {group}")
            for miss in members[:shown]:
                print(f"       {miss.line()}")


def throughput(documents: list[Document]) -> float:
    """Documents per second of CPU time, best of three rounds."""
    best = 0.0
    for _ in range(3):
        begin = time.process_time()
        for document in documents:
            tag(document.text, document.dct)
        best = max(best, len(documents) / max(time.process_time() - begin, 1e-9))
    return best


def dateparser_throughput(documents: list[Document], most: int = 40) -> float | None:
    """The same for dateparser's search on the first documents, None where it is not installed."""
    try:
        from dateparser.search import search_dates  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    begin = time.process_time()
    for document in documents[:most]:
        search_dates(document.text, languages=["en"])
    return len(documents[:most]) / max(time.process_time() - begin, 1e-9)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    parser.add_argument("--out", type=Path, help="write the predictions, one document a line")
    parser.add_argument("--errors", type=int, nargs="?", const=2, help="group the misses, and show N of each group")
    parser.add_argument("--untimed", action="store_true", help="how right the dates are, not how fast they are found")
    parser.add_argument("--half", choices=("even", "odd"), help="only documents whose id hashes to an even or odd byte")
    args = parser.parse_args()
    documents = read_gold(args.gold)
    if args.half:
        import hashlib

        odd = args.half == "odd"
        documents = [d for d in documents if hashlib.sha256(d.id.encode()).digest()[0] % 2 == odd]
    padded = pads_weeks(documents)
    predictions = [predict(d, padded) for d in documents]
    figures, misses = score(documents, predictions)
    if args.out:
        with args.out.open("w", encoding="utf-8") as out:
            for document, found in zip(documents, predictions, strict=True):
                out.write(json.dumps({"id": document.id, "timexes": found}, ensure_ascii=False) + "\n")
    if args.errors is not None:
        print_errors(misses, args.errors)
    if not args.untimed:
        figures["docs_per_cpu_s"] = round(throughput(documents), 1)
    figures["chars_per_doc"] = round(sum(len(d.text) for d in documents) / max(len(documents), 1))
    other = None if args.untimed else dateparser_throughput(documents)
    if other is not None:
        figures["dateparser_docs_per_cpu_s"] = round(other, 1)
    if args.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:28}{value}")


if __name__ == "__main__":
    main()
