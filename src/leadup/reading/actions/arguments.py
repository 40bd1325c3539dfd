"""Who did it, to whom, and where: the arguments of a coded predicate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.model import Category
from leadup.reading.actions import phrases
from leadup.reading.actions.clause import Sentence, clause_forms
from leadup.reading.actions.coding import Coding
from leadup.reading.actions.lexicon import WordClass, lexicon, word_list
from leadup.reading.syntax.tree import Relation


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("actions", language)["arguments"]
        self.relatives: frozenset[str] = frozenset(words["relatives"])
        self.own_things: frozenset[str] = frozenset(words["own_things"])
        self.agents: frozenset[str] = frozenset(words["agents"])
        self.places: frozenset[str] = frozenset(words["places"])
        self.agents_of_nouns: frozenset[str] = frozenset(words["agents_of_nouns"])
        self.receiving: frozenset[str] = frozenset(words["receiving"])
        self.sides: frozenset[str] = frozenset(words["sides"])
        self.given_to: frozenset[str] = frozenset(words["given_to"])
        self.given_from: frozenset[str] = frozenset(words["given_from"])
        self.failing: frozenset[str] = frozenset(words["failing"])
        # How well a phrase after a preposition does as a target; set by hand on half 0 of PLV.
        self.prepositions: Final[dict[str, float]] = words["prepositions"]
        self.liked: Final[dict[Category, dict[str, float]]] = words["liked"]
        self.placing: Final[frozenset[str]] = frozenset(words["placing"])
        # What makes a word the target. Set by hand on half 0 of PLV and on the PLOVER sentences; from round
        # first guesses the share of both actors found rose by three points.
        self.weights: Final[dict[str, float]] = words["weights"]
        self.present = clause_forms(language).present


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_SYMMETRIC: Final[frozenset[Category]] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AGREE"})
_BEARERS: Final[frozenset[WordClass]] = frozenset(
    {"person", "captive", "group", "forces", "observers", "vessel", "house", "territory"}
)
_OWN: Final[frozenset[WordClass]] = frozenset({"forces", "observers"})
_MOVING: Final[frozenset[Category]] = frozenset({"MOBILIZE", "RETREAT", "SANCTION", "AID", "AGREE"})
_ABOUT: Final[frozenset[Category]] = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST", "THREATEN"})
"""Categories of words: what they are about may itself be a deed ("condemned the attacks")."""
_FARTHEST: Final = 40
_INSIDE: Final[frozenset[Relation]] = frozenset({"nmod", "conj", "flat", "compound", "goeswith"})
_BODILY: Final[frozenset[Category]] = frozenset({"ASSAULT", "COERCE"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """The words (by index) that head the source, the target and the place of an action; None where not found."""

    source: int | None
    target: int | None
    place: int | None


def arguments(sentence: Sentence, coding: Coding, language: str) -> Arguments:
    """The arguments of a coding, by the tree first and by the words' order where the tree has none."""
    forms = _forms(language)
    v = coding.head
    source, patient = _source(sentence, coding, forms)
    target = patient if patient is not None else _target(sentence, coding, source, forms)
    if patient is not None and sentence.classes[patient] and _BEARERS.isdisjoint(sentence.classes[patient]):
        # "rockets were fired at the base": what was done, not who bore it
        bearer = _target(sentence, coding, source, forms)
        target = patient if bearer is None else bearer
    if patient is not None and not word_list("transfer", language).isdisjoint(sentence.words[v]):
        # "the bones were returned to Ruritania"
        receiver = next(
            (i for i in sentence.zone(v) if phrases.case(sentence, i) in forms.given_to and i != source), None
        )
        if receiver is not None and phrases.actorness(sentence, receiver) >= 0.4:
            target = receiver
    if patient is None and source is not None and not word_list("reversed", language).isdisjoint(sentence.words[v]):
        giver = next((i for i in sentence.zone(v) if phrases.case(sentence, i) in forms.given_from), None)
        if giver is not None or coding.kind == "noun:face":
            source, target = giver, source
    together = coding.category in _SYMMETRIC or not forms.failing.isdisjoint(sentence.words[v])
    if source is not None and (target is None or together):
        partner = _partner(sentence, source)
        if partner is not None and (target is None or not _together(sentence, target, forms)):
            target = partner
    return Arguments(source, target, _place(sentence, v, forms))


def _source(sentence: Sentence, coding: Coding, forms: _Forms) -> tuple[int | None, int | None]:
    """The source, and the target where it is the subject of a passive."""
    v = coding.head
    if not sentence.verbal(v) and sentence.tokens[v].upos != "ADJ":
        return _of_noun(sentence, v, forms), None
    subject, passive = _subject(sentence, v, forms)
    if passive and not _meaning_to(sentence, v, forms.language):
        return _agent(sentence, v, forms), subject
    return subject, None


def _meaning_to(sentence: Sentence, v: int, language: str) -> bool:
    """ "is prepared to", "is expected to": the subject is the one who acts."""
    operators = lexicon(language).clause_operators
    means = any(kind == "intend" for word in sentence.words[v] for _, kind in operators.get(word, ()))
    return means and any(sentence.infinitive(c) for c in sentence.parse.children(v, "xcomp", "ccomp", "advcl"))


def _subject(sentence: Sentence, v: int, forms: _Forms) -> tuple[int | None, bool]:
    """Who acts, through the verbs that share a subject; and whether it is acted upon instead."""
    passive = sentence.passive(v)
    if sentence.verbal(v) and sentence.tokens[v].upos not in {"VERB", "AUX"}:
        return _before(sentence, v), False
    at = v
    for _ in range(6):
        t = sentence.tokens[at]
        subject = sentence.subject(at)
        if subject is not None:
            word = sentence.tokens[subject].word.lower()
            if word in forms.relatives and t.deprel in {"acl", "ccomp"} and t.head >= 0:
                return (t.head, passive) if t.deprel == "acl" else (subject, passive)
            if (
                not _points_back(sentence, subject, forms)
                or t.deprel not in {"ccomp", "advcl", "parataxis"}
                or t.head < 0
            ):
                return subject, passive
            # "Ruritania said it would ...": the one who says it
            outer = _subject(sentence, t.head, forms)[0]
            return (subject if outer is None else outer), passive
        if t.deprel == "acl" and t.head >= 0:
            return t.head, passive
        if t.deprel not in {"xcomp", "conj", "advcl", "ccomp", "parataxis"} or t.head < 0:
            return (None if passive else _before(sentence, v)), passive
        if at != v and sentence.passive(at):
            return _agent(sentence, at, forms), passive
        at = t.head
    return None, passive


def _before(sentence: Sentence, v: int) -> int | None:
    """The phrase right before a verb that the tree gives no subject."""
    i = v - 1
    while i >= 0 and sentence.tokens[i].upos in {"ADV", "AUX", "PART"}:
        i -= 1
    if i < 0 or sentence.tokens[i].upos not in {"NOUN", "PROPN", "PRON"}:
        return None
    while sentence.tokens[i].deprel in _INSIDE and 0 <= sentence.tokens[i].head < v:
        i = sentence.tokens[i].head
    return i if phrases.actorness(sentence, i) > -1 else None


def _points_back(sentence: Sentence, subject: int, forms: _Forms) -> bool:
    """ "it", or "its government"."""
    if sentence.tokens[subject].upos == "PRON":
        return True
    return any(
        sentence.tokens[c].upos == "PRON" and sentence.tokens[c].word.lower() in forms.own_things
        for c in sentence.parse.children(subject)
    )


def _agent(sentence: Sentence, v: int, forms: _Forms) -> int | None:
    fallback: int | None = None
    for i in sentence.zone(v):
        t = sentence.tokens[i]
        if t.deprel in {"obl", "nmod"} and t.upos in _NOUNS:
            preposition = phrases.case(sentence, i)
            if preposition in forms.agents and phrases.actorness(sentence, i) > -1:
                return i
            if preposition in forms.places and fallback is None:
                # "killed in a Ruritanian air strike"; "arrested in Ruritania"
                deed = not {"violence", "killing", "arrest"}.isdisjoint(sentence.classes[i])
                fallback = _of_noun(sentence, i, forms) if deed else i if phrases.country(sentence, i) else None
    return fallback


def _of_noun(sentence: Sentence, n: int, forms: _Forms) -> int | None:
    ranked: list[tuple[float, int]] = []
    for c in sentence.parse.children(n):
        t = sentence.tokens[c]
        preposition = phrases.case(sentence, c)
        if t.deprel in {"nmod", "obl"} and preposition in forms.agents_of_nouns:
            ranked.append((3.0, c))
        elif phrases.possessive(sentence, c):
            ranked.append((2.5, c))
        elif t.deprel in {"amod", "compound", "nmod"} and c < n and (phrases.country(sentence, c) or t.upos == "PROPN"):
            ranked.append((2.0, c))
    return max(ranked)[1] if ranked else None


def _target(sentence: Sentence, coding: Coding, source: int | None, forms: _Forms) -> int | None:
    own = set() if source is None else set(sentence.parse.subtree(source))
    if coding.kind in {"must", "demand", "order", "force", "let", "other"}:
        told = sentence.parse.child(coding.head, "obj", "iobj")
        if told is not None and told not in own and phrases.actorness(sentence, told) >= 0.4:
            return told
        asked = sentence.subject(coding.pivot)
        if asked is not None and asked not in own and phrases.actorness(sentence, asked) > -1:
            return asked
    best: tuple[float, int] | None = None
    for i, level in _candidates(sentence, coding, forms):
        if i in own or sentence.tokens[i].upos not in _NOUNS or phrases.actorness(sentence, i) < -1:
            continue
        fit = _fit(sentence, coding, i, forms) + forms.weights["level"] * level
        if fit >= forms.weights["worst"] and (best is None or fit > best[0]):
            best = fit, i
    if best is None:
        return _after(sentence, coding.head, own)
    target = best[1]
    deed = target == coding.last and coding.category not in _ABOUT and _is_thing(sentence, coding, target)
    return None if deed and phrases.actorness(sentence, target) < 0.4 else target


def _after(sentence: Sentence, v: int, own: set[int]) -> int | None:
    """The first name after the predicate, where the tree hangs none on it."""
    for i in range(v + 1, min(v + 1 + _FARTHEST, len(sentence.tokens))):
        t = sentence.tokens[i]
        named = t.upos == "PROPN" and i not in own and t.deprel not in {"compound", "flat"}
        if named and phrases.actorness(sentence, i) > 0 and not (t.deprel == "nsubj" and i > v + 1):
            return i
    return None


def _candidates(sentence: Sentence, coding: Coding, forms: _Forms) -> list[tuple[int, int]]:
    """The words that may be the target, each with how deep it hangs below the predicate."""
    candidates: dict[int, int] = {}
    tops = [coding.head] if coding.pivot == coding.head else [coding.pivot, coding.head]
    # "started a hunger strike, protesting ...": what a participle after the clause is about
    trailing = [
        c for c in sentence.parse.children(coding.head, "advcl") if sentence.tokens[c].word.endswith(forms.present)
    ]
    for top in (*tops, *(c for c in trailing if c > coding.head)):
        extra = 4 if top in trailing else 0
        for i in sentence.zone(top):
            if i not in candidates:
                level, at = 0, i
                while at != top and at >= 0:
                    at, level = sentence.tokens[at].head, level + 1
                candidates[i] = level - 1 + extra
    return sorted(candidates.items())


def _fit(sentence: Sentence, coding: Coding, i: int, forms: _Forms) -> float:
    t = sentence.tokens[i]
    preposition = phrases.case(sentence, i)
    acting = phrases.actorness(sentence, i)
    fit = forms.weights["far"] * (i - coding.head) + acting
    thing = _is_thing(sentence, coding, i)
    transfer = not word_list("transfer", forms.language).isdisjoint(
        (*sentence.words[coding.head], *sentence.words[coding.pivot])
    )
    if t.deprel in {"obj", "iobj"}:
        if thing:
            fit += forms.weights["thing"]
        elif t.deprel == "iobj":
            fit += forms.weights["iobj"]
        else:
            bodily = coding.category in _BODILY and coding.last == coding.head
            bearer = bodily or t.upos == "PROPN" or not _BEARERS.isdisjoint(sentence.classes[i])
            fit += forms.weights["bearer" if bearer else "obj"]
    elif t.deprel == "nsubj":
        fit += forms.weights["nsubj"]
    elif phrases.possessive(sentence, i):
        fit += _as_possessor(sentence, coding, i, forms)
    elif t.deprel in {"obl", "nmod"}:
        fit += forms.prepositions.get(preposition, forms.weights["odd"] if preposition else forms.weights["bare"])
        fit += forms.liked.get(coding.category, {}).get(preposition, 0.0)
        last = sentence.tokens[coding.last]
        if coding.last > coding.head and last.upos == "ADP" and last.word.lower() == preposition:
            fit += forms.weights["framed"]
        if preposition in forms.receiving and transfer and acting >= 0.4:
            fit += forms.weights["receiver"]
        if thing:
            fit += forms.weights["thing_pp"]
    elif t.deprel in {"amod", "compound"}:
        name = "modifier_name" if t.upos == "PROPN" or phrases.country(sentence, i) else "modifier_other"
        fit += forms.weights["modifier" if phrases.country(sentence, i) else name]
        if t.head == coding.last and coding.category in _ABOUT and name == "modifier_name":
            fit += forms.weights["modifier_about"]
        if not _is_thing(sentence, coding, t.head):
            fit += forms.weights["modifier_of_actor"]
    elif t.deprel in {"appos", "conj", "flat", "nummod", "dep"}:
        fit += forms.weights["appended"]
    else:
        fit += forms.weights["other"]
    if t.upos == "NOUN" and any(sentence.tokens[c].upos == "PRON" for c in sentence.parse.children(i, "nmod")):
        fit += forms.weights["someone's"]
    return fit


def _as_possessor(sentence: Sentence, coding: Coding, i: int, forms: _Forms) -> float:
    """ "Graustark's proposal" was rejected; but "Ruritania's support" is Ruritania's own."""
    if sentence.tokens[i].upos == "PRON":
        return -0.5
    owned = sentence.tokens[i].head
    if any(lexicon(forms.language).classes[c].do == coding.category for c in sentence.classes[owned]):
        return -0.5
    return forms.weights["owner_about"] if coding.category in _ABOUT else forms.weights["owner"]


def _is_thing(sentence: Sentence, coding: Coding, i: int) -> bool:
    """Whether a noun is what is done or given ("an attack", "aid") and not who bears it."""
    classes = sentence.classes[i]
    if not classes:
        return False
    if not _OWN.isdisjoint(classes) and coding.category in _MOVING:
        return not any(phrases.country(sentence, c) for c in sentence.parse.children(i, "amod", "compound", "nmod"))
    if not _BEARERS.isdisjoint(classes):
        return False
    direct = coding.pivot == coding.head and sentence.tokens[i].deprel == "obj"
    if direct and i != coding.last and not coding.kind.startswith("noun:"):
        return False
    if coding.category in _ABOUT:
        return i == coding.last or coding.kind.startswith("noun:")
    return True


def _partner(sentence: Sentence, source: int) -> int | None:
    """The second of two who act together: "Ruritania and Graustark signed"."""
    for c in sentence.parse.children(source, "conj"):
        if sentence.tokens[c].upos in {"NOUN", "PROPN"} and phrases.actorness(sentence, c) >= 0:
            return c
    return None


def _together(sentence: Sentence, target: int, forms: _Forms) -> bool:
    """Whether a target is one that the two acted with or upon, rather than what they talked of."""
    return phrases.case(sentence, target) in forms.sides


def _place(sentence: Sentence, v: int, forms: _Forms) -> int | None:
    for i in sentence.zone(v):
        t = sentence.tokens[i]
        placed = t.upos == "PROPN" and t.deprel in {"obl", "nmod"} and phrases.case(sentence, i) in forms.placing
        if placed and not phrases.names_a_time(sentence, i):
            return i
    return None
