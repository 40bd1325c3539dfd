"""Fits the weights that tell persons, places and organisations apart, on the free parts of the GUM treebank.

    python training/names.py ../shared/bench/names/ud_english.tar.gz

reads the entity annotation of UD English GUM's training part (documents of the genres that its licence file names as
free: Wikinews, Wikivoyage and Wikipedia, open textbooks, public-domain speeches, Creative Commons videos; the others
are left out), cuts its texts into candidate names exactly as leadup does, and fits a multinomial logistic model whose
Gaussian prior is centred on weights set by hand (``data/prior.tsv``), by gradient descent from them: no randomness.
It writes ``data/weights.tsv``. See docs/models/names.md.
"""

from __future__ import annotations

import argparse
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from leadup.lang import ENGLISH
from leadup.reading.names import evidence
from leadup.reading.names.chains import chains
from leadup.reading.names.lexicon import lexicon
from leadup.reading.names.segments import segments

DATA = Path(__file__).resolve().parent.parent / "src/leadup/reading/names/data"
FREE = frozenset(["news", "bio", "interview", "voyage", "textbook", "speech", "vlog"])
TYPES = {"person": "person", "place": "place", "organization": "organisation"}
SHARES = (0.8, 1.0, 2.2, 1.1)
"""What a candidate counts by its kind: news has more organisations, and fewer words of other kinds, than GUM."""

ENTITY = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass
class Document:
    """A document's tokens (form, part of speech, whether a blank follows) and entities (first, last, type, heads)."""

    genre: str
    tokens: list[tuple[str, str, str]] = field(default_factory=list)
    entities: list[tuple[int, int, str, str]] = field(default_factory=list)


def documents(archive: Path) -> Iterator[Document]:
    """The documents of GUM's files in the archive, in order."""
    with tarfile.open(archive) as files:
        for member in sorted(files.getmembers(), key=lambda m: m.name):
            if "gum" not in member.name or "train" not in member.name:
                continue
            handle = files.extractfile(member)
            if handle is not None:
                yield from _parsed(handle.read().decode("utf-8").splitlines())


def _parsed(lines: list[str]) -> Iterator[Document]:
    document: Document | None = None
    opened: dict[str, list[tuple[int, str, str]]] = {}
    for line in lines:
        if line.startswith("# newdoc id"):
            if document is not None:
                yield document
            document = Document(line.split("GUM_")[1].split("_")[0])
            opened = {}
        elif document is not None and line.startswith("# newpar") and document.tokens:
            form, tag, _ = document.tokens[-1]
            document.tokens[-1] = (form, tag, "\n\n")
        elif document is not None and line[:1].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                _take(document, opened, columns)
    if document is not None:
        yield document


def _take(document: Document, opened: dict[str, list[tuple[int, str, str]]], columns: list[str]) -> None:
    index = len(document.tokens)
    document.tokens.append((columns[1], columns[3], "" if "SpaceAfter=No" in columns[9] else " "))
    entity = re.search(r"Entity=([^|]*)", columns[9])
    for piece in ENTITY.findall(entity.group(1)) if entity else ():
        if not piece.startswith("("):
            begun = opened.get(piece.rstrip(")"))
            if begun:
                start, kind, heads = begun.pop()
                document.entities.append((start, index, kind, heads))
            continue
        fields = piece.strip("()").split("-")
        heads = fields[5] if len(fields) > 5 else "1"
        if piece.endswith(")"):
            document.entities.append((index, index, fields[1], heads))
        else:
            opened.setdefault(fields[0], []).append((index, fields[1], heads))


def examples(archive: Path) -> tuple[list[list[str]], list[int]]:
    """Features and kind (an index into ``evidence.KINDS``) of every candidate whose kind the rules leave open."""
    table = lexicon(ENGLISH)
    rows: list[list[str]] = []
    kinds: list[int] = []
    for document in documents(archive):
        if document.genre not in FREE:
            continue
        text, ends = "", []
        for form, _, blank in document.tokens:
            text += form
            ends.append(len(text))
            text += blank
        gold: dict[int, tuple[int, str]] = {}
        for first, last, kind, heads in document.entities:
            proper = [
                index
                for head in heads.split(",")
                if head.isdigit() and first <= (index := first + int(head) - 1) <= last
                if document.tokens[index][1] == "PROPN" or document.tokens[index][0][:1].isupper()
            ]
            for index in proper:
                held = gold.get(ends[index])
                if held is None or last - first < held[0]:
                    gold[ends[index]] = (last - first, TYPES.get(kind, "other"))
        for words, start, opens, headline in chains(text, ENGLISH):
            for segment in segments(words, table, language=ENGLISH, opens=opens, headline=headline):
                if segment.weak or (segment.kind is not None and not segment.titled):
                    continue
                inner = evidence.inner_features(segment, ENGLISH)
                capitals = evidence.CAPITALS in inner
                rows.append([*inner, *evidence.outer_features(text, start, segment, capitals, ENGLISH)])
                kinds.append([str(k) for k in evidence.KINDS].index(gold.get(start + segment.end, (0, "other"))[1]))
    return rows, kinds


def fitted(rows: list[list[str]], kinds: list[int], prior: dict[str, evidence.Weights], pull: float) -> np.ndarray:
    """The weights, one row a feature in the order of ``prior``."""
    index = {name: place for place, name in enumerate(prior)}
    matrix = np.zeros((len(rows), len(prior)))
    for row, names in enumerate(rows):
        for name in names:
            matrix[row, index[name]] += 1
    target = np.eye(4)[np.array(kinds)]
    share = (target @ np.array(SHARES))[:, None]
    centre = np.array(list(prior.values()))
    weights = centre.copy()
    speed = np.zeros_like(weights)
    for _ in range(600):
        logits = matrix @ weights
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = matrix.T @ (share * (odds - target)) / len(rows) + pull * (weights - centre)
        speed = 0.9 * speed + slope
        weights = weights - speed
    right = float((matrix @ weights).argmax(axis=1).__eq__(np.array(kinds)).mean())
    print(f"{len(rows)} candidates, {right:.3f} of them right after fitting")
    return weights


def main() -> None:
    """Fits and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pull", type=float, default=0.01, help="how strongly the prior holds")
    parser.add_argument("--out", type=Path, default=DATA / "weights.tsv")
    options = parser.parse_args()
    rows, kinds = examples(options.archive)
    prior = evidence.read_weights("prior.tsv")
    weights = fitted(rows, kinds, prior, options.pull)
    lines = [
        "# Weights for person, place, organisation, other. Made by training/names.py from prior.tsv and UD English GUM."
    ]
    lines += [f"{name}\t" + "\t".join(f"{w:.2f}" for w in row) for name, row in zip(prior, weights, strict=True)]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
