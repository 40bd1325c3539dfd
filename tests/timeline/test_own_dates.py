"""Articles that date an event by another sentence than the one that tells it, verbs whose past has a stem of its own,
and other wordings that a question and news do not share."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import find_target
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.clauses import parsed, played_by_another
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.namesakes import is_of_another, is_short_for
from leadup.timeline.target.seeking import search_parts
from leadup.timeline.target.slot import Role
from leadup.timeline.target.tokens import base_of
from leadup.timeline.target.verdict import judge
from leadup.timeline.target.votes import Day, vote

MAY = dt.date(2021, 5, 1).toordinal() - 1
TRAIN = "Nine people were killed as a train derailed at Orsk."


def _day(question: str, *told: Telling) -> str | None:
    try:
        return str(find_target(Question(question), pool(told)).day)
    except UnknownTarget:
        return None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # the article's own word for the deed's day, by whatever noun, and before what officials said on the next
        (f"{TRAIN} Monday's accident was the third on the line.", "2021-05-03"),
        (f"{TRAIN} The crash Monday evening was the third on the line.", "2021-05-03"),
        ("A train derailed at Orsk, killing nine, officials said Tuesday. Monday's accident shook all.", "2021-05-03"),
        # without it the day of printing stands, and another matter's day says nothing
        (TRAIN, "2021-05-04"),
        (f"{TRAIN} The choir will sing on Friday.", "2021-05-04"),
        # nor does what lies weeks back, or two days, or what is to come
        (f"{TRAIN} The accident of April 12 was the third on the line.", "2021-05-04"),
        ("A train derailed at Orsk on Tuesday, killing nine. Monday's accident was at Hask.", "2021-05-04"),
    ],
)
def test_an_article_dates_what_it_tells_undated(text: str, day: str) -> None:
    assert _day("the Orsk train derailment", ("2021-05-04", "Outlet", text)) == day


def test_a_sentence_is_carried_only_below_a_lead_that_tells_the_event() -> None:
    asked = read_question("the Orsk train derailment", ENGLISH)
    for lead, carried in ((TRAIN, True), ("The mayor of Orsk spoke of a train.", False)):
        of = pool((("2021-05-04", "Outlet", f"{lead} Monday's accident was the third."),))
        assert [m.carried for m in Matcher(asked).matches(of)][1:] == [True] * carried


def test_no_day_printed_gives_way_where_another_article_tells_the_event_of_it() -> None:
    told = ("2021-05-04", "A", f"{TRAIN} Monday's accident was the third on the line.")
    of = pool((told, ("2021-05-04", "B", "A train derailed at Orsk on Tuesday. Rain fell.")))
    held = vote(asked := read_question("the Orsk train derailment", ENGLISH), Matcher(asked).matches(of), of)
    alone = vote(asked, Matcher(asked).matches(pool((told,))), pool((told,)))
    assert alone.get(MAY + 4, Day()).votes == 0 < held[MAY + 4].votes


@pytest.mark.parametrize(
    ("days", "chosen"),
    [
        # of days with about as many votes the one that a sentence names with the whole event
        ({9: (10, 0.0), 5: (7, 0.9)}, 5),
        ({9: (10, 0.0), 12: (7, 0.9)}, 12),
        ({9: (10, 0.5), 12: (7, 0.9)}, 9),
        ({9: (10, 0.0), 12: (5, 0.9)}, 9),
        ({9: (10, 0.0), 12: (7, 0.8)}, 9),
        ({9: (10, 0.0), 12: (7, 0.9), 13: (8, 0.9)}, 13),
    ],
)
def test_a_day_named_with_the_whole_event(days: dict[int, tuple[float, float]], chosen: int) -> None:
    of = pool((("2021-05-20", "A", "It rained."), ("2021-05-21", "B", "It snowed.")))
    placed = {MAY + d: Day(votes=votes, naming={0}, whole=whole) for d, (votes, whole) in days.items()}
    assert first_told(placed, of) == MAY + chosen
    # what a report of the day tells gives way to nothing
    placed[MAY + 9].reporting = {1}
    assert first_told(placed, of) == MAY + 9


@pytest.mark.parametrize(("told", "whole", "chosen"), [(0.7, 0.9, 3), (0.5, 0.9, 9), (0.7, 0.8, 9)])
def test_a_day_of_which_hardly_less_is_told(told: float, whole: float, chosen: int) -> None:
    of = pool((("2021-05-20", "A", "It rained."), ("2021-05-21", "B", "It snowed.")))
    asked = read_question("Lund resigns", ENGLISH)
    texts = pool((("2021-05-10", "A", "Lund resigned."),))
    held = {
        MAY + 3: Day(votes=1.0, told=told, naming={0}, whole=whole),
        MAY + 9: Day(votes=0.7, told=0.9, naming={0}, whole=1.0),
    }
    verdict = judge(asked, Matcher(asked).matches(texts), held, of)
    assert verdict is not None
    assert verdict.day == MAY + chosen


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("testified", base_of("testify", ENGLISH)),
        ("Denied", base_of("deny", ENGLISH)),
        ("expelled", base_of("expel", ENGLISH)),
        ("cancelling", base_of("cancel", ENGLISH)),
        # what is a verb of its own stays, and so does what tells of no deed
        ("called", base_of("call", ENGLISH)),
        ("killed", base_of("kill", ENGLISH)),
        ("died", base_of("die", ENGLISH)),
        ("dolled", base_of("dolls", ENGLISH)),
    ],
)
def test_a_past_whose_stem_is_another(word: str, base: str) -> None:
    assert base_of(word, ENGLISH) == base


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Lund testifies", "Karl Lund testified on Monday before the council."),
        ("Brandt expelled from the council", "The council expels Brandt, it said on Monday."),
        ("Orsk denied the permit", "Orsk denies the permit, it said on Monday."),
        # by other words
        ("the death of Anna Lund", "Anna Lund killed herself in a cell on Monday."),
        ("Court turns away the harbour appeals", "The court rejected the harbour appeals on Monday."),
        ("Senate kills the harbour bill", "The senate defeated the harbour bill on Monday."),
        ("harbour council resolution on Norland", "The harbour council adopted a resolution on Norland on Monday."),
        ("the death of Karl Lund", "Karl Lund, who ruled Orsk until his death Monday, was a baker."),
        ("the resignation of Karl Lund", "Karl Lund led the town until his resignation on Monday."),
        ("burial of Karl Lund", "Karl Lund was buried in Orsk on Monday."),
        ("Orsk buries Karl Lund", "Orsk buried Karl Lund on Monday."),
        ("interrogation of Karl Lund", "Police questioned Karl Lund on Monday."),
        # a body that votes kills what it votes on, and a house is no such body
        ("Orsk opera house killing", "A singer was killed at the Orsk opera house on Monday."),
        ("the Lom assembly kills 5 in Orsk", "The Lom assembly killed 5 people in Orsk on Monday."),
    ],
)
def test_a_deed_is_told_by(question: str, text: str) -> None:
    assert _day(question, ("2021-05-04", "A", text), ("2021-05-05", "B", text)) == "2021-05-03"


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Senate kills the harbour bill", "reject"),
        ("the council sank the bread measure", "reject"),
        ("Lom assembly kills bread nomination", "reject"),
        ("the Orsk house killings", "kill"),
        ("Orsk opera house killing over a bill", "kill"),
        ("the Orsk council killings", "kill"),
        ("Lom assembly kills 5 in attack", "kill"),
    ],
)
def test_a_body_kills_what_it_votes_on(question: str, deed: str) -> None:
    named = {row.name for slot in read_question(question, ENGLISH).slots for row in slot.rows}
    assert named & {"kill", "reject"} == {deed}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Gunman kills Karl Lund", "The senate rejected Karl Lund on Monday."),
        ("the death of Karl Lund", "Karl Lund will not rest until his death, he said on Monday."),
        ("the death of Karl Lund", "Karl Lund would rule Orsk until his death, he said on Monday."),
        ("Manning cleared of murder", "The man was cleared of murder on Monday."),
        # what somebody only means to last, or may
        ("the death of Karl Lund", "Karl Lund vowed to fight until his death, he said on Monday."),
        ("the death of Karl Lund", "Karl Lund wanted to rule Orsk until his death on Monday."),
        (
            "the resignation of Karl Tolm",
            "Protesters on Monday pledged to camp in the square until his resignation, shouting at mayor Karl Tolm.",
        ),
        ("the resignation of Karl Tolm", "Unions plan strikes until his resignation, Karl Tolm heard on Monday."),
        (
            "the resignation of Karl Tolm",
            "Bakers who led the march vowed strikes until his resignation, Karl Tolm heard on Monday.",
        ),
        (
            "the resignation of Karl Tolm",
            "Protesters threatened to camp until his resignation, shouting at Karl Tolm on Monday.",
        ),
        ("the deportation of Anna Lund", "Anna Lund can stay until her deportation, a judge said on Monday."),
        (
            "the resignation of Karl Tolm",
            "Bakers held signs until his resignation could be agreed, Karl Tolm heard on Monday.",
        ),
        # by words that are as often of another deed
        ("burial of Karl Lund", "Karl Lund buried rivals at the polls on Monday."),
        ("interrogation of Karl Lund", "Karl Lund was interviewed on Orsk Radio about his book on Monday."),
        ("interrogation of Karl Lund", "Karl Lund questioned the plan for the harbour on Monday."),
        ("Orsk hoists Lom flag", "Orsk raised taxes on Lom flag makers on Monday."),
        ("opening of the Orsk bridge", "Orsk lifted a ban on fishing near the bridge on Monday."),
        ("retaliation of Orsk against Lom", "Orsk gave its rebuttal in the debate with Lom on Monday."),
        ("audit of the Orsk school", "The Orsk school reviewed its dress code on Monday."),
        ("Orsk rejects Lom", "Orsk turned away a ship from Lom on Monday."),
        ("transfer of Karl Lund", "Karl Lund moved to Orsk on Monday."),
        ("abuse of an Orsk prisoner", "Guards assaulted a prisoner in Orsk on Monday."),
        ("snub of Karl Lund", "Karl Lund skipped the parade on Monday."),
        ("Orsk council resolution on Lom", "The Orsk council approved a budget for Lom on Monday."),
        ("the Orsk council killings", "The Orsk council rejected the bread bill on Monday."),
    ],
)
def test_a_deed_is_not_told_by(question: str, text: str) -> None:
    assert _day(question, ("2021-05-04", "A", text), ("2021-05-05", "B", text)) is None


def test_the_index_is_asked_for_both_stems() -> None:
    (deed, *_) = search_parts(read_question("Lund testifies", ENGLISH), {})
    assert {"testify", "testified"} <= set(deed[1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ash", "ashton", True),
        ("ashton", "ash", True),
        ("karl", "karl", True),
        ("al", "alfred", True),
        # one that is a name of its own is no short form of another
        ("carl", "carlos", False),
        ("paul", "paula", False),
        ("julia", "julian", False),
        ("daniel", "danielle", False),
        ("joe", "joel", False),
        ("joe", "joseph", True),
        ("martin", "martina", False),
        ("ali", "alice", False),
        ("max", "maxine", False),
        ("mike", "michael", True),
        ("ben", "karl", False),
    ],
)
def test_a_given_name_cut_short(one: str, other: str, same: bool) -> None:
    assert is_short_for(one, other, ENGLISH) is same


@pytest.mark.parametrize(("first", "another"), [("rob", False), ("robert", False), ("karl", True)])
def test_an_article_on_one_whose_given_name_is_cut_short(first: str, another: bool) -> None:
    for given in ("Rob", "Robert"):
        of = pool((("2021-05-04", "A", f"So spoke {given} Tolm."),)).articles[0]
        assert is_of_another(of, [(frozenset({first}), "Tolm")], ENGLISH) is another


@pytest.mark.parametrize(("first", "other"), [("Paul", "Paula"), ("Carl", "Carlos"), ("Joe", "Joel")])
def test_one_of_a_longer_given_name_is_another(first: str, other: str) -> None:
    told = (
        ("2021-03-08", "A", f"{other} Rydan resigned on March 6."),
        ("2021-03-08", "B", f"{other} Rydan resigned on March 6, officials said."),
        ("2021-04-11", "C", f"{first} Rydan resigned on April 10."),
    )
    assert _day(f"the resignation of {first} Rydan", *told) == "2021-04-10"


@pytest.mark.parametrize(
    ("text", "deed", "another"),
    [
        ("Lund announced Monday that the harbour will close.", "announced", True),
        ("A force announced by Lund will sail on Monday.", "announced", True),
        ("A plan announced by Brandt will help Lund.", "announced", False),
        ("Brandt announced Lund as minister.", "announced", False),
    ],
)
def test_who_announces_is_not_announced(text: str, deed: str, another: bool) -> None:
    (tree,) = parsed([(text, 0, len(text))], ENGLISH)
    assert played_by_another(tree, text.index(deed), [text.index("Lund")], Role.PATIENT, language=ENGLISH) is another
