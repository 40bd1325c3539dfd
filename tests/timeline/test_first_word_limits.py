"""Sentences whose first word decides: it is no less there than any other."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.timeline.deed_clauses import (
    FURTHER,
    UNSAID,
    _does_it_itself,
    _in_one_clause,
    _is_anothers,
    _says_of_oneself,
    adds,
    clause_worth,
    has_part,
)
from leadup.timeline.event_names import has_part_in_main
from leadup.timeline.following import _says_when_of_main
from leadup.timeline.happenings.contests import _is_ground, _is_place
from leadup.timeline.happenings.day_deeds import day_deeds, deed_at, head_deeds, hung_on, is_standing, names_of_part
from leadup.timeline.in_passing import _told_by, is_only_supposed, is_said_then
from leadup.timeline.repetition import _is_preview
from leadup.timeline.target.clause_roles import clause_above, clause_of, is_named_by, subject_of
from leadup.timeline.target.clauses import (
    JOINED,
    NAMED,
    SPOKEN_OF,
    _verb_under,
    aimed_at,
    bound,
    dated_itself,
    played_by_another,
)
from leadup.timeline.target.match import Match
from leadup.timeline.target.slot import Role, Slot

LATER = ["Lund PROPN nsubj 3", "will AUX aux 3", "quit VERB root 0"]


@pytest.mark.parametrize(
    ("words", "day", "worth"),
    [
        (["Raids NOUN obj 2 raid", "praised VERB root 0 praise"], -1, SPOKEN_OF),
        (["Raids NOUN obl 2 raid", "praised VERB root 0 praise"], -1, NAMED),
        (["Quit VERB root 0", "wept VERB conj 1 weep", "Monday PROPN obl 2"], 10, JOINED),
    ],
)
def test_how_a_day_is_bound_to_a_deed_that_opens_its_sentence(words: list[str], day: int, worth: float) -> None:
    assert bound(tree(*words), 0, day, (), language=ENGLISH) == pytest.approx(worth)


def test_what_adds_to_other_news() -> None:
    assert adds(tree("Sang VERB root 0 sing", "meanwhile ADV advmod 1"), ENGLISH) == FURTHER
    assert adds(tree("Sang VERB root 0 sing"), ENGLISH) == 1


@pytest.mark.parametrize(
    ("words", "to_come"),
    [
        (LATER, True),
        (["Quit VERB root 0", "will AUX aux 1"], True),
        ([*LATER[:1], "has AUX aux 3", "quit VERB root 0"], False),
        (["Quit VERB root 0"], False),
    ],
)
def test_what_a_row_turns_on_is_still_to_come(words: list[str], to_come: bool) -> None:
    table: Any = SimpleNamespace(tree=lambda _row: tree(*words), language=ENGLISH)
    assert _is_preview(table, 0) is to_come


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Shot VERB root 0 shoot", "Lund PROPN nsubj 1"], (True, True)),
        (["Shot VERB root 0 shoot", "Tolm PROPN nsubj 1"], (False, False)),
        # it was done to her
        (["Shot VERB root 0 shoot", "Lund PROPN nsubj:pass 1"], (False, True)),
    ],
)
def test_who_does_what_the_first_word_tells(words: list[str], expected: tuple[bool, bool]) -> None:
    parsed = tree(*words)
    does = _does_it_itself(parsed, 0, "the killing of Lund", ENGLISH)
    assert (does, has_part(parsed, 0, {"Lund"})) == expected


def test_a_deed_that_opens_its_sentence_has_its_clause() -> None:
    told = tree("Quit VERB root 0", "Lund PROPN nsubj 3", "wept VERB advcl 1 weep")
    assert not _in_one_clause(told, 0, told[1].start, ENGLISH)
    assert _in_one_clause(told, told[2].start, told[1].start, ENGLISH)
    said = ["he PRON nsubj 1", "said VERB root 0 say", "Lund PROPN nsubj 3", "Tolm PROPN obl 3"]
    own = tree("Quit VERB ccomp 3", *said)
    assert _says_of_oneself(own, 0, 3, ENGLISH)
    assert not _says_of_oneself(own, 0, 4, ENGLISH)
    assert not _says_of_oneself(tree("Quit VERB advcl 3", *said), 0, 3, ENGLISH)


@pytest.mark.parametrize("place", [0, 1])
def test_what_may_be_won_by_another(place: int) -> None:
    before = ["Then ADV advmod 2"] * place
    parsed = tree(*before, "Wins VERB root 0 win", f"Tolm PROPN nsubj {place + 1}")
    assert _is_anothers(parsed, parsed[place].start, "Lund wins the Orsk primary", ENGLISH)
    assert not _is_anothers(parsed, parsed[place].start, "Tolm wins the Orsk primary", ENGLISH)


@pytest.mark.parametrize(
    ("words", "at", "subject"),
    [
        (["Lund PROPN nsubj 2", "quit VERB root 0"], 1, 0),
        (["Quit VERB root 0", "Lund PROPN nsubj 1", "left VERB conj 1 leave"], 2, 1),
        (["Quit VERB root 0", "left VERB conj 1 leave"], 1, -1),
        # "he" who is the first word may be somebody named above his clause
        (["He PRON nsubj 2", "quit VERB ccomp 4", "Lund PROPN nsubj 4", "said VERB root 0 say"], 1, 2),
        (["Said VERB root 0 say", "Lund PROPN nsubj 1", "he PRON nsubj 4", "quit VERB ccomp 1"], 3, 1),
    ],
)
def test_the_subject_and_the_clause_of_a_first_word(words: list[str], at: int, subject: int) -> None:
    assert subject_of(tree(*words), at, ENGLISH) == subject


def test_the_clause_that_a_first_word_heads() -> None:
    parsed = tree("Quit VERB root 0", "Lund PROPN nsubj 1", "Anna PROPN flat 2")
    assert [clause_of(parsed, at, ENGLISH) for at in range(3)] == [0, 0, 0]
    ahead = tree("Weeping VERB advcl 3 weep", "Lund PROPN nsubj 3", "quit VERB root 0", "loudly ADV advmod 1")
    assert clause_above(ahead, 0, ENGLISH) == 2
    under = tree("Quit VERB root 0", "weeping VERB advcl 1 weep")
    assert clause_above(under, 1, ENGLISH) == 0 and clause_above(under, 0, ENGLISH) == 0


@pytest.mark.parametrize(
    ("words", "at", "top", "named"),
    [
        (["Anna PROPN compound 2", "Lund PROPN nsubj 3", "quit VERB root 0"], 0, 1, True),
        (["Lund PROPN nsubj 3", "Anna PROPN flat 1", "quit VERB root 0"], 1, 0, True),
        (["Lunds PROPN nmod:poss 2", "aide NOUN nsubj 3", "quit VERB root 0"], 0, 1, False),
    ],
)
def test_a_name_of_which_the_first_word_is_a_part(words: list[str], at: int, top: int, named: bool) -> None:
    assert is_named_by(tree(*words), at, top, ENGLISH) is named


def test_whose_deed_the_first_word_tells() -> None:
    parsed = tree("Fired VERB root 0 fire", "Tolm PROPN nsubj 1", "Lund PROPN obj 1")
    lund, tolm = parsed[2].start, parsed[1].start
    assert played_by_another(parsed, 0, [lund], Role.AGENT, language=ENGLISH)
    assert not played_by_another(parsed, 0, [tolm], Role.AGENT, language=ENGLISH)
    ahead = tree("Lund PROPN nsubj 2", "fired VERB root 0 fire", "Tolm PROPN obj 2")
    assert played_by_another(ahead, ahead[1].start, [0], Role.PATIENT, language=ENGLISH)
    assert not played_by_another(ahead, ahead[1].start, [0], Role.AGENT, language=ENGLISH)


def test_what_the_first_word_aims_at_and_dates() -> None:
    aimed = tree("Met VERB root 0 meet", "to PART mark 3", "seal VERB advcl 1")
    assert aimed_at(aimed, aimed[2].start, (), ENGLISH)
    first = tree("Seal VERB advcl 4", "to PART mark 1", "Lund PROPN nsubj 4", "met VERB root 0 meet")
    assert aimed_at(first, 0, (), ENGLISH)
    dated = tree("Leaving VERB advcl 4 leave", "Monday PROPN obl 1", "Lund PROPN nsubj 4", "wept VERB root 0 weep")
    assert dated_itself(dated, 0, dated[1].start, dated[1].end, ENGLISH)
    noun = tree("Mondays PROPN nmod:poss 2", "attack NOUN nsubj 3", "killed VERB root 0 kill")
    assert dated_itself(noun, noun[1].start, 0, noun[0].end, ENGLISH)


def test_what_a_day_is_hung_on_where_it_is_the_first_word() -> None:
    first = tree("Quit VERB root 0", "Monday PROPN obl 1", "Lund PROPN nsubj 1")
    assert hung_on(first, 1, ENGLISH) == 0
    assert [deed.at for deed in day_deeds(first, (first[1].start,), ENGLISH).deeds if deed.hung] == [0]
    assert [deed.at for deed in head_deeds(first, ENGLISH)] == [0]
    assert not is_standing(first, ENGLISH)
    day = tree("Monday PROPN obl 3", "Lund PROPN nsubj 3", "quit VERB root 0")
    assert hung_on(day, 0, ENGLISH) == 2
    assert names_of_part(first, 0, ENGLISH) == {"lund"}


def test_a_deed_that_a_first_word_bears() -> None:
    assert not deed_at(
        tree("Led VERB root 0 lead", "raid NOUN obj 1", "Varo PROPN nsubj 1"), 1, True, True, ENGLISH
    ).agent
    borne = tree("Launched VERB root 0 launch", "Varo PROPN nsubj 1", "raid NOUN obj 1")
    assert deed_at(borne, 2, True, True, ENGLISH).agent.names == {"varo"}


@pytest.mark.parametrize(("lemma", "place"), [("primary", True), ("house", False)])
def test_a_contest_that_is_the_first_word_has_its_place(lemma: str, place: bool) -> None:
    assert _is_place(tree(f"{lemma} NOUN root 0", "Orsk PROPN compound 1"), 1, ENGLISH) is place


def test_what_a_first_word_says_comes_before() -> None:
    assert _says_when_of_main(tree("After ADP case 2", "votes NOUN obl 3 vote", "wept VERB root 0 weep"), 0, ENGLISH)
    assert not _says_when_of_main(
        tree("After ADP case 2", "votes NOUN obl 3", "held VERB acl 4", "men NOUN root 0"), -1, ENGLISH
    )


@pytest.mark.parametrize(("name", "part"), [("Lund", True), ("Tolm", False)])
def test_who_has_a_part_in_a_first_word(name: str, part: bool) -> None:
    slots = [Slot(name, "name", 1.0, {})]
    assert has_part_in_main(tree("Quit VERB root 0", "Lund PROPN nsubj 1"), slots) is part


@pytest.mark.parametrize(("verb", "says"), [("said", True), ("wept", False)])
def test_a_first_word_says_what_was_said_on_the_day(verb: str, says: bool) -> None:
    parsed = tree(f"{verb} VERB root 0 {'say' if says else 'weep'}", "Monday PROPN obl 1")
    assert is_said_then(parsed, [parsed[1].start], ENGLISH) is says


def test_a_deed_told_by_a_first_word() -> None:
    announced = tree("Announced VERB root 0 announce", "resignation NOUN obj 1")
    assert list(_told_by(announced, 1, ENGLISH)) == [0]


@pytest.mark.parametrize(("word", "of_main"), [("remembered", False), ("held", True)])
def test_a_first_word_may_say_when_of_a_thing(word: str, of_main: bool) -> None:
    below = tree("Since SCONJ case 2", "votes NOUN obl 3 vote", f"{word} VERB acl 4", "men NOUN root 0 man")
    assert _says_when_of_main(below, 0, ENGLISH) is of_main


@pytest.mark.parametrize(("above", "place"), [("State", True), ("Friends", False)])
def test_a_place_behind_a_first_word(above: str, place: bool) -> None:
    assert _is_place(tree(f"{above} NOUN root 0", "of ADP case 3", "Orsk PROPN nmod 1"), 2, ENGLISH) is place


@pytest.mark.parametrize(("word", "ground"), [("after", True), ("in", False)])
def test_a_contest_is_only_the_ground_of_what_a_first_word_tells(word: str, ground: bool) -> None:
    quit_ = tree("Resigned VERB root 0 resign", f"{word} ADP case 3", "primary NOUN obl 1")
    assert _is_ground(quit_, 2, ENGLISH) is ground


def test_a_day_that_is_the_first_word() -> None:
    day = tree("Monday PROPN obl 2", "wept VERB root 0 weep", "quit VERB conj 2")
    assert bound(day, day[2].start, 0, (), language=ENGLISH) == pytest.approx(JOINED)
    late = tree("Monday PROPN obl:tmod 2", "leaving VERB advcl 4 leave", "Lund PROPN nsubj 4", "wept VERB root 0 weep")
    assert dated_itself(late, late[1].start, 0, late[0].end, ENGLISH)
    noun = tree("Making VERB advcl 4 make", "landfall NOUN obj 1", "it PRON nsubj 4", "came VERB root 0 come")
    assert _verb_under(noun, 1, ENGLISH) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["Monday PROPN obl 2", "said VERB root 0 say", "quit VERB acl 1"],
        ["Hall NOUN obl 3", "Monday PROPN nmod 1", "said VERB root 0 say", "quit VERB acl 1"],
    ],
)
def test_what_was_said_may_be_read_as_said_of_a_day_at_the_front(words: list[str]) -> None:
    parsed = tree(*words)
    day = next(token.start for token in parsed if token.word == "Monday")
    assert len(words) - 1 in {deed.at for deed in day_deeds(parsed, (day,), ENGLISH).deeds if deed.main}


def test_a_noun_for_a_deed_that_opens_its_sentence_is_of_the_day_of_what_is_said_of_it() -> None:
    raid = tree("Raid NOUN root 0", "killing VERB acl 1 kill", "Monday PROPN obl 2")
    assert {deed.at for deed in day_deeds(raid, (raid[2].start,), ENGLISH).deeds if deed.hung} == {0, 1}


LUND_QUITS = Target("Lund quits", dt.date(2021, 3, 10), "given")
QUITS = Match(0, 0, 1.0, frozenset(), frozenset(), True, 1.0, 0)


@pytest.mark.parametrize(("mark", "supposed"), [("if", True), ("as", False)])
def test_a_first_word_that_is_only_supposed(mark: str, supposed: bool) -> None:
    parsed = tree("Quit VERB advcl 3", f"{mark} SCONJ mark 1", "wept VERB root 0 weep")
    table: Any = SimpleNamespace(tree=lambda _row: parsed, language=ENGLISH)
    assert is_only_supposed(table, LUND_QUITS, 0, QUITS) is supposed


def test_what_a_first_word_is_worth() -> None:
    parsed = tree("Quit VERB root 0", "Lund PROPN nsubj 1")
    assert clause_worth(parsed, 0, QUITS, LUND_QUITS, ENGLISH) == 1
    assert clause_worth(parsed, -1, QUITS, LUND_QUITS, ENGLISH) == UNSAID
