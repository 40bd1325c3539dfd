"""How much of who and what an event is asked for with a sentence that tells of it names itself."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.lang.cuts import RUN
from leadup.reading.names.lexicon import given_names, lexicon
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.ranking import LEAD
from leadup.timeline.relations import relations
from leadup.timeline.table import Table
from leadup.timeline.target.asked import THING
from leadup.timeline.target.match import Match
from leadup.timeline.target.slot import Slot, names_among, words_of_names
from leadup.timeline.target.words import asking

SMALL = 1
"""The size of a place of few people, whose name is as often a person's ("Clinton")."""


def groups_of_persons(slots: Sequence[Slot], language: str) -> frozenset[int]:
    """The groups of the names that are of persons, by a given name in them that is no body's or place's ("North")."""
    names = {group: [slot.asked for slot in name] for group, name in names_among(slots).items()}
    return frozenset(
        group
        for group, words in names.items()
        if any(word.lower() in given_names() for word in words) and not _is_body_or_place(words, language)
    )


def _is_body_or_place(words: Sequence[str], language: str) -> bool:
    """Is a name one that is known for a body or for more than a small place, or written as bodies' are ("ISIS")?"""
    known = lexicon(language).phrases.get(" ".join(words))
    if known is not None and known.size != SMALL:
        return True
    return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()


def names_lacking(slots: Sequence[Slot], match: Match) -> float:
    """How many of the names asked for a sentence lacks: one that neither the sentence nor its title holds counts 1, one
    that only the title holds 0.5."""
    asked = {s.group for s in slots if s.is_name}
    own, held = ({slots[n].group for n in places if slots[n].is_name} for places in (match.own, match.held))
    return (len(asked - own) + len(asked - held)) / 2


def things_lacking(slots: Sequence[Slot], match: Match, text: str, language: str) -> int:
    """How many of the things that the deed asked for is done with a sentence lacks, where it tells the deed by another
    word; 0 where by its own. What stands before the deed ("the airport bombing") says where it was as often."""
    told = RUN.match(text, match.at)
    deeds = {base_form(w, language) for s in slots if s.needed for w in s.asked.lower().split()}
    if told is None or base_form(told.group().lower(), language) in deeds:
        return 0
    after = min((s.place for s in slots if s.needed), default=-1)
    things = (n for n, s in enumerate(slots) if s.kind == "thing" and s.weight >= THING and s.place > after)
    return sum(n not in match.own for n in things)


def begun_lacking(slots: Sequence[Slot], match: Match, language: str) -> int:
    """How many of the deeds asked for as begun or ended ("the blackout begins") a sentence does not name: another thing
    begins there."""
    if not any(d.name in asking("begun", language) for s in slots if s.needed for d in s.rows):
        return 0
    return sum(n not in match.own for n, s in enumerate(slots) if s.kind == "deed" and not s.needed)


def has_part_in_main(tree: Parse, slots: Sequence[Slot]) -> bool:
    """Does one of those asked for, if any is, do what a sentence turns on, or is it done to them?"""
    names = words_of_names(slots)
    parts = tree.children(tree.root, *relations("part")) if tree.root >= 0 else ()
    further = (*relations("owned"), *relations("of_name"), *relations("of_one"))
    return not names or any(tree[k].word in names for p in parts for k in (p, *tree.children(p, *further)))


def holds_any(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)


def is_named_beside(table: Table, row: int, names: Sequence[str]) -> bool:
    """Does a row stand in the lead of its article, and name the headline or another sentence of it one of these?"""
    at = table.rows[row]
    article = table.pool.articles[at.article]
    lead = article.reading.sentences[:LEAD]
    if at.sentence >= LEAD:
        return False
    return holds_any(article.title or "", names) or holds_any(article.text[lead[0].start : lead[-1].end], names)
