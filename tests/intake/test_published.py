"""Dates as machines write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leadup.intake.published import given as given_by
from leadup.intake.published import parse_time, stated

UTC = dt.UTC
EAST = dt.timezone(dt.timedelta(hours=5, minutes=30))
WEST = dt.timezone(-dt.timedelta(hours=4))
SYDNEY = dt.timezone(dt.timedelta(hours=11))


@pytest.mark.parametrize(
    ("value", "at", "precision", "zoned"),
    [
        ("2020-01-03", dt.datetime(2020, 1, 3, tzinfo=UTC), "day", False),
        ("2020-01-03T04:05:06Z", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
        ("2020-01-03T04:05:06.789+05:30", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=EAST), "second", True),
        ("2020-01-03 04:05 -0400", dt.datetime(2020, 1, 3, 4, 5, tzinfo=WEST), "minute", True),
        ("2020-01-03 04:05:06 UTC", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
        ("20200103T040506Z", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
        ("20200103", dt.datetime(2020, 1, 3, tzinfo=UTC), "day", False),
        ("Fri, 03 Jan 2020 04:05:06 +0000", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
        ("Fri, 03 Jan 2020 04:05:06 EDT", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=WEST), "second", True),
        # A sign that means several zones is none; one that a standard lacks is looked up.
        ("Fri, 03 Jan 2020 04:05:06 IST", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", False),
        ("2020-01-03 04:05:06 IST", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", False),
        ("Fri, 03 Jan 2020 04:05:06 AEDT", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=SYDNEY), "second", True),
        ("2020-01-03T24:00:00Z", dt.datetime(2020, 1, 4, tzinfo=UTC), "second", True),
        ("2020-01-03T24:05:00Z", dt.datetime(2020, 1, 3, tzinfo=UTC), "day", False),
        ("1578024306", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
        ("1578024306000", dt.datetime(2020, 1, 3, 4, 5, 6, tzinfo=UTC), "second", True),
    ],
)
def test_times(value: str, at: dt.datetime, precision: str, zoned: bool) -> None:
    assert parse_time(value) == (at, precision, zoned)


@pytest.mark.parametrize("value", ["", "yesterday", "2020-13-45", "0000-00-00", "2020", "12", "x" * 5000, "1066-10-14"])
def test_no_times(value: str) -> None:
    assert parse_time(value) is None


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_text_is_a_time_or_not(value: str) -> None:
    parsed = parse_time(value)
    assert parsed is None or parsed[0].tzinfo is not None


@given(st.datetimes(dt.datetime(1800, 1, 1), dt.datetime(2199, 1, 1)), st.integers(-14 * 4, 14 * 4))
def test_iso_times_come_back(at: dt.datetime, quarters: int) -> None:
    aware = at.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=15 * quarters)))
    # The first moment of computers' clocks is what a page writes that does not know its time.
    assume(aware != dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    assert parse_time(aware.isoformat()) == (aware, "second", True)


def test_what_a_record_states() -> None:
    found = stated("2020-01-03T04:05:06", "the record's own date")
    assert found is not None
    assert (found.certainty, found.precision, found.how) == ("sure", "second", "the record's own date, no zone given")
    assert stated(None, "x") is None
    assert stated(True, "x") is None
    assert stated(1578024306, "x") is not None


def test_a_table_without_a_moment_states_none() -> None:
    pandas = pytest.importorskip("pandas")
    assert stated(pandas.NaT, "x") is None


def test_what_the_asker_gives_is_sure() -> None:
    assert given_by(dt.date(2020, 1, 3)).day == dt.date(2020, 1, 3)
    assert given_by(dt.date(2020, 1, 3)).certainty == "sure"
    assert given_by(dt.datetime(2020, 1, 3, 4, 5, tzinfo=EAST)).at.utcoffset() == dt.timedelta(hours=5, minutes=30)
