"""Where a sentence begins once a dateline is past: "NAIROBI (AP) -- A court has ..."."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from leadup.lang import kept_table


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("actions", language)["dateline"]
        self.dateline: Final = re.compile(words["dateline"], re.VERBOSE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_LONGEST: Final = 80


def after_dateline(text: str, start: int, end: int, language: str) -> int:
    """The offset at which the sentence ``text[start:end]`` begins without its dateline; ``start`` where it has none."""
    forms = _forms(language)
    m = forms.dateline.match(text, start, min(end, start + _LONGEST))
    return start if m is None else m.end()
