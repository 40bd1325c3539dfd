"""Where a sentence begins once a dateline is past: "NAIROBI (AP) -- A court has ..."."""

from __future__ import annotations

import re
from typing import Final

_DATELINE: Final = re.compile(
    r"""
    (?:[A-Z][A-Z.'’/-]+(?:[ ,]{1,2}[A-Z][\w.'’/-]*){0,5}     # NAIROBI; SANTA FE, N.M.; GENEVA, Switzerland
       | [A-Z][a-z]+(?:[ ,]{1,2}[A-Z][\w.'’-]*){0,2}(?=\ ?\() # Washington (Reuters), but a title is no place
       | [A-Z][a-z]+(?:\ [A-Z][a-z]+)?(?=\ [-–—]{1,2}\ )      # Kyiv -
    )
    \ ?(?:,\ [A-Z][a-z]+\.?\ \d{1,2})?
    \ ?(?:\([A-Z][\w /.-]{1,30}\)\ ?)?
    (?:[-–—]{1,2}|:|(?<=\)\ )["“”])\ +
    """,
    re.VERBOSE,
)
_LONGEST: Final = 80


def after_dateline(text: str, start: int, end: int) -> int:
    """The offset at which the sentence ``text[start:end]`` begins without its dateline; ``start`` where it has none."""
    m = _DATELINE.match(text, start, min(end, start + _LONGEST))
    return start if m is None else m.end()
