"""Who carries a happening, and how many of them are independent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from leadup.lang.news_sources import is_agency, known
from leadup.lang.outlets import host_behind, is_opinion, outlets
from leadup.model import Article, Lineage, Mention, Span, Support
from leadup.model.happening import UNNAMED_OUTLET
from leadup.timeline.lineage.credit import Credit, credits
from leadup.timeline.lineage.near_copies import Copy, near_copies
from leadup.timeline.lineage.owed import Owed, of_one_agency, owed
from leadup.timeline.messages import Messages

_MESSAGES = Messages("support")

_LAST = dt.date.max


def support(
    articles: Sequence[Article],
    mentions: Iterable[Mention] = (),
    copies: Iterable[Copy] | None = None,
    credited: Mapping[str, tuple[Credit, ...]] | None = None,
    passing: Container[Span] = (),
    *,
    language: str,
) -> Support:
    """The outlets that carry a happening, and their lineages: articles of one lineage count as one source.

    Joined into one lineage are copies (``copies``: those kept at intake; None works them out here), articles that carry
    one agency's report (``Article.wire``, a dateline, a credit line; where an agency only contributed to one, its
    mention must share words), the articles of one outlet, and an article whose mention itself quotes another outlet of
    the happening ("the Washington Post reported"). An outlet is one under all its names and addresses; an opinion, or a
    question about it, is no second report. Where all that a mention has is another outlet's word, its lineage bears
    that outlet's name. Articles of unknown outlet that nothing else places are one source, since they may all be of one
    outlet. ``mentions`` are the happening's sentences; without them quotations are not looked for. ``credited`` saves
    working the credits out again.

    Of the mentions, the first of which is the happening's wording, those ``passing`` only bring it up: an article that
    has no other is not counted. The wording's own is, as an outlet that carries it, but as no source beside those that
    tell it.
    """
    mentions = list(mentions)
    asides = _asides(mentions, passing)
    own = mentions[0].span.article if mentions else ""
    articles = [a for a in articles if a.id not in asides or a.id == own]
    mentions = [m for m in mentions if m.span.article not in asides or m.span.article == own]
    ordered = sorted({a.id: a for a in articles}.values(), key=lambda a: (_day(a), a.id))
    if copies is None:
        copies = near_copies({a.id: a.text for a in ordered})
    said = {a.id: credited[a.id] if credited and a.id in credited else credits(a.text, language) for a in ordered}
    told = sorted(mentions, key=lambda m: (m.span.article, m.span.start))
    joined = _Lineages(ordered, said)
    joined.join_copies(copies)
    joined.join_credited(_sentences(told))
    joined.join_quoting(told)
    joined.join_unreported(_reports(ordered, told), asides)
    joined.join_nameless()
    carried = sorted(dict.fromkeys(joined.named[a.id] for a in ordered), key=lambda name: name == UNNAMED_OUTLET)
    return Support(tuple(carried), joined.lineages(), len(ordered))


def as_one_outlet(found: Support, one: str, two: str) -> Support:
    """The same where the outlets ``one`` and ``two`` are one: named ``one``, and their reports one source."""
    if one == two or not {one, two} <= set(found.outlets):
        return found
    theirs = [line for line in found.lineages if {one, two} & set(line.outlets)]
    joined = Lineage(
        theirs[0].name,
        tuple(dict.fromkeys(id for line in theirs for id in line.articles)),
        tuple(dict.fromkeys(one if name == two else name for line in theirs for name in line.outlets)),
        "; ".join(dict.fromkeys(filter(None, (line.how for line in theirs)))),
    )
    lineages = tuple(joined if line is theirs[0] else line for line in found.lineages if line not in theirs[1:])
    return replace(found, outlets=tuple(name for name in found.outlets if name != two), lineages=lineages)


def named_outlet(article: Article) -> str | None:
    """The one name of an article's outlet, whatever a record calls it; None where neither name nor address tells."""
    return outlets().name(article.outlet, article.url, article.title)


def outlet_of(article: Article) -> str:
    """:func:`named_outlet`, else :data:`~leadup.model.happening.UNNAMED_OUTLET`."""
    return named_outlet(article) or UNNAMED_OUTLET


def _reports(articles: Sequence[Article], mentions: Sequence[Mention]) -> frozenset[str]:
    """The articles that report: no opinion, and not all that they say of it is a question."""
    asked = {a.id: [m for m in mentions if m.span.article == a.id] for a in articles}
    return frozenset(
        a.id for a in articles
        if not is_opinion(a.outlet, a.url, a.title)
        and not (asked[a.id] and all(m.span.exact.rstrip("\"”’' ")[-1:] == "?" for m in asked[a.id]))
    )  # fmt: skip


def _asides(mentions: Sequence[Mention], passing: Container[Span]) -> frozenset[str]:
    """The articles that have no mention but those that only bring it up."""
    told = {m.span.article for m in mentions if m.span not in passing}
    return frozenset(m.span.article for m in mentions) - told


def _sentences(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        found[mention.span.article].append(mention.span.exact)
    return found


def _day(article: Article) -> dt.date:
    return article.day or _LAST


class _Lineages:
    """Articles, in order of day, joined into lineages step by step, with why each was joined."""

    def __init__(self, articles: Sequence[Article], said: Mapping[str, tuple[Credit, ...]]) -> None:
        """``said`` are the credits that each article gives, by its id."""
        self._articles, self._said = articles, said
        self._groups = _Groups([a.id for a in articles])
        self._how: dict[str, list[str]] = defaultdict(list)
        self._first_of: dict[str, str] = {}
        self._agency: dict[str, str] = {}
        self.named = {a.id: outlet_of(a) for a in articles}
        """The outlet of each article."""

    def join_copies(self, copies: Iterable[Copy]) -> None:
        """Copies with what they are copies of."""
        for copy in copies:
            if copy.copy in self.named and copy.original in self.named:
                self._groups.join(copy.copy, copy.original)
                outlet, original = self.named[copy.copy], self.named[copy.original]
                self._note(copy.copy, _MESSAGES["copy"], outlet=outlet, original=original, share=copy.share)

    def join_credited(self, sentences: Mapping[str, Sequence[str]]) -> None:
        """Articles of one outlet, and those that carry one agency's report; ``sentences`` are what each tells."""
        owing: dict[str, Owed] = {}
        for article in self._articles:
            id, outlet = article.id, self.named[article.id]
            own = known(outlet) or (None if outlet == UNNAMED_OUTLET else outlet)
            one = Owed(own, "", False) if own and is_agency(own) else owed(article, self._said[id])
            if one is not None:
                owing[id] = one
                if one.agency != own:
                    self._note(id, _MESSAGES["credited"], outlet=outlet, words=one.words)
            for name in (None if one is None or one.partly else one.agency, own, host_behind(article.url)):
                if name is not None:
                    self._join_first_of(name, id)
        self._agency = {id: one.agency for id, one in owing.items() if not one.partly}
        for pair in of_one_agency(owing, sentences):
            self._groups.join(*pair)
            self._agency |= {id: owing[id].agency for id in pair}

    def join_quoting(self, told: Sequence[Mention]) -> None:
        """Articles of which one of these sentences is another outlet's word."""
        for mention in told:
            id = mention.span.article
            for credit in self._said.get(id, ()):
                inside = credit.start in range(mention.span.start, mention.span.end)
                if credit.kind != "quoted" or not inside or credit.source == known(self.named[id]):
                    continue
                self._note(id, _MESSAGES["quotes"], outlet=self.named[id], source=credit.source)
                if not self._join_first_of(credit.source, id):
                    self._agency.setdefault(id, credit.source)

    def join_unreported(self, reports: Container[str], asides: Container[str]) -> None:
        """Articles that do not report it with the first that does, but those whose own outlet does; so those that only
        bring it up."""
        reporting = [a.id for a in self._articles if a.id in reports and a.id not in asides]
        reporting = reporting or [a.id for a in self._articles]
        groups = {self._groups.find(id) for id in reporting}
        for article in self._articles:
            id = article.id
            if id not in reporting and self._groups.find(id) not in groups:
                self._groups.join(id, reporting[0])
                why = _MESSAGES["no report"] if id not in reports else _MESSAGES["in passing"]
                self._note(id, why, outlet=self.named[id])

    def join_nameless(self) -> None:
        """What names neither outlet nor agency, and is nobody's copy: it may all come of one outlet."""
        nameless = [group[0] for group in self._groups.groups() if all(map(self._is_nameless, group))]
        for id in nameless[1:]:
            self._groups.join(id, nameless[0])

    def _is_nameless(self, id: str) -> bool:
        return self.named[id] == UNNAMED_OUTLET and id not in self._agency

    def lineages(self) -> tuple[Lineage, ...]:
        """The lineages as they are joined by now, by their earliest article."""
        return tuple(
            Lineage(
                name=next((self._agency[m] for m in members if m in self._agency), self.named[members[0]]),
                articles=tuple(members),
                outlets=tuple(dict.fromkeys(self.named[m] for m in members)),
                how="; ".join(dict.fromkeys(h for m in members for h in self._how[m])),
            )
            for members in self._groups.groups()
        )

    def _join_first_of(self, name: str, id: str) -> bool:
        """Join an article with the first of this name; False where it is the first itself."""
        if name in self._first_of:
            self._groups.join(id, self._first_of[name])
            return True
        self._first_of[name] = id
        return False

    def _note(self, id: str, why: str, **words: object) -> None:
        self._how[id].append(why.format(**words))


class _Groups:
    """Disjoint sets of ids; a set is named by its earliest member and lists its members in the order given."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._place = {id: k for k, id in enumerate(ids)}
        self._up = {id: id for id in ids}

    def find(self, id: str) -> str:
        while self._up[id] != id:
            self._up[id] = self._up[self._up[id]]
            id = self._up[id]
        return id

    def join(self, a: str, b: str) -> None:
        one, two = sorted((self.find(a), self.find(b)), key=self._place.__getitem__)
        self._up[two] = one

    def groups(self) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for id in self._place:
            found.setdefault(self.find(id), []).append(id)
        return list(found.values())
