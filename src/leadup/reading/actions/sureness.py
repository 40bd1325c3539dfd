"""Whether an action may be stated outright: who did it, the deed and who bore it are plain in the clause.

A coder that must answer for every sentence guesses; a page must not. An action is sure where its verb is one that
hardly means anything else (``lang/en/plain_deeds.tsv``), stands in the indicative, happened, and has both its actors
where its grammar puts them: the subject, the object, the agent after "by". An actor is a name that is known for a
person, a body or a state, or a noun for people. Set by reading what was shown on twelve development timelines of
real news.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, cast

from leadup.lang import kept_rows, kept_table, kept_words
from leadup.model import Actor
from leadup.model.action import Realis
from leadup.reading.actions import phrases
from leadup.reading.actions.arguments import Arguments
from leadup.reading.actions.clause import Sentence, clause_forms
from leadup.reading.actions.coding import Coding, of_noun
from leadup.reading.actions.lexicon import OperatorKind, Slot, WordClass


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("actions", language)["sureness"]
        self.by: frozenset[str] = frozenset(words["by"])
        self.that: frozenset[str] = frozenset(words["that"])
        self.nobody: frozenset[str] = frozenset(words["nobody"])
        self.modals: Final[frozenset[str]] = frozenset(words["modals"])
        self.opening_clauses: Final[frozenset[str]] = frozenset(words["opening_clauses"])
        self.unreal: Final[frozenset[str]] = frozenset(words["unreal"])
        self.bearing: Final[frozenset[str]] = frozenset(words["bearing"])
        self.owned: Final[frozenset[str]] = frozenset(words["owned"])
        self.questions: Final[frozenset[str]] = frozenset(words["questions"])
        self.present = clause_forms(language).present


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_TELLING: Final[tuple[OperatorKind, ...]] = ("report", "demand")
_OF_NOUNS: Final[tuple[OperatorKind, ...]] = ("do", "refuse")
_REALIS: Final[frozenset[Realis]] = frozenset({"happened", "called for", "threatened"})
_KINDS: Final[frozenset[str]] = frozenset(("", *_TELLING, *map(of_noun, _OF_NOUNS)))
_PEOPLE: Final[frozenset[WordClass]] = frozenset({"person", "forces", "captive", "observers", "group"})
_TALKING: Final = frozenset({"person", "government", "legislature", "party", "media", "judiciary", "business"})
"""Kinds of actors who attack with words."""


_ASKING = frozenset({"REQUEST"})
_NEAR = 10
"""Words behind a verb of asking within which a question opens."""

_MUTUAL = frozenset({"CONSULT"})
"""What takes two: a speaker who "was met with applause" met nobody."""


@functools.cache
def _deeds(language: str) -> Mapping[str, frozenset[tuple[str, Slot]]]:
    deeds: dict[str, set[tuple[str, Slot]]] = defaultdict(set)
    for verb, category, slot, *_ in kept_rows("plain_deeds", language):
        deeds[verb].add((category, cast(Slot, slot)))
    return {verb: frozenset(slots) for verb, slots in deeds.items()}


def is_sure(
    sentence: Sentence, coding: Coding, found: Arguments, source: Actor | None, target: Actor | None, language: str
) -> bool:
    """Whether the deed, who did it and who bore it may be stated as the sentence's own words."""
    forms = _forms(language)
    v = coding.head
    if coding.kind not in _KINDS or coding.realis not in _REALIS or not _tells(sentence, v, forms):
        return False
    slots = {
        slot for word in sentence.words[v][:1] for cat, slot in _deeds(language).get(word, ()) if cat == coding.category
    }
    if not slots:
        return False
    if _is_a_title(sentence, v) or any(a is not None and _is_somebodys(a, forms) for a in (source, target)):
        return False
    if _has_rivals(sentence, v) or (coding.category in _ASKING and _asks_a_question(sentence, v, forms)):
        return False
    if sentence.passive(v):
        if found.source is None and coding.category in _MUTUAL:
            return False
        return _passive(sentence, v, slots, found, source, target, forms)
    if found.source is None or found.source != _doer(sentence, v, forms) or _is_listed(sentence, found.source):
        return False
    if _is_of_another_clause(sentence, found.source, v, forms):
        return False
    if "armed" in slots and (source is None or source.kind in _TALKING):
        return False
    if not acts(sentence, found.source, source, language) and not _strikes(sentence, coding, found.source, language):
        return False
    if found.target is None:
        return "deed" in slots and _deed(sentence, v, language) is not None
    if "thing" in slots:
        return is_thing(sentence, coding, found.target, target, language)
    return _bears(sentence, v, slots, found.target, forms) and acts(sentence, found.target, target, language)


def is_thing(sentence: Sentence, coding: Coding, i: int, actor: Actor | None, language: str) -> bool:
    """Whether the object of a verb of ``plain_deeds`` is a thing, as its row says: nobody bears a law's striking
    down."""
    t = sentence.tokens[i]
    slots = {slot for word in sentence.words[coding.head][:1] for _, slot in _deeds(language).get(word, ())}
    return "thing" in slots and t.head == coding.head and t.deprel == "obj" and not acts(sentence, i, actor, language)


def _strikes(sentence: Sentence, coding: Coding, source: int, language: str) -> bool:
    """A thing that the text makes act: "a drone killed three men"; what crashed, killing three, did not strike."""
    doing = sentence.tokens[sentence.tokens[source].head].lemma.lower()
    vehicle = sentence.tokens[source].word.lower() in kept_words("vehicles", language)
    return vehicle and coding.category == "ASSAULT" and doing not in kept_words("mishaps", language)


def _is_listed(sentence: Sentence, source: int) -> bool:
    """Whether who does it is one of several: of these one would be named."""
    first = min(sentence.parse.subtree(source))
    behind_and = first > 1 and sentence.tokens[first - 1].upos == "CCONJ"
    return bool(sentence.parse.children(source, "conj")) or (
        behind_and and sentence.tokens[first - 2].upos in {"NOUN", "PROPN"}
    )


def _is_of_another_clause(sentence: Sentence, source: int, v: int, forms: _Forms) -> bool:
    """Whether a verb may be one more of a clause within the sentence, whose subject is another: "Tolm urged calm after
    Kadria shut a port, expelled two envoys". What stands in commas ("Tolm, after Kadria shut a port, expelled") is
    apart."""
    words = [token.word.lower() for token in sentence.tokens[source + 1 : v]]
    opens = next(
        (k for k, word in enumerate(words) if word in forms.opening_clauses and words[k - 1 : k] != [","]), None
    )
    if opens is None:
        return False
    inner = sentence.tokens[source + 1 + opens : v]
    return words[-1:] == [","] and any(token.upos == "VERB" for token in inner)


def _is_a_title(sentence: Sentence, v: int) -> bool:
    """Whether the word for the deed is written like a name: the programme "Meet the Harbor" meets nobody."""
    word = sentence.tokens[v].word
    return v > 0 and word[:1].isupper() and not word.isupper()


def _is_somebodys(actor: Actor, forms: _Forms) -> bool:
    """Whether an actor is called by whose it is, which words cannot tell: "her opponent"."""
    return not forms.owned.isdisjoint(actor.name.lower().split()[:1])


def _asks_a_question(sentence: Sentence, v: int, forms: _Forms) -> bool:
    """Whether what is asked is a question, "asked why", and no deed."""
    behind = (sentence.tokens[k].word.lower() for k in range(v + 1, min(v + _NEAR, len(sentence.tokens))))
    return any(word in forms.questions for word in behind)


def _has_rivals(sentence: Sentence, v: int) -> bool:
    """Whether a parser hung two subjects on the verb, of which one may be anything; a title and its name are one."""
    subjects = sentence.parse.children(v, "nsubj", "csubj")
    between = range(subjects[0] + 1, subjects[-1]) if len(subjects) > 1 else range(0)
    return len(subjects) > 1 and any(sentence.tokens[k].upos not in {"NOUN", "PROPN", "ADJ"} for k in between)


def _passive(
    sentence: Sentence,
    v: int,
    slots: set[Slot],
    found: Arguments,
    source: Actor | None,
    target: Actor | None,
    forms: _Forms,
) -> bool:
    """A passive: who bore it is its subject; who did it follows "by", or is not told."""
    if "object" not in slots or found.target is None or found.target != sentence.subject(v):
        return False
    if not acts(sentence, found.target, target, forms.language):
        return False
    agents = [c for c in sentence.parse.children(v, "obl", "nmod") if phrases.case(sentence, c) in forms.by]
    if found.source is None:
        return not agents
    listed = any(
        # "by Tarn, Ardovia, police": a list with nothing between is none
        not sentence.parse.children(c, "cc") for c in sentence.parse.children(found.source, "conj")
    )  # fmt: skip
    return agents == [found.source] and not listed and acts(sentence, found.source, source, forms.language)


def _tells(sentence: Sentence, v: int, forms: _Forms) -> bool:
    """Whether the verb tells that something happened: no infinitive, no modal, no negation, no condition."""
    t = sentence.tokens[v]
    if t.upos != "VERB" or t.deprel in {"acl", "amod", "compound", "xcomp", "csubj"}:
        return False
    for c in sentence.parse.children(v):
        below = sentence.tokens[c]
        word = below.word.lower()
        if below.deprel in {"aux", "advmod", "det"} and word in forms.modals:
            return False
        if below.deprel == "mark" and word in forms.unreal and not (word in forms.that and t.deprel == "ccomp"):
            return False
    return "?" not in (sentence.tokens[-1].word, *(x.word for x in sentence.tokens[-2:-1]))


def _doer(sentence: Sentence, v: int, forms: _Forms) -> int | None:
    """The subject as the clause gives it: the verb's own, or that of the active verb it goes on from.

    "it" and "he" in what someone says of themselves are that speaker: "Turkey said it shot down the plane".
    """
    at = v
    for _ in range(4):
        subject = sentence.subject(at)
        t = sentence.tokens[at]
        if subject is not None:
            if sentence.tokens[subject].upos != "PRON":
                return subject
            if t.deprel != "ccomp" or t.head < 0 or sentence.tokens[subject].word.lower() not in forms.nobody:
                return None
            outer = sentence.subject(t.head)
            return outer if outer is not None and sentence.tokens[outer].upos == "PROPN" else None
        if t.deprel == "conj" and _has_a_clause_between(sentence, t.head, at):
            return None
        goes_on = t.deprel == "conj" or (t.deprel == "advcl" and t.word.lower().endswith(forms.present))
        if not goes_on or t.head < 0 or not sentence.verbal(t.head) or sentence.passive(t.head):
            return None
        at = t.head
    return None


def _has_a_clause_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause with a subject of its own stands between two verbs joined by "and": that one may be the doer."""
    return any(
        sentence.verbal(k) and any(c > first for c in sentence.parse.children(k, "nsubj"))
        for k in range(first + 1, last)
    )


def _is_of_a_body(sentence: Sentence, i: int, actor: Actor) -> bool:
    """Whether somebody who belongs to a body was read as the body: "critics of the VA" are not the VA."""
    if sentence.tokens[i].upos != "NOUN" or actor.role is not None or actor.kind == "person":
        return False
    named = actor.name.split()
    return all(w[:1].isupper() for w in named) and sentence.tokens[i].word.lower() not in actor.name.lower()


def _bears(sentence: Sentence, v: int, slots: set[Slot], target: int, forms: _Forms) -> bool:
    t = sentence.tokens[target]
    if _goes_on_between(sentence, v, target):
        return False
    if t.head == v and (t.deprel in {"obj", "iobj"} or _is_counted(sentence, v, target)):
        return bool(slots & {"object", "armed"})
    case = phrases.case(sentence, target)
    if t.head == v and t.deprel == "obl" and case == "with":
        return "with" in slots
    if t.head == v and t.deprel == "obl" and case == "at":
        return "at" in slots
    deed = _deed(sentence, v, forms.language) if "deed" in slots else None
    return deed is not None and case in forms.bearing and t.deprel in {"obl", "nmod"} and t.head in {v, deed}


def _goes_on_between(sentence: Sentence, v: int, target: int) -> bool:
    """Whether another verb joined by "and" stands between a verb and its object: "endorsed the one and denounced the
    other" endorses nobody else."""
    return any(sentence.tokens[k].upos == "VERB" and sentence.parse.children(k, "cc") for k in range(v + 1, target))


def _is_counted(sentence: Sentence, v: int, i: int) -> bool:
    """Whether a parser took the "at" of "killed at least ten people" for a preposition."""
    return sentence.counted(v) and sentence.tokens[i].deprel == "obl" and i < v + 6


def _deed(sentence: Sentence, v: int, language: str) -> int | None:
    """The object that is the deed itself: "airstrikes" of "carried out airstrikes"."""
    deed = sentence.parse.child(v, "obj")
    return deed if deed is not None and sentence.tokens[deed].word.lower() in kept_words("blows", language) else None


def acts(sentence: Sentence, i: int, actor: Actor | None, language: str) -> bool:
    """Whether the phrase headed by ``i`` is a person, a state, a body, an armed group or counted people.

    A name counts where it is known for one; a noun where it means people or a body. A time, a place of treatment, a
    thing
    or a plane is none, whoever's name stands before it.
    """
    t = sentence.tokens[i]
    if actor is None or not actor.is_told or phrases.names_a_time(sentence, i):
        return False
    if t.upos == "PROPN":
        return actor.kind != "unknown" or t.word.lower() in kept_words("bodies", language)
    if t.upos not in {"NOUN", "NUM", "ADJ"}:
        return False
    word = t.word.lower()
    if word in kept_words("vehicles", language) or _is_of_a_body(sentence, i, actor):
        return False
    if word in kept_words("counted", language) and sentence.parse.children(i, "nummod"):
        return True
    people = not _PEOPLE.isdisjoint(sentence.classes[i]) or word in kept_words("bodies", language)
    return people or (actor.kind not in {"unknown", "state"} and actor.role is None and t.upos == "NOUN")
