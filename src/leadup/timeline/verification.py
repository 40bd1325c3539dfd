"""Checking a saved timeline against the archive it was made from: words, dates, links and counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Protocol

from leadup.errors import UnknownArticle
from leadup.model import Article, Entry, Mention, Reading, Span, Timeline, same_reason
from leadup.timeline.accounts import compare
from leadup.timeline.answer import ArticleSource
from leadup.timeline.lineage import outlet_of, support
from leadup.timeline.statement import statement_at

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
    check = _Check(timeline, source)
    check.run()
    return Verdict(tuple(check.checked.items()), tuple(check.faults))


class _Check:
    def __init__(self, timeline: Timeline, source: ArticleStore) -> None:
        self.timeline = timeline
        self.source = source
        self.faults: list[Fault] = []
        self.checked: dict[What, int] = {"span": 0, "date": 0, "link": 0, "account": 0, "count": 0, "order": 0}
        self._held: dict[str, tuple[Article, Reading] | None] = {}

    def run(self) -> None:
        days = {e.id: e.day for e in self.timeline.entries}
        self._expect("order", "entries", len(days) == len(self.timeline.entries), "two entries have one id")
        for entry in self.timeline.entries:
            where = f"entry {entry.id}"
            inside = self.timeline.first <= entry.day <= self.timeline.last or entry.is_aftermath
            self._expect("order", where, inside, f"{entry.day} lies outside the timeline's window")
            self._entry(entry, where)
            self._links(entry, where, days)
            self._counts(entry, where)
        for k, mention in enumerate(self.timeline.target.evidence if self.timeline.target else ()):
            self._mention(mention, f"target evidence {k}")
        for k, reaction in enumerate(self.timeline.reactions):
            self._span(reaction.words, f"reaction {k}")
            self._expect("link", f"reaction {k}", reaction.about in days, f"there is no entry {reaction.about}")
        for k, point in enumerate(self.timeline.escalation):
            known = bool(point.entries) and all(id in days for id in point.entries)
            self._expect("count", f"escalation {k}", known, "an entry behind the point is missing")

    def _entry(self, entry: Entry, where: str) -> None:
        self._span(entry.wording, f"{where}, wording")
        first = entry.evidence[0].mention if entry.evidence else None
        worded = first is not None and first.span == entry.wording
        self._expect("span", f"{where}, wording", worded, "the wording is not its first evidence")
        if entry.context is not None:
            self._span(entry.context, f"{where}, the words before it")
        for k, evidence in enumerate(entry.evidence):
            self._mention(evidence.mention, f"{where}, evidence {k}")
            self._span(evidence.paragraph, f"{where}, evidence {k}, paragraph")
            held = evidence.paragraph.start <= evidence.mention.span.start
            held = held and evidence.mention.span.end <= evidence.paragraph.end
            self._expect("span", f"{where}, evidence {k}", held, "the sentence is not in its paragraph")
        parts = [(a.start, a.end, a.exact) for a in entry.actions] + [(f.start, f.end, f.exact) for f in entry.figures]
        for start, end, exact in parts:
            self._span(Span(entry.wording.article, start, end, exact), f"{where}, “{exact}”")
        kept = self._kept(entry.wording.article)
        for claim in entry.claims:
            for start, end in (*claim.source, *claim.cue, *claim.content):
                fits = kept is not None and 0 <= start < end <= len(kept[0].text)
                self._expect("span", f"{where}, claim", fits, f"[{start}:{end}] lies outside the text")
        for account in entry.accounts:
            for figured in account.figures:
                self._span(figured.span, f"{where}, {account.role} {figured.span.exact}")

    def _links(self, entry: Entry, where: str, days: dict[str, dt.date]) -> None:
        for link in entry.responds_to:
            self._span(link.words, f"{where}, link")
            to = days.get(link.to)
            self._expect("link", where, to is not None, f"it answers {link.to}, which is no entry")
            if to is not None:
                after = to <= entry.day + dt.timedelta(1)
                self._expect("link", where, after, f"it answers {link.to}, which came later ({to})")

    def _counts(self, entry: Entry, where: str) -> None:
        ids = [id for lineage in entry.support.lineages for id in lineage.articles]
        count = entry.support.articles
        self._expect("count", where, count == len(set(ids)), f"{count} articles said, {len(set(ids))} listed")
        kept = [self._kept(id) for id in ids]
        missing = [id for id, held in zip(ids, kept, strict=True) if held is None]
        self._expect("count", where, not missing, f"not in the archive: {', '.join(missing)}")
        if missing or not ids:
            return
        articles = [held[0] for held in kept if held is not None]
        outlets = {outlet_of(a) for a in articles}
        said = set(entry.support.outlets)
        self._expect("count", where, outlets == said, f"outlets {sorted(said)} said, {sorted(outlets)} found")
        mentions = [e.mention for e in entry.evidence]
        # Where not all mentions are laid open, who quotes whom cannot be counted again: only an upper bound holds.
        if {m.span.article for m in mentions} == set(ids):
            again = support(articles, mentions).independent
            fits = again == entry.support.independent
            self._expect("count", where, fits, f"{entry.support.independent} independent said, {again} found")
        for account in entry.accounts:
            self._account(account.role, entry, where)

    def _account(self, role: str, entry: Entry, where: str) -> None:
        told = []
        for evidence in entry.evidence:
            held = self._kept(evidence.mention.span.article)
            if held is not None and evidence.mention.sentence < len(held[1].sentences):
                told.append((evidence.mention, held[1].sentences[evidence.mention.sentence].figures))
        found = {(f.span.article, f.span.start) for a in compare(told) if a.role == role for f in a.figures}
        laid_open = {(e.mention.span.article, e.mention.span.start, e.mention.span.end) for e in entry.evidence}
        for account in entry.accounts:
            for figured in account.figures if account.role == role else ():
                article, start = figured.span.article, figured.span.start
                if not any(a == article and s <= start < e for a, s, e in laid_open):
                    continue
                fits = (article, start) in found
                self._expect("account", where, fits, f"{role}: “{figured.span.exact}” is no such figure there")

    def _mention(self, mention: Mention, where: str) -> None:
        self._span(mention.span, where)
        held = self._kept(mention.span.article)
        if held is None:
            return
        article, reading = held
        read = reading.sentences[mention.sentence] if mention.sentence < len(reading.sentences) else None
        whole = None if read is None else statement_at(article.text, reading.sentences, mention.sentence)
        placed = read is not None and (whole or (read.start, read.end)) == (mention.span.start, mention.span.end)
        self._expect("date", where, placed, f"sentence {mention.sentence} of the reading stands elsewhere")
        if read is not None and placed:
            known = any(d.span == mention.date.span and same_reason(d.reason, mention.date.reason) for d in read.dates)
            self._expect("date", where, known, f"the reading gives no such date: {str(mention.date.reason)!r}")
        self._expect("date", where, mention.day in mention.date.span, f"{mention.day} is not of the date it rests on")
        published = article.published.day if article.published else None
        self._expect("date", where, mention.reported == published, f"reported {mention.reported}, found {published}")

    def _span(self, span: Span, where: str) -> None:
        held = self._kept(span.article)
        if held is None:
            self._expect("span", where, False, f"article {span.article} is not in the archive")
            return
        found = held[0].text[span.start : span.end]
        self._expect("span", where, found == span.exact, f"found {found[:60]!r}, not {span.exact[:60]!r}")

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
