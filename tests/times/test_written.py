"""How days are written: forms with their month in letters, year written once, names that are no times."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import tag

# the day of writing, a text, the expressions with their values
CASES = [
    # forms of one day
    ("2021-05-06", "The 9 crates went 7-Nov-2014 to Oru.", [("7-Nov-2014", "2014-11-07")]),
    ("2013-03-04", "Its stamp reads 4-Feb-11.", [("4-Feb-11", "2011-02-04")]),
    ("2021-05-06", "Its stamp reads 4 / Feb / 2011.", [("4 / Feb / 2011", "2011-02-04")]),
    ("2021-05-06", "She landed 4 FEB 15 at Oru.", [("4 FEB 15", "2015-02-04")]),
    ("2021-05-06", "She landed 4FEB2015 at Oru.", [("4FEB2015", "2015-02-04")]),
    ("2021-05-06", "Her flight 4FAB15 left.", []),
    ("2021-05-06", "In 2017 October 3 was a holiday there.", [("2017 October 3", "2017-10-03")]),
    ("2016-05-09", "The lease ends 30th march 2016.", [("30th march 2016", "2016-03-30")]),
    ("2016-05-09", "The 2nd march on the palace was calm.", []),
    ("2016-12-02", "The board sits on 3 rd may 2017.", [("3 rd may 2017", "2017-05-03")]),
    ("2021-05-06", "It was sealed on 3. October 2016.", [("3. October 2016", "2016-10-03")]),
    ("2021-05-06", "They scored 3. October 2016 was wet.", [("October 2016", "2016-10")]),
    ("2012-09-20", "It fell on the thirty-first of May.", [("the thirty-first of May", "2012-05-31")]),
    ("2012-09-20", "It fell on May twenty-second.", [("May twenty-second", "2012-05-22")]),
    ("2019-12-05", "Shut 12-13-2019 6:00am to 12-15-2019 5:00pm",
     [("12-13-2019 6:00am", "2019-12-13T06:00"), ("12-15-2019 5:00pm", "2019-12-15T17:00")]),
    ("2019-12-05", "Call 555-12-2019 or 020-1989-2000 or (555) 010-2009.", []),
    ("2015-01-06", "Filed Dec 9 10:15 by the desk in Oru.", [("Dec 9 10:15", "2014-12-09T10:15")]),
    # months and years that the words choose
    ("2010-05-25", "She quit on the 9th of last month.", [("the 9th of last month", "2010-04-09")]),
    ("2010-05-25", "She quits on the 9th of next month.", [("the 9th of next month", "2010-06-09")]),
    ("2010-01-25", "She quit on the 31st of last month.", [("the 31st of last month", "2009-12-31")]),
    ("2020-05-12", "He was held on 3 July last year.", [("3 July last year", "2019-07-03")]),
    ("2020-05-12", "He was held on July 3 this year.", [("July 3 this year", "2020-07-03")]),
    # one year for a range or a list
    ("2020-05-12", "They dug from April to November 2011.", [("April", "2011-04"), ("November 2011", "2011-11")]),
    ("2014-01-10", "Sales fell from October to February 2013.", [("October", "2012-10"), ("February 2013", "2013-02")]),
    ("2020-05-12", "Between May and July 2016 nine fled.", [("May", "2016-05"), ("July 2016", "2016-07")]),
    ("2020-05-12", "In May, July and late August 2016 nine fled.",
     [("May", "2016-05"), ("July", "2016-07"), ("late August 2016", "2016-08")]),
    ("2020-02-01", "Shut 30 December to 4 January 2019.",
     [("30 December", "2018-12-30"), ("4 January 2019", "2019-01-04")]),
    ("2020-05-12", "They met on 5 June and 6 July 2016.", [("5 June", "2016-06-05"), ("6 July 2016", "2016-07-06")]),
    ("2020-05-12", "They met on June 5 and July 6, 2016.", [("June 5", "2016-06-05"), ("July 6, 2016", "2016-07-06")]),
    ("2020-05-12", "They met on 2, 4 and 9 May 2010.",
     [("2", "2010-05-02"), ("4", "2010-05-04"), ("9 May 2010", "2010-05-09")]),
    ("2020-01-03", "They play Monday 20 and Tuesday 21 January.",
     [("Monday 20", "2020-01-20"), ("Tuesday 21 January", "2020-01-21")]),
    ("2020-01-29", "They played Friday 10 and Saturday 11 January 2020.",
     [("Friday 10", "2020-01-10"), ("Saturday 11 January 2020", "2020-01-11")]),
    ("2020-05-12", "The dam stood 2009–2012.", [("2009", "2009"), ("2012", "2012")]),
    ("2020-05-12", "The dam stood (1861-1865) there.", [("1861", "1861"), ("1865", "1865")]),
    ("2020-05-12", "The dam stood (1850-1913) there.", [("1850", "1850"), ("1913", "1913")]),
    # the time that a race took is none of the day; years before our era are read up to 999
    ("2021-05-05", "The race ended 12:05:30 behind the port.", []),
    ("2021-05-05", "It was shut at 12:05:30 on Monday.", [("12:05:30 on Monday", "2021-05-03T12:05")]),
    ("2021-05-05", "The temple of 1000 BC fell in 999 BC.", [("999 BC", "BC0999")]),
    # parts of other names and of titles
    ("2021-05-05", '("K7-1998") is a barge.', []),
    ("2021-05-05", 'He sang "Last Week" there.', []),
    ("2021-05-05", "A 3-month - old boy fell.", []),
    # "the summer" is the last one where it is told of, and not yet come again
    ("2021-12-05", "He resigned in the summer.", [("the summer", "2021-SU")]),
    ("2021-05-05", "He resigned in the summer.", [("the summer", "2020-SU")]),
    # beside "the same day" the date stands alone
    ("2021-05-05", "On April 16, the same day that it sank, Lund left.", [("April 16", "2021-04-16")]),
    ("2021-05-05", "On the 16th of April, the same day, she left.", [("the 16th of April", "2021-04-16")]),
    # a week that is told of early in the next is the one before
    ("2021-05-03", "Sales for the week fell.", [("the week", "2021-W17")]),
    ("2021-05-05", "Sales for the week fell.", [("the week", "2021-W18")]),
    # a night after the day of writing is not told of
    ("2021-05-15", "They met on May 5. The following night they left.",
     [("May 5", "2021-05-05"), ("The following night", "2021-05-06TNI")]),
    ("2021-05-05", "They met on May 5. The following night they left.",
     [("May 5", "2021-05-05"), ("The following night", "XXXX-XX-XXTNI")]),
    ("2021-05-05", "They met on May 5. That night they left.",
     [("May 5", "2021-05-05"), ("That night", "2021-05-05TNI")]),
    # parts of months and quarters
    ("2012-09-20", "It rained in the first week of July.", [("the first week of July", "2012-W27")]),
    ("2012-09-20", "It rained on the last day of 2010.", [("the last day of 2010", "2010-12-31")]),
    ("2012-09-20", "It rained on the last day of May 2010.", [("the last day of May 2010", "2010-05-31")]),
    ("2012-09-20", "Sales fell in the final half of 2010.", [("the final half of 2010", "2010-H2")]),
    # the word before a month is of what came behind
    ("2013-04-16", "They met new laws following December's fire.", [("December", "2012-12")]),
    ("2013-04-16", "The following December was dry.", [("following December", "2013-12")]),
    # a weekday of a thing that was held on it
    ("2015-07-16", "They said so in a Tuesday letter.", [("Tuesday", "2015-07-14")]),
    ("2015-07-16", "They held a Sunday night vigil.", [("Sunday night", "2015-07-12TNI")]),
    ("2015-07-16", "They met on a Tuesday.", [("Tuesday", "XXXX-WXX-2")]),
    ("2015-07-16", "They met on a Sunday night.", [("Sunday night", "XXXX-WXX-7")]),
    ("2015-07-16", "She spoke in a Tuesday morning radio interview.", [("Tuesday morning", "2015-07-14TMO")]),
    ("2015-07-16", "Three men died in a Sunday night shooting.", [("Sunday night", "2015-07-12TNI")]),
    ("2015-07-16", "He was a Monday morning quarterback.", [("Monday morning", "XXXX-WXX-1")]),
    ("2015-07-16", "She came in a Sunday dress.", [("Sunday", "XXXX-WXX-7")]),
    ("2015-07-16", "They took a Sunday afternoon drive.", [("Sunday afternoon", "XXXX-WXX-7")]),
    ("2015-07-16", "They sold fruit at a Saturday market.", [("Saturday", "XXXX-WXX-6")]),
    ("2015-07-16", "They hold a Sunday night vigil.", [("Sunday night", "XXXX-WXX-7")]),
    ("2015-07-16", "They used to hold a Sunday night vigil.", [("Sunday night", "XXXX-WXX-7")]),
    ("2015-07-16", "They held a Sunday vigil on each wharf.", [("Sunday", "XXXX-WXX-7")]),
    ("2015-07-16", "They held a Sunday night vigil every time.", [("Sunday night", "XXXX-WXX-7")]),
    ("2015-07-16", "A Friday night ball game is what they live for.", [("Friday night", "XXXX-WXX-5")]),
    ("2015-07-16", "They will decide at a Monday meeting.", [("Monday", "XXXX-WXX-1")]),
    # counted from a weekday
    ("2016-02-12", "They meet a week from Friday.", [("a week from Friday", "2016-02-26")]),
    ("2016-02-12", "They meet two weeks from Monday.", [("two weeks from Monday", "2016-02-29")]),
    ("2013-04-08", "She will be buried the Friday following her death.", [("the Friday", "2013-04-12")]),
    ("2013-04-08", "He spoke the Tuesday after the verdict.", [("the Tuesday", "XXXX-WXX-2")]),
    ("2013-04-18", "They came on Sunday, April 7, the same day as he.", [("Sunday, April 7", "2013-04-07")]),
    ("2013-04-18", "It fell on April 8. He spoke the Friday after the vote.",
     [("April 8", "2013-04-08"), ("the Friday", "2013-04-12")]),
    # clocks and lengths
    ("2020-01-01", "They set out at 0430 hours.", [("0430 hours", "2020-01-01T04:30")]),
    ("2020-01-01", "They set out at 2230 hours.", [("2230 hours", "2020-01-01T22:30")]),
    ("2020-01-01", "The week stood at 40.5 hours.", [("40.5 hours", "PT40H30M")]),
    ("2020-01-01", "It was over by 2300 days of toil.", [("2300 days", "P2300D")]),
    ("2020-01-01", "She flew 900 hours.", [("900 hours", "PT900H")]),
    ("2020-01-01", "MUST SEE 02:15", []),
    ("2020-01-01", "Video 02:15", []),
    ("2020-01-01", "She ran it in 2:58:41 on Sunday.", [("Sunday", "2019-12-29")]),
    ("2020-10-26", "It began 3 hours ago.", [("3 hours ago", "2020-10-26")]),
    ("2020-10-26", "It began 20 hours ago.", [("20 hours ago", "PT20H")]),
    ("2020-10-26", "It began 40 hours ago.", [("40 hours ago", "PT40H")]),
    ("2020-01-01", "MUST SEE Owls came home Sunday 02:15", [("Sunday", "2019-12-29")]),
    ("2020-01-01", "Update: 0915 BST", [("0915 BST", "2020-01-01T09:15")]),
    ("2020-01-01", "It was a five-week-long vote, after a month-long lull.",
     [("five-week", "P5W"), ("month-long", "P1M")]),
    # names
    ("2018-01-19", "June Doe spoke. Then April Roe sang.", []),
    ("2018-01-19", "Judge April Roe ruled.", []),
    ("2018-01-19", "In April Roe sang.", [("April", "2018-04")]),
    ("2018-01-19", "They went to the June Democratic meeting.", [("June", "2017-06")]),
    ("2018-01-19", "Ann Roe, June Doe and Max Poe came.", []),
    ("2018-08-19", "June Retail Sales Rise", [("June", "2018-06")]),
    ("2018-01-19", "April Fools jokes fell flat.", [("April", "2017-04")]),
    ("2015-07-22", "He died in his late 70s; she is in her early 20s.", []),
    ("2015-07-22", "It was built in the late 70s.", [("the late 70s", "197")]),
    ("2016-01-01", "Her album 1989 and the film 1917 sold well.", []),
    ("2016-01-01", "They sang “1999” again.", []),
    ("2016-01-01", "The film of 1917 was lost.", [("1917", "1917")]),
    # days known by their name
    ("2023-05-01", "He was at the Jan. 6 riot.", [("Jan. 6", "2021-01-06")]),
    ("2020-02-01", "He was at the Jan. 6 riot.", [("Jan. 6", "2020-01-06")]),
    ("2025-03-01", "It began with the Oct. 7 massacre.", [("Oct. 7", "2023-10-07")]),
    ("2012-11-15", "It was before the Sept. 11 raid.", [("Sept. 11", "2012-09-11")]),
    # told as past
    ("2020-05-12", "He was jailed on June 20.", [("June 20", "2019-06-20")]),
    ("2020-05-12", "The term was extended to June 20.", [("June 20", "2020-06-20")]),
    ("2020-05-12", "The tower, destroyed June 20, was old.", [("June 20", "2020-06-20")]),
    ("2020-05-12", "They wanted a new vote, a march and a great feast on June 20.", [("June 20", "2020-06-20")]),
    ("2020-05-12", "They wanted a new vote, a march and a great feast on Aug. 20.", [("Aug. 20", "2019-08-20")]),
    # where a small slip in the reckoning would show
    ("2024-03-11", "They came last Monday.", [("last Monday", "2024-03-04")]),
    ("2024-03-13", "He was born in '70.", [("'70", "1970")]),
    ("2024-03-13", "In March 2019 they marched. In November, they left.",
     [("March 2019", "2019-03"), ("November", "2019-11")]),
    ("2024-03-13", "They worked from October to June.", [("October", "2023-10"), ("June", "2024-06")]),
    ("2024-03-13", "It has fallen since year end.", [("year end", "2023")]),
    ("2024-03-13", "It opened a fortnight ago.", [("a fortnight ago", "2024-W09")]),
    ("2024-03-13", "It lasted three hundred thousand years.", [("three hundred thousand years", "P300000Y")]),
    ("2024-03-13", "Friday's vote will decide it.", [("Friday", "2024-03-15")]),
    ("2024-03-13", "A photograph of the fair in August.", [("August", "2023-08")]),
    ("2024-03-13", "Profit for the quarter ended Sept. 30 rose.",
     [("the quarter", "2023-Q3"), ("Sept. 30", "2023-09-30")]),
    # a month between names is of a thing where "the" opens them, and else of somebody
    ("2018-01-19", "They opened the Tarn April Harvest Fair.", [("April", "2017-04")]),
    ("2018-01-19", "They saw the Judge April Roe Tarn.", [("April", "2017-04")]),
    ("2018-01-19", "They saw Judge April Roe Tarn.", []),
    ("2018-01-19", "They saw Judge April Roe the day it fell.", []),
    # tens and ones, and no others
    ("2024-03-13", "It was on the twenty-sixth of May.", [("the twenty-sixth of May", "2023-05-26")]),
    ("2024-03-13", "It was on May twenty-first.", [("May twenty-first", "2023-05-21")]),
    ("2024-03-13", "It was on May twenty-ninth.", [("May twenty-ninth", "2023-05-29")]),
    ("2024-03-13", "It was on the twenty-tenth of May.", []),
    ("2024-03-13", "It was on the twenty-eleventh of May.", []),
    ("2024-03-13", "It was on May twenty-twelfth.", []),
    # a period that ended on a day
    ("2024-03-13", "In the half ended June 29 sales rose from the year-ago period.",
     [("June 29", "2023-06-29"), ("the year-ago period", "2022-06-29")]),
    ("2024-03-13", "In the half ended June 29 sales rose. In the year-ago period they fell.",
     [("June 29", "2023-06-29"), ("the year-ago period", "2023")]),
    ("2024-03-13", "Sales ended on June 29 lower than in the year-ago period.",
     [("June 29", "2023-06-29"), ("the year-ago period", "2023")]),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), CASES, ids=[text[:50] for _, text, _ in CASES])
def test_forms(day: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.exact, t.value) for t in tag(text, dt.date.fromisoformat(day))] == expected


def test_hours_after_an_event_make_days_by_twenty_four() -> None:
    found = tag("It came 36 hours after the Dec. 29 strikes.", dt.date(2020, 1, 5))
    assert [str(t.span.first) for t in found if t.span] == ["2019-12-30", "2019-12-29"]
