"""Where a row names a day, and what that day is hung on."""

from __future__ import annotations

from leadup.timeline.dating import naming_day
from leadup.timeline.deed_clauses import is_main
from leadup.timeline.happenings.day_deeds import DayDeeds, day_deeds, hung_on
from leadup.timeline.table import Table


def days_named(table: Table, row: int, day: int) -> tuple[int, ...]:
    """The places at which a row names a day, in code points of its article."""
    return tuple(t.start for t in naming_day(table.sentence(row), day))


def deeds_of_day(table: Table, row: int, day: int) -> DayDeeds:
    """What a row tells of a day that it names."""
    return day_deeds(table.tree(row), days_named(table, row, day), table.language)


def hung_on_day(table: Table, row: int, day: int) -> list[int]:
    """The words of a row that it hangs a day on, by which it says when they were so; none where it names none."""
    tree = table.tree(row)
    return [at for place in days_named(table, row, day) if (at := hung_on(tree, tree.at(place), table.language)) >= 0]


def turns_on_day_from(table: Table, row: int, first: int) -> bool:
    """Does a row turn on what it hangs a single day on, ``first`` (an ordinal) or a later one?"""
    tree = table.tree(row)
    spans = ((t.start, t.span.single) for t in table.sentence(row).timexes if t.span is not None)
    hung = (
        hung_on(tree, tree.at(start), table.language)
        for start, day in spans
        if day is not None and day.toordinal() >= first
    )
    return any(at >= 0 and is_main(tree, tree[at].start, table.language) for at in hung)
