"""What a sentence must speak of to tell of the event asked about: a deed, a name, a thing."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leadup.timeline.happenings.collection import irregular_forms
from leadup.timeline.target.words import Deed, Phrase


class Role(enum.Enum):
    """What a name has in a deed: it does it, or has it done."""

    AGENT = enum.auto()
    PATIENT = enum.auto()


SlotKind = Literal["deed", "name", "thing", "rank", "number"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a sentence must speak of: a deed, a name, a thing, in any of the phrases that ``means`` lists.

    ``means`` maps a phrase to what it counts for, in (0, 1]; ``asked`` is the word of the question; ``weight`` how
    much of the event it is. Words of one name have one ``group``; ``capital`` says that it counts as a name only where
    it is written like one; ``rows`` are those of the table of deeds that a deed may be of; ``needed`` says that nothing
    tells of the event without it; ``spelt`` are other spellings of a name; ``place`` is which word of the question it
    begins with; ``titular`` says of a word for a rank that it is all of a name ("Prince").
    """

    asked: str
    kind: SlotKind
    weight: float
    means: dict[Phrase, float]
    group: int = -1
    capital: bool = False
    rows: tuple[Deed, ...] = ()
    needed: bool = False
    spelt: tuple[str, ...] = ()
    place: int = -1
    titular: bool = False

    @property
    def is_name(self) -> bool:
        """Is it a word of a name?"""
        return self.kind == "name"


def words_of_names(slots: Iterable[Slot]) -> frozenset[str]:
    """The words of the names among slots, in all their spellings."""
    return frozenset(word for slot in slots if slot.is_name for word in (slot.asked, *slot.spelt))


def names_among(slots: Iterable[Slot]) -> dict[int, list[Slot]]:
    """The names among slots, each as the slots of its words, by its group."""
    found: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.is_name:
            found[slot.group].append(slot)
    return found


def object_deed(slots: Sequence[Slot], between: int = 0) -> int:
    """Which slot is a further deed that the question has right behind the words for its own, as what that brings ("Lund
    recommends charges"), or with so many words ``between`` them at most; -1 where there is none."""
    deed = next((s for s in slots if s.needed), None)
    if deed is None:
        return -1
    behind = deed.place + len(deed.asked.split())
    near = range(behind, behind + between + 1)
    return next((i for i, s in enumerate(slots) if s.kind == "deed" and not s.needed and s.place in near), -1)


def starts_of(slots: Sequence[Slot], language: str) -> tuple[str, ...]:
    """What the words of these slots begin with in running text."""
    found: set[str] = set()
    for slot in slots:
        for phrase in slot.means:
            # The first letter of "U.N." begins half of all words.
            first = ".".join(phrase) if all(len(word) == 1 for word in phrase) else phrase[0]
            found.update((first, *irregular_forms(first, language)))
    return tuple(sorted(s for s in found if not any(o != s and s.startswith(o) for o in found)))
