"""What the field of the question proposes while a name is typed, also where it is spelt otherwise in the archive."""

from __future__ import annotations

from leadup.ingest import Archive
from leadup.timeline.language import ASKED_IN
from leadup.timeline.target.spelling import first_letters, folded, spelt_alike

SHORTEST = 3
"""Letters that the beginning of another spelling is looked for from."""


def suggestions(archive: Archive, typed: str, most: int = 6) -> list[str]:
    """Names, then titles, that hold the words typed so far; where no name does, those of their nearest spelling."""
    completed = archive.complete(typed, most)
    if not completed.names:
        before, _, last = typed.rpartition(" ")
        words = f"{respelt(archive, before)} {_respelt(archive, last, begun=True)}".strip()
        if words != typed:
            other = archive.complete(words, most)
            return list(dict.fromkeys([*completed.titles, *other.names, *other.titles]))
    return [*completed.names, *completed.titles]


def respelt(archive: Archive, words: str) -> str:
    """The words, those that no article holds in the spelling that the archive has for them, where it has one."""
    return " ".join(_respelt(archive, word) for word in words.split())


def _respelt(archive: Archive, word: str, *, begun: bool = False) -> str:
    """The archive's nearest spelling of a word that no article holds; itself where there is none.

    A word that is but begun may be the beginning of the other spelling.
    """
    if len(word) < SHORTEST or archive.holding(word):
        return word
    held = archive.spellings(first_letters(word, ASKED_IN))
    alike = spelt_alike(word, held, ASKED_IN)
    if begun and not alike:
        alike = [(0.0, other) for other in held if folded(other, ASKED_IN).startswith(folded(word, ASKED_IN))]
    _, best = min(alike, key=lambda found: (found[0], -held[found[1]], found[1]), default=(0.0, word))
    return best.capitalize() if word[:1].isupper() else best
