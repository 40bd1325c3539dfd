"""The agencies and outlets that others credit, from the data file ``sources.tsv``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources

from leadup.lang.wordforms import without_article


@dataclass(frozen=True, slots=True)
class NewsSource:
    """An agency or outlet, the name it is shown under, and all the ways in which it is written (its name first)."""

    name: str
    agency: bool
    written: tuple[str, ...]


@functools.cache
def news_sources() -> tuple[NewsSource, ...]:
    """All of the data file, in its order."""
    text = resources.files("leadup.timeline.lineage").joinpath("sources.tsv").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, name, *other = line.split("\t")
            found.append(NewsSource(name, kind == "agency", (name, *(other[0].split("|") if other else ()))))
    return tuple(found)


@functools.cache
def by_writing() -> dict[str, NewsSource]:
    """Each way of writing, case kept, to its source; the first in the file wins."""
    found: dict[str, NewsSource] = {}
    for source in news_sources():
        for written in source.written:
            found.setdefault(written, source)
    return found


@functools.cache
def any_name(agencies_only: bool = False) -> str:
    """A regular expression for all written names, longest first so that "CNN Turk" is not read as "CNN"."""
    names = [w for s in news_sources() if s.agency or not agencies_only for w in s.written]
    return "(?:" + "|".join(re.escape(n) for n in sorted(set(names), key=lambda n: (-len(n), n))) + ")"


def known(name: str | None) -> str | None:
    """The name under which an agency or outlet is shown, for any way of writing it; None where it is not known."""
    if name is None:
        return None
    bare = name.strip()
    found = by_writing().get(bare) or by_writing().get(without_article(bare))
    return found.name if found else None
