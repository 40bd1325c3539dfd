"""Days that a sentence of a report names, and on which did not happen what it tells."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.model import Sentence
from leadup.reading.light import read_light
from leadup.reading.publication import dated
from leadup.timeline.dating import event_days

THURSDAY = dt.date(2021, 3, 4)
NEWS = (
    "The harbour was shut on Thursday, officials said. Police said the pier fell on Wednesday. "
    "The master said he had seen it."
)
TODAY = "2021-03-04"


def last(text: str, before: str = NEWS) -> Sentence:
    """The last sentence of an article of 4 March 2021 whose other paragraphs are a report."""
    article = article_from_text(
        f"Pier falls in Port Clare\n\n{before}\n\n{text}", source="test", options=Options(published=THURSDAY)
    )
    return read_light(dated(article)).sentences[-1]


def filed(sentence: Sentence) -> str | None:
    told = next(event_days(sentence), None)
    return None if told is None else str(dt.date.fromordinal(told[0]))


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On Tuesday the pier fell. Dozens of riggers were on the pier that night.", "2021-03-02"),
        # what the speaker only speaks of
        ("Ann Pell, citing a letter that the guild sent Tuesday, said the pier is lost.", TODAY),
        ("Ann Pell, echoing what the mayor wrote on Tuesday, said the pier is lost.", TODAY),
        ("Ann Pell, speaking to the guild on Tuesday, said the pier is lost.", "2021-03-02"),
        ("Ann Pell said the pier is lost, referring to the previous day's storm.", TODAY),
        # who somebody is: a relative clause behind an apposition, before the verb
        ("The widow of Jan Lund, the old rigger whose boat sank on Tuesday night, sold the yard.", TODAY),
        ("The widow of Jan Lund sold the yard whose boat sank on Tuesday.", TODAY),
        ("In a vote on Tuesday, the council whose seat is in Clare sold the yard.", "2021-03-02"),
        # long ago in what is said, the saying behind it
        ("Such boats are reminders of Feb. 9, she said.", TODAY),
        ("Such boats sank on Monday, she said.", "2021-03-01"),
        ("The fire was a reminder of the Feb. 9 storm, the mayor said.", TODAY),
        # but not where it is the day of what is told, however far back
        ("Three riggers were arrested on Feb. 15, police said.", "2021-02-15"),
        ("The mill burned down on Feb. 9, fire officials said.", "2021-02-09"),
        ("She died of the fever on Feb. 9, her guild said.", "2021-02-09"),
        ("Ann Pell won the Feb. 12 vote, the court said.", "2021-02-12"),
        ("Two boats sank on Feb. 9 and a third burned, the master said.", "2021-02-09"),
        ("Before breaking into the yard the night of Feb. 18, the men shot a rigger, police said.", "2021-02-18"),
        # what came about behind something, whatever commas stand between
        ("The talk came a day after a note by Ann Pell, head of the Guild of Riggers, to the council on Monday.", None),
        ("Her speech follows that of Jan Lund, head of the Guild of Riggers, before the council on Monday.", None),
        # before a thing with a day of its own, in what was said
        ("The master said that nobody had seen the film before its release Monday.", TODAY),
        ("The master said that somebody had seen the film on Monday.", "2021-03-01"),
        ("The master said three men died before the collapse on Tuesday.", "2021-03-02"),
        # blamed or praised for what was done
        ("Ann Pell chided the mayor for greeting a rigger on Tuesday.", TODAY),
        ("The guild praised Ann Pell for not leaving the yard on Tuesday.", TODAY),
        ("The guild praised Ann Pell on Tuesday for not leaving the yard.", "2021-03-02"),
        ("Police blamed Jan Lund for setting a fire on Tuesday.", "2021-03-02"),
        ("Police on Wednesday blamed Jan Lund for setting a fire on Tuesday.", "2021-03-03"),
        # done before what may come
        ("The guild could use its seat to undo the two-year plan approved on Tuesday.", None),
        ("The guild could say what was approved on Tuesday.", "2021-03-02"),
        # bounds of a longer time
        ("The yard was shut from Jan. 4 to Feb. 12.", None),
        ("The yard was shut between Jan. 4 and Feb. 12.", None),
        ("The yard was shut from Feb. 22 to Feb. 25.", "2021-02-22"),
        ("The talks were moved from Feb. 22 to March 2.", "2021-02-22"),
        ("The guild changed the day of the vote from Feb. 12 to March 2.", "2021-02-12"),
        # in the wake of it
        ("In the wake of Tuesday's fire, the council sold the yard.", TODAY),
        ("Coming on the heels of Tuesday's fire, the sale is a turn.", "2021-03-02"),
        ("The days following the May 4, 2001, fire were marked by gloom.", "2001-05-04"),
        # what is to come, in what is told as past
        ("The paper was shown a copy of the note the guild will send Friday to the council.", TODAY),
        ("The paper was shown a copy of the note the guild sent Wednesday to the council.", "2021-03-03"),
        ("The toll is one of the dues that will rise on March 9 if nobody pays, the mayor said.", TODAY),
        ("The mayor has sought help in talks and by letters, even after the dues rise on March 9.", None),
        # the day by which a thing goes, of which something else is
        ("The winner of the March 9 vote will sail in the race.", None),
        ("The March 9 vote will be close.", "2021-03-09"),
        ("The council will sail at its March 9 meeting.", "2021-03-09"),
        # as somebody else did or said before, and behind what opens a sentence of what goes on
        ("The mast has gone up, as Ann Pell wrote on Tuesday, in the yard.", None),
        ("Ann Pell, as the mayor did on Tuesday, drew a crowd.", TODAY),
        ("As the mayor left on Tuesday, Ann Pell drew a crowd.", "2021-03-02"),
        ("Oil rose as Jan Lund said on Tuesday it would cut output.", "2021-03-02"),
        ("Shares fell as the yard said on Wednesday that it was broke.", "2021-03-03"),
        ("Riggers cheered as Ann Pell told them Tuesday the yard was saved.", "2021-03-02"),
        ("The yard shut, as the guild announced on Tuesday it would.", "2021-03-02"),
        # a second clause behind a perfect
        ("Jan Lund has resigned as chief and was arrested on Tuesday.", "2021-03-02"),
        ("The guild has been on strike since May and on Tuesday occupied the yard.", "2021-03-02"),
        ("Ann Pell has served as mayor for years and on Wednesday quit.", "2021-03-03"),
        ("Jan Lund has left the guild, and he was arrested after a chase on Tuesday.", "2021-03-02"),
        ("The mayor has sought help, just after the fire on Tuesday.", None),
        ("The yard has been torn between riggers and masters since the Feb. 9 vote.", None),
        ("But after opening the gates on Wednesday, the guild is pushing the ships out.", TODAY),
        ("But after opening the gates on Tuesday, the guild pushed the ships out.", "2021-03-02"),
        # tomorrow's weekday, in passing, of what is over
        ("Ann Pell took it back in a note for all who had heard of it, right after her remark on Friday.", TODAY),
        (
            "Ann Pell billed the sale of the big yard and its boats as a way to forget the guild's Friday loss.",
            TODAY,
        ),
        # years from a day, and what lasts up to one to come
        ("Ann Pell was born three years after the Sept. 11 attacks.", None),
        ("Ann Pell was born three days after the Sept. 11 attacks.", "2001-09-14"),
        ("The county pays for the yard through March 27, and the mayor left.", TODAY),
        # a list of days, a weekday of any week
        ("He won the yard, and so he could cry for dues today, tomorrow and forever.", TODAY),
        ("They want dues yesterday, today and tomorrow.", None),
        ("The strike began yesterday, today the yard shut.", "2021-03-03"),
        ("The yard shut today, yesterday it was open.", TODAY),
        ("The guild met yesterday and today.", "2021-03-03"),
        ("On a drizzly Saturday in Port Clare, pupils are leaving the hall.", None),
        ("On a busy Wednesday in Port Clare, pupils left the hall.", "2021-03-03"),
        ("It could stem the flow of boats, according to a statement issued on Tuesday.", "2021-03-02"),
        ("A month later, on Feb. 12, Ann Pell sold the yard.", "2021-02-12"),
        ("On Wednesday in Port Clare, pupils left the hall.", "2021-03-03"),
        # a holiday ahead of what is told as past
        ("The council left for a long break for St. Patrick's Day.", TODAY),
        # a thing held or given on a weekday
        ("In a Tuesday letter, Ann Pell sold the yard.", "2021-03-02"),
        ("Ann Pell said so at a Monday night meeting.", "2021-03-01"),
        ("Ann Pell said so in a Sunday show.", None),
    ],
)
def test_a_day_that_is_only_named(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # a year by which somebody is known does not say when he spoke
        ("The 2012 guild presidential nominee said the pier is lost.", TODAY),
        ("“The pier is lost,” said Ann Pell, the 2012 champion.", TODAY),
        ("In a 2012 talk the nominee said the pier was lost.", None),
        ("In 2012 the champion said the pier was lost.", None),
        # what stands aside
        ("Ann Pell — who led the guild last year — said the pier is lost.", TODAY),
        ("Ann Pell, who led the guild last year, said the pier is lost.", TODAY),
        ("Ann Pell said last year the pier was lost.", None),
        ("“It fell,” said Ann Pell, a rigger for the past 40 years.", TODAY),
        # a year to come is none of what has been done
        ("The county has issued a plan for the pier, setting talks for early 2022.", None),
        ("The county issued a plan for the pier, setting talks for early 2022.", TODAY),
        # the word of a thing, and not of the saying
        ("Ann Pell told the paper so in a jest at perceived foes at the fair in 2009.", None),
        # a day of a longer time
        ("Ships sank in number on the first day of the fourth quarter.", TODAY),
    ],
)
def test_a_period_that_does_not_place_what_is_told(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


def test_that_night_of_none_that_was_told_of_is_not_the_articles() -> None:
    assert filed(last("Dozens of riggers were on the pier that night.", "The pier is old, officials said.")) is None


def test_a_plan_at_the_head_is_of_the_page_though_it_names_a_year_to_come() -> None:
    lead = "The county has issued a plan for the pier, setting talks for early 2022."
    article = article_from_text(
        f"Plan for Port Clare\n\n{lead}\n\n{NEWS}", source="test", options=Options(published=THURSDAY)
    )
    assert filed(read_light(dated(article)).sentences[0]) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # who says so now goes on from no day before
        ("Late Tuesday, Ann Pell told the paper the pier is lost. A rigger says that is not new.", TODAY),
        ("On Tuesday the pier fell. Many guilds put out calls for help, and riggers came.", "2021-03-02"),
        ("Late Tuesday, Ann Pell told the paper the pier is lost. She said that is not new.", "2021-03-02"),
        # a colon opens what was said on the day of its sentence
        (
            "The guild issued this note on Tuesday:\n\n“The pier is lost. Last month we told the council so.”",
            "2021-02-01",
        ),
        ("The guild issued this note on Tuesday:\n\n“The pier is lost. It was old.”", "2021-03-02"),
        # the times of what is all quotation do not say when it was said
        ("“The pier is lost,” Ann Pell said. “Every year we feared it.”", TODAY),
    ],
)
def test_what_goes_on_from_a_saying(text: str, day: str) -> None:
    sentence = last(text)
    found = filed(sentence) or str(sentence.dates[0].span.first)
    assert found == day


def test_what_is_added_to_a_page_is_news_however_little_of_a_report_it_is() -> None:
    essay = " ".join(["The sea is wide.", "Ships are small.", "Nobody knows why.", "It is a matter of taste."] * 8)
    news = "Four masters of Port Clare have left the guild."
    assert filed(last(f"UPDATE II - {news}", before=essay)) == TODAY
    assert filed(last(news, before=essay)) is None
