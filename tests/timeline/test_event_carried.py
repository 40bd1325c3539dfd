"""Which outlets are counted beside the event's own entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.model import Question
from leadup.reading.syntax import parse_each
from leadup.timeline import choose
from leadup.timeline.carrying import is_told_as_done
from leadup.timeline.pool import Pool
from leadup.timeline.target import find_target

OWN: Telling = ("2021-03-11", "Valley Post", "The mayor of Orsk, Anna Lund, resigned on Wednesday. The hall was empty.")


def titled_pool(told: Sequence[Telling], titles: Mapping[str, str]) -> Pool:
    """A pool of these articles, each with the headline of its outlet."""
    held = pool(tuple(told))
    return Pool.of([replace(a, title=titles.get(a.outlet or "", "")) for a in held.articles], "en")


def _outlets_beside(*told: Telling) -> set[str | None]:
    question = Question("Anna Lund resigns", date=dt.date(2021, 3, 10))
    held = pool((OWN, *told))
    chosen = choose(question, find_target(question, held), held)
    (event,) = [c for c in chosen if c.states_event]
    return {m.outlet for m in event.support}


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Shopkeepers were still talking about it when Anna Lund resigned on Wednesday.", True),
        ("Traders hailed Anna Lund's resignation Wednesday as long overdue.", True),
        ("Anna Lund opened a new bakery beside the market on Wednesday.", False),
        ("Traders said on Wednesday that Anna Lund had not resigned.", False),
        ("Karl Tolm, the harbour master, resigned on Wednesday.", False),
    ],
)
def test_whoever_tells_the_event_in_any_clause_is_counted(said: str, counted: bool) -> None:
    assert ("Orsk Daily" in _outlets_beside(("2021-03-11", "Orsk Daily", said))) is counted


PILOTS: Telling = (
    "2021-03-11",
    "Valley Post",
    "The mayor of Orsk, Anna Lund, apologized to the harbour pilots of the Hask pier on Wednesday. It rained.",
)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        # Not all that is asked for is said again, but who did it and what was done.
        ("Anna Lund apologized Wednesday for what she had told a reporter.", True),
        ("Officials said Wednesday that Anna Lund had apologized for what she had told a reporter.", True),
        ("The council wants to know what Anna Lund knew when she apologized Wednesday.", False),
        ("Anna Lund refused on Wednesday to apologize for what she had told a reporter.", False),
        ("Anna Lund is expected to apologize on Wednesday for what she told a reporter.", False),
        ("Karl Tolm apologized Wednesday for what he had told a reporter.", False),
    ],
)
def test_who_turns_on_the_event_need_not_tell_all_of_it(said: str, counted: bool) -> None:
    question = Question("Anna Lund apologizes to harbour pilots of the Hask pier", date=dt.date(2021, 3, 10))
    held = pool((PILOTS, ("2021-03-11", "Orsk Daily", f"Rain fell. The streets were empty. {said}")))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    told = {m.outlet for m in event.support if m.span not in event.in_passing}
    assert ("Orsk Daily" in told) is counted


BACKS: Telling = (
    "2021-03-11",
    "Valley Post",
    "The mayor of Orsk, Anna Lund, endorsed the pilot Karl Tolm on Wednesday as the next harbour master. It rained.",
)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        # A deed that no list of deeds holds, told as done and not as still to come.
        ("Anna Lund endorsed Karl Tolm on Wednesday in a speech by the pier.", True),
        ("Crowds are waiting by the pier where Anna Lund endorses Karl Tolm on Wednesday.", False),
        ("Anna Lund will endorse Karl Tolm on Wednesday in a speech by the pier.", False),
    ],
)
def test_a_deed_of_no_list_is_told_by_what_is_past(said: str, counted: bool) -> None:
    question = Question("Anna Lund endorses Karl Tolm", date=dt.date(2021, 3, 10))
    held = pool((BACKS, ("2021-03-10", "Orsk Daily", f"Rain fell. The streets were empty. {said}")))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    assert ("Orsk Daily" in {event.wording.outlet, *(m.outlet for m in event.support)}) is counted


RUNS: Telling = ("2021-03-11", "Valley Post", "Anna Lund announced on Wednesday that she will run for mayor of Orsk.")


CHOSEN: Telling = (
    "2021-03-11",
    "Valley Post",
    "Anna Lund was named harbour master of Hask on Wednesday. It rained.",
)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("On Wednesday Anna Lund was named harbour master of Hask after nine hours of talks.", True),
        ("The council named Anna Lund harbour master of Hask on Wednesday.", True),
        ("Karl Tolm was named harbour master of Hask on Wednesday.", False),
        ("Anna Lund has named Karl Tolm harbour master of Hask, she said Wednesday.", False),
    ],
)
def test_who_is_put_into_an_office_is_it_that_it_is_done_to(said: str, counted: bool) -> None:
    question = Question("Anna Lund named harbour master of Hask", date=dt.date(2021, 3, 10))
    held = pool((CHOSEN, ("2021-03-11", "Orsk Daily", f"{said} The hall was full.")))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    told = {m.outlet for m in (event.wording, *event.support) if m.span not in event.in_passing}
    assert ("Orsk Daily" in told) is counted


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Anna Lund declared on Wednesday that she is running for mayor.", True),
        # A lead tells it in any clause; not as what is planned or expected.
        ("The field grew on Wednesday when Anna Lund announced her run for mayor.", True),
        ("Anna Lund plans to announce on Wednesday that she will run for mayor, aides say.", False),
        ("The Hask Wire reported that Anna Lund was expected to announce on Wednesday a run for mayor.", False),
    ],
)
def test_what_is_planned_is_not_told_as_done(said: str, counted: bool) -> None:
    question = Question("Anna Lund enters the race for mayor", date=dt.date(2021, 3, 10))
    held = pool((RUNS, ("2021-03-10", "Orsk Daily", f"{said} It rained. The hall was empty.")))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    told = {m.outlet for m in (event.wording, *event.support) if m.span not in event.in_passing}
    assert ("Orsk Daily" in told) is counted


def test_an_entry_in_other_words_is_carried_by_what_shares_them() -> None:
    question = Question("Hask council passage of the harbour overhaul", date=dt.date(2021, 3, 10))
    own = "The Hask council approved legislation 42-5 on Wednesday to drastically reform the harbour department."
    other = "Council members in Hask voted overwhelmingly on Wednesday to overhaul the ailing harbour department."
    told = (("2021-03-10", "Valley Post", own), ("2021-03-10", "Orsk Daily", other))
    held = pool(tuple((day, outlet, f"{said} It rained.") for day, outlet, said in told))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    assert {event.wording.outlet, *(m.outlet for m in event.support)} == {"Valley Post", "Orsk Daily"}


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Anna Lund resigned on Wednesday, after nine years.", True),
        ("Let us imagine that Anna Lund had not been pushed and resigned on Wednesday of her own will.", False),
        ("The council may learn today whether Anna Lund resigned on Wednesday.", False),
    ],
)
def test_what_only_supposes_the_event_brings_it_up(said: str, counted: bool) -> None:
    question = Question("Anna Lund resigns", date=dt.date(2021, 3, 10))
    held = pool((OWN, ("2021-03-11", "Orsk Daily", said)))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    told = {m.outlet for m in event.support if m.span not in event.in_passing}
    assert ("Orsk Daily" in told) is counted


VOTE: Telling = ("2021-03-11", "Valley Post", "Anna Lund won the Orsk vote on Wednesday. The hall was empty.")


@pytest.mark.parametrize(
    ("title", "counted"),
    [
        ("A long night at the harbour", True),
        ("Pilots: Lund and Tolm will win Orsk vote", False),
        ("Lund will win Orsk vote, say pilots", False),
    ],
)
def test_what_stands_under_a_forecast_does_not_tell_the_event(title: str, counted: bool) -> None:
    said = "Pilots cheered as Anna Lund won the Orsk vote on Wednesday. It rained. The hall was empty."
    held = titled_pool((VOTE, ("2021-03-10", "Orsk Daily", said)), {"Orsk Daily": title})
    question = Question("Anna Lund wins the Orsk vote", date=dt.date(2021, 3, 10))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    assert ("Orsk Daily" in {m.outlet for m in event.support}) is counted


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("The Orsk strike is set for this Thursday.", False),
        ("The strike was scheduled for Thursday, the pilots said.", False),
        ("The strike set a record on Thursday.", True),
        ("The strike began on Thursday.", True),
    ],
)
def test_a_deed_that_is_set_for_a_day_is_not_told_as_done(said: str, done: bool) -> None:
    (tree,) = parse_each([(said, 0, len(said))], "en")
    assert is_told_as_done(tree, tree.at(said.index("strike")), "en") is done


def test_a_preview_does_not_tell_the_event() -> None:
    assert _outlets_beside(("2021-03-08", "Orsk Daily", "Anna Lund will have resigned on March 10.")) == set()


DEEDS = {
    "Karl Tolm endorses Anna Lund": "Karl Tolm endorsed Anna Lund on Wednesday in Orsk.",
    "Anna Lund publishes the Hask diaries": "Anna Lund published the Hask diaries on Wednesday.",
    "Hask council adopts the tree plan for Dorn park": (
        "The Hask council adopted a plan on Wednesday to plant nine hundred trees in Dorn park."
    ),
    "Telmar Motors goes bankrupt": "Telmar Motors filed for bankruptcy in Dorn on Wednesday.",
    "Fire destroys the Varn theatre in Dorn": "Fire destroyed the Varn theatre in Dorn on Wednesday.",
    "the Orsk primary": "Karl Tolm took the Orsk primary on Wednesday with six votes in ten.",
    "Nils Brandt insults the Lom ferry company": "Nils Brandt insulted the Lom ferry company on Wednesday.",
    "Orsk museum restores the Falk portrait": "The Orsk museum restored the Falk portrait on Wednesday.",
}


@pytest.mark.parametrize(
    ("asked", "said", "counted"),
    [
        # The other way round, by or to somebody else, made up, only asked about.
        ("Karl Tolm endorses Anna Lund", "Anna Lund endorsed Karl Tolm on Wednesday.", False),
        ("Karl Tolm endorses Anna Lund", "Anna Lund was endorsed by Karl Tolm on Wednesday.", True),
        ("Karl Tolm endorses Anna Lund", "Karl Tolm's son endorsed Anna Lund on Wednesday.", False),
        ("Karl Tolm endorses Anna Lund", "Karl Tolm met Anna Lund on Wednesday but endorsed Ole Rand.", False),
        ("Karl Tolm endorses Anna Lund", "Karl Tolm met Anna Lund on Wednesday and endorsed her.", True),
        ("Karl Tolm endorses Anna Lund", "A hoax letter on Wednesday said Karl Tolm endorsed Anna Lund.", False),
        ("Karl Tolm endorses Anna Lund", "Ole Rand asked Karl Tolm on Wednesday why he endorses Anna Lund.", False),
        # Kept from being done, undone, denied.
        (
            "Anna Lund publishes the Hask diaries",
            "Anna Lund burned the Hask diaries on Wednesday rather than publish them.",
            False,
        ),
        (
            "Anna Lund publishes the Hask diaries",
            "A judge barred Anna Lund on Wednesday from publishing the Hask diaries.",
            False,
        ),
        (
            "Anna Lund publishes the Hask diaries",
            "Anna Lund withdrew the Hask diaries on Wednesday before they were published.",
            False,
        ),
        ("Anna Lund publishes the Hask diaries", "On Wednesday Anna Lund published the diaries of Hask.", True),
        (
            "Hask council adopts the tree plan for Dorn park",
            "The Hask council debated the tree plan for Dorn park on Wednesday but adopted nothing.",
            False,
        ),
        (
            "Hask council adopts the tree plan for Dorn park",
            "The Hask council scrapped on Wednesday the tree plan it adopted last year.",
            False,
        ),
        ("Telmar Motors goes bankrupt", "Telmar Motors denied on Wednesday that it was bankrupt.", False),
        ("Telmar Motors goes bankrupt", "Telmar Motors went bankrupt on Wednesday.", True),
        ("Telmar Motors goes bankrupt", "The maker Telmar Motors filed for bankruptcy on Wednesday.", True),
        (
            "Fire destroys the Varn theatre in Dorn",
            "A fire destroyed a shop beside the Varn theatre on Wednesday.",
            False,
        ),
        ("the Orsk primary", "The party moved the Orsk primary to Wednesday.", False),
        (
            "Nils Brandt insults the Lom ferry company",
            "Staff of the ferry company insulted Nils Brandt Wednesday.",
            False,
        ),
        (
            "Nils Brandt insults the Lom ferry company",
            "Nils Brandt's cousin insulted the ferry company on Wednesday.",
            False,
        ),
        (
            "Nils Brandt insults the Lom ferry company",
            "A lawyer denied on Wednesday that Nils Brandt insulted the Lom ferry company.",
            False,
        ),
        (
            "Nils Brandt insults the Lom ferry company",
            "Nils Brandt insulted the Lom ferry company in a speech Wednesday.",
            True,
        ),
        (
            "Orsk museum restores the Falk portrait",
            "The Orsk museum sold a shop to restore the portrait Wednesday.",
            False,
        ),
        ("Orsk museum restores the Falk portrait", "A gallery in Lom restored a portrait by Falk on Wednesday.", False),
        ("Orsk museum restores the Falk portrait", "The Falk portrait was restored by the museum on Wednesday.", True),
    ],
)
def test_a_deed_is_told_as_done_and_by_and_to_those_asked_about(asked: str, said: str, counted: bool) -> None:
    question = Question(asked, date=dt.date(2021, 3, 10))
    own, other = (f"{DEEDS[asked]} It rained.", f"Rain fell. The streets were empty. {said}")
    held = pool((("2021-03-11", "Valley Post", own), ("2021-03-11", "Orsk Daily", other)))
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    told = {m.outlet for m in (event.wording, *event.support) if m.span not in event.in_passing}
    assert ("Orsk Daily" in told) is counted


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Anna Lund, the mayor of Orsk, quit on Wednesday.", True),
        ("Anna Lund's brother, the mayor of Orsk, resigned on Wednesday.", False),
        ("The mayor of Orsk, Anna Lund, was kept on Wednesday from resigning.", False),
        ("The mayor of Orsk, Anna Lund, denied on Wednesday that she resigned.", False),
    ],
)
def test_what_shares_the_words_of_the_entry_tells_its_deed_as_asked(said: str, counted: bool) -> None:
    assert ("Orsk Daily" in _outlets_beside(("2021-03-11", "Orsk Daily", said))) is counted


@pytest.mark.parametrize(
    ("asked", "own", "said", "counted"),
    [
        # Where it was done is nobody that it was done to; "won a win" tells of no other object.
        (
            "Orsk nurses shot dead in Hask",
            "Three Orsk nurses were shot dead in Hask on Wednesday.",
            "Three Orsk nurses were killed in Hask on Wednesday.",
            True,
        ),
        (
            "Karl Tolm wins the Orsk election",
            "Karl Tolm won the Orsk election on Wednesday.",
            "In Orsk Karl Tolm won an upset victory in the election on Wednesday.",
            True,
        ),
        # What stands before a noun says not who did it.
        (
            "Orsk chapel shooting",
            "A man shot and killed nine people in a chapel in Orsk on Wednesday.",
            "A drifter, Ole Rand, walked into a chapel in Orsk on Wednesday and shot nine people.",
            True,
        ),
        # A deed of another time, beside the day's own.
        (
            "Orsk chapel shooting",
            "A man shot and killed nine people in a chapel in Orsk on Wednesday.",
            "In the Orsk chapel Ole Rand on Wednesday sang for a man who was shot and killed in 2014.",
            False,
        ),
    ],
)
def test_of_whom_and_when_a_deed_is_told(asked: str, own: str, said: str, counted: bool) -> None:
    question = Question(asked, date=dt.date(2021, 3, 10))
    told = (("2021-03-11", "Valley Post", f"{own} It rained."), ("2021-03-11", "Orsk Daily", f"{said} It rained."))
    held = pool(told)
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    outlets = {m.outlet for m in (event.wording, *event.support) if m.span not in event.in_passing}
    assert ("Orsk Daily" in outlets) is counted


@pytest.mark.parametrize(
    ("printed", "said", "counted"),
    [
        ("2021-03-11", "Anna Lund has resigned as mayor of Orsk after nine years.", True),
        ("2021-03-11", "Anna Lund has resigned as mayor of Orsk, the pilot Karl Tolm said Thursday.", True),
        # Of another day, by others, only asked about, a comment, too late.
        ("2021-03-11", "Anna Lund resigned as mayor of Orsk on Thursday.", False),
        ("2021-03-11", "Anna Lund's brother has resigned as mayor of Orsk.", False),
        ("2021-03-11", "Has Anna Lund resigned as mayor of Orsk?", False),
        ("2021-03-12", "Anna Lund has resigned as mayor of Orsk after nine years.", False),
    ],
)
def test_the_next_mornings_report_that_names_no_day_is_counted(printed: str, said: str, counted: bool) -> None:
    assert ("Orsk Daily" in _outlets_beside((printed, "Orsk Daily", f"{said} The hall was full."))) is counted


def test_what_tells_the_deed_the_other_way_round_does_not_word_the_event() -> None:
    question = Question("Karl Tolm endorses Anna Lund", date=dt.date(2021, 3, 10))
    turned = "Anna Lund endorsed Karl Tolm on Wednesday."
    right = "Rain fell in Hask as the pilot Karl Tolm, nine weeks older, endorsed Anna Lund on Wednesday by the pier."
    held = pool(
        (("2021-03-11", "Valley Post", f"{turned} It rained."), ("2021-03-11", "Orsk Daily", f"{right} It rained."))
    )
    (event,) = [c for c in choose(question, find_target(question, held), held) if c.states_event]
    assert event.wording.span.exact == right
