"""The day of a sentence of real news: what places it, what only stands in it, and what has none."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.model import Sentence
from leadup.reading.date_weights import DOUBTFUL
from leadup.reading.light import read_light
from leadup.reading.publication import dated
from leadup.timeline.dating import event_days

THURSDAY = dt.date(2021, 3, 4)
NEWS = (
    "The harbour was shut on Thursday, officials said. Police said the pier fell on Wednesday. "
    "The master said he had seen it."
)


def last(text: str, published: dt.date | None = THURSDAY, before: str = NEWS) -> Sentence:
    """The last sentence of an article whose other paragraphs are a report."""
    article = article_from_text(
        f"Pier falls in Port Clare\n\n{before}\n\n{text}", source="test", options=Options(published=published)
    )
    return read_light(dated(article)).sentences[-1]


def filed(sentence: Sentence) -> str | None:
    told = next(event_days(sentence), None)
    return None if told is None else str(dt.date.fromordinal(told[0]))


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2010, the union walked out of the talks.",
        "The court last month said it would hear the case.",
        "In late July 1974 the court ruled against the owner.",
        "The union's first strike began in September in response to new rules.",
        "Anna Pell, a rigger, has been looking for work since May 2010.",
        "“We draw no lines,” he told the paper last year.",
        "For three straight years a gang raided the sheds.",
        "She became a citizen recently, said a clerk.",
        "On a recent broadcast the master admitted that he erred.",
        "Two years ago he led the union.",
        "The owner announced in October that the pier was safe.",
        "“It is safe,” the owner said then.",
        "The oddest claim came when the owner spoke at a March hearing.",
        "Every spring, the county asks hundreds of masters to keep a diary.",
    ],
)
def test_what_the_text_places_elsewhere_has_not_the_articles_day(sentence: str) -> None:
    assert filed(last(sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour is the largest in the county.",
        "Masters often sail by night.",
        "It is hard to see how the pier can be mended.",
        "If the council wins, the county would lose its vote.",
        "Will the pier stand?",
        "The council had already closed the road.",
        "Actually, some owners consider the tax a gift.",
        "Today, masters remain against the tax.",
        "The pier is a puzzle to its masters.",
    ],
)
def test_views_habits_and_standing_facts_have_no_day(sentence: str) -> None:
    assert filed(last(sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The master said the pier was old.",
        "“The pier was old,” the master insisted.",
        "The council voted to mend it.",
        "Crews are clearing the quay.",
        "The owner said the council opposed his 2012 plan for the pier.",
        "“I saw it in 2009 and I said so,” the master told reporters.",
        "About 72 percent say the county should pay.",
        "Masters called for a wider inquiry into what was done before and after the Feb. 1 fire.",
        "“All that matters is what happens until April 9,” the master said.",
    ],
)
def test_what_is_told_without_a_day_is_of_the_articles(sentence: str) -> None:
    assert filed(last(sentence)) == "2021-03-04"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The roads opened on time, and the south gate will open on May 10.", "2021-03-04"),
        ("After the debate, she flew to Rome, and is expected to return Saturday.", "2021-03-04"),
        ("In a race watched from now through April 6, Ann Pell won Tuesday's vote.", "2021-03-02"),
        ("“Elsewhere on Tuesday,” the agency wrote, “five piers were shut.”", "2021-03-02"),
        ("Posters appeared on the quay declaring that there would be a fair on Saturday.", "2021-03-04"),
    ],
)
def test_which_clause_is_dated(sentence: str, day: str) -> None:
    assert filed(last(sentence)) == day


def test_a_period_wins_over_the_day_of_an_aside() -> None:
    sentence = last("In 2008 he was the first to speak of a time that included the attacks of Sept. 11, 2001.")
    assert filed(sentence) is None
    assert sentence.dates[0].span.first == dt.date(2008, 1, 1)


def test_an_essay_has_no_day_where_a_report_has() -> None:
    sentence = "The council voted for it all the same."
    essay = " ".join(["The sea is wide.", "Ships are small.", "Nobody knows why.", "It is a matter of taste."] * 6)
    assert filed(last(sentence)) == "2021-03-04"
    assert filed(last(sentence, before=essay)) is None


def test_a_narrative_goes_on() -> None:
    said = "At a hearing on Tuesday the owner was grilled. The council's Ann Pell insisted that he knew."
    assert filed(last(said)) == "2021-03-02"
    assert filed(last("In 2009 he bought the pier. He sold it at a loss.")) is None
    # What somebody says after something long ago was told, was not said then; what is to come carries nothing.
    assert filed(last("In 2009 he bought the pier. “He paid too much,” the master said.")) == "2021-03-04"
    assert filed(last("On April 9 the pier will open. “It will be fine,” the master said.")) == "2021-03-04"
    assert filed(last("It fell on Tuesday. It is the second to fall.")) is None


def test_pluperfect_under_a_heading_is_not_of_its_day() -> None:
    text = "March 1, 2021\n\nThe council met.\n\nMarch 2, 2021\n\nThe mayor had already left town."
    assert filed(last(text)) is None


def test_what_is_counted_from_an_inferred_day_says_so() -> None:
    sentence = last("It fell on Tuesday.", published=None, before=NEWS + "\n\nPosted on 4 March 2021")
    assert filed(sentence) == "2021-03-02"
    assert "inferred" in str(sentence.dates[0].reason)
    assert "inferred" not in str(last("It fell on Tuesday.").dates[0].reason)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The pier fell in 1998.\n\nIt crushed two boats.", None),
        ("The pier fell in 1998.\n\nIt crushed two boats.\n\nThe owner fled.\n\nHis heirs sold the land.", None),
        ("The pier fell on Jan. 3, 2009.\n\nIt crushed two boats.", None),
        ("The pier fell on Tuesday.\n\nIt crushed two boats.", "2021-03-02"),
        ("The pier fell in 1998.\n\n“It crushed two boats,” the owner said.", "2021-03-04"),
        ("The pier fell in 1998.\n\nOn Tuesday the council met.\n\nIt voted for a new pier.", "2021-03-02"),
        ("The pier fell in 1998.\n\n" + "The owner said so. " * 5 + "\n\nThe council met.", "2021-03-04"),
    ],
)
def test_what_follows_the_telling_of_another_time_is_not_of_the_articles(text: str, day: str | None) -> None:
    assert filed(last(text)) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Rates on bonds due on April 17 rose.", "2021-03-04"),
        ("Voters in today's county are a mixed lot.", None),
        ("Voters in today's poll backed the pier.", "2021-03-04"),
        ('The report, called "Waste and Want," will be debated by the council, it said Tuesday.', "2021-03-02"),
        ("The mayor, in a letter, called the plan waste on Tuesday.", "2021-03-02"),
    ],
)
def test_days_that_are_not_what_is_told(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


OTHER = "The harbour was shut last year, officials said. Police said the pier fell on Tuesday."


@pytest.mark.parametrize(
    ("sentence", "before", "day"),
    [
        ("On Friday, the council voted for it.", NEWS, "2021-03-05"),
        ("On Friday, the council voted for it.", OTHER, None),
        ("The council voted for it late Friday.", OTHER, None),
        ("The council will vote for it on Friday.", OTHER, "2021-03-05"),
        ("Friday's vote will be close, the mayor said.", OTHER, "2021-03-05"),
        ("The council voted for it on Monday.", OTHER, "2021-03-01"),
    ],
)
def test_a_weekday_of_two_weeks_stands_for_neither(sentence: str, before: str, day: str | None) -> None:
    assert filed(last(sentence, before=before)) == day


def test_both_readings_of_a_weekday_are_kept_and_said() -> None:
    dates = last("On Friday, the council voted for it.", before=OTHER).dates
    assert [str(d.span.single) for d in dates] == ["2021-03-05", "2021-02-26"]
    assert str(dates[0].reason) == "Friday, the day after 2021-03-04, the article's date, or the week before"


@pytest.mark.parametrize(
    ("lead", "later", "day"),
    [
        ("The owner came out ahead of both his rivals.", "The debate on Wednesday night filled the inn.", "2021-03-03"),
        ("Masters are calling for a vote on the pier.", "They sent the council a letter late Tuesday.", "2021-03-02"),
        ("The owner has cut the pay of the riggers.", "In a letter Wednesday, he said it would save the pier.",
         "2021-03-03"),
        ("The owner came out ahead of both his rivals.", "Here are five views of Wednesday night's debate.",
         "2021-03-03"),
        ("The owner came out ahead of both his rivals.", "Here are five views of Tuesday night's debate.",
         "2021-03-04"),
        ("The owner came out ahead of both his rivals.", "The debate on Sunday filled the inn.", "2021-03-04"),
        ("The owner came out ahead of both his rivals.", "The debate on Wednesday was dull. On Thursday he left.",
         "2021-03-04"),
    ],
)  # fmt: skip
def test_the_lead_of_a_next_day_report_is_of_the_day_that_it_names_further_on(lead: str, later: str, day: str) -> None:
    article = article_from_text(
        f"Owner ahead in Port Clare\n\n{lead}\n\nIt was cold. {later}\n\nThe master said he was glad.",
        source="test",
        options=Options(published=THURSDAY),
    )
    first = read_light(dated(article)).sentences[0]
    assert filed(first) == day
    assert len({d.span for d in first.dates}) == len(first.dates)


@pytest.mark.parametrize(
    "sentence",
    [
        "As a result, two riggers were hurt by the crane.",
        "Specifically, masters of the guild sought the plan of the pier.",
        "The owner eventually sold the crane to the county.",
        "The council initially refused the plan.",
        "By the time the crew came, the pier fell.",
    ],
)
def test_how_it_came_about_has_no_day(sentence: str) -> None:
    assert filed(last(sentence)) is None
    assert filed(last("The letter was sent on Thursday. " + sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "“As a result, two men fell,” the master said.",
        "The master said on the quay, before the whole of the council and its guests, that he eventually gave way.",
    ],
)
def test_what_is_only_said_to_have_come_about_is_said_on_its_day(sentence: str) -> None:
    assert filed(last(sentence)) == "2021-03-04"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The mayor pledged on Wednesday to mend the pier.", "2021-03-03"),
        ("The owner called for the pier to be mended Wednesday after he met the council.", "2021-03-03"),
        ("“We could take the pier away on Wednesday,” the owner said.", "2021-03-04"),
        ("The quay was shut at midnight, and the council voted on Wednesday to mend it.", "2021-03-03"),
        ("The quay was shut at noon.", "2021-03-04"),
        ("The quay was shut today, after the council voted on Wednesday to mend it.", "2021-03-04"),
    ],
)
def test_a_weekday_of_the_last_days_is_told_though_the_words_look_ahead(sentence: str, day: str) -> None:
    assert filed(last(sentence, before="The harbour was shut on Thursday, officials said. It was cold.")) == day


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "The quay was shut at midnight, but was to be opened after the council voted early Wednesday.",
            ["2021-03-03"],
        ),
        ("The quay was shut at midnight, the council said.", ["2021-03-04"]),
    ],
)
def test_a_bare_clock_is_of_no_day_beside_one_that_is_named(sentence: str, days: list[str]) -> None:
    told = event_days(last(sentence, before="The harbour was shut on Thursday, officials said. It was cold."))
    assert [str(dt.date.fromordinal(day)) for day, _, _ in told] == days


def test_what_has_been_so_since_something_is_no_news_at_the_head() -> None:
    def lead(sentence: str) -> str | None:
        article = article_from_text(f"Masters turn away\n\n{sentence} {NEWS}", source="test", options=Options(
            published=THURSDAY))  # fmt: skip
        return filed(read_light(dated(article)).sentences[0])

    assert lead("Hundreds of masters have left the guild since the new law took effect.") is None
    assert lead("Hundreds of masters have left the guild.") == "2021-03-04"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The mayor, who won a third term in a March 1 vote, said on Thursday that he would resign.", "2021-03-04"),
        ("The mayor, who won a third term in a March 1 vote, left the hall.", "2021-03-04"),
        ("The mayor plans to shut the pier as early as Friday, an aide told the paper.", "2021-03-04"),
    ],
)
def test_a_day_that_only_describes_is_not_what_is_told(sentence: str, day: str) -> None:
    assert filed(last(sentence)) == day


EVE = "The harbour was shut late on Wednesday, officials said. The master left the town. Nobody was hurt."


@pytest.mark.parametrize(
    ("sentence", "before", "day"),
    [
        ("The council met at the inn.", EVE, "2021-03-03"),
        ("“It is all lost,” the owner said.", EVE, "2021-03-03"),
        ("The council met on Tuesday.", EVE, "2021-03-02"),
        # It names its own day, or tells of one too long ago, or of none in its head.
        ("The council met at the inn.", EVE + " The sea was rough on Thursday.", "2021-03-04"),
        ("The council met at the inn.", EVE.replace("Wednesday", "Sunday"), "2021-03-04"),
        (
            "The council met at the inn.",
            "Nobody was hurt. The master left the town. It was a grey day. " * 3 + EVE,
            "2021-03-04",
        ),
    ],
)
def test_a_report_that_names_its_own_day_nowhere_is_of_the_day_it_tells_of(
    sentence: str, before: str, day: str
) -> None:
    assert filed(last(sentence, before=before)) == day


def test_what_a_report_is_of_is_said_as_its_reason() -> None:
    date = last("The council met at the inn.", before=EVE).dates[0]
    assert date.by == "published"
    assert str(date.reason).startswith("no day is named: the day the article reports on (Wednesday")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The master said that piers often fall.", "2021-03-04"),
        ("The master often said that piers fall.", None),
        ("The master says that piers often fall.", None),
        ("The owner met the widow of a man who died on Tuesday.", "2021-03-04"),
        ("The owner met the widow of Jan Lund, who died on Tuesday.", "2021-03-04"),
        ("The owner praised the post-9/11 rules.", "2021-03-04"),
        ("The owner, heading into Saturday, praised the crew.", "2021-03-04"),
        ("The owner said over the weekend that he will meet the crew on Friday.", None),
        ("The owner said that he will meet the crew on Friday.", "2021-03-04"),
        ("The master had said that piers often fall.", None),
        ("Ann Pell had just announced that she would leave.", None),
        ("The master told us before Tuesday of his fears.", "2021-03-04"),
        ("“It is lost,” the owner joked, recalling his 2003 blunder.", "2021-03-04"),
        ("The crew struck a deal just before midnight Tuesday.", "2021-03-02"),
        (
            "“They would rather wait a few years before leaving the pier,” the owner wrote to us on Tuesday.",
            "2021-03-02",
        ),
        ("Rain fell a few days after the fire that broke out on Feb. 12.", None),
    ],
)
def test_what_stands_under_the_saying_does_not_date_it(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


def test_a_narrative_goes_on_over_what_is_quoted() -> None:
    text = "In an interview last week Ann Pell declined to go. “I need no inquiry.” She added that the pier is lost."
    assert filed(last(text)) is None


def test_what_is_added_between_commas_is_told_besides() -> None:
    dates = last("The owner met the widow of Jan Lund, who died on Tuesday.").dates
    assert [str(d.span.single) for d in dates] == ["2021-03-04", "2021-03-02"]
    essay = " ".join(["The sea is wide.", "Ships are small.", "Nobody knows why.", "It is a matter of taste."] * 6)
    assert filed(last("He wrote of Jan Lund, who died on Tuesday.", before=essay)) == "2021-03-02"
    assert filed(last("He wrote of a man who died on Tuesday.", before=essay)) is None


HEAD = "The harbour was shut on Thursday, officials said. " + "The sea was rough. " * 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # What follows a day of the eve is of it, in the next paragraph too.
        ("Ann Pell spoke to reporters on Wednesday.\n\n“The pier is lost,” Pell said.", "2021-03-03"),
        ("The council met on Tuesday.\n\nIt voted the plan down.", "2021-03-02"),
        # Further on, only what names the same.
        ("Ann Pell spoke on Wednesday.\n\nThe sea is wide.\n\nIt is old.\n\nThe owner spoke.", "2021-03-04"),
        ("Ann Pell spoke on Wednesday.\n\nThe sea is wide.\n\nIt is old.\n\nAnn Pell left.", "2021-03-03"),
        # What is told in the present is the report's, and so is what follows a thing's name or a later day.
        ("Ann Pell spoke on Wednesday.\n\n“The pier is lost,” Pell says.", "2021-03-04"),
        ("Wednesday's fire was the third.\n\n“The pier is lost,” Pell said.", "2021-03-04"),
        ("Ann Pell fell ill on Wednesday, it was told on Thursday.\n\nHer doctor gave no reason.", "2021-03-04"),
        # On from a night a report tells of its own day too.
        ("The pier burned last night.\n\nPolice seized a man.", "2021-03-04"),
        ("The pier burned on Wednesday night.\n\nPolice seized a man.", "2021-03-03"),
        # A day in what was said is not the day of the saying, nor one that stands in quotation marks.
        ("Police said the pier fell on Wednesday.\n\nThe owner spoke.", "2021-03-04"),
        ("Police said the pier fell, sadly, on Wednesday.\n\nThe owner spoke.", "2021-03-04"),
        ("“Yesterday the pier fell,” the owner said.\n\nHe spoke at the inn.", "2021-03-04"),
        # Of a day further back it is no more than possible.
        ("The council met on Sunday.\n\nIt voted the plan down.", None),
        ("The council met on Sunday.\n\nThe sea is wide.\n\nIt is old.\n\nThe owner spoke.", "2021-03-04"),
        # The part of a day that is told of is that day's.
        ("The council met on Wednesday.\n\nThe mayor left later in the day.", "2021-03-03"),
        ("The council met.\n\nThe mayor left later in the day.", "2021-03-04"),
    ],
)
def test_what_is_told_right_after_a_day_is_of_it(text: str, day: str | None) -> None:
    assert filed(last(text, before=HEAD)) == day


def test_a_running_day_is_said_as_the_reason() -> None:
    date = last("The council met on Tuesday.\n\nIt voted the plan down.", before=HEAD).dates[0]
    assert date.by == "published"
    assert str(date.reason).startswith("no day is named: the day told of just before (Tuesday")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on Tuesday. It crushed two boats.", "2021-03-02"),
        ("It fell on Jan. 6. It crushed two boats.", None),
        ("It fell on Jan. 6. In that crash nine boats were lost.", "2021-01-06"),
        # Of what somebody said nothing goes on.
        ("The owner said that it fell on Tuesday. Two boats are lost, he added.", "2021-03-04"),
        # A state is told of the same day, as no more than the running day.
        ("It was checked on Tuesday. Experts were en route to the pier.", "2021-03-02"),
    ],
)
def test_a_narrative_goes_on_from_a_close_day(text: str, day: str | None) -> None:
    assert filed(last(text, before=HEAD)) == day


def test_a_state_does_not_go_on() -> None:
    assert last("It was checked on Tuesday. Experts were called in.", before=HEAD).dates[0].by == "narrative"
    assert last("It was checked on Tuesday. Experts were en route.", before=HEAD).dates[0].by == "published"


def test_a_hearing_is_taken_up_in_the_next_paragraph() -> None:
    text = "“We failed,” the owner said after he testified Monday.\n\nPeople at that hearing were visibly angry."
    assert filed(last(text, before=HEAD)) == "2021-03-01"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # a weekday of another time
        ("In the summer of 1993, as a pupil, Pell went to the old church for Sunday school.", None),
        ("The two met on a bright Saturday morning in September.", None),
        ("The two met on Monday in the harbour.", "2021-03-01"),
        # what somebody is charged with, what is referred to, what is behind what goes on
        ("Pell was charged Monday with lying to officers about a visit to the pier on Feb. 18.", "2021-03-01"),
        ("“He was a good man,” Pell said, referring to the master going to sea on Tuesday.", "2021-03-04"),
        ("Port Clare is mourning after a fire on Tuesday left nine dead.", "2021-03-04"),
        # of what kind a thing is, and not when
        ("In his weekly address, the mayor said he would wait.", "2021-03-04"),
        ("The mayor weekly asked for more.", None),
    ],
)
def test_days_of_other_things(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


def test_a_things_own_day_is_no_second_day_of_a_saying() -> None:
    text = "The master said Monday that Roth should not have bought the boat that was used in the Feb. 17 Clare raid."
    dates = last(text).dates
    assert str(dates[0].span.single) == "2021-03-01"
    assert [d.weight < 0.4 for d in dates] == [False, True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a day beside a verb of saying that closes the sentence, behind a clause of what was said
        (
            "The mayor announced a plan, which would take years of patient work by the crews, "
            "aides told the paper on Wednesday. The riggers joined the strike.",
            "2021-03-03",
        ),
        # what follows is of no day that is still to come
        (
            "The mayor fixed a vote for next Tuesday at a talk on Wednesday. The riggers joined the strike.",
            "2021-03-03",
        ),
        # since when something is so, says who says it now
        ("The plan has been known since January, the mayor says.", "2021-03-04"),
        ("In January the mayor says the plan was known to her.", None),
        # what is done to somebody now was not done then
        ("The mayor is being mocked for a claim that he fell in 2003.", "2021-03-04"),
        ("In 2003 the mayor is being mocked for a claim.", None),
        # what was said or done is of no month to come
        ("“The crew will go in April,” the mayor said. “It sails home in May.”", "2021-03-04"),
        ("The mayor backed the plan for the year 2030.", "2021-03-04"),
        ("The mayor backed the plan in the year 2010.", None),
        # hours after something is of its day
        ("The roof fell hours after the owner left.", "2021-03-04"),
        ("The roof fell weeks after the owner left.", None),
        ("Hours later, the roof fell.", None),
        # what a sentence opens with as that at which all was told, and a day that is itself spoken of
        ("At Wednesday's debate, the mayor spoke of the pier. The riggers joined the strike.", "2021-03-03"),
        ("The mayor spoke of Wednesday's debate. The riggers joined the strike.", "2021-03-04"),
        ("Wednesday marked the end of the talks. The riggers joined the strike.", "2021-03-04"),
        # what was on a day that something is compared with
        ("The count showed a drop from Wednesday.", "2021-03-04"),
        # "that Sunday" of no week that is told of
        ("The mayor fell that Sunday.", None),
    ],
)
def test_which_time_is_that_of_the_main_clause(text: str, day: str | None) -> None:
    assert filed(last(text)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a clock goes on from the day that was told of just before, and tells no day where that was of another time
        ("The pier fell on Wednesday. Around 8 p.m. the riggers came.", "2021-03-03"),
        ("Around 8 p.m. the riggers came.", "2021-03-04"),
        ("The pier fell a week earlier. The riggers came after midnight.", None),
        # what is shown of a thing has no day, and what is added that had been is not the day of the main clause
        ("Here are five views of Wednesday night's debate.", None),
        ("The mayor won on Wednesday what she wanted, a letter that she had asked for on Tuesday.", "2021-03-03"),
        ("Divers met the rigger - freed by the crew on Tuesday - at the pier, a friend said Wednesday.", "2021-03-03"),
        # of a clock behind another day's news nobody knows the day, unless it takes that news up; nor has a habit one
        ("The mayor spoke on Tuesday.\n\nShe left for Velm at noon.", "2021-03-02 published"),
        ("The pier fell on Tuesday.\n\nThe fire began at noon.", "2021-03-02 timex"),
        ("The pier fell on Tuesday. The riggers came at noon.", "2021-03-02 timex"),
        ("The harbour gates close at 7 p.m. and will open again.", None),
        ("We have lost the talk of midnight.", None),
        # a day counted from one that was told of, but not from one that was only named
        ("The pier fell on Feb. 20. The riggers had struck a day earlier.", "2021-02-19"),
        ("It comes days after the Feb. 20 fire. The vote was a turn from a day earlier, when Pell spoke.", None),
        # what is compared with a day, what came after it, and what stands under a clause without its pronoun
        ("The poll brought a reversal from Monday, when Pell led.", "2021-03-04"),
        ("The vote came two days after a fire at the pier on Monday.", "2021-03-03"),
        ("The vote came after a fire at the pier on Monday.", "2021-03-04"),
        ("The vote came on Monday after a fire.", "2021-03-01"),
        ("Pell took less than those whom she knew, or all that she sailed with on Monday.", "2021-03-04"),
        ("The master handed himself over, and the clerk said that he turned himself in on Monday.", "2021-03-01"),
        ("The riggers scattered as they closed in on Monday.", "2021-03-01"),
        # a clock is not of the day from which on another thing was
        ("The subject of a hunt since Monday's raid, Pell was caught at 3 a.m., the guards said.", "2021-03-04"),
        ("Pell, sought since Monday, was caught on Wednesday at 3 a.m.", "2021-03-03"),
        ("Pell was caught on Monday at 3 a.m.", "2021-03-01"),
        # no night, and no weekday of this week
        ("“It is no plan that you make overnight,” the owner said.", "2021-03-04"),
        ("Pell won big on Super Tuesday.", "2021-03-04"),
        # how long it went on says that it is not of one day
        ("Pell led the union for eleven remarkable years.", None),
        # "that same day" of a range is no one day
        ("The count took place on Feb. 27-28. That same day, the mayor left.", None),
        ("The count took place on Feb. 28. That same day, the mayor left.", "2021-02-28"),
    ],
)
def test_days_of_what_was_told_before(text: str, day: str | None) -> None:
    day, _, by = (day or "").partition(" ")
    sentence = last(text)
    assert (filed(sentence) or "") == day
    assert not by or {d.by for d in sentence.dates if str(d.span.single) == day and d.weight > DOUBTFUL} == {by}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # below the head no day is known of how things stood
        ("The crew were at ease.", None),
        ("The crew were called in.", "2021-03-04"),
        # days off about a holiday, times that a day has its name in
        ("The master left the yard for part of the Christmas recess.", "2021-03-04"),
        ("The master left the yard on Christmas.", "2020-12-25"),
        ("The master recently spoke of the post-9/11 rules.", None),
        ("The 9/11 Panel of the county met the master.", "2021-03-04"),
        ("The master left the yard on 9/11.", "2001-09-11"),
        ("The 9/11 attack sank nine boats.", "2001-09-11"),
        # far back in what was said: the saying is the news
        ("The master said the owner, who is ill, got the letter on Feb. 9.", "2021-03-04"),
        ("The master said the owner, who is ill, got the letter on Tuesday.", "2021-03-02"),
        # whom a word of repetition names
        ("In a talk with the Clare daily paper, the master gave up the yard.", "2021-03-04"),
        ("The master daily gave up a yard.", None),
        # no sooner than a day: before it nothing happened on it
        ("The council moved the vote to no earlier than Feb. 9.", "2021-03-04"),
    ],
)
def test_kinds_of_days_that_date_no_main_clause(sentence: str, day: str | None) -> None:
    assert filed(last(sentence)) == day


def test_a_month_that_has_but_begun_is_no_day() -> None:
    first = dt.date(2021, 3, 1)
    assert filed(last("Earlier this month, the mayor sold the yard.", published=first)) is None
    assert filed(last("Earlier today, the mayor sold the yard.", published=first)) == "2021-03-01"


def test_that_day_of_a_year_is_no_day() -> None:
    assert filed(last("The yard was sold in 1999.\n\nLater that day, the mayor sent a letter.")) != "1999-01-01"


def test_a_part_of_a_day_that_was_only_named_is_not_of_it() -> None:
    before = "“It is bad,” the mayor told a paper. “You saw the figures last Friday.”"
    assert filed(last(f"{before}\n\nIn the morning session, the council thanked her.")) == "2021-03-04"
    before = "The pier fell on Feb. 26. The riggers had left it."
    assert filed(last(f"{before} In the evening, divers sank the rest.")) == "2021-02-26"


def test_what_is_so_now_stays_on_the_articles_day() -> None:
    def lead(words: str) -> str | None:
        article = article_from_text(
            f"Plan for Port Clare\n\n{words}\n\nIt was cold. The council met late Wednesday.",
            source="test",
            options=Options(published=THURSDAY),
        )
        return filed(read_light(dated(article)).sentences[0])

    assert lead("The county is drawing up a plan to free the boats that are currently held.") == "2021-03-04"
    assert lead("The county is drawing up a plan to free the boats that are held.") == "2021-03-03"


def test_what_is_added_to_a_page_tells_its_news_first() -> None:
    news = "Two masters of Port Clare have filed a lawsuit against the county."
    assert filed(last(news)) is None
    assert filed(last(f"Update at 8:45 p.m. ET: Lawsuit Filed:\n\n{news}")) == "2021-03-04"
    assert filed(last(f"Update at 8:45 p.m. ET: Lawsuit Filed:\n\nThe mayor slept. {news}")) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # these times are not made up for by the article's day
        ("Riggers are struggling today in a way that they never did.", None),
        ("Riggers are struggling for the pier.", "2021-03-04"),
        # tonight is no time of the clock
        ("The council is expected to name a master later tonight.", "2021-03-04"),
        ("The harbour gates close at 7 p.m. and will open again.", None),
        # a clause set apart before the verb, however much follows its day
        (
            "The master, who said he didn't hear the talk Tuesday night but read it later, said he was glad.",
            "2021-03-04",
        ),
        ("On Tuesday night, the master, who didn't hear the talk, said he was glad.", "2021-03-02"),
    ],
)
def test_further_kinds_of_days_of_other_things(sentence: str, day: str | None) -> None:
    assert filed(last(sentence, before=f"{NEWS} {' '.join(['The pier is old.'] * 14)}")) == day


def test_an_update_without_a_stamp_tells_its_news_first() -> None:
    news = "Two masters of Port Clare have filed a lawsuit against the county."
    assert filed(last(f"UPDATE II - {news}")) == "2021-03-04"
    assert filed(last(f"Updates are kept by the yard. {news}")) is None
