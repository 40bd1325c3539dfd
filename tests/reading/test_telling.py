"""What a sentence does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.lang import ENGLISH
from leadup.reading.telling import _Roles, telling


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("The council voted to close the bridge.", "past"),
        ("Two boats were sunk.", "past"),
        ("The harbour master died at 93.", "past"),
        ("Lund sued the town and lost.", "past"),
        ("The man who wants the job lost his seat.", "past"),
        ("While the port is shut, ships waited outside.", "past"),
        ("The clerks were told nothing.", "past"),
        ("The mayor said the bridge is safe.", "said"),
        ("“The bridge is safe,” the mayor insisted.", "said"),
        ("If it rains, the ferry will stop, the master warned.", "said"),
        ("Radio Clare reports the bridge is shut.", "said"),
        ("The council had voted before the storm.", "earlier"),
        ("The council has voted twice.", "perfect"),
        ("Crews are clearing the road.", "going on"),
        ("The bridge is the oldest in the county.", "standing"),
        ("The planned vote remains a puzzle.", "standing"),
        ("Jan Lund, who led the guild and sought a port for it, has died.", "perfect"),
        ("Jan Lund, who led the guild and sought a port for it, said no.", "said"),
        ("The man who led the guild and sought a port left.", "past"),
        ("The left wing wants more.", "standing"),
        ("Ferries — mostly idled by the strike — will sail again.", "to come"),
        ("The council could close it.", "to come"),
        ("“The bridge must be closed before anyone is hurt.”", "quoted"),
        ("The bridge over the river Clare.", "none"),
        ("On May 12 Tolk resigned as mayor.", "past"),
        ("Tolk on 12 May resigned as mayor.", "past"),
        ("In May Tolk resigned as mayor.", "past"),
        ("In late May, Tolk was in Hask.", "past"),
        ("Tolk may resign on Monday.", "to come"),
        ("On Monday Tolk may resign.", "to come"),
        ("May sales were cut to nine.", "past"),
        ("May Tolk resign?", "to come"),
        # compounds and participles behind their nouns are no pasts of the main clause
        ("The middle-skilled job is a thing of the past.", "standing"),
        ("The mayor re-elected last year re-joined the council.", "past"),
        ("Words written by the owner are no help.", "standing"),
        ("A letter packed with slips is no help.", "standing"),
        ("The council voted on a plan and is at ease.", "past"),
        ("The sea is missing.", "standing"),
        # a second verb of the clause under the main one
        ("The owners have defended the pier, despite riggers who doubted the plan and warned of a fall.", "perfect"),
        ("The owners defended the pier and warned of a fall.", "said"),
        ("He held that the vote was rigged and warned of a fall.", "said"),
        # forms of a past that are of a verb before them
        ("Many fear that a flood could put an end to it.", "none"),
        ("When they say it, what they've got is a boat.", "standing"),
        ("The yard, which is made of oak, will be sold.", "to come"),
        ("The plan that they want to cut is old.", "standing"),
        ("Sales in May fell to nine.", "past"),
        ("The depth that will matter most is nine — the depth needed for a boat.", "standing"),
    ],
)
def test_manner(sentence: str, manner: str) -> None:
    assert telling(sentence, 0, len(sentence), language=ENGLISH).manner == manner


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = '"We saw it fall. It was a terrible thing," he said.'
    first = telling(text, 0, 16, language=ENGLISH)
    assert (first.manner, first.open) == ("quoted", True)
    then = telling(text, 17, len(text), inside=True, language=ENGLISH)
    assert (then.manner, then.open) == ("said", False)
    assert text[then.verb : then.verb + 4] == "said"
    assert then.quoted == ((17, text.index('," he') + 2),)


@pytest.mark.parametrize(
    ("sentence", "habit", "view", "writer"),
    [
        ("The bridge often floods.", True, False, False),
        ("Perhaps the bridge flooded.", False, True, False),
        ("We crossed the bridge.", False, False, True),
        ("“We often cross it,” he said.", False, False, False),
    ],
)
def test_words_outside_of_quotations(sentence: str, habit: bool, view: bool, writer: bool) -> None:
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    assert (told.habit, told.view, told.writer) == (habit, view, writer)


@settings(max_examples=100)
@given(st.text(max_size=200), st.booleans())
def test_any_text_does_something(text: str, inside: bool) -> None:
    told = telling(text, 0, len(text), inside, language=ENGLISH)
    assert -1 <= told.verb < max(1, len(text))
    assert all(0 <= a < b <= len(text) for a, b in told.quoted)


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Two boats were sunk.", False),
        ("Two boats were sinking.", False),
        ("Two boats were en route.", True),
        ("The master knew it.", True),
        ("The master had a boat.", True),
        ("The master sold it.", False),
    ],
)
def test_how_things_stood(sentence: str, state: bool) -> None:
    assert telling(sentence, 0, len(sentence), language=ENGLISH).state is state


def test_what_somebody_comes_to_is_no_mere_state() -> None:
    backed, knew = (telling(s, 0, len(s), language=ENGLISH) for s in ("The master backed it.", "The master knew it."))
    assert (backed.state, backed.stood) == (True, False)
    assert (knew.state, knew.stood) == (True, True)


@pytest.mark.parametrize(
    "sentence", ["The council voted to close it.", "The quay was red, the mayor warned.", "Zed xyzed."]
)
def test_a_sentence_does_the_same_however_many_words_were_met(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = telling(sentence, 0, len(sentence), language=ENGLISH)
    monkeypatch.setattr(_Roles, "MOST", 0)  # nothing more is remembered
    assert telling(sentence, 0, len(sentence), language=ENGLISH) == first
    again = f"Unmet wordsed here, and unmetted: {sentence}"
    start = again.index(sentence)
    assert telling(again, start, len(again), language=ENGLISH).manner == first.manner
