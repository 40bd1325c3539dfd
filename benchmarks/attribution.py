"""Attribution on PolNeAR, or on any file of its form: found and right F1, and how sure marks are kept.

    python benchmarks/attribution.py DATA.jsonl.gz [--every N] [--out PRED.jsonl] [--json]

Each line of DATA: {"id", "text", "annotations": {annotator: [{"source": [[start, end], ...], "cue", "content"}]}}.
An attribution is found when its content overlaps a gold content with a Dice of at least 0.5 over non-space
characters (one to one, best first), and right when, besides, the smaller source is half shared or both are empty;
direct is what has a quotation mark in its gold content. The last line is one JSON object with ``--json``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leadup.lang import ENGLISH
from leadup.model import Claim
from leadup.reading.attribution import attribute
from leadup.reading.sentences import split_sentences
from leadup.reading.syntax import parse

MARKS = frozenset('"“”«»')
PARTS = ("source", "cue", "content")


def predicted(text: str) -> tuple[list[Claim], int]:
    """The claims of an article and the number of its sentences."""
    sentences = split_sentences(text, language=ENGLISH)
    return list(attribute(text, sentences, parses=parse(text, sentences, language=ENGLISH), language=ENGLISH)), len(
        sentences
    )


def as_json(id: str, claims: Sequence[Claim]) -> dict[str, Any]:
    """One line of a prediction file."""
    found = [
        {
            "source": [list(x) for x in c.source],
            "cue": [list(x) for x in c.cue],
            "content": [list(x) for x in c.content],
            "certain": c.certain,
            "manner": c.manner,
            "speaker": c.speaker.name if c.speaker else None,
        }
        for c in claims
    ]
    return {"id": id, "attributions": found}


def _characters(spans: Sequence[Sequence[int]], text: str) -> set[int]:
    return {i for s, e in spans for i in range(s, e) if not text[i].isspace()}


def _f1(hit: int, pred: int, gold: int) -> float:
    return round(200 * hit / (pred + gold), 1) if pred + gold else 0.0


def _direct(content: set[int], text: str) -> str:
    return "direct" if any(text[i] in MARKS for i in content) else "indirect"


def score(documents: Sequence[dict[str, Any]], found: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The figures, by the definitions above; keys as in PolNeAR's scorer in the project's shared folder."""
    n = {k: dict.fromkeys(("gold", "pred", "found", "right"), 0) for k in ("all", "direct", "indirect")}
    chars = {k: [0, 0, 0] for k in PARTS}
    sure = [0, 0]
    for doc in documents:
        text = doc["text"]
        notes = doc["annotations"][min(doc["annotations"])] if doc["annotations"] else []
        mine = found.get(doc["id"], [])
        gold = [{k: _characters(x.get(k) or [], text) for k in PARTS} for x in notes]
        pred = [{k: _characters(x.get(k) or [], text) for k in PARTS} for x in mine]
        for k in PARTS:
            g: set[int] = set().union(*(x[k] for x in gold))
            p: set[int] = set().union(*(x[k] for x in pred))
            for at, number in enumerate((len(g & p), len(p), len(g))):
                chars[k][at] += number
        pairs = sorted(
            (-2 * shared / (len(g["content"]) + len(p["content"])), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(pred)
            if (shared := len(g["content"] & p["content"]))
        )
        match: dict[int, int] = {}
        used: set[int] = set()
        for dice, i, j in pairs:
            if -dice >= 0.5 and i not in used and j not in match:
                match[j] = i
                used.add(i)
        for g in gold:
            for kind in ("all", _direct(g["content"], text)):
                n[kind]["gold"] += 1
        for j, p in enumerate(pred):
            hit = gold[match[j]] if j in match else None
            right = hit is not None and (
                2 * len(hit["source"] & p["source"]) >= min(len(hit["source"]), len(p["source"]))
                if hit["source"] and p["source"]
                else not hit["source"] and not p["source"]
            )
            for kind in ("all", _direct((hit or p)["content"], text)):
                n[kind]["pred"] += 1
                n[kind]["found"] += hit is not None
                n[kind]["right"] += right
            if mine[j].get("certain", True):
                sure[0] += right
                sure[1] += 1
    out: dict[str, Any] = {"documents": len(documents)}
    for kind, c in n.items():
        for what in ("found", "right"):
            out[f"{kind}_{what}_f1"] = _f1(c[what], c["pred"], c["gold"])
    for k, (hits, p_n, g_n) in chars.items():
        out[f"{k}_chars_f1"] = _f1(hits, p_n, g_n)
    out["certain_precision"] = round(100 * sure[0] / sure[1], 1) if sure[1] else None
    out["certain_share"] = round(100 * sure[1] / n["all"]["pred"], 1) if n["all"]["pred"] else None
    return out


def main() -> None:
    """Read, attribute, score, report."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th document")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    opener = gzip.open if a.data.suffix == ".gz" else open
    with opener(a.data, "rt", encoding="utf-8") as f:
        documents = [json.loads(line) for line in f][:: a.every]
    predicted("The minister said on Monday that talks would go on.")
    found: dict[str, list[dict[str, Any]]] = {}
    sentences = 0
    began = time.process_time()
    for doc in documents:
        claims, count = predicted(doc["text"])
        sentences += count
        found[doc["id"]] = as_json(doc["id"], claims)["attributions"]
    spent = time.process_time() - began
    if a.out:
        lines = (json.dumps({"id": k, "attributions": v}, ensure_ascii=False) for k, v in found.items())
        a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = score(documents, found)
    figures["sentences"] = sentences
    figures["ms_per_sentence"] = round(1000 * spent / max(1, sentences), 2)
    if a.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{k:24s} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
