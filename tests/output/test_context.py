"""The words before an entry's own, where they were not just read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import Entry, Span
from leadup.output.context import with_needed_context
from tests.output.stories import story
from tests.timeline.making import article, entry

DAY = dt.date(2021, 5, 3)
FIRST, SECOND, THIRD = "The dam burst.", "Crews left.", "They came back."
PAGE = article(f"{FIRST} {SECOND} {THIRD}", "The Test", DAY)


def _leaning(words: str, on: str) -> Entry:
    start = PAGE.text.index(on)
    return replace(entry(PAGE, words, DAY), context=Span.of(PAGE.id, PAGE.text, start, start + len(on)))


def _contexts(*entries: Entry) -> list[str | None]:
    shown = with_needed_context(replace(story(1), entries=entries)).entries
    return [e.context.exact if e.context else None for e in shown]


def test_what_the_entries_right_above_tell_is_not_told_again() -> None:
    above, middle = entry(PAGE, FIRST, DAY), _leaning(SECOND, FIRST)
    last = _leaning(THIRD, f"{FIRST} {SECOND}")
    assert _contexts(above, middle, last) == [None, None, None]
    assert _contexts(middle, last) == [FIRST, f"{FIRST} {SECOND}"]


def test_what_another_day_a_folded_entry_or_another_article_tells_is_not_right_above() -> None:
    above, leaning = entry(PAGE, FIRST, DAY), _leaning(SECOND, FIRST)
    for between in (
        replace(above, day=DAY - dt.timedelta(1)),
        replace(above, less_sure=True),
        entry(article(FIRST, "Another", DAY), FIRST, DAY),
    ):
        assert _contexts(between, leaning) == [None, FIRST]
