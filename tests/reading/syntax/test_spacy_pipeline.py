"""A user's spaCy pipeline behind the same nouns, with a stand-in for spaCy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse, spacy_pipeline

TEXT = "The bridge was destroyed by rebels in May."
# The tree in ClearNLP's relations, as spaCy's English pipelines give it: (head, relation, tag).
CLEAR = [
    (1, "det", "DET"),
    (3, "nsubjpass", "NOUN"),
    (3, "auxpass", "AUX"),
    (3, "ROOT", "VERB"),
    (3, "agent", "ADP"),
    (4, "pobj", "NOUN"),
    (3, "prep", "ADP"),
    (6, "pobj", "PROPN"),
    (3, "punct", "PUNCT"),
]


class StandInDoc(list[Any]):
    def __init__(self, _vocab: object, words: list[str], spaces: list[bool]) -> None:
        assert len(words) == len(spaces)
        super().__init__(
            SimpleNamespace(i=i, text=w, lemma_=w.lower(), dep_="", pos_="", head=None) for i, w in enumerate(words)
        )


class StandInPipeline:
    vocab = object()

    def pipe(self, docs: Iterable[StandInDoc]) -> Iterator[StandInDoc]:
        for doc in docs:
            for t, (head, relation, tag) in zip(doc, CLEAR, strict=True):
                t.head, t.dep_, t.pos_ = doc[head], relation, tag
            yield doc


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Parse:
    tokens = ModuleType("spacy.tokens")
    tokens.Doc = StandInDoc  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", ModuleType("spacy"))
    monkeypatch.setitem(sys.modules, "spacy.tokens", tokens)
    monkeypatch.setattr(spacy_pipeline, "_load", lambda _: StandInPipeline())
    (found,) = parse(TEXT, [(0, len(TEXT))], pipeline="stand_in", language=ENGLISH)
    return found


def test_relations_become_universal_dependencies(read: Parse) -> None:
    heads = {t.word: (t.relation, read[t.head].word if t.head >= 0 else "") for t in read}
    assert heads["bridge"] == ("nsubj:pass", "destroyed")
    assert heads["was"] == ("aux:pass", "destroyed")
    assert heads["destroyed"] == ("root", "")
    assert heads["rebels"] == ("obl:agent", "destroyed")
    assert heads["by"] == ("case", "rebels")
    assert heads["May"] == ("obl", "destroyed")
    assert heads["in"] == ("case", "May")


def test_places_are_the_text_s_own(read: Parse) -> None:
    assert [TEXT[t.start : t.end] for t in read] == [t.word for t in read]
    assert read.subtree(read.root) == list(range(len(read)))
