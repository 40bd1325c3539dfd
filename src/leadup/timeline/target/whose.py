"""Whose deed the places of a day tell: that of whom the question asks, or another's in the same sentence.

"Obama announced Hagel's resignation" holds every word of "the resignation of Obama", and tells of no such thing.
"""

from __future__ import annotations

import collections
import enum
import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from leadup import lang
from leadup.lang import table
from leadup.lang.wordforms import PAST
from leadup.reading.syntax import Parse, parse_each
from leadup.timeline.dating import event_days
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clauses import aimed_at, is_named_by, is_under, subject_of, whom
from leadup.timeline.target.factuality import UNREAL_WITHIN, is_negated
from leadup.timeline.target.main_deed import is_past
from leadup.timeline.target.match import Match
from leadup.timeline.target.slot import Role, Slot, names_among
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import TOKEN, base_of, follows, start_of, words_before
from leadup.timeline.target.votes import Day
from leadup.timeline.target.words import Phrase, asking

_RELATIONS = {name: frozenset(listed.split()) for name, listed in table("clauses").items()}


NEAR = 0.75
"""The share of an event that a place holds which would be taken for it."""
SOON = 3
"""Days after a day in which what names none is told of it."""
LOOKED_AT = 40
"""Places of a day that are looked at, those that tell most of the event first."""
TWICE, FAR_MORE = 2, 10
"""How many times as many places must tell of the contrary, or of who did it as having it done, as tell of the event, so
that it is refused all the same; and how many must tell of another's."""
_DEEDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


class Told(enum.Enum):
    """What a place tells of the deed: as of whom the question asks, another's, that who did it had it
    done, that it is only meant to be done, that the
    contrary was, or it is open."""

    SO = enum.auto()
    OTHERS = enum.auto()
    REVERSED = enum.auto()
    UNDONE = enum.auto()
    CONTRARY = enum.auto()
    OPEN = enum.auto()


@dataclass(frozen=True, slots=True)
class Part:
    """Who plays which part in the deed asked about: the name's phrases, and whether the deed is done to them."""

    names: tuple[Phrase, ...]
    role: Role
    alone: bool
    others: tuple[Phrase, ...] = ()


def part_of(asked: Asked) -> Part | None:
    """The part that the name beside the deed has in it, where the question's own words say that."""
    deed = next((s for s in asked.slots if s.needed), None)
    if deed is None or asked.negative:
        return None
    tokens = [w.lower() for w in TOKEN.findall(asked.words)]
    first, behind = deed.place, deed.place + len(deed.asked.split())
    while any(s.kind == "deed" and s.place == first - 1 for s in asked.slots):
        # "Lund shot dead".
        first -= 1
    before = next((s for s in asked.slots if s.is_name and s.place == first - 1), None)
    if before is not None and asked.role is not None:
        return _part(asked, before, asked.role)
    done_to = lang.words("done_to")
    passive = tokens[first] in done_to or tokens[first] in _RELATIONS["put_in_office"]
    if before is not None and passive and is_past(tokens[first]) and not _is_done_by(asked, behind):
        return _part(asked, before, Role.PATIENT)
    if tokens[behind : behind + 1] and tokens[behind] in _RELATIONS["whom"]:
        after = behind + 1 + any(t in asking("articles") for t in tokens[behind + 1 : behind + 2])
        name = next((s for s in asked.slots if s.is_name and s.place == after), None)
        if name is not None and not _says_whose(asked, name) and (asked.done_alone or deed.asked.lower() in done_to):
            return _part(asked, name, Role.AGENT if asked.done_alone else Role.PATIENT)
    return None


def _says_whose(asked: Asked, name: Slot) -> bool:
    """Does a name only say who is meant by the word behind it ("the Orsk schoolgirls")?"""
    last = max(s.place for s in names_among(asked.slots)[name.group])
    return any(s.place == last + 1 and s.kind in ("thing", "rank") for s in asked.slots)


def _is_done_by(asked: Asked, behind: int) -> bool:
    """Has a verb behind a name somebody behind it to whom it may be done ("Lund shot Tolm", "Lund elected Tolm")?"""
    return any(s.place == behind and s.kind in ("name", "thing") for s in asked.slots)


def _part(asked: Asked, one: Slot, role: Role) -> Part | None:
    group = names_among(asked.slots)[one.group]
    most = max(s.weight for s in group)
    names = tuple(p for s in group if s.weight == most for p in s.means)
    others = tuple(
        p
        for group, words in names_among(asked.slots).items()
        if group != one.group
        for p in max(words, key=lambda s: s.weight).means
    )
    return Part(names, role, role is Role.AGENT and asked.done_alone, others)


def told_in(asked: Asked, part: Part, match: Match, text: str, parse: Parse, start: int = 0) -> Told:
    """What a place tells; ``text`` is its own."""
    tokens = TOKEN.findall(text)
    bases = [base_of(t) for t in tokens]
    actors, others = (
        {at for i in _found(names, bases) if (at := parse.at(start_of(text, i))) >= 0}
        for names in (part.names, part.others)
    )
    if len({s.group for s in asked.slots if s.is_name}) == 1:
        # Other spellings of the only name are known there.
        actors |= {at for a in match.actors if (at := parse.at(a - start)) >= 0}
    own = frozenset(p[0] for s in asked.slots if s.needed for p in s.means)
    if _is_contrary(asked, part, tokens, bases, text, parse, actors):
        return Told.CONTRARY
    places = [at for place in (match.at, *match.again) if place >= 0 and (at := parse.at(place - start)) >= 0]
    found = [_told_at(parse, at, actors, part, own) for at in places if parse[at].upos in _DEEDS]
    if actors and others and any(_is_reversed(parse, at, actors, others, part) for at in places):
        return Told.REVERSED
    if Told.SO in found:
        if not match.real:
            return Told.CONTRARY if _is_refused(tokens, text, match.at - start) else Told.UNDONE
        return Told.SO if _is_plain(asked, bases, text, places, parse) else Told.OPEN
    if Told.OPEN in found or not found:
        return Told.OPEN if match.real and actors else Told.UNDONE
    # What names nobody asked about tells of another's deed, but not that theirs is another's.
    return Told.OTHERS if Told.OTHERS in found and actors and match.share >= NEAR else Told.UNDONE


@functools.cache
def contraries() -> dict[str, tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]:
    """Of a deed with a contrary the phrases that tell of it alone, and those that tell of the contrary."""
    return {row: (_phrases(told), _phrases(other)) for row, told, other in lang.rows("contrary_deeds")}


def _phrases(listed: str) -> tuple[Phrase, ...]:
    return tuple(tuple(base_form(w) for w in phrase.split("_")) for phrase in listed.split())


def _found(phrases: Collection[Phrase], bases: Sequence[str]) -> list[int]:
    """At which tokens one of the phrases stands."""
    return [
        i for i in range(len(bases)) if any(bases[i] == p[0] and (len(p) == 1 or follows(bases, i, p)) for p in phrases)
    ]


def _of_rows(asked: Asked) -> list[tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]:
    rows = {d.name for s in asked.slots if s.needed for d in s.rows}
    return [contraries()[row] for row in sorted(rows & contraries().keys())]


def _is_plain(asked: Asked, bases: Sequence[str], text: str, places: Collection[int], parse: Parse) -> bool:
    """Does a word here tell of the deed and not, as well, of its contrary ("verdict")?"""
    known = _of_rows(asked)
    plainly = [parse.at(start_of(text, i)) for told, _ in known for i in _found(told, bases)]
    return not known or not set(places).isdisjoint(plainly)


def _is_contrary(
    asked: Asked,
    part: Part,
    tokens: Sequence[str],
    bases: Sequence[str],
    text: str,
    parse: Parse,
    actors: Collection[int],
) -> bool:
    """Is the contrary of the deed told here of whom the question asks?"""
    for _, other in _of_rows(asked):
        for i in _found(other, bases):
            at = parse.at(start_of(text, i))
            if at < 0:
                continue
            if (
                parse[at].upos == "VERB"
                and _of_verb(parse, at, actors, part) is Told.SO
                and _is_negated_or_meant(tokens, i) is False
            ):
                return True
            if parse[at].upos == "ADJ" and not is_negated(words_before(tokens, i, UNREAL_WITHIN)):
                verb = next((k for k in parse.ancestors(at) if parse[k].upos == "VERB"), -1)
                if verb >= 0 and _of_verb(parse, verb, actors, part) is Told.SO:
                    return True
            if parse[at].upos == "NOUN" and _judged(parse, whom(parse, at) or _owners(parse, at), actors) is Told.SO:
                return True
            if (
                part.role is Role.PATIENT
                and tokens[i].lower() == "not"
                and _of_verb(parse, parse[at].head if parse[at].head >= 0 else at, actors, part) is Told.SO
            ):
                return True
    return False


def _is_negated_or_meant(tokens: Sequence[str], at: int) -> bool:
    before = words_before(tokens, at, 5)
    return is_negated(before) or any(t in asking("unreal") for t in before)


def _is_refused(tokens: Sequence[str], text: str, place: int) -> bool:
    """Is the deed told of as not done?"""
    at = next((i for i in range(len(tokens)) if start_of(text, i) == place), -1)
    before = words_before(tokens, at, UNREAL_WITHIN) if at >= 0 else ()
    return any(t in asking("negative") for t in before)


def _told_at(parse: Parse, at: int, actors: Collection[int], part: Part, own: Collection[str]) -> Told:
    token = parse[at]
    if token.upos == "VERB":
        found = _of_verb(parse, at, actors, part)
        return Told.UNDONE if found is Told.SO and (aimed_at(parse, at, own) or _is_for(parse, at)) else found
    if token.upos in ("NOUN", "PROPN"):
        found = _of_noun(parse, at, actors, part)
        verb = token.head if token.deprel == "obl" else -1
        aimed = verb >= 0 and parse[verb].upos == "VERB" and aimed_at(parse, parse[verb].start, own)
        return Told.UNDONE if found is Told.OPEN and aimed else found
    return Told.OPEN


def _is_for(parse: Parse, at: int) -> bool:
    """Is it what a noun is for ("cause to indict")?"""
    noun = parse[at].head if parse[at].deprel == "acl" else -1
    infinitive = any(plain(parse[c].word) in asking("infinitive") for c in parse.children(at, "mark"))
    return infinitive and noun >= 0 and parse[noun].upos == "NOUN" and plain(parse[noun].word) in asking("made_to")


def _judged(parse: Parse, who: Sequence[int], actors: Collection[int], *, for_them: bool = False) -> Told:
    """Whose it is, by the heads of the phrases that say so. ``for_them`` says that what is theirs may do it for them
    ("the league's commissioner banned Lund")."""
    if not who:
        return Told.OPEN
    if any(_is_his(parse, a, c) for a in actors for c in who):
        return Told.SO
    standing_in = [c for c in who if parse[c].upos in _RELATIONS["standing_in"]]
    if any(parse[c].relation in _RELATIONS["owner"] and _is_of_subject(parse, c, actors) for c in standing_in):
        return Told.SO
    within = any(is_under(parse, a, c) and (for_them or _is_of_whom(parse, a, c)) for a in actors for c in who)
    return Told.OPEN if standing_in or within else Told.OTHERS


def _is_of_subject(parse: Parse, owner: int, actors: Collection[int]) -> bool:
    """Is "his" the subject's of the verb above ("Lund announced his resignation")?"""
    verb = next((i for i in parse.ancestors(owner) if parse[i].upos == "VERB"), -1)
    subject = subject_of(parse, verb) if verb >= 0 else -1
    return subject >= 0 and any(is_named_by(parse, a, subject) for a in actors)


def _is_of_whom(parse: Parse, actor: int, top: int) -> bool:
    """Is a phrase said to be of the actor ("part of the law")?"""
    while actor >= 0 and actor != top:
        if any(plain(parse[k].word) in _RELATIONS["whom"] for k in parse.children(actor, "case")):
            return True
        actor = parse[actor].head
    return False


def _is_his(parse: Parse, actor: int, head: int) -> bool:
    """Does a phrase name the actor, or those who are the actor's by an adjective ("Turkish jets")?"""
    return is_named_by(parse, actor, head) or (parse[actor].deprel == "amod" and parse[actor].head == head)


def _owners(parse: Parse, at: int) -> list[int]:
    return [c for c in parse.children(at, "nmod") if parse[c].relation in _RELATIONS["owner"]]


def _of_noun(parse: Parse, at: int, actors: Collection[int], part: Part) -> Told:
    if part.role is Role.AGENT and not part.alone:
        if owners := _owners(parse, at):
            return _judged(parse, owners, actors)
        reversed_ = any(_is_his(parse, a, c) for a in actors for c in whom(parse, at))
        return Told.OTHERS if reversed_ else Told.OPEN
    who = [
        *_owners(parse, at),
        *whom(parse, at),
        *(c for c in parse.children(at, "compound") if parse[c].upos == "PROPN"),
    ]
    return _judged(parse, who, actors)


def _is_reversed(parse: Parse, at: int, actors: Collection[int], others: Collection[int], part: Part) -> bool:
    """Does somebody else whom the question names do here to the actors what these are asked for as doing, or have done
    to it what these are?"""
    doing, done = (others, actors) if part.role is Role.AGENT else (actors, others)
    if parse[at].upos == "NOUN":
        return any(_is_his(parse, a, c) for a in doing for c in _owners(parse, at)) and any(
            is_under(parse, a, c) for a in done for c in whom(parse, at)
        )
    if parse[at].upos != "VERB":
        return False
    subject = subject_of(parse, at)
    objects = [*parse.children(at, "obj"), *_objects_beside(parse, at)]
    by = [c for c in parse.children(at, "obl") if parse[c].relation in _RELATIONS["doer"]]
    if _is_passive(parse, at):
        objects, subjects = [subject], by
    else:
        subjects = [subject]
    return any(s >= 0 and _is_his(parse, a, s) for a in doing for s in subjects) and any(
        o >= 0 and _is_his(parse, a, o) for a in done for o in objects
    )


def _is_passive(parse: Parse, at: int) -> bool:
    return any(parse[c].relation == "nsubj:pass" for c in parse.children(at, "nsubj")) or any(
        parse[c].relation == "aux:pass" for c in parse.children(at, "aux")
    )


def _leaves_whom(parse: Parse, at: int) -> bool:
    return base_form(plain(parse[at].word)) in {base_form(w) for w in asking("leaves_whom")}


def _objects_beside(parse: Parse, at: int) -> list[int]:
    """What a verb beside this one is done to ("shot and killed Lund")."""
    beside = [*parse.children(at, "conj"), *([parse[at].head] if parse[at].deprel == "conj" else [])]
    return [c for verb in beside for c in parse.children(verb, "obj")]


def _may_be_passive(parse: Parse, at: int) -> bool:
    """Is a verb in a headline that may have left out its "was" ("Lund arrested")?"""
    return (parse[at].deprel == "root" and plain(parse[at].word).endswith(PAST)) or at == len(parse) - 1


def _of_verb(parse: Parse, at: int, actors: Collection[int], part: Part) -> Told:
    subject = subject_of(parse, at)
    passive = _is_passive(parse, at)
    objects = list(parse.children(at, "obj"))
    by = [c for c in parse.children(at, "obl") if parse[c].relation in _RELATIONS["doer"]]
    if subject < 0 and parse[at].deprel in _RELATIONS["of_whom_done"] and plain(parse[at].word).endswith(PAST):
        subject, passive = parse[at].head, True
    if part.role is Role.PATIENT or (part.alone and (passive or objects)):
        if passive:
            return _judged(parse, [subject] if subject >= 0 else [], actors)
        if objects:
            found = _judged(parse, objects, actors)
            if part.role is Role.AGENT and found is not Told.SO and not _leaves_whom(parse, at):
                return _judged(parse, [subject] if subject >= 0 else [], actors)
            return found
        if (others := _objects_beside(parse, at)) and not part.alone:
            return _judged(parse, others, actors)
        found = _judged(parse, [subject] if subject >= 0 else [], actors)
        # Whom "Lund shot" it does not say.
        needs = part.role is Role.PATIENT and parse[at].word.lower() in lang.words("done_to")
        return Told.OPEN if needs and found is Told.SO and not _may_be_passive(parse, at) else found
    for_them = not part.alone
    if passive:
        return _judged(parse, by, actors, for_them=for_them)
    return _judged(parse, [subject] if subject >= 0 else [], actors, for_them=for_them)


def place_told_otherwise(asked: Asked, matches: Sequence[Match], day: int, held: Day, pool: Pool) -> Match | None:
    """Where the places that tell of the day tell of another's deed or of the contrary of what is asked for, the one
    that does so best; None where any tells of the deed itself, or where they leave that open."""
    part = part_of(asked)
    if part is None:
        return None
    spoken = held.naming | held.reporting
    of_day = [m for m in matches if m.article in spoken and _is_of_day(m, day, pool)]
    of_day = sorted(of_day, key=lambda m: -m.share)[:LOOKED_AT]
    texts = [(*_place(m, pool),) for m in of_day]
    parses = parse_each([(text, 0, len(text)) for text, _ in texts])
    told = [
        told_in(asked, part, m, text, parse, start)
        for m, (text, start), parse in zip(of_day, texts, parses, strict=True)
    ]
    if not is_otherwise(collections.Counter(told)):
        return None
    order = (Told.CONTRARY, Told.REVERSED, Told.OTHERS, Told.UNDONE)
    ranked = sorted(zip(told, of_day, strict=True), key=lambda f: order.index(f[0]) if f[0] in order else len(order))
    return ranked[0][1]


def is_otherwise(told: Mapping[Told, int]) -> bool:
    """Do what places tell, each so often, tell of another deed than the one asked about?"""
    so, open_, others = told.get(Told.SO, 0), told.get(Told.OPEN, 0), told.get(Told.OTHERS, 0)
    contrary, reversed_ = told.get(Told.CONTRARY, 0), told.get(Told.REVERSED, 0)
    if contrary and contrary >= TWICE * so:
        return True
    if reversed_ >= TWICE and reversed_ >= TWICE * so:
        return True
    if so:
        return others >= FAR_MORE * so and others >= open_
    return bool(others or told.get(Told.UNDONE, 0)) and others >= open_


def _is_of_day(match: Match, day: int, pool: Pool) -> bool:
    """Does a place name the day, or was it printed on it or soon after as news?"""
    article = pool.articles[match.article]
    if match.is_title:
        return article.published is not None and 0 <= article.published.toordinal() - day <= SOON
    dated = event_days(article.reading.sentences[match.sentence])
    return any(d == day or (not named and 0 <= d - day <= SOON and match.is_lead) for d, _, named in dated)


def _place(match: Match, pool: Pool) -> tuple[str, int]:
    """The text of a place, and where it begins in its article's."""
    article = pool.articles[match.article]
    if match.is_title:
        return article.title or "", 0
    sentence = article.reading.sentences[match.sentence]
    return article.text[sentence.start : sentence.end], sentence.start
