"""How a predicate is tied to two actors whose places are known."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.model.claim import Extent
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import Coding
from leadup.reading.syntax.tree import Relation


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("actions", language)["links"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_NOMINAL: Final[frozenset[Relation]] = frozenset(
    {"nmod", "conj", "appos", "compound", "flat", "amod", "nummod", "det", "acl", "dep", "fixed", "goeswith", "list"}
)
_SHARING: Final[frozenset[Relation]] = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis"})


class Links:
    """Ties between the predicates of one sentence and the words of a source and a target."""

    def __init__(self, sentence: Sentence, source: Extent | None, target: Extent | None) -> None:
        self.sentence = sentence
        parse = sentence.parse
        self.source = _head(sentence, source)
        self.target = _head(sentence, target)
        self.source_words = frozenset(parse.within(*source) if source else ())
        self.target_words = frozenset(parse.within(*target) if target else ())

    def weigh(self, coding: Coding) -> float:
        """How well a reading's predicate fits the two actors; comparable within the sentence only."""
        tie = self._to_source(coding.head) + self._to_target(coding)
        depth = sum(1 for _ in self.sentence.parse.ancestors(coding.head))
        return tie + 0.5 * min(coding.score, 4.0) - 0.2 * depth

    def _to_source(self, v: int) -> float:
        s = self.sentence
        if self.source < 0:
            return 0.0
        if v in self.source_words:
            return 0.2
        link, at = "", self.source
        while at >= 0 and at != v:
            link, up = s.tokens[at].deprel, s.tokens[at].head
            if up == v or up < 0 or link not in _NOMINAL:
                at = up
                break
            at = up
        if at == v:
            if link == "nsubj":
                return 1.0 if s.passive(v) else 3.0
            if link in {"obl", "nmod"}:
                return 2.6 if self._agent() or not s.verbal(v) else 1.2
            return 2.0 if not s.verbal(v) else 0.8
        shared = v
        for step in range(4):
            t = s.tokens[shared]
            own = s.subject(shared)
            if own is not None and s.tokens[own].upos != "PRON" and shared != at:
                break
            if t.deprel not in _SHARING or t.head < 0:
                break
            shared = t.head
            if shared == at and link == "nsubj":
                return 0.9 if s.passive(v) else 2.6 - 0.3 * step
        return 0.6 if self.source < v else 0.0

    def _agent(self) -> bool:
        s = self.sentence
        by = _forms(s.language).words["by"]
        return any(s.tokens[c].word.lower() in by for c in s.parse.children(self.source, "case"))

    def _to_target(self, coding: Coding) -> float:
        s = self.sentence
        if self.target < 0:
            return 0.0
        for v in (coding.head, coding.pivot):
            if v in self.target_words:
                return 0.4
            if self.target in s.zone(v):
                return 2.0 - 0.03 * abs(self.target - v)
            if self.target in s.subject_zone(v):
                return 1.6 if s.passive(v) else 0.8
        if any(a in {coding.head, coding.pivot} for a in s.parse.ancestors(self.target)):
            return 1.0
        return 0.0


def _head(sentence: Sentence, extent: Extent | None) -> int:
    if extent is None:
        return -1
    head = sentence.parse.head_of(*extent)
    return -1 if head is None else head
