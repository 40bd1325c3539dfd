"""Who did the deed, what is news of it, and which of a sentence's days is its own."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.target import Matcher, find_target, read_question
from leadup.timeline.target.clauses import parsed, played_by_another
from leadup.timeline.target.seeking import stems_alike
from leadup.timeline.target.slot import Role
from leadup.timeline.target.votes import vote


def _target(question: str, *told: Telling) -> Target:
    return find_target(Question(question), pool(told))


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Lund rejects the harbour treaty", Role.AGENT),
        ("Anna Lund resigns", Role.AGENT),
        ("why did Anna Lund step down", Role.AGENT),
        ("Lund confirmed as minister", Role.PATIENT),
        ("Karl Tolm indicted", Role.PATIENT),
        ("Orsk attacks", None),
        ("the killing of Karl Tolm", None),
        ("Rovers dropped Karl Tolm", None),
    ],
)
def test_what_the_name_before_the_deed_has_in_it(question: str, role: Role | None) -> None:
    assert read_question(question, ENGLISH).role == role


@pytest.mark.parametrize(
    ("sentence", "verb", "player", "role", "another"),
    [
        ("Anna Lund rejected the treaty on Monday.", "rejected", "Lund", Role.AGENT, False),
        ("She rejected the treaty on Monday.", "rejected", "", Role.AGENT, False),
        ("The council rejected the treaty of Anna Lund on Monday.", "rejected", "Lund", Role.AGENT, True),
        ("The manager of Anna Lund resigned on Monday.", "resigned", "Lund", Role.AGENT, True),
        ("Karl Tolm said on Monday that he would resign before Anna Lund arrives.", "resign", "Lund", Role.AGENT, True),
        ("The Senate confirmed Karl Tolm on Monday.", "confirmed", "Tolm", Role.PATIENT, False),
        ("The exit of Karl Tolm confirmed the fears of the council.", "confirmed", "Tolm", Role.PATIENT, True),
    ],
)
def test_a_deed_that_somebody_else_does(sentence: str, verb: str, player: str, role: Role, another: bool) -> None:
    places = [sentence.index(player)] if player else []
    tree = parsed([(sentence, 0, len(sentence))], ENGLISH)[0]
    assert played_by_another(tree, sentence.index(verb), places, role, language=ENGLISH) is another


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Anna Lund resigns", "Lund"),
        ("shooting at Orsk Middle School", "Orsk"),
        ("the council buys Time Brandt", "Brandt"),
        ("when did Theresa May resign", "May"),
        ("Velo&Co sacks its clerk", "Velo&Co"),
    ],
)
def test_the_word_of_a_name_that_tells_it_from_others(question: str, word: str) -> None:
    names = [s for s in read_question(question, ENGLISH).slots if s.is_name]
    assert max(names, key=lambda s: s.weight).asked == word


def test_what_came_before_the_event_is_asked_for_less() -> None:
    slots = {s.asked: s.weight for s in read_question("Lund quits after losing Orsk", ENGLISH).slots}
    assert slots["quits"] > slots["losing"]
    assert slots["Lund"] > slots["Orsk"]


@pytest.mark.parametrize(
    ("question", "deed"),
    [("Tarnish voters reject bailout terms", "reject"), ("gunmen storm the Orsk hotel", "storm")],
)
def test_who_does_it_is_no_deed(question: str, deed: str) -> None:
    assert [s.asked for s in read_question(question, ENGLISH).slots if s.needed] == [deed]


ANNOUNCED = "2021-05-04", "A", "Mayor Anna Lund announced on Monday that she would resign at the end of June."


@pytest.mark.parametrize("question", ["Anna Lund resigns", "the resignation of Anna Lund"])
def test_a_resignation_is_news_when_it_is_announced(question: str) -> None:
    assert str(_target(question, ANNOUNCED).day) == "2021-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Lund said on Monday that she would resign if the bridge falls.",
        "Mayor Anna Lund said on Monday that she would never resign.",
        "Anna Lund is under pressure, and on Monday a rival said she could resign.",
        "Mayor Anna Lund went on a leave of absence on Monday.",
    ],
)
def test_what_is_no_announcement_of_it(text: str) -> None:
    with pytest.raises(UnknownTarget):
        _target("Anna Lund resigns", ("2021-05-04", "A", text))


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("The coup of Orsk began at dawn.", True),
        ("The army of Orsk said that a coup was not underway.", False),
    ],
)
def test_a_deed_that_is_denied(text: str, real: bool) -> None:
    found = Matcher(read_question("coup in Orsk", ENGLISH)).matches(pool((("2021-05-04", "A", text),)))
    assert any(m.real for m in found) is real


def test_the_end_of_an_adjective_is_no_deed() -> None:
    told = pool((("2021-05-04", "A", "Karl Tolm gave a jaw-dropping speech on the harbour of Orsk on Monday."),))
    assert not Matcher(read_question("the firing of Karl Tolm", ENGLISH)).matches(told)


def test_another_verb_by_its_particle_tells_of_something_else() -> None:
    told = pool((("2021-05-04", "A", "Karl Tolm dropped out of the race for mayor of Orsk on Monday."),))
    assert not Matcher(read_question("the firing of Karl Tolm", ENGLISH)).matches(told)


def test_the_day_of_the_deeds_own_clause_is_its_day() -> None:
    asked = read_question("the shooting of Lev Hostrow", ENGLISH)
    text = "A film that surfaced on Tuesday in the market hall of Orsk shows a guard shooting Lev Hostrow on Saturday."
    told = pool((("2021-05-19", "A", text),))
    days = vote(asked, Matcher(asked).matches(told), told)
    assert [str(dt.date.fromordinal(d)) for d, held in days.items() if held.naming] == ["2021-05-15"]


def test_a_day_beside_which_the_deed_has_another_time_counts_for_less() -> None:
    asked = read_question("Lev Hostrow shot", ENGLISH)

    def votes(text: str) -> float:
        told = pool((("2021-09-07", "A", text),))
        return max(d.votes for d in vote(asked, Matcher(asked).matches(told), told).values())

    with_it = votes("On Monday Lev Hostrow, who was shot last year, was buried in Orsk.")
    assert with_it < votes("On Monday Lev Hostrow, who was shot by a guard, was buried in Orsk.")


def test_what_a_jury_says_of_a_death_is_not_its_day() -> None:
    found = _target(
        "the death of Lev Hostrow",
        ("2021-05-21", "A", "Lev Hostrow died in Orsk on Wednesday."),
        ("2021-05-21", "E", "On Wednesday the baker Lev Hostrow died."),
        ("2021-12-04", "B", "On Friday a grand jury did not indict the guard in the death of Lev Hostrow."),
        ("2021-12-04", "C", "A jury declined on Friday to indict a guard over the death of Lev Hostrow."),
        ("2021-12-05", "D", "The guard will not be indicted in the death of Lev Hostrow, it was said on Friday."),
    )
    assert str(found.day) == "2021-05-19"


def test_who_is_only_remembered_did_not_die_on_that_day() -> None:
    with pytest.raises(UnknownTarget):
        _target("the death of Lev Hostrow", ("2021-05-21", "A", "Bakers struck at the hall of the late Lev Hostrow."))


def test_single_articles_that_differ_are_no_guess() -> None:
    with pytest.raises(UnknownTarget, match="2021-05-19") as refused:
        _target(
            "the sinking of the ferry Marisol",
            ("2021-05-21", "A", "The old ferry Marisol sank on Wednesday. Rain fell."),
            ("2021-07-06", "B", "On Monday the ferry Marisol sank off Orsk, a sailor said."),
        )
    assert [str(d) for d in refused.value.days] == ["2021-05-19", "2021-07-05"]


def test_the_head_of_an_article_may_tell_the_event_in_parts() -> None:
    told = "Karla Qadrin was detained in Orsk on Sunday. She has two sons. A charge of theft is likely."
    found = _target("Karla Qadrin arrested for theft", ("2021-05-18", "A", told))
    assert (str(found.day), found.certainty) == ("2021-05-16", "guess")


@pytest.mark.parametrize(("word", "held", "alike"), [("Sterling", "sterl", True), ("Sternberg", "sterl", False)])
def test_an_indexed_stem_of_a_name(word: str, held: str, alike: bool) -> None:
    assert stems_alike(word, held, ENGLISH) is alike
