"""Words before a day that look elsewhere: the day is not that of what is told."""

from __future__ import annotations

from typing import Final

from leadup.check.wording import pattern_of

_REACH: Final = 400
"""Code points before a day in which words may look elsewhere."""


def is_beside(before: str, language: str) -> bool:
    """Whether what stands before a day looks elsewhere, in words that no comma or verb has closed ("would resign on",
    "who had fled on"; not "who had fled Tarn, surrendered on")."""
    opened = pattern_of("closed_clause", language).sub(" ", before[-_REACH:])
    return pattern_of("beside_day", language).search(opened) is not None
