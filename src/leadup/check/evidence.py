"""What a verdict is made of: sentences parsed, their outlets and days, and a source's words as a report shows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from leadup import lang
from leadup.check.clauses import Clause
from leadup.check.report import Finding, Kind, Witness
from leadup.check.seeking import Bearing
from leadup.check.wording import stem_of
from leadup.model import EventDate, Span
from leadup.reading.syntax import Parse, parse
from leadup.timeline.dating import event_days
from leadup.timeline.lineage import named_outlet, outlet_of


def parsed(texts: Sequence[str], language: str) -> list[tuple[Parse, int]]:
    """The parses of some sentences, all at once, each with where its places count from."""
    bounds, at = [], 0
    for one in texts:
        bounds.append((at, at + len(one)))
        at += len(one) + 1
    parses = parse("\n".join(texts), bounds, language=language) if texts else ()
    return [(made, start) for made, (start, _) in zip(parses, bounds, strict=True)]


def days_told(bearing: Bearing) -> list[tuple[int, EventDate, bool]]:
    """The days that a sentence tells of, best first, each with its reason and whether its words say so."""
    return list(event_days(bearing.indexed.reading.sentences[bearing.sentence]))


def actors_of(clause: Clause) -> frozenset[str]:
    """Those who do a deed and those who bear it."""
    return clause.agent | clause.patient


def outlets_in(bearing: Sequence[Bearing]) -> frozenset[str]:
    """The outlets, or the agencies whose report they print, of some sentences."""
    return frozenset(b.indexed.article.wire or outlet_of(b.indexed.article) for b in bearing)


def told_by(independent: int, beside: dt.date | None = None) -> tuple[Kind, str]:
    """The verdict that so many outlets bear a statement out, and in words how many, with the day beside the draft's
    that they name for it."""
    alone = independent == 1
    said = "one outlet alone tells it" if alone else f"{independent} outlets tell it"
    why = said if beside is None else f"{said}, and {'names' if alone else 'name'} {beside} for it"
    return "one side only" if alone else "supported", why


def witness(bearing: Bearing) -> Witness:
    """The sentence as a report shows it."""
    article = bearing.indexed.article
    sentence = bearing.indexed.reading.sentences[bearing.sentence]
    day = next(iter(event_days(sentence)), None)
    return Witness(
        Span.of(article.id, article.text, sentence.start, sentence.end),
        round(bearing.score, 3),
        named_outlet(article),
        article.title,
        article.url,
        bearing.published,
        dt.date.fromordinal(day[0]) if day else None,
        str(day[1].reason) if day else "",
    )


def marked(finding: Finding, marks: tuple[tuple[int, int], ...]) -> Finding:
    """The finding with these words of its first witness marked."""
    if not finding.witnesses:
        return finding
    first = replace(finding.witnesses[0], marks=marks)
    return replace(finding, witnesses=(first, *finding.witnesses[1:]))


def all_of(clauses: Sequence[Clause]) -> frozenset[str]:
    """All who and what stands in some clauses."""
    return frozenset(w for c in clauses for w in (*actors_of(c), *c.near))


def is_name(words: str, key: str, language: str) -> bool:
    """Whether a stem stands in these words with a capital."""
    return any(stem_of(m.group(), language) == key for m in re.finditer(r"[A-Z][^\W_]+", words))


@cache
def _undoing(language: str) -> frozenset[str]:
    table = lang.kept_table("check", language)
    return frozenset({*(stem_of(w, language) for w in (*table["undo"], *table["undoing"])), *table["deny"]})


def refuses(words: str, language: str) -> bool:
    """Whether some words hold one that undoes what hangs on it."""
    undoing = _undoing(language)
    return any(stem_of(w, language) in undoing or w.lower() in undoing for w in re.findall(r"[^\W_]+(?:['’]t)?", words))
