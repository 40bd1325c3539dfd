"""Mentions of one thing, brought together into happenings."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from leadup.model import Article, Happening, Mention, Reading
from leadup.timeline.accounts import compare
from leadup.timeline.happenings.collection import Collection, Matrix, Passage
from leadup.timeline.happenings.same import scores
from leadup.timeline.lineage import Copy, credits, near_copies, support

JOINED = 0.45
"""Average strict score between two groups from which on they are one happening.

On ECB+ nine in ten that are joined so belong together, and a third of what could be joined is (``b3_strict``): a wrong
corroboration harms more than a missed one.
"""


def group(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading] | None = None,
    copies: Sequence[Copy] | None = None,
    context: Collection | None = None,
    *,
    language: str,
) -> tuple[Happening, ...]:
    """The happenings that these mentions tell of, in order of day, then of how many articles tell of them.

    Mentions are one happening when they are of one day and their sentences score as the same (average linkage, so
    that one odd pair does not chain two things together). A happening's mentions stand best wording first: the one
    nearest to all others. ``articles`` holds every mention's article; figures for the accounts come from ``readings``;
    ``copies`` are those kept at intake (None: worked out here). The order of the mentions does not matter.
    """
    ordered = sorted(set(mentions), key=lambda m: (m.day, m.reported or dt.date.max, m.span.article, m.span.start))
    used = {m.span.article for m in ordered}
    context = context or Collection({id: articles[id].text for id in sorted(used)}, language)
    if copies is None:
        copies = near_copies({id: articles[id].text for id in sorted(used)})
    credited = {id: credits(articles[id].text, language) for id in sorted(used)}
    by_day: dict[dt.date, list[Mention]] = defaultdict(list)
    for mention in ordered:
        by_day[mention.day].append(mention)
    found = []
    for day, told in by_day.items():
        likeness = scores([Passage(m.span.article, m.span.exact) for m in told], context, strict=True)
        for members in cluster(likeness):
            best = sorted(members, key=lambda k: (-round(float(likeness[k, members].mean()), 5), k))
            chosen = tuple(told[k] for k in best)
            ids = sorted({m.span.article for m in chosen})
            figured = [(m, readings[m.span.article].sentences[m.sentence].figures) for m in chosen] if readings else []
            found.append(
                Happening(
                    id=_name(chosen),
                    day=day,
                    mentions=chosen,
                    support=support([articles[id] for id in ids], chosen, copies, credited, language=language),
                    accounts=compare(figured, language=language),
                )
            )
    return tuple(sorted(found, key=lambda h: (h.day, -h.support.articles, h.id)))


def cluster(likeness: Matrix, threshold: float = JOINED) -> list[list[int]]:
    """Groups of row numbers by average linkage down to ``threshold``, each in order, the group of row 0 first."""
    size = len(likeness)
    linked = likeness.astype(np.float64)
    np.fill_diagonal(linked, -np.inf)
    count = np.ones(size)
    members: dict[int, list[int]] = {k: [k] for k in range(size)}
    best = linked.argmax(axis=1) if size else np.zeros(0, dtype=np.int64)
    value = linked[np.arange(size), best] if size else np.zeros(0)
    while len(members) > 1:
        a = int(value.argmax())
        if value[a] < threshold:
            break
        b = int(best[a])
        a, b = min(a, b), max(a, b)
        merged = (linked[a] * count[a] + linked[b] * count[b]) / (count[a] + count[b])
        linked[a], linked[:, a] = merged, merged
        linked[b], linked[:, b] = -np.inf, -np.inf
        linked[a, a] = -np.inf
        count[a] += count[b]
        members[a] = sorted(members[a] + members.pop(b))
        value[b] = -np.inf
        for row in members:
            if row == a or best[row] in (a, b):
                best[row] = int(linked[row].argmax())
            elif linked[row, a] > value[row]:
                best[row] = a
            value[row] = linked[row, best[row]]
    return [members[k] for k in sorted(members)]


def _name(mentions: Sequence[Mention]) -> str:
    key = "\n".join(sorted(f"{m.span.article}:{m.span.start}:{m.span.end}" for m in mentions))
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def telling_as_each(
    wordings: Sequence[Mention], others: Sequence[Mention], context: Collection
) -> list[tuple[Mention, ...]]:
    """For each wording those of the rest that tell of what it tells, nearest first: its corroboration, in any words.

    ``context`` holds all their documents. Mentions are compared by their words alone; give it those of one day.
    """
    told = {m.span for m in wordings}
    rows = [*wordings, *(m for m in others if m.span not in told)]
    likeness = scores([Passage(m.span.article, m.span.exact) for m in rows], context, strict=True)
    found: list[tuple[Mention, ...]] = []
    for wording, alike in zip(wordings, likeness, strict=False):
        near = [k for k, m in enumerate(rows) if alike[k] >= JOINED and m.span != wording.span]
        found.append(tuple(rows[k] for _, k in sorted((-round(float(alike[k]), 5), k) for k in near)))
    return found
