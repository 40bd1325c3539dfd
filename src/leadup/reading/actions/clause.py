"""A parsed sentence as the coder sees it: lexicon words, noun classes, and what belongs to which predicate."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.actions.forms import forms
from leadup.reading.actions.lexicon import lexicon, word_list
from leadup.reading.syntax import Parse, Token


class ClauseForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("actions", language)["clause"]
        # The ending of a present participle.
        self.present: tuple[str, ...] = tuple(words["present"])
        self.blow: frozenset[str] = frozenset(words["blow"])
        self.blows: frozenset[str] = frozenset(words["blows"])
        self.blow_on: frozenset[str] = frozenset(words["blow_on"])
        self.past: tuple[str, ...] = tuple(words["past"])
        self.passive_with: frozenset[str] = frozenset(words["passive_with"])
        self.at: frozenset[str] = frozenset(words["at"])
        self.least: frozenset[str] = frozenset(words["least"])
        self.to: frozenset[str] = frozenset(words["to"])
        self.participle: Final[tuple[str, ...]] = tuple(words["participle"])
        self.plural = word_endings(language).plural
        self.be = word_list("be", language)


@cache
def clause_forms(language: str) -> ClauseForms:
    """Those of a language, made once."""
    return ClauseForms(language)


_OTHER_CLAUSES: Final = frozenset({"advcl", "parataxis", "discourse", "vocative"})
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_NO_NOUN: Final = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "PUNCT", "CCONJ", "SCONJ", "PART", "ADV"})
_NEAR: Final = 120
_REACH: Final = 16


class Sentence:
    """Views on one parse, worked out once. Words are named by their index in the parse."""

    __slots__ = ("_forms", "_taken_for_verbs", "_zones", "classes", "inside", "language", "parse", "tokens", "words")

    def __init__(self, parse: Parse, language: str) -> None:
        self.parse = parse
        self.language = language
        self._forms = clause_forms(language)
        self.tokens: tuple[Token, ...] = parse.tokens
        self.words = [_lexicon_words(t, self.language) for t in parse.tokens]
        for i in range(2, len(parse.tokens)):
            if parse.tokens[i - 1].word == "-":
                # "test-fired" is three words to the tokeniser
                joined = forms(f"{parse.tokens[i - 2].word}-{parse.tokens[i].word}".lower(), self.language)
                self.words[i] = joined + self.words[i]
        self.classes: list[tuple[str, ...]] = [()] * len(parse.tokens)
        """The classes of each noun; of a phrase, those of its last word."""
        self.inside: list[bool] = [False] * len(parse.tokens)
        """Whether the word is inside a phrase of the lexicon, before its last word."""
        self._zones: dict[int, list[int]] = {}
        self._taken_for_verbs: set[int] = set()
        self._find_nouns()

    def _find_nouns(self) -> None:
        lex = lexicon(self.language)
        n = len(self.tokens)
        i = 0
        while i < n:
            end = i
            for word in self.words[i]:
                for phrase, names in lex.phrases.get(word, ()):
                    if i + len(phrase) <= n and all(p in self.words[i + k] for k, p in enumerate(phrase)):
                        end = i + len(phrase)
                        self.classes[end - 1] = names
                        break
                if end > i:
                    break
            if end > i:
                for k in range(i, end - 1):
                    self.inside[k] = True
                i = end
                continue
            if self.tokens[i].upos not in _NO_NOUN or self._gerund(i):
                classes = [name for word in self.words[i] for name in lex.nouns.get(word, ())]
                self.classes[i] = tuple(dict.fromkeys(classes))
                if not self._forms.blow.isdisjoint(self.words[i]):
                    self.classes[i] = ("violence",) if self._is_blow(i) else ("protest",)
            i += 1

    def _is_blow(self, i: int) -> bool:
        """Whether a strike is an attack ("strikes", "a strike on the camp") and no stoppage of work."""
        labour = word_list("labour", self.language)
        if any(t.word.lower() in labour for t in self.tokens[:_NEAR]):
            return False
        return self.tokens[i].word.lower() in self._forms.blows or self._next(i) in self._forms.blow_on

    def _gerund(self, i: int) -> bool:
        """A noun that a tagger may take for a verb: "the killing", "an attack on"."""
        t = self.tokens[i]
        if t.upos not in _VERBAL:
            return False
        if i and self.tokens[i - 1].upos in {"DET", "ADJ"}:
            return True
        return t.deprel in {"obj", "obl", "nmod", "nsubj"}

    def verbal(self, i: int) -> bool:
        """Whether the word is tagged as a verb, or taken for one."""
        return i in self._taken_for_verbs or self.tokens[i].upos in _VERBAL

    def take_for_verbs(self) -> list[int]:
        """Words that a tagger may have missed to be verbs ("gunmen shot dead a priest"): they are taken for verbs now.

        They stand after a noun and have the form of a past tense; what follows is theirs.
        """
        for i in range(1, len(self.tokens)):
            before, t = self.tokens[i - 1], self.tokens[i]
            past = t.word.endswith(self._forms.past) or (bool(self.words[i]) and self.words[i][-1] != t.word.lower())
            placed = before.upos in {"NOUN", "PROPN"} and t.upos in {"NOUN", "ADJ", "VERB"}
            if not past or not placed or not t.word.islower() or t.word.endswith(self._forms.plural):
                continue
            if any(word in lexicon(self.language).frames for word in self.words[i]):
                self._taken_for_verbs.add(i)
                self._zones[i] = list(range(i + 1, min(i + 1 + _REACH, len(self.tokens))))
        return sorted(self._taken_for_verbs)

    def subject(self, v: int) -> int | None:
        """The word that heads the verb's own subject, active or passive."""
        return None if v in self._taken_for_verbs else self.parse.child(v, "nsubj", "csubj")

    def passive(self, v: int) -> bool:
        """Whether the verb stands in the passive, or is a bare participle after a noun ("an appeal filed by")."""
        t = self.tokens[v]
        if v in self._taken_for_verbs or t.upos != "VERB" or not t.word.lower().endswith(self._forms.participle):
            return False
        for c in self.parse.children(v, "nsubj", "aux"):
            below = self.tokens[c]
            if below.relation == "aux:pass":
                return True
            if below.relation == "nsubj:pass" and self._next(v) not in self._forms.passive_with:
                counts = self.counted(v) and not self.parse.children(v, "aux")
                return self.parse.child(v, "obj") is None and not counts
            if below.deprel == "aux" and below.word.lower() in self._forms.be:
                return True
        # A noun as root with a participle: a parser took "A report called for ..." for a phrase
        return t.deprel == "acl" and not (self.tokens[t.head].head < 0 and not self.verbal(t.head))

    def counted(self, v: int) -> bool:
        """Whether "at least" or "at most" stands right behind the verb, the "at" of which is no preposition."""
        return self._next(v) in self._forms.at and self._next(v + 1) in self._forms.least

    def _next(self, i: int) -> str:
        return self.tokens[i + 1].word.lower() if i + 1 < len(self.tokens) else ""

    def zone(self, v: int) -> list[int]:
        """What stands after ``v`` and belongs to it: objects, complements and what hangs on them, in order."""
        if v not in self._zones:
            out: list[int] = []
            todo = [v]
            while todo:
                at = todo.pop()
                for c in self.parse.children(at):
                    if c > v and not self._leaves(c, at, v):
                        out.append(c)
                        todo.append(c)
            self._zones[v] = sorted(out)
        return self._zones[v]

    def _leaves(self, c: int, at: int, v: int) -> bool:
        """Whether the edge from ``at`` to ``c`` leads out of the clause of ``v``."""
        t = self.tokens[c]
        if t.deprel in _OTHER_CLAUSES or t.relation == "acl:relcl":
            # "prepares to attack": a parser may call the infinitive adverbial
            return not (t.deprel == "advcl" and at != c and (self.infinitive(c) or self._participle(c)))
        if t.deprel == "conj" and at == v and self.verbal(c):
            return True
        return at == v and t.deprel in _SUBJECTS

    def _participle(self, c: int) -> bool:
        """A participle that goes on with no pause: "sent a letter complaining"."""
        t = self.tokens[c]
        return t.word.endswith(self._forms.present) and c > 0 and self.tokens[c - 1].upos in {"NOUN", "PROPN", "PRON"}

    def infinitive(self, c: int) -> bool:
        """Whether the word is an infinitive with "to"."""
        return any(self.tokens[m].word.lower() in self._forms.to for m in self.parse.children(c, "mark"))

    def subject_zone(self, v: int) -> list[int]:
        """The subject of ``v`` and what hangs on it, in order."""
        s = self.subject(v)
        return [] if s is None else [i for i in self.parse.subtree(s) if i < v]


def _lexicon_words(t: Token, language: str) -> tuple[str, ...]:
    lexicon_words = forms(t.word.lower(), language)
    lemma = t.lemma.lower()
    if lemma in lexicon_words[1:]:
        # The tagger knows which of the forms it is: "found" of "find", not "found" itself
        return (lemma, *(w for w in lexicon_words if w != lemma))
    return lexicon_words
