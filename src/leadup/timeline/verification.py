"""Checking a saved timeline against the archive it was made from: words, dates, links and counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Protocol

from leadup.errors import UnknownArticle
from leadup.model import Article, Entry, Mention, Reading, Span, Timeline, same_reason
from leadup.timeline.accounts import compare
from leadup.timeline.article_source import ArticleSource
from leadup.timeline.event_leads import WITHIN, event_date
from leadup.timeline.language import asked_in
from leadup.timeline.lineage import outlet_of, support
from leadup.timeline.messages import Messages
from leadup.timeline.statement import statement_at

_MESSAGES = Messages("verification")
_WHERE = Messages("verification", "where")

What = Literal["span", "date", "count", "link", "account", "order", "answer"]


class ArticleStore(ArticleSource, Protocol):
    """Where the articles are kept: an archive."""

    def article(self, id: str) -> Article:
        """The article with this id; raises UnknownArticle."""
        ...

    def reading(self, id: str) -> Reading:
        """Its light reading; raises UnknownArticle."""
        ...


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of a saved timeline that no longer holds: of what kind, where in it, and why."""

    what: What
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked, by kind in order, and what does not hold."""

    checked: tuple[tuple[What, int], ...]
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether all of it does."""
        return not self.faults


def verify(timeline: Timeline, source: ArticleStore) -> Verdict:
    """Check every span, date reason, link and count of a timeline against the archive.

    A span holds when its words stand at its place in the archive's text. A date reason holds when the archive's
    reading of that sentence gives the same day for the same reason. Of the counts, the articles, outlets and lineages
    of each entry are counted again; figures of an account must be figures of that sentence, and a link must lead to
    an entry of the timeline that is no later by more than a day.
    """
    check = _Check(timeline, source, asked_in(timeline.question))
    check.run()
    return Verdict(tuple(check.checked.items()), tuple(check.faults))


class _Check:
    def __init__(self, timeline: Timeline, source: ArticleStore, language: str) -> None:
        self.language = language
        self.timeline = timeline
        self.source = source
        self.faults: list[Fault] = []
        self.checked: dict[What, int] = {"span": 0, "date": 0, "link": 0, "account": 0, "count": 0, "order": 0}
        self._held: dict[str, tuple[Article, Reading] | None] = {}

    def run(self) -> None:
        days = {e.id: e.day for e in self.timeline.entries}
        self._expect("order", _WHERE["entries"], len(days) == len(self.timeline.entries), _MESSAGES["one id"])
        for entry in self.timeline.entries:
            where = _WHERE["entry"].format(id=entry.id)
            inside = self.timeline.first <= entry.day <= self.timeline.last or entry.is_aftermath
            self._expect("order", where, inside, _MESSAGES["outside"].format(day=entry.day))
            self._entry(entry, where)
            self._links(entry, where, days)
            self._counts(entry, where)
        for k, mention in enumerate(self.timeline.target.evidence if self.timeline.target else ()):
            self._mention(mention, _WHERE["target"].format(nth=k))
        for k, reaction in enumerate(self.timeline.reactions):
            where = _WHERE["reaction"].format(nth=k)
            self._span(reaction.words, where)
            self._expect("link", where, reaction.about in days, _MESSAGES["no entry"].format(id=reaction.about))
        for k, point in enumerate(self.timeline.escalation):
            known = bool(point.entries) and all(id in days for id in point.entries)
            self._expect("count", _WHERE["escalation"].format(nth=k), known, _MESSAGES["behind missing"])

    def _entry(self, entry: Entry, where: str) -> None:
        at = _WHERE["wording"].format(entry=where)
        self._span(entry.wording, at)
        first = entry.evidence[0].mention if entry.evidence else None
        worded = first is not None and first.span == entry.wording
        self._expect("span", at, worded, _MESSAGES["not first"])
        own = not entry.evidence or any(entry.day == e.mention.day for e in entry.evidence)
        self._expect("date", where, own, _MESSAGES["other date"].format(day=entry.day))
        if entry.context is not None:
            self._span(entry.context, _WHERE["context"].format(entry=where))
        for k, evidence in enumerate(entry.evidence):
            at = _WHERE["evidence"].format(entry=where, nth=k)
            self._mention(evidence.mention, at)
            self._span(evidence.paragraph, _WHERE["paragraph"].format(entry=where, nth=k))
            held = evidence.paragraph.start <= evidence.mention.span.start
            held = held and evidence.mention.span.end <= evidence.paragraph.end
            self._expect("span", at, held, _MESSAGES["not in paragraph"])
        parts = [(a.start, a.end, a.exact) for a in entry.actions] + [(f.start, f.end, f.exact) for f in entry.figures]
        for start, end, exact in parts:
            self._span(Span(entry.wording.article, start, end, exact), _WHERE["part"].format(entry=where, exact=exact))
        kept = self._kept(entry.wording.article)
        for claim in entry.claims:
            for start, end in (*claim.source, *claim.cue, *claim.content):
                fits = kept is not None and 0 <= start < end <= len(kept[0].text)
                why = _MESSAGES["outside text"].format(start=start, end=end)
                self._expect("span", _WHERE["claim"].format(entry=where), fits, why)
        for account in entry.accounts:
            for figured in account.figures:
                at = _WHERE["account"].format(entry=where, role=account.role, exact=figured.span.exact)
                self._span(figured.span, at)

    def _links(self, entry: Entry, where: str, days: dict[str, dt.date]) -> None:
        for link in entry.responds_to:
            self._span(link.words, _WHERE["link"].format(entry=where))
            to = days.get(link.to)
            self._expect("link", where, to is not None, _MESSAGES["answers none"].format(id=link.to))
            if to is not None:
                after = to <= entry.day + dt.timedelta(1)
                self._expect("link", where, after, _MESSAGES["answers later"].format(id=link.to, day=to))

    def _counts(self, entry: Entry, where: str) -> None:
        ids = [id for lineage in entry.support.lineages for id in lineage.articles]
        count = entry.support.articles
        why = _MESSAGES["articles"].format(said=count, listed=len(set(ids)))
        self._expect("count", where, count == len(set(ids)), why)
        mentions = [e.mention for e in entry.evidence]
        passing = frozenset(e.mention.span for e in entry.evidence if e.in_passing)
        shown = {m.span.article for m in mentions if m.span not in passing} | {m.span.article for m in mentions[:1]}
        unlisted = ", ".join(sorted(shown - set(ids)))
        self._expect("count", where, not unlisted, _MESSAGES["unlisted"].format(ids=unlisted))
        kept = [self._kept(id) for id in ids]
        missing = [id for id, held in zip(ids, kept, strict=True) if held is None]
        self._expect("count", where, not missing, _MESSAGES["missing"].format(ids=", ".join(missing)))
        if missing or not ids:
            return
        articles = [held[0] for held in kept if held is not None]
        outlets = {outlet_of(a) for a in articles}
        said = set(entry.support.outlets)
        why = _MESSAGES["outlets"].format(said=sorted(said), found=sorted(outlets))
        self._expect("count", where, outlets == said, why)
        # Where not all mentions are laid open, who quotes whom cannot be counted again: only an upper bound holds.
        if shown == set(ids):
            again = support(articles, mentions, passing=passing, language=self.language).independent
            fits = again == entry.support.independent
            why = _MESSAGES["independent"].format(said=entry.support.independent, found=again)
            self._expect("count", where, fits, why)
        for account in entry.accounts:
            self._account(account.role, entry, where)

    def _account(self, role: str, entry: Entry, where: str) -> None:
        told = []
        for evidence in entry.evidence:
            held = self._kept(evidence.mention.span.article)
            if held is not None and evidence.mention.sentence < len(held[1].sentences):
                told.append((evidence.mention, held[1].sentences[evidence.mention.sentence].figures))
        found = {
            (f.span.article, f.span.start)
            for a in compare(told, language=self.language)
            if a.role == role
            for f in a.figures
        }
        laid_open = {(e.mention.span.article, e.mention.span.start, e.mention.span.end) for e in entry.evidence}
        for account in entry.accounts:
            for figured in account.figures if account.role == role else ():
                article, start = figured.span.article, figured.span.start
                if not any(a == article and s <= start < e for a, s, e in laid_open):
                    continue
                fits = (article, start) in found
                why = _MESSAGES["no figure"].format(role=role, exact=figured.span.exact)
                self._expect("account", where, fits, why)

    def _mention(self, mention: Mention, where: str) -> None:
        self._span(mention.span, where)
        held = self._kept(mention.span.article)
        if held is None:
            return
        article, reading = held
        read = reading.sentences[mention.sentence] if mention.sentence < len(reading.sentences) else None
        whole = None if read is None else statement_at(article.text, reading.sentences, mention.sentence, self.language)
        placed = read is not None and (whole or (read.start, read.end)) == (mention.span.start, mention.span.end)
        self._expect("date", where, placed, _MESSAGES["elsewhere"].format(nth=mention.sentence))
        if read is not None and placed:
            known = any(d.span == mention.date.span and same_reason(d.reason, mention.date.reason) for d in read.dates)
            known = known or self._is_lead_of_event(mention)
            why = _MESSAGES["no date"].format(reason=str(mention.date.reason))
            self._expect("date", where, known, why)
        why = _MESSAGES["other date"].format(day=mention.day)
        self._expect("date", where, mention.day in mention.date.span, why)
        published = article.day
        why = _MESSAGES["reported"].format(said=mention.reported, found=published)
        self._expect("date", where, mention.reported == published, why)

    def _is_lead_of_event(self, mention: Mention) -> bool:
        """Is it a lead that states the event, of the event's day and printed within a day of it?"""
        target = self.timeline.target
        if target is None or mention.reported is None or mention.date != event_date(target.day):
            return False
        return abs(mention.reported - mention.day) <= dt.timedelta(WITHIN)

    def _span(self, span: Span, where: str) -> None:
        held = self._kept(span.article)
        if held is None:
            self._expect("span", where, False, _MESSAGES["no article"].format(id=span.article))
            return
        found = held[0].text[span.start : span.end]
        why = _MESSAGES["other words"].format(found=found[:60], said=span.exact[:60])
        self._expect("span", where, found == span.exact, why)

    def _kept(self, id: str) -> tuple[Article, Reading] | None:
        if id not in self._held:
            try:
                self._held[id] = (self.source.article(id), self.source.reading(id))
            except UnknownArticle:
                self._held[id] = None
        return self._held[id]

    def _expect(self, what: What, where: str, holds: bool, why: str) -> None:
        self.checked[what] += 1
        if not holds:
            self.faults.append(Fault(what, where, why))
