"""A draft put to an archive, statement by statement, and what it leaves out."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace

from leadup.check.draft import OF_A_DRAFT, Draft
from leadup.check.happening import with_happenings
from leadup.check.itself import Without, copies_of
from leadup.check.judging import judge
from leadup.check.missing import missing_from
from leadup.check.pronouns import with_pronouns
from leadup.check.report import Finding, Report, Statement
from leadup.check.seeking import Seeker
from leadup.errors import QuestionError
from leadup.lang import is_read
from leadup.model import Question
from leadup.model.question import LONGEST_ASKED
from leadup.reading.deep import ReadDeep
from leadup.reading.language import told_language, without_quotations
from leadup.timeline.answer import lead_up_in
from leadup.timeline.article_source import ArticleSource

UNREAD = "it is in a language that is not read"
LONGEST = dt.timedelta(92)
"""Days of a draft over which what is missing is looked for; of a longer one, the last of them."""


def check_draft(
    draft: Draft, source: ArticleSource, read_deep: ReadDeep, *, about: str | None = None, missing: bool = True
) -> Report:
    """The report on a draft. ``about`` names the event that it leads up to (else its title, or its last statement).

    An article that is the draft itself is left out; of a draft or statement in a language that is not read nothing is
    checked. The same draft and archive give the same report.
    """
    if about:
        # Before all is judged, which takes its time.
        Question(about).require_short()
    unread = {s: said for s in draft.statements if not is_read(said := _language_of(s, draft.language))}
    if unread and len(unread) == len(draft.statements):
        return Report(draft.text, tuple(_not_read(s, unread[s]) for s in draft.statements))
    # By whose words what is read of it is read.
    language = draft.language if is_read(draft.language) else OF_A_DRAFT
    seeker = Seeker(source, language)
    itself = copies_of(draft, seeker)
    if itself:
        source = Without(source, itself)
        seeker = Seeker(source, language)
    left_out = tuple(sorted(itself.values()))
    statements = with_happenings(with_pronouns(draft.statements, language), draft.title, language)
    findings = tuple(
        _not_read(statement, unread[one]) if one in unread else judge(statement, seeker)
        for one, statement in zip(draft.statements, statements, strict=True)
    )
    days = sorted(s.day for s in draft.statements if s.day)
    if not days:
        return Report(draft.text, findings, itself=left_out)
    first, last = max(days[0], days[-1] - LONGEST), days[-1]
    report = Report(draft.text, findings, (), first, last, left_out)
    if not missing:
        return report
    words = about or (draft.title or _last(findings))[:LONGEST_ASKED]
    question = Question(words, date=last, first=first, last=last)
    with contextlib.suppress(QuestionError):
        # Of all that is told of these days, what the answer itself keeps and tells plainly is surely missing.
        kept, whole = lead_up_in(source, question, (question.detail, "full"), read_deep)
        return replace(report, missing=missing_from(whole, kept, findings, language))
    return report


def _language_of(statement: Statement, draft: str) -> str:
    """The language that a statement's own words tell, without what it quotes; the draft's where they do not, or where
    it is one that is read though words do not tell it."""
    if draft != OF_A_DRAFT and is_read(draft):
        return draft
    return told_language(without_quotations(statement.words)) or draft


def _not_read(statement: Statement, language: str) -> Finding:
    return Finding(statement, "not checked", "sure", f"{UNREAD} ({language})")


def _last(findings: tuple[Finding, ...]) -> str:
    """What a draft without a title leads up to: its last statement that a source bears out."""
    told = [f for f in findings if f.statement.day and f.kind not in ("no source says so", "not checked")]
    chosen = max(told or findings, key=lambda f: (f.statement.day or dt.date.min, f.statement.start))
    return chosen.statement.words
