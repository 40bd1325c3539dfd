"""Whose deed the places of a day tell: that of whom the question asks, or another's in the same sentence.

"Obama announced Hagel's resignation" holds every word of "the resignation of Obama", and tells of no such thing.
"""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence

from leadup.reading.syntax import Parse, parse_each
from leadup.timeline.dating import event_days
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.contrary import (
    is_contrary,
    is_of_other_charge,
    is_plain,
    is_refused,
    is_turned_on_itself,
    places_of,
)
from leadup.timeline.target.match import Match
from leadup.timeline.target.parts import AskedPart, DeedMatch, part_of
from leadup.timeline.target.roles import is_one_of_several, is_reversed, told_at
from leadup.timeline.target.slot import Role, object_deed
from leadup.timeline.target.tokens import WITHIN, base_of, start_of, token_pattern
from leadup.timeline.target.votes import Day
from leadup.timeline.target.words import asking

NEAR = 0.75
"""The share of an event that a place holds which would be taken for it."""
SOON = 3
"""Days after a day in which what names none is told of it."""
LOOKED_AT = 40
"""Places of a day that are looked at, those that tell most of the event first."""
TWICE, FAR_MORE = 2, 10
"""How many times as many places must tell of the contrary, or of who did it as having it done, as tell of the event, so
that it is refused all the same; and how many must tell of another's."""
THRICE = 3
"""Where none tells the deed itself, so many times the places that tell of another's must outnumber those that leave it
open. Of 40 questions for what did not happen three have a share between a quarter and a half, which are so refused."""
_DEEDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


def places_of_day(
    asked: Asked, matches: Sequence[Match], day: int, held: Day, pool: Pool
) -> list[tuple[DeedMatch, Match]]:
    """What each of the places that tell most of the day tells of the deed, by who plays which part; none where the
    question leaves the part of the name beside the deed open."""
    part = part_of(asked)
    if part is None:
        return []
    spoken = held.naming | held.reporting
    of_day = [m for m in matches if m.article in spoken and is_of_day(m, day, pool)]
    return [(told, match) for told, match, _ in _told_each(asked, part, of_day, pool)]


def tells_of(asked: Asked, matches: Sequence[Match], pool: Pool) -> bool | None:
    """Do places that hold all words of the event tell of it: True where more of them tell the deed of whom the question
    asks than of another; False where that is open, as in a question that leaves it open; None where none does.

    "Lund condemned the killing of a baker" holds every word of "the killing of Lund", and tells of no such thing. "Lund
    was forced to resign" may: the deed's verb stands right by the name. Of what never happened two of forty places told
    by chance, beside fourteen of another's deed.
    """
    part = part_of(asked)
    if part is None:
        return False if matches else None
    places = _told_each(asked, part, matches, pool)
    told = collections.Counter(told for told, _, _ in places)
    if told[DeedMatch.AS_ASKED] > told[DeedMatch.ANOTHERS]:
        return True
    by_name = sum(found is DeedMatch.OPEN and is_verb and _is_by_name(m, pool) for found, m, is_verb in places)
    return False if not told[DeedMatch.AS_ASKED] and by_name > told[DeedMatch.ANOTHERS] else None


def _is_by_name(match: Match, pool: Pool) -> bool:
    """Does the deed stand right behind the name, with few words between?"""
    article = pool.articles[match.article]
    text = (article.title or "") if match.is_title else article.text
    before = max((p for p in match.players if p < match.at), default=-1)
    return before >= 0 and len(token_pattern(pool.language).findall(text[before : match.at])) <= 1 + WITHIN


def _told_each(
    asked: Asked, part: AskedPart, matches: Sequence[Match], pool: Pool
) -> list[tuple[DeedMatch, Match, bool]]:
    """What each of the places that tell most tells of the deed, and whether its word for it is a verb there."""
    most = sorted(matches, key=lambda m: -m.share)[:LOOKED_AT]
    texts = [_place(m, pool) for m in most]
    parses = parse_each([(text, 0, len(text)) for text, _ in texts], asked.language)
    found = []
    for match, (text, start), parse in zip(most, texts, parses, strict=True):
        at = parse.at(match.at - start)
        told = told_in(asked, part, match, text, parse, start)
        found.append((told, match, at >= 0 and parse[at].upos == "VERB"))
    return found


def place_told_otherwise(asked: Asked, places: Sequence[tuple[DeedMatch, Match]]) -> tuple[DeedMatch, Match] | None:
    """Where the places of a day tell of another's deed or of the contrary of what is asked for, the one that does so
    best, and which it tells; None where any tells of the deed itself, or where more leave that open than tell that it
    was not done."""
    # Of whom or what it was done to a place has to speak, to tell of the deed itself.
    unsaid = asked.done_to
    told = collections.Counter(
        DeedMatch.OPEN if t is DeedMatch.AS_ASKED and unsaid >= 0 and unsaid not in match.held else t
        for t, match in places
    )
    # "Will not recommend charges against Lund": told of her, and as not done.
    denied = sum(bool(match.actors) and not match.real for _, match in places)
    is_denied = not told[DeedMatch.AS_ASKED] and denied > told[DeedMatch.OPEN]
    by_headlines = all(match.is_title for t, match in places if t is DeedMatch.AS_ASKED)
    if not (is_otherwise(told, by_headlines) or is_denied or is_won_by_another(asked, places)):
        return None
    order = (DeedMatch.CONTRARY, DeedMatch.REVERSED, DeedMatch.ANOTHERS, DeedMatch.NOT_DONE)
    return min(places, key=lambda f: order.index(f[0]) if f[0] in order else len(order))


def is_won_by_another(asked: Asked, places: Sequence[tuple[DeedMatch, Match]]) -> bool:
    """Has a contest another winner: do places name who is asked for with the deed, and none as who won, or fewer that
    name what was won, too, than say that another did?

    A victory is told of with its winner as the subject; who is only named in the same sentence did not win it, nor who
    "won praise" there.
    """
    if asked.role is not Role.AGENT or not _is_contest(asked):
        return False
    named = [(t, m) for t, m in places if m.players and m.real and m.share >= NEAR]
    won = [m for t, m in named if t is DeedMatch.AS_ASKED and not m.ground]
    # "Wins the nomination" names what is won by a deed's noun.
    prize = asked.done_to if asked.done_to >= 0 else object_deed(asked.slots, between=1)
    there = sum(prize < 0 or prize in m.own for m in won)
    others = sum(t in (DeedMatch.ANOTHERS, DeedMatch.CONTRARY, DeedMatch.REVERSED) and not m.ground for t, m in named)
    return bool(named) and (not won or others > there)


def _is_contest(asked: Asked) -> bool:
    """Has it one winner?"""
    return any(d.name in asking("contests", asked.language) for s in asked.slots if s.needed for d in s.rows)


def tells_itself(places: Sequence[tuple[DeedMatch, Match]]) -> bool:
    """Do more places tell that the deed was done, by or to whom the question says, than that the contrary was?"""
    told = collections.Counter(told for told, _ in places)
    return told[DeedMatch.AS_ASKED] > told[DeedMatch.CONTRARY]


def leaves_whose_open(asked: Asked, places: Sequence[tuple[DeedMatch, Match]]) -> bool:
    """Do several places of a day tell of a deed that is asked for by its noun, and none of them whose it is?

    "Obama spoke of the shooting" is near "the assassination of Obama", and so are many like it; of what happened one of
    several says to whom. Of 21 guesses to 105 such questions of 2012-2016 it is so of three, all to what never was.
    """
    part = part_of(asked)
    if part is None or not part.by_noun:
        return False
    told = collections.Counter(told for told, _ in places)
    open_ = told[DeedMatch.OPEN]
    return not told[DeedMatch.AS_ASKED] and open_ >= TWICE and open_ > told[DeedMatch.NOT_DONE]


def is_otherwise(told: Mapping[DeedMatch, int], by_headlines: bool = False) -> bool:
    """Do what places tell, each so often, tell of another deed than the one asked about?

    Where nothing but headlines tells the deed itself (``by_headlines``), less outweighs it: "Lund campaign chairman Ole
    Tolm resigns" is easily taken for Lund's own.
    """
    so, open_, others = told.get(DeedMatch.AS_ASKED, 0), told.get(DeedMatch.OPEN, 0), told.get(DeedMatch.ANOTHERS, 0)
    contrary, reversed_ = told.get(DeedMatch.CONTRARY, 0), told.get(DeedMatch.REVERSED, 0)
    if contrary and contrary >= TWICE * so:
        return True
    if reversed_ and not so and not open_:
        return True
    if reversed_ >= TWICE and reversed_ >= TWICE * so:
        return True
    if so:
        return others >= (THRICE if by_headlines else FAR_MORE) * so and others >= open_
    if others:
        return THRICE * others > open_
    return bool(told.get(DeedMatch.NOT_DONE, 0)) and not open_


def told_in(asked: Asked, part: AskedPart, match: Match, text: str, parse: Parse, start: int = 0) -> DeedMatch:
    """What a place tells; ``text`` is its own."""
    language = asked.language
    tokens = token_pattern(language).findall(text)
    bases = [base_of(t, language) for t in tokens]
    actors, others = (
        {at for i in places_of(names, bases) if (at := parse.at(start_of(text, i, language))) >= 0}
        for names in (part.names, part.others)
    )
    if len({s.group for s in asked.slots if s.is_name}) == 1:
        # Other spellings of the only name are known there.
        actors |= {at for a in match.players if (at := parse.at(a - start)) >= 0}
    own = frozenset(p[0] for s in asked.slots if s.needed for p in s.means)
    places = [at for place in (match.at, *match.again) if place >= 0 and (at := parse.at(place - start)) >= 0]
    by_deed = {at: told_at(parse, at, actors, part, own, language) for at in places if parse[at].upos in _DEEDS}
    found = list(by_deed.values())
    itself = [at for at, told in by_deed.items() if told is DeedMatch.AS_ASKED and parse[at].upos == "VERB"]
    if not match.real or match.ground or not is_plain(asked, bases, text, itself, parse):
        itself = []
    if is_contrary(asked, part, tokens, text, parse, actors, itself):
        return DeedMatch.CONTRARY
    if is_turned_on_itself(asked, parse, places):
        return DeedMatch.CONTRARY
    if is_of_other_charge(asked, bases):
        return DeedMatch.NOT_DONE
    if actors and others and any(is_reversed(parse, at, actors, others, part, language) for at in places):
        return DeedMatch.REVERSED
    if not match.real and not {DeedMatch.AS_ASKED, DeedMatch.NOT_DONE}.isdisjoint(found):
        # Who "declined to indict Lund" only had it to do.
        if is_refused(tokens, text, match.at - start, language):
            return DeedMatch.CONTRARY
        if DeedMatch.AS_ASKED in found:
            return DeedMatch.NOT_DONE
    if DeedMatch.AS_ASKED in found:
        if _is_contest(asked) and any(is_one_of_several(parse, at, language) for at in by_deed):
            return DeedMatch.OPEN
        return DeedMatch.AS_ASKED if is_plain(asked, bases, text, places, parse) else DeedMatch.OPEN
    if part.only_suffered and actors and DeedMatch.ANOTHERS in found:
        # "Shot and killed by an officer": both are done to them.
        return DeedMatch.ANOTHERS
    if DeedMatch.OPEN in found or not found:
        named = bool(actors) or _is_named_above(asked, match)
        return DeedMatch.OPEN if match.real and named else DeedMatch.NOT_DONE
    # What names nobody asked about tells of another's deed, but not that theirs is another's.
    return DeedMatch.ANOTHERS if DeedMatch.ANOTHERS in found and actors and match.share >= NEAR else DeedMatch.NOT_DONE


def _is_named_above(asked: Asked, match: Match) -> bool:
    """Does the head of a place's article name whom the question asks for, where the place itself names nobody?"""
    return any(asked.slots[i].is_name for i in match.held | match.head)


def is_of_day(match: Match, day: int, pool: Pool) -> bool:
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
