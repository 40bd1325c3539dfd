"""What the field of the question proposes while a name is typed, also where it is spelt otherwise in the archive."""

from __future__ import annotations

from leadup.archive import Archive
from leadup.timeline.target.spelling import first_letters, folded, spelt_alike

SHORTEST = 3
"""Letters that the beginning of another spelling is looked for from."""


def suggestions(archive: Archive, typed: str, most: int = 6) -> list[str]:
    """Names, then titles, that hold the words typed so far; where no name does, those of their nearest spelling."""
    found = archive.complete(typed, most)
    if not found.names:
        *before, last = typed.split()
        words = [*(_respelt(archive, word) for word in before), _respelt(archive, last, begun=True)]
        if words != [*before, last]:
            other = archive.complete(" ".join(words), most)
            return list(dict.fromkeys([*found.titles, *other.names, *other.titles]))
    return [*found.names, *found.titles]


def _respelt(archive: Archive, word: str, *, begun: bool = False) -> str:
    """The archive's spelling of a word that no article holds, that of most articles; itself where there is none.

    A word that is but begun may be the beginning of the other spelling.
    """
    if len(word) < SHORTEST or archive.holding(word):
        return word
    held = archive.spellings(first_letters(word))
    alike = {other: held[other] for _, other in spelt_alike(word, held)}
    if begun and not alike:
        alike = {other: count for other, count in held.items() if folded(other).startswith(folded(word))}
    return max(alike, key=lambda other: (alike[other], other), default=word)
