"""The sentence that states the event asked about: its subject, its deed and its object in a main clause, as news.

Of the sentences of the event's day that tell of it (:class:`leadup.timeline.target.Matcher`), a few best are parsed: a
deed that the sentence turns on states it; one in a clause of time, a phrase ("after the killing of …") or a clause on
somebody else only mentions it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from leadup.model import Sentence, Target
from leadup.reading.syntax import Parse, parse_each
from leadup.reading.telling import telling as does
from leadup.timeline.carrying import is_by_those
from leadup.timeline.deed_clauses import (
    UNREAL,
    UNSAID,
    adds,
    has_part,
    is_of_announced,
    is_only_meant,
    of_announced,
    turns_on,
)
from leadup.timeline.deed_places import deed_places, is_doer
from leadup.timeline.deed_worth import worth_of
from leadup.timeline.event_choice import PLAINLY, TELLS, Stating, first_read
from leadup.timeline.event_names import (
    begun_lacking,
    groups_of_persons,
    has_part_in_main,
    holds_any,
    is_named_beside,
    names_lacking,
    things_lacking,
)
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.day_deeds import day_deeds, hung_on, is_denied, is_planned, is_standing, names_of_part
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.ranking import COMMON, LEAD, forms, holds, weights
from leadup.timeline.readable import leans
from leadup.timeline.relevance import Topic
from leadup.timeline.table import Table
from leadup.timeline.target.asked import Asked, read_question, respelt
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.slot import words_of_names
from leadup.timeline.target.spelling import HALF, spelt_alike
from leadup.timeline.target.words import asking
from leadup.timeline.terms import stems

_SAID = re.compile(r"[\"“](?:[^\"“”\s]+\s+){3,}[^\"“”]*[\"”]")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")

LEAST = 0.45
"""The share of the event that a sentence must hold."""

PARSED = 12
"""Sentences that are parsed, the best by their words."""

FORM = 0.5
"""Power of how well a sentence tells beside whether it states the event."""

NEWS = 1.4
"""For news of the day itself and the next: what is told later names the event in passing."""

ASIDE, GROUND, EVIDENCE = 0.6, 0.5, 1.2

LONGEST = 44
"""Words of a statement; a longer one says the event among other things."""

OPINION = 0.4
"""For one of an opinion piece, and for a verdict: what it makes of the event is no news of it."""

QUOTED = 0.5
"""For a sentence with another's words in it, four or more: fewer are a word that the outlet would not use itself."""

NAMELESS = 0.5
"""For a sentence with none of the event's persons (of its names, where it has none): "he fled" does not say who."""

LEAST_STATED = 0.03
"""Below this nothing states the event: what is left only announces it, or names it in passing."""

LEAST_PLAIN = 0.2
"""Below this the best sentence hardly states it: of the best ones of 187 questions over the real archive 31 were worth
less, of which 23 told the event in a clause, another deed or none; of those worth more some one in twelve did."""

CAME_BEFORE_WITHIN = 6
"""Words before the event's deed in which one stands that says it came before what is told."""

SAID_OF_TITLE = 0.5
"""The share of its headline's words that a lead says which tells what the headline states; without it, and counted more
than :data:`UNSAID`, seven entries of 125 questions over the real archive were worse and three better."""

PREVIEW = 0.5
"""For what was printed before the event's day, or tells the event as still to come."""

LEANING = 0.6
"""For a sentence that leans on the one before it: the event's entry is read first."""

GOES_ON = 0.6
"""For one that goes on from what was told before ("then", "another flight", "from that prison")."""

NAMED_BESIDE = 0.75
"""In place of :data:`NAMELESS` for the lead of an article whose headline or lead names the places and bodies asked for:
"Gunmen stormed a school" says what was done at Hask where the next sentence says where it is."""

BY_KIND = 0.6
"""For a lead that tells the event in none of the words it is asked for with, and turns on a deed of its kind."""

ABSENT = 0.5
"""For each of the question's names that a sentence lacks: "Varo arrived in Orsk" is not "Varo visits Lom". Also for
each thing that the deed is done with, where another word tells it: "claimed a lead" is not "invokes the treaty"."""

OTHERWISE_NAMED = 0.9
"""The share of the event in a sentence of its deed that names who had a part in it as other sentences of it do."""

OF_OTHERS = 0.5
"""For one that tells the deed of others than those asked for, or of these the other way round: "Varo endorsed Lund" is
not "Lund endorses Varo"."""

NO_PART = 0.6
"""For one that tells no deed that is asked for, and turns on what others did than those asked about: of four entries of
answers to 122 questions that this changes three become better, and the fourth is as good."""


@dataclass(frozen=True, slots=True)
class EventRows:
    """The rows of a table that tell of an event: the one that states it best, those of its day that tell of it in any
    clause, whether the best one states it plainly, how those tell of it that hold the words it is asked for with, and
    how much of it the headlines of their articles (by their index in the pool) tell. Empty where nothing of its day
    does."""

    stated: int | None = None
    restating: frozenset[int] = frozenset()
    plainly: bool = True
    matches: Mapping[int, Match] = field(default_factory=dict)
    titled: Mapping[int, float] = field(default_factory=dict)

    @property
    def rows(self) -> frozenset[int]:
        """All that tell of it, the one that states it among them."""
        return self.restating if self.stated is None else self.restating | {self.stated}


def find_event(table: Table, target: Target) -> EventRows:
    """The rows that tell of the event asked about; none where none of its day holds half of it.

    By the clock of another place it may be of two days; it is stated on its own, and restated on either.
    """
    rows = [int(row) for row in table.of_day.get(target.day.toordinal(), ())]
    if not rows:
        return EventRows()
    elsewhere: list[int] = []
    if target.rule == "local time" and target.other_day is not None:
        elsewhere = [int(row) for row in table.of_day.get(target.other_day.toordinal(), ())]
    matches, titled = _matches_in(table, target, [*rows, *elsewhere])
    told = matches | _otherwise_named(table, target, rows, matches)
    score, stated = _stated(table, target, rows, told, titled)
    if score < LEAST_STATED:
        return EventRows()
    restating = frozenset(row for row, match in told.items() if match.share >= TELLS and match.real)
    return EventRows(stated, restating, score >= LEAST_PLAIN, matches, titled)


def _stated(
    table: Table, target: Target, rows: Sequence[int], told: Mapping[int, Match], titled: Mapping[int, float]
) -> tuple[float, int]:
    """How well the event is stated by the row that states it best, and that row; 0 and no row where none is left."""
    language = table.language
    form = forms(table, None, weights(), rows)
    evidence = {(m.span.article, m.sentence) for m in target.evidence}
    scored: list[tuple[float, int]] = []
    slots = read_question(target.words, language).slots
    persons = groups_of_persons(slots, language)
    named = frozenset(n for n, s in enumerate(slots) if s.is_name and (s.group in persons or not persons))
    names = tuple(slots[n].asked for n in named)
    for row in rows:
        at = table.rows[row]
        match = told.get(row)
        headed = 0.0 if match else _headed(table, titled, row)
        share = match.share if match else max(headed, _share(table, target, row))
        if (table.pool.articles[at.article].id, at.sentence) in evidence:
            share *= EVIDENCE
        if share < LEAST:
            continue
        share *= NEWS if 0 <= table.lag[row] <= 1 else PREVIEW if table.lag[row] < 0 else 1.0
        share *= 1.0 if table.is_main_day[row] else ASIDE
        share *= OPINION ** (table.argued(row) + holds("verdict", table.text(row), language))
        share *= min(1.0, LONGEST / max(1, int(table.length[row])))
        if match is not None:
            share *= (1.0 if match.real else UNREAL) * (GROUND if match.ground else 1.0)
            share *= PREVIEW if match.ahead and table.lag[row] >= 0 else 1.0
        if match is not None and not match.held:
            pass
        elif names and not (match.own & named if match else holds_any(table.text(row), names)):
            share *= NAMED_BESIDE if not persons and is_named_beside(table, row, names) else NAMELESS
        elif match is not None and not persons:
            share *= ABSENT ** names_lacking(slots, match)
        if match is not None and match.is_placed:
            share *= ABSENT ** things_lacking(slots, match, table.pool.articles[at.article].text, language)
            share *= ABSENT ** begun_lacking(slots, match, language)
        share *= LEANING ** leans(table.text(row), language)
        share *= GOES_ON ** holds("goes_on", table.text(row), language)
        scored.append((share * float(form[row]) ** FORM, row))
    scored.sort(key=lambda s: (-round(s[0], 9), s[1]))
    found: list[Stating] = []
    for score, row in scored[:PARSED]:
        worth = _clause(table, target, row, told.get(row))
        found.append(Stating(row, score * worth, worth, told.get(row), table.tree(row)))
    found.sort(key=lambda one: (-round(one.score, 9), one.row))
    first = first_read(found, named, language)
    return (first.score, first.row) if first is not None else (0.0, -1)


def _headed(table: Table, titled: Mapping[int, float], row: int) -> float:
    """How much of the event the headline tells whose article a row leads, printed on the event's day or the next; 0 for
    a row that leads none, or tells nothing as done."""
    at = table.rows[row]
    if at.article not in titled or at.sentence >= LEAD or not 0 <= table.lag[row] <= 1:
        return 0.0
    title = frozenset(stems(table.pool.articles[at.article].title or "", table.language))
    if len(title.intersection(table.stems(row))) < SAID_OF_TITLE * len(title):
        return 0.0
    return titled[at.article] if tells_what_is_past(table.text(row), table.language) else 0.0


def tells_what_is_past(text: str, language: str) -> bool:
    """Does a sentence tell of what is past?"""
    return does(text, 0, len(text), language=language).past


def match_of(table: Table, target: Target, row: int) -> Match | None:
    """How a row tells of the event, by its words; None where it does not."""
    return _matches_in(table, target, [row])[0].get(row)


def _matches_in(table: Table, target: Target, rows: list[int]) -> tuple[dict[int, Match], dict[int, float]]:
    """The rows that tell of the event, and the articles whose headline tells it, with how much of it."""
    matcher = matcher_of(table, target, rows)
    wanted: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        wanted[table.rows[row].article, table.rows[row].sentence].append(row)
    found: dict[int, Match] = {}
    titled: dict[int, float] = {}
    for article in sorted({a for a, _ in wanted}):
        for match in table.matches(matcher, article):
            if match.is_title and match.is_done:
                titled[article] = match.share
            found.update((row, match) for row in wanted.get((article, match.sentence), ()))
    return found, titled


def _otherwise_named(table: Table, target: Target, rows: Sequence[int], told: Mapping[int, Match]) -> dict[int, Match]:
    """Further rows that tell of the event's deed, of whom others of its day name so: a flight by its number."""
    language = table.language
    slots = read_question(target.words, language).slots
    deeds = deeds_asked(target, language)
    asked = {word.lower() for word in words_of_names(slots)}
    known: set[str] = set()
    telling = {row: match.at for row, match in told.items() if match.share >= TELLS and match.real and match.is_placed}
    table.read_trees(telling)
    for row, place in telling.items():
        tree = table.tree(row)
        known |= names_of_part(tree, tree.at(place), language) - asked
    # A flight that is asked for by its number is named so with letters before it ("TX70").
    numbers = {w for w in known if w.isdigit()} | {s.asked for s in slots if s.kind == "number" and s.asked.isdigit()}
    held = known | numbers
    phrases = [phrase for s in slots if s.needed for phrase in s.means if len(phrase) > 1]
    words = deeds | {phrase[0] for phrase in phrases}
    further = [r for r in rows if held and r not in told and _names_deed(table.text(r), words, held, language)]
    table.read_trees(further)
    found: dict[int, Match] = {}
    for row in further:
        tree = table.tree(row)
        for deed in day_deeds(tree, (), language).deeds:
            who = deed.agent.names | deed.patient.names
            if (
                deed.main
                and (deed.base in deeds or tuple(deed.base.split("_")) in phrases)
                and (who & known or any(_is_numbered(w, n) for w in who for n in numbers))
            ):
                at = table.rows[row]
                found[row] = Match(
                    at.article, at.sentence, OTHERWISE_NAMED, frozenset(), frozenset(), True, 1.0, tree[deed.at].start
                )
    return found


def _is_numbered(name: str, number: str) -> bool:
    """Does a name end in a number, with no other digit before it ("tx70" is 70, "tx170" is not)?"""
    return name.endswith(number) and not name[: -len(number)][-1:].isdigit()


def _names_deed(text: str, deeds: frozenset[str], known: Collection[str], language: str) -> bool:
    """Do the words of a sentence hold one of the deeds, and one of the names that are known for who did it?"""
    low = text.lower()
    return any(w in low for w in known) and bool(deeds & {term for term, _ in words_of(text, language)})


def deeds_asked(target: Target, language: str) -> frozenset[str]:
    """The base forms of the single words for the deed that a target names."""
    slots = read_question(target.words, language).slots
    return frozenset(phrase[0] for s in slots if s.needed for phrase in s.means if len(phrase) == 1)


def is_in_a_report(table: Table, target: Target, row: int) -> bool:
    """Does a row stand in a report of the event: does the headline or the lead of its article tell it?"""
    matcher = matcher_of(table, target, [row])
    found = table.matches(matcher, table.rows[row].article)
    return any(m.is_lead and m.share >= TELLS and m.is_done for m in found)


def matcher_of(table: Table, target: Target, rows: Sequence[int]) -> Matcher:
    """What finds an event in rows, its names as the question and these rows spell them."""
    return _matcher(target.words, _as_spelt(table, read_question(target.words, table.language), rows), table.language)


def names_asked(table: Table, target: Target, row: int) -> bool | None:
    """Does a row name any of those that the question names? None where it names nobody."""
    matcher = matcher_of(table, target, [row])
    return matcher.names(table.text(row)) if matcher.has_names else None


@lru_cache(maxsize=32)
def _matcher(words: str, spelling: tuple[tuple[str, tuple[str, ...]], ...], language: str) -> Matcher:
    """What finds an event in a row, its names so spelt: the same for most of the rows that are looked at."""
    return Matcher(respelt(read_question(words, language), dict(spelling)), least=LEAST)


def _as_spelt(table: Table, asked: Asked, rows: Sequence[int]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names asked for, each as these rows spell it too: outlets of one day write Morsi and Morsy."""
    written = {word for row in rows for word in _NAME.findall(table.text(row))}
    spelling: dict[str, tuple[str, ...]] = {}
    for slot in asked.slots:
        if slot.is_name:
            near = [other for apart, other in spelt_alike(slot.asked, written, table.language) if apart <= HALF]
            spelling[slot.asked] = tuple(dict.fromkeys((slot.asked, *near))) if near else ()
    return tuple(spelling.items())


def _share(table: Table, target: Target, row: int) -> float:
    """The share of the event's words, by rarity, that a row holds; words for the same kind of deed count."""
    language = table.language
    rare, rarest = table.pool.rarity, table.pool.rarest
    # The deal that was announced is told by who made it: who announced it need not be said.
    left_out = deeds_asked(target, language) if is_of_announced(target.words, language) else frozenset()
    asked = [key for key in Topic.of_words(target.words, language).stems if key not in left_out]
    worth = {key: rare.get(key, rarest) + COMMON for key in asked}
    stems = set(table.stems(row))
    deeds = {family for key in stems for family in event_types_of(language).get(key, ())}
    held = (v for key, v in worth.items() if key in stems or event_types_of(language).get(key, frozenset()) & deeds)
    return math.fsum(held) / (math.fsum(worth.values()) or 1.0)


def _clause(table: Table, target: Target, row: int, match: Match | None) -> float:
    """How much of the sentence turns on the deed, in (0, 1]; the least where its place is not known.

    Where more of its words tell the deed ("opened fire, killing nine in the worst shooting of the year"), it is told by
    the one that the sentence turns on most.
    """
    language = table.language
    tree, text = table.tree(row), table.text(row)
    quoted = (QUOTED if _SAID.search(text) else 1.0) * adds(tree, language)
    if match is None or not match.is_placed:
        by_kind = _by_kind(tree, text, target, language) if table.rows[row].sentence < LEAD else 0.0
        by_kind = max(by_kind, of_announced(tree, text, target.words, language))
        # What says how somebody or something is, and what was printed before, tells of no deed of the day.
        stands = not by_kind and (is_standing(tree, language) or table.lag[row] < 0)
        to_come = (
            stands or is_planned(tree, tree.root, language) or is_only_meant(tree, tree.root, target.words, language)
        )
        own = 1.0 if by_kind or has_part_in_main(tree, read_question(target.words, language).slots) else NO_PART
        return max(UNSAID, by_kind) * quoted * own * (UNREAL if to_come else 1.0)
    return turned_on(table, target, row, match) * quoted * _as_asked(tree, match, target, language)


def _as_asked(tree: Parse, match: Match, target: Target, language: str) -> float:
    """What a sentence counts for by whom it tells the deed of: less where each of its words for it tells it of others
    than those asked for."""
    slots = read_question(target.words, language).slots
    deeds = dict.fromkeys((tree.at(match.at), *(at for at, _ in deed_places(tree, slots, language))))
    told = (is_by_those(tree, at, target.words, True, language, loosely=True) for at in deeds if at >= 0)
    return 1.0 if any(told) else OF_OTHERS


def turned_on(table: Table, target: Target, row: int, match: Match) -> float:
    """How much of a row turns on the event by which it matches, in (0, 1]: 1 where that is its main clause."""
    return worth_of(table.tree(row), match, target, lambda: on_other_days(table, target, row), table.language)


def states_plainly(table: Table, target: Target, row: int) -> bool:
    """Does a row turn on the event, as its own news, and name all of it, so that no other need be looked for?"""
    match = match_of(table, target, row)
    if match is None or match.share < TELLS or not 0 <= table.lag[row] <= 1:
        return False
    if names_lacking(read_question(target.words, table.language).slots, match):
        return False
    return _clause(table, target, row, match) >= PLAINLY


def turns_on_event(text: str, sentence: Sentence, match: Match, target: Target, language: str) -> bool:
    """Does a sentence of a text turn on the event by which it matches?"""
    (tree,) = parse_each([(text, sentence.start, sentence.end)], language)
    return worth_of(tree, match, target, frozenset, language) >= PLAINLY


def _by_kind(tree: Parse, text: str, target: Target, language: str) -> float:
    """How much of a sentence turns on a deed of the event's kind, told in another word than it is asked for with; 0
    where it names none of the persons asked for: another is as often meant."""
    slots = read_question(target.words, language).slots
    persons = groups_of_persons(slots, language)
    if persons and not holds_any(text, [s.asked for s in slots if s.group in persons]):
        return 0.0
    kinds = event_types_of(language)
    wanted = frozenset().union(*(kinds.get(base, frozenset()) for base in deeds_asked(target, language)))
    places = [
        at for at in range(len(tree)) if wanted & kinds.get(base_form(tree[at].lemma.lower(), language), frozenset())
    ]
    told = (
        at
        for at in places
        if not is_doer(tree, at, language) and not is_planned(tree, at, language) and not is_denied(tree, at, language)
    )
    worth = max((turns_on(tree, tree[at].start, language) for at in told), default=0.0)
    return BY_KIND * worth if worth >= PLAINLY else 0.0


def on_other_days(table: Table, target: Target, row: int) -> frozenset[int]:
    """The words of a row's sentence that a time other than the event's day is hung on ("had won there in 2008")."""
    tree, day = table.tree(row), target.day
    times = (t for t in table.sentence(row).timexes if t.span is not None and t.span.single != day)
    return frozenset(at for t in times if (at := hung_on(tree, tree.at(t.start), table.language)) >= 0)


def is_misdated(table: Table, target: Target, row: int) -> bool:
    """Is the day that a row is held to be of, another than the event's, wrong by what it tells of the event?"""
    day, event_day = table.rows[row].day, target.day.toordinal()
    if day == event_day or (target.is_guess and day > event_day):
        return False
    match = match_of(table, target, row)
    if is_told_of_another_day(table, target, row, match):
        return True
    return day < event_day and (
        comes_after_event(table, row, match) or (day == event_day - 1 and _states_it(table, target, row, match))
    )


def _states_it(table: Table, target: Target, row: int, match: Match | None) -> bool:
    """Does a row that names no day turn on the event itself: printed the day before by the clock of its outlet?"""
    if table.explicit[row] or match is None or match.share < TELLS or not match.is_done:
        return False
    return _clause(table, target, row, match) >= PLAINLY


def is_told_of_another_day(table: Table, target: Target, row: int, match: Match | None) -> bool:
    """Does a row of another day than the event's state the event itself, of a person: as one does that was misdated?

    A person resigns, dies and is caught once; of what befalls a place or is done by a state there may be another. The
    day beside the event's is that by the clock of another place, even where the event's day is a guess.
    """
    beside = abs(table.rows[row].day - target.day.toordinal()) == 1
    if target.is_guess and not beside:
        return False
    if match is None or match.share < TELLS or not match.real or not match.is_placed:
        return False
    named = words_of_names(read_question(target.words, table.language).slots)
    people = {word for n in table.sentence(row).names if n.is_person for word in n.exact.split()}
    of_it = {
        word for word in people if any(word == name or spelt_alike(word, (name,), table.language) for name in named)
    }
    if not of_it:
        return False
    tree = table.tree(row)
    return has_part(tree, tree.at(match.at), of_it)


def comes_after_event(table: Table, row: int, match: Match | None) -> bool:
    """Does a row say of what it tells that it came after the event ("rose after Varo was named"), so that the day it is
    held to be of, one before the event's, is wrong?"""
    if match is None or match.share < TELLS or not match.is_placed:
        return False
    sentence = table.sentence(row)
    before = table.pool.articles[table.rows[row].article].text[sentence.start : match.at]
    return not asking("came_before", table.language).isdisjoint(before.lower().split()[-CAME_BEFORE_WITHIN:])
