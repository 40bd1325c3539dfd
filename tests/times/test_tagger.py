"""What is found, what it denotes: plain cases, each a line."""

from __future__ import annotations

import datetime as dt
import doctest

import pytest

import leadup.times
from leadup.times import tag

WEDNESDAY = dt.date(2024, 3, 13)

# text, the expressions with their values, on Wednesday 13 March 2024
CASES = [
    # weekdays: back by default, the same day, ahead where the verbs say so
    ("Police said Wednesday that he was arrested Monday.", [("Wednesday", "2024-03-13"), ("Monday", "2024-03-11")]),
    ("The talks are set to resume Monday in Oslo.", [("Monday", "2024-03-18")]),
    ("The court is scheduled to hear the case on Friday.", [("Friday", "2024-03-15")]),
    ("The minister will meet his counterpart Tuesday.", [("Tuesday", "2024-03-19")]),
    ("Neither man could be reached Tuesday.", [("Tuesday", "2024-03-12")]),
    ("The envoy could arrive as early as Saturday.", [("Saturday", "2024-03-16")]),
    ("The sale had been due to close on Friday.", [("Friday", "2024-03-08")]),
    ("Tuesday’s vote was close.", [("Tuesday", "2024-03-12")]),
    ("They came last Monday and leave next Monday.", [("last Monday", "2024-03-11"), ("next Monday", "2024-03-18")]),
    ("Shops were shut from Friday to Monday.", [("Friday", "2024-03-08"), ("Monday", "2024-03-11")]),
    ("It rained on Sunday, March 10.", [("Sunday, March 10", "2024-03-10")]),
    # newspapers are no days
    ("He told the Sunday Times on Friday.", [("Friday", "2024-03-08")]),
    ("The Mail on Sunday said so.", []),
    ("They marched on Bloody Sunday.", []),
    ("On Sunday Times Square was shut.", [("Sunday", "2024-03-10")]),
    ("Thursday (March 14) is free.", [("Thursday", "2024-03-14"), ("March 14", "2024-03-14")]),
    # parts of the day and the clock
    ("He said late Tuesday that it was over.", [("late Tuesday", "2024-03-12TEV")]),
    ("They left early on Monday.", [("early on Monday", "2024-03-11TMO")]),
    ("in a statement late Friday morning", [("late Friday morning", "2024-03-08TMO")]),
    ("It fell last night and this morning.", [("last night", "2024-03-12TNI"), ("this morning", "2024-03-13TMO")]),
    ("It began at 10 p.m. Tuesday.", [("10 p.m. Tuesday", "2024-03-12T22:00")]),
    ("It began at 14:30 UTC on Tuesday.", [("14:30 UTC on Tuesday", "2024-03-12T14:30")]),
    ("It struck at 10:35 a.m. (0735 GMT) Monday.", [("10:35 a.m.", "2024-03-11T10:35"), ("Monday", "2024-03-11")]),
    ("on the night of Jan. 2", [("the night of Jan. 2", "2024-01-02TNI")]),
    ("They fled at dawn on Sunday.", [("dawn on Sunday", "2024-03-10TMO")]),
    ("It began at 2:30pm on Tuesday.", [("2:30pm on Tuesday", "2024-03-12T14:30")]),
    ("It began at 10.30am on Tuesday.", [("10.30am on Tuesday", "2024-03-12T10:30")]),
    ("It rose 5.75 am.", []),
    # dates
    ("on Dec. 27, 2019", [("Dec. 27, 2019", "2019-12-27")]),
    ("on 27 December 2019", [("27 December 2019", "2019-12-27")]),
    ("the 5th of May, 1998", [("the 5th of May, 1998", "1998-05-05")]),
    ("Dec. 27-31, 2019", [("Dec. 27", "2019-12-27"), ("31, 2019", "2019-12-31")]),
    ("27–31 December 2019", [("27", "2019-12-27"), ("31 December 2019", "2019-12-31")]),
    ("on Dec. 24 and 25", [("Dec. 24", "2023-12-24"), ("25", "2023-12-25")]),
    ("The bonds, due Dec. 7, were sold.", [("Dec. 7", "2024-12-07")]),
    ("He died on Dec. 7.", [("Dec. 7", "2023-12-07")]),
    ("on 2019-12-31", [("2019-12-31", "2019-12-31")]),
    ("31/12/2019 and 5/6/2019", [("31/12/2019", "2019-12-31"), ("5/6/2019", "2019-06-05")]),
    ("12/31/2019 and 5/6/2019", [("12/31/2019", "2019-12-31"), ("5/6/2019", "2019-05-06")]),
    ("the 9/11 attacks", [("9/11", "2001-09-11")]),
    ("the Sept. 11 attacks", [("Sept. 11", "2001-09-11")]),
    ("It opens on Friday the 15th.", [("Friday the 15th", "2024-03-15")]),
    # months, quarters, years, decades
    ("in January", [("January", "2024-01")]),
    ("It was founded last May.", [("last May", "2023-05")]),
    ("June last year", [("June last year", "2023-06")]),
    ("by the end of March 2025", [("the end of March 2025", "2025-03")]),
    ("third-quarter profit rose", [("third-quarter", "2023-Q3")]),
    ("in the third quarter of 1998", [("the third quarter of 1998", "1998-Q3")]),
    ("Q3 2023 and H1 2024", [("Q3 2023", "2023-Q3"), ("H1 2024", "2024-H1")]),
    ("from 1957-58", [("1957", "1957"), ("58", "1958")]),
    ("in the late 1990s and the '80s", [("the late 1990s", "199"), ("the '80s", "198")]),
    ("the early 19th century", [("the early 19th century", "18")]),
    ("fiscal 2023", [("fiscal 2023", "2023")]),
    ("in the summer of 2019", [("the summer of 2019", "2019-SU")]),
    ("this fall", [("this fall", "2024-FA")]),
    # counted from now, or from what was said last
    ("two weeks ago and a year ago", [("two weeks ago", "2024-W09"), ("a year ago", "2023")]),
    ("a year and a half ago", [("a year and a half ago", "2022-09")]),
    ("It rose. On March 3 it fell; an hour and a half later it rose.",
     [("March 3", "2024-03-03"), ("an hour and a half", "PT1H30M")]),
    ("last week, this month, next year", [("last week", "2024-W10"), ("this month", "2024-03"), ("next year", "2025")]),
    ("over the weekend", [("the weekend", "2024-W10-WE")]),
    ("It fell on March 3. The next day it rose. Two days later it fell.",
     [("March 3", "2024-03-03"), ("The next day", "2024-03-04"), ("Two days later", "2024-03-06")]),
    ("Profit rose in the third quarter of 2023 from a year earlier.",
     [("the third quarter of 2023", "2023-Q3"), ("a year earlier", "2022-Q3")]),
    ("In March 2003 they marched. In May, they left.", [("March 2003", "2003-03"), ("May", "2003-05")]),
    # lengths and sets
    ("It took 2 1/2 years, half an hour and weeks.", [("2 1/2 years", "P2Y6M"), ("half an hour", "PT30M")]),
    ("for nearly forty years", [("nearly forty years", "P40Y")]),
    ("for about two weeks", [("two weeks", "P2W")]),
    ("for a decade", [("a decade", "P10Y")]),
    ("a two-day visit", [("two-day", "P2D")]),
    ("in recent years", [("recent years", "PXY")]),
    ("in the past 24 hours", [("the past 24 hours", "PT24H")]),
    ("every Tuesday and twice a week", [("every Tuesday", "XXXX-WXX-2"), ("a week", "P1W")]),
    ("daily, every two years", [("daily", "P1D"), ("every two years", "P2Y")]),
    # holidays
    ("on Christmas Day and New Year's Eve", [("Christmas Day", "2023-12-25"), ("New Year's Eve", "2023-12-31")]),
    ("last Thanksgiving, on Ashura", [("last Thanksgiving", "2023-11-23"), ("Ashura", "2024-07-17")]),
    ("Christmas 1998", [("Christmas 1998", "1998-12-25")]),
    ("on Good Friday", [("Good Friday", "2024-03-29")]),
    ("It was the Good Friday Agreement.", []),
    # what happened is past; what is meant to happen is not
    ("behind the Oct. 7 attacks", [("Oct. 7", "2023-10-07")]),
    ("behind the June 7 attacks", [("June 7", "2023-06-07")]),
    ("They did not search it until October.", [("October", "2023-10")]),
    ("It will stay open until October.", [("October", "2024-10")]),
    # words that are something else
    ("He may march on; the second man sat in the sun.", []),
    ("She was 34 years old, with a 5-year-old boy.", []),
    ("Flight 1549 was at 1600 Pennsylvania Avenue.", []),
    ("They won 3-2 and 21-14 with $1999 and 2,000 people; 2882015; version 2.10.", []),
    ("Theresa May and a Christmas tree in New York.", []),
    ("Foreign Minister Jan Kavan spoke.", []),
    ("about three-quarters of its food", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.exact, t.value) for t in tag(text, WEDNESDAY)] == expected


TREEBANK = [
    ("Jan. 3 , 2010", [("Jan. 3 , 2010", "2010-01-03")]),
    ("`` It did n't start Monday , '' he said Tuesday .", [("Monday", "2024-03-11"), ("Tuesday", "2024-03-12")]),
    ("Tuesday 's vote", [("Tuesday", "2024-03-12")]),
    ("at 10 a.m. on Tuesday .", [("10 a.m. on Tuesday", "2024-03-12T10:00")]),
    ("a 5 - year plan", [("5 - year", "P5Y")]),
]


@pytest.mark.parametrize(("text", "expected"), TREEBANK)
def test_tokenised_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.exact, t.value) for t in tag(text, WEDNESDAY)] == expected


def test_without_a_date_relative_expressions_stay_open() -> None:
    found = tag("It happened on Friday, two days after Dec. 27, 2019, and in May last year.")
    values = {t.exact: (t.value, t.span is not None) for t in found}
    assert values["Friday"] == ("XXXX-WXX-5", False)
    assert values["Dec. 27, 2019"] == ("2019-12-27", True)
    assert values["May last year"] == ("XXXX-05", False)


def test_a_datetime_is_its_day() -> None:
    at = dt.datetime(2024, 3, 13, 23, 30, tzinfo=dt.UTC)
    assert [t.value for t in tag("today", at)] == ["2024-03-13"]


def test_vague_words_can_be_left_out() -> None:
    text = "It is now, and was recently, the current law of the future."
    assert [t.value for t in tag(text, WEDNESDAY)] == ["PRESENT_REF", "PAST_REF", "PRESENT_REF", "FUTURE_REF"]
    assert tag(text, WEDNESDAY, vague=False) == ()


def test_a_date_that_opens_with_its_year_says_nothing_of_the_order_of_others() -> None:
    found = tag("It rained on 2020/03/14; they signed on 03/04/2020.", WEDNESDAY)
    assert [t.value for t in found] == ["2020-03-14", "2020-03-04"]


def test_day_first_can_be_forced() -> None:
    assert [t.value for t in tag("5/6/2019", WEDNESDAY, day_first=True)] == ["2019-06-05"]
    assert [t.value for t in tag("5/6/2019", WEDNESDAY, day_first=False)] == ["2019-05-06"]


def test_narrative_counts_from_the_last_date() -> None:
    text = "The army crossed the river on 6 June 1944. On 9 June it took the town, and in August the port."
    forced = {t.exact: t.value for t in tag(text, WEDNESDAY, narrative=True)}
    assert forced["9 June"] == "1944-06-09"
    assert forced["August"] == "1944-08"
    news = {t.exact: t.value for t in tag("It opened on 6 June 1944. The minister said on Tuesday.", WEDNESDAY)}
    assert news["Tuesday"] == "2024-03-12"


def test_the_same_words_look_elsewhere_in_other_surroundings() -> None:
    """On Wednesday, March 13: the Monday before and the one to come, where both stand in one text, again and again."""
    met, meets = "The council met on Monday.\n\n", "The council will meet on Monday.\n\n"
    days = [x.value for x in tag(2 * (met + meets) + 2 * met + 2 * meets, dt.date(2024, 3, 13))]
    past, future = "2024-03-11", "2024-03-18"
    assert days == 2 * [past, future] + 2 * [past] + 2 * [future]


def test_history_is_told_from_news() -> None:
    history = (
        "The war began in 1914. In 1915 the front froze. In February 1916 the siege began; in July it was over. "
        "By 1917 there was hunger, and in 1918 peace. In January the delegates came."
    )
    assert {t.exact: t.value for t in tag(history, WEDNESDAY)}["July"] == "1916-07"


def test_reasons_are_in_words() -> None:
    (friday,) = tag("He was killed on Friday.", dt.date(2020, 1, 5))
    assert str(friday.reason) == "Friday before 2020-01-05, the article's date"
    assert str(friday.anchor) == "2020-01-05, the article's date"
    assert friday.rule == "weekday"


def test_open_ends() -> None:
    since, until = tag("It has lasted since Monday and goes on until Friday.", WEDNESDAY)
    assert since.span is not None and (since.span.first, since.span.last) == (dt.date(2024, 3, 11), None)
    assert until.span is not None and (until.span.first, until.span.last) == (None, dt.date(2024, 3, 15))


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("last week", "2024-03-04", "2024-03-10", "week"),
        ("in February 2024", "2024-02-01", "2024-02-29", "month"),
        ("the third quarter of 1998", "1998-07-01", "1998-09-30", "quarter"),
        ("the 1980s", "1980-01-01", "1989-12-31", "decade"),
        ("this past weekend", "2024-03-09", "2024-03-10", "weekend"),
        ("this weekend", "2024-03-16", "2024-03-17", "weekend"),
        ("earlier this week", "2024-03-11", "2024-03-13", "week"),
        ("later this year", "2024-03-13", "2024-12-31", "year"),
        ("over the past month", "2024-02-13", "2024-03-13", "month"),
        ("over the past year", "2023-03-13", "2024-03-13", "year"),
        ("last winter", "2023-12-01", "2024-02-29", "season"),
        ("late Tuesday", "2024-03-12", "2024-03-12", "part-of-day"),
        ("at 5 p.m. Tuesday", "2024-03-12", "2024-03-12", "minute"),
    ],
)
def test_intervals(text: str, first: str, last: str, granularity: str) -> None:
    (found,) = tag(text, WEDNESDAY)
    assert found.span is not None
    assert (str(found.span.first), str(found.span.last), found.span.granularity) == (first, last, granularity)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early March", "START"),
        ("late March", "END"),
        ("mid-March", "MID"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("about 30 days", "APPROX"),
        ("more than two years ago", "MORE_THAN"),
        ("nearly a year", "LESS_THAN"),
        ("30 days", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    (found,) = tag(text, WEDNESDAY)
    assert found.mod == mod


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("at 14:30 UTC on Tuesday", "UTC"),
        ("5 p.m. EST Tuesday", "-05:00"),
        ("early Friday local time", "local"),
        ("2020-01-03T01:00:00+03:00", "+03:00"),
        ("on Tuesday", None),
    ],
)
def test_zones(text: str, zone: str | None) -> None:
    (found,) = tag(text, WEDNESDAY)
    assert found.zone == zone


def test_the_example_of_the_documentation() -> None:
    assert doctest.testmod(leadup.times).failed == 0
    assert doctest.testmod(leadup.times).attempted > 1
