"""An answer with an editor's corrections replayed on it.

They are taken in fixed order, by what they do and then by when they were made: pins, splits, merges, days, wordings,
links and speakers, outlets, notes, and what is hidden last. So the order in which they are kept does not matter, and
where two speak of one place in one way the later one stands. A correction that an answer has already changes nothing
more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from leadup.errors import SpanMismatch, UnknownArticle
from leadup.model import (
    Article,
    Corrected,
    Correction,
    DateReason,
    DateSpan,
    Entry,
    EventDate,
    Evidence,
    Link,
    Mention,
    Question,
    Reading,
    Score,
    Span,
    Support,
    Timeline,
    normalised,
)
from leadup.reading.deep import ReadDeep
from leadup.timeline.choice import Choice
from leadup.timeline.entries import compose_entries
from leadup.timeline.escalation import escalation_curve
from leadup.timeline.language import asked_in
from leadup.timeline.lineage.support import as_one_outlet, named_outlet, outlet_of
from leadup.timeline.messages import Messages
from leadup.timeline.pool import Pool, PooledArticle

_MESSAGES = Messages("correcting")


class Texts(Protocol):
    """Where articles and their readings are looked up: an archive."""

    def article(self, id: str) -> Article:
        """The article with this id; raises UnknownArticle."""
        ...

    def reading_for_answers(self, id: str) -> Reading:
        """Its light reading as an answer reads it."""
        ...


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that no *undo* takes back, in the order in which they are replayed; each once.

    An undo can itself be undone.
    """
    by_id = {c.id: c for c in corrections}
    undone: set[str] = set()
    for one in sorted((c for c in by_id.values() if c.kind == "undo"), key=_made, reverse=True):
        if one.id not in undone:
            undone.add(one.undoes)
    kept = [c for c in by_id.values() if c.kind != "undo" and c.id not in undone]
    return tuple(sorted(kept, key=lambda c: (ORDER.index(c.kind), _made(c))))


def counts_in(correction: Correction, question: Question) -> bool:
    """Whether a correction counts in the answers to this question."""
    return not correction.asked or normalised(correction.asked) == normalised(question.target)


def replay(timeline: Timeline, corrections: Iterable[Correction], texts: Texts, read_deep: ReadDeep) -> Timeline:
    """``timeline`` with the standing corrections made, and what was changed said in ``timeline.corrections``.

    Corrections of places that this answer does not show change nothing and are not said; one made for this question
    whose place is no longer in the archive is said to be ``gone``.
    """
    language = asked_in(timeline.question)
    done = {c.correction.id for c in timeline.corrections}
    due = [c for c in in_force(corrections) if counts_in(c, timeline.question) and c.id not in done]
    if not due:
        return timeline
    desk = _Desk(timeline, texts, read_deep, language=language)
    for correction in due:
        desk.make(correction)
    return desk.finished()


def _made(correction: Correction) -> tuple[dt.datetime, str]:
    return correction.at, correction.id


@dataclass
class _Desk:
    """The entries while they are changed."""

    timeline: Timeline
    texts: Texts
    read_deep: ReadDeep
    language: str

    def __post_init__(self) -> None:
        self.entries = list(self.timeline.entries)
        self.said: list[Corrected] = list(self.timeline.corrections)
        self.days = self.timeline.first, self.timeline.last

    def make(self, c: Correction) -> None:
        """Change the entries by one correction, where this answer shows its place."""
        if not still_stands(self.texts, c.place):
            if c.asked:
                self.said.append(Corrected(c, "gone", ""))
            return
        entry = self._entry(c.place)
        changed = _CHANGES[c.kind](self, c, entry) if entry is not None or c.kind in ("pin", "outlets") else None
        if changed is not None:
            self.said.append(Corrected(c, "applied", changed))

    def finished(self) -> Timeline:
        """The timeline of the entries as they are now: in order, and without links to what is no longer there."""
        there = {e.id for e in self.entries}
        target = self.timeline.target
        entries = tuple(
            replace(
                e,
                responds_to=tuple(k for k in e.responds_to if k.to in there and k.to != e.id),
                is_aftermath=target is not None and e.day > target.day,
            )
            for e in sorted(self.entries, key=lambda e: e.day)
        )
        return replace(
            self.timeline,
            entries=entries,
            reactions=tuple(r for r in self.timeline.reactions if r.about in there),
            escalation=escalation_curve(entries, language=self.language),
            corrections=tuple(sorted(self.said, key=lambda s: _made(s.correction))),
        )

    def _entry(self, place: Span | None) -> Entry | None:
        if place is None:
            return None
        return next((e for e in self.entries if shows_place(e, place)), None)

    def _put(self, old: Entry, new: Entry) -> None:
        self.entries[self.entries.index(old)] = new

    def _composed(self, mentions: Sequence[Mention], score: Score, passing: frozenset[Span] = frozenset()) -> Entry:
        """An entry of these mentions, the first of them its wording; those ``passing`` only bring it up."""
        ids = dict.fromkeys(m.span.article for m in mentions)
        articles = {id: self.texts.article(id) for id in ids}
        readings = {id: self.texts.reading_for_answers(id) for id in ids}
        pool = Pool.of((PooledArticle.of(articles[id], readings[id]) for id in ids), self.language)
        choice = Choice(mentions[0], tuple(mentions[1:]), score, in_passing=passing)
        (entry,) = compose_entries([choice], articles, readings, self.timeline.target, self.read_deep, pool)
        return entry

    def _split(self, c: Correction, entry: Entry | None) -> str | None:
        assert entry is not None
        apart = [e.mention for e in entry.evidence if same_place(e.mention.span, c.place)]
        rest = [e.mention for e in entry.evidence if not same_place(e.mention.span, c.place)]
        if not apart:
            return None
        if not rest:
            return entry.id
        kept = self._composed(rest, entry.score, _brought_up(entry))
        kept = replace(kept, is_target=entry.is_target, responds_to=entry.responds_to)
        new = self._composed(apart, Score(0.0, (("split", 0.0, _MESSAGES["split"]),)))
        self._put(entry, kept)
        self.entries.append(new)
        return new.id

    def _merge(self, c: Correction, entry: Entry | None) -> str | None:
        other = self._entry(c.other)
        if entry is None or other is None:
            return None
        if other.id == entry.id:
            return entry.id
        seen = {_at(e.mention.span) for e in entry.evidence}
        merged = replace(
            entry,
            evidence=(*entry.evidence, *(e for e in other.evidence if _at(e.mention.span) not in seen)),
            support=joined_support(entry.support, other.support),
            accounts=(*entry.accounts, *(a for a in other.accounts if a not in entry.accounts)),
            responds_to=(*entry.responds_to, *(k for k in other.responds_to if k not in entry.responds_to)),
            is_target=entry.is_target or other.is_target,
            less_sure=entry.less_sure and other.less_sure,
            doubt=entry.doubt if other.less_sure else None,
        )
        self._put(entry, merged)
        self.entries.remove(other)
        self.entries = [
            replace(e, responds_to=tuple(replace(k, to=entry.id) if k.to == other.id else k for k in e.responds_to))
            for e in self.entries
        ]
        return entry.id

    def _redate(self, c: Correction, entry: Entry | None) -> str | None:
        if entry is None or c.day is None or c.words is None:
            return None
        why = EventDate(DateSpan.day(c.day), "timex", DateReason("set", values={"by": c.by, "words": c.words.exact}))
        moved = replace(entry, day=c.day, last_day=None, evidence=tuple(_dated(e, c.day, why) for e in entry.evidence))
        if self.days[0] <= c.day <= self.days[1]:
            self._put(entry, moved)
        else:
            self.entries.remove(entry)
        return entry.id

    def _reword(self, c: Correction, entry: Entry | None) -> str | None:
        if entry is None or c.words is None or not still_stands(self.texts, c.words):
            return None
        if same_place(entry.wording, c.words):
            return entry.id
        chosen = next((e.mention for e in entry.evidence if same_place(e.mention.span, c.words)), None)
        if chosen is None:
            chosen = self._mention(c.words, entry.day, DateReason("reworded", values={"by": c.by}))
        if chosen is None:
            return None
        rest = [e.mention for e in entry.evidence if not same_place(e.mention.span, c.words)]
        made = self._composed([chosen, *rest], entry.score, _brought_up(entry))
        self._put(
            entry,
            replace(
                entry,
                kind=made.kind, wording=made.wording, evidence=made.evidence, claims=made.claims, actions=made.actions,
                actors=made.actors, figures=made.figures, context=made.context,
                support=entry.support if made.support.articles < entry.support.articles else made.support,
            ),
        )  # fmt: skip
        return entry.id

    def _mention(self, place: Span, day: dt.date | None, reason: DateReason) -> Mention | None:
        """The sentence at ``place`` as a mention of ``day``, or of its own day."""
        article, reading = self.texts.article(place.article), self.texts.reading_for_answers(place.article)
        for k, sentence in enumerate(reading.sentences):
            if sentence.start < place.end and place.start < sentence.end:
                own = sentence.dates[0] if sentence.dates and sentence.day else None
                date = EventDate(DateSpan.day(day), "narrative", reason) if day is not None else own
                if date is None or date.span.single is None:
                    return None
                reported = article.day
                return Mention(place, k, date.span.single, date, reported, named_outlet(article))
        return None

    def _link(self, c: Correction, entry: Entry | None) -> str | None:
        other = self._entry(c.other)
        if entry is None or other is None or c.words is None or other.id == entry.id:
            return None
        made = Link(other.id, "responds to", c.words, _MESSAGES["linked"].format(by=c.by))
        self._put(entry, replace(entry, responds_to=(made, *(k for k in entry.responds_to if k.to != other.id))))
        return entry.id

    def _unlink(self, c: Correction, entry: Entry | None) -> str | None:
        other = self._entry(c.other)
        if entry is None or other is None or all(k.to != other.id for k in entry.responds_to):
            return None
        self._put(entry, replace(entry, responds_to=tuple(k for k in entry.responds_to if k.to != other.id)))
        return entry.id

    def _unspeak(self, c: Correction, entry: Entry | None) -> str | None:  # noqa: ARG002
        if entry is None or not entry.claims:
            return None
        self._put(entry, replace(entry, claims=(), kind="event"))
        return entry.id

    def _outlets(self, c: Correction, entry: Entry | None) -> str | None:  # noqa: ARG002
        if c.other is None or not still_stands(self.texts, c.other):
            return None
        one, two = (outlet_of(self.texts.article(place.article)) for place in (c.place, c.other))
        changed = None
        for held in tuple(self.entries):
            joined_up = as_one_outlet(held.support, one, two)
            if joined_up != held.support:
                self._put(held, replace(held, support=joined_up))
                changed = changed or held.id
        return changed

    def _pin(self, c: Correction, entry: Entry | None) -> str | None:
        if entry is not None:
            self._put(entry, replace(entry, less_sure=False, doubt=None))
            return entry.id
        mention = self._mention(c.place, c.day, DateReason("pinned", values={"by": c.by}))
        if mention is None or not self.days[0] <= mention.day <= self.days[1]:
            return None
        made = self._composed([mention], Score(0.0, (("pinned", 0.0, _MESSAGES["pinned"]),)))
        self.entries.append(made)
        return made.id

    def _note(self, c: Correction, entry: Entry | None) -> str | None:  # noqa: ARG002
        return None if entry is None else entry.id

    def _hide(self, c: Correction, entry: Entry | None) -> str | None:  # noqa: ARG002
        if entry is None:
            return None
        self.entries.remove(entry)
        return entry.id


_CHANGES: Mapping[str, Callable[[_Desk, Correction, Entry | None], str | None]] = {
    "pin": _Desk._pin, "split": _Desk._split, "merge": _Desk._merge, "redate": _Desk._redate, "reword": _Desk._reword,
    "link": _Desk._link, "unlink": _Desk._unlink, "unspeak": _Desk._unspeak, "outlets": _Desk._outlets,
    "note": _Desk._note, "hide": _Desk._hide,
}  # fmt: skip
ORDER = tuple(_CHANGES)
"""The kinds in the order in which they are replayed."""


def published(timeline: Timeline) -> Timeline:
    """An answer as it is published: without an editor's notes, and without a word on what was left out."""
    kept = tuple(c for c in timeline.corrections if c.correction.kind not in ("note", "hide"))
    return replace(timeline, corrections=kept)


def shows_place(entry: Entry, place: Span) -> bool:
    """Whether an entry has the sentence at ``place`` as its wording or among its evidence."""
    return same_place(entry.wording, place) or any(same_place(e.mention.span, place) for e in entry.evidence)


def same_place(one: Span, other: Span) -> bool:
    """Whether two spans are one place."""
    return _at(one) == _at(other)


def still_stands(texts: Texts, place: Span) -> bool:
    """Whether the words still stand at their place in the archive."""
    try:
        place.check(texts.article(place.article).text)
    except (UnknownArticle, SpanMismatch):
        return False
    return True


def _brought_up(entry: Entry) -> frozenset[Span]:
    """The places of an entry's evidence that only brings it up."""
    return frozenset(e.mention.span for e in entry.evidence if e.in_passing)


def joined_support(one: Support, other: Support) -> Support:
    """The support of two entries told as one: an article, outlet or line of reports that both have counts once."""
    lineages = list(one.lineages)
    for line in other.lineages:
        at = next((k for k, own in enumerate(lineages) if set(own.articles) & set(line.articles)), None)
        if at is None:
            at = next((k for k, own in enumerate(lineages) if own.name == line.name), None)
        if at is None:
            lineages.append(line)
        else:
            own = lineages[at]
            lineages[at] = replace(
                own,
                articles=tuple(dict.fromkeys((*own.articles, *line.articles))),
                outlets=tuple(dict.fromkeys((*own.outlets, *line.outlets))),
            )
    articles = len({id for line in lineages for id in line.articles})
    return Support(
        tuple(dict.fromkeys((*one.outlets, *other.outlets))),
        tuple(lineages),
        max(articles, one.articles, other.articles),
    )


def _at(span: Span) -> tuple[str, int, int]:
    return span.article, span.start, span.end


def _dated(evidence: Evidence, day: dt.date, why: EventDate) -> Evidence:
    return replace(evidence, mention=replace(evidence.mention, day=day, date=why))
