"""What persons did or had done to them by a sentence: two that tell one person's same deed on a day tell one thing."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable

from leadup import lang
from leadup.lang.wordforms import without_possessive
from leadup.model import Name
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import deed_rows
from leadup.timeline.relations import relations


def deeds_of_persons(tree: Parse, names: Iterable[Name], language: str) -> frozenset[tuple[str, str]]:
    """The persons of a parsed sentence with the deeds that are theirs: (a name's key, the name of the deed's row).

    A deed is a person's who is its subject or object, or whose it is called ("Tolm's resignation"), where the sentence
    turns on it. Only deeds of which a person has one a day are listed (``lang``: once_a_day).
    """
    last = {without_possessive(name.exact.split()[-1], language): name.key for name in names if name.is_person}
    found: set[tuple[str, str]] = set()
    for at in range(len(tree)):
        rows = _rows_of(tree, at, language)
        if not rows or any(tree[k].deprel in relations("aside") for k in (at, *tree.ancestors(at))):
            continue
        for child in tree.children(at, *relations("whose")):
            whom = _meant(tree, at, child)
            words = (tree[whom].word, *(tree[c].word for c in tree.children(whom, *relations("of_name"))))
            found.update((last[word], row) for word in words if word in last for row in rows)
    return frozenset(found)


def _meant(tree: Parse, verb: int, part: int) -> int:
    """Who a part of a clause is: of a pronoun in what somebody said ("told friends that he would go") who said it."""
    if tree[part].upos not in relations("pronoun") or tree[verb].deprel not in relations("said"):
        return part
    sayer = tree.children(tree[verb].head, *relations("subject"))
    return sayer[0] if sayer else part


def _rows_of(tree: Parse, at: int, language: str) -> frozenset[str]:
    base = base_form(tree[at].lemma, language)
    particles = (tree[c].word.lower() for c in tree.children(at, *relations("of_verb")))
    return (
        _words(language)
        .get(base, frozenset())
        .union(*(_words(language).get(f"{base}_{p}", frozenset()) for p in particles))
    )


@functools.cache
def _words(language: str) -> dict[str, frozenset[str]]:
    """The base form of each word of such a deed, or of a verb and its particle joined by "_", to its rows."""
    once = lang.kept_words("once_a_day", language)
    found: dict[str, set[str]] = defaultdict(set)
    for row in deed_rows(language):
        if row.name in once:
            for word in (*row.kind, *(w for w in row.asked if w.count("_") == 1 and w[0] != "~")):
                verb, _, particle = word.partition("_")
                found[f"{base_form(verb, language)}_{particle}" if particle else base_form(verb, language)].add(
                    row.name
                )
    return {word: frozenset(rows) for word, rows in found.items()}
