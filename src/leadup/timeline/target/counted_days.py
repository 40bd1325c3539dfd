"""How many days after an event a sentence says that what it tells was ("two days after the killing")."""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import table

_COUNTING: dict[str, Any] = table("asking")["counting"]
_NUMBERS = tuple(str(table("asking")["counts"]).split())
_COUNTED = re.compile(table("asking")["counted"].format(counts="|".join(_NUMBERS)), re.I)
_REACH = 60
_ASIDE = re.compile(r"--|[–—;:]")


def counted_from(text: str, start: int, end: int, deed: int) -> int:
    """How many days after the event a sentence's own day is, where it says so ("two days after the killing"), else 0.

    ``deed`` is where the event's deed stands in the text.
    """
    if deed < 0 or (all(text.find(word, start, end) < 0 for word in _COUNTING["words"])):
        return 0
    for match in _COUNTED.finditer(text, start, end):
        # "On Tuesday -- two days before the mayor's visit -- the harbour was closed": of the visit it is counted.
        # One comma ends what is counted from ("a day before the verdict, the judge spoke of the killing"), two set off
        # what stands between ("a day after Lund, 45, was shot").
        ended = _ASIDE.search(text, match.end(), deed) is not None or text.count(",", match.end(), deed) == 1
        if match.end() <= deed <= match.end() + _REACH and not ended:
            if match["eve"]:
                return -1
            number = max(1, _NUMBERS.index(match["n"].lower()))
            return -number if match["way"].lower() == _COUNTING["back"] else number
    return 0
