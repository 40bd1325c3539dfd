"""Whose deed words name and what it was done to, and whether a sentence tells it of others: "the offensive by Tarn's
forces" is not what the separatists did that day, nor "the storming of the mill" that of the harbour."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from leadup.lang import kept_table
from leadup.reading.names.countries import country_of_demonym, country_of_name
from leadup.reading.names.lexicon import lexicon
from leadup.reading.names.nominals import nouns
from leadup.reading.syntax import Parse
from leadup.timeline.chain.deed_nouns import tree_of
from leadup.timeline.chain.phrases import may_mean, possessive
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar, stem, stems

_PART = 5
"""Letters of the part that two words for people may share."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.by: str = kept_table("chain", language)["doers"]["by"]
        self.of: str = kept_table("chain", language)["doers"]["of"]
        self.definite = frozenset(kept_table("chain", language)["definite"].split())
        self.any_people: frozenset[str] = frozenset(
            stem(each, language) for each in kept_table("chain", language)["doers"]["any_people"]
        )


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_anothers(words: str, text: str, language: str) -> bool:
    """Whether the words name who did a deed ("by" somebody, or a state's or a known body's name before it), and the
    sentence tells what others did. Where either does not say who, it is not."""
    tree = tree_of(words, language)
    named = frozenset(side for at in _named(tree, language) for side in _sides(tree, at, language))
    if not named:
        return False
    doing = _sides_doing(text, language)
    if doing and not named & doing:
        # "Militiamen" may be the "Iraqi militias", which are people of the same kind.
        called = frozenset(nouns(language).kinds.get(tree[at].word.lower()) for at in _named(tree, language)) - {None}
        return not called & frozenset(nouns(language).kinds.get(side) for side in doing)
    return False


@functools.lru_cache(maxsize=1_024)
def _sides_doing(text: str, language: str) -> frozenset[str]:
    """The sides that do what a sentence tells: of one entry they are asked for each link that leads to it."""
    tree = tree_of(text, language)
    doing = tuple(_doing(tree)) or tuple(_said_to_do(tree, language))
    return frozenset(side for at in doing for side in _sides(tree, at, language))


def is_by_owner(words: str, texts: Iterable[str], language: str) -> bool:
    """Whether whoever's act the words name ("Mayor Orla Tarn's decision") does what one of these sentences tells."""
    tree = tree_of(words, language)
    named = [k for at in range(len(tree)) if tree[at].relation == "nmod:poss" for k in tree.subtree(at)]
    last = next((k for k in reversed(named) if tree[k].upos == "PROPN"), None)
    owner = frozenset(_sides(tree, last, language)) if last is not None else frozenset()
    return any(owner & _sides_doing(text, language) for text in texts)


def is_by(name: str, text: str, language: str) -> bool:
    """Whether whoever is called so does what a sentence tells."""
    tree = tree_of(name, language)
    return bool(
        frozenset(side for at in range(len(tree)) for side in _sides(tree, at, language)) & _sides_doing(text, language)
    )


def have_one_doer(text: str, other: str, language: str) -> bool:
    """Whether somebody named does what both sentences tell."""
    return bool(_sides_doing(text, language) & _sides_doing(other, language))


def is_of_other_thing(words: str, text: str, language: str) -> bool:
    """Whether the words name a thing that a deed was done to ("the storming of the mill"), and the sentence, which does
    not speak of it, tells what was done to another. Of people it is not known: they are called by many words."""
    things = _things_borne(words, language)
    return bool(things) and not things & stems(text, language) and _has_object(text, language)


def is_of_other_kind(said: str, start: int, end: int, texts: Iterable[str], language: str) -> bool:
    """Does ``said[start:end]`` speak of a known thing of another kind than the ``texts`` tell of?

    It does where the sentence said before of what kind the thing is and the texts say nothing of that: "the ruling
    that upheld the law", behind "vowed to repeal the toll law", means no other law.
    """
    tree = tree_of(said, language)
    definite = _forms(language).definite
    known = {
        stem(tree[at].word.lower(), language)
        for at in tree.within(start, end)
        if any(tree[c].word.lower() in definite for c in tree.children(at)) and not _kind_words(tree, at, language)
    }
    before = tree.within(0, start)
    kinds = frozenset(
        w for at in before if stem(tree[at].word.lower(), language) in known for w in _kind_words(tree, at, language)
    )
    return bool(kinds) and not any(kinds & stems(text, language) for text in texts)


def _kind_words(tree: Parse, at: int, language: str) -> frozenset[str]:
    """The stems of the nouns right before a noun that say of what kind it is."""
    below = tree.children(at, *relations("of_kind")) if tree[at].upos in relations("nouns") else ()
    return frozenset(stem(tree[c].word.lower(), language) for c in below if tree[c].upos == "NOUN")


def is_of_other_people(words: str, held: frozenset[str], texts: Iterable[str], language: str) -> bool:
    """Whether the words name people that a deed was done to by what they were ("the shooting of a jogger"), and what is
    told of it, of whose words ``held`` are the stems, speaks of no such people. Words for any people ("the killing of
    three men") or for those of a country may mean all, so may those for somebody known ("the outspoken politician");
    one may be a part of another ("policewoman", "police"), or mean people of a kind that its ``texts`` tell of beside
    who did it ("reporter", "journalist").
    """
    borne = _people_borne(words, language)
    if not borne or any(
        one == other or (min(len(one), len(other)) >= _PART and _is_part(*sorted((one, other), key=len)))
        for one in (stem(each, language) for each in borne)
        for other in held
    ):
        return False
    kinds = frozenset(nouns(language).kinds.get(word) for word in borne) - {None}
    return not any(kinds & _kinds_besides(text, language) for text in texts)


@functools.lru_cache(maxsize=1_024)
def _kinds_besides(text: str, language: str) -> frozenset[str]:
    """The kinds of the people that a sentence's nouns tell of, beside those who do what it tells."""
    tree = tree_of(text, language)
    doing = frozenset(_doing(tree))
    words = (tree[at].word.lower() for at in range(len(tree)) if tree[at].upos == "NOUN" and at not in doing)
    return frozenset(nouns(language).kinds[word] for word in words if word in nouns(language).kinds)


def _is_part(short: str, long: str) -> bool:
    return long.startswith(short) or long.endswith(short)


@functools.lru_cache(maxsize=1_024)
def _people_borne(words: str, language: str) -> frozenset[str]:
    """The nouns for people that the words have a deed done to, where none is a word for any people."""
    forms = _forms(language)
    tree = tree_of(words, language)
    borne = [
        tree[c].word
        for at in range(len(tree))
        if may_mean(tree[at].word.lower(), language)
        for c in tree.children(at, *relations("behind"))
        if tree[c].upos == "NOUN"
        and any(tree[k].word.lower() == forms.of for k in tree.children(c, *relations("case")))
        and not any(tree[k].word.lower() in forms.definite for k in tree.children(c))
    ]
    low = frozenset(word.lower() for word in borne)
    known = any(stem(word, language) in forms.any_people for word in low) or any(
        country_of_demonym(word, language) for word in borne
    )
    return frozenset() if known else low


@functools.lru_cache(maxsize=1_024)
def _things_borne(words: str, language: str) -> frozenset[str]:
    """The stems of the things that the words have a deed done to: of one reference they are asked for each entry."""
    tree = tree_of(words, language)
    return frozenset(
        stem(tree[c].word.lower(), language)
        for at in range(len(tree))
        if may_mean(tree[at].word.lower(), language)
        for c in tree.children(at, *relations("behind"))
        if tree[c].upos == "NOUN" and tree[c].word.lower() not in (*nouns(language).kinds, *nouns(language).heads)
        and any(tree[k].word.lower() == _forms(language).of for k in tree.children(c, *relations("case")))
    )  # fmt: skip


@functools.lru_cache(maxsize=1_024)
def _has_object(text: str, language: str) -> bool:
    """Whether what a sentence turns on is done to a thing that a common noun tells."""
    tree = tree_of(text, language)
    borne = (*relations("object"), *relations("passive"))
    return tree.root >= 0 and any(tree[c].upos == "NOUN" for c in tree.children(tree.root, *borne))


def _named(tree: Parse, language: str) -> Iterator[int]:
    for at in range(len(tree)):
        if _is_behind_by(tree, at, language):
            yield at
        elif may_mean(tree[at].word.lower(), language) and at:
            before = at - 1
            while before > 0 and _is_of_deeds_name(tree, before, at, language):
                before -= 1  # "Tarn's rocket fire"
            before -= tree[before].word in possessive(language)
            # "The Hamas attack" names who did it, "the Paris attacks" where.
            name = lexicon(language).phrases.get(tree[before].word) if before >= 0 else None
            known = name is not None and name.actor is not None
            if before >= 0 and (
                country_of_demonym(tree[before].word, language)
                or tree[before + 1].word in possessive(language)
                or known
            ):
                yield before


def _is_of_deeds_name(tree: Parse, at: int, deed: int, language: str) -> bool:
    """Does a noun say what kind of deed the one behind it is? Of "Tarn's rocket raid" it is read as who raids."""
    read_as_doer = (
        tree[at].head == deed
        and tree[at].deprel in relations("subject")
        and at > 0
        and tree[at - 1].word in possessive(language)
    )
    return tree[at].upos == "NOUN" and (tree[at].deprel in relations("of_name") or read_as_doer)


def _is_behind_by(tree: Parse, at: int, language: str) -> bool:
    """Is somebody named as who did a deed, by what stands before him ("the raid by Tarn's men")?"""
    case = tree.children(at, *relations("case"))
    return tree[at].deprel in relations("behind") and any(tree[c].word.lower() == _forms(language).by for c in case)


def _doing(tree: Parse) -> Iterator[int]:
    """Who does what a sentence turns on."""
    if tree.root < 0:
        return
    for at in (tree.root, *tree.children(tree.root, *relations("beside"))):
        subjects = tree.children(at, *relations("subject"))
        yield from (c for c in subjects if tree[c].relation not in relations("passive"))
        yield from (c for c in tree.children(at) if tree[c].relation in relations("doer"))


def _said_to_do(tree: Parse, language: str) -> Iterator[int]:
    """Who, anywhere in a sentence, a deed is said to be by: "killed in a raid that Lund says was carried out by Tarn's
    men"."""
    for at in range(len(tree)):
        above = tree[at].head
        is_deed = above >= 0 and (
            tree[above].upos in relations("verbs") or may_mean(tree[above].word.lower(), language)
        )
        if is_deed and _is_behind_by(tree, at, language):
            yield at


def _sides(tree: Parse, at: int, language: str) -> Iterator[str]:
    """The sides that a phrase names: a country by its code, else a name in small letters."""
    for k in tree.subtree(at):
        for word in tree[k].word.split("-"):
            code = country_of_demonym(word, language) or country_of_name(word, language)
            if code is not None:
                yield code
            elif tree[k].upos == "PROPN" and not is_of_calendar(word, language):
                yield word.lower()
