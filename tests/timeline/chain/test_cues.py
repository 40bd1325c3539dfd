"""Words that say what answers what."""

import itertools
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.timeline.chain import find_cues

CASES = [
    ("In response to the shelling, the army closed the border.", "in response to", "responds to", "the shelling"),
    ("He fled in retaliation for the raid on his camp.", "in retaliation for", "responds to", "the raid on his camp"),
    ("Angered by the arrests, crowds took the square.", "angered by", "responds to", "the arrests"),
    ("A day after the May 3 bombing, the port was shut.", "time after", "responds to", "the May 3 bombing"),
    (
        "Crowds marched in response to the killing of Maj. Ann Roe.",
        "in response to",
        "responds to",
        "the killing of Maj. Ann Roe",
    ),
    ("Hours after the vote, the minister quit.", "hours after", "responds to", "the vote"),
    ("Amid the unrest, schools were closed.", "amid", "responds to", "the unrest"),
    ("The strike was prompted by the loss of 300 jobs.", "prompted by", "caused by", "the loss of 300 jobs"),
    ("Norland responded to the strike at the scene.", "responded to", "responds to", "the strike at the scene"),
    ("Norland recalled its envoy over the killing.", "acted over", "responds to", "the killing"),
    ("Norland blamed rebels for the blast.", "blamed for", "statement about", "the blast"),
    ("The premier condemned the attack.", "condemned", "statement about", "the attack"),
    ("The premier called the attack a disgrace.", "called it", "statement about", "the attack a disgrace"),
    ("The attack, which killed two, was described as cowardly.", "was described as", "statement about", "The attack"),
    ("The move prompted protests.", "prompted", "caused by", "The move"),
    ("The deal paved the way for a truce.", "enabled", "enables", "The deal"),
    ("While it rained, the deal paved the way for a truce.", "enabled", "enables", "the deal"),
    ("Critics wept; the move prompted protests.", "prompted", "caused by", "the move"),
    ("The attack, which killed two in Hask, prompted protests.", "prompted", "caused by", "The attack"),
    ("On Monday, the strike of Maj. Ann Roe prompted rage.", "prompted", "caused by", "the strike of Maj. Ann Roe"),
    ("In response to   the raid, they left.", "in response to", "responds to", "the raid"),
    ("They left in response to the raid. It rained.", "in response to", "responds to", "the raid"),
    ("They left in response to the loss of 3,000 jobs.", "in response to", "responds to", "the loss of 3,000 jobs"),
    ("They left in response to the loss of 300, a record.", "in response to", "responds to", "the loss of 300"),
]


@pytest.mark.parametrize(("text", "name", "kind", "words"), CASES)
def test_cues_and_what_they_name(text: str, name: str, kind: str, words: str) -> None:
    cue = next(c for c in find_cues(text, ENGLISH) if c.name == name)
    assert (cue.kind, text[cue.from_ : cue.to]) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "After all, it was late.",
        "The following day it rained.",
        "He called for the head of the office.",
        "Two ships passed the lighthouse at noon.",
        "American forces patrol the port.",
        "Questions about heart surgery after the raid were asked.",
        "Unrest spread with the summer heat.",
        "Tensions rose with North Korea.",
        "The raid led talks to end the strike.",
        "The raid drove the rebels back to retake the town.",
        # who comes, or ducks, takes no stand
        "Officers responded to the scene on Monday.",
        "The guard reacted to the gunfire.",
        "Crews responded to a 911 call.",
        # what stands before it says more than which thing is meant
        "The long and old and much loved and well known deal of the northern lords prompted protests.",
    ],
)
def test_no_cue_where_nothing_answers(text: str) -> None:
    assert [c for c in find_cues(text, ENGLISH) if c.shown] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He condemned the “senseless murders” of five guards.", "the “senseless murders” of five guards"),
        ("He condemned the raid “as a shame” on Monday.", "the raid"),
        ("He condemned the raid, “a shame”.", "the raid"),
    ],
)
def test_what_is_named_may_be_in_somebodys_words(text: str, names: str) -> None:
    (cue,) = find_cues(text, ENGLISH)
    assert text[cue.from_ : cue.to] == names


def test_plain_order_in_time_is_only_possible() -> None:
    (cue,) = find_cues("He left after the concert.", ENGLISH)
    assert not cue.shown


PIECES = [*"aefort h.,;“”\n", "after ", "blamed ", "for ", "amid ", "the "]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_cues_lie_inside_and_apart(text: str) -> None:
    cues = find_cues(text, ENGLISH)
    for cue in cues:
        assert 0 <= cue.start < cue.end <= len(text)
        assert 0 <= cue.from_ <= cue.to <= len(text)
    for one, other in itertools.pairwise(cues):
        assert one.end <= other.start


@pytest.mark.parametrize("unit", ["blamed ", "summoned the ", "the the ", "“vowed ", "a few hours ", ", which the "])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert_linear(lambda count: partial(find_cues, unit * count, ENGLISH), 250)


def test_what_a_cue_names_ends_with_a_whole_word() -> None:
    names = "the closing of the harbour " + "by many of the sailors of the northern and the southern isles " * 3
    (cue,) = find_cues(f"Orsk sent ships in response to {names}.", ENGLISH)
    shown = f"Orsk sent ships in response to {names}."[cue.from_ : cue.to]
    assert names.startswith(shown + " ")
    assert 120 < len(shown) <= 140


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("Lund called the vote a sham.", True),
        ("Lund called the meeting on the mill a sham.", True),
        ("Lund called the strike on the mill in May a crime.", True),
        # it was called, and nothing is said of it
        ("Lund called the referendum as a gamble.", False),
        ("Lund called the Norhaven vote in May.", False),
    ],
)
def test_what_is_convened_is_not_judged(text: str, judges: bool) -> None:
    assert any(cue.name == "called it" for cue in find_cues(text, ENGLISH)) is judges
