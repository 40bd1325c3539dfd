"""Links that a source states between two days, in small invented chains."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode, link_told

YEAR, MONTH = 2031, 5


def day(number: int) -> dt.date:
    return dt.date(YEAR, MONTH, number)


ATTACK = ChainNode("attack", "A rocket attack on a base near Hask killed a Tarnish contractor.", "a", 0, day(1))
STRIKES = ChainNode("strikes", "Tarnish airstrikes on the Orlen Brigade killed 25 fighters.", "b", 0, day(4))
STORMING = ChainNode("storming", "A mob stormed the Tarnish Embassy in Hask and torched its gate.", "c", 0, day(6))
KILLING = ChainNode("killing", "General Rasp was killed in Hask by a Tarnish drone strike on his car.", "d", 0, day(9))
CHAIN = (ATTACK, STRIKES, STORMING, KILLING)


def links(sentence: str, reported: int, asked: str | None = "killing") -> set[tuple[str, str]]:
    """The links between the chain's days that this sentence of a report makes, later end first."""
    source = ChainNode("", sentence, "s", 500, day(reported))
    made = link_told(CHAIN, {}, {}, [source], asked, language=ENGLISH)
    for one in (link for of in made.values() for link in of if link.words.article == "s"):
        # The words stand in the source: the sentence begins at its 500th code point.
        assert sentence[one.words.start - 500 : one.words.end - 500] == one.words.exact != ""
    return {(id, link.to) for id, of in made.items() for link in of if link.shown}


# fmt: off
STATED = (
    # a day named at one end, words of its own at the other: day(4) is a Sunday
    ("The Tarnish airstrikes on Sunday came in response to the killing of a Tarnish contractor in a rocket attack.", 6,
     ("strikes", "attack")),
    # a bare noun of the days just before
    ("A mob stormed the Tarnish Embassy on Tuesday in response to the airstrikes.", 7, ("storming", "strikes")),
    # what stands before the comma is what answers, not what came after it
    ("The storming followed Tarnish airstrikes on the Orlen Brigade, a response to a rocket attack on a base.", 7,
     ("strikes", "attack")),
    # the event asked about, by a bare noun
    ("Tarn says the strike was in response to the storming of the Tarnish Embassy in Hask.", 12,
     ("killing", "storming")),
)
# fmt: on


@pytest.mark.parametrize(("sentence", "reported", "link"), STATED)
def test_a_source_joins_two_days(sentence: str, reported: int, link: tuple[str, str]) -> None:
    assert link in links(sentence, reported)


NONE = (
    # a weekday that is no entry's
    ("A mob stormed the Tarnish Embassy on Friday in response to the airstrikes.", 10),
    # another month's
    ("The Tarnish airstrikes on Sunday came in response to February's attack on a base.", 6),
    # several are feared, none is meant
    ("The Tarnish airstrikes on Sunday came in response to threats of attacks on a base.", 6),
    # the attack is a later one: it answers the event itself
    ("The attack came in response to the killing of General Rasp in Hask.", 12),
    # what is answered is no deed, though one is named in it
    ("The Tarnish airstrikes on Sunday came in response to word that a man sought for the rocket attack had come.", 6),
    # "the strike" is the air strike that followed the attack, and no storming that is asked about
    ("Tarn says the strike was in response to the storming of the mill in Hask.", 12),
    # reported before either
    ("The airstrikes came in response to the rocket attack on a base.", 1),
)


@pytest.mark.parametrize(("sentence", "reported"), NONE)
def test_what_names_no_two_days_joins_none(sentence: str, reported: int) -> None:
    assert links(sentence, reported) == set()


def test_what_is_told_in_the_very_noun_is_meant_before_the_event() -> None:
    sentence = "Tarn says the strikes were in retaliation for the killing of a Tarnish contractor."
    assert links(sentence, 7, asked="storming") == {("strikes", "attack")}


def test_the_event_is_meant_by_a_bare_noun_only_where_it_is_asked_about() -> None:
    sentence = "Tarn says the strike was in response to the storming of the Tarnish Embassy in Hask."
    assert ("killing", "storming") not in links(sentence, 12, asked=None)


STRIKE_SAID = "Tarn says the strike was in response to the storming of the Tarnish Embassy in Hask."
STORMED = "A mob stormed the Tarnish Embassy on Tuesday in response to the airstrikes."
KILLED = "General Rasp was killed in Hask by a Tarnish drone strike on his car in response to the airstrikes."
ANSWERED = (
    "The Tarnish airstrikes on Sunday came in response to the killing of a Tarnish contractor in a rocket attack."
)


@pytest.mark.parametrize(
    ("sentence", "reported", "moved", "joined"),
    [
        # the event is "the strike" from its day on, for a fortnight
        (STRIKE_SAID, 8, {}, ""),
        (STRIKE_SAID, 9, {}, "killing > storming"),
        (STRIKE_SAID, 23, {}, "killing > storming"),
        (STRIKE_SAID, 24, {}, ""),
        # a bare noun means what happened on one of the four days before, and no day later
        (STORMED, 7, {"strikes": 1}, ""),
        (STORMED, 7, {"strikes": 2}, "storming > strikes"),
        (STORMED, 7, {"strikes": 5}, "storming > strikes"),
        (STORMED, 7, {"strikes": 6}, ""),
        (STORMED, 7, {"strikes": 7}, ""),
        (KILLED, 10, {"strikes": 4}, ""),
        (KILLED, 10, {"strikes": 5}, "killing > strikes"),
        # nothing answers what is of its own day, nor is told before it happens
        (ANSWERED, 6, {"attack": 3}, "strikes > attack"),
        (ANSWERED, 6, {"attack": 4}, ""),
        (ANSWERED, 3, {}, ""),
        (ANSWERED, 4, {}, "strikes > attack"),
    ],
)
def test_how_far_apart_the_two_ends_may_be(sentence: str, reported: int, moved: dict[str, int], joined: str) -> None:
    told = [replace(one, day=day(moved[one.id]) if one.id in moved else one.day) for one in CHAIN]
    made = link_told(told, {}, {}, [ChainNode("", sentence, "s", 500, day(reported))], "killing", language=ENGLISH)
    assert ", ".join(f"{id} > {link.to}" for id, of in made.items() for link in of if link.shown) == joined


@pytest.mark.parametrize(("april", "joined"), [(9, ["storming"]), (8, [])])
def test_what_is_answered_lies_a_month_back_at_most(april: int, joined: list[str]) -> None:
    told = [replace(one, day=dt.date(YEAR, 4, april)) if one is STORMING else one for one in CHAIN]
    made = link_told(told, {}, {}, [ChainNode("", STRIKE_SAID, "s", 500, day(12))], "killing", language=ENGLISH)
    assert [link.to for link in made.get("killing", ()) if link.shown] == joined


@pytest.mark.parametrize("between", ["; ", ": “"])
def test_what_answers_is_told_behind_the_last_semicolon_or_quotation_mark(between: str) -> None:
    stormed = "A mob stormed the Tarnish Embassy in Hask and torched its gate"
    struck = "Tarnish airstrikes on the Orlen Brigade came in response to the killing of a Tarnish contractor."
    assert links(f"{stormed}{between}{struck}", 7) == {("strikes", "attack")}


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("General Rasp was killed in Hask by a Tarnish drone strike on his car.", True),
        ("A plane crashed near Hask, killing all 17 on board, hours after a Tarnish strike.", False),
        ("President Lund gave a speech, threatening to strike 52 places in Hask.", False),
    ],
)
def test_a_bare_noun_is_the_event_where_that_tells_such_a_deed(text: str, is_it: bool) -> None:
    told = (*CHAIN[:3], replace(KILLING, text=text))
    source = ChainNode("", "Tarn says the strike was in response to the storming of the embassy.", "s", 500, day(12))
    made = link_told(told, {}, {}, [source], "killing", language=ENGLISH)
    assert any(link.to == "storming" for link in made.get("killing", ())) is is_it
