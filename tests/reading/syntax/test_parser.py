"""The parser as a whole: what comes out, and how good it is."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.errors import MissingExtra
from leadup.reading.syntax import Parse, parse

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "syntax.py"


def one(text: str) -> Parse:
    (found,) = parse(text, [(0, len(text))])
    return found


def relations(text: str) -> set[tuple[str, str, str]]:
    p = one(text)
    return {(t.word, t.relation, p[t.head].word if t.head >= 0 else "") for t in p}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that talks had failed.", {("minister", "nsubj", "said"), ("failed", "ccomp", "said")}),
        ("Rebels attacked the village.", {("Rebels", "nsubj", "attacked"), ("village", "obj", "attacked")}),
        ("The bridge was destroyed by rebels.",
         {("bridge", "nsubj:pass", "destroyed"), ("rebels", "obl:agent", "destroyed")}),
        ("Its leader vowed to return.", {("Its", "nmod:poss", "leader"), ("return", "xcomp", "vowed")}),
        ("The man who spoke has left.", {("spoke", "acl:relcl", "man"), ("man", "nsubj", "left")}),
    ],
)  # fmt: skip
def test_relations(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= relations(text)


def test_tags_and_lemmas() -> None:
    p = one("The countries were warned that children would suffer.")
    assert [(t.upos, t.lemma) for t in p] == [
        ("DET", "the"),
        ("NOUN", "country"),
        ("AUX", "be"),
        ("VERB", "warn"),
        ("SCONJ", "that"),
        ("NOUN", "child"),
        ("AUX", "would"),
        ("VERB", "suffer"),
        ("PUNCT", "."),
    ]


def test_typography_makes_no_difference() -> None:
    plain = one('"It isn\'t over," he said.')
    curly = one("“It isn’t over,” he said.")
    assert [(t.upos, t.head, t.relation) for t in plain] == [(t.upos, t.head, t.relation) for t in curly]


def test_walks() -> None:
    text = "The new minister of trade spoke."
    p = one(text)
    noun = next(i for i, t in enumerate(p) if t.word == "minister")
    assert text[slice(*p.extent(noun))] == "The new minister of trade"
    assert p[p.root].word == "spoke"
    assert p.head_of(0, 25) == noun
    assert p.child(p.root, "nsubj") == noun
    assert p.child(p.root, "obj") is None
    assert list(p.ancestors(p.subtree(noun)[0])) == [noun, p.root]


def test_offsets_are_the_text_s_own() -> None:
    text = "One came.  Two left?"
    first, second = parse(text, [(0, 9), (11, 20)])
    assert all(text[t.start : t.end] == t.word for p in (first, second) for t in p)
    assert (second.start, second.end, second[0].start) == (11, 20, 11)


def test_a_sentence_reads_the_same_alone_and_in_company() -> None:
    text = "The army said on Monday that it would leave. No one knows. Talks, which began in May, go on!"
    bounds = [(0, 44), (45, 58), (59, len(text))]
    together = parse(text, bounds)
    assert together == tuple(parse(text, [b])[0] for b in bounds)


@given(st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=25)
def test_every_parse_is_a_tree(pieces: list[str]) -> None:
    text, bounds = "", []
    for piece in pieces:
        bounds.append((len(text), len(text) + len(piece)))
        text += piece + "\n"
    for (s, e), p in zip(bounds, parse(text, bounds), strict=True):
        assert (p.start, p.end) == (s, e)
        assert sum(t.head < 0 for t in p) == (1 if len(p) else 0)
        if len(p):
            assert p.subtree(p.root) == list(range(len(p)))


def test_a_very_long_sentence_is_read_in_pieces() -> None:
    text = "and they said so " * 300
    p = one(text)
    assert len(p) == 1200
    assert len(p.subtree(p.root)) == 1200


def test_a_missing_pipeline_says_how_to_get_one() -> None:
    with pytest.raises(MissingExtra, match=r"leadup\[spacy\]"):
        parse("Text.", [(0, 5)], pipeline="no_such_pipeline")


def test_nothing_is_loaded_until_it_is_asked_for() -> None:
    code = (
        "import leadup.reading.syntax\n"
        "from leadup.reading.syntax.network import network\n"
        "print(network.cache_info().currsize)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("file", "sha256", "floor"),
    [
        (
            "ud_ewt/en_ewt-ud-dev.conllu",
            "531a54ff90d6ab12201c5a50c3e78e6ddac4de69abc4bce5d275d3cd29efe2b6",
            {"upos": 95.8, "las": 85.1, "raw_las": 84.0},
        ),
        (
            "ud_gum/en_gum-ud-dev.noreddit.conllu",
            "4740b782dfe55fd67f9ce216cb38047e99ca15e6e5fab350b1ecb5eaccccc263",
            {"upos": 96.4, "las": 84.5, "raw_las": 83.7},
        ),
    ],
)
def test_quality_floor(file: str, sha256: str, floor: dict[str, float], shared: Path, tmp_path: Path) -> None:
    archive = shared / "bench" / "names" / "ud_english.tar.gz"
    if not archive.is_file():
        pytest.skip("needs the UD English treebanks")
    with tarfile.open(archive) as tar:
        tar.extract(file, tmp_path, filter="data")
    assert hashlib.sha256((tmp_path / file).read_bytes()).hexdigest() == sha256
    spec = importlib.util.spec_from_file_location("syntax_benchmark", BENCHMARK)
    assert spec is not None and spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    sys.modules["syntax_benchmark"] = benchmark
    spec.loader.exec_module(benchmark)
    figures = benchmark.measured(tmp_path / file, 400)
    assert {k: figures[k] for k in floor if figures[k] < floor[k]} == {}, json.dumps(figures)
