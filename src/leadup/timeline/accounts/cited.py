"""Which named party a sentence cites for a figure: "the army said", "according to the Health Ministry"."""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import table
from leadup.lang.news_sources import known

_WORDS: dict[str, Any] = table("accounts")["cited"]

# Few white spaces, so that a run of them costs no more than its length.
_PARTY = str(_WORDS["party"])
_SAYS = str(_WORDS["says"])
_CUES = tuple(re.compile(cue.replace("<party>", _PARTY).replace("<says>", _SAYS)) for cue in _WORDS["cues"])
_CLAUSE = re.compile(_WORDS["clause"])
_ARTICLE = re.compile(_WORDS["article"])
# The sides to a conflict that are named by what they are; "officials" or "witnesses" may be of any.
_SIDES: frozenset[str] = frozenset(_WORDS["sides"])
_NOBODY: frozenset[str] = frozenset(_WORDS["nobody"])
_WEEKDAY = re.compile(_WORDS["weekday"])


def cited(sentence: str, at: int) -> str | None:
    """The party that the clause around offset ``at`` of a sentence cites by name; None where it cites none.

    Named is who bears a proper name or is a side known by what it is ("the army"). A pronoun, "officials" or
    another outlet is not.
    """
    start, end = 0, len(sentence)
    for stop in _CLAUSE.finditer(sentence):
        if stop.end() <= at:
            start = stop.end()
        elif stop.start() >= at:
            end = stop.start()
            break
    clause = sentence[start:end]
    for cue in _CUES:
        for match in cue.finditer(clause):
            who = _named(match["who"])
            if who:
                return who
    return None


def _named(words: str) -> str | None:
    parts = words.split()
    if parts and _WEEKDAY.match(parts[-1]):
        parts = parts[:-1]
    if parts and parts[-1] == _WORDS["on"]:
        parts = parts[:-1]
    lower = [p.lower() for p in parts]
    if not parts or _NOBODY & set(lower):
        return None
    proper = any(p[:1].isupper() for p in parts[1:]) or (len(parts) == 1 and parts[0][:1].isupper())
    if not proper and lower[-1] not in _SIDES:
        return None
    who = _ARTICLE.sub("", " ".join(parts)).rstrip(".,")
    if known(who):
        return None
    return who[:1].lower() + who[1:] if who.startswith(_WORDS["the"]) else who
