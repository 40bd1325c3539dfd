"""What holds for every text."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.model import Timex
from leadup.times import date_heading, tag
from leadup.times.tokens import Tokens, lexicon
from tests.growth import assert_linear

VALUE = re.compile(
    r"""(PAST|PRESENT|FUTURE)_REF | BC\d{2,3} | BC\d{4}(-(\d\d|SP|SU|FA|WI|W\d\d(-WE)?|[QH]\d|\d\d-\d\d(T.+)?))?
    | P([\dX]+(\.\d+)?(Y|M|W|D|Q|C|WE))+ | PT([\dX]+(\.\d+)?[HMS])+
    | [\dX]{2,4}
    | [\dX]{4}-(\d\d | W\d\d(-WE)? | WXX(-WE|-[1-7])? | Q[1-4X] | H[12X] | XX | SP | SU | FA | WI)(T[A-Z]{2})?
    | [\dX]{4}-[\dX]{2}-[\dX]{2}(T((MO|MI|AF|EV|NI|DT)|\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?))?
    | \d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d""",
    re.VERBOSE,
)
MODS = {None, "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}

NUMBERS = ["27", "31", "2019", "1,000", "2.5", "1/2", "31/12/2019", "10:30", "1st", "21st", "1980s", "'98", "'80s"]
FILLERS = ["said", "will", "the", "attack", "2019-12-31", "$", "%", "x"]
WORDS = st.sampled_from(sorted(lexicon())) | st.sampled_from(NUMBERS + FILLERS)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80)
DAYS = st.dates() | st.none()


def check(text: str, found: tuple[Timex, ...]) -> None:
    at = 0
    for t in found:
        assert at <= t.start < t.end <= len(text)
        assert text[t.start : t.end] == t.exact
        assert VALUE.fullmatch(t.value), t.value
        assert t.mod in MODS
        assert t.rule and str(t.reason)
        at = t.end


@settings(max_examples=400)
@given(TEXTS, DAYS, st.booleans())
def test_spans_are_exact_and_values_valid(text: str, day: dt.date | None, narrative: bool) -> None:
    check(text, tag(text, day, narrative=narrative))


@settings(max_examples=150)
@given(TEXTS, DAYS, st.lists(st.tuples(st.integers(0, 200), st.dates()), max_size=3))
def test_sections_do_no_harm(text: str, day: dt.date | None, sections: list[tuple[int, dt.date]]) -> None:
    check(text, tag(text, day, sections=sorted(sections)))


@settings(max_examples=100)
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same(text: str, day: dt.date | None) -> None:
    assert tag(text, day) == tag(text, day)


@settings(max_examples=200)
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%b. %d, %Y"]),
)
def test_a_full_date_is_that_day(day: dt.date, form: str) -> None:
    text = day.strftime(form).replace("May.", "May")
    (found,) = tag(f"It was on {text}.")
    assert found.value == day.isoformat()
    assert date_heading(text) == day


@settings(max_examples=200)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_is_within_a_week(day: dt.date, weekday: int) -> None:
    name = (dt.date(2024, 3, 11) + dt.timedelta(weekday)).strftime("%A")
    (past,) = tag(f"He died {name}.", day)
    (ahead,) = tag(f"It will open {name}.", day)
    assert past.span is not None and past.span.single is not None
    assert ahead.span is not None and ahead.span.single is not None
    assert past.span.single.weekday() == ahead.span.single.weekday() == weekday
    # What a page tells of the day after its own was written on that day.
    assert -6 < (past.span.single - day).days <= 1 and 0 <= (ahead.span.single - day).days < 7


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_tokens_hold_all_but_spaces(text: str) -> None:
    tokens = Tokens(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.codes)
    at = 0
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        assert text[start : start + len(word)] == word
        assert not text[at:start].strip(), "only spaces are left out"
        at = start + len(word)
    assert not text[at:].strip()


HOSTILE = {
    "digits": "1",
    "last": "last ",
    "one line": "a",
    "spaces and dashes": " \u00a0\u2003\u2009\u200b\u3000-‐‑‒–—―−",
    "dates": "Jan. 3, 2010 ",
    "counts": "two and ",
    "clocks": "10 to ",
    "weekdays": "Monday ",
    "edges": "early late mid the ",
    "brackets": "(",
    "apostrophes": "'",
    "slashes": "1/1/",
    "dots": "1.1.",
    "hyphens": "twenty-",
    "events": "a day after x ",
    "breaks": "\n ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(unit: str) -> None:
    assert_linear(lambda size: partial(tag, (unit * (size // len(unit) + 1))[:size], dt.date(2020, 1, 3)), 4_000)


@pytest.mark.parametrize("text", ["1" * 1_000_000, "last " * 200_000, "\u2003\u2014" * 500_000])
def test_a_megabyte_is_read(text: str) -> None:
    assert tag(text, dt.date(2020, 1, 3)) == ()


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar(day: dt.date) -> None:
    text = (
        "yesterday, tomorrow, last week, next century, from Friday to Monday, between March and May, the past decade, "
        "9999999 years ago, 99999999999 days after Friday, next Christmas, two centuries later, early next winter, "
        "over the weekend, Ramadan, the third quarter of sales a year earlier, Dec. 31 and Jan. 1"
    )
    check(text, tag(text, day))
    check(text, tag(text, day, narrative=True, sections=[(20, day)]))
