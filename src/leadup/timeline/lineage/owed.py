"""What an article owes an agency: all of it, or some; and which articles so have one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from leadup.lang.cuts import RUN
from leadup.lang.news_sources import known
from leadup.model import Article
from leadup.timeline.lineage.credit import Credit
from leadup.timeline.messages import Messages

_MESSAGES = Messages("support")

_RUN = 3
"""Words of a run: two sentences are compared by the runs of so many words that they share."""

ALIKE = 0.25
"""From this share of the shorter one's runs on, two sentences are not in words of their own."""


_Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Owed:
    """The agency that an article credits, the words that say so, and whether only some of the article is its."""

    agency: str
    words: str
    partly: bool


def owed(article: Article, credits: Sequence[Credit]) -> Owed | None:
    """What an article owes an agency by its credits and its record; None where it credits none.

    A dateline, a byline or a copyright of the agency makes the article its report; "contributed to this report" does
    not, nor does a record that holds no more than that.
    """
    by_agency = [c for c in credits if c.kind != "quoted" and c.agency]
    whole = next((c for c in by_agency if c.kind != "contribution"), None)
    part = next((c for c in by_agency if c.kind == "contribution"), None)
    wire = known(article.wire) or article.wire
    if wire is not None and (whole is not None or part is None or part.source != wire or _signs(wire, article)):
        return Owed(wire, _MESSAGES["wire"].format(wire=wire), False)
    credit = whole or part
    if credit is None:
        return None
    return Owed(credit.source, _MESSAGES["credit"].format(kind=credit.kind, exact=credit.exact), credit is part)


def of_one_agency(owing: Mapping[str, Owed], told: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of articles, by id, that have one agency's report: both wholly, or in sentences (``told``) that are
    not in words of their own. Where an article's sentences are not known, they are taken to be the agency's."""
    runs = {id: [_runs(sentence) for sentence in told.get(id, ())] for id in owing}
    by_agency: dict[str, list[str]] = defaultdict(list)
    for id, one in owing.items():
        by_agency[one.agency].append(id)
    for ids in by_agency.values():
        for a, b in combinations(ids, 2):
            if not (owing[a].partly or owing[b].partly) or _alike(runs[a], runs[b]):
                yield a, b


def _signs(agency: str, article: Article) -> bool:
    return any(known(name) == agency for name in article.byline)


def _alike(ones: Sequence[_Runs], others: Sequence[_Runs]) -> bool:
    if not ones or not others:
        return True
    return any(_share(one, other) >= ALIKE for one in ones for other in others)


def _runs(sentence: str) -> _Runs:
    words = RUN.findall(sentence.casefold())
    return frozenset(tuple(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1))


def _share(one: _Runs, other: _Runs) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
