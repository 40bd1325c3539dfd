"""The agencies and outlets that others credit, and how each is written (``news_sources.tsv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from leadup.lang import rows
from leadup.lang.wordforms import without_article


@dataclass(frozen=True, slots=True)
class NewsSource:
    """An agency or outlet, the name it is shown under, all the ways in which it is written where it is quoted (its name
    first; none for an agency that is looked for in credits alone), and how an agency signs in an article's own credits:
    full names, in lower case, and abbreviations, as they stand."""

    name: str
    agency: bool
    written: tuple[str, ...]
    signs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@cache
def news_sources() -> tuple[NewsSource, ...]:
    """All of the table, in its order."""
    sources = []
    for kind, name, *cells in rows("news_sources"):
        written, signs, marks = (_forms(cells[k]) if k < len(cells) else () for k in range(3))
        quoted = () if kind == "wire" else (name, *written)
        sources.append(NewsSource(name, kind != "outlet", quoted, signs, marks))
    return tuple(sources)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def by_writing() -> dict[str, NewsSource]:
    """Each way of writing, case kept, to its source; the first in the table wins."""
    sources: dict[str, NewsSource] = {}
    for source in news_sources():
        for written in source.written:
            sources.setdefault(written, source)
    return sources


@cache
def any_name(agencies_only: bool = False) -> str:
    """A regular expression for all written names, longest first so that "CNN Turk" is not read as "CNN"."""
    names = [w for s in news_sources() if s.agency or not agencies_only for w in s.written]
    return "(?:" + "|".join(re.escape(n) for n in sorted(set(names), key=lambda n: (-len(n), n))) + ")"


def known(name: str | None) -> str | None:
    """The name under which an agency or outlet is shown, for any way of writing it; None where it is not known."""
    if name is None:
        return None
    bare = name.strip()
    source = by_writing().get(bare) or by_writing().get(without_article(bare))
    return source.name if source else None


def is_agency(name: str) -> bool:
    """Whether this is an agency, in any way of writing it."""
    source = by_writing().get(name)
    return source is not None and source.agency


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies by how they sign: full names in lower case, abbreviations as they stand, each to its agency."""

    signs: tuple[tuple[str, str], ...]
    marks: dict[str, str]

    def named(self, text: str) -> str | None:
        """The agency that a short piece of text (a credit, a dateline's bracket, a byline) names first, else None."""
        folded = text.casefold()
        best: tuple[int, int, str] | None = None
        for sign, name in self.signs:
            at = folded.find(sign)
            if at >= 0 and _alone(folded, at, at + len(sign)):
                candidate = (at, -len(sign), name)
                best = candidate if best is None or candidate < best else best
        for word in re.finditer(r"[A-Za-z]{2,5}", text):
            marked = self.marks.get(word.group())
            if marked is not None and (best is None or (word.start(), 0) < best[:2]):
                best = (word.start(), 0, marked)
        return best[2] if best else None


@cache
def agencies() -> Agencies:
    """The agencies that sign articles."""
    signs = tuple((sign, source.name) for source in news_sources() for sign in source.signs)
    return Agencies(signs, {mark: source.name for source in news_sources() for mark in source.marks})


def _alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
