"""The parser as a whole: what comes out, and how good it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.errors import MissingExtra, MissingWeights
from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse
from leadup.reading.syntax.network import network

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "syntax.py"


def one(text: str) -> Parse:
    (found,) = parse(text, [(0, len(text))], language=ENGLISH)
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
    first, second = parse(text, [(0, 9), (11, 20)], language=ENGLISH)
    assert all(text[t.start : t.end] == t.word for p in (first, second) for t in p)
    assert (second.start, second.end, second[0].start) == (11, 20, 11)


def test_a_sentence_reads_the_same_alone_and_in_company() -> None:
    text = "The army said on Monday that it would leave. No one knows. Talks, which began in May, go on!"
    bounds = [(0, 44), (45, 58), (59, len(text))]
    together = parse(text, bounds, language=ENGLISH)
    assert together == tuple(parse(text, [b], language=ENGLISH)[0] for b in bounds)


def test_a_sentence_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    net, read = network(ENGLISH), []
    whole = type(net).read

    def reading(self: object, sentences: list[list[str]]) -> object:
        read.append(len(sentences))
        return whole(self, sentences)  # type: ignore[arg-type]

    monkeypatch.setattr(type(net), "read", reading)
    text = "The harbour master of Orsk counted nine grey boats on the quay."
    (first,) = parse(text, [(0, len(text))], language=ENGLISH)
    (again,) = parse(f"Yes. {text}", [(5, 5 + len(text))], language=ENGLISH)
    assert [t.head for t in first] == [t.head for t in again]
    assert again[0].start == 5
    assert read == [1]


@given(st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=25)
def test_every_parse_is_a_tree(pieces: list[str]) -> None:
    text, bounds = "", []
    for piece in pieces:
        bounds.append((len(text), len(text) + len(piece)))
        text += piece + "\n"
    for (s, e), p in zip(bounds, parse(text, bounds, language=ENGLISH), strict=True):
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
        parse("Text.", [(0, 5)], pipeline="no_such_pipeline", language=ENGLISH)


def test_nothing_is_loaded_until_it_is_asked_for() -> None:
    code = (
        "import leadup.reading.syntax\n"
        "from leadup.reading.syntax.network import network\n"
        "print(network.cache_info().currsize)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "0"


@pytest.mark.parametrize(("there", "said"), [(b"other weights", "not those.*--force-re"), (None, "not installed")])
def test_weights_that_are_missing_or_others_are_said(
    there: bytes | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leadup.reading.syntax import network as room

    if there is not None:
        (tmp_path / "model.npz").write_bytes(there)
    monkeypatch.setattr(room, "files", lambda _: tmp_path)
    monkeypatch.setattr(room, "__file__", str(tmp_path / "a" / "b" / "c" / "d" / "network.py"))
    with pytest.raises(MissingWeights, match=said):
        network.__wrapped__(ENGLISH)
