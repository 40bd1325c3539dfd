"""References where something was asked about: what the question tells of the event, and of others."""

from __future__ import annotations

import pytest
from tests.timeline.chain.referring import RAID, links


@pytest.mark.parametrize(
    ("text", "day", "means"),
    [
        ("Schools shut after a devastating storm for a day.", 5, True),
        ("Schools shut after a storm for a day.", 7, True),
        # long after, of another kind, of more than one, or of one that is told of more
        ("Schools shut after a devastating storm for a day.", 8, False),
        ("Schools shut after a devastating fire for a day.", 5, False),
        ("Schools shut after devastating storms for a day.", 5, False),
        ("Schools shut after a storm in Sundholm for a day.", 5, False),
    ],
)
def test_what_says_no_more_than_its_kind_is_what_was_asked_about(text: str, day: int, means: bool) -> None:
    told = ("storm", 3, "Seven were killed at a school in Norhaven.")
    found = links(told, ("x", day, text), asked="storm hits Norhaven")
    assert found == ([("x", "storm", False)] if means else [])
    assert links(told, ("x", day, text)) == []


def test_the_event_asked_about_is_what_its_sentence_turns_on() -> None:
    told = ("ban", 3, "Orla Tarn’s proposal was cheered in Norhaven on Monday.")
    by = ("x", 4, "Norhaven’s mayor criticised Orla Tarn over her proposal.")
    assert links(told, by, asked="Tarn wants the mill shut") == [("x", "ban", True)]
    assert links(told, by) == []


def test_a_link_to_what_the_question_alone_tells_is_only_possible() -> None:
    by = ("x", 4, "Norhaven’s mayor criticised Orla Tarn over the raid.")
    told = ("raid", 3, "Orla Tarn of Norhaven raided the mill on Monday.")
    assert links(told, by, asked="raid on the mill of Norhaven") == [("x", "raid", True)]
    told = ("raid", 3, "Orla Tarn of Norhaven saw the mill on Monday.")
    assert links(told, by, asked="raid on the mill of Norhaven") == [("x", "raid", False)]


def test_of_the_event_asked_about_more_names_may_be_unknown() -> None:
    tarn = ("x", 5, "Orla Tarn condemned the attack at Ebbing in Norhaven.")
    assert links(RAID, tarn) == []
    assert links(RAID, tarn, asked="attack on the mill in Norhaven") == [("x", "raid", True)]


def test_what_is_told_of_the_event_besides_is_meant_with_it() -> None:
    pact = ("pact", 3, "Tarn of Norhaven said the pact calls for a truce.")
    agreed = "Envoys of Norhaven agreed to share the mill."
    lund = "Lund of Norhaven praised the deal."
    asked = "Tarn agrees truce"
    assert ("x", "pact", True) in links(pact, ("agreed", 3, agreed), ("x", 4, lund), asked=asked)
    assert links(pact, ("agreed", 4, agreed), ("x", 5, lund), asked=asked) == []


@pytest.mark.parametrize(
    ("told", "text", "sure"),
    [
        # a name, a day, a count or a word beside the deed in both
        (RAID[2], "Lund condemned the attack in Norhaven.", True),
        (RAID[2], "Lund of Norhaven condemned Monday’s attack.", True),
        (RAID[2], "Lund of Norhaven condemned the attack on the mill.", True),
        ("Norhaven’s mayor issued an order on Monday.", "Tarn rebuked the Norhaven mayor for his order.", True),
        # the same word alone, where others may have done such a deed, too
        ("Orla Tarn of Norhaven resigned on Monday.", "Lund of Norhaven spoke of the resignation.", False),
        # the same kind of deed alone
        ("Troops of Orla Tarn bombed the harbour on Monday.", "Lund told Tarn that he condemned the raid.", None),
        # nothing that was done yet
        ("Tarn’s council will pass a bill on tolls in Norhaven.", "Lund called the Norhaven bill a mistake.", None),
    ],
)
def test_what_was_not_asked_about_is_known_by_more_than_its_deed(told: str, text: str, sure: bool | None) -> None:
    expected = [] if sure is None else [("x", "told", sure)]
    assert links(("told", 3, told), ("x", 5, text)) == expected


def test_what_a_light_verb_tells_is_the_deed_behind_it() -> None:
    charged = ("charged", 3, "The Norhaven prosecutor charged six guards on Monday.")
    marched = "Millers of Norhaven marched after a prosecutor {} charges against six guards."
    asked = "six guards charged in Norhaven"
    assert links(charged, ("x", 4, marched.format("filed")), asked=asked) == [("x", "charged", False)]
    assert links(charged, ("x", 4, marched.format("read of")), asked=asked) == []


def test_a_place_of_the_event_may_be_told_by_its_kind() -> None:
    shot = ("shot", 3, "A gunman killed ten people at Hask College on Monday.")
    lund = "Lund asked for guards in response to this week’s shooting at a Norland {}."
    asked = "Hask College shooting"
    more = {"shot": "Hask College lies in Norland."}
    assert links(shot, ("x", 5, lund.format("college")), asked=asked, evidence=more) == [("x", "shot", True)]
    assert links(shot, ("x", 5, lund.format("harbour")), asked=asked, evidence=more) == []


def test_a_deed_of_the_same_doer_that_day_is_no_word_on_the_event() -> None:
    ruled = ("ruled", 3, "The Norhaven Council let all bakers marry by ending the ban.")
    again = "The Norhaven Council struck down the ban on marriage."
    asked = "Norhaven Council ends ban"
    assert links(ruled, ("x", 3, again), asked=asked) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Orla Tarn condemned the helicopter attack.", False),
        ("Orla Tarn condemned the attack.", True),
        ("Orla Tarn condemned the mill attack.", True),
        ("Orla Tarn condemned the terror attack in Norhaven.", True),
    ],
)
def test_a_thing_of_which_the_event_does_not_tell_leaves_it_only_possible(text: str, sure: bool) -> None:
    assert links(RAID, ("x", 4, text), asked="raid on the mill in Norhaven") == [("x", "raid", sure)]


def test_whose_deed_it_is_the_question_says_too() -> None:
    brushed = ("brushed", 3, "Lund brushed off the furor over Orla Tarn's speech on Monday, calling the snub small.")
    text = "Egil Moe tried on Tuesday to recast, and defended, Orla Tarn's remarks."
    asked = "Orla Tarn refuses to endorse Lund"
    assert [to for _, to, _ in links(brushed, ("x", 4, text), asked=asked)] == ["brushed"]
    assert not links(brushed, ("x", 4, text), asked="Egil Moe refuses to endorse Lund")


def test_a_states_action_is_what_the_question_has_it_do() -> None:
    erupted = ("erupted", 3, "The conflict erupted on Monday, when Norland killed the commander Egil Moe.")
    text = "The council met on Tuesday to consider a meeting on Norland's action in Sundholm."
    assert links(erupted, ("x", 4, text), asked="Norland kills Egil Moe") == [("x", "erupted", True)]
    assert not links(erupted, ("x", 4, text), asked="killing of Egil Moe")


def test_a_question_asks_not_for_what_its_event_answered() -> None:
    order = ("order", 3, "Norland imposed sanctions on Sundholm on Monday.")
    denied = ("x", 4, "Sundholm denied on Tuesday that it was behind the hack.")
    asked = "Norland imposes sanctions on Sundholm"
    assert not links(order, denied, asked=f"{asked} over the hack")
    assert links(order, ("x", 4, "Sundholm condemned the sanctions."), asked=f"{asked} over the hack")


def test_a_speech_to_come_is_what_is_meant_before_it() -> None:
    event = ("council", 5, "Orla Tarn spoke to the Norhaven Council on Wednesday.")
    other = ("dockers", 3, "Orla Tarn gave a speech to dockers in Norhaven on Monday.")
    blasted = "Egil Moe blasted Orla Tarn's speech."
    asked = "Orla Tarn's speech to the Norhaven Council"
    assert links(event, other, ("x", 4, blasted), asked=asked) == []
    # before any other event it is the one that was held, as it is where its day is named
    quits = ("quit", 5, "Egil Moe quit as mayor of Norhaven on Wednesday.")
    assert links(quits, other, ("x", 4, blasted), asked="Egil Moe quits") == [("x", "dockers", True)]
    monday = "Egil Moe blasted Orla Tarn's Monday speech."
    assert links(event, other, ("x", 4, monday), asked=asked) == [("x", "dockers", True)]
