"""A happening that its day's weightiest sentence only brings up, in the words of one that tells it.

"The march followed a raid last Friday that killed a guard" is weighty on the march's account; the raid's own day is
better told by "A guard was killed in a raid on Friday"; the happening stays in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse
from leadup.reading.telling import telling, tells_past
from leadup.timeline.day_before import is_of_day_before, says_before
from leadup.timeline.day_places import days_named, deeds_of_day, hung_on_day
from leadup.timeline.deed_clauses import turns_on
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import done_before, hung_on, is_planned, is_standing
from leadup.timeline.happenings.same_deed import same_deeds
from leadup.timeline.happenings.turning import saying
from leadup.timeline.ranking import RankedHappening, forms, holds, weights
from leadup.timeline.readable import quotations
from leadup.timeline.relations import relations
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.story import Profile
from leadup.timeline.table import Table
from leadup.timeline.target.words import asking

BROUGHT_UP = 0.35
"""A sentence turns at most so much on what its day is hung on where it only brings that up..."""

TOLD = 0.6
"""...and at least so much where it tells it."""

SHARED = 0.4
"""How much of the shorter of two sentences the other says too. With .25 and without a deed in common, 8 of 144 answers
over news of 2012-2016 change, half of them for the worse; as it is, one does, for the better."""

BETTER = 1.6
"""How many times better, by its form and by how much it turns on the deed, the other must tell it."""

LISTED = 3
"""Days from which on a sentence is a list of what was done on each."""

NEAREST = 8
"""The sentences of a day that are looked at, those that share most."""


def plainly_worded(
    table: Table,
    picked: Sequence[RankedHappening],
    words: SharedWords,
    story: Profile | None,
    event: Collection[int],
) -> list[RankedHappening]:
    """The same happenings in the same order, each that its row only brings up worded by one of its day that tells it.

    ``event`` are the rows that tell of the event asked about, which word nothing else and stay as they are. A happening
    whose better wording is another's row already is left out: it is told there.
    """
    table.read_trees(one.row for one in picked)
    taken = {one.row for one in picked}
    found: list[RankedHappening] = []
    for one in picked:
        row = one.row if one.row in event else _better(table, one, words, story, event)
        if row != one.row and row in taken:
            continue
        taken.add(row)
        found.append(one if row == one.row else replace(one, row=row))
    return found


def _better(
    table: Table, one: RankedHappening, words: SharedWords, story: Profile | None, event: Collection[int]
) -> int:
    """The row that words a happening best: its own, unless that only brings it up and another tells it."""
    if not table.explicit[one.row] or turns_on_day(table, one.row, one.day) >= BROUGHT_UP:
        return one.row
    deeds = deeds_of_day(table, one.row, one.day)
    if not deeds.refers:
        return one.row
    others = [r for r in map(int, table.of_day[one.day]) if r != one.row and table.explicit[r] and r not in event]
    shared = dict(zip(others, words.shared(one.row, others), strict=True)) if others else {}
    near = sorted((r for r in others if shared[r] >= SHARED), key=lambda r: (-round(shared[r], 9), r))[:NEAREST]
    table.read_trees(near)
    form = forms(table, story, weights(), [one.row, *near])
    least = BETTER * form[one.row] * turns_on_day(table, one.row, one.day)
    best = one.row
    for row in near:
        told, turns = deeds_of_day(table, row, one.day), turns_on_day(table, row, one.day)
        if turns < TOLD or told.refers or not same_deeds(told, deeds):
            continue
        if form[row] * turns >= least and (best == one.row or form[row] > form[best]):
            best = row
    return best


def is_no_news(table: Table, row: int, day: int) -> bool:
    """Is a row no plain news of its day: one that only brings that up, a verdict, what voters mean to do, who may win,
    where somebody spoke, what is so or going on, what is still to be done, what was so before it, what only came after
    it?"""
    text = table.text(row)
    if any(holds(kind, text, table.language) for kind in ("verdict", "intent", "forecast")):
        return True
    if (
        is_scene(table, row)
        or is_in_present(table, row, day)
        or is_still_to_come(table, row, day)
        or is_of_before(table, row, day)
    ):
        return True
    return tells_aside(table, row, day) or is_in_passing(table, row, day) or is_of_day_before(table, row, day)


def is_scene(table: Table, row: int) -> bool:
    """Does a row say where or when somebody spoke, and tell nothing else ("Lund was addressing dockers on Monday", not
    "Lund was speaking to dockers on Monday before she fell")?"""
    text = table.text(row)
    if not holds("scene", text, table.language) or _AND_WHAT.search(text):
        return False
    tree = table.tree(row)
    return not any(k != tree.root and _is_told(tree, k, table.language) for k in range(len(tree)))


def is_in_present(table: Table, row: int, day: int) -> bool:
    """Does a row turn on what is so or going on as it is written ("people are talking", "her words appear to conflict
    with his"), under no heading with its date, as chronicles have? Not where its day is that of a past deed behind its
    main verb ("is sending troops after rebels seized Hask on Tuesday"): that is news of the day.

    Of seven such entries that were shown plainly in answers to 28 questions an editor kept one, the event itself.
    """
    language = table.language
    text, sentence = table.text(row), table.sentence(row)
    manner = telling(text, 0, len(text), language=language)
    if manner.manner not in ("going on", "standing") or manner.verb < 0 or table.under_heading[row]:
        return False
    tree = table.tree(row)
    at = tree.at(sentence.start + manner.verb)
    if at < 0 or (at != tree.root and tree[at].head != tree.root):
        return False
    return not (
        any(_is_behind_as_past(tree, at, language) for at in hung_on_day(table, row, day))
        or any(_is_read_as_of_main(tree, tree.at(place), language) for place in days_named(table, row, day))
    )


def _is_behind_as_past(tree: Parse, at: int, language: str) -> bool:
    """Does a deed stand behind the main verb, with or below a past verb or participle, or a gerund of what somebody is
    accused of?"""
    chain = [k for k in (at, *tree.ancestors(at)) if k != tree.root]
    if is_planned(tree, at, language) or any(
        tree[k].deprel in relations("of_clause") and tree[k].head == tree.root for k in chain
    ):
        return False
    return any(_is_past(tree, k, language) or _is_charge(tree, k, language) for k in chain)


def _is_read_as_of_main(tree: Parse, day: int, language: str) -> bool:
    """Is a day that is read as the main verb's right behind what was done before that ("is reeling after a gunman fired
    on Tuesday")?"""
    if day < 0 or hung_on(tree, day, language) not in (-1, tree.root):
        return False
    behind = (k for k in tree.children(tree.root) if tree.root < k < day and says_before(tree, (k,), language))
    return any(_has_past_form(tree[j].word, language) for k in behind for j in tree.subtree(k))


def _is_past(tree: Parse, at: int, language: str) -> bool:
    """Is a word a past verb or participle, or what is read as a noun behind "after" and may be one ("police shot")?"""
    if tree[at].upos not in relations("verbs"):
        return tells_past(tree[at].word, language) and says_before(tree, (at,), language)
    if any(tree[k].upos in relations("purpose") for k in tree.children(at, *relations("mark"))):
        return False
    return _has_past_form(tree[at].word, language)


def _has_past_form(word: str, language: str) -> bool:
    return word.lower().endswith(word_endings(language).past) or tells_past(word, language)


def _is_charge(tree: Parse, at: int, language: str) -> bool:
    """Is a word the gerund of what was done that somebody is accused of, charged with, held for?"""
    above = tree[at].head
    if (
        above != tree.root
        or not tree[at].word.lower().endswith(word_endings(language).gerund)
        or not tree.children(at, *relations("mark"))
    ):
        return False
    return tree[above].upos in relations("verbs") and not tree[above].word.lower().endswith(
        word_endings(language).gerund
    )


_AND_WHAT = re.compile(r"[:;](?!\d)")


def _is_told(tree: Parse, at: int, language: str) -> bool:
    """Does a word tell something of its own: a verb with who does it, or one more of the clause before it?"""
    clause = (*relations("clause"), *relations("beside"))
    if tree[at].deprel not in clause or tree[at].relation in relations("of_noun"):
        return False
    told = tree[at].upos in relations("verbs") or bool(tree.children(at, *relations("copula")))
    return told and not (
        tree[at].word.lower().endswith(word_endings(language).gerund) and not tree.children(at, *relations("finite"))
    )


def is_still_to_come(table: Table, row: int, day: int) -> bool:
    """Does a row turn on what will, should or may be done, in words that are not somebody's?

    Of eight such entries that were shown plainly in answers to 140 questions an editor kept three.
    """
    tree = table.tree(row)
    if tree.root < 0 or not is_planned(tree, tree.root, table.language) or _is_announced_then(table, row, day):
        return False
    at = tree[tree.root].start - table.sentence(row).start
    return not any(start <= at < end for start, end in quotations(table.text(row), table.language))


def _is_announced_then(table: Table, row: int, day: int) -> bool:
    """Does a row end on who said on the day what it turns on ("Lund will quit, her office announced on Tuesday")?"""
    language = table.language
    tree = table.tree(row)
    said = [
        k
        for k in tree.children(tree.root, *relations("apart"))
        if base_form(tree[k].lemma.lower(), language) in saying(language)
    ]
    hung = [hung_on(tree, tree.at(place), language) for place in days_named(table, row, day)]
    return any(at in said for at in hung) or (bool(said) and not hung)


def is_of_before(table: Table, row: int, day: int) -> bool:
    """Does a row turn on what was so or done before the time it tells of ("Lund had faced calls to go"), with no day
    hung on that ("Lund had left on Tuesday"), in words that nobody says?"""
    language = table.language
    tree = table.tree(row)
    root = tree.root
    if root < 0 or not any(
        tree[k].word.lower() in done_before(language) for k in tree.children(root, *relations("modal"))
    ):
        return False
    at = tree[root].start - table.sentence(row).start
    if any(start <= at < end for start, end in quotations(table.text(row), language)):
        return False
    if any(
        base_form(tree[k].lemma.lower(), language) in saying(language) for k in tree.children(root, *relations("apart"))
    ):
        return False
    hung = hung_on_day(table, row, day)
    return all(_is_aside(tree, at, language) for at in hung)


def _is_aside(tree: Parse, at: int, language: str) -> bool:
    """Does a word stand in an aside, and not in what says wherein the main deed was done ("had asked in a letter on
    Tuesday")?"""
    cases = (tree[c].word.lower() for c in tree.children(at, *relations("case")))
    if tree[at].head == tree.root and any(word in asking("done_in", language) for word in cases):
        return False
    return any(tree[k].deprel in relations("aside") for k in (at, *tree.ancestors(at)))


def is_in_passing(table: Table, row: int, day: int) -> bool:
    """Does a row name its day only in a participle's clause that says no time of what it tells ("Awaiting Tuesday's
    vote, Lund and Varo struck a deal", "winning most of the votes cast on Tuesday")?

    Of seven such entries that were shown plainly in answers to 140 questions an editor kept two; of those of a clause
    that says when ("as the strike began on Tuesday") as many as of any.
    """
    if not table.explicit[row]:
        return False
    tree, places = table.tree(row), days_named(table, row, day)
    if places and all(_is_an_example(table, row, place) for place in places):
        return True
    hung = hung_on_day(table, row, day)
    return bool(hung) and all(_is_under_participle(tree, at, table.language) for at in hung)


def _is_an_example(table: Table, row: int, place: int) -> bool:
    """Does the day at this code point of its article stand where a row gives an example of what it tells ("days of
    violence, including an attack on Tuesday")?"""
    before = table.text(row)[: place - table.sentence(row).start]
    return holds("example", _APART.split(before)[-1], table.language)


_APART = re.compile(r"[,;(—–]\s*|\s-+\s+")


def _is_under_participle(tree: Parse, at: int, language: str) -> bool:
    """Does a deed stand in a clause beside the main one that no word joins to it, and that has no doer of its own?

    The clause's own day says when the main one was ("arriving in Hask on Tuesday, Lund met Varo", "killing five men on
    Tuesday"), unless it names what is still ahead or another's; so does when somebody spoke ("speaking on Tuesday, Lund
    said", "quit, telling us on Monday").
    """
    own = at
    for above in tree.ancestors(at):
        if tree[own].deprel not in relations("one_with"):
            break
        own = above
    return any(
        tree[k].deprel in relations("beside_main")
        and tree[k].upos in relations("verbs")
        and (tree[k].head < k != own or _brings_up(tree, k, language))
        and not (
            holds("speaking", tree[k].word, language) or base_form(tree[k].lemma.lower(), language) in saying(language)
        )
        and not tree.children(k, *relations("joins"))
        for k in (at, *tree.ancestors(at))
    )


def _brings_up(tree: Parse, at: int, language: str) -> bool:
    """Does a participle, or a word of when beside it, say of a deed that it is ahead, behind or another's ("awaiting",
    "entering Orsk after the vote")?"""
    opens = (c for k in tree.children(at) for c in tree.children(k, *relations("case")))
    return any(holds("brings_up", tree[k].word, language) for k in (at, *opens))


def tells_aside(table: Table, row: int, day: int) -> bool:
    """Does a row only bring up what its day is hung on, while it says itself how things stand ("Varo, who quit on March
    3, is still behind Lund"), or one by one what was done on many days?"""
    if not table.explicit[row]:
        return False
    days = {t.span.single for t in table.sentence(row).timexes if t.span is not None and t.span.single is not None}
    if len(days) >= LISTED:
        return True
    tree = table.tree(row)
    if not is_standing(tree, table.language):
        return False
    on = relations("relative_clause") if _is_of_bare_name(tree) else relations("on_somebody")
    hung = hung_on_day(table, row, day)
    return bool(hung) and all(
        any(tree[k].relation in on or tree[k].deprel in on for k in (at, *tree.ancestors(at))) for at in hung
    )


def _is_of_bare_name(tree: Parse) -> bool:
    """Is all that a sentence turns on somebody's name? Its verb was missed then ("Lund, breaking her silence on the
    raid, outlined steps")."""
    root = tree.root
    return root >= 0 and tree[root].upos == "PROPN" and not tree.children(root, *relations("copula"))


def turns_on_day(table: Table, row: int, day: int) -> float:
    """How much a row turns on what its day is hung on, in (0, 1]; 1 where it names no day."""
    tree, places = table.tree(row), days_named(table, row, day)
    hung = (hung_on(tree, tree.at(place), table.language) for place in places)
    return max((turns_on(tree, tree[at].start, table.language) if at >= 0 else 0.0 for at in hung), default=1.0)
