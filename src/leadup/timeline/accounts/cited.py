"""Which named party a sentence cites for a figure: "the army said", "according to the Health Ministry"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.news_sources import known


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("accounts", language)["cited"]
        # Few white spaces, so that a run of them costs no more than its length.
        party = str(self.words["party"])
        says = str(self.words["says"])
        self.cues = tuple(
            re.compile(cue.replace("<party>", party).replace("<says>", says)) for cue in self.words["cues"]
        )
        self.clause = re.compile(self.words["clause"])
        self.article = re.compile(self.words["article"])
        # The sides to a conflict that are named by what they are; "officials" or "witnesses" may be of any.
        self.sides: frozenset[str] = frozenset(self.words["sides"])
        self.nobody: frozenset[str] = frozenset(self.words["nobody"])
        self.weekday = re.compile(self.words["weekday"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def cited_party(sentence: str, at: int, language: str) -> str | None:
    """The party that the clause around offset ``at`` of a sentence cites by name; None where it cites none.

    Named is who bears a proper name or is a side known by what it is ("the army"). A pronoun, "officials" or
    another outlet is not.
    """
    forms = _forms(language)
    start, end = 0, len(sentence)
    for stop in forms.clause.finditer(sentence):
        if stop.end() <= at:
            start = stop.end()
        elif stop.start() >= at:
            end = stop.start()
            break
    clause = sentence[start:end]
    for cue in forms.cues:
        for match in cue.finditer(clause):
            who = _named(match["who"], language)
            if who:
                return who
    return None


def _named(words: str, language: str) -> str | None:
    forms = _forms(language)
    parts = words.split()
    if parts and forms.weekday.match(parts[-1]):
        parts = parts[:-1]
    if parts and parts[-1] == forms.words["on"]:
        parts = parts[:-1]
    lower = [p.lower() for p in parts]
    if not parts or forms.nobody & set(lower):
        return None
    proper = any(p[:1].isupper() for p in parts[1:]) or (len(parts) == 1 and parts[0][:1].isupper())
    if not proper and lower[-1] not in forms.sides:
        return None
    who = forms.article.sub("", " ".join(parts)).rstrip(".,")
    if known(who):
        return None
    return who[:1].lower() + who[1:] if who.startswith(forms.words["the"]) else who
