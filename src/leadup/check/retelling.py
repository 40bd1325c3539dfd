"""A paragraph that a user's program wrote from an answer's entries, each of its sentences put to the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from leadup.check.checking import check_draft
from leadup.check.draft import OF_A_DRAFT, draft_from_text
from leadup.check.report import Finding, Report
from leadup.check.teller import Teller
from leadup.errors import TellerError
from leadup.lang import kept_table
from leadup.model import Entry, Timeline
from leadup.reading.deep import ReadDeep
from leadup.timeline.article_source import ArticleSource

MOST: Final = 60
"""Sentences that are put to the sources; more is no paragraph."""
_NUMBERS: Final = re.compile(r"(?<![ \t])[ \t]*\[\d{1,3}(?:[,;–-] ?\d{1,3})*\]")


@dataclass(frozen=True, slots=True)
class Retelling:
    """What ``teller`` wrote, and the report on it; ``report.text`` is all of it, without the numbers of entries."""

    teller: str
    report: Report

    @property
    def contradicted(self) -> bool:
        """Whether a sentence is struck."""
        return self.report.contradicted

    def pieces(self) -> Iterator[tuple[str, Finding | None]]:
        """All that was written, in order: each sentence with its finding, and what stands between them with None."""
        at = 0
        for finding in self.report.findings:
            said = finding.statement
            if between := self.report.text[at : said.start].strip():
                yield between, None
            yield said.words, finding
            at = said.end
        if rest := self.report.text[at:].strip():
            yield rest, None

    @property
    def kept(self) -> str:
        """What is left when the contradicted sentences are struck."""
        return " ".join(w for w, f in self.pieces() if f is None or not f.contradicts)


def given_to(timeline: Timeline, language: str) -> dict[str, Any]:
    """What a teller is given: instructions, the question, and the entries in order, each with its source."""
    said = kept_table("retell", language)
    return {
        "instructions": said["instructions"],
        "notice": said["notice"],
        "question": timeline.question.target,
        "first": timeline.first.isoformat(),
        "last": timeline.last.isoformat(),
        "event_day": timeline.target.day.isoformat() if timeline.target else None,
        "entries": [_given(number, entry) for number, entry in enumerate(timeline.entries, 1)],
    }


def _given(number: int, entry: Entry) -> dict[str, Any]:
    best = entry.evidence[0]
    return {
        "number": number,
        "day": entry.day.isoformat(),
        "words": entry.wording.exact,
        "outlet": best.outlet,
        "title": best.title,
        "published": best.published.day.isoformat() if best.published else None,
        "is_the_event": entry.is_target,
        "independent_outlets": entry.support.independent,
        "place": f"{entry.wording.article}:{entry.wording.start}-{entry.wording.end}",
    }


def check_retelling(
    timeline: Timeline, source: ArticleSource, read_deep: ReadDeep, teller: Teller, language: str = OF_A_DRAFT
) -> Retelling:
    """The retelling of an answer by a program, every sentence put to the same sources.

    Raises :class:`~leadup.errors.TellerError` where the program fails, takes or writes too much, or writes no sentence.
    """
    if not timeline.entries:
        raise TellerError(teller.name, "there is no entry to tell of")
    text = _NUMBERS.sub("", teller.tell(given_to(timeline, language)))
    day = timeline.target.day if timeline.target else timeline.last
    # Its language is told from its words; what no stop closes is a sentence too, and must not pass unchecked.
    draft = draft_from_text(text, day, language=None if language == OF_A_DRAFT else language, whole=True)
    if not draft.statements:
        raise TellerError(teller.name, "it wrote no sentence")
    if len(draft.statements) > MOST:
        raise TellerError(teller.name, f"it wrote {len(draft.statements)} sentences, more than {MOST}")
    return Retelling(teller.name, check_draft(draft, source, read_deep, missing=False))
