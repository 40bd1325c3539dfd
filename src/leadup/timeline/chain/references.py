"""Words by which a sentence refers to a deed that it does not tell: "amid furor over the leak", "after the raid"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import is_third_person, word_endings
from leadup.reading.syntax import Parse, Token
from leadup.timeline.chain.brought_up import brought_up
from leadup.timeline.chain.cues import Cue, find_references
from leadup.timeline.chain.deed_nouns import is_known, is_somebodys, meanings, refers, tree_of, vague
from leadup.timeline.chain.holders import is_content, is_unmade
from leadup.timeline.chain.phrases import deeds_told, may_mean, names_many
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import stem

_TRAILING = " ,;\"“”‘’`'"


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.prepositions: frozenset[str] = frozenset(words["prepositions"])
        self.felt: frozenset[str] = frozenset(words["felt"])
        self.fates: Mapping[str, str] = words["fates"]
        self.owners: frozenset[str] = frozenset(words["owners"])
        self.meanwhile: frozenset[str] = frozenset(words["meanwhile"])
        self.of: str = kept_table("chain", language)["doers"]["of"]
        self.suspecting: frozenset[str] = frozenset(words["suspecting"])
        self.suspecting_only: frozenset[str] = frozenset(words["suspecting_only"])
        self.seeking: frozenset[str] = frozenset(words["seeking"])
        self.any_object: frozenset[str] = frozenset(words["any_object"])
        self.sought_for: frozenset[str] = frozenset(words["sought_for"])
        self.outright: frozenset[str] = frozenset(words["outright"])
        self.light: frozenset[str] = frozenset(words["light"])


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words ``text[start:end]``, a cue and what it names, by which a sentence refers to a deed.

    ``words`` are those that name it, ``core`` those without a clause about it, ``kinds`` the kinds of deed and
    ``terms`` the stems of words that tell it; ``told`` where the words are a clause and no noun, ``known`` where they
    mean one that is known ("the raid"), ``owned`` where only a pronoun says whose, ``bare`` where they say no more than
    that it is somebody's act ("Tarn's decision"). ``reach`` is where all that hangs on the word for it ends.
    """

    cue: Cue
    start: int
    end: int
    words: str
    core: str
    kinds: frozenset[str]
    terms: frozenset[str]
    told: bool
    known: bool
    owned: bool
    bare: bool = False
    reach: int = 0


@functools.lru_cache(maxsize=4_096)
def references(text: str, *, anywhere: bool = False, language: str) -> tuple[Reference, ...]:
    """The references of a sentence to deeds, in their order, as far as its main clauses make them, or ``anywhere`` in
    it."""
    found: list[Reference] = []
    cues = find_references(text, language)
    for cue in (*cues, *brought_up(text, cues, language)):
        if cue.from_ >= cue.to or cue.from_ < cue.end or "time" in cue.marks:
            continue
        tree = tree_of(text, language)
        first = _governed(tree, cue, language)
        head = _named(tree, first, cue, language) if first is not None else None
        if first is None or head is None or not (anywhere or _is_of_main(tree, first, cue, language)):
            continue
        to = min((c.start for c in cues if tree[head].end <= c.start), default=cue.to)
        made = _reference(text, cue, min(to, cue.to), tree, head, language)
        if made is not None:
            found.append(made)
    return tuple(found)


def _governed(tree: Parse, cue: Cue, language: str) -> int | None:
    """The head of what a cue names: the noun that a preposition at its end stands before, wherever the words behind go
    on ("after the raid and the mayor fled"), else the head of them all."""
    for at in range(len(tree)):
        if tree[at].start in cue.named and tree[at].upos in relations("nouns"):
            case = tree.children(at, *relations("case"))
            if case and tree[case[0]].start in cue.itself and refers(tree, at, language):
                return at
    return tree.head_of(cue.from_, cue.to)


def _reference(text: str, cue: Cue, to: int, tree: Parse, head: int, language: str) -> Reference | None:
    forms = _forms(language)
    word = tree[head].word.lower()
    noun = refers(tree, head, language) or (
        tree[head].upos in relations("nouns") and stem(word, language) in vague(language)
    )
    fates = [tree[c].word.lower() for c in tree.children(head, *relations("said_of"), *relations("of_name"))]
    fate = next((forms.fates[said] for said in fates if said in forms.fates), None)
    if fate and not noun:
        word, noun = fate, True
    elif not noun and (
        not _tells(tree, head, language)
        or (_is_present(tree[head], language) and not _is_decided(tree, head, language))
    ):
        return None
    bare = stem(word, language) in vague(language) and noun
    if bare and not is_somebodys(tree, head, language):
        return None
    kinds = may_mean(word, language) if noun else deeds_told(word, language)
    terms = (
        meanings(language).get(stem(word, language), frozenset())
        if noun
        else frozenset(t for t, _ in words_of(word, language))
    )
    if not noun and tree[head].lemma in forms.light:
        # "after a clerk filed charges": the deed is what was filed
        done = [tree[c].word.lower() for c in tree.children(head, *relations("object")) if tree[c].start < to]
        kinds = kinds.union(*(may_mean(each, language) for each in done))
        terms = terms.union(*(meanings(language).get(stem(noun, language), frozenset()) for noun in done))
    start, end = tree.extent(head)
    to = len(text[:to].rstrip(_TRAILING))
    if _is_decided(tree, head, language):
        start = tree.extent(tree[head].head)[0]  # whose decision it is names it, too
    start, end = max(start, cue.from_), max(cue.end, min(end, to) if noun else to)
    if bare:
        kinds, terms = frozenset(), frozenset()
    if not (kinds or terms or bare) or names_many(text[start : tree[head].end], language):
        return None
    owned = any(tree[c].word.lower() in forms.owners for c in tree.children(head))
    inner = [tree[c].start for c in tree.children(head, "acl") if tree[c].start > tree[head].start]
    core = text[start : min([*inner, end])] if noun else text[start:end]
    return Reference(
        cue, cue.start, end, text[start:end], core, kinds, terms, not noun, is_known(tree, head, language), owned, bare,
        max(end, tree.extent(head)[1]),
    )  # fmt: skip


def _tells(tree: Parse, head: int, language: str) -> bool:
    """Whether the word is a verb, or joined with one ("officers shot and killed"), whatever it was taken for."""
    if any(tree[k].upos in relations("verbs") for k in (head, *tree.children(head, *relations("coordinate")))):
        return True
    word = tree[head].word.lower()
    return any(term != stem(word, language) for term, _ in words_of(word, language))  # "shot", of "shoot"


def _is_present(token: Token, language: str) -> bool:
    """Whether a verb has the form of what is still to come: "after the town leaves the league"."""
    word = token.word.lower()
    return token.upos in relations("verbs") and (word == token.lemma or is_third_person(word, token.lemma, language))


def hangs_on_main(text: str, start: int, end: int, language: str) -> bool:
    """Whether the cue in ``text[start:end]`` belongs to what the sentence tells, not to what it brings up beside that.

    Words without a cue that names something do.
    """
    for cue in find_references(text, language):
        if start <= cue.start < end and cue.end <= cue.from_ < cue.to:
            tree = tree_of(text, language)
            head = tree.head_of(cue.from_, cue.to)
            return head is None or _is_of_main(tree, head, cue, language)
    return True


def _named(tree: Parse, head: int, cue: Cue, language: str) -> int:
    """The word that names the deed: that which a clause of words said is about, else the head.

    Of a clause that tells no deed it is one that it is about ("after the leak forced him out"), of what was felt or
    raised about a deed the deed ("furor over the leak").
    """
    is_said = bool(tree.children(head, *relations("copula")))  # "said the raid was a mistake"
    if is_said or tree[head].upos in relations("verbs"):
        silent = "clause" not in cue.marks and not deeds_told(tree[head].word, language)
        about = tree.children(head, *relations("of_clause"), *(relations("around_it") if silent else ()))
        known = [
            c for c in about if tree[c].start in cue.named and refers(tree, c, language) and is_known(tree, c, language)
        ]
        if known:
            return known[0]
    while tree[head].lemma in _forms(language).felt:
        told = (
            *_shown(tree, head, *relations("of_clause"), language=language),
            *_shown(tree, head, *relations("around_it"), language=language),
        )
        below = [*tree.children(head, "nmod"), *told]
        below = [c for c in below if tree[c].start < cue.to and tree[c].relation != "nmod:poss"]
        if not below:
            break
        head = below[0]
    return _decided(tree, head, language)


def _decided(tree: Parse, head: int, language: str) -> int:
    """Of "his decision to grant himself the power" what was decided, by which it is known."""
    if stem(tree[head].word.lower(), language) not in vague(language):
        return head
    return next((c for c in tree.children(head, "acl") if tree[c].start > tree[head].start), head)


def _is_decided(tree: Parse, head: int, language: str) -> bool:
    """Whether a verb says what an act was that is known: "her decision to close the mill"."""
    above = tree[head].head
    return (
        tree[head].relation == "acl"
        and stem(tree[above].word.lower(), language) in vague(language)
        and is_known(tree, above, language)
    )


def _shown(tree: Parse, head: int, *parts: str, language: str) -> Iterator[int]:
    """The known deeds in a clause of a noun that stand so in it: "a video showing the attack", "the notion that the
    attack was planned"."""
    for clause in tree.children(head, *relations("of_noun"), "ccomp"):
        yield from (
            c
            for c in tree.children(clause, *parts)
            if (refers(tree, c, language) or stem(tree[c].word.lower(), language) in vague(language))
            and is_known(tree, c, language)
        )


def _is_of_main(tree: Parse, head: int, cue: Cue, language: str) -> bool:
    """Whether what the sentence itself tells hangs together with the word, and not what it brings up beside that."""
    forms = _forms(language)
    above = list(tree.ancestors(head))
    if tree[head].relation in ("acl:relcl", "appos"):
        return False
    if cue.name in forms.suspecting_only:
        return any(_is_of_suspect(tree, k, cue, language) or _is_held(tree, k, cue, language) for k in above)
    if cue.name in forms.outright and above and not any(_is_beside(tree, k) for k in above):
        return True
    for k in above:
        if tree[k].head < 0 or _is_of_suspect(tree, k, cue, language):
            return True
        if is_content(tree, k, language):
            continue
        if tree[k].relation in ("acl:relcl", "appos") or is_unmade(tree, k, language):
            return False
        if (
            tree[k].relation in ("advcl", "acl")
            and not (tree[k].start in cue.itself and _is_said_in_front(tree, k, cue, language))
            and tree[k].lemma not in forms.felt
            and tree[k].word.lower() not in forms.prepositions
            and not any(tree[c].upos in relations("purpose") for c in tree.children(k, *relations("mark")))
            and not _is_of_same(tree, k, language)
            and not _is_beside_same(tree, k, language)
        ):
            return False
    return bool(above)


def _is_beside(tree: Parse, at: int) -> bool:
    """Whether a clause tells of somebody else than its sentence does, or only says who one is: "as Lund marched", "who
    marched", but not "making the case for a vote"."""
    if tree[at].relation in (*relations("relative_clause"), "appos"):
        return True
    return tree[at].relation in relations("meanwhile") and bool(tree.children(at, *relations("of_clause")))


def _is_said_in_front(tree: Parse, at: int, cue: Cue, language: str) -> bool:
    """Whether a verb says of the whole sentence, or of what it is about, what that answers: "spurred by the raid,
    …", "protests sparked by the raid spread"."""
    forms = _forms(language)
    above = tree[at].head
    if cue.name in forms.suspecting:
        return False  # "a man suspected in the raid married"
    if tree[at].relation == "advcl":
        marks = [tree[c].word.lower() for c in tree.children(at, *relations("mark"))]
        # "played, as fears grew over the raid", but "fled as Lund condemned the raid" tells what Lund said, too
        return "judges" in cue.marks or not forms.meanwhile.intersection(marks[:1])
    return tree[above].head < 0 or tree[above].relation in relations("of_clause")


def _is_of_suspect(tree: Parse, at: int, cue: Cue, language: str) -> bool:
    """Whether a clause says for which deed somebody is sought or held, where the sentence tells that he is: "police
    arrested a man wanted in the raid", "a manhunt for two men suspected in the raid spread"."""
    forms = _forms(language)
    own = (*relations("of_noun"), *relations("relative_clause"))
    if cue.name not in forms.suspecting or tree[at].relation not in own:
        return False
    last, direct, loose = at, True, cue.name not in forms.suspecting_only
    for k in tree.ancestors(at):
        pursued = loose and tree[k].lemma not in forms.any_object
        if tree[k].lemma in forms.seeking and (pursued or (direct and _is_sought(tree, last, language))):
            return all(tree[a].relation not in relations("clause") for a in (k, *tree.ancestors(k)))
        direct = direct and (tree[last].relation in own or _is_one_of(tree, last, language))
        if not direct and not (loose and tree[last].relation in (*own, *relations("inside_phrase"))):
            return False
        last = k
    return False


def _is_sought(tree: Parse, at: int, language: str) -> bool:
    """Whether whoever a word above is said of bears it, or is whom it is for: not "the man sought a loan"."""
    case = {tree[c].word.lower() for c in tree.children(at, *relations("case"))}
    borne = (*relations("object"), *relations("passive"), *relations("of_noun"))
    return tree[at].relation in borne or bool(case & _forms(language).sought_for)


def _is_one_of(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun is part of the phrase for whom the word above it means: "two of the men", not "talks with men"."""
    of = all(tree[c].word.lower() == _forms(language).of for c in tree.children(at, *relations("case")))
    return of and tree[at].relation in (*relations("renamed"), *relations("coordinate"), *relations("of_name"))


def _is_held(tree: Parse, at: int, cue: Cue, language: str) -> bool:
    """Whether a verb of the cue is what the sentence tells that was done to somebody: "a man was held in the raid"."""
    up = (at, *tree.ancestors(at))
    told = all(tree[k].head < 0 or tree[k].relation in relations("coordinate") for k in up)
    borne = any(tree.children(k, *relations("passive")) for k in up)
    return told and borne and tree[at].start in cue.itself and tree[at].lemma in _forms(language).seeking


def _is_of_same(tree: Parse, at: int, language: str) -> bool:
    """Whether a clause tells what else whoever the sentence is about did then: "Lund spoke of guns as he condemned the
    raid"."""
    marks = [tree[c].word.lower() for c in tree.children(at, *relations("mark"))]
    who = tree.children(at, *relations("subject"))
    meanwhile = tree[at].relation in relations("meanwhile") and bool(marks) and marks[0] in _forms(language).meanwhile
    return meanwhile and bool(who) and tree[who[0]].upos in relations("pronoun")


def _is_beside_same(tree: Parse, at: int, language: str) -> bool:
    """Whether a participle says what else whoever the sentence is about did: "quit the race, citing the raid"."""
    plain = not tree.children(at, *relations("mark"), *relations("of_clause"), *relations("case"))
    above = tree[at].head
    told = above >= 0 and (tree[above].head < 0 or tree[above].relation in relations("beside"))
    return (
        tree[at].relation in relations("meanwhile")
        and plain
        and told
        and tree[at].word.lower().endswith(word_endings(language).gerund)
    )
