"""The chain: what answers, comes of, or is said about what, each link with the words that say so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Entry, Link, LinkKind, Span
from leadup.timeline.chain.announced import announcing
from leadup.timeline.chain.blame import blame_links
from leadup.timeline.chain.cues import Cue, find_cues
from leadup.timeline.chain.dated import dated
from leadup.timeline.chain.distinct import may_be_one, names_some_day, told_by_cause
from leadup.timeline.chain.doers import is_anothers, is_of_other_thing
from leadup.timeline.chain.foreground import is_beside_in_said, is_foregrounded, is_only_after
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.phrases import is_bare_plural, named_until
from leadup.timeline.chain.references import hangs_on_main
from leadup.timeline.chain.referred import referred
from leadup.timeline.chain.reported import reported
from leadup.timeline.chain.resolve import IN_COMMON, Antecedent, Resolver, latest_first
from leadup.timeline.chain.restatement import restated
from leadup.timeline.chain.sureness import is_tied
from leadup.timeline.escalation import side
from leadup.timeline.messages import Messages
from leadup.timeline.terms import stem
from leadup.timeline.terms import words as content_words

_MESSAGES = Messages("chain")

SAME_STORY = 0.5
"""Other evidence stands for the wording where it holds this share of the wording's words."""

SAID_WITHIN = 3
"""Days after a thing within which "the attack" of another article's statement is that thing; the next may be another.
Read off three statements in answers over the real archive."""

_OPENING = 12
"""Code points before a cue that opens its sentence ("In the ", "Just ")."""

_STRONGER: tuple[LinkKind, ...] = ("responds to", "caused by", "enables", "part of", "statement about")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["link"]
        self.days: frozenset[str] = frozenset(self.words["days"])
        self.single: frozenset[str] = frozenset(self.words["single"])
        self.said_of_it = re.compile(self.words["said_of_it"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def link(
    entries: Sequence[Entry],
    texts: Mapping[str, str],
    sources: Iterable[ChainNode] = (),
    heading: str = "",
    *,
    language: str,
) -> dict[str, tuple[Link, ...]]:
    """The links of each entry that has any, by its id: to earlier entries, latest first.

    ``texts`` holds the text of every entry's article by id; ``sources`` are further sentences that may say what came of
    what (see :func:`leadup.timeline.chain.reported.reported`), beside the entries' own evidence; ``heading`` are the
    words of the event asked about. A link is made only where words say so: a cue that belongs to what the entry itself
    tells, of one thing and no other, or a reference that only one thing told can mean. The latter is not ``shown``
    where its words may be about mere order in time ("after").
    """
    told = [told_of(e, language) for e in entries]
    also = {t.id: _also_told(e, t, language) for e, t in zip(entries, told, strict=True)}
    asked = next((e.id for e in entries if e.is_target), None)
    made = link_told(told, texts, also, _once((*_evidence(entries), *sources)), asked, language=language)
    wordings = {t.id: t.text for t in told}
    own = {t.id: (t, *also[t.id]) for t in told}
    # Of those that are but possible a third was right on real answers, of those to what an entry only brings up hardly
    # any: they are not told.
    sure: dict[str, list[Link]] = {}
    for id, of in made.items():
        told_so = (
            one
            for one in of
            if one.shown and _is_told_by(one, wordings[one.to], language) and _tells(one, own[id], language)
        )
        known = ((one, _is_known(one, own[id], own[one.to], language)) for one in told_so)
        sure[id] = [replace(one, shown=plain) for one, plain in known if plain is not None]
    event = next((replace(one, text=heading) for one in told if one.id == asked and heading), None)
    evidence = {e.id: " ".join(x.mention.span.exact for x in e.evidence) for e in entries}
    for id, one in referred(told, also, Resolver(told, language), event, evidence):
        # Where both read the same words, the one that asks for the only such deed is right.
        if one.kind != "statement about" and (
            is_only_after(one.words.exact, wordings[one.to], language) or _is_beside(one, own[id], language)
        ):
            one = replace(one, shown=False)
        kept = [other for other in sure.get(id, ()) if other.to == one.to or not _overlap(one.words, other.words)]
        sure[id] = kept if any(one.to == other.to for other in kept) else [*kept, one]
    order = {t.id: k for k, t in enumerate(told)}
    return without_rings({id: _distinct(of, order) for id, of in sure.items() if of})


def _evidence(entries: Sequence[Entry]) -> Iterator[ChainNode]:
    """Every sentence of the entries' evidence, with the day of its report."""
    for mention in (e.mention for entry in entries for e in entry.evidence):
        yield ChainNode("", mention.span.exact, mention.span.article, mention.span.start, mention.reported)


def _once(sources: Iterable[ChainNode]) -> list[ChainNode]:
    """Each sentence once, in order of its report."""
    found = {(one.article, one.start): one for one in sources}
    return sorted(found.values(), key=lambda t: (t.day or dt.date.max, t.article, t.start))


def _also_told(entry: Entry, own: ChainNode, language: str) -> tuple[ChainNode, ...]:
    """The entry in the words of its other evidence, as far as that holds most of what the wording says."""
    said = {stem(each, language) for each in content_words(own.text, language)}
    others = (e.mention.span for e in entry.evidence if e.mention.span != entry.wording)
    return tuple(
        replace(own, text=span.exact, article=span.article, start=span.start)
        for span in others
        if len(said & {stem(each, language) for each in content_words(span.exact, language)}) >= SAME_STORY * len(said)
    )


def _wording_of(one: Link, own: Sequence[ChainNode]) -> ChainNode | None:
    """That of an entry's wordings in which the words of a link stand."""
    return next(
        (w for w in own if w.article == one.words.article and 0 <= one.words.start - w.start < len(w.text)), None
    )


def _tells(one: Link, own: Sequence[ChainNode], language: str) -> bool:
    """Whether the words of a link that stand in an entry's own wording belong to what that tells."""
    at = _wording_of(one, own)
    return at is None or hangs_on_main(at.text, one.words.start - at.start, one.words.end - at.start, language)


def _is_beside(one: Link, own: Sequence[ChainNode], language: str) -> bool:
    """Whether the words of a link stand beside what somebody is said to have said, which answers nothing then."""
    at = _wording_of(one, own)
    return at is not None and is_beside_in_said(at.text, one.words.start - at.start, language)


def _is_known(one: Link, by: Sequence[ChainNode], other: Sequence[ChainNode], language: str) -> bool | None:
    """Whether more than the kind of deed says that a link leads to this thing; None where its words name others."""
    said = " ".join((one.words.exact, *(t.text for t in by)))
    tied = is_tied(one.words.exact, said, [t.text for t in other], other[0].day, language)
    return tied if tied is None or other[0].article != one.words.article else True


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _is_told_by(one: Link, wording: str, language: str) -> bool:
    """Whether the words of the entry that a link leads to tell in front of the deed it names, as of those it names."""
    return is_foregrounded(one.words.exact, wording, language) and not is_anothers(one.words.exact, wording, language)


def told_of(entry: Entry, language: str) -> ChainNode:
    """An entry as the chain sees it."""
    speaker = next((c.speaker for c in entry.claims if c.speaker), None)
    actor = (
        speaker if entry.kind == "statement" and speaker else next((a.source for a in entry.actions if a.source), None)
    )
    actor = actor or speaker or (entry.actors[0] if entry.actors else None)
    wording = entry.wording
    return ChainNode(
        id=entry.id,
        text=wording.exact,
        article=wording.article,
        start=wording.start,
        day=entry.day,
        statement=entry.kind == "statement",
        side=(actor.country or side(actor, language)) if actor else None,
    )


def link_told(
    told: Sequence[ChainNode],
    texts: Mapping[str, str],
    also: Mapping[str, Sequence[ChainNode]] | None = None,
    sources: Iterable[ChainNode] = (),
    asked: str | None = None,
    *,
    language: str,
) -> dict[str, tuple[Link, ...]]:
    """As :func:`link`, for things told. ``also`` has, by id, other words for them, which are asked where those say
    nothing; ``asked`` is the id of the event asked about."""
    resolver = Resolver(told, language)
    found: dict[str, list[Link]] = {t.id: [] for t in told}
    for one in told:
        among = latest_first(told, one)
        for wording in (one, *(also or {}).get(one.id, ())):
            for cue in find_cues(wording.text, language):
                made = _from_cue(cue, wording, among, resolver)
                if made:
                    found[one.id].append(made)
                    if made.kind == "statement about":
                        resolver.set_aside(one)
            if any(made.shown for made in found[one.id]):
                break
        if not found[one.id] and one.article in texts:
            made = _announced(one, told, texts[one.article], resolver)
            if made:
                found[one.id].append(made)
        if not found[one.id]:
            found[one.id] += _retold(one, told, language)
    sources = tuple(sources)
    stated = dated(sources, told, also or {}, resolver, asked)
    for id, made in (*blame_links(told, texts, resolver), *stated, *reported(sources, told, resolver)):
        found[id].append(made)
    order = {t.id: k for k, t in enumerate(told)}
    return without_rings({id: _distinct(links, order) for id, links in found.items() if links})


def without_rings(links: Mapping[str, tuple[Link, ...]]) -> dict[str, tuple[Link, ...]]:
    """The links without those that would close a ring: what is shown goes first, then the order of the ids."""
    kept: dict[str, set[str]] = {}
    dropped: set[tuple[str, Link]] = set()
    for shown in (True, False):
        for id, of in links.items():
            for one in of:
                if one.shown is shown:
                    if _leads(kept, one.to, id):
                        dropped.add((id, one))
                    else:
                        kept.setdefault(id, set()).add(one.to)
    left = {id: tuple(one for one in of if (id, one) not in dropped) for id, of in links.items()}
    return {id: of for id, of in left.items() if of}


def _leads(links: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        waiting += (to for to in links.get(at, ()) if to not in seen)
        seen |= links.get(at, set())
    return False


def _from_cue(cue: Cue, one: ChainNode, among: Sequence[ChainNode], resolver: Resolver) -> Link | None:
    language = resolver.language
    if cue.from_ == cue.to:
        return None
    words = one.text[cue.from_ : cue.to]
    if "clause" in cue.marks:
        # Of "said the attack was an aggression", what is said of the attack does not name it.
        words = _forms(language).said_of_it.split(words, maxsplit=1)[0]
    if is_bare_plural(words, language) and not names_some_day(words, language):
        return None
    antecedent = resolver.antecedent(words, one, among)
    if antecedent is None or told_by_cause(one, cue, language) or not _answers(cue, one, language):
        return None
    other, kind = antecedent.told, cue.kind
    if kind != "statement about" and _restates(one, other, resolver):
        return None
    if _is_later(other, one) and not (kind == "statement about" and one.statement):
        # Late one day a thing may be spoken of that is the next day's where it happened; nothing else speaks of it.
        return None
    if not antecedent.sure and not (_may_be_shown(cue) and _fits_well(antecedent)):
        return None
    if other.article != one.article and not _may_be_anothers(cue, words, one, antecedent, resolver):
        return None
    other_side = one.side and other.side and one.side != other.side
    if kind == "statement about" and "stays" not in cue.marks and other_side:
        kind = "responds to"
    certain = (
        cue.shown and antecedent.sure and not _nested(cue, one.text, language) and _in_time(cue, one, other, language)
    )
    certain = certain and not is_anothers(words, other.text, language)
    certain = certain and (kind == "statement about" or not is_beside_in_said(one.text, cue.start, language))
    to = cue.from_ + named_until(one.text[cue.from_ : cue.to], language)
    start, end = min(cue.start, cue.from_), max(cue.end, to)
    return _made(antecedent, kind, one.article, one.start + start, one.text[start:end], cue.name, certain)


def _may_be_anothers(cue: Cue, words: str, one: ChainNode, antecedent: Antecedent, resolver: Resolver) -> bool:
    """Whether a cue's words may mean what another article tells."""
    other, dated = antecedent.told, "date" in antecedent.fits
    if cue.kind == "statement about" and not (
        # "Defended the nomination" is not about a vote of which another article tells.
        resolver.may_be_told_in(words, other) and (dated or _is_near(other, one))
    ):
        return False
    if not one.statement and other.day == one.day:
        return False
    return (dated or "loose" not in cue.marks) and not is_of_other_thing(words, other.text, resolver.language)


def _answers(cue: Cue, one: ChainNode, language: str) -> bool:
    """Whether the words say why, and not only when; and whether it is the entry that says so.

    "Hours after" and "a day after" are of time alone: they count where the sentence itself tells of an answer ("vowed
    revenge"). What an entry that is no statement says in passing ("accused of") is not what it tells.
    """
    if "time" in cue.marks:
        return one.statement or any(c.from_ == c.to and c.shown for c in find_cues(one.text, language))
    return one.statement or "passing" not in cue.marks


def _is_near(other: ChainNode, one: ChainNode) -> bool:
    return other.day is None or one.day is None or abs((one.day - other.day).days) <= SAID_WITHIN


def _is_later(other: ChainNode, one: ChainNode) -> bool:
    return other.day is not None and one.day is not None and other.day > one.day


def _restates(one: ChainNode, other: ChainNode, resolver: Resolver) -> bool:
    kinds = resolver.kinds_in_both(one, other)
    return may_be_one(one, other, kinds, resolver.names_in_both(one, other))


def _may_be_shown(cue: Cue) -> bool:
    """Whether the cue's words leave a link possible whose earlier end is not sure."""
    return cue.shown and cue.kind not in ("statement about", "part of")


def _fits_well(antecedent: Antecedent) -> bool:
    """Whether more than the kind of deed fits."""
    return "deed" in antecedent.fits and (antecedent.common >= IN_COMMON or "date" in antecedent.fits)


def _nested(cue: Cue, text: str, language: str) -> bool:
    """Whether a cue stands in what another names: in "for lack of news due to the strike" neither end is sure."""
    return any(
        a.shown and a.from_ < b.start < a.to
        for other in find_cues(text, language)
        for a, b in ((cue, other), (other, cue))
    )


def _in_time(cue: Cue, one: ChainNode, other: ChainNode, language: str) -> bool:
    """Whether "two days after", "hours after" fits the days of both, and opens the sentence.

    Within a sentence such words may be of anything that it tells.
    """
    forms = _forms(language)
    if "time" not in cue.marks:
        return True
    words = one.text[cue.start : cue.end].lower()
    if cue.start > _OPENING:
        return False
    if one.day is None or other.day is None:
        return True
    gap = (one.day - other.day).days
    if re.search(forms.words["hours"], words):
        return gap <= 1
    count = re.search(forms.words["length"], words)
    return not (count and count[2] in forms.days and (count[1] is None or count[1] in forms.single)) or gap <= 2


def _announced(one: ChainNode, told: Sequence[ChainNode], text: str, resolver: Resolver) -> Link | None:
    if not one.statement:
        return None
    said = announcing(text, one.start, resolver.language)
    if said is None:
        return None
    start, end, cue = said
    announcer = ChainNode(one.id, text[start:end], one.article, start, one.day, statement=True)
    antecedent = resolver.antecedent(text[start + cue.from_ : start + cue.to], announcer, latest_first(told, announcer))
    if antecedent is None or (one.side and one.side == antecedent.told.side):
        return None
    if _is_later(antecedent.told, one) or is_anothers(
        text[start + cue.from_ : start + cue.to], antecedent.told.text, resolver.language
    ):
        return None
    if antecedent.told.article != one.article and (not antecedent.sure or antecedent.common < IN_COMMON):
        # "The move" and "her death" are of the article that says so, unless another tells of them beyond doubt.
        return None
    return _made(antecedent, "responds to", one.article, start, text[start:end], _MESSAGES["reactions"], True)


def _retold(one: ChainNode, told: Sequence[ChainNode], language: str) -> list[Link]:
    said = restated(one, told, language)
    if said is None or said[0].article != one.article:
        # Another article's is of one kind and a name, and seldom the same.
        return []
    about, start, end = said
    words = Span(one.article, one.start + start, one.start + end, one.text[start:end])
    return [Link(about.id, "statement about", words, _MESSAGES["statement"], True, ("deed", "words"))]


def _made(antecedent: Antecedent, kind: LinkKind, article: str, start: int, exact: str, rule: str, shown: bool) -> Link:
    words = Span(article, start, start + len(exact), exact)
    return Link(antecedent.told.id, kind, words, f"{rule}: {antecedent.how}", shown, antecedent.fits)


def _distinct(links: Iterable[Link], order: Mapping[str, int]) -> tuple[Link, ...]:
    ranked = sorted(links, key=lambda k: (not k.shown, _STRONGER.index(k.kind), k.words.start))
    best: dict[str, Link] = {}
    for one in ranked:
        best.setdefault(one.to, one)
    return tuple(sorted(best.values(), key=lambda k: (not k.shown, -order[k.to])))
