"""How many days after an event a sentence says that what it tells was ("two days after the killing")."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table

_REACH = 60
_ASIDE = re.compile(r"--|[–—;:]")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.counting: dict[str, Any] = kept_table("asking", language)["counting"]
        self.numbers = tuple(str(kept_table("asking", language)["counts"]).split())
        self.counted = re.compile(kept_table("asking", language)["counted"].format(counts="|".join(self.numbers)), re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def counted_from(text: str, start: int, end: int, deed: int, language: str) -> int:
    """How many days after the event a sentence's own day is, where it says so ("two days after the killing"), else 0.

    ``deed`` is where the event's deed stands in the text, or -1.
    """
    forms = _forms(language)
    said = text[start:end]
    if not any(word in said for word in forms.counting["words"]):
        return 0
    for match in forms.counted.finditer(text, start, end):
        # "On Tuesday -- two days before the mayor's visit -- the harbour was closed": of the visit it is counted.
        # One comma ends what is counted from ("a day before the verdict, the judge spoke of the killing"), two set off
        # what stands between ("a day after Lund, 45, was shot").
        ended = _ASIDE.search(text, match.end(), deed) is not None or text.count(",", match.end(), deed) == 1
        if match.end() <= deed <= match.end() + _REACH and not ended:
            if match["eve"]:
                return -1
            number = max(1, forms.numbers.index(match["n"].lower()))
            return -number if match["way"].lower() == forms.counting["back"] else number
    return 0
