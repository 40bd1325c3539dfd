"""What stands for the event and tells it only before it goes on to other news: "When Tolm quit, the town gasped"."""

from __future__ import annotations

import re
from functools import cache

from leadup.model import Target
from leadup.timeline.deed_below import is_told_below
from leadup.timeline.deed_clauses import is_main
from leadup.timeline.deed_places import deed_places
from leadup.timeline.plain_wording import is_of_before
from leadup.timeline.stating import match_of
from leadup.timeline.table import Table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.words import asking


def tells_event_aside(table: Table, target: Target, row: int) -> bool:
    """Does a row tell the event only in what it opens with, up to its first comma, or only below other news, or only
    what was so before ("Before Varo was shot, Tolm had been planning an attack")?

    All four such rows that stood plainly for the event in answers to 170 questions told other news. What the sentence
    opens with is known by its words: it is often read as the main clause.
    """
    language = table.language
    if is_of_before(table, row, table.rows[row].day):
        return True
    match, slots = match_of(table, target, row), read_question(target.words, language).slots
    if match is None or not match.is_placed:
        return False
    if is_told_below(table.tree(row), table.sentence(row), table.text(row), match, slots, language):
        return True
    opening = _opening(language).match(table.text(row))
    if opening is None:
        return False
    ends = table.sentence(row).start + opening.end()
    if match.at > ends:
        return False
    tree = table.tree(row)
    places = (tree[at].start for at, _ in deed_places(tree, slots, language))
    return not any(place > ends and is_main(tree, place, language) for place in places)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What a sentence opens with, behind its dateline, that says when or upon what its news came, up to a comma."""
    words = "|".join(sorted(asking("opens_with", language)))
    return re.compile(rf"(?:[A-Z][A-Z ,.]+\s?[-–—]+\s?)?(?i:{words})\b(?!,)[^,]*,(?!\s?\d)")
