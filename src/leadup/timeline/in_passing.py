"""Which articles only bring a happening up, and so are no further outlet that tells it.

Weeks later every article on a story says what began it, and on the day itself many name it in a clause ("the killings
have altered the campaign"). Such a sentence is evidence of the happening, and is laid open; but its outlet has not told
it as news, and is not counted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from leadup.model import Mention, Span, Target
from leadup.reading.syntax import Parse
from leadup.timeline.chain.resolve import deeds_of
from leadup.timeline.dating import mention, naming_day
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.day_deeds import befell, day_deeds, head_deeds, hung_on
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations
from leadup.timeline.stating import EventRows
from leadup.timeline.table import Table
from leadup.timeline.terms import calendar_terms, function_words

NEAR = 3
"""Days after the happening up to which an article tells it as news: over a weekend and a printed day."""

NEAR_TITLE = 1
"""Days up to which a headline that tells it is enough, wherever its text says so."""

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
    sentence's main clause or its headline?"""
    lag = int(table.lag[row])
    kind = table.piece(row)
    if (lag > NEAR and not shown) or kind == "opinion":
        return False
    match = event.matches.get(row)
    if match is not None and target is not None and lag <= NEAR_TITLE:
        title = table.pool.articles[table.rows[row].article].title
        if title and titled(title, target.words):
            return True
    places = [t.start for t in naming_day(table.sentence(row), day)]
    tree = table.tree(row)
    if match is None:
        return turns_on(tree, places) or is_said_then(tree, places)
    return turns_on(tree, places, tree.at(match.at) if match.at >= 0 else -1)


def turns_on(tree: Parse, places: Collection[int], deed: int = -1) -> bool:
    """Does a sentence turn on what it tells of a day, which is named at ``places``? ``deed`` is the word for what is
    told, or -1: then it is what the day is hung on, and any deed where no day is named."""
    deeds = day_deeds(tree, places).deeds
    main = {d.at for d in (*deeds, *head_deeds(tree)) if d.main}
    told = {deed} if deed >= 0 else {d.at for d in deeds if d.hung}
    return not told or not told.isdisjoint(main) or _is_outcome(tree, main, told)


def is_said_then(tree: Parse, places: Collection[int]) -> bool:
    """Does a sentence say first and foremost that somebody said on that day what it tells ("…, he said Friday", "… in a
    statement Friday")?"""
    for at in {hung_on(tree, tree.at(place)) for place in places} - {-1}:
        verb = tree[at].head if tree[at].upos != "VERB" else at
        said = verb >= 0 and base_form(tree[verb].lemma.lower()) in saying()
        if said and all(tree[k].deprel in relations("in_front") for k in (verb, *tree.ancestors(verb))):
            return True
    return False


def _is_outcome(tree: Parse, main: Collection[int], told: Collection[int]) -> bool:
    """Does a sentence turn on what befell people in what it tells ("nine are dead after the attack on Friday")?"""
    below = any(tree[at].head in main for at in told)
    return below and any(event_types_of().get(base_form(tree[at].lemma.lower()), frozenset()) & befell() for at in main)


def titled(title: str, asked: str) -> bool:
    """Does a headline tell what is asked about: a deed of its kind, and everybody that it names?"""
    if not deeds_of(title) & deeds_of(asked):
        return False
    idle = function_words() | calendar_terms()
    held = {term for term, _ in words_of(title)}
    words = [(term, named) for term, named in words_of(asked) if term not in idle]
    # "Susan Rice" is named by her surname.
    names = [[term for term, _ in run][-1] for named, run in groupby(words, key=lambda word: word[1]) if named]
    if names:
        return all(name in held for name in names)
    return sum(term in held for term, _ in words) >= OF_TITLE * len(words)
