"""Which sentences tell a happening as news, and which only bring it up."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any, cast

import pytest
from tests.timeline.making import tree
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.reading.syntax import parse_each
from leadup.timeline import in_passing
from leadup.timeline.dating import mention
from leadup.timeline.in_passing import (
    _turns_on_event,
    is_said_then,
    is_titled,
    names_one,
    names_those,
    opens_with_event,
    tells_in_clause,
    titled,
    turns_on,
)
from leadup.timeline.stating import EventRows
from leadup.timeline.table import Table, read_table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match

_DAY = re.compile(r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|May 9")


@pytest.mark.parametrize(
    ("sentence", "deed", "turns"),
    [
        # What the sentence turns on, and what somebody is said to have said.
        ("A dam burst near Lom on Wednesday, killing nine people.", None, True),
        ("Police said Friday that a man had been arrested over the attack.", None, True),
        ("Nine people were wounded after an explosion at a mill on Friday.", None, True),
        ("At least 19 people are dead after an attack on a hotel on Friday.", None, True),
        ("The council signed the charter.", None, True),
        ("Wednesday's collapse of the bridge near Lom killed nine people.", "collapse", True),
        ("The council of Orsk signed the charter, the mayor said.", "signed", True),
        # By the verb that announces it, that made somebody do it, or that it was done by.
        ("The leaks led Varo to announce her resignation Sunday.", "resignation", True),
        ("The strike forced Varo to resign on Sunday.", "resign", True),
        ("Varo answered by suspending her campaign on Sunday.", "suspending", True),
        ("The council pressed Varo to resign on Sunday.", "resign", False),
        ("The council, led by Varo, praised the resignation on Sunday.", "resignation", False),
        # A clause beside it, a participle, a noun whose day it is.
        ("He spoke of two officers, who were shot and killed on Saturday.", None, False),
        ("Since the mayor announced Thursday that he had resigned, the council has met nine times.", None, False),
        ("The ambush that left five officers dead on Thursday has altered the campaign.", None, False),
        ("It was not clear whether there is a link between Sunday's shootings and the unrest.", None, False),
        ("The Orsk council, which signed the charter on Wednesday, meets again next week.", None, False),
        ("Nine people have been charged since the May 9 killing of two guards in Orsk.", None, False),
        ("The mayor said Thursday the ruling that upheld the law was no surprise.", "upheld", False),
        ("Traders were worried after an attack on a hotel on Friday.", None, False),
        ("The mayor urged calm after a gunman killed nine people Thursday in Orsk.", "killed", False),
    ],
)
def test_a_sentence_turns_on_what_it_tells_of_the_day(sentence: str, deed: str | None, turns: bool) -> None:
    (parsed,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    places = [m.start() for m in _DAY.finditer(sentence)]
    told = -1 if deed is None else parsed.at(sentence.index(deed))
    assert turns_on(parsed, places, told, language=ENGLISH) is turns
    assert deed is not None or turns_on(parsed, places, language=ENGLISH) is turns


@pytest.mark.parametrize(
    ("sentence", "deed", "tells"),
    [
        # In whatever clause of a lead: of time, of what somebody is, a participle, what somebody announced.
        ("By the time Vell dropped out Monday, few in the town were surprised.", "dropped", True),
        ("The town was roiled further Tuesday when Orsk shot down a plane near the border.", "shot", True),
        ("Vell, who was found dead on Saturday, was the mayor of Orsk.", "found", True),
        ("Vell lost seven votes, ending with Tuesday's defeat that led him to end his run.", "end", True),
        ("A jet went into a dive Tuesday before crashing into the hills near Lom.", "crashing", True),
        ("Orsk was in uproar as the mayor announced Friday that she would resign.", "resign", True),
        ("The mayor spoke of a man who opened fire and killed nine people on Wednesday.", None, True),
        ("The congress opened in uproar on Sunday, when Varo was made to announce her exit.", "exit", True),
        # What the news came upon, and a noun for it.
        ("Two weeks after Vell was shot on Sunday, the town held a vigil.", "shot", False),
        ("Since Vell was shot on Sunday, the streets of Orsk have been quiet.", "shot", False),
        ("Following the blast that killed nine on Friday, the council met.", "killed", False),
        ("The row entered its second day after Orsk shot down a plane on Tuesday.", "shot", False),
        ("A day after a gunman killed nine people in Orsk, the mayor called for calm.", "killed", False),
        ("Amid anger over the guard who shot Vell on Sunday, rallies were held.", "shot", False),
        ("In the wake of the blast that killed nine on Friday, a law was asked for.", "killed", False),
        ("Despite the blast that killed nine on Friday, trading went on.", "killed", False),
        ("Friday's killing of nine people has altered the campaign.", "killing", False),
        ("The mayor called for calm after it emerged that Vell had resigned on Friday.", "resigned", False),
    ],
)
def test_a_lead_tells_in_any_clause_but_of_what_came_before(sentence: str, deed: str | None, tells: bool) -> None:
    (parsed,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    places = [m.start() for m in _DAY.finditer(sentence)]
    told = -1 if deed is None else parsed.at(sentence.index(deed))
    assert tells_in_clause(parsed, places, told, language=ENGLISH) is tells
    assert deed is not None or tells_in_clause(parsed, places, language=ENGLISH) is tells


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Rallies in the north have been called off, the mayor said in a statement late Saturday.", True),
        ("The Orsk Post reported Saturday that the inquiry began with a complaint.", True),
        ("Rallies were called off after the mayor said Saturday that the road was closed.", False),
        ("The mayor, who said Saturday that the road was closed, resigned.", False),
        ("The mayor resigned on Saturday.", False),
    ],
)
def test_what_is_said_on_the_day_is_told(sentence: str, said: bool) -> None:
    (parsed,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    assert is_said_then(parsed, [m.start() for m in _DAY.finditer(sentence)], ENGLISH) is said


@pytest.mark.parametrize(
    ("title", "asked", "tells"),
    [
        ("4 dead after men with knives attack Orsk market", "market attack in Orsk", True),
        ("Gunmen attack market in the north", "market attack in Orsk", False),
        ("Orsk market reopens", "market attack in Orsk", False),
        # A surname names its bearer.
        ("Vell resigns as mayor", "Ada Vell resigns", True),
        ("Xi resigns as mayor", "Xi Adamin resigns", True),
        ("Adamin resigns as mayor", "Xi Adamin resigns", False),
        ("Vell resigns as mayor", "Karl Vell Jr. resigns", True),
        ("Park resigns as mayor", "Park Jong Un resigns", True),
        ("Park resigns as mayor", "Park Geun-hye resigns", True),
        ("Lee resigns as mayor", "Lee Kuan Yew resigns", True),
        ("Park resigns as mayor", "Park Jong Nam resigns", True),
        ("Park resigns as mayor", "Park Won-soon resigns", True),
        # A given name that is also such a surname.
        ("Vell resigns as mayor", "Lee Harvey Vell resigns", True),
        ("Vell resigns as mayor", "Kim Vell resigns", True),
        ("Oldvell resigns as mayor", "Lee Tarn Oldvell resigns", True),
        ("Kim resigns as mayor", "Kim Boyd Vell resigns", False),
        ("Mayor reacts to health ruling", "Orsk court upholds the Vell Act", False),
        # Where nobody is named most of the words must stand there.
        ("Miners killed in explosion at a mine", "mine explosion kills miners", True),
        ("Explosion heard downtown", "mine explosion kills miners", False),
        ("Pit explosion kills", "pit explosion kills miners underground", True),
        ("Pit explosion", "pit explosion kills miners underground", False),
    ],
)
def test_a_headline_tells_what_is_asked_about(title: str, asked: str, tells: bool) -> None:
    assert titled(title, asked, ENGLISH) is tells


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Norland calls shooting down of its plane a provocation", True),
        ("Orsk shoots down a warplane", True),
        ("Norland masses troops after Orsk shoots down its jet", False),
        ("Rallies held in Lom amid anger at Orsk shooting down jet", False),
        ("Norland votes on a budget", False),
        ("Two killed as a jet is shot down", False),
    ],
)
def test_a_headline_names_one_of_those_asked_about(title: str, tells: bool) -> None:
    assert names_one(title, "Orsk shoots down Norland jet", ENGLISH) is tells


@pytest.mark.parametrize(
    ("match", "worth", "turns"),
    [
        ({}, 1.0, True),
        ({}, 0.0, False),
        # what was not done, is the ground for something else, or still to come
        ({"real": False}, 1.0, False),
        ({"ground": True}, 1.0, False),
        ({"ahead": True}, 1.0, False),
        ({"ground": True, "ahead": True}, 1.0, False),
    ],
)
def test_a_row_turns_on_an_event_that_was_done(
    match: dict[str, bool], worth: float, turns: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_passing, "turned_on", lambda *_: worth)
    both = frozenset((0, 1))
    of = Match(0, 0, 1.0, both, both, match.get("real", True), 1.0, head=both, ground=match.get("ground", False),
               ahead=match.get("ahead", False))  # fmt: skip
    assert _turns_on_event(cast("Any", None), cast("Any", None), 0, of) is turns


SHOWN, ASIDE = "Vell was found dead on May 7.", "Vell, who was found dead on May 7, was the mayor of Orsk."
DAY = dt.date(2021, 5, 7)


def _table(*told: tuple[int, str], title: str = "") -> Table:
    of = pool(tuple((f"2021-05-{printed:02}", f"Outlet {n}", text) for n, (printed, text) in enumerate(told)))
    of = replace(of, articles=tuple(replace(a, title=title) for a in of.articles))
    return read_table(of, Question("Vell", date=DAY), DAY.toordinal(), DAY.toordinal())


@pytest.mark.parametrize(
    ("printed", "text", "is_news"),
    [
        # in the lead, in whatever clause; further down only what the sentence turns on
        (8, ASIDE, True),
        (8, f"Rain fell. Snow fell. {ASIDE}", True),
        (8, f"Rain fell. Snow fell. Ice fell. {ASIDE}", False),
        (8, f"Rain fell. Snow fell. Ice fell. {SHOWN}", True),
        # over a weekend, and no longer
        (10, ASIDE, True),
        (11, ASIDE, False),
        (10, f"Rain fell. {SHOWN}", True),
        (11, f"Rain fell. {SHOWN}", False),
        # what was printed before the day has no lead that tells it
        (6, ASIDE, False),
    ],
)
def test_which_articles_tell_it_as_news(printed: int, text: str, is_news: bool) -> None:
    table = _table((8, f"Ice fell. {SHOWN}"), (printed, text))
    told = (mention(table.pool, at) for at in table.rows)
    mentions = [m for m in told if "May 7" in m.span.exact and m.day == DAY]
    (own,) = (m for m in mentions if m.outlet == "Outlet 0")
    (other,) = (m for m in mentions if m.outlet == "Outlet 1")
    brought_up = in_passing.in_passing(table, [own, other], DAY.toordinal(), None, EventRows())
    assert (other.span not in brought_up) is is_news
    assert own.span not in brought_up
    # In whose words it is shown tells it however late, where the sentence turns on it.
    shown = in_passing.in_passing(table, [other, own], DAY.toordinal(), None, EventRows())
    assert (other.span not in shown) is (is_news or (printed > 10 and SHOWN in text))


FOUND = "Vell found dead"


@pytest.mark.parametrize(
    ("printed", "above", "changed", "opens"),
    [
        (7, 0, {}, True),
        (8, 2, {}, True),
        (9, 0, {}, False),
        (6, 0, {}, False),
        (8, 3, {}, False),
        (8, 0, {"share": 0.69}, False),
        (8, 0, {"real": False}, False),
        (8, 0, {"ground": True}, False),
        (8, 0, {"at": -1}, False),
        (8, 0, {"own": frozenset()}, False),
    ],
)
def test_a_report_that_opens_with_the_event(printed: int, above: int, changed: dict[str, Any], opens: bool) -> None:
    table = _table((printed, "It rained. " * above + ASIDE))
    row = next(n for n in range(len(table.rows)) if table.text(n) == ASIDE)
    at = table.pool.articles[0].text.index("found")
    held = frozenset(n for n, slot in enumerate(read_question(FOUND, ENGLISH).slots) if slot.is_name)
    match = replace(Match(0, above, 0.7, held, held, True, 1.0, at), **changed)
    assert opens_with_event(table, Target(FOUND, DAY, "given"), row, match) is opens


@pytest.mark.parametrize(
    ("asked", "own", "named"),
    [
        ("Tolm meets Lund", "Lund", True),
        ("Karl Tolm meets Lund", "Lund", False),
        ("Karl Tolm meets Lund", "Karl Tolm", True),
        ("Karl Tolm meets Lund", "", False),
        ("the council meets", "", True),
    ],
)
def test_half_of_those_asked_about_are_named(asked: str, own: str, named: bool) -> None:
    slots = read_question(asked, ENGLISH).slots
    held = frozenset(n for n, slot in enumerate(slots) if slot.asked in own.split())
    match = Match(0, 0, 1.0, held, held, True, 1.0)
    assert names_those(match, Target(asked, DAY, "given"), ENGLISH) is named


@pytest.mark.parametrize(
    ("printed", "share", "is_so"), [(7, 0.85, True), (8, 1.0, True), (8, 0.84, False), (9, 1.0, False), (6, 1.0, False)]
)
def test_what_stands_under_a_headline_that_tells_the_event(printed: int, share: float, is_so: bool) -> None:
    table = _table((printed, SHOWN))
    row = next(n for n, at in enumerate(table.rows) if at.day == DAY.toordinal())
    assert bool(is_titled(table, EventRows(titled={0: share}), row)) is is_so
    assert not is_titled(table, EventRows(), row)


def test_a_deed_may_be_the_first_word() -> None:
    # The day is hung on what came before it.
    words = ("Resigning VERB root 0 resign", "after SCONJ mark 3", "shot VERB advcl 1 shoot", "Friday PROPN obl 3")
    made = tree(*words)
    friday = made[3].start
    assert tells_in_clause(made, [friday], 0, language=ENGLISH)
    assert not tells_in_clause(made, [friday], language=ENGLISH)
    assert turns_on(made, [friday], 0, language=ENGLISH)


@pytest.mark.parametrize(
    ("printed", "title", "matched", "targeted", "is_news"),
    [
        # under a headline that tells the event, of its day or the next, whatever its text does
        (7, "Mayor Vell found dead", True, True, True),
        (8, "Mayor Vell found dead", True, True, True),
        (9, "Mayor Vell found dead", True, True, False),
        (8, "Rain in Orsk", True, True, False),
        (8, "", True, True, False),
        # what is known to tell another thing, or of no event
        (8, "Mayor Vell found dead", False, True, False),
        (8, "Mayor Vell found dead", True, False, False),
    ],
)
def test_a_headline_that_tells_the_event_makes_news_of_its_article(
    printed: int, title: str, matched: bool, targeted: bool, is_news: bool
) -> None:
    table = _table((printed, f"Rain fell. Snow fell. Ice fell. {ASIDE}"), title=title)
    row = next(n for n, at in enumerate(table.rows) if table.text(n) == ASIDE and at.day == DAY.toordinal())
    held = frozenset(n for n, slot in enumerate(read_question(FOUND, ENGLISH).slots) if slot.is_name)
    match = Match(0, 3, 1.0, held, held, True, 1.0, table.pool.articles[0].text.index("found"))
    event = EventRows(matches={row: match} if matched else {})
    target = Target(FOUND, DAY, "given") if targeted else None
    told = mention(table.pool, table.rows[row])
    shown = replace(told, span=replace(told.span, article="another"))
    found = in_passing.in_passing(table, [shown, told], DAY.toordinal(), target, event)
    assert (told.span not in found) is is_news
