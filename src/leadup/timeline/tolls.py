"""Whether a deed is told behind how many it killed or hurt."""

from __future__ import annotations

from leadup.reading.syntax import Parse
from leadup.timeline.relations import relations
from leadup.timeline.target.words import asking

BEHIND_TOLL = 0.85
"""For a deed told behind how many it killed or hurt: that is how the news of it opens."""


def is_behind_toll(tree: Parse, at: int, language: str) -> bool:
    """Does a word tell the deed behind how many it killed or hurt: its noun, or the verb of a clause that says when
    ("nine were killed in the blast", "nine were hurt when a bomb exploded"; not "died as the king was crowned")?"""
    above = tree[at].head
    if above < 0 or tree[above].upos not in relations("verbs") or not above < at:
        return False
    if tree[above].lemma.lower() not in asking("toll", language):
        return False
    subject = tree.child(above, *relations("of_clause"))
    if subject is None or not _is_counted(tree, subject, language):
        return False
    if not _is_deadly(tree, at, language):
        return False
    if tree[at].upos in relations("nouns"):
        return tree[at].deprel in relations("behind") and any(
            tree[k].word.lower() in asking("toll_in", language) for k in tree.children(at, *relations("case"))
        )
    return tree[at].deprel in relations("meanwhile") and any(
        tree[k].word.lower() in asking("toll_when", language) for k in tree.children(at, *relations("joins"))
    )


def _is_deadly(tree: Parse, at: int, language: str) -> bool:
    """Is it such as kills or hurts: the word itself, or who or what does or bears it ("a fire broke out", "opened
    fire")?"""
    around = tree.children(at, *relations("part")) if tree[at].upos in relations("verbs") else ()
    known = asking("deadly", language)
    return any({tree[k].lemma.lower(), tree[k].word.lower()} & known for k in (at, *around))


def _is_counted(tree: Parse, at: int, language: str) -> bool:
    """Is it so many that a word counts ("nine people", "dozens of people", "nine")?"""
    counts = (at, *tree.children(at, *relations("counting")))
    return any(
        tree[k].upos in relations("number") or tree[k].word.lower() in asking("so_many", language) for k in counts
    )
