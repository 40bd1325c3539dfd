"""Events that are asked for in an editor's own words, and what only looks like them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.making import article
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.reading.light import read_light
from leadup.timeline import Pool, PooledArticle, find_target
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.clauses import parsed, played_by_another
from leadup.timeline.target.factuality import is_in_idiom
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.slot import Role
from leadup.timeline.target.tokens import token_pattern
from leadup.timeline.target.votes import Day
from leadup.timeline.target.words import alike


def _rows(question: str) -> set[str]:
    return {d.name for s in read_question(question, ENGLISH).slots if s.needed for d in s.rows}


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Orsk Radio drops Karl Lund", {"dismiss"}),
        ("Karl Lund dropped by Orsk Radio", {"dismiss"}),
        ("the price of bread drops", {"close-case", "fall"}),
        ("Karl Lund cleared of fraud", {"acquit"}),
        ("Orsk council clears the toll", {"acquit", "pass", "approve", "close-case"}),
        ("Karl Lund comes out", {"comeout"}),
        ("the toll plan collapses", {"reject", "fall-through"}),
        ("the collapse of the Orsk bridge", {"collapse", "faint"}),
        ("Orsk bridge collapses", {"collapse", "faint"}),
        ("Karl Lund charged with fraud", {"charge"}),
        ("Karl Lund accepts the nomination", {"accept"}),
        ("rebels take credit for the Orsk bombing", {"claim-responsibility"}),
        ("Orsk prison break", {"escape"}),
        ("Lund edges Tolm in Orsk", {"win"}),
        ("Norland's strike plan collapses", {"reject", "fall-through"}),
        ("Tolm concedes Lund was right", {"admit"}),
        ("Tolm concedes Orsk to Lund", {"admit", "concede"}),
        ("Tolm concedes", {"concede"}),
        ("the guard who shot Lund charged", {"charge"}),
        ("Lund ends White House bid", {"withdraw"}),
        ("Karl Lund found hanged", {"die"}),
        ("Karl Lund choked by guards", {"kill"}),
        # A thing with its number behind it is no deed.
        ("Orsk Air flight OA17 shot down over Norland", {"shoot-down", "reject"}),
        ("flight 370 crashes", {"crash"}),
        ("Karl Lund's flight from Orsk", {"escape"}),
        ("Karl Lund smothered in his cell", {"kill"}),
        # What a name alone says may be of a place or a thing as well, and "whose" is not "whom".
        ("Orsk Radio drops Lund", {"dismiss", "close-case", "fall"}),
        ("Norland drops Varoland sanctions", {"dismiss", "close-case", "fall"}),
        ("Orsk Radio drops Karl Lund show", {"dismiss", "close-case", "fall"}),
        ("Orsk Radio drops Karl Lund's show", {"dismiss", "close-case", "fall"}),
        ("Orsk Radio drops Karl Lund over his show", {"dismiss"}),
        ("Brenn cleared of rebels", {"acquit", "pass", "approve", "close-case"}),
        ("Orsk cleared by army", {"acquit", "pass", "approve", "close-case"}),
        ("Orsk dropped from the list", {"dismiss", "close-case", "fall"}),
        ("Karl Lund comes out as gay", {"comeout"}),
        ("Karl Lund comes out against the toll", {"comeout", "surface"}),
        ("Karl Lund comes out with an album", {"comeout", "surface"}),
    ],
)
def test_a_verb_means_what_fits_who_and_what_stands_beside_it(question: str, rows: set[str]) -> None:
    assert _rows(question) == rows


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Pope's Orsk visit", True),
        ("the pope visits Orsk", True),
        ("visit of the pope", True),
        ("Pope Karl visits Orsk", False),
        ("Lund elected pope", False),
        ("Lund named as pope", False),
    ],
)
def test_an_office_of_one_is_the_name_of_who_has_it(question: str, name: bool) -> None:
    (slot,) = (s for s in read_question(question, ENGLISH).slots if s.asked.lower() == "pope")
    assert slot.is_name is name


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("Lund wins Orsk", "Orsk"),
        ("Lund wins the Orsk primary", "Orsk"),
        ("Karl Lund beats Anna Tolm", "Tolm"),
        ("Lund resigns as Orsk mayor", None),
        ("Anna Lund leaves Orsk", None),
        ("Lund sacked", None),
        ("the flood of Orsk", None),
    ],
)
def test_the_name_behind_the_verb_is_whom_it_was_done_to(question: str, whom: str | None) -> None:
    asked = read_question(question, ENGLISH)
    assert (asked.slots[asked.done_to].asked if asked.done_to >= 0 else None) == whom


def test_a_victory_elsewhere_is_hardly_the_one_asked_for() -> None:
    told = pool((("2021-05-04", "A", "Lund won on May 3."), ("2021-05-09", "B", "Lund won Orsk on May 8.")))
    elsewhere, there = Matcher(read_question("Lund wins Orsk", ENGLISH)).matches(told)
    assert elsewhere.share < 0.5 < there.share


@pytest.mark.parametrize(
    ("text", "word", "idiom"),
    [
        ("Lund came under fire on Monday.", "fire", True),
        ("The board will fire Lund.", "fire", False),
        ("Lund fired back at Tolm.", "fired", True),
        ("Lund fired Tolm.", "fired", False),
        ("Lund made clear that he stays.", "clear", True),
        ("The court may clear Lund.", "clear", False),
        ("Lund fired off a letter to Tolm.", "fired", True),
        ("Norland fired off two rockets on Monday.", "fired", False),
        ("The guards fired back at gunmen in Orsk.", "fired", False),
        ("A fire department crew came.", "fire", False),
    ],
)
def test_a_word_of_an_idiom_is_no_deed(text: str, word: str, idiom: bool) -> None:
    tokens = token_pattern(ENGLISH).findall(text)
    assert is_in_idiom(tokens, tokens.index(word), language=ENGLISH) is idiom


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Norland fires rocket", "Norland fired off a rocket on May 3."),
        ("Norland fires rockets", "Norland fired off two of them on May 3, rockets that fell into the sea."),
        ("the guards fire at gunmen in Orsk", "The guards in Orsk fired back at gunmen on May 3."),
        ("Norland fires back at Orsk", "Norland fired back at Orsk on May 3."),
        ("Lund fires back at Tolm", "Lund fired back at Tolm on May 3."),
        ("Lund under fire in Orsk", "Lund came under fire in Orsk on May 3."),
    ],
)
def test_what_the_question_itself_says_and_what_is_shot_is_no_idiom(question: str, text: str) -> None:
    told = pool((("2021-05-04", "A", text), ("2021-05-04", "B", text)))
    assert find_target(Question(question), told).day == dt.date(2021, 5, 3)


def test_a_retort_is_no_dismissal() -> None:
    text = "Lund fired back at Tolm on May 3."
    with pytest.raises(UnknownTarget):
        find_target(Question("Lund fires Tolm"), pool((("2021-05-04", "A", text), ("2021-05-04", "B", text))))


@pytest.mark.parametrize(
    ("question", "is_light"),
    [("Lund nominated to lead the bank", True), ("lead in Orsk water", False), ("the Orsk lead crisis", False)],
)
def test_to_lead_says_little_but_lead_is_a_thing(question: str, is_light: bool) -> None:
    lead = next(s for s in read_question(question, ENGLISH).slots if s.asked == "lead")
    assert (lead.weight < 0.3) is is_light


@pytest.mark.parametrize(
    ("text", "deed", "role", "another"),
    [
        ("Anna Lund lashed out at the council, accusing them of fraud.", "accusing", Role.PATIENT, True),
        ("The council wrote to the mayor, accusing Lund of fraud.", "accusing", Role.PATIENT, False),
        ("The move leaves Anna Lund as the front-runner.", "leaves", Role.AGENT, True),
        ("Anna Lund left the bank on Monday.", "left", Role.AGENT, False),
    ],
)
def test_who_did_it_and_who_had_it_done(text: str, deed: str, role: Role, another: bool) -> None:
    (parse,) = parsed([(text, 0, len(text))], ENGLISH)
    assert played_by_another(parse, text.index(deed), [text.index("Lund")], role, language=ENGLISH) is another


def test_one_house_is_not_the_other() -> None:
    assert "senat" not in alike(ENGLISH)["hous"]
    assert "congress" in alike(ENGLISH)["hous"] & alike(ENGLISH)["senat"]


def test_the_year_of_a_run_is_not_that_of_the_event() -> None:
    assert read_question("Lund rules out 2024 run", ENGLISH).years == ()
    assert read_question("the Orsk flood of 2024", ENGLISH).years == (2024,)


def test_words_for_a_run_need_not_be_told_though_they_are_a_name() -> None:
    weights = {s.asked: s.weight for s in read_question("Lund ends White House bid", ENGLISH).slots}
    assert weights["White"] < 0.2 < weights["Lund"]
    weights = {s.asked: s.weight for s in read_question("Lund quits the Orsk race", ENGLISH).slots}
    assert weights["Orsk"] >= 0.5


def test_a_victory_that_nobody_places_there_is_none_of_that_place() -> None:
    told = (
        ("2021-05-04", "A", "Lund won Tarrow on May 3, and she had lost in Orsk before."),
        ("2021-05-05", "B", "Lund won Tarrow on May 3. Orsk comes next."),
    )
    with pytest.raises(UnknownTarget):
        find_target(Question("Lund wins Brenn"), pool(told))


def _titled(*told: tuple[str, str, str]) -> Pool:
    made = [
        replace(article(text, f"Outlet {n}", dt.date.fromisoformat(day)), title=title)
        for n, (day, title, text) in enumerate(told)
    ]
    return Pool.of((PooledArticle.of(a, read_light(a)) for a in made), ENGLISH)


def test_a_headline_that_tells_the_whole_event_beats_a_day_told_of_in_parts() -> None:
    told = _titled(
        ("2021-05-06", "What to know", "Lund won in Tarrow on May 5. He had come from Orsk to do it."),
        ("2021-05-07", "Lund wins in Tarrow", "Lund won against Tolm on May 5. They had met in Orsk before."),
        ("2021-05-19", "Lund narrowly wins Orsk, a town that Tolm needed", "It was a close night for the two."),
    )
    assert find_target(Question("Lund edges Tolm in Orsk"), told).day in (dt.date(2021, 5, 19), dt.date(2021, 5, 18))


def test_a_day_that_one_place_tells_whole_beats_a_busier_one_told_of_in_parts() -> None:
    told = _titled(
        ("2021-05-04", "A mill stormed", "Gunmen attacked a mill in Orsk on May 3. They had come by boat."),
        ("2021-05-05", "Shots at a market", "Gunmen attacked a market in Orsk on May 3. Nobody was hurt."),
        (
            "2021-05-20",
            "News of the day",
            "It rained. Gunmen took hostages in an attack at a Tarrovian bakery in Orsk on May 19.",
        ),
        (
            "2021-05-21",
            "News of the day",
            "It was cold. The attack at a Tarrovian bakery in Orsk on May 19 left two dead.",
        ),
    )
    assert find_target(Question("the attack at a Tarrovian bakery in Orsk"), told).day == dt.date(2021, 5, 19)


def test_who_is_called_a_nominee_is_hardly_nominated_then() -> None:
    told = pool(
        (("2021-05-04", "A", "Lund was nominated on May 3."), ("2021-05-09", "B", "Nominee Lund spoke on May 8."))
    )
    nominated, nominee = Matcher(read_question("Lund nominated", ENGLISH)).matches(told)
    assert nominee.deed < 0.7 < nominated.deed


def test_what_passed_on_a_day_known_beforehand_had_but_steps_before_it() -> None:
    monday, thursday = dt.date(2021, 5, 3).toordinal(), dt.date(2021, 5, 6).toordinal()
    told = pool((("2021-05-03", "A", "The council voted on the toll on Monday."),))
    days = {
        monday: Day(votes=3.7, told=3.7, naming={0}, whole=0.97),
        thursday: Day(votes=6.0, told=6.0, naming={0}, whole=1.0),
    }
    assert first_told(days, told) == monday
    assert first_told(days, told, is_set=True) == thursday


TOLD: tuple[Telling, ...] = (
    ("2021-05-04", "A", "Radio Orsk let Karl Lund go on May 3 after a row over his show."),
    ("2021-06-05", "B", "The price of Radio Orsk shares fell on June 4, and Lund spoke of it."),
    ("2021-06-06", "C", "Shares of Radio Orsk fell on June 4. Lund was silent."),
)


def test_who_is_dropped_has_not_fallen() -> None:
    assert str(find_target(Question("Radio Orsk drops Lund"), pool(TOLD)).day) == "2021-05-03"
    with pytest.raises(UnknownTarget):
        find_target(Question("Radio Orsk drops Tolm"), pool(TOLD))
