"""Whose report an article says it carries: datelines, wire credits, and other outlets that it quotes."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, Literal

from leadup.lang import kept_table
from leadup.lang.news_sources import any_name, by_writing

CreditKind = Literal["dateline", "credit", "contribution", "quoted"]

_HEAD = 600
"""Code points of a text in which a dateline is looked for: a title and a line of place and time come before it."""

_OPEN = r"(?:\(|-LRB-)\s*"
_CLOSE = r"\s*(?:\)|-RRB-)"


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("credit", language)
        self.reports = str(self.words["reports"])
        self.medium = str(self.words["medium"])
        self.agency_like = str(self.words["agency_like"])
        """An agency by its name alone, for those that the data file does not know."""


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Credit:
    """``text[start:end] == exact``: the words that name ``source`` as where this report, or this line of it, is from.

    ``agency`` tells a wire service from an outlet. A "dateline" or a "credit" is for the whole article, which is the
    agency's; a "contribution" is for some of it, which one is not said; "quoted" is for the sentence it stands in.
    """

    start: int
    end: int
    exact: str
    source: str
    kind: CreditKind
    agency: bool


@functools.cache
def _dateline(language: str) -> re.Pattern[str]:
    agency = _agency(language)
    return re.compile(
        rf"{_OPEN}(?P<a>{agency}){_CLOSE}\s*(?:-{{1,2}}|–|—|:)"
        rf"|(?:^|\n)\s*(?:[A-Z][\w.'’ ,-]{{1,40}}?\s)?(?P<b>{agency})\s+(?:-{{1,2}}|–|—)\s"
    )


@functools.cache
def _credit(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    return re.compile(
        rf"{''.join(forms.words['lead'])}\s*(?:{forms.words['article']})?(?P<a>{_agencies(language)})\b"
        rf"|(?P<b>{_agency(language)})\s+(?:{forms.words['writers']}\b[^.\n]{{0,80}}\s{forms.words['contributed']}|{forms.words['reporting_by']})"
    )


@functools.cache
def _contribution(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    the = f"(?:{forms.words['article']})?"
    return re.compile(
        rf"{''.join(forms.words['part'])}\s*{the}(?P<a>{_agencies(language)})\b"
        rf"|{forms.words['material']}\s+{the}(?P<b>{_agencies(language)})\s+{forms.words['used']}"
        rf"|(?P<c>{_agency(language)})\s+{forms.words['contributed']}"
    )


@functools.cache
def _signs(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in _forms(language).words["signs"].items())


def _agency(language: str) -> str:
    return f"(?:{any_name(agencies_only=True)}|{_forms(language).agency_like})"


def _agencies(language: str) -> str:
    """One agency, or several side by side."""
    return f"{_agency(language)}(?:(?:{_forms(language).words['more']}){_agency(language)}){{0,4}}"


@functools.cache
def _quoted(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    name = any_name()
    the = f"(?:{forms.words['article']})?"
    return re.compile(
        rf"\b(?:{''.join(forms.words['quoting'])})\s+"
        rf"{the}(?P<a>{name})(?!\w)"
        rf"|(?<!\w){the}(?P<b>{name})(?!\w){forms.medium}(?:\s+(?:{forms.words['adverbs']}))?\s+{forms.reports}\b"
    )


@functools.cache
def _names(language: str) -> re.Pattern[str]:
    return re.compile(f"(?:{any_name()}|{_forms(language).agency_like})")


def credits(text: str, language: str) -> tuple[Credit, ...]:
    """Every dateline, credit and quotation of another outlet in a text, in order; linear in its length."""
    found = bylines(text, language)
    taken = {(c.start, c.end) for c in found}
    quoted = (c for c in quotations(text, language) if (c.start, c.end) not in taken)
    return tuple(sorted((*found, *quoted), key=lambda c: c.start))


def bylines(text: str, language: str) -> tuple[Credit, ...]:
    """The dateline at the head of a text and the credits in it."""
    found: list[Credit] = []
    dateline = _dateline(language).search(text, 0, min(len(text), _HEAD))
    if dateline:
        group = "a" if dateline["a"] else "b"
        found.append(_made(text, dateline.start(group), dateline.end(group), "dateline"))
    kinds: tuple[tuple[CreditKind, re.Pattern[str]], ...] = (
        ("credit", _credit(language)),
        ("contribution", _contribution(language)),
    )
    for kind, pattern in kinds:
        for match in pattern.finditer(text):
            start, end = next(match.span(group) for group, words in match.groupdict().items() if words)
            for name in _names(language).finditer(text, start, end):
                found.append(_made(text, name.start(), name.end(), kind))
    for agency, sign in _signs(language):
        for match in sign.finditer(text):
            # "(Reporting by Ann Lee, the Associated Press)" is the other's.
            named = (
                _made(text, *name.span(), "credit").source for name in _names(language).finditer(text, *match.span())
            )
            if all(source == agency for source in named):
                found.append(Credit(match.start(), match.end(), match.group(), agency, "credit", True))
    return tuple(found)


def quotations(text: str, language: str) -> tuple[Credit, ...]:
    """The other outlets that a text quotes, in order."""
    groups = ((match, "a" if match["a"] else "b") for match in _quoted(language).finditer(text))
    return tuple(_made(text, *match.span(group), "quoted") for match, group in groups)


def _made(text: str, start: int, end: int, kind: CreditKind) -> Credit:
    exact = text[start:end]
    source = by_writing().get(exact)
    return Credit(start, end, exact, source.name if source else exact, kind, source.agency if source else True)
