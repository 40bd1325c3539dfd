"""Days that stand under the main clause: in a relative clause, in a charge, in the name that a thing has by its day.

"They met the father of a man who died Thursday night" tells of a meeting, "reporters asked about his April 12 arrest"
of a question. Such a day is one that the sentence names, and not the one on which happened what it tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from leadup.lang import table
from leadup.model import Timex
from leadup.reading.telling import Telling

_FARTHEST = 14
"""Words between what opens a clause and the day in it."""


class _Ways(NamedTuple):
    clause: re.Pattern[str]
    charge: re.Pattern[str]
    named_by: re.Pattern[str]
    main_after: re.Pattern[str]
    pointing: re.Pattern[str]
    telling: re.Pattern[str]


@cache
def _ways() -> _Ways:
    words = table("dating")["under"]
    past = "|".join(sorted({*table("telling")["past"], *words["past"]}))
    verbs = (*table("telling")["said"], *table("telling")["says"], *words["holding"])
    holding = "".join(rf"(?<!\b{verb}\s)" for verb in verbs)
    told = "|".join((*table("telling")["said"], *words["bringing"]))
    rest = rf"(?:[^\s;—]*[^\s,;—]\s){{1,{_FARTHEST}}}"
    # A thing is described, not what was said or found: its own verb follows "that".
    described = rf"{holding}\bthat\s(?:\w+ed|{past})\s(?:on\s)?(?:{rest})?"
    return _Ways(
        re.compile(rf"(?:\b(?:{words['relative']})\s{rest}|{described}|\b(?:{words['bounds']})\s{rest})$", re.I),
        re.compile(rf"\b(?:{words['charged']})\s(?:{words['of']})\s(?:[^\s,;]+\s){{0,3}}?\w+ing\s{rest}$", re.I),
        re.compile(rf"\b(?:{words['naming']})\s(?:{words['determiners']})\s$", re.I),
        re.compile(r"\s[a-z]"),
        re.compile(rf"\b(?:{words['pointing']})\s*$", re.I),
        re.compile(
            rf"\b(?:that|{words['relative']})\s(?:\w+\s)?(?:{told})\s[^,;]*$|^\w+\s(?:{words['of_several']})\s", re.I
        ),
    )


def stands_under(text: str, start: int, t: Timex, told: Telling) -> bool:
    """Does a day stand under the main clause of the sentence that begins at ``start``, after its verb?

    Only where the sentence is told as past. One that points at something ("It was Pell who left on Friday") is about
    what it points at, and what somebody brought out that day ("in an interview that aired on Friday") is of it.
    """
    if told.manner not in ("past", "said") or told.verb < 0 or t.start <= told.verb:
        return False
    ways = _ways()
    if ways.pointing.search(text, start, told.verb):
        return False
    between = text[told.verb : t.start]
    if ways.telling.search(between):
        return False
    if ways.clause.search(between):
        return True
    if not any(c.isdigit() for c in t.exact):
        return False
    if ways.charge.search(between):
        return True
    return bool(ways.named_by.search(between)) and bool(ways.main_after.match(text, t.end))
