"""Links between what happened and what it answered, on the seed article and on EventStoryLine.

    chain.py [--seed SEED_FOLDER] [--plots EVENTSTORYLINE.jsonl.gz] [--json]

``--seed`` reads ``article.txt`` and ``expected.json``. Setting: the expected entries are given (each the sentence that
holds its words, its day, and whether it is a statement, no more); the links are found. A shown link of any kind but
"statement about" is right when it is the entry's ``responds_to`` link; a "statement about" link is right when it is
its ``responds_to`` or its ``about``. Recall is over the ``responds_to`` links.

``--plots`` reads EventStoryLine. Setting: sentence pairs of one document, a sentence with itself among them, both
sentences holding an annotated event; a pair is positive when a plot link (either kind, either direction) joins an
event of the one to an event of the other. A sentence is said to be linked with itself when it holds a cue that is
shown and words of its own for the earlier thing; two sentences when the chain links them, shown, with the kinds
"responds to", "caused by" or "enables" (a statement about a thing is no plot link). Given: the sentences, in order,
without days. Both parts are reported apart and together, beside the share of positive pairs. Nothing is learnt here;
the rules were written with this file's texts at hand, so these are development figures. "possible" counts the links
that are not shown (plain "after", references that may be to any such thing) together with those that are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leadup.lang import ENGLISH
from leadup.reading.sentences import split_sentences
from leadup.timeline.chain import ChainNode, find_cues, link_told

PLOT_KINDS = ("responds to", "caused by", "enables")


def seed(folder: Path) -> dict[str, float]:
    """Precision and recall of the shown links among the expected entries of the seed article."""
    text = (folder / "article.txt").read_text(encoding="utf-8")
    entries = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["entries"]
    bounds = split_sentences(text, language=ENGLISH)
    told, gold, about = [], {}, {}
    for entry in entries:
        start, end = next((s, e) for s, e in bounds if s <= entry["start"] < e)
        day = dt.date.fromisoformat(entry["date"])
        told.append(ChainNode(entry["id"], text[start:end], "article", start, day, entry["kind"] == "statement"))
        if "responds_to" in entry:
            gold[entry["id"]] = entry["responds_to"]
        if "about" in entry:
            about[entry["id"]] = entry["about"]
    found = link_told(told, {"article": text}, language=ENGLISH)
    said = right = 0
    hit = set()
    for id, links in found.items():
        for link in links:
            if not link.shown:
                continue
            said += 1
            answers = gold.get(id) == link.to
            right += answers or (link.kind == "statement about" and about.get(id) == link.to)
            if answers:
                hit.add(id)
            mark = "right" if answers else "about" if about.get(id) == link.to else "WRONG"
            print(f"  {mark}  {id} -> {link.to}  {link.kind}  [{link.rule}]  “{link.words.exact[:70]}”")
    for id in sorted(gold.keys() - hit):
        print(f"  MISSED {id} -> {gold[id]}")
    return {
        "seed_links": len(gold),
        "seed_shown": said,
        "seed_precision": right / said if said else 0.0,
        "seed_recall": len(hit) / len(gold),
    }


def plots(path: Path) -> dict[str, float]:
    """Precision and recall of shown links at the level of sentence pairs, within and across sentences."""
    count: dict[str, int] = defaultdict(int)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            _count(doc, count)
    figures: dict[str, float] = {}
    for part in ("within", "across", "possible"):
        figures |= _figures(part, *(count[f"{part} {k}"] for k in ("pairs", "real", "said", "hit")))
    # Every pair is in "possible"; shown ones alone are in the other two.
    both = (count[f"within {k}"] + count[f"across {k}"] for k in ("pairs", "real", "said", "hit"))
    return figures | _figures("all", *both)


def _figures(part: str, pairs: int, real: int, said: int, hit: int) -> dict[str, float]:
    return {
        f"plots_{part}_pairs": pairs,
        f"plots_{part}_positive_share": real / pairs if pairs else 0.0,
        f"plots_{part}_shown": said,
        f"plots_{part}_precision": hit / said if said else 0.0,
        f"plots_{part}_recall": hit / real if real else 0.0,
    }


def _count(doc: dict[str, Any], count: dict[str, int]) -> None:
    words: dict[int, list[str]] = defaultdict(list)
    for word, at in zip(doc["tokens"], doc["sent"], strict=True):
        words[at].append(word)
    held = {doc["sent"][m["tokens"][0]] for m in doc["markables"].values() if "ACTION" in m["type"] and m["tokens"]}
    gold = set()
    for relation in doc["relations"]:
        if relation["type"] == "PLOT_LINK":
            ends = [doc["markables"].get(x) for side in ("source", "target") for x in relation[side][:1]]
            if len(ends) == 2 and all(m and m["tokens"] for m in ends):
                gold.add(frozenset(doc["sent"][m["tokens"][0]] for m in ends if m))
    told = [ChainNode(str(at), " ".join(words[at]), doc["doc"], 100_000 * at) for at in sorted(held)]
    made = link_told(told, {}, language=ENGLISH).items()
    every = [(frozenset((int(id), int(x.to))), x.shown) for id, links in made for x in links if x.kind in PLOT_KINDS]
    linked = {pair for pair, shown in every if shown}
    possible = {pair for pair, _ in every}
    for one in told:
        cues = [c for c in find_cues(one.text, ENGLISH) if c.kind in PLOT_KINDS and c.from_ < c.to]
        real = frozenset((int(one.id),)) in gold
        _tally(count, "within", real, any(c.shown for c in cues))
        _tally(count, "possible", real, bool(cues))
    for k, one in enumerate(told):
        for other in told[k + 1 :]:
            pair = frozenset((int(one.id), int(other.id)))
            _tally(count, "across", pair in gold, pair in linked)
            _tally(count, "possible", pair in gold, pair in possible)


def _tally(count: dict[str, int], part: str, real: bool, said: bool) -> None:
    count[f"{part} pairs"] += 1
    count[f"{part} real"] += real
    count[f"{part} said"] += said
    count[f"{part} hit"] += real and said


def main(arguments: Iterable[str] | None = None) -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=Path)
    parser.add_argument("--plots", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    given = parser.parse_args(list(arguments) if arguments is not None else None)
    if not given.seed and not given.plots:
        parser.error("give --seed, --plots or both")
    figures: dict[str, float] = {}
    if given.seed:
        figures |= seed(given.seed)
    if given.plots:
        figures |= plots(given.plots)
    for name, value in figures.items():
        print(f"{name:32s} {value:.3f}" if isinstance(value, float) else f"{name:32s} {value}")
    if given.json:
        print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}))


if __name__ == "__main__":
    main()
