"""Where a sentence begins once a dateline is past: "NAIROBI (AP) -- A court has ..."."""

from __future__ import annotations

import re
from typing import Any, Final

from leadup.lang import table

_WORDS: dict[str, Any] = table("actions")["dateline"]

_DATELINE: Final = re.compile(_WORDS["dateline"], re.VERBOSE)
_LONGEST: Final = 80


def after_dateline(text: str, start: int, end: int) -> int:
    """The offset at which the sentence ``text[start:end]`` begins without its dateline; ``start`` where it has none."""
    m = _DATELINE.match(text, start, min(end, start + _LONGEST))
    return start if m is None else m.end()
