"""What a report of the event, or of a day after it, only brings up: its own news is no part of what led up to that.

"Varo, who met Lund on Saturday, said she was honoured", printed when Varo was named, is news of the naming. What was
printed before the event's day led up to it whatever its clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leadup.model import Target
from leadup.reading.syntax import Parse
from leadup.timeline.day_places import hung_on_day, turns_on_day_from
from leadup.timeline.deed_clauses import is_main
from leadup.timeline.relations import relations
from leadup.timeline.stating import LEAST, match_of
from leadup.timeline.table import Table


def brought_up_later(table: Table, target: Target, rows: Iterable[int]) -> frozenset[int]:
    """Which of these rows, each of a day before the event's that it names, only bring their day up in looking back.

    That is so of a row that was printed on the event's day or later and tells of its own day only in a clause on
    somebody, or only in an aside: to the event, or to what was done on the event's day or later.

    Of twelve such entries that named their day in any aside, in answers to 105 questions, an editor kept five; of
    those printed before the event's day most.
    """
    return frozenset(row for row in rows if _is_late(table, target, row) and _only_brings_up(table, target, row))


def _is_late(table: Table, target: Target, row: int) -> bool:
    at = table.rows[row]
    printed = table.pool.articles[at.article].published
    return table.explicit[row] and at.day < target.day.toordinal() and printed is not None and printed >= target.day


def _only_brings_up(table: Table, target: Target, row: int) -> bool:
    tree = table.tree(row)
    hung = hung_on_day(table, row, table.rows[row].day)
    if not hung or tree.root < 0:
        return False
    if all(_is_under(tree, at, *relations("relative_clause")) for at in hung):
        return True
    if not all(_is_under(tree, at, *relations("aside")) for at in hung):
        return False
    return turns_on_day_from(table, row, target.day.toordinal()) or _turns_on_event(table, target, row, tree, hung)


def _is_under(tree: Parse, at: int, *aside: str) -> bool:
    """Does a word stand in one of these, below the main clause?"""
    return any(tree[k].deprel in aside or tree[k].relation in aside for k in (at, *tree.ancestors(at)))


def _turns_on_event(table: Table, target: Target, row: int, tree: Parse, hung: Collection[int]) -> bool:
    """Does a sentence turn on the event itself, in another word than those that its day is hung on?"""
    match = match_of(table, target, row)
    if match is None or match.share < LEAST or not match.is_done or not match.is_placed:
        return False
    told = tree.at(match.at)
    return told >= 0 and told not in hung and is_main(tree, match.at, table.language)
