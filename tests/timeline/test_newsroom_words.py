"""Events asked for in the words of another newsroom: which deed is meant, and which places tell of it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.errors import UnknownTarget
from leadup.model import Question, Target
from leadup.timeline.target import find_target, read_question
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.votes import Day


def _rows(question: str) -> tuple[str, set[str]]:
    """The words by which a question names its event's own deed, and the rows of the table that it may be of."""
    deed = next((s for s in read_question(question).slots if s.needed), None)
    return (deed.asked, {d.name for d in deed.rows}) if deed else ("", set())


@pytest.mark.parametrize(
    ("question", "asked", "row"),
    [
        ("Lund lashes out after the vote", "lashes out", "criticise"),
        ("Anna Lund blasts Karl Tolm", "blasts", "criticise"),
        ("the Orsk blast", "blast", "blast"),
        ("Lund cautions against the bid", "cautions", "warn"),
        ("Lund scraps the toll", "scraps", "repeal"),
        ("Norland stalls the nomination", "stalls", "block"),
        ("Lund goes to an Orsk chapel", "goes to", "visit"),
        ("Lund goes to prison", "goes to prison", "jail"),
        ("police storm Orsk house", "storm", "raid"),
        ("storm over Orsk", "storm", "storm"),
        ("Lund settles on Orsk", "settles on", "choose"),
        ("Lund survives the challenge", "survives", "survive"),
        ("Lund leaves rifles out of the bill", "leaves rifles out", "exclude"),
        ("Lund pulls US out of the treaty", "pulls US out", "withdraw"),
        ("Lund leaves Orsk", "leaves", "leave"),
        ("Lund gets into the race", "gets into", "launch"),
        ("Lund jumps into the Orsk contest", "jumps into", "launch"),
        ("a fox gets into the hall", "", ""),
        ("Lund indicted", "indicted", "indict"),
        ("Lund charged", "charged", "charge"),
        ("House finds Anna Lund in contempt", "contempt", "contempt"),
        ("Norland votes to restrict visas", "votes", "vote"),
        ("Norland votes to reject the treaty", "reject", "reject"),
        ("Lund brothers cleared in the mill case", "cleared", "acquit"),
        ("agents question Anna Lund", "question", "questioning"),
        ("Lund faces questions", "faces questions", "testify"),
    ],
)
def test_which_deed_a_newsroom_word_means(question: str, asked: str, row: str) -> None:
    words, rows = _rows(question)
    assert words == asked
    assert row in rows if row else not rows


def test_a_question_blasts_somebody_or_something_blew_up() -> None:
    assert "criticise" not in _rows("the Orsk blast")[1]
    assert "launch" not in _rows("a fox gets into the hall")[1]


@pytest.mark.parametrize(
    ("question", "light"),
    [("Anna Lund gives up her White House bid", True), ("Anna Lund gives up White River", False)],
)
def test_what_is_given_up_in_any_case_need_not_be_told(question: str, light: bool) -> None:
    white = next(s for s in read_question(question).slots if s.asked == "White")
    assert (white.weight < 0.2) is light


def _target(question: str, *texts: str) -> Target:
    told = tuple(("2021-05-04", outlet, text) for outlet, text in zip("ABCDEFGH", texts, strict=False))
    return find_target(Question(question), pool(told))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            "Lund raises the flag in Orsk",
            ("ORSK (Wire) - Minister Anna Lund raised the flag over the mission on Monday.",),
        ),
        ("Virginia mayor resigns", ("Richmond, Va. - The mayor resigned on Monday.",)),
        ("SCOTUS upholds the toll", ("The Supreme Court upheld the toll on Monday.",)),
        ("Lund slams Tolm", ("Anna Lund lambasted Karl Tolm on Monday.", "Lund denounced Tolm on Monday.")),
        ("jobless rate ticks up", ("The unemployment rate rose on Monday, the bureau said.",) * 2),
        ("Lund's budget slashed", ("Spending that Lund had asked for was cut on Monday by the panel.",)),
    ],
)
def test_it_is_told_in_other_words(question: str, texts: tuple[str, ...]) -> None:
    assert _target(question, *texts).day == dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        # A dateline of another place, and a text that only begins with a name.
        ("Lund raises the flag in Orsk", ("TOLMBURG (Wire) - Minister Anna Lund raised the flag on Monday.",)),
        # Who steps down was not ousted by whom a sentence names besides.
        ("Tolm ousts Lund", ("Speaker Lund stepping down on Monday means that it is the turn of Tolm.",)),
        # What was rejected was not voted for.
        (
            "Norway votes for the league",
            (
                "Norwegian voters have rejected the league in a vote on Monday.",
                "On Monday Norway has rejected the league in its vote.",
            ),
        ),
    ],
)
def test_another_deed_or_place_is_refused(question: str, texts: tuple[str, ...]) -> None:
    with pytest.raises(UnknownTarget):
        _target(question, *texts)


def test_a_day_that_no_place_tells_outright_is_a_guess() -> None:
    # A resignation may have been a firing, and need not.
    texts = ("Anna Lund resigned on Monday.", "Anna Lund, who led the bank, quit on May 3.", "Lund left it on Monday.")
    assert _target("Anna Lund resigns", *texts).certainty == "stated"
    assert _target("Anna Lund fired", *texts).certainty == "guess"


@pytest.mark.parametrize(
    ("share", "named", "is_poll", "eve"),
    [(0.7, 4, True, True), (0.7, 4, False, False), (0.5, 4, True, False), (0.7, 3, True, False)],
)
def test_the_day_of_a_vote_is_before_that_of_its_outcome(share: float, named: int, is_poll: bool, eve: bool) -> None:
    friday = dt.date(2021, 5, 7).toordinal()
    of = pool(tuple(("2021-05-08", str(n), "Norland voted.") for n in range(9)))
    days = {
        friday: Day(votes=4.0, told=4.0, naming=set(range(6)), whole=1.0),
        friday - 1: Day(votes=4.0 * share, told=4.0, naming=set(range(named)), whole=1.0),
    }
    assert first_told(days, of, True, is_poll) == (friday - 1 if eve else friday)


@pytest.mark.parametrize(
    ("question", "is_poll"),
    [
        ("Norland votes to leave the league", True),
        ("Norland referendum", True),
        ("Senate votes to leave the league", False),
        ("Norland leaves the league", False),
        ("Norland votes to join the union", True),
        ("France elects president", True),
        ("US elects president", True),
        ("Board elects chairman", False),
        ("Jury votes to acquit", False),
        ("FIFA elects president", False),
        ("Cardinals elect Pope Orso", False),
        ("Anna Lund elected chairman by the board", False),
    ],
)
def test_what_a_people_votes_for(question: str, is_poll: bool) -> None:
    assert read_question(question).is_poll is is_poll


@pytest.mark.parametrize(
    ("question", "line", "day"),
    [
        ("London mayor resigns", "LONDON (Wire) - The mayor resigned on Monday.", True),
        ("London mayor resigns", "LONDON (Wire) - Mayor Anna Lund resigned on Monday.", True),
        ("London mayor resigns", "LONDON (Wire) - Police said that the mayor of London resigned on Monday.", True),
        ("Orsk ferry sinks", "ORSK, Norland (Wire) - A ferry sank on Monday.", True),
        # the lead names another place
        ("London mayor resigns", "LONDON (Wire) - The mayor of Paris resigned on Monday.", False),
        ("London mayor resigns", "LONDON (Wire) - Paris Mayor Lea Roux resigned on Monday.", False),
        ("Moscow hotel bombing", "MOSCOW (Wire) - Nine died in the bombing of a hotel in Kabul on Monday.", False),
        ("Geneva talks collapse", "GENEVA (Wire) - Talks in Orsk collapsed on Monday.", False),
        ("Washington governor dies", "WASHINGTON - Maine's governor died on Monday.", False),
        # an agency and a writer are no place
        ("Reuters editor resigns", "LIMA (Reuters) - The editor resigned on Monday.", False),
        ("Reuters editor resigns", "LIMA, Reuters - The editor resigned on Monday.", False),
        ("Karl Tolm resigns", "KARL TOLM, Orsk - The mayor resigned on Monday.", False),
    ],
)
def test_a_dateline_is_the_place_where_the_lead_names_no_other(question: str, line: str, day: bool) -> None:
    texts = (line, f"{line} Rain fell.")
    if day:
        assert _target(question, *texts).day == dt.date(2021, 5, 3)
        return
    with pytest.raises(UnknownTarget):
        _target(question, *texts)


@pytest.mark.parametrize(
    ("question", "text", "certainty"),
    [
        ("Anna Lund refuses to resign", "Anna Lund refused to resign on Monday.", "stated"),
        ("Norland refuses to join the league", "Norland on Monday refused to join the league.", "stated"),
        ("Norland refuses to extradite Tolm", "Norland refused on Monday to extradite Karl Tolm.", "stated"),
        ("Anna Lund refuses to resign", "Anna Lund resigned on Monday.", ""),
        ("Anna Lund refuses to resign", "Anna Lund vowed on Monday to resign.", ""),
        ("Anna Lund resigns", "Anna Lund refused to resign on Monday.", ""),
    ],
)
def test_what_somebody_refuses_to_do_is_not_done(question: str, text: str, certainty: str) -> None:
    texts = (text, f"{text} Rain fell.", f"{text} Snow fell.")
    if certainty:
        assert _target(question, *texts).certainty == certainty
        return
    with pytest.raises(UnknownTarget):
        _target(question, *texts)


@pytest.mark.parametrize(
    ("question", "held", "articles", "found"),
    [
        ("Nelsen Mandella dies", "Nelson Mandela", 2, True),
        ("Edvard Snowdon dies", "Edward Snowden", 2, True),
        ("Margret Thacher dies", "Margaret Thatcher", 20, True),
        ("Margret Thacher dies", "Margaret Thatcher", 19, False),
        ("Michael Jackson dies", "Michelle Jacksen", 3, False),
        ("Maria Santos dies", "Mario Santo", 3, False),
        ("Martin Hansen dies", "Marten Hanson", 3, False),
    ],
)
def test_a_name_misspelt_in_both_words_is_a_guess(question: str, held: str, articles: int, found: bool) -> None:
    told = tuple(("2021-05-04", str(n), f"{held} died on Monday. Rain fell in {n} towns.") for n in range(articles))
    if found:
        assert find_target(Question(question), pool(told)).certainty == "guess"
        # where one of its words is another's it is no misspelling
        other = question.split()[1]
        told += tuple(("2021-05-04", f"x{n}", f"Karl {other} ate.") for n in range(3))
    with pytest.raises(UnknownTarget):
        find_target(Question(question), pool(told))
