"""Names on worldwide_news: span F1 of persons, organisations and places.

    python benchmarks/names.py ../shared/bench/names/worldwide_news.tar.gz [--half 0|1] [--json]

The archive holds one file an article, one token and its BIOES label a line (where names are nested, the outer one
first, which is the one that counts), blank lines between paragraphs. The text is put back together as it was before it
was cut into tokens (no blank before a full stop or a closing bracket, none around a hyphen), names are found in it, and
a name counts as right when it covers the same tokens as a gold one and is of the same kind: Person, Organization,
Location. The other kinds (NORP, Facility, Misc, Product, Date, Money) are neither gold nor, when found as such, wrong.
``--half 0`` is the files at even places of the sorted list (development), ``--half 1`` the rest.
"""

from __future__ import annotations

import argparse
import json
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from leadup.lang import ENGLISH
from leadup.reading.names import find_names

KINDS = {"Person": "person", "Organization": "organisation", "Location": "place"}
Row = tuple[str, str]
NO_BLANK_BEFORE = frozenset(".,;:?!)]}%'’”…") | {
    "'s",
    "’s",
    "n't",
    "n’t",
    "'re",
    "’re",
    "'ve",
    "’ve",
    "'ll",
    "’ll",
    "'m",
    "’m",
    "'d",
    "’d",
}
CONTRACTED = frozenset(["s", "t", "re", "ve", "ll", "d", "m"])
NO_BLANK_AFTER = frozenset("([{$£€¥₹“‘#@")


def articles(path: Path) -> Iterator[tuple[str, list[list[Row]]]]:
    """Name and paragraphs of each article, sorted by name."""
    with tarfile.open(path) as archive:
        members = sorted(
            (m for m in archive.getmembers() if m.isfile() and m.name.endswith(".tsv")), key=lambda m: m.name
        )
        for member in members:
            handle = archive.extractfile(member)
            if handle is None:
                continue
            paragraphs: list[list[Row]] = [[]]
            for line in handle.read().decode("utf-8").splitlines():
                word, *layers = line.split("\t")
                if word.strip():
                    paragraphs[-1].append((word, layers[0].strip() if layers else "O"))
                elif paragraphs[-1]:
                    paragraphs.append([])
            yield member.name, [p for p in paragraphs if p]


def rebuilt(paragraphs: list[list[Row]]) -> tuple[str, list[tuple[int, int]], list[str]]:
    """The text, the (start, end) of each token in it, and the labels."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    labels: list[str] = []
    length = 0
    for paragraph in paragraphs:
        glue = True
        quoted = False
        for index, (word, label) in enumerate(paragraph):
            following = paragraph[index + 1][0] if index + 1 < len(paragraph) else ""
            closing = word in NO_BLANK_BEFORE or (word == '"' and quoted)
            hyphen = (
                word in ("-", "/") and index > 0 and following[:1].isalnum() and paragraph[index - 1][0][-1:].isalnum()
            )
            before = paragraph[index - 1][0] if index else ""
            initials = (
                len(word) == 1 and word.isupper() and before == "." and index > 1 and _initial(paragraph[index - 2][0])
            )
            number = word.isdigit() and len(before) == 1 and before.isupper() and len(word) < 3
            letter = index > 0 and (
                (_letter(word) and before[-1:].isalpha()) or (_letter(before) and word[:1].islower())
            )
            contracted = (
                before in ("’", "'") and index > 1 and (word in CONTRACTED or _initial(paragraph[index - 2][0]))
            )
            if not (glue or closing or hyphen or initials or number or letter or contracted):
                pieces.append(" ")
                length += 1
            pieces.append(word)
            spans.append((length, length + len(word)))
            labels.append(label)
            length += len(word)
            glue = word in NO_BLANK_AFTER or (word == '"' and not quoted) or hyphen
            if word == '"':
                quoted = not quoted
        pieces.append("\n\n")
        length += 2
        labels.append("|")
        spans.append((length, length))
    return "".join(pieces), spans, labels


def _letter(word: str) -> bool:
    """A lower-case letter beyond ASCII that the tokeniser cut out of its word."""
    return len(word) == 1 and not word.isascii() and word.islower()


def _initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def gold(labels: list[str]) -> set[tuple[int, int, str]]:
    """(first token, last token, kind) of each name that counts."""
    found: set[tuple[int, int, str]] = set()
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        place, _, this = label.partition("-")
        if start >= 0 and (place not in "IE" or this != kind):
            if kind in KINDS:
                found.add((start, index - 1, KINDS[kind]))
            start = -1
        if (this and place in "BS") or (this and start < 0 and place in "IE"):
            start, kind = index, this
    return found


def main() -> None:
    """Runs the benchmark and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the N most frequent errors")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    errors: Counter[tuple[str, str, str]] = Counter()
    words = 0
    seconds = 0.0
    find_names("Warm up.", language=ENGLISH)
    for number, (_, paragraphs) in enumerate(articles(options.archive)):
        if options.half is not None and number % 2 != options.half:
            continue
        text, spans, labels = rebuilt(paragraphs)
        started = time.process_time()
        names = find_names(text, language=ENGLISH)
        seconds += time.process_time() - started
        words += len(text.split())
        first_at = {}
        last_at = {}
        for index, (start, end) in enumerate(spans):
            for offset in range(start, end):
                first_at[offset] = last_at[offset] = index
        answer = {
            (first_at[n.start], last_at[n.end - 1], str(n.kind))
            for n in names
            if n.kind in KINDS.values() and n.start in first_at
        }
        truth = gold(labels)
        for kind in KINDS.values():
            mine = {a for a in answer if a[2] == kind}
            theirs = {t for t in truth if t[2] == kind}
            right[kind] += len(mine & theirs)
            found[kind] += len(mine)
            expected[kind] += len(theirs)
        if options.errors:
            for sign, group in (("+", answer - truth), ("-", truth - answer)):
                for first, last, kind in group:
                    errors[(sign, kind, text[spans[first][0] : spans[last][1]])] += 1
    for (sign, kind, exact), count in errors.most_common(options.errors):
        print(f"{sign} {count:4d} {kind:13s} {exact}")

    def measures(of: list[str]) -> dict[str, float]:
        hit, mine, theirs = (sum(c[k] for k in of) for c in (right, found, expected))
        precision, recall = hit / max(mine, 1), hit / max(theirs, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}

    figures: dict[str, object] = dict(measures(list(KINDS.values())))
    figures |= {kind: measures([kind]) for kind in KINDS.values()}
    figures["words_per_cpu_second"] = round(words / max(seconds, 1e-9))
    figures["ms_per_300_words"] = round(seconds / max(words, 1) * 300_000, 3)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:22s} {value}")


if __name__ == "__main__":
    main()
