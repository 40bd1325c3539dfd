"""How a statement stands to what it is about, by its words (data file ``stance.tsv``)."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import cast

from leadup.lang import table
from leadup.model import Stance

_DENIED = re.compile(table("reactions")["stance"]["denied"], re.IGNORECASE)
_REACH = 20
"""Code points before a word for a stance in which it is denied."""


@functools.cache
def _table() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    text = resources.files("leadup.timeline.reactions").joinpath("stance.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stance, words = line.split("\t")
            rows.append((cast(Stance, stance), re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)))
    return tuple(rows)


def stance_taken(words: str) -> Stance | None:
    """The stance that these words take; None where they say nothing of one, or that it is not taken.

    Who sends condolences takes no position, and reacts.
    """
    for stance, pattern in _table():
        found = pattern.search(words)
        if found is not None:
            return None if _DENIED.search(words, max(0, found.start() - _REACH), found.start()) else stance
    return None
