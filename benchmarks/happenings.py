"""Which sentences of different documents tell of one happening, on ECB+.

    happenings.py ECB.jsonl.gz TOPICS [--pairs PAIRS.jsonl] [--out PRED.jsonl] [--json]

TOPICS are like 25-35. The pairs are those of ``../shared/bench/events/same_happening.py``: two annotated sentences of
different documents of one topic, positive when both hold a mention of one same cross-document action (reporting,
aspectual, causative, state and generic ones left out). With ``--pairs`` they are read from that program's file;
without, they are made here in the same way.

What the method is given: the documents of the topics without their annotation (a first line that is a web address is
dropped, since only half of the documents have one), the annotated sentences' words, and which topic each is in. Each
topic is one pool. Scored: F1, precision and recall at 0.5, average precision, and extended B³ of the clusters, within a
topic: gold clusters are the actions, of which a sentence may hold several; sentences are grouped by average linkage,
once at 0.5 of these scores ("b3"), once as the product groups, with its strict scores and threshold ("b3_strict").
Speed: the CPU time of scoring the pairs, the words of the documents having been counted ("prepared") before; every
pair of the pool is scored, there is no blocking but by topic.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leadup.lang import ENGLISH
from leadup.timeline.happenings import Collection, Passage, cluster, scores

LEFT_OUT = ("REPORTING", "ASPECTUAL", "STATE", "GENERIC", "CAUSATIVE")


def documents(path: Path, topics: str) -> list[dict[str, Any]]:
    """The documents of the topics ("25-35"), as the file has them."""
    low, high = (int(n) for n in topics.split("-"))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [d for d in found if low <= int(d["topic"]) <= high]


def sentences(doc: dict[str, Any]) -> dict[int, str]:
    """The sentences of a document by number."""
    words: dict[int, list[str]] = defaultdict(list)
    for word, at in zip(doc["tokens"], doc["sent"], strict=True):
        words[at].append(word)
    return {at: " ".join(words[at]) for at in sorted(words)}


def actions(doc: dict[str, Any]) -> dict[int, frozenset[str]]:
    """The cross-document actions that each annotated sentence holds."""
    found: dict[int, set[str]] = defaultdict(set)
    for relation in doc["relations"]:
        if relation["type"] != "CROSS_DOC_COREF":
            continue
        attributes = doc["markables"].get(relation["target"][0], {}).get("attrs", {})
        name = relation.get("note") or attributes.get("instance_id")
        for source in relation["source"]:
            m = doc["markables"].get(source)
            if m and m["type"].startswith("ACTION") and not any(x in m["type"] for x in LEFT_OUT) and m["tokens"]:
                found[doc["sent"][m["tokens"][0]]].add(name)
    return {at: frozenset(names) for at, names in sorted(found.items())}


def text_of(doc: dict[str, Any]) -> str:
    """A document's words without the web address that opens half of them."""
    told = list(sentences(doc).values())
    return "\n".join(told[1:] if told and told[0].startswith("http") else told)


def pair_figures(gold: list[tuple[float, bool]]) -> dict[str, float]:
    """Precision, recall and F1 at 0.5, and average precision, as ``same_happening.py --score`` has them."""
    hit = sum(s >= 0.5 and same for s, same in gold)
    said, real = sum(s >= 0.5 for s, _ in gold), sum(same for _, same in gold)
    p, r = hit / said if said else 0.0, hit / real if real else 0.0
    found = area = 0.0
    for rank, (_, same) in enumerate(sorted(gold, key=lambda x: -x[0]), 1):
        if same:
            found += 1
            area += found / rank
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"precision": p, "recall": r, "f1": f1, "average_precision": area / real if real else 0.0}


def b_cubed(gold: list[frozenset[str]], said: list[int]) -> tuple[float, float, float]:
    """Extended B³ precision, recall and F1 (Amigó et al. 2009): an item may be of several gold clusters.

    ``gold`` holds each item's actions, ``said`` the number of the one cluster it was put into. Two items of one
    cluster are rightly there when they share an action; two that share n actions are found to 1/n by one cluster.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    mates: dict[int, list[int]] = defaultdict(list)
    for k, (names, number) in enumerate(zip(gold, said, strict=True)):
        mates[number].append(k)
        for name in sorted(names):
            holders[name].append(k)
    p = r = 0.0
    for mine, number in zip(gold, said, strict=True):
        kin = sorted({k for name in mine for k in holders[name]})
        p += sum(bool(mine & gold[k]) for k in mates[number]) / len(mates[number])
        r += sum(1 / len(mine & gold[k]) for k in kin if said[k] == number) / len(kin)
    p, r = p / len(gold), r / len(gold)
    return p, r, 2 * p * r / (p + r)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ecb", type=Path)
    parser.add_argument("topics")
    parser.add_argument("--pairs", type=Path, help="pairs written by same_happening.py")
    parser.add_argument("--out", type=Path, help="write {id, score} lines here")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    given = parser.parse_args(list(arguments) if arguments is not None else None)

    docs = documents(given.ecb, given.topics)
    pools: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for doc in docs:
        pools[int(doc["topic"])].append(doc)
    start = time.process_time()
    context = Collection({d["doc"]: text_of(d) for d in docs}, ENGLISH)
    prepared = time.process_time() - start

    taken = 0.0
    predicted: dict[str, float] = {}
    gold: list[tuple[float, bool]] = []
    held_actions: list[frozenset[str]] = []
    clusters: dict[str, list[int]] = {"b3": [], "b3_strict": []}
    for topic in sorted(pools):
        rows = [
            (doc["doc"], at, sentences(doc)[at], names) for doc in pools[topic] for at, names in actions(doc).items()
        ]
        start = time.process_time()
        pool = context.pool(doc["doc"] for doc in pools[topic])
        likeness = scores([Passage(doc, words) for doc, _, words, _ in rows], pool)
        taken += time.process_time() - start
        for a, (doc_a, at_a, _, held_a) in enumerate(rows):
            for b in range(a + 1, len(rows)):
                doc_b, at_b, _, held_b = rows[b]
                if doc_a != doc_b:
                    score = float(likeness[a, b])
                    predicted[f"{doc_a}#{at_a}|{doc_b}#{at_b}"] = score
                    gold.append((score, bool(held_a & held_b)))
        base = len(held_actions)
        held_actions += [held for *_, held in rows]
        strict = scores([Passage(doc, words) for doc, _, words, _ in rows], pool, strict=True)
        for name, groups in (("b3", cluster(likeness, 0.5)), ("b3_strict", cluster(strict))):
            number = {k: base + members[0] for members in groups for k in members}
            clusters[name] += [number[k] for k in range(len(rows))]

    if given.pairs:
        with given.pairs.open(encoding="utf-8") as lines:
            gold = [(predicted.get(d["id"], 0.0), d["same"]) for d in map(json.loads, lines)]
    if given.out:
        given.out.write_text(
            "".join(json.dumps({"id": id, "score": score}) + "\n" for id, score in predicted.items()), encoding="utf-8"
        )
    figures: dict[str, float] = {"pairs": len(gold), "positive": sum(same for _, same in gold), **pair_figures(gold)}
    for name, said in clusters.items():
        p, r, f = b_cubed(held_actions, said)
        figures |= {f"{name}_precision": p, f"{name}_recall": r, f"{name}_f1": f}
    figures |= {
        "prepare_seconds": prepared,
        "score_seconds": taken,
        "pairs_per_cpu_second": len(predicted) / taken if taken else 0.0,
        "pairs_per_cpu_second_with_preparation": len(predicted) / (taken + prepared) if taken + prepared else 0.0,
    }
    for name, value in figures.items():
        print(f"{name:38s} {value:.3f}" if isinstance(value, float) else f"{name:38s} {value}")
    if given.json:
        print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}))


if __name__ == "__main__":
    main()
