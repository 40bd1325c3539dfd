"""Which sentences tell a happening as news, and which only bring it up."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest

from leadup.lang import ENGLISH
from leadup.reading.syntax import parse_each
from leadup.timeline import in_passing
from leadup.timeline.in_passing import _turns_on_event, is_said_then, names_one, tells_in_clause, titled, turns_on
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
    (tree,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    places = [m.start() for m in _DAY.finditer(sentence)]
    told = -1 if deed is None else tree.at(sentence.index(deed))
    assert turns_on(tree, places, told, language=ENGLISH) is turns


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
    (tree,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    places = [m.start() for m in _DAY.finditer(sentence)]
    assert (
        tells_in_clause(tree, places, -1 if deed is None else tree.at(sentence.index(deed)), language=ENGLISH) is tells
    )


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
    (tree,) = parse_each([(sentence, 0, len(sentence))], ENGLISH)
    assert is_said_then(tree, [m.start() for m in _DAY.finditer(sentence)], ENGLISH) is said


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
