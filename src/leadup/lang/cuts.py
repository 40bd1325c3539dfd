"""How a text is cut into words, whatever its language: the ways that more than one module needs."""

from __future__ import annotations

import re
from typing import Final

RUN: Final = re.compile(r"\w+")
"""Letters, digits and underscores in a row: what is looked up, or compared, as it stands."""

LETTERS: Final = re.compile(r"[^\W\d_]+")
"""Letters in a row: "didn't" is two, "24th" one."""

LETTERS_AND_DIGITS: Final = re.compile(r"[^\W_]+")
"""Letters and digits in a row: "24th" is one, "U.S." two."""

WRITTEN_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
"""A word as it is written, with what joins its parts: "O'Brien's", "twenty-four"; no number."""

WORD_OR_NUMBER: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
"""Letters and digits in a row, and a number with its points and commas: "1,400", "3.5"."""
