"""What the words of a question begin with in running text."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.timeline.happenings.collection import irregular_forms
from leadup.timeline.target.slot import Slot


def starts_of(slots: Sequence[Slot], language: str) -> tuple[str, ...]:
    """What the words of these slots begin with in running text."""
    found: set[str] = set()
    for slot in slots:
        for phrase in slot.means:
            # The first letter of "U.N." begins half of all words.
            first = ".".join(phrase) if all(len(word) == 1 for word in phrase) else phrase[0]
            found.update((first, *irregular_forms(first, language)))
    return tuple(sorted(s for s in found if not any(o != s and s.startswith(o) for o in found)))
