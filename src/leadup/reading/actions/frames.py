"""Whether the words that a verb's frame asks for stand with it ("break" is an attack with "into", not alone)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.lexicon import Part, WordClass, lexicon, word_list


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("actions", language)["frames"]
        self.time = word_list("time", language)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_ACTORS: Final[frozenset[WordClass]] = frozenset(
    {"person", "captive", "group", "observers", "leader", "protester", "forces"}
)


def subject_is(sentence: Sentence, v: int, noun_class: str) -> bool:
    """Whether an active verb has a subject of this class of nouns."""
    subject = sentence.subject(v)
    if subject is None and sentence.tokens[v].deprel == "conj":
        subject = sentence.subject(sentence.tokens[v].head)
    if subject is None or sentence.passive(v):
        return False
    # "hundreds of protesters", "dozens of soldiers"
    return any(noun_class in sentence.classes[i] for i in (subject, *sentence.parse.children(subject, "nmod")))


def match(sentence: Sentence, v: int, rest: Sequence[Part], language: str) -> tuple[float, int] | None:
    """How loosely the parts stand after ``v``, and the last of them; None where they do not."""
    if not rest:
        return 0.0, v
    forms = _forms(language)
    zone = sentence.zone(v)
    at, last, loose = v, v, 0.0
    for k, part in enumerate(rest):
        if part.noun_class in {"any", "actor"}:
            filler = sentence.subject(v) if sentence.passive(v) else sentence.parse.child(v, "obj")
            if filler is not None and part.noun_class == "actor" and not _acts(sentence, filler):
                filler = None
        else:
            end = at + part.reach
            filler = next((i for i in zone if at < i <= end and _fits(sentence, i, part, forms)), None)
        if filler is None and k == 0 and sentence.passive(v) and part.weight >= 1:
            if any(_fits(sentence, i, part, forms) for i in sentence.subject_zone(v)) or _fits(
                sentence, sentence.tokens[v].head, part, forms
            ):
                loose -= 0.9
                continue
            return None
        if filler is None:
            return None
        loose += 0.04 * (filler - at - 1)
        if part.noun_class in {"any", "actor"}:
            at = last = max(v, filler)
            continue
        if part.noun_class and (k == 0 or rest[k - 1].weight > 1) and oblique(sentence, filler, language):
            loose += 1.3
        if k == 0 and sentence.tokens[filler].deprel == "obj" and sentence.tokens[filler].head == v:
            loose -= 0.9
        if sentence.tokens[filler].deprel == "nmod" and nominal(sentence, sentence.tokens[filler].head, language):
            # "a suspension of aid" is no aid
            loose += 1.5
        at = last = filler
    return loose, last


def oblique(sentence: Sentence, i: int, language: str) -> bool:
    """Whether a preposition other than "of" governs the phrase that the word stands in."""
    forms = _forms(language)
    while sentence.tokens[i].deprel == "compound" and sentence.tokens[i].head > i:
        i = sentence.tokens[i].head
    return any(sentence.tokens[c].word.lower() not in forms.words["of"] for c in sentence.parse.children(i, "case"))


def _acts(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].word[:1].isupper() or not _ACTORS.isdisjoint(sentence.classes[i])


def _fits(sentence: Sentence, i: int, part: Part, forms: _Forms) -> bool:
    if i < 0:
        return False
    if part.noun_class is not None:
        return part.noun_class in sentence.classes[i]
    if part.words.isdisjoint(sentence.words[i]) and sentence.tokens[i].word.lower() not in part.words:
        return False
    return not (sentence.tokens[i].upos == "ADP" and _before_time(sentence, i, forms))


def before_time(sentence: Sentence, i: int, language: str) -> bool:
    """ "called on Friday" is no "call on"."""
    return _before_time(sentence, i, _forms(language))


def _before_time(sentence: Sentence, i: int, forms: _Forms) -> bool:
    return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].word.lower() in forms.time


def nominal(sentence: Sentence, i: int, language: str) -> bool:
    """Whether the noun does the work of a verb ("a suspension of")."""
    return not lexicon(language).nominal.keys().isdisjoint(sentence.words[i])
