"""Key happenings of a draft's days that none of its statements tells, from leadup's own answer."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.check.report import Finding, Missing, Witness
from leadup.check.wording import kinds_of, stems_of
from leadup.model import Entry, Timeline

BESIDE = 1
SHARED = 0.34
"""Share of the shorter one's words from which on a statement of the same days tells an entry."""
EXACTLY = 0.5
"""...where they share no kind of deed."""
MOST = 18
READ = 6
"""Tellings of an entry whose words are compared."""


def missing_from(timeline: Timeline, findings: Sequence[Finding]) -> tuple[Missing, ...]:
    """The entries of an answer that no statement tells, each happening once, most important first, at most ``MOST``.

    What an editor would perhaps not keep stands behind the rest, however widely it is told.
    """
    common = _common(timeline)
    left = [e for e in timeline.entries if not e.is_aftermath and not any(_tells(f, e, common) for f in findings)]
    left.sort(key=lambda e: (not e.is_target, e.less_sure, -e.support.independent, -e.score.total, e.day, e.id))
    kept: list[Entry] = []
    for entry in left:
        if not any(_repeats(entry, other, common) for other in kept):
            kept.append(entry)
    return tuple(Missing(e.day, _witness(e), e.support.independent, e.less_sure) for e in kept[:MOST])


def _repeats(entry: Entry, other: Entry, common: frozenset[str]) -> bool:
    """Whether an entry tells what another one does: in the same words, or on a day beside it in words like them."""
    if entry.wording.exact == other.wording.exact:
        return True
    if abs((entry.day - other.day).days) > BESIDE:
        return False
    theirs = [stems_of(e.mention.span.exact) - common for e in other.evidence[:READ]]
    return any(
        _is_one(stems_of(e.mention.span.exact) - common, held, SHARED) for e in entry.evidence[:READ] for held in theirs
    )


def _common(timeline: Timeline) -> frozenset[str]:
    """The words that a third of the entries share: the story's names, which tell no two of them apart."""
    held = [stems_of(e.wording.exact) for e in timeline.entries]
    return frozenset(s for h in held for s in h if len(held) > 5 and 3 * sum(s in o for o in held) > len(held))


def _tells(finding: Finding, entry: Entry, common: frozenset[str]) -> bool:
    places = {(e.mention.span.article, e.mention.span.start) for e in entry.evidence}
    if any((w.span.article, w.span.start) in places for w in finding.witnesses) and finding.kind != "no source says so":
        return True
    day = finding.statement.day
    if day is not None and abs((day - entry.day).days) > BESIDE:
        return False
    said = stems_of(finding.statement.words) - common
    return any(
        _is_one(said, stems_of(e.mention.span.exact) - common, EXACTLY if day is None else SHARED)
        for e in entry.evidence[:READ]
    )


def _is_one(said: frozenset[str], theirs: frozenset[str], least: float) -> bool:
    """Whether two sentences' words are of one happening: they share enough of them, and a deed, or most of them."""
    share = len(said & theirs) / max(1, min(len(said), len(theirs)))
    if len(said & theirs) < 2 or share < least:
        return False
    return share > EXACTLY or bool(_deeds(said) & _deeds(theirs))


def _deeds(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(kind for stem in stems for kind in kinds_of(stem))


def _witness(entry: Entry) -> Witness:
    best = entry.evidence[0]
    return Witness(
        entry.wording,
        1.0,
        best.outlet,
        best.title,
        best.url,
        best.published.day if best.published else None,
        entry.day,
        entry.date_reason,
    )
