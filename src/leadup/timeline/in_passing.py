"""Which articles only bring a happening up, and so are no further outlet that tells it.

Weeks later every article on a story says what began it, and on the day itself many name it in a clause ("the killings
have altered the campaign"). Such a sentence is evidence of the happening, and is laid open; but its outlet has not told
it as news, and is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby

from leadup.lang import kept_words
from leadup.model import Mention, Span, Target
from leadup.reading.syntax import Parse
from leadup.timeline.chain.phrases import deeds_of
from leadup.timeline.dating import mention
from leadup.timeline.day_places import days_named
from leadup.timeline.deed_clauses import is_unreal
from leadup.timeline.event_choice import PLAINLY, TELLS
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.day_deeds import befell, day_deeds, head_deeds, hung_on
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations
from leadup.timeline.stating import EventRows, turned_on
from leadup.timeline.table import Table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.name_words import has_surname_first, is_generation
from leadup.timeline.target.words import asking
from leadup.timeline.terms import calendar_terms, function_words

NEAR = 3
"""Days after the happening up to which an article tells it as news: over a weekend and a printed day."""

NEAR_TITLE = 1
"""Days up to which a headline that tells it is enough, wherever its text says so."""

OPENS = 2
"""The last sentence of a lead: what happened lately and stands there is its article's news, in whatever clause."""

HEADED = 0.85
"""The share of the event in a headline that tells it."""

NAMED = 0.5
"""The share of the names asked for that a sentence must hold itself which tells not all that is asked for. Of 15
reports that the answers to 109 questions count since, 14 told the event."""

OF_TITLE = 0.6
"""So much of the words of what is asked about a headline holds that tells it, where these name nobody."""


def in_passing(
    table: Table, mentions: Sequence[Mention], day: int, target: Target | None, event: EventRows
) -> frozenset[Span]:
    """Of the mentions of a day that tell of one happening, those whose article only brings it up.

    ``event`` are the rows that tell of what is asked about, where that is the happening (none otherwise): of them it is
    known which word tells it. The first of the mentions, in whose words it is shown, tells it however late its article
    looks back on it, where its sentence turns on it.
    """
    wanted = {m.span for m in mentions}
    shown = mentions[0].span if mentions else None
    rows = {span: int(r) for r in table.of_day[day] if (span := mention(table.pool, table.rows[int(r)]).span) in wanted}
    return frozenset(
        span for span in wanted if span in rows and not _is_news(table, rows[span], day, target, event, span == shown)
    )


def _is_news(table: Table, row: int, day: int, target: Target | None, event: EventRows, shown: bool = False) -> bool:
    """Does a row's article tell it as news: in a report near its day (however late, where the row is ``shown``), in the
    sentence's main clause, its headline, or its lead, where that does not give it as what its news came upon?"""
    language = table.language
    lag = int(table.lag[row])
    if (lag > NEAR and not shown) or table.is_opinion(row):
        return False
    match = event.matches.get(row)
    if match is not None and target is not None and lag <= NEAR_TITLE:
        title = table.pool.articles[table.rows[row].article].title
        if title and (titled(title, target.words, language) or names_one(title, target.words, language)):
            return True
        if is_titled(table, event, row):
            return True
    if match is not None and target is not None and is_only_supposed(table, target, row, match):
        return False
    places = days_named(table, row, day)
    tree = table.tree(row)
    deed = -1 if match is None or not match.is_placed else tree.at(match.at)
    if turns_on(tree, places, deed, language=language) or (match is None and is_said_then(tree, places, language)):
        return True
    if match is not None and target is not None and _turns_on_event(table, target, row, match):
        return True
    in_lead = table.rows[row].sentence <= OPENS and 0 <= lag <= NEAR
    return in_lead and (match is None or match.real) and tells_in_clause(tree, places, deed, language=language)


def opens_with_event(table: Table, target: Target, row: int, match: Match) -> bool:
    """Does a report printed on the event's day or the next tell the event in its lead, by a verb in whatever clause,
    naming itself those it is of?"""
    if table.rows[row].sentence > OPENS or not 0 <= table.lag[row] <= NEAR_TITLE:
        return False
    if (
        match.share < TELLS
        or not match.real
        or match.ground
        or not match.is_placed
        or not names_those(match, target, table.language)
    ):
        return False
    tree, language = table.tree(row), table.language
    at = tree.at(match.at)
    return tells_in_clause(tree, (), at, language=language) or turns_on(tree, (), at, language=language)


def names_those(match: Match, target: Target, language: str) -> bool:
    """Does a sentence name itself enough of those asked about?"""
    return match.names_itself(read_question(target.words, language), NAMED)


def _turns_on_event(table: Table, target: Target, row: int, match: Match) -> bool:
    """Does a row turn on the event asked about, told as done ("the leaks led Varo to resign on Sunday")?"""
    if not match.is_done:
        return False
    return turned_on(table, target, row, match) >= PLAINLY


def is_only_supposed(table: Table, target: Target, row: int, match: Match) -> bool:
    """Is the event that a row brings up only supposed or still to come ("let's imagine that Varo was freed")?"""
    tree = table.tree(row)
    deed = tree.at(match.at) if match.is_placed else -1
    return deed >= 0 and is_unreal(tree, deed, target.words, table.language)


def is_titled(table: Table, event: EventRows, row: int) -> bool:
    """Does the headline above a row, near the event's day, tell the event by the words it is asked for with?"""
    return 0 <= table.lag[row] <= NEAR_TITLE and event.titled.get(table.rows[row].article, 0.0) >= HEADED


def turns_on(tree: Parse, places: Collection[int], deed: int = -1, *, language: str) -> bool:
    """Does a sentence turn on what it tells of a day, which is named at ``places``? ``deed`` is the word for what is
    told, or -1: then it is what the day is hung on, and any deed where no day is named."""
    deeds = day_deeds(tree, places, language).deeds
    main = {d.at for d in (*deeds, *head_deeds(tree, language)) if d.main}
    told = {deed} if deed >= 0 else {d.at for d in deeds if d.hung}
    over = {above for at in told for above in _told_by(tree, at, language)}
    return not told or not main.isdisjoint(told | over) or _is_outcome(tree, main, told, language)


def tells_in_clause(tree: Parse, places: Collection[int], deed: int = -1, *, language: str) -> bool:
    """Does a sentence tell by a verb, in whatever clause, what was done on a day (``deed``, or what the day is hung
    on), and not as what its news came upon ("two weeks after Varo was shot")?"""
    told = {deed} if deed >= 0 else {d.at for d in day_deeds(tree, places, language).deeds if d.hung}
    verbs = (k for at in told for k in (at, *_told_by(tree, at, language)) if tree[k].upos in relations("verbs"))
    return any(not _is_upon(tree, verb, language) for verb in verbs)


def _told_by(tree: Parse, at: int, language: str) -> Iterator[int]:
    """The verbs above a deed with which it is told as done: "*announced* his resignation", "*led* Varo to resign",
    "*answered* by resigning"."""
    above = tree[at].head
    while above >= 0 and tree[above].upos in relations("verbs"):
        lemma = tree[above].lemma.lower()
        marks = {tree[c].word.lower() for c in tree.children(at, *relations("mark"))}
        noun = tree[at].deprel in relations("object") and lemma in kept_words("bearing", language)
        made = tree[above].word.lower() in asking("made_to", language) and asking("infinitive", language) & marks
        if not (noun or made or (tree[at].deprel in relations("meanwhile") and asking("by_doing", language) & marks)):
            return
        yield above
        at, above = above, tree[above].head


def _is_upon(tree: Parse, at: int, language: str) -> bool:
    """Does a deed's clause, or one that it stands in, say upon what older thing the news came?"""
    for above in (at, *tree.ancestors(at)):
        marks = {tree[c].word.lower() for c in tree.children(above)}
        if tree[above].word.lower() in asking("upon_noun", language) or asking("upon", language) & (
            marks | {tree[above].word.lower()}
        ):
            return True
    return False


def is_said_then(tree: Parse, places: Collection[int], language: str) -> bool:
    """Does a sentence say first and foremost that somebody said on that day what it tells ("…, he said Friday", "… in a
    statement Friday")?"""
    for at in {hung_on(tree, tree.at(place), language) for place in places} - {-1}:
        verb = tree[at].head if tree[at].upos != "VERB" else at
        said = verb >= 0 and base_form(tree[verb].lemma.lower(), language) in saying(language)
        if said and all(tree[k].deprel in relations("in_front") for k in (verb, *tree.ancestors(verb))):
            return True
    return False


def _is_outcome(tree: Parse, main: Collection[int], told: Collection[int], language: str) -> bool:
    """Does a sentence turn on what befell people in what it tells ("nine are dead after the attack on Friday")?"""
    below = any(tree[at].head in main for at in told)
    return below and any(
        event_types_of(language).get(base_form(tree[at].lemma.lower(), language), frozenset()) & befell(language)
        for at in main
    )


def titled(title: str, asked: str, language: str) -> bool:
    """Does a headline tell what is asked about: a deed of its kind, and everybody that it names?"""
    if not deeds_of(title, language) & deeds_of(asked, language):
        return False
    held = {term for term, _ in words_of(title, language)}
    names = _names(asked, language)
    if names:
        return all(name in held for name in names)
    words = [
        term for term, _ in words_of(asked, language) if term not in function_words(language) | calendar_terms(language)
    ]
    return sum(term in held for term in words) >= OF_TITLE * len(words)


def names_one(title: str, asked: str, language: str) -> bool:
    """Does a headline tell a deed of the kind asked about and name anybody of those asked about, neither in what it
    says its news came upon ("Mayor speaks after Varo is shot")?"""
    news = _upon(language).split(title)[0]
    held = {term for term, _ in words_of(news, language)}
    return bool(deeds_of(news, language) & deeds_of(asked, language)) and any(
        name in held for name in _names(asked, language)
    )


def _names(asked: str, language: str) -> list[str]:
    """The word that tells each name asked about from others: "Susan Rice" is named by her surname, its last, "Kim Jong
    Un" by his, its first."""
    idle = function_words(language) | calendar_terms(language)
    words = [(term, named) for term, named in words_of(asked, language) if term not in idle]
    runs = [[term for term, _ in run] for named, run in groupby(words, key=lambda word: word[1]) if named]
    return [_surname(run, language) for run in runs]


def _surname(name: Sequence[str], language: str) -> str:
    if has_surname_first(name, language):
        return name[0]
    return name[-2] if len(name) > 1 and is_generation(name[-1], language) else name[-1]


@cache
def _upon(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(asking('upon', language) | asking('upon_noun', language)))})\b", re.IGNORECASE
    )
