"""The two languages of what is written: that of an answer's own words, and that of leadup's words about them."""

from __future__ import annotations

from typing import Final

from leadup.lang import ENGLISH

OF_AN_ANSWER: Final = ENGLISH
"""The language of the sources' words (ISO 639-1) where they are worded without the timeline that they are of: its
question says it (``Question.language``), and is refused in any other."""
TOLD_IN: Final = ENGLISH
"""The language of leadup's own words: days, names of countries, and the phrases that stand in the writers."""
