"""Statements about a thing that happened, by the country or organisation that made them."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from leadup.lang import table
from leadup.model import Actor, Article, Claim, Entry, Link, Reaction, Reading, Sentence, Span, Stance
from leadup.reading.deep import ReadDeep
from leadup.reading.names import Cast
from leadup.reading.names.countries import country
from leadup.timeline.chain import ChainNode, link_told, told_of
from leadup.timeline.chain.cues import cues_marked, find_cues
from leadup.timeline.chain.doers import is_anothers
from leadup.timeline.escalation import side
from leadup.timeline.lineage import named_outlet
from leadup.timeline.lineage.sources import known
from leadup.timeline.reactions.affiliation import office_of, speaks_for
from leadup.timeline.reactions.headlined import headlined, speaks_of_it
from leadup.timeline.reactions.speakers import acts_or_speaks, speakers
from leadup.timeline.reactions.stance import stance_taken
from leadup.timeline.window import moved

_MESSAGES: dict[str, str] = table("messages")["chain"]
_TELLING: frozenset[str] = frozenset(table("reactions")["speakers"]["telling"].split())
"""What speaks in somebody's name and is none."""

_OPENING = ("“", '"', "``", "‘")
_CLOSING = ("”", '"', "''", "’")


def group(
    about: Entry,
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    read_deep: ReadDeep | None = None,
    days: int = 0,
    earlier: Sequence[Entry] = (),
) -> tuple[Reaction, ...]:
    """What each side said about an entry, from its day to ``days`` days after, in these articles.

    A sentence counts when the chain links it to the entry by its words, when it stands under a sentence that
    announces reactions to it, or when its article's title or first sentence announces them and its words speak of
    the event, and someone with a name speaks or acts in it. Where it only says something of the event, its speaker
    must take a stance; outlets and what is known by no name of its own react to nothing. ``read_deep`` reads who speaks
    in those sentences; without it speakers are found by the names beside a verb of saying. ``earlier`` are the
    timeline's other entries, which words may mean instead. Statements of one side stand together, its latest first;
    sides stand in
    order of their first statement.
    """
    last = moved(about.day, days)
    found: list[Reaction] = []
    for article in sorted(articles, key=lambda a: (a.published.at.isoformat() if a.published else "", a.id)):
        reading = readings[article.id]
        held = [k for k, s in enumerate(reading.sentences) if s.day is not None and about.day <= s.day <= last]
        linked = _linked(about, article, reading, held, earlier) if held else {}
        if linked:
            found += _of_article(about, article, reading, linked, read_deep)
    return _by_side(found)


def _linked(
    about: Entry, article: Article, reading: Reading, held: Sequence[int], earlier: Sequence[Entry]
) -> dict[int, bool]:
    """The sentences, of those held, in which someone speaks or acts and that the chain links to the entry; and whether
    the words that link them judge it already."""
    text = article.text
    # What came after is no rival: of "the strikes" that go on for days, the reactions are to those asked about.
    told = {e.id: told_of(e) for e in (about, *earlier) if e.day <= about.day}
    own = {(e.wording.article, e.wording.start): e.id for e in (about, *earlier)}
    name: dict[int, str] = {}
    for k in held:
        sentence = reading.sentences[k]
        id = own.get((article.id, sentence.start), f"{article.id}:{sentence.start}")
        exact = text[sentence.start : sentence.end]
        if id == about.id or not (acts_or_speaks(exact) or _quoted(exact)):
            continue
        name[k] = id
        told[id] = ChainNode(id, exact, article.id, sentence.start, sentence.day, statement=True)
    links = link_told(list(told.values()), {article.id: text})
    shown = {k: [x for x in links.get(id, ()) if x.shown] for k, id in name.items()}
    # "The attack", in an article about reactions to one, is that one and not another that only its kind points to, nor
    # another thing told of its day; where it is night, it happened the day before.
    near = {id for id, t in told.items() if t.day is not None and abs(about.day - t.day) <= dt.timedelta(1)}
    under = headlined(article, reading, about)
    # Elsewhere "the decision" may be any other of its kind.
    telling = {e.mention.span.article for e in about.evidence} | {about.wording.article}
    judging: dict[int, bool] = {}
    for k, found in shown.items():
        of_it = [x for x in found if x.to == about.id and (under or article.id in telling or not _by_kind_only(x))]
        rest_may_be = all(x.to in near or _by_kind_only(x) for x in found)
        exact = _exact(text, reading, k)
        if any(is_anothers(words, about.wording.exact) for words in ([x.words.exact for x in of_it] or [exact])):
            continue
        if of_it:
            judging[k] = any(x.rule.partition(":")[0] in _judging() for x in of_it)
        elif under and rest_may_be and speaks_of_it(exact):
            judging[k] = any("judges" in cue.marks for cue in find_cues(exact))
    return judging


@functools.cache
def _judging() -> frozenset[str]:
    """The rules of links by which somebody says what they think of a thing, or answers it."""
    return cues_marked("judges") | {_MESSAGES["reactions"]}


def _by_kind_only(link: Link) -> bool:
    return link.fits == ("deed",)


def _exact(text: str, reading: Reading, k: int) -> str:
    return text[reading.sentences[k].start : reading.sentences[k].end]


def _quoted(exact: str) -> bool:
    return exact.lstrip().startswith(_OPENING) or exact.rstrip().endswith(_CLOSING)


def _of_article(
    about: Entry, article: Article, reading: Reading, judging: Mapping[int, bool], read_deep: ReadDeep | None
) -> list[Reaction]:
    text, linked = article.text, list(judging)
    cast = Cast.of(text, [n for s in reading.sentences for n in s.names])
    claims: dict[int, tuple[Claim, ...]] = {}
    if read_deep is not None:
        claims = {deep.sentence: deep.claims for deep in read_deep(article, reading, linked)}
    who: dict[int, tuple[Actor, ...]] = {}
    for k in linked:
        read = None if read_deep is None else claims.get(k, ())
        who[k] = speakers(cast, reading.sentences[k].start, reading.sentences[k].end, read)
    _carry_over(linked, reading.sentences, who, text)
    said: dict[str, list[str]] = defaultdict(list)
    for k in linked:
        for actor in who[k]:
            said[actor.key].append(text[reading.sentences[k].start : reading.sentences[k].end])
    found = []
    for k in linked:
        sentence = reading.sentences[k]
        words = Span.of(article.id, text, sentence.start, sentence.end)
        for actor in who[k]:
            stance = _stance(words, actor, claims.get(k, ()), text)
            if _is_medium(actor) or (stance is None and not judging[k]):
                continue
            code = actor.country or office_of(text, cast, actor) or speaks_for(actor, said[actor.key])
            named = country(code) if code else None
            holds_office = actor.role is not None or actor.kind in ("person", "state", "government", "unknown")
            label = named.name if named and holds_office else side(actor)
            if label is None:
                continue
            speaker = None if actor.kind == "state" else actor
            day = sentence.day or about.day
            outlet = named_outlet(article)
            found.append(Reaction(label, code, speaker, stance or "no position", words, about.id, day, outlet))
    return found


def _is_medium(actor: Actor) -> bool:
    """Whether an actor passes on what others say, or is known by no name: "Fox News", "news reports from Tarn", "the
    embassy's statement"."""
    unnamed = actor.kind == "unknown" and actor.role is None and actor.name[:1].islower()
    told = actor.name.lower().split()[-1:]
    return actor.kind == "media" or unnamed or known(actor.name) is not None or not _TELLING.isdisjoint(told)


def _stance(words: Span, actor: Actor, claims: Sequence[Claim], text: str) -> Stance | None:
    """How a speaker stands to the event: by the verb of what they say, else by its words; None where these say nothing
    of it."""
    own = [c for c in claims if c.speaker is not None and c.speaker.key == actor.key]
    cues = " ".join(text[s:e] for c in own for s, e in c.cue)
    return stance_taken(cues) or stance_taken(words.exact)


def _carry_over(
    linked: Sequence[int], sentences: Sequence[Sentence], who: dict[int, tuple[Actor, ...]], text: str
) -> None:
    """A sentence of a quotation that names nobody has the speaker of the next or last sentence of its paragraph."""
    for row in (list(linked), list(reversed(linked))):
        for one, other in itertools.pairwise(row):
            exact = text[sentences[one].start : sentences[one].end]
            if sentences[one].paragraph == sentences[other].paragraph and not who[one] and _quoted(exact):
                who[one] = who[other]


def _by_side(reactions: Iterable[Reaction]) -> tuple[Reaction, ...]:
    sides: dict[str, list[Reaction]] = {}
    for one in reactions:
        sides.setdefault(one.country or one.side, []).append(one)
    return tuple(r for of in sides.values() for r in sorted(of, key=lambda r: (r.day, r.words.start), reverse=True))
