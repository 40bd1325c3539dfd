"""What a sentence tells in its main clauses, and not what it brings up beside that."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import find_references
from leadup.timeline.chain.deed_nouns import is_known, meanings, refers, tree_of
from leadup.timeline.chain.distinct import names_day
from leadup.timeline.chain.phrases import deeds_told, may_mean
from leadup.timeline.relations import relations
from leadup.timeline.terms import stem

_DASH = re.compile(r"(?<=\s)--?(?=\s)|—|(?<=\s)–|–(?=\s)")
_ASIDE = 160
"""Code points that may stand between dashes as an aside."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.doing: frozenset[str] = frozenset(words["doing"])
        self.of_matter: frozenset[str] = frozenset(words["of_matter"])
        self.speaking: frozenset[str] = frozenset(words["speaking"])
        """The kinds of deed that are done by speaking."""


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def speaking_deeds(language: str) -> frozenset[str]:
    """The kinds of deed that are done by speaking."""
    return _forms(language).speaking


def told_beside(text: str, language: str) -> str:
    """The words by which a sentence says in a participle what else whoever it is about did: "fired on a crowd, killing
    five"."""
    tree = tree_of(text, language)
    if tree.root < 0:
        return ""
    verbs = [tree.root]
    for verb in verbs:  # grows: "stormed the mill; then they shot a guard and opened fire, killing five"
        verbs += tree.children(verb, *relations("beside"))
    said = (
        at for verb in verbs for at in tree.children(verb, *relations("meanwhile"), *relations("of_noun"))
        if tree[at].start > tree[tree.root].start and tree[at].word.lower().endswith(word_endings(language).gerund)
        and not tree.children(at, *relations("mark"), *relations("of_clause"), *relations("case"))
    )  # fmt: skip
    return " ".join(tree[at].word for at in said)


@functools.lru_cache(maxsize=4_096)
def main_words(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The words of a sentence's main clauses with their places: what it tells, and not what it brings up beside that.

    A known deed ("the attack drew protests") is brought up, too, and so is one that is spoken of ("condemned raids").
    """
    tree = tree_of(text, language)
    named = [(cue.from_, cue.to) for cue in find_references(text, language) if "forward" not in cue.marks]
    return tuple(
        (tree[at].start, tree[at].word)
        for at in range(len(tree))
        if not any(start <= tree[at].start < end for start, end in named)
        and not any(tree[k].relation in relations("aside") for k in (at, *tree.ancestors(at)))
        and not (
            tree[at].upos in relations("nouns") and is_known(tree, at, language) and not _is_done(tree, at, language)
        )
        and not _is_spoken_of(tree, at, language)
        and not _is_quality(tree, at, language)
        and not _is_matter(tree, at, language)
    )


def told_in_front(text: str, language: str) -> str:
    """The words of a sentence's main clauses, as they stand behind each other. What stands between dashes is left out:
    the parser loses over it what the sentence goes on to tell."""
    return " ".join(word for _, word in main_words(less_asides(text), language))


def less_asides(text: str) -> str:
    """A text without what stands between dashes. An en dash between two words joins them: "the Hask–Norhaven road"."""
    kept, at, opened = [], 0, -1
    for dash in _DASH.finditer(text):
        if opened >= 0 and text[opened + 1 : dash.start()].strip() and dash.start() - opened <= _ASIDE:
            kept.append(text[at:opened].rstrip())
            at, opened = dash.end() + (text[dash.end() : dash.end() + 1].isspace()), -1
        else:
            opened = dash.start()
    return " ".join((*kept, text[at:]))


def _is_quality(tree: Parse, at: int, language: str) -> bool:
    """Whether an adjective says what something was made: "made clear" clears nobody."""
    above = tree[at].head
    return tree[at].upos in relations("adjectives") and above >= 0 and tree[above].lemma in _forms(language).doing


def _is_matter(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun only says which matter another is of: "the bombing investigation" tells of no bombing."""
    forms = _forms(language)
    above = tree[at].head
    if at + 1 < len(tree) and tree[at].upos in relations("nouns") and tree[at + 1].lemma in forms.of_matter:
        return True  # "bombings suspect Egil Moe", whatever the parser makes of that
    return tree[at].relation in relations("of_name") and above >= 0 and tree[above].lemma in forms.of_matter


def _is_done(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun is the deed that its verb tells: "launched the offensive"."""
    above = tree[at].head
    return tree[at].relation in relations("object") and above >= 0 and tree[above].lemma in _forms(language).doing


def _is_spoken_of(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun for a deed is the object of a verb of speech: "condemned air strikes on the harbour"."""
    forms = _forms(language)
    above = tree[at].head
    if tree[at].relation not in relations("object") or above < 0 or tree[above].lemma in forms.doing:
        return False
    return refers(tree, at, language) and bool(deeds_told(tree[above].word.lower(), language) & forms.speaking)


def _turning(tree: Parse) -> tuple[int, ...]:
    """The main verb of a sentence, or what stands for it, and what that is said of; none where there are no words."""
    return (tree.root, *tree.children(tree.root, *relations("of_clause"))) if len(tree) else ()


def turned_on(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of deed, and the stems of words that tell it, of a noun for one that a sentence's main verb is said of,
    or that stands for its main verb."""
    tree = tree_of(text, language)
    words = [tree[at].word.lower() for at in _turning(tree) if refers(tree, at, language)]
    kinds = frozenset(kind for word in words for kind in may_mean(word, language))
    return kinds, frozenset(
        t for word in words for t in (stem(word, language), *meanings(language).get(stem(word, language), ()))
    )


@functools.lru_cache(maxsize=1_024)
def told_by_noun(text: str, day: dt.date, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of deed, and the stems of words that tell it, of a noun that a sentence turns on and places on this
    day: "The slaying on Wednesday of a guard shocked the town". None where no such noun does."""
    tree = tree_of(text, language)
    for at in _turning(tree):
        if refers(tree, at, language) and names_day(" ".join(tree[k].word for k in tree.subtree(at)), day, language):
            word = tree[at].word.lower()
            return may_mean(word, language), meanings(language).get(stem(word, language), frozenset()) | {
                stem(word, language)
            }
    return frozenset(), frozenset()
