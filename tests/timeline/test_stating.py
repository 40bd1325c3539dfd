"""The entry of the event is the sentence that states it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.reading.syntax import parse
from leadup.timeline import stating
from leadup.timeline.dating import mention
from leadup.timeline.event_names import groups_of_persons
from leadup.timeline.ranking import holds
from leadup.timeline.relations import clauses
from leadup.timeline.stating import (
    _otherwise_named,
    comes_after_event,
    find_event,
    is_misdated,
    is_told_of_another_day,
    match_of,
    states_plainly,
)
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question

DAY = dt.date(2021, 5, 11)
STATED = "General Ilan Varo was killed in an air strike near Hask on Tuesday."
CONVICTION = "conviction of Ilan Varo"
KILLING = "the killing of Ilan Varo"


def chosen(words: str, *sentences: str) -> str | None:
    told = pool(tuple(("2021-05-12", f"Outlet {n}", sentence) for n, sentence in enumerate(sentences)))
    table = read_table(told, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    row = find_event(table, Target(words, DAY, "given")).stated
    return None if row is None else table.text(row)


@pytest.mark.parametrize(
    "other",
    [
        "Hours after the killing of Ilan Varo was announced on Tuesday, the minister vowed that Norland would answer.",
        "Oil rose by four percent on Tuesday after Ilan Varo was killed near Hask in an air strike of Norland.",
        "Ilan Varo had killed thousands of people over many years, the president of Norland wrote on Tuesday.",
        '"The killing of Ilan Varo was right," the president of Norland told a crowd in Marn on Tuesday.',
        "Was Ilan Varo killed near Hask on Tuesday because he planned to kill others, as the army says?",
    ],
)
def test_the_statement_goes_before_what_mentions_it(other: str) -> None:
    assert chosen(KILLING, other, STATED) == STATED


@pytest.mark.parametrize(
    ("words", "other", "stated"),
    [
        # words of another, with the names and no deed
        (
            "Lund meets President Ilan Varo",
            "President Ilan Varo, who had called Lund a wolf, was softer on Tuesday: “I believe in talks with all.”",
            "Lund opened a rally in Marn on Tuesday by talking about his earlier meeting with Varo.",
        ),
        # another word for the deed, and nothing of what it is done with
        (
            "Marn Liberals invoke the secret harbour clause",
            "Asked about it on Tuesday, a spokesman cited obstruction by the Marn Liberals for the need to vote.",
            "The Marn Liberals triggered the “harbour clause” on Tuesday, a shortcut around the rules of the council.",
        ),
    ],
)
def test_what_only_holds_words_of_the_event_gives_way(words: str, other: str, stated: str) -> None:
    assert chosen(words, other, stated) == stated


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On Tuesday Norland seized ten Sudland sailors off Hask.", True),
        ("On Tuesday Norland seized on the mishap of the Sudland sailors to score points at home.", False),
    ],
)
def test_a_verb_is_another_by_its_particle(sentence: str, told: bool) -> None:
    words = "Norland seizes Sudland sailors"
    table = read_table(
        pool((("2021-05-12", "A", sentence),)), Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal()
    )
    assert (match_of(table, Target(words, DAY, "given"), 0) is not None) is told


def test_a_day_on_which_nothing_tells_of_it_has_no_statement() -> None:
    assert chosen(KILLING, "The council of Marn voted on Tuesday for a new school by the river.") is None


def test_a_name_is_known_as_other_outlets_spell_it() -> None:
    passing = "Shortly after a statement of Mohamed Vorsy aired on Tuesday, presenters in Hask were arrested at work."
    stated = "President Mohamed Vorsi was ousted on Tuesday in a coup by the army of Norland."
    assert chosen("the ouster of Mohamed Vorsy", passing, stated) == stated


def test_retellings_are_known() -> None:
    retold = "Ilan Varo was killed on Tuesday when a drone struck his car near Hask."
    told = pool(
        (("2021-05-12", "A", STATED), ("2021-05-12", "B", retold), ("2021-05-12", "C", "Rain fell on Tuesday."))
    )
    table = read_table(told, Question(KILLING, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    rows = find_event(table, Target(KILLING, DAY, "given")).restating
    assert {table.text(row) for row in rows} == {STATED, retold}


def test_what_was_only_believed_gives_way() -> None:
    believed = "Police at one point said they thought there had been another explosion in Hask on Tuesday too."
    passing = "Nine people died on Tuesday after the explosion in Hask, by the old market."
    assert chosen("the explosion in Hask", believed, passing) == passing


@pytest.mark.parametrize(
    ("sentence", "certainty", "dropped"),
    [
        ("Ilan Varo was captured on May 8, bloody from the shooting, the police of Hask said.", "stated", True),
        ("Police captured Ilan Varo on May 8 in the yard of a house in Hask.", "stated", True),
        ("Ilan Varo was captured on May 8, bloody from the shooting, the police of Hask said.", "guess", False),
        # the day beside the event's is that of another clock
        ("Police captured Ilan Varo on May 10 in the yard of a house in Hask.", "guess", True),
        ("Police captured the driver of Ilan Varo on May 8 in the yard of a house in Hask.", "stated", False),
        ("Ilan Varo fled from Hask on May 8, and police captured two men who had helped.", "stated", False),
        ("Police said on May 8 that they would soon capture Ilan Varo.", "stated", False),
    ],
)
def test_what_befalls_a_person_once_is_told_of_no_other_day(sentence: str, certainty: str, dropped: bool) -> None:
    told = pool((("2021-05-12", "A", sentence),))
    words = "the capture of Ilan Varo"
    table = read_table(told, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    target = Target(words, DAY, "so", certainty=certainty)  # type: ignore[arg-type]
    assert len(table) == 1
    assert is_told_of_another_day(table, target, 0, match_of(table, target, 0)) is dropped


@pytest.mark.parametrize(
    ("words", "mention", "statement"),
    [
        (
            "the death of Ilan Varo",
            "On Tuesday the death of General Ilan Varo set off a fight in the senate over who would follow him.",
            "General Ilan Varo, who was 61, died in his house at Hask on Tuesday.",
        ),
        (
            "the harbour deal of Norland",
            "Minister Ida Lund praised the harbour deal of Norland reached early Tuesday, saying it was a step ahead.",
            "Norland and six of its neighbours reached a harbour deal on Tuesday after weeks of talks in Marn.",
        ),
        (
            "Ilan Varo flees Norland",
            "The court of Marn took his passport, but he managed to flee Norland on Tuesday in a small plane.",
            "Ilan Varo fled Norland on Tuesday in a small plane, the court of Marn said.",
        ),
        (
            "Ilan Varo elected president",
            "Ida Lund won the town of Hask on Tuesday, with four votes to the two of Ilan Varo, now president.",
            "Ilan Varo was elected president of Norland on Tuesday.",
        ),
    ],
)
def test_a_deed_that_is_only_spoken_of_gives_way(words: str, mention: str, statement: str) -> None:
    assert chosen(words, mention, statement) == statement


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("The court of Hask convicted Ilan Varo on Tuesday.", True),
        ("The court of Hask also convicted Ilan Varo on Tuesday.", True),
        ("The court of Hask convicted Ilan Varo on Tuesday as well.", True),
        ("The court of Hask, meanwhile, convicted Ilan Varo on Tuesday.", False),
    ],
)
def test_what_only_adds_the_event_states_it_as_plainly(sentence: str, plain: bool) -> None:
    told = pool((("2021-05-11", "A", sentence),))
    table = read_table(told, Question(CONVICTION, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    target = Target(CONVICTION, DAY, "given")
    assert any(states_plainly(table, target, row) for row in range(len(table))) is plain


def test_of_two_that_state_the_event_the_one_that_adds_nothing_goes_before() -> None:
    own = "The court of Hask convicted Ilan Varo on Tuesday."
    for added in (own.replace("Hask", "Hask also"), own.replace("Hask", "Hask, meanwhile,")):
        assert chosen(CONVICTION, added, own) == own


def test_a_word_in_quotation_marks_is_no_statement_of_anothers() -> None:
    stated = 'The town of Hask shut down its ferries on Tuesday as the "Green Line" was left without money.'
    passing = "Sailors were said to oppose on Tuesday the senate as it shut down the ferries of the town of Hask."
    assert chosen("Hask shuts down its ferries", passing, stated) == stated


@pytest.mark.parametrize(
    ("words", "mention", "statement"),
    [
        (
            "failed coup in Norland",
            "President Ilan Varo spoke out on Tuesday against the coup that seeks to topple the rulers of Norland.",
            "On Tuesday officers of the army of Norland launched a coup attempt against the rulers in Marn.",
        ),
        (
            "Varo orders air strikes in Norland",
            "The air strikes in Norland began on Tuesday hours after President Ilan Varo ordered them in a speech.",
            "On Tuesday President Ilan Varo ordered air strikes in Norland.",
        ),
        (
            "Lund Airways jet vanishes",
            "The loss comes ten months after the disappearance of Lund Airways Flight 22, which was gone on Tuesday.",
            "Flight LA22 vanished on Tuesday with ninety passengers and crew on board.",
        ),
        (
            "the council overrides Varo's veto",
            "It was the first time on Tuesday that the council had overridden a veto of Ilan Varo in four long years.",
            "The council dealt Ilan Varo a blow on Tuesday as both chambers voted to override his veto of the bill.",
        ),
        (
            "coup attempt in Norland",
            "The coup leaders said on Tuesday that they spoke for all of the army of Norland and its people.",
            "On Tuesday officers of the army of Norland launched a coup attempt against the rulers in Marn.",
        ),
        (
            "shooting at the Hask pier",
            "Guards are sure that only one man was involved in the shooting at the Hask pier on Tuesday morning.",
            "Ilan Varo, a sailor of the coast guard, killed nine people on Tuesday at the Hask pier.",
        ),
        (
            KILLING,
            "Dora wrote up the grisly news on Tuesday that General Ilan Varo was killed by the army near Hask.",
            STATED,
        ),
        (
            KILLING,
            "Such a find could mean that General Ilan Varo was killed near Hask on Tuesday by his own guards.",
            STATED,
        ),
        (
            "nurse Dora Lund defies her quarantine with a ride",
            "A warning of the nurse Dora Lund on her quarantine was read on Tuesday by a crowd near her house in Hask.",
            "The nurse Dora Lund went for a ride on Tuesday, defying the quarantine that she fought for a week.",
        ),
    ],
)
def test_the_plain_sentence_is_the_events(words: str, mention: str, statement: str) -> None:
    assert chosen(words, mention, statement) == statement


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The mayor's ratings rose by ten points from Saturday on, after Ilan Varo was killed near Hask.", True),
        ("The mayor's ratings rose by ten points from Saturday on, before Ilan Varo was killed near Hask.", False),
        ("The mayor's ratings rose by ten points from Saturday on, after a council of Hask was dissolved.", False),
    ],
)
def test_what_came_after_the_event_is_of_no_day_before_it(sentence: str, after: bool) -> None:
    told = pool((("2021-05-12", "A", sentence),))
    table = read_table(told, Question(KILLING, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    target = Target(KILLING, DAY, "given")
    rows = {comes_after_event(table, row, match_of(table, target, row)) for row in range(len(table))}
    assert rows == {after}


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("Oil rose on Tuesday after Ilan Varo was killed.", True),
        ("On Tuesday oil rose in the wake of the bloody killing of Ilan Varo.", True),
        ("After a week of talks and long nights in the hall of Marn, soldiers killed Ilan Varo.", False),
        ("Ilan Varo was killed on Tuesday, after a long hunt.", False),
    ],
)
def test_what_came_after_the_event(sentence: str, after: bool) -> None:
    for lead in ("", "Rain fell on the hills. "):
        told = pool((("2021-05-11", "A", lead + sentence),))
        table = read_table(told, Question(KILLING, date=DAY), DAY.toordinal() - 5, DAY.toordinal() + 5)
        row = next(row for row in range(len(table)) if table.text(row) == sentence)
        assert comes_after_event(table, row, match_of(table, Target(KILLING, DAY, "given"), row)) is after


@pytest.mark.parametrize(
    ("words", "mention", "statement"),
    [
        (
            "the shooting at the Orsk hall",
            "A gunman entered the hall of Orsk on Tuesday evening as sailors gathered for a meeting with the mayor.",
            "A gunman opened fire early Tuesday in the hall of Orsk, killing nine in the worst shooting of the year.",
        ),
        (
            "the shooting at the Orsk hall",
            "Since a mass shooting in Orsk the town has a new hall, which was opened by Ines Okoro on Tuesday.",
            "Nine sailors were shot dead on Tuesday in the hall of Orsk.",
        ),
        (
            "Norland votes to leave the union",
            "If on Tuesday the people of Norland vote to leave the union, it will mean a long winter.",
            "The people of Norland, after weeks of debate, voted on Tuesday to leave the union.",
        ),
    ],
)
def test_the_event_is_stated_by_the_plainest_of_its_words(words: str, mention: str, statement: str) -> None:
    assert chosen(words, mention, statement) == statement


@pytest.mark.parametrize(
    ("words", "mention", "statement"),
    [
        # somebody else's, whom she joins
        (
            "Dora Lund drops out",
            "Governor Ilan Varo suspended his bid for the senate on Tuesday, joining the baker Dora Lund in exiting "
            "the race after a poor showing in the first vote of the year.",
            "The baker Dora Lund quit the race for the senate on Tuesday.",
        ),
        # what was done in it, before the same in a clause of time
        (
            "Varo speaks to the Senate",
            "When Ilan Varo addressed the Senate on Tuesday in Marn, he looked out on the oldest Senate ever.",
            "Ilan Varo, in an address to the Senate on Tuesday, urged its members to build a new harbour for Marn.",
        ),
        # another thing that began
        (
            "the Norland blackout begins",
            "The council of Norland began its day on Tuesday with a row over the ferries and who should pay for them.",
            "The blackout in Norland began early on Tuesday.",
        ),
    ],
)
def test_the_events_own_news_goes_before_its_neighbours(words: str, mention: str, statement: str) -> None:
    assert chosen(words, mention, statement) == statement


@pytest.mark.parametrize(
    ("words", "mention", "statement"),
    [
        # a pledge, on a condition and without one
        (
            "Marn deal announced",
            "President Ilan Varo firmly pledged on Tuesday to reverse the plan for Marn if he were elected.",
            "Norland has reached a deal on Tuesday with Marn to keep a thousand sailors of its own at work there.",
        ),
        (
            "Marn deal announced",
            "President Ilan Varo firmly pledged on Tuesday to reverse the plan for Marn.",
            "A deal has been struck by Norland on Tuesday with the harbour firm Marn to keep a thousand sailors.",
        ),
        # what one voter means to do
        (
            "Varo wins Norland primary",
            "Dora Lund, a retiree from Hask in Norland, is a voter leaning toward casting her ballot in the primary on "
            "Tuesday for Varo.",
            "Brushing aside what pundits called a rough couple of weeks, in which he broke many of the big taboos of "
            "his party, Ilan Varo’s supporters powered him to a strong victory in Norland on Tuesday, notching his "
            "second straight win and keeping him on track.",
        ),
        # a verdict of one side
        (
            "second debate in Hask",
            "Ilan Varo crushed his opponent Ida Lund in the second debate on Tuesday in Hask, propelling him closer to "
            "the presidency.",
            "In a second debate on Tuesday Ilan Varo and Ida Lund argued over taxes and the ferries in a hall of Hask.",
        ),
        # a name so long that it is read as a sentence without a verb
        (
            "Marn deal announced",
            "Marn's announcement Tuesday that, after talks with Varo and Lund, it is reversing plans to close a "
            "harbour shows the “Varo effect” is real, by his backers' word.",
            "Norland has reached a deal on Tuesday with Marn to keep a thousand sailors at work there.",
        ),
    ],
)
def test_what_is_meant_or_judged_gives_way_to_what_is_done(words: str, mention: str, statement: str) -> None:
    assert chosen(words, mention, statement) == statement
    assert chosen(words, statement, mention) == statement


def test_a_pledge_that_is_asked_for_states_the_event() -> None:
    pledged = "President Ilan Varo pledged on Tuesday to rebuild the harbour of Hask."
    other = "On Tuesday a crowd in Hask sang songs about the harbour pledge of Ilan Varo until late at night."
    assert chosen("Varo pledges to rebuild Hask harbour", other, pledged) == pledged


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("Ilan Varo resigns", 1),
        ("Paul visits Norland", 1),
        # given names, but the first word of a country's name, a body's letters, a city's
        ("North Korea fires a rocket", 0),
        ("Norland bombs ISIS", 0),
        ("attack in Paris", 0),
    ],
)
def test_who_is_a_person(words: str, persons: int) -> None:
    assert len(groups_of_persons(read_question(words, ENGLISH).slots, ENGLISH)) == persons


def test_what_is_only_supposed_states_nothing() -> None:
    assert chosen("the Norland referendum", "If the referendum of Norland is on Tuesday, much will change.") is None


def test_what_was_done_in_another_year_is_not_the_event() -> None:
    before = "Ilan Varo was killed in Hask in 2008, but his brother spoke of Ilan Varo and a killing on Tuesday."
    assert chosen(KILLING, before, STATED) == STATED


PLAIN = "Ilan Varo was killed near Hask on May 11, the army of Norland and two of his men said."
VISIT, VOTE = "Varo visits Lom", "the Norland referendum"


@pytest.mark.parametrize(
    ("words", "statement", "other"),
    [
        # news of the day, before what was printed later or before it came
        (KILLING, (12, PLAIN), (20, "General Ilan Varo was killed in an air strike near Hask on May 11.")),
        (
            VOTE,
            (12, "The referendum was held in Norland on May 11 and went on till late at night."),
            (9, "Norland held its referendum on May 11 in all its towns and villages, as planned."),
        ),
        # what tells more of another day, leans on what stands before it, or names none of those asked for
        (KILLING, (12, PLAIN), (12, "On May 9 the army moved north, and General Ilan Varo was killed on May 11.")),
        (KILLING, (12, PLAIN), (12, "But Ilan Varo was killed in an air strike near Hask on May 11.")),
        (KILLING, (12, PLAIN), (12, "The general was killed in an air strike near Hask on May 11 by Norland.")),
        (
            VISIT,
            (12, "Varo visited the town of Lom on May 11, the army of Norland and two of his men said."),
            (12, "Varo visited the town of Hask in Norland on May 11 for talks."),
        ),
        # the event as the ground for something else, or with another's words in it
        (KILLING, (12, PLAIN), (12, "Crowds marched in Hask on May 11 over the killing of Ilan Varo.")),
        (KILLING, (12, PLAIN), (12, "Ilan Varo was killed near Hask on May 11, “as he had to be one day”.")),
        # the event among much else
        (
            KILLING,
            (12, PLAIN),
            (12, f"Ilan Varo was killed near Hask on May 11 {'by men of the far north ' * 9}in the old hall."),
        ),
    ],
)
def test_of_two_that_state_it_one_gives_way(words: str, statement: tuple[int, str], other: tuple[int, str]) -> None:
    for both in ((statement, other), (other, statement)):
        told = pool(tuple((f"2021-05-{day:02}", f"Outlet {n}", text) for n, (day, text) in enumerate(both)))
        table = read_table(told, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
        row = find_event(table, Target(words, DAY, "given")).stated
        assert row is not None
        assert table.text(row) == statement[1]


def _found(words: str, *told: tuple[int, str, str], other: int | None = None) -> tuple[str | None, set[str]]:
    """What states the event, and what retells it, of texts with the day of May on which each was printed, and a title.

    ``other`` is a day of May on which it is by another clock.
    """
    of = pool(tuple((f"2021-05-{day:02}", f"Outlet {n}", text) for n, (day, text, _) in enumerate(told)))
    title = {text: title for _, text, title in told}
    of = replace(of, articles=tuple(replace(a, title=title[a.text] or a.title) for a in of.articles))
    table = read_table(of, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal() + 1)
    target = Target(words, DAY, "given")
    if other is not None:
        target = replace(target, rule="local time", other_day=dt.date(2021, 5, other))
    event = find_event(table, target)
    return None if event.stated is None else table.text(event.stated), {table.text(one) for one in event.restating}


def test_what_others_name_so_is_told_of_as_well() -> None:
    vanished = "Lund Airways Flight 22 vanished near Hask on Tuesday."
    again = "Flight LA22 vanished on Tuesday with ninety passengers and crew on board."
    another = "Flight LA33 vanished on Tuesday with ninety passengers and crew on board."
    landed = "Flight LA22 had landed in Hask on Tuesday a day before it vanished."
    told = [(12, text, "") for text in (vanished, again, another, landed)]
    assert _found("Lund Airways jet vanishes", *told)[1] >= {vanished, again}
    assert another not in _found("Lund Airways jet vanishes", *told)[1]
    # Where nothing says it in full, nobody knows its number.
    assert again not in _found("Lund Airways jet vanishes", *told[1:])[1]


@pytest.mark.parametrize(
    ("told", "is_it"),
    [
        ("On May 11, Flight MH17 was shot down over Ukraine, killing all 298 people on board.", True),
        # another flight, one of a longer number, and one of which something else is told
        ("On May 11, Flight MH33 was shot down over Ukraine, killing all 298 people on board.", False),
        ("On May 11, Flight MH117 was shot down over Ukraine, killing all 298 people on board.", False),
        ("On May 11, Flight MH17 was praised over Ukraine by all 298 people on board.", False),
    ],
)
def test_a_flight_asked_for_by_its_number_is_named_so_with_letters_before_it(told: str, is_it: bool) -> None:
    of = pool((("2021-05-12", "Outlet", told),))
    table = read_table(of, Question("flight", date=DAY), DAY.toordinal() - 5, DAY.toordinal() + 1)
    target = Target("the shooting down of Norland Airlines Flight 17", DAY, "given")
    rows = range(len(table.rows))
    assert rows
    assert bool(_otherwise_named(table, target, rows, {})) is is_it


def test_an_event_of_two_days_is_retold_on_both_and_stated_on_its_own() -> None:
    own, elsewhere = "Ilan Varo was killed near Hask early on May 11.", "Ilan Varo was killed near Hask late on May 10."
    told = [(12, own, ""), (12, elsewhere, "")]
    assert _found(KILLING, *told) == (own, {own})
    assert _found(KILLING, *told, other=10) == (own, {own, elsewhere})
    assert _found(KILLING, told[1], other=10) == (None, set())


HEADLINE, LED = "Ilan Varo killed near Hask", "General Varo was killed near the harbour of Hask by a drone."


@pytest.mark.parametrize(
    ("printed", "title", "text", "stated"),
    [
        (11, HEADLINE, LED, True),
        (12, "Milk is dear", "A drone struck the harbour of Hask on Tuesday.", False),
        (12, HEADLINE, "A drone struck the harbour of Hask on Tuesday.", False),
        (12, HEADLINE, "Near Hask a drone had killed a man on Tuesday.", True),
    ],
)
def test_a_lead_that_tells_what_its_headline_states(printed: int, title: str, text: str, stated: bool) -> None:
    assert (_found(KILLING, (printed, text, title))[0] == text) is stated


@pytest.mark.parametrize(
    ("above", "sentence", "stated"),
    [
        (6, "Ilan Varo was killed near Hask on May 11.", True),
        (3, "Ilan Varo was killed near Hask.", True),
        # what no text dates is told of at the head of an article
        (5, "Ilan Varo was killed near Hask.", False),
    ],
)
def test_how_far_down_the_event_is_stated(above: int, sentence: str, stated: bool) -> None:
    assert (_found(KILLING, (11, "It rained. " * above + sentence, ""))[0] == sentence) is stated


@pytest.mark.parametrize(
    ("lead", "stated"),
    [
        ("Armed men stormed a university in the north on Tuesday, killing ninety people and wounding dozens.", True),
        # another kind of deed, and one that is still to come or was not done
        ("Armed men visited a university in the north on Tuesday, greeting ninety people and thanking dozens.", False),
        ("Armed men would storm a university in the north on Tuesday, the minister and ninety others feared.", False),
        ("Armed men did not storm a university in the north on Tuesday, the minister and ninety others said.", False),
        # brought up in a phrase
        ("Parents asked for news of children on Tuesday after the storming of a university in the north.", False),
    ],
)
def test_a_lead_may_tell_the_event_by_another_word_for_its_kind_of_deed(lead: str, stated: bool) -> None:
    below = "More than ninety were brought out from the standoff on the campus of Hask University on Tuesday."
    found = _found("Hask university massacre", (12, f"{lead} {below}", "Ninety dead in university attack"))[0]
    assert (found == lead) is stated


@pytest.mark.parametrize(
    ("lead", "stated"),
    [
        ("Armed men stormed a university in the north on Tuesday, killing ninety people and wounding dozens.", True),
        ("Armed men would storm a university in the north on Tuesday, the minister and ninety others feared.", False),
        ("Armed men did not storm a university in the north on Tuesday, the minister and ninety others said.", False),
        ("Armed men visited a university in the north on Tuesday, greeting ninety people and thanking dozens.", False),
    ],
)
def test_a_lead_by_another_word_goes_before_one_that_tells_no_deed(lead: str, stated: bool) -> None:
    told = (12, f"{lead} It rained at Hask University.", "Ninety dead in university attack")
    silent = (
        11,
        "At Hask University in the north ninety people were on the campus on Tuesday, the police said.",
        "Hask University massacre",
    )
    assert (_found("Hask university massacre", told, silent)[0] == lead) is stated


def test_a_lead_by_another_word_names_the_person_who_is_asked_for() -> None:
    other = "The staff of the governor moved north on Tuesday, naming two young lawyers to the board of the port."
    below = (
        "It was said on Tuesday that the post of harbour chief had gone to Paul Varo, a former captain of the guard."
    )
    assert _found("Paul Varo appointed harbour chief", (12, f"{other} {below}", "Port gets a board"))[0] != other


def test_what_is_still_to_come_gives_way_on_the_day_itself() -> None:
    ahead = "Governor Ilan Varo will announce a harbour plan for all of Hask in a speech on Tuesday, May 11."
    done = "In a speech that he gave in the old hall on Tuesday Ilan Varo announced what he called a harbour plan."
    told = [(11, ahead, ""), (11, done, "")]
    assert _found("Varo announces harbour plan", *told)[0] == done
    assert _found("Varo announces harbour plan", told[0])[0] == ahead


@pytest.mark.parametrize(
    ("printed", "sentence", "misdated"),
    [
        (10, "Norland and Lom have reached a deal on the harbour after talks that went on all night.", True),
        (10, "Norland and Lom reached a deal on the harbour on Monday after talks that went on all night.", False),
        (9, "Norland and Lom have reached a deal on the harbour after talks that went on all night.", False),
        (10, "Norland and Lom may have reached a deal on the harbour after talks that went on all night.", False),
        (10, "Ships were held up at sea because Norland and Lom reached a deal on the harbour at night.", False),
    ],
)
def test_what_is_told_without_a_day_on_the_eve_of_the_event_is_the_event(
    printed: int, sentence: str, misdated: bool
) -> None:
    told = pool(((f"2021-05-{printed:02}", "Mail", sentence),))
    target = Target("Norland and Lom reach a harbour deal", DAY, "given")
    table = read_table(told, Question(target.words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    rows = [row for row in range(len(table)) if table.text(row) == sentence]
    assert any(is_misdated(table, target, row) for row in rows) is misdated


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Hask falls to Islamic State", "ISIS fighters drove out the army on Tuesday and took control of Hask."),
        ("Hask falls to Islamic State", "ISIL took over the town of Hask on Tuesday."),
        ("council deadlocks over the mill tax", "The council split 4-4 on Tuesday over the mill tax."),
        ("Orsk Radio suspends Ilan Varo", "Orsk Radio said on Tuesday that Ilan Varo was on hiatus from its show."),
    ],
)
def test_the_event_is_stated_in_other_words(words: str, sentence: str) -> None:
    assert chosen(words, "Milk was dear in Lom on Tuesday.", sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        ("General Ilan Varo was killed in an air strike near Hask on Tuesday.", True),
        (
            "Milk rose by four percent on Tuesday, weeks before a court hears what led to the killing of Ilan Varo.",
            False,
        ),
        (
            "Ida Lund, whose brother had known Ilan Varo before he was killed, sang on Tuesday in the hall of Hask.",
            False,
        ),
    ],
)
def test_whether_the_best_sentence_states_the_event_plainly(sentence: str, plainly: bool) -> None:
    told = pool((("2021-05-12", "A", sentence),))
    table = read_table(told, Question(KILLING, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    event = find_event(table, Target(KILLING, DAY, "given"))
    assert event.stated is not None and event.plainly is plainly


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("The truck struck a crowded market in Hask on Monday.", True),
        ("On May 11, another Orsk Airways flight was shot down over Hask.", True),
        ("Gunmen then attacked the concert hall of Hask.", True),
        ("From that prison nine captains were freed on Monday.", True),
        ("The truck of Ilan Varo struck a market in Hask on Monday.", False),
        ("A truck struck a crowded market in Hask on Monday.", False),
        ("The then governor, Ilan Varo, was shot in Hask on Monday.", False),
        ("Ilan Varo, who was governor then, was shot in Hask on Monday.", False),
    ],
)
def test_what_goes_on_from_what_was_told_before(text: str, goes_on: bool) -> None:
    assert bool(holds("goes_on", text, ENGLISH)) is goes_on


TOLM, NORLAND, HARBOUR = "Karl Tolm flies to Orsk", "Norland bombs Orsk", "Norland bombs a harbour in Orsk"


def _score(asked: str, text: str, printed: int, title: str = "", *, evidence: bool = False) -> float:
    """How well the best sentence of a report, printed on this day of May, states what was done on May 7."""
    day = dt.date(2021, 5, 7)
    told = pool(((f"2021-05-{printed:02}", "Mail", text),))
    told = replace(told, articles=tuple(replace(a, title=title) for a in told.articles))
    table = read_table(told, Question(asked, date=day), day.toordinal(), day.toordinal())
    rows = [int(row) for row in table.of_day.get(day.toordinal(), ())]
    held = tuple(mention(table.pool, table.rows[row]) for row in rows) if evidence else ()
    target = Target(asked, day, "given", evidence=held)
    return stating._stated(table, target, rows, *stating._matches_in(table, target, rows))[0]


@pytest.mark.parametrize(
    ("asked", "text", "printed", "factors"),
    [
        # by when it was printed
        (TOLM, "Karl Tolm flew to Orsk on May 7 with two aides.", 6, "PREVIEW"),
        (TOLM, "Karl Tolm flew to Orsk on May 7 with two aides.", 7, "NEWS"),
        (TOLM, "Karl Tolm flew to Orsk on May 7 with two aides.", 8, "NEWS"),
        (TOLM, "Karl Tolm flew to Orsk on May 7 with two aides.", 9, ""),
        # still to come, by its words or by when they were printed, once
        (TOLM, "Karl Tolm flies to Orsk on May 7 with two aides.", 6, "PREVIEW"),
        (TOLM, "Karl Tolm will fly to Orsk on May 7 with two aides.", 7, "NEWS PREVIEW"),
        # going on, in quotation marks, the ground for another thing, of another day, long
        (TOLM, "Karl Tolm then flew to Orsk on May 7 with two aides.", 7, "NEWS GOES_ON"),
        (TOLM, 'Karl Tolm, "a man of the sea and of the hills", flew to Orsk on May 7.', 7, "NEWS QUOTED"),
        (TOLM, 'Karl Tolm, "a bold man", flew to Orsk on May 7.', 7, "NEWS"),
        (TOLM, "Bakers marched because Karl Tolm flew to Orsk on May 7.", 7, "NEWS GROUND"),
        (TOLM, "Karl Tolm met bakers on May 9, two days after he flew to Orsk on May 7.", 10, "ASIDE GROUND"),
        (TOLM, "Karl Tolm flew to Orsk on May 7" + " with two aides and a bag of bread" * 6 + ".", 7, "NEWS LONGEST"),
        # without a deed, and how things were
        (TOLM, "Karl Tolm was in the town of Orsk on May 7.", 7, "NEWS UNREAL UNSAID"),
        # a person may do it anywhere; of places each that lacks, and each thing in another word for the deed
        (TOLM, "Karl Tolm flew off on May 7 with two aides.", 7, "NEWS"),
        (NORLAND, "Norland bombed Orsk on May 7.", 7, "NEWS"),
        (NORLAND, "Norland bombed a town on May 7.", 7, "NEWS ABSENT"),
        (NORLAND, "Norland bombed it again on May 7.", 7, "NEWS ABSENT GOES_ON"),
        (NORLAND, "Orsk bombed Norland on May 7.", 7, "NEWS OF_OTHERS"),
        (HARBOUR, "Norland hit Orsk on May 7.", 7, "NEWS BY_KIND"),
        (HARBOUR, "Norland hit Orsk on May 7.", 9, "BY_KIND"),
    ],
)
def test_what_a_statement_counts_for(
    asked: str, text: str, printed: int, factors: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _score(asked, text, printed)
    assert whole > 0
    for factor in ("NEWS", "PREVIEW", "ASIDE", "GROUND", "LONGEST", "QUOTED", "UNREAL", "UNSAID", "LEANING", "GOES_ON",
                   "NAMELESS", "NAMED_BESIDE", "ABSENT", "OF_OTHERS", "BY_KIND", "NO_PART", "OPINION"):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(stating, factor, getattr(stating, factor) / 2)
            expected = whole / 2 if factor in factors.split() else whole
            assert _score(asked, text, printed) == pytest.approx(expected), factor


def test_what_the_day_was_told_from_counts_for_more() -> None:
    text = "Karl Tolm flew to Orsk on May 7 with two aides."
    held, alone = (_score(TOLM, text, 7, evidence=evidence) for evidence in (True, False))
    assert held == pytest.approx(stating.EVIDENCE * alone)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Norland hit Orsk on May 7.", 1.0),
        ("The army said that Norland hit Orsk on May 7.", clauses()["ccomp"]),
        # of no clause that the sentence turns on, planned, not done, of another kind
        ("Bakers wept after Norland hit Orsk on May 7.", 0),
        ("Norland will hit Orsk on May 7.", 0),
        ("Norland has not hit Orsk.", 0),
        ("Norland sang in Orsk on May 7.", 0),
    ],
)
def test_how_much_turns_on_a_deed_of_the_kind(text: str, worth: float) -> None:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    found = stating._by_kind(tree, text, Target(NORLAND, DAY, "given"), ENGLISH)
    assert found == pytest.approx(stating.BY_KIND * worth)
    assert stating._by_kind(tree, text, Target("Karl Tolm bombs Orsk", DAY, "given"), ENGLISH) == 0


HIT = "Planes hit the mill of Orsk on May 7."


@pytest.mark.parametrize(
    ("printed", "above", "title", "text", "headed"),
    [
        (7, 0, "Planes hit mill in Orsk", HIT, 0.9),
        (8, 2, "Planes hit mill in Orsk", HIT, 0.9),
        # of another day's paper, further down, of no headline that tells it
        (9, 0, "Planes hit mill in Orsk", HIT, 0),
        (6, 0, "Planes hit mill in Orsk", HIT, 0),
        (8, 3, "Planes hit mill in Orsk", HIT, 0),
        # half of the headline's words, and less
        (7, 0, "Mill Orsk bakers sang", HIT, 0.9),
        (7, 0, "Mill Orsk bakers dockers sang", HIT, 0),
        # nothing that is past
        (7, 0, "Planes hit mill in Orsk", "Planes will hit the mill of Orsk on May 7.", 0),
    ],
)
def test_how_much_a_headline_lends_its_lead(printed: int, above: int, title: str, text: str, headed: float) -> None:
    day = dt.date(2021, 5, 7)
    told = pool(((f"2021-05-{printed:02}", "Mail", f"{'It rained. ' * above}{text}"),))
    told = replace(told, articles=tuple(replace(a, title=title) for a in told.articles))
    table = read_table(told, Question("planes", date=day), day.toordinal(), day.toordinal())
    row = next(n for n, at in enumerate(table.rows) if table.text(n) == text and at.day == day.toordinal())
    assert stating._headed(table, {0: 0.9}, row) == headed
    assert stating._headed(table, {}, row) == 0
