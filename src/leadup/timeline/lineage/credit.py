"""Whose report an article says it carries: datelines, wire credits, and other outlets that it quotes."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, Literal

from leadup.lang import table
from leadup.lang.news_sources import any_name, by_writing

_WORDS: dict[str, Any] = table("credit")

CreditKind = Literal["dateline", "credit", "quoted"]

_HEAD = 600
"""Code points of a text in which a dateline is looked for: a title and a line of place and time come before it."""

_OPEN = r"(?:\(|-LRB-)\s*"
_CLOSE = r"\s*(?:\)|-RRB-)"
_REPORTS = str(_WORDS["reports"])
_MEDIUM = str(_WORDS["medium"])


_AGENCY_LIKE = str(_WORDS["agency_like"])
"""An agency by its name alone, for those that the data file does not know."""


@dataclass(frozen=True, slots=True)
class Credit:
    """``text[start:end] == exact``: the words that name ``source`` as where this report, or this line of it, is from.

    ``agency`` tells a wire service from an outlet. A "dateline" or a "credit" is for the whole article; "quoted" is
    for the sentence it stands in.
    """

    start: int
    end: int
    exact: str
    source: str
    kind: CreditKind
    agency: bool


@functools.cache
def _dateline() -> re.Pattern[str]:
    agency = f"(?:{any_name(agencies_only=True)}|{_AGENCY_LIKE})"
    return re.compile(
        rf"{_OPEN}(?P<a>{agency}){_CLOSE}\s*(?:-{{1,2}}|–|—|:)"
        rf"|(?:^|\n)\s*(?:[A-Z][\w.'’ ,-]{{1,40}}?\s)?(?P<b>{agency})\s+(?:-{{1,2}}|–|—)\s"
    )


@functools.cache
def _credit() -> re.Pattern[str]:
    agency = f"(?:{any_name(agencies_only=True)}|{_AGENCY_LIKE})"
    lead = "".join(_WORDS["lead"])
    more = f"(?:{_WORDS['more']}){agency}"
    return re.compile(
        rf"{lead}\s*(?:{_WORDS['article']})?(?P<a>{agency}(?:{more}){{0,4}})\b"
        rf"|(?P<b>{agency})(?:\s+(?:{_WORDS['writers']})\b[^.\n]{{0,80}})?\s+{_WORDS['contributed']}"
    )


@functools.cache
def _quoted() -> re.Pattern[str]:
    name = any_name()
    the = f"(?:{_WORDS['article']})?"
    return re.compile(
        rf"\b(?:{''.join(_WORDS['quoting'])})\s+"
        rf"{the}(?P<a>{name})(?!\w)"
        rf"|(?<!\w){the}(?P<b>{name})(?!\w){_MEDIUM}(?:\s+(?:{_WORDS['adverbs']}))?\s+{_REPORTS}\b"
    )


@functools.cache
def _names() -> re.Pattern[str]:
    return re.compile(f"(?:{any_name()}|{_AGENCY_LIKE})")


def credits(text: str) -> tuple[Credit, ...]:
    """Every dateline, credit and quotation of another outlet in a text, in order; linear in its length."""
    found = bylines(text)
    taken = {(c.start, c.end) for c in found}
    quoted = (c for c in quotations(text) if (c.start, c.end) not in taken)
    return tuple(sorted((*found, *quoted), key=lambda c: c.start))


def bylines(text: str) -> tuple[Credit, ...]:
    """The dateline at the head of a text and the credits in it."""
    found: list[Credit] = []
    dateline = _dateline().search(text, 0, min(len(text), _HEAD))
    if dateline:
        group = "a" if dateline["a"] else "b"
        found.append(_made(text, dateline.start(group), dateline.end(group), "dateline"))
    for match in _credit().finditer(text):
        group = "a" if match["a"] else "b"
        for name in _names().finditer(text, match.start(group), match.end(group)):
            found.append(_made(text, name.start(), name.end(), "credit"))
    return tuple(found)


def quotations(text: str) -> tuple[Credit, ...]:
    """The other outlets that a text quotes, in order."""
    groups = ((match, "a" if match["a"] else "b") for match in _quoted().finditer(text))
    return tuple(_made(text, *match.span(group), "quoted") for match, group in groups)


def _made(text: str, start: int, end: int, kind: CreditKind) -> Credit:
    exact = text[start:end]
    source = by_writing().get(exact)
    return Credit(start, end, exact, source.name if source else exact, kind, source.agency if source else True)
