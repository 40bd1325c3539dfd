from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.output.formats.ical import _folded, _text, to_icalendar
from tests.output.stories import crisis, hostile


@pytest.mark.parametrize("timeline", [crisis(), crisis(60), hostile()], ids=["20", "60", "hostile"])
@pytest.mark.filterwarnings("ignore")
def test_icalendar_reads_it(timeline) -> None:  # type: ignore[no-untyped-def]
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(to_icalendar(timeline))
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len(timeline.entries) and not calendar.errors
    for event, entry in zip(events, timeline.entries, strict=True):
        assert not event.errors
        assert event["DTSTART"].dt == entry.day and event["DTEND"].dt == entry.day + dt.timedelta(days=1)
        assert event["DTSTAMP"].dt.tzinfo is not None
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_lines_are_short_and_end_in_crlf() -> None:
    for timeline in (crisis(60), hostile()):
        text = to_icalendar(timeline)
        assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
        assert text.count("BEGIN:VEVENT\r\n") == len(timeline.entries)


@pytest.mark.parametrize(
    ("words", "value"), [("a, b; c", r"a\, b\; c"), ("back\\slash", r"back\\slash"), ("two\nlines", r"two\nlines")]
)
def test_text_is_escaped(words: str, value: str) -> None:
    assert _text(words) == value


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    folded = _folded(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
