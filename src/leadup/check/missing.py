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
REPEATED = 0.6
"""Share of the shorter one's words from which on an entry that tells of a deed of the same kind tells the same."""
MOST = 18
READ = 6
"""Tellings of an entry whose words are compared."""


def missing_from(whole: Timeline, kept: Timeline, findings: Sequence[Finding], language: str) -> tuple[Missing, ...]:
    """The entries of an answer that no statement tells, each happening once, most important first, at most ``MOST``.

    ``whole`` is the answer in all detail, ``kept`` what an editor would keep of it: what that leaves out, or tells as
    less sure, stands behind the rest, however widely it is told. ``language`` is the draft's.
    """
    common = _common(whole, language)
    sure = {place for e in kept.entries if not e.less_sure for place in _places(e)}
    left = [
        e for e in whole.entries if not e.is_aftermath and not any(_tells(f, e, common, language) for f in findings)
    ]
    ranked = [(e, sure.isdisjoint(_places(e))) for e in left]
    ranked.sort(
        key=lambda x: (not x[0].is_target, x[1], -x[0].support.independent, -x[0].score.total, x[0].day, x[0].id)
    )
    once: list[tuple[Entry, bool]] = []
    for entry, less_sure in ranked:
        if not any(_repeats(entry, other, common, language) for other, _ in once):
            once.append((entry, less_sure))
    return tuple(Missing(e.day, _witness(e), e.support.independent, less_sure) for e, less_sure in once[:MOST])


def _places(entry: Entry) -> set[tuple[str, int]]:
    """Where the sentences stand that tell an entry."""
    return {(e.mention.span.article, e.mention.span.start) for e in entry.evidence}


def _repeats(entry: Entry, other: Entry, common: frozenset[str], language: str) -> bool:
    """Whether an entry tells what another one does: in the same words, or in mostly the same on a day beside it."""
    if entry.wording.exact == other.wording.exact or not _places(entry).isdisjoint(_places(other)):
        return True
    if abs((entry.day - other.day).days) > BESIDE:
        return False
    own, theirs = (stems_of(e.wording.exact, language) - common for e in (entry, other))
    return _is_one(own, theirs, REPEATED, language) and bool(_deeds(own, language) & _deeds(theirs, language))


def _common(timeline: Timeline, language: str) -> frozenset[str]:
    """The words that a third of the entries share: the story's names, which tell no two of them apart."""
    held = [stems_of(e.wording.exact, language) for e in timeline.entries]
    return frozenset(s for h in held for s in h if len(held) > 5 and 3 * sum(s in o for o in held) > len(held))


def _tells(finding: Finding, entry: Entry, common: frozenset[str], language: str) -> bool:
    if finding.kind != "no source says so" and not finding.places.isdisjoint(_places(entry)):
        return True
    day = finding.statement.day
    if day is not None and abs((day - entry.day).days) > BESIDE:
        return False
    said = stems_of(finding.statement.words, language) - common
    return any(
        _is_one(said, stems_of(e.mention.span.exact, language) - common, EXACTLY if day is None else SHARED, language)
        for e in entry.evidence[:READ]
    )


def _is_one(said: frozenset[str], theirs: frozenset[str], least: float, language: str) -> bool:
    """Whether two sentences' words are of one happening: they share enough of them, and a deed, or most of them."""
    share = len(said & theirs) / max(1, min(len(said), len(theirs)))
    if len(said & theirs) < 2 or share < least:
        return False
    return share > EXACTLY or bool(_deeds(said, language) & _deeds(theirs, language))


def _deeds(stems: frozenset[str], language: str) -> frozenset[str]:
    return frozenset(kind for stem in stems for kind in kinds_of(stem, language))


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
