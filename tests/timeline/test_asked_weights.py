"""What each word of a question counts for, and what the whole of it asks for."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.asked import Asked, read_question, respelt

# A question, and how much of the event each of its words is; the event's own deed is marked.
WEIGHTS = """
Lund resigns | Lund 1, resigns* 1
Anna Lund resigns | Anna 0.48, Lund 0.72, resigns* 1
Anna Mia Lund resigns | Anna 0.28, Mia 0.28, Lund 0.84, resigns* 1
Anna Mia Kai Lund resigns | Anna 0.213, Mia 0.213, Kai 0.213, Lund 0.96, resigns* 1
Orsk Middle School shooting | Orsk 0.84, Middle 0.28, School 0.28, shooting* 1
Striking Workers Act vote | Striking 0.467, Workers 0.467, Act 0.467, vote* 1
Orsk governor Karl Tolm resigns | Orsk 0.35, governor 0.2, Karl 0.48, Tolm 0.72, resigns* 1
Orsk governor Tolm resigns | Orsk 0.35, governor 0.2, Tolm 1, resigns* 1
Orsk governor resigns | Orsk 1, governor 0.6, resigns* 1
Orsk state governor Karl Tolm resigns | Orsk 0.35, state 0.2, governor 0.2, Karl 0.48, Tolm 0.72, resigns* 1
US embassy attack | US 0.35, embassy 0.5, attack* 1
US attack | US 1, attack* 1
US old embassy attack | US 0.35, old 0.5, embassy 0.5, attack* 1
mayor Lund resigns | mayor 0.2, Lund 1, resigns* 1
the mayor was shot | mayor 0.6, shot* 1
the suspect was shot | suspect 0.2, shot* 1
Mayor was shot | Mayor 0.2, shot* 1
envoy Anna Lund shot | envoy 0.2, Anna 0.48, Lund 0.72, shot* 1
the envoy and Anna Lund shot | envoy 0.6, Anna 0.48, Lund 0.72, shot* 1
Lund's brother arrested | Lund 1, brother 1, arrested* 1
Lund's brother Karl arrested | Lund 1, brother 0.5, Karl 1, arrested* 1
Lund's house raided | Lund 1, house 0.5, raided* 1
Anna Lund's brother arrested | Anna 0.48, Lund 0.72, brother 1, arrested* 1
Lund resigns after losing Orsk | Lund 1, resigns* 1, losing 0.25, Orsk 0.5
Lund resigns after the Orsk dam fire | Lund 1, resigns* 1, Orsk 0.5, dam 0.25, fire 0.25
after the fire Lund resigns | fire 0.5, Lund 1, resigns* 1
Anna Lund leaving Orsk Radio | Anna 0.48, Lund 0.72, leaving* 1, Orsk 0.216, Radio 0.144
Lund leaving Orsk Radio | Lund 1, leaving* 1, Orsk 0.72, Radio 0.48
Anna Lund leaves Orsk | Anna 0.48, Lund 0.72, leaves* 1, Orsk 0.3
Anna Lund quits Karl Tolm | Anna 0.48, Lund 0.72, quits* 1, Karl 0.144, Tolm 0.216
Lund fires aide over leak | Lund 1, fires* 1, aide 0.2, leak 0.5
recall vote in Orsk | recall 0.5, vote* 1, Orsk 1
Lund decides not to run | Lund 1, decides 0.15, run* 1
Lund decides to run for mayor | Lund 1, decides 0.15, run* 1, mayor 0.6
Lund decides on the next old run | Lund 1, decides* 1, old 0.5, run 0.5
court finds the toll illegal | court 0.5, finds 0.15, toll 0.5, illegal* 1
council votes to restrict visas | council 0.5, votes* 1, restrict 0.3, visas 0.5
council votes to sue Lund | council 0.5, votes 0.4, sue* 1, Lund 1
Lund announces resignation | Lund 1, announces 0.15, resignation* 1
Lund announces her resignation | Lund 1, announces 0.15, resignation* 1
Lund announces the closure of the mill | Lund 1, announces* 1, closure 0.5, mill 0.5
Lund announces a bid | Lund 1, announces* 1, bid 1
Lund announces bid in Orsk | Lund 1, announces* 1, bid 1, Orsk 1
the guard who shot Lund charged | guard 0.5, shot 0.5, Lund 1, charged* 1
45 workers killed | 45 0.3, workers 0.5, killed* 1
two officers shot | two 0.3, officers 0.5, shot* 1
why was the failed coup hatched | failed 0.15, coup* 1, hatched 0.5
Lund cancels release | Lund 1, cancels* 1, release 0.5
shutdown plan collapses | shutdown 0.5, plan 0.5, collapses* 1
the old shutdown plan collapses | old 0.5, shutdown 0.5, plan 0.5, collapses* 1
the shutdown plans collapse | shutdown* 1, plans 0.5, collapse 0.5
Lund released from prison fire | Lund 1, released from* 1, prison 0.5, fire 0.5
the Twin Oaks bar shooting | Twin 0.48, Oaks 0.72, bar 0.5, shooting* 1
guards strike vote | guards 0.5, strike* 1, vote 0.5
Orsk votes to remain | Orsk 1, votes* 1, remain 1
Orsk vote remain | Orsk 1, vote* 1, remain 0.5
Lund wins primary in Orsk | Lund 1, wins* 1, primary 0.5, Orsk 1
Lund wins the Orsk race | Lund 1, wins* 1, Orsk 1, race 0.5
Lund elected mayor of Orsk | Lund 1, elected* 1, mayor 0.6, Orsk 1
the storm strikes Orsk | storm 0.5, strikes* 1, Orsk 1
Orsk storm | Orsk 1, storm* 1
OX370 vanishes | OX370 1, vanishes* 1
Kim Jong Un dies | Kim 0.84, Jong 0.28, Un 0.28, dies* 1
killing of Lund by Tolm | killing* 1, Lund 1, Tolm 1
"""


@pytest.mark.parametrize("row", WEIGHTS.strip().splitlines())
def test_how_much_of_the_event_each_word_is(row: str) -> None:
    question, weights = (cell.strip() for cell in row.split(" | "))
    asked = read_question(question, ENGLISH)
    slots = sorted(asked.slots, key=lambda slot: slot.place)
    told = (f"{slot.asked}{'*' if slot.needed else ''} {round(slot.weight, 3):g}" for slot in slots)
    assert ", ".join(told) == weights
    assert asked.whole == pytest.approx(sum(slot.weight for slot in slots))


def _done_to(asked: Asked) -> str:
    return asked.slots[asked.done_to].asked if asked.done_to >= 0 else ""


@pytest.mark.parametrize(
    ("question", "place", "done_to", "player"),
    [
        ("Lund wins Orsk", 1, "Orsk", True),
        ("Lund beats Karl Tolm", 1, "Tolm", True),
        ("Lund beats the Orsk team", 1, "Orsk", True),
        ("Lund beats old Orsk", 1, "", True),
        ("police beat Orsk", 1, "", False),
        ("Lund steps down in Orsk", 1, "", True),
        ("Anna Lund leaves Orsk", 2, "", True),
        ("Orsk", -1, "", False),
        ("the killing of Lund", 1, "", False),
        ("Lund", -1, "", False),
    ],
)
def test_whom_the_deed_is_done_to(question: str, place: int, done_to: str, player: bool) -> None:
    asked = read_question(question, ENGLISH)
    assert (asked.deed_place, _done_to(asked), asked.has_named_player) == (place, done_to, player)


@pytest.mark.parametrize(
    ("question", "nothing"),
    [
        ("Lund", True),
        ("Anna Lund", True),
        ("mayor Anna Lund", True),
        ("Lund and Tolm", False),
        ("Lund resigns", False),
        ("Orsk harbour", False),
        ("the Lund", True),
    ],
)
def test_a_name_and_not_a_word_more(question: str, nothing: bool) -> None:
    assert read_question(question, ENGLISH).names_nothing_done is nothing


@pytest.mark.parametrize(
    ("question", "poll"),
    [
        ("Orsk elects Lund", True),
        ("Orsk referendum", True),
        ("Lund elected by Norland", True),
        ("senate elects Lund", False),
        ("Board elects chairman", False),
        ("Lund elected by the board", False),
        ("FIFA elects president", False),
        ("Lund elected to the senate", False),
        ("Lund elected by FIFA", False),
        ("US elects Lund", True),
        ("Lund resigns", False),
    ],
)
def test_a_vote_of_a_people(question: str, poll: bool) -> None:
    assert read_question(question, ENGLISH).is_poll is poll


def test_what_a_deed_needs() -> None:
    assert read_question("Lund resigns", ENGLISH).done_alone
    assert not read_question("Lund beats Tolm", ENGLISH).done_alone
    for question, known in (
        ("Lund withdraws", True),
        ("Lund withdraws the bid", True),
        ("Lund retires", False),
        # something else that it is done to, but not what only came before
        ("Lund withdraws Orsk", False),
        ("Lund withdraws after losing Orsk", True),
        ("Orsk", False),
    ):
        assert bool(read_question(question, ENGLISH).done_with) is known, question


def test_other_spellings_of_a_name_mean_it_as_much() -> None:
    asked = read_question("Anna Lund resigns", ENGLISH)
    spelt = respelt(asked, {"Lund": ("Lundt", "Lunde")})
    lund = next(slot for slot in spelt.slots if slot.asked == "Lund")
    assert lund.spelt == ("Lundt", "Lunde") and lund.means[("lundt",)] == lund.means[("lund",)] == 1.0
    assert [slot for slot in spelt.slots if slot is not lund] == [s for s in asked.slots if s.asked != "Lund"]
