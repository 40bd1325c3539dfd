#!/usr/bin/env python3
"""Is the name shown as a claim's speaker the right one?

    python benchmarks/speakers.py GOLD.jsonl DATA.jsonl.gz [DATA.jsonl.gz ...] [--half dev|held] [--errors] [--json]

GOLD (``benchmarks/gold/speakers.jsonl``) holds a line a claim: the article's id, the places of the cue and of its
sentence in code points of the article's ``text``, and who says it: a list of readings that are all right, each a list
of speakers ("A and B said" has two), each speaker a name, or the place of the words that are the speaker ("three aides
to her"). A person read the articles and wrote them down before any answer of leadup's was looked at. DATA are the
articles: {"id", "text", ...}, a line each. ``held`` articles were left alone while the code was written.

Every claim is read as an answer reads it: its sentence with two neighbours. Shown is what a page would show. A name is
right when it is one of the gold's readings: a surname alone is the person, a name that merely stands in the words that
are the speaker is not. ``plain`` counts what is shown without "probably". A claim
within another's words ("Hale said that Tolk promised") is not told of by itself: ``inner`` counts those and leaves
them out of the shares.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leadup.lang import ENGLISH
from leadup.model import Claim
from leadup.output.cast import shown_speaker
from leadup.reading.attribution import attribute
from leadup.reading.deep import NEIGHBOURS
from leadup.reading.names import Cast
from leadup.reading.sentences import split_sentences
from leadup.reading.syntax import parse

_FILLERS = frozenset("the a an of and for in at by to mr mrs ms dr sen rep gov president s".split())
_BREAK = re.compile(r"\s(?:of|for|in|at|by|to|from|with|who|whose|on|familiar|briefed|involved|close)\s|,|\(")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--half", choices=("dev", "held"), default="dev")
    parser.add_argument("--errors", action="store_true", help="print every claim that is not rightly and plainly named")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    asked = parser.parse_args()
    gold = [r for line in asked.gold.read_text(encoding="utf-8").splitlines() if (r := json.loads(line))]
    gold = [r for r in gold if r["half"] == asked.half]
    texts = articles(asked.data, {r["article"] for r in gold})
    counts: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for r in gold:
        if r["article"] not in texts:
            continue
        verdict, line = judge(texts[r["article"]], r)
        for c in (counts, kinds.setdefault(r["kind"], Counter())):
            c["claims"] += verdict != "inner"
            c[verdict] += 1
        if asked.errors and verdict != "plain right":
            print(f"{verdict:15s} {r['kind']:9s} {line}")
    for kind, c in sorted(kinds.items()):
        print(f"{kind:12s} {figures(c)}")
    print(json.dumps(figures(counts)) if asked.json else f"{'all':12s} {figures(counts)}")


def figures(c: Counter[str]) -> dict[str, float]:
    """Shares in percent of a count of verdicts."""
    plain, guess = c["plain right"] + c["plain wrong"], c["guess right"] + c["guess wrong"]
    return {
        "claims": c["claims"],
        "plain": plain,
        "plain_right": _percent(c["plain right"], plain),
        "guess": guess,
        "guess_right": _percent(c["guess right"], guess),
        "named_plainly": _percent(plain, c["claims"]),
        "named": _percent(plain + guess, c["claims"]),
        "no_claim": c["no claim"],
        "inner": c["inner"],
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def articles(files: Sequence[Path], wanted: set[str]) -> dict[str, str]:
    """The texts of the wanted articles."""
    found: dict[str, str] = {}
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] in wanted:
                    found[record["id"]] = record["text"]
    return found


def judge(text: str, gold: dict[str, Any]) -> tuple[str, str]:
    """The verdict on one claim of the gold, and a line that a person can check."""
    sentences = split_sentences(text, language=ENGLISH)
    at = next(i for i, (_, e) in enumerate(sentences) if gold["cue"][0] < e)
    around = sentences[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    claims = attribute(
        text,
        around,
        parses=parse(text, around, language=ENGLISH),
        cast=Cast.of(text, language=ENGLISH),
        language=ENGLISH,
    )
    claim = claim_at(claims, *gold["cue"])
    place = f"{gold['article']}:{gold['cue'][0]} {' '.join(text[slice(*gold['sentence'])].split())[:150]}"
    right = " | ".join(" + ".join(x if isinstance(x, str) else text[slice(*x)] for x in g) for g in gold["speakers"])
    if claim is None:
        return "no claim", f"[{right}] {place}"
    if not _overlap(claim.cue, *gold["cue"]) and claim.cue and _overlap(claim.content, *gold["cue"]):
        return "inner", f"[{right}] {place}"
    shown = shown_speaker(claim, text, language=ENGLISH)
    if shown is None:
        return "not named", f"[{right}] {place}"
    ok = any(_is_right(shown.guess or shown.name, group, text) for group in gold["speakers"])
    verdict = f"{'plain' if shown.sure else 'guess'} {'right' if ok else 'wrong'}"
    return verdict, f"{(shown.guess or shown.name)!r} [{right}] {place}"


def claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim whose cue stands at these code points, else the one whose content or source holds them."""
    for parts in ("cue", "content", "source"):
        for claim in claims:
            if _overlap(getattr(claim, parts), start, end):
                return claim
    return None


def _overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)


def _is_right(shown: str, group: Sequence[Any], text: str) -> bool:
    if len(group) > 1:
        return all(_tokens(_words(g, text))[-1] in _tokens(shown) for g in group)
    given, said = _tokens(_words(group[0], text)), _tokens(shown)
    if not given or not said:
        return False
    core, heard = set(given) - _FILLERS, set(said) - _FILLERS
    if core == heard or (shown.isupper() and shown == _initials(_words(group[0], text))):
        return True
    if isinstance(group[0], str):
        return given[-1] == said[-1] and (heard <= core or core <= heard)
    head = _tokens(_BREAK.split(_words(group[0], text))[0])
    return bool(head) and head[-1] == _tokens(_BREAK.split(shown)[0])[-1] and (heard <= core or core <= heard)


def _words(speaker: str | Sequence[int], text: str) -> str:
    return speaker if isinstance(speaker, str) else text[slice(*speaker)]


def _tokens(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", words.lower())) or [""]


def _initials(words: str) -> str:
    return "".join(w[0] for w in words.split() if w[0].isupper())


if __name__ == "__main__":
    main()
