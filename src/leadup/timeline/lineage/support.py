"""Who carries a happening, and how many of them are independent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from leadup.lang import table
from leadup.lang.news_sources import is_agency, known
from leadup.lang.outlets import host_behind, is_opinion, outlets
from leadup.model import Article, Lineage, Mention, Support
from leadup.model.happening import UNNAMED_OUTLET
from leadup.timeline.lineage.credit import Credit, credits
from leadup.timeline.lineage.near_copies import Copy, near_copies
from leadup.timeline.lineage.owed import Owed, of_one_agency, owed

_MESSAGES: dict[str, str] = table("messages")["support"]

_LAST = dt.date.max


def support(
    articles: Sequence[Article],
    mentions: Iterable[Mention] = (),
    copies: Iterable[Copy] | None = None,
    credited: Mapping[str, tuple[Credit, ...]] | None = None,
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
    """
    ordered = sorted({a.id: a for a in articles}.values(), key=lambda a: (_day(a), a.id))
    if copies is None:
        copies = near_copies({a.id: a.text for a in ordered})
    ids = {a.id for a in ordered}
    group = _Groups([a.id for a in ordered])
    how: dict[str, list[str]] = defaultdict(list)
    named = {a.id: outlet_of(a) for a in ordered}

    for copy in copies:
        if copy.copy in ids and copy.original in ids:
            group.join(copy.copy, copy.original)
            how[copy.copy].append(
                _MESSAGES["copy"].format(outlet=named[copy.copy], original=named[copy.original], share=copy.share)
            )
    said = {a.id: credited[a.id] if credited and a.id in credited else credits(a.text) for a in ordered}
    told = sorted(mentions, key=lambda m: (m.span.article, m.span.start))
    first_of: dict[str, str] = {}
    owing: dict[str, Owed] = {}
    for article in ordered:
        own = known(named[article.id]) or (None if named[article.id] == UNNAMED_OUTLET else named[article.id])
        one = Owed(own, "", False) if own and is_agency(own) else owed(article, said[article.id])
        if one is not None:
            owing[article.id] = one
            if one.agency != own:
                how[article.id].append(_MESSAGES["credited"].format(outlet=named[article.id], words=one.words))
        for name in (None if one is None or one.partly else one.agency, own, host_behind(article.url)):
            if name is not None and name in first_of:
                group.join(article.id, first_of[name])
            elif name is not None:
                first_of[name] = article.id
    agency = {id: one.agency for id, one in owing.items() if not one.partly}
    for pair in of_one_agency(owing, _sentences(told)):
        group.join(*pair)
        agency |= {id: owing[id].agency for id in pair}
    for mention in told:
        id = mention.span.article
        if id not in ids:
            continue
        for credit in said[id]:
            inside = mention.span.start <= credit.start < mention.span.end
            if credit.kind != "quoted" or not inside or credit.source == known(named[id]):
                continue
            how[id].append(_MESSAGES["quotes"].format(outlet=named[id], source=credit.source))
            if credit.source in first_of:
                group.join(id, first_of[credit.source])
            else:
                first_of[credit.source] = id
                agency.setdefault(id, credit.source)
    telling = _reports(ordered, told)
    for article in ordered:
        if article.id not in telling:
            lead = next((a.id for a in ordered if a.id in telling), ordered[0].id)
            group.join(article.id, lead)
            how[article.id].append(_MESSAGES["no report"].format(outlet=named[article.id]))
    # What names neither outlet nor agency, and is nobody's copy, may all come of one outlet.
    nameless = [g[0] for g in group.groups() if all(named[m] == UNNAMED_OUTLET and m not in agency for m in g)]
    for id in nameless[1:]:
        group.join(id, nameless[0])
    lineages = []
    for members in group.groups():
        name = next((agency[m] for m in members if m in agency), named[members[0]])
        lineages.append(
            Lineage(
                name=name,
                articles=tuple(members),
                outlets=tuple(dict.fromkeys(named[m] for m in members)),
                how="; ".join(dict.fromkeys(h for m in members for h in how[m])),
            )
        )
    carried = sorted(dict.fromkeys(named[a.id] for a in ordered), key=lambda name: name == UNNAMED_OUTLET)
    return Support(tuple(carried), tuple(lineages), len(ordered))


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


def _sentences(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        found[mention.span.article].append(mention.span.exact)
    return found


def _day(article: Article) -> dt.date:
    return article.day or _LAST


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
