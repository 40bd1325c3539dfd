"""What may be stated outright: who did what to whom, and what may not."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH, rows
from leadup.model import Action
from leadup.reading.actions import code_actions
from leadup.reading.names import Cast
from leadup.reading.syntax import parse


def sure(text: str) -> list[Action]:
    """The actions of a sentence that are certain."""
    return [
        a
        for a in code_actions(
            text,
            parse(text, [(0, len(text))], language=ENGLISH)[0],
            cast=Cast.of(text, language=ENGLISH),
            to_things=False,
            language=ENGLISH,
        )
        if a.certain
    ]


def named(text: str, at: tuple[int, int] | None) -> str:
    return "-" if at is None else text[at[0] : at[1]]


@pytest.mark.parametrize("row", rows("plain_deeds"), ids=lambda row: row[0])
def test_each_verb_of_the_table_says_its_deed(row: tuple[str, ...]) -> None:
    _, category, _, text, source, target = row
    assert [(a.category, named(text, a.source_at), named(text, a.target_at)) for a in sure(text)] == [
        (category, source, target)
    ]


PASSIVE = (
    ("Twelve villagers were killed in Ardovia on Sunday.", "-", "Twelve villagers"),
    ("Two officers were arrested by the militia.", "militia", "Two officers"),
)


@pytest.mark.parametrize(("text", "source", "target"), PASSIVE)
def test_a_passive_shows_who_bore_it_and_the_agent_after_by(text: str, source: str, target: str) -> None:
    assert [(named(text, a.source_at), named(text, a.target_at)) for a in sure(text)] == [(source, target)]


def test_a_group_stands_under_its_count() -> None:
    (action,) = sure("Gunmen killed twelve villagers on Sunday.")
    assert action.target is not None
    assert action.target.name == "twelve villagers"


def test_what_is_accused_of_is_no_part_of_who_is_accused() -> None:
    text = "The Kadrian administration has accused the Lorvian regime of an attack with rockets."
    (action,) = sure(text)
    assert named(text, action.target_at) == "Lorvian regime"


NOT_SURE = (
    # one more deed of whoever the clause within is about
    "Police chased two men after gunmen on Thursday robbed a bank, killed twelve villagers and fled.",
    "Anna Tolm was met with roaring applause as she entered the chamber.",  # nobody is met by whom nobody names
    "A rocket attack killed a contractor.",  # a thing does not act, unless it is one that strikes
    "Turkey shot down the Russian warplane.",  # a plane bears nothing for its owner
    "Turkey condemned the strikes on Lebanon.",  # whom it accuses is not said here
    "The evening of Sept. 25 killed the talks.",
    "Police may arrest five men.",
    "Police did not arrest five men.",
    "The president asked whether police arrested five men.",
    "They arrested five men.",
    "Did police arrest five men?",
    "The Republican beat the Democrat in the election.",
    "Senator Anna Kadri returned to Lorvia from Ardovia.",
    "Rasp, the harbor executive, is due to meet Mara Tolk on Tuesday.",
    "Senator Anna Kadri was asked why the port should not be shut.",  # a question asks for no deed
)


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_is_not_plain_is_not_sure(text: str) -> None:
    assert sure(text) == []


def test_a_drone_acts_where_the_text_makes_it_kill() -> None:
    text = "A drone killed three soldiers."
    assert [(named(text, a.source_at), named(text, a.target_at)) for a in sure(text)] == [("drone", "three soldiers")]


NO_DEED = (
    # two subjects are hung on the verb, of which the first is none
    "At a speech at her school, the University of Tarn, on the day that the Herald came, Rasp was asked about it.",
    "The Russian plane crashed in Sinai on Monday, killing all 224 people on board.",  # that is no blow
    "Rasp was shot by Tarn, Ardovia, police on Monday.",  # a broken list
    "Rebels and soldiers clashed in Tarn, killing 16 people.",  # of several one would be named
    "President Mara Tolk and Mayor Jo Venn endorsed the governor.",
    "The senator attacked the president on Monday.",  # with words
    "The senator launched a battle against the president.",  # a figure of speech
    "Senator Rasp said so on the programme “Meet the Harbor” on Sunday.",  # a title
    "With Mara Tolk accusing her opponent of lying, the debate ended.",  # whose opponent, words do not tell
    "Congressional critics of the VA urged the administration to act.",  # they are not the VA
    # whoever closed the bridge may have blamed the mayor
    "The Tarn council stunned reporters with a report that the governor closed the bridge and blamed the mayor.",
    # who is denounced is not endorsed
    "The Harbor Herald endorsed the Libertarian – and denounced Republican candidate Mara Tolk – in an editorial.",
)


@pytest.mark.parametrize("text", NO_DEED)
def test_what_a_parser_reads_wrongly_is_not_sure(text: str) -> None:
    assert sure(text) == []


def test_a_phrase_with_a_name_in_it_is_not_who_is_named() -> None:
    (action,) = sure("The Mara Tolk campaign heaped blame on the media, accusing news organizations of a plot.")
    assert action.source is not None
    assert action.source.name == "Mara Tolk campaign"


def test_a_title_is_taken_with_its_name() -> None:
    (action,) = sure("The New York Attorney General Eric Rasp said he was asking the governor to go.")
    assert action.source is not None
    assert action.source.name == "Eric Rasp"


def test_a_count_with_at_least_is_borne() -> None:
    found = sure("A 19-year-old gunman killed at least 12 passengers and injured 30 others at the Tarn station Sunday.")
    assert [(a.source and a.source.name, a.target and a.target.name) for a in found] == [
        ("19-year-old gunman", "12 passengers"),
        ("19-year-old gunman", "30 others"),
    ]


def test_a_thing_is_part_of_the_deed_and_no_actor() -> None:
    (action,) = sure("The president signed the new voting law on Monday.")
    assert (action.exact, action.target) == ("signed the new voting law", None)


def test_a_clause_set_apart_by_commas_takes_no_deed_away() -> None:
    (action,) = sure("The militia, after it closed a road, arrested two officers.")
    assert action.source is not None and action.source.name == "militia"
