"""What a sentence tells in front, and what it only brings up beside that."""

from __future__ import annotations

import functools

from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import find_references
from leadup.timeline.chain.deed_nouns import tree_of
from leadup.timeline.chain.distinct import OPENING
from leadup.timeline.chain.phrases import deeds_in, deeds_of, deeds_told, may_mean, pointed_at, possessive
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations


def is_foregrounded(words: str, text: str, language: str) -> bool:
    """Whether the sentence ``text`` itself tells of the deed that ``words`` name; so does any, where they name none.

    A deed behind a preposition ("protests following the deaths", "photographs of the man who shot nine") is brought up,
    not told, unless what it belongs to is a deed itself ("killed in a strike"). Whose deed it is by the words ("Tolm's
    speech") is named there too.
    """
    kinds = pointed_at(words, language) or deeds_in(words, language) or deeds_told(words, language)
    front = _front(text, language)
    told = frozenset(kind for word in front for kind in deeds_told(word, language))
    if kinds and not kinds & told and not _deeds(words, language) & _deeds(" ".join(front), language):
        return False
    owners = _owners(words, language)
    return not owners or bool(owners & frozenset(front))


@functools.lru_cache(maxsize=4_096)
def is_only_after(words: str, text: str, language: str) -> bool:
    """Whether the sentence ``text`` names the deed that ``words`` mean only as what its own came after or answers.

    "After the shooting, the state took over the patrols" tells of patrols: what answers the shooting answers another
    thing than that.
    """
    kinds = deeds_of(words, language)
    kept, at = [], 0
    for cue in find_references(text, language):
        kept.append(text[at : max(at, cue.from_)])
        # Without a comma what opens a sentence runs on into what that tells.
        runs_on = cue.start <= OPENING and cue.to + 1 >= len(text) and "," not in text[cue.from_ :]
        at = max(at, cue.from_ if runs_on else cue.to)
    return bool(kinds & deeds_of(text, language)) and not kinds & deeds_of(" ".join((*kept, text[at:])), language)


def _deeds(text: str, language: str) -> frozenset[str]:
    """The words for deeds, in their base form: "shoot" of "the shooting" and of "shot"."""
    return frozenset(
        term for term, _ in words_of(text, language) if event_types_of(language).get(term) or may_mean(term, language)
    )


def _owners(words: str, language: str) -> frozenset[str]:
    """The names that a deed is called by: "Tolm" of "Anna Tolm's speech"."""
    tree = tree_of(words, language)
    marks = (at for at in range(len(tree)) if tree[at].word in possessive(language) and tree[at].head >= 0)
    owners = (
        tree[k].word for at in marks for k in (tree[at].head, *tree.children(tree[at].head, *relations("of_name")))
    )
    return frozenset(word for word in owners if word[:1].isupper())


@functools.lru_cache(maxsize=1_024)
def _front(text: str, language: str) -> tuple[str, ...]:
    tree = tree_of(text, language)
    return tuple(tree[at].word for at in range(len(tree)) if _is_in_front(tree, at, language))


def _is_in_front(tree: Parse, at: int, language: str) -> bool:
    for k in (at, *tree.ancestors(at)):
        head = tree[k].head
        if tree[k].deprel in relations("behind") and (head < 0 or not deeds_told(tree[head].word, language)):
            return False
        if tree[k].deprel in relations("meanwhile") and any(
            tree[c].upos in relations("purpose") for c in tree.children(k, *relations("mark"))
        ):
            # "began a raid to stop the rocket fire"
            return False
    return True


@functools.lru_cache(maxsize=1_024)
def is_beside_in_said(text: str, place: int, language: str) -> bool:
    """Whether the word at ``place`` stands in a clause beside what the sentence ``text`` says somebody said.

    In "Lund said that the council had split the town by closing the port in response to the raid" it is the closing
    that answers the raid, and not what Lund said.
    """
    tree = tree_of(text, language)
    path = [at for at in (tree.at(place), *tree.ancestors(tree.at(place))) if at >= 0]
    said = next((n for n, at in enumerate(path) if _is_said(tree, at, language)), 0)
    return any(tree[at].deprel in relations("beside_said") for at in path[1:said])


def _is_said(tree: Parse, at: int, language: str) -> bool:
    above = tree[at].head
    return (
        tree[at].deprel in relations("content")
        and above >= 0
        and base_form(tree[above].lemma.lower(), language) in saying(language)
    )
