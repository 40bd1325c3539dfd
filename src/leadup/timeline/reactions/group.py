"""Statements about a thing that happened, by the country or organisation that made them."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from leadup.lang import kept_table
from leadup.lang.news_sources import known
from leadup.model import Actor, Article, Claim, Entry, Link, Reaction, Reading, Sentence, Span, Stance
from leadup.reading.deep import ReadDeep, read_each
from leadup.reading.names import Cast
from leadup.reading.names.countries import country, country_of_name
from leadup.timeline.chain import ChainNode, link_told, told_of
from leadup.timeline.chain.cues import cues_marked, cues_of, find_cues
from leadup.timeline.chain.doers import is_anothers, is_by
from leadup.timeline.escalation import side
from leadup.timeline.lineage import named_outlet
from leadup.timeline.messages import Messages
from leadup.timeline.reactions.affiliation import office_of, speaks_for
from leadup.timeline.reactions.headlined import headlined, speaks_of_it
from leadup.timeline.reactions.judged import Judged, Tie, object_words
from leadup.timeline.reactions.speakers import acts_or_speaks, named_in, speakers
from leadup.timeline.reactions.stance import stance_taken, taken_by
from leadup.timeline.window import moved

_MESSAGES = Messages("chain")

_CAPITAL = re.compile(r"[A-Z]\w+")
_QUOTED_LAST = re.compile(r"[“\"]([\w’ -]{3,40})[.,]?[”\"][.,]?\s*$")
_OPENING = ("“", '"', "``", "‘")
_MARKS = re.compile(r"[“”\"„,]|``|''")
_CLOSING = ("”", '"', "''", "’")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.telling: frozenset[str] = frozenset(kept_table("reactions", language)["speakers"]["telling"].split())
        """What speaks in somebody's name and is none."""
        self.own = re.compile(kept_table("reactions", language)["group"]["own"], re.IGNORECASE)
        self.called_it: str = kept_table("reactions", language)["group"]["called_it"]
        self.condemns = re.compile(kept_table("reactions", language)["group"]["condemns"], re.IGNORECASE)
        self.our_side = re.compile(kept_table("reactions", language)["group"]["our_side"], re.IGNORECASE)
        self.joined = re.compile(kept_table("reactions", language)["group"]["joined"])


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def group(
    about: Entry,
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    read_deep: ReadDeep | None = None,
    days: int = 0,
    earlier: Sequence[Entry] = (),
    judged: Judged | None = None,
    heads: Collection[str] = (),
    *,
    language: str,
) -> tuple[Reaction, ...]:
    """What each side said about an entry, from its day to ``days`` days after, in these articles.

    A sentence counts when the chain links it to the entry by its words, when it stands under a sentence that
    announces reactions to it, or when its article's title or first sentence announces them and its words speak of
    the event, and someone with a name speaks or acts in it. Where it only says something of the event, its speaker
    must take a stance; outlets and what is known by no name of its own react to nothing. ``read_deep`` reads who speaks
    in those sentences; without it speakers are found by the names beside a verb of saying. ``earlier`` are the
    timeline's other entries, which words may mean instead; ``judged`` is the event as it is judged in the articles
    about it, whose ids are ``heads``. Statements of one side stand together, its latest first; sides stand in order of
    their first statement.
    """
    last = moved(about.day, days)
    tied: list[tuple[Article, Reading, dict[int, Tie]]] = []
    for article in sorted(articles, key=lambda a: (a.published.at.isoformat() if a.published else "", a.id)):
        reading = readings[article.id]
        held = [k for k, s in enumerate(reading.sentences) if s.day is not None and about.day <= s.day <= last]
        linked = _linked(about, article, reading, held, earlier, judged, language) if held else {}
        if judged is not None and article.id in heads:
            linked |= {k: tie for k in held if (tie := judged.judging(article, reading, k)) is not None}
        if linked:
            tied.append((article, reading, linked))
    claims: list[Mapping[int, tuple[Claim, ...]] | None] = [None] * len(tied)
    if read_deep is not None:
        read = read_each(read_deep, [(article, reading, list(linked)) for article, reading, linked in tied])
        claims = [{deep.sentence: deep.claims for deep in of_article} for of_article in read]
    found: list[Reaction] = []
    for (article, reading, linked), told in zip(tied, claims, strict=True):
        found += _of_article(about, article, reading, linked, told, judged, language)
    return _by_side(found)


def _linked(
    about: Entry,
    article: Article,
    reading: Reading,
    held: Sequence[int],
    earlier: Sequence[Entry],
    judged: Judged | None,
    language: str,
) -> dict[int, Tie]:
    """The sentences, of those held, in which someone speaks or acts and that the chain links to the entry."""
    text = article.text
    # What came after is no rival: of "the strikes" that go on for days, the reactions are to those asked about.
    told = {e.id: told_of(e, language) for e in (about, *earlier) if e.day <= about.day}
    own = {(e.wording.article, e.wording.start): e.id for e in (about, *earlier)}
    name: dict[int, str] = {}
    for k in held:
        sentence = reading.sentences[k]
        id = own.get((article.id, sentence.start), f"{article.id}:{sentence.start}")
        exact = _exact(text, sentence)
        if id == about.id or not (acts_or_speaks(exact, language) or _quoted(exact)):
            continue
        name[k] = id
        told[id] = ChainNode(id, exact, article.id, sentence.start, sentence.day, statement=True)
    links = link_told(list(told.values()), {article.id: text}, language=language)
    shown = {k: [x for x in links.get(id, ()) if x.shown] for k, id in name.items()}
    # "The attack", in an article about reactions to one, is that one and not another that only its kind points to, nor
    # another thing told of its day; where it is night, it happened the day before.
    near = {id for id, t in told.items() if t.day is not None and abs(about.day - t.day) <= dt.timedelta(1)}
    under = headlined(article, reading, about, language)
    # Elsewhere "the decision" may be any other of its kind.
    telling = {e.mention.span.article for e in about.evidence} | {about.wording.article}
    ties: dict[int, Tie] = {}
    for k, found in shown.items():
        of_it = [x for x in found if x.to == about.id and (under or article.id in telling or not _by_kind_only(x))]
        rest_may_be = all(x.to in near or _by_kind_only(x) for x in found)
        exact = _exact(text, reading.sentences[k])
        if any(
            is_anothers(words, about.wording.exact, language) for words in ([x.words.exact for x in of_it] or [exact])
        ):
            continue
        rules = {x.rule.partition(":")[0] for x in of_it}
        if judged is not None and rules and rules <= object_words(language):
            # "Called the push for new laws" judges no shooting, though words are shared.
            if (tie := judged.judging(article, reading, k)) is not None:
                ties[k] = tie
        elif of_it:
            # What somebody thinks of it ("Tarn shares the blame") is theirs wherever it stands.
            acts = rules <= cues_of("responds to", language)
            answering = tuple((x.words.start, x.words.end) for x in of_it) if acts else ()
            announced = _MESSAGES["reactions"] in rules
            ties[k] = Tie(not rules.isdisjoint(_judging(language)), announced=announced, answers=answering)
        elif under and rest_may_be and speaks_of_it(exact, language):
            by = {cue.name for cue in find_cues(exact, language) if "judges" in cue.marks}
            if judged is None or not by or not by <= object_words(language):
                ties[k] = Tie(bool(by), announced=True)
            elif (tie := judged.judging(article, reading, k)) is not None:
                ties[k] = tie
    return ties


@functools.cache
def _judging(language: str) -> frozenset[str]:
    """The rules of links by which somebody says what they think of a thing, or answers it."""
    return cues_marked("judges", language) | {_MESSAGES["reactions"]}


def _by_kind_only(link: Link) -> bool:
    return link.fits == ("deed",)


def _exact(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]


def _quoted(exact: str) -> bool:
    return exact.lstrip().startswith(_OPENING) or exact.rstrip().endswith(_CLOSING)


def _of_article(
    about: Entry,
    article: Article,
    reading: Reading,
    ties: Mapping[int, Tie],
    claims: Mapping[int, tuple[Claim, ...]] | None,
    judged: Judged | None,
    language: str,
) -> list[Reaction]:
    """The reactions of an article; ``claims`` are those read deeply in its tied sentences (None: not read)."""
    text, linked, told = article.text, list(ties), claims or {}
    cast = Cast.of(text, [n for s in reading.sentences for n in s.names], language=language)
    who: dict[int, tuple[Actor, ...]] = {}
    for k in linked:
        read = None if claims is None else told.get(k, ())
        if ties[k].cue is not None:
            who[k] = _who_judges(cast, reading.sentences[k], ties[k], read or (), language)
            continue
        who[k] = speakers(cast, reading.sentences[k].start, reading.sentences[k].end, read, language=language)
    _carry_over(linked, reading.sentences, who, text)
    said: dict[str, list[str]] = defaultdict(list)
    for k in linked:
        for actor in who[k]:
            said[actor.key].append(_exact(text, reading.sentences[k]))
    found = []
    for k in linked:
        sentence = reading.sentences[k]
        words = Span.of(article.id, text, sentence.start, sentence.end)
        for actor in who[k]:
            stance = _stance(words, actor, told.get(k, ()), text, ties[k], judged, language)
            answers = ties[k].judges and not _answers_within(ties[k], told.get(k, ()), text, language)
            if (
                _is_medium(actor, language)
                or (stance is None and not answers)
                or (stance is None and _did_it(actor, judged, language))
            ):
                continue
            of_several = _of_several(actor, language)
            code = None if of_several else _speaking_for(actor, text, cast, said[actor.key], language)
            named = country(code, language) if code else None
            holds_office = actor.role is not None or actor.kind in ("person", "state", "government", "unknown")
            label = actor.name if of_several else named.name if named and holds_office else side(actor, language)
            if label is None:
                continue
            speaker = None if actor.kind == "state" else actor
            day = sentence.day or about.day
            outlet = named_outlet(article)
            found.append(Reaction(label, code, speaker, stance or "no position", words, about.id, day, outlet))
    return found


def _speaking_for(actor: Actor, text: str, cast: Cast, said: Sequence[str], language: str) -> str | None:
    """The code of the country that somebody speaks for, by their name, their office or their own words."""
    return actor.country or office_of(text, cast, actor, language) or speaks_for(actor, said, language)


def _of_several(actor: Actor, language: str) -> bool:
    """Whether the words for who speaks name several countries one beside the other: "foreign ministers in Norland and
    Sund", but not "Norland's envoy to Sund and Lom", who is Norland's."""
    named = [
        (word, code)
        for word in _CAPITAL.finditer(actor.name)
        if (code := country_of_name(word[0], language)) is not None
    ]
    for (one, code), (other, another) in itertools.pairwise(named):
        if not _forms(language).joined.fullmatch(actor.name, one.end(), other.start()):
            return False
        if code != another:
            return True
    return False


def _who_judges(cast: Cast, sentence: Sentence, tie: Tie, claims: Sequence[Claim], language: str) -> tuple[Actor, ...]:
    """Whose words a judgement in a sentence is: the speaker of the claim that its words make, else who
    is named as their subject. What is said of others in a quotation is not theirs; "we condemn it" is the speaker's."""
    low, high = tie.cue or (0, 0)
    of_it = [c.speaker for c in claims if any(s < high and low < e for s, e in c.cue) and c.speaker_certain]
    spoken = tuple(dict.fromkeys(a for a in of_it if a is not None))[:1]
    if spoken or tie.who is None:
        return spoken
    within = [c for c in claims if any(s <= low and high <= e for s, e in c.content)]
    if _forms(language).own.search(cast.text, *tie.who):
        return tuple(dict.fromkeys(c.speaker for c in within if c.speaker is not None and c.speaker_certain))[:1]
    return (
        ()
        if _is_in_quotation(cast.text, sentence.start, sentence.end, tie.who[0])
        else named_in(cast, *tie.who, language=language)
    )


def _is_in_quotation(text: str, start: int, end: int, at: int) -> bool:
    """Whether a place of the sentence ``text[start:end]`` is in a quotation that opens before it, or closes behind it
    without having opened."""
    before, behind = text[start:at], text[at : end + 1]
    straight = before.count('"') % 2 or before.count("``") > before.count("''")
    closes = "”" in behind and "“" not in behind[: behind.index("”")]
    return bool(straight) or before.count("“") > before.count("”") or closes


def _is_medium(actor: Actor, language: str) -> bool:
    """Whether an actor passes on what others say, or is known by no name: "Fox News", "news reports from Tarn", "the
    embassy's statement"."""
    unnamed = actor.kind == "unknown" and actor.role is None and actor.name[:1].islower()
    told = actor.name.lower().split()[-1:]
    return (
        actor.kind == "media"
        or unnamed
        or known(actor.name) is not None
        or not _forms(language).telling.isdisjoint(told)
    )


def _stance(
    words: Span, actor: Actor, claims: Sequence[Claim], text: str, tie: Tie, judged: Judged | None, language: str
) -> Stance | None:
    """How a speaker stands to the event: by the words that judge it, where these are known; else by the verb of what
    they say, and by it all where they say it outright, or are quoted. None where these say nothing of it: but
    for what is outright in announced reactions, a stance is to the event only where the event is named beside it."""
    if tie.cue is not None:
        cue, behind = text[slice(*tie.cue)], text[slice(tie.cue[1], words.end)]
        # Of "called the raid on the mill, which left five dead, “vile”", what it was called stands far behind the raid.
        last = _QUOTED_LAST.search(behind)
        by = stance_taken(cue, language) or stance_taken(" ".join(_MARKS.sub(" ", behind).split()), language)
        by = by or (stance_taken(_forms(language).called_it.format(last[1]), language) if last else None)
        # "A victory for diplomacy" calls for nothing.
        return None if by == "calls for restraint" else by
    own = [c for c in claims if c.speaker is not None and c.speaker.key == actor.key]
    said = words.exact
    if own:
        cues = [extent for c in own for extent in c.cue]
        outright = [c for c in own if tie.judges or c.manner != "paraphrased"]
        said = _words_at(text, words, [*cues, *(extent for c in outright for extent in c.content)])
        if _is_of_others(_words_at(text, words, [extent for c in own for extent in c.content]), language):
            said = " ".join(text[s:e] for s, e in cues)
    taken = taken_by(said, language)
    if taken is None or (tie.announced and taken.outright):
        return taken.stance if taken else None
    # Whose friend somebody is, is no stance to a blow that he was dealt; but where reactions are announced, it is one.
    of_friends = own and taken.stance == "supports"
    of_it = judged is None or taken.stance == "no position" or judged.is_named_in(taken.clause)
    return taken.stance if of_it and not of_friends else None


def _words_at(text: str, words: Span, extents: Sequence[tuple[int, int]]) -> str:
    """What of these extents stands in the words of a reaction."""
    return " ".join(text[max(s, words.start) : min(e, words.end)] for s, e in extents if _meets(words, s, e))


def _did_it(actor: Actor, judged: Judged | None, language: str) -> bool:
    """Whether the event is this one's own deed by the question: who says no more of it than that does not react."""
    return judged is not None and is_by(actor.name, judged.target.words, language)


def _is_of_others(held: str, language: str) -> bool:
    """Whether what somebody says is how another judges ("it rightly condemns violence"), who is no country."""
    forms = _forms(language)
    for judging in forms.condemns.finditer(held):
        before = _CAPITAL.findall(held[: judging.start()].rstrip())[-1:]
        ours = forms.our_side.search(held[: judging.start()]) or any(country_of_name(word, language) for word in before)
        if not ours:
            return True
    return False


def _answers_within(tie: Tie, claims: Sequence[Claim], text: str, language: str) -> bool:
    """Whether what answers the event is told in what somebody says, of others: "said he was to help them respond to the
    killing". Of oneself it is an answer: "we will respond to it"."""

    def is_told(low: int, high: int) -> bool:
        held = [s for c in claims for s, e in c.content if s <= low and high <= e]
        return any(not _forms(language).own.search(text, start, low) for start in held)

    return bool(tie.answers) and all(is_told(*words) for words in tie.answers)


def _meets(words: Span, start: int, end: int) -> bool:
    return start < words.end and words.start < end


def _carry_over(
    linked: Sequence[int], sentences: Sequence[Sentence], who: dict[int, tuple[Actor, ...]], text: str
) -> None:
    """A sentence of a quotation that names nobody has the speaker of the next or last sentence of its paragraph."""
    for row in (list(linked), list(reversed(linked))):
        for one, other in itertools.pairwise(row):
            together = sentences[one].paragraph == sentences[other].paragraph
            if together and not who[one] and _quoted(_exact(text, sentences[one])):
                who[one] = who[other]


def _by_side(reactions: Iterable[Reaction]) -> tuple[Reaction, ...]:
    sides: dict[str, list[Reaction]] = {}
    for one in reactions:
        sides.setdefault(one.country or one.side, []).append(one)
    return tuple(r for of in sides.values() for r in sorted(of, key=lambda r: (r.day, r.words.start), reverse=True))
