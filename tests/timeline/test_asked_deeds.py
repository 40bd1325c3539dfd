"""The deeds that a question names, in which of its words, and of which rows of their table each may be."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.asked_deeds import deed_slot, deeds_in, parted
from leadup.timeline.target.question_words import word_pattern
from leadup.timeline.target.tokens import base_of
from leadup.timeline.target.words import deeds

CASES = """
# a body that votes does something to what such a body votes on, and does it by a verb that stands behind it
senate kills the bill | kills: reject
the senate kills the bill | kills: reject
senate kills deer by plan | kills: reject
senate kills the deer | kills: kill
kills the bill in the senate | kills: kill
senate killing of the bill | killing: kill
the house killings of the bill | killings: kill
the plan senate kills | kills: kill
the Lom club kills the bill | kills: kill
# a plan comes to nothing where it stands before the verb
the plan collapses | collapses: fall-through reject
plan collapses in Orsk | collapses: fall-through reject
the dam collapses | collapses: collapse faint
collapses the plan | collapses: collapse faint
# whom the verb names behind it was let go; this alone it means of a given name and a surname
the paper drops Anna Lund | drops: dismiss
the paper drops Anna Lund today | drops: dismiss
the paper drops Anna Lund show | drops: close-case dismiss fall
the paper drops Anna Lund for it | drops: dismiss
the paper drops Anna Lund was here | drops: dismiss
the paper drops Lund | drops: close-case dismiss fall
the paper drops Anna | drops: close-case dismiss fall
the paper drops Anna Lund lawsuit | drops: close-case dismiss fall; lawsuit: sue
the paper drops the Anna Lund lawsuit | drops: close-case fall; lawsuit: sue
the paper drops Iraq sanctions | drops: close-case dismiss fall; sanctions: sanction
The Paper Drops Anna Lund | Drops: close-case fall
# what only persons do
Anna Lund comes out | comes out: comeout
Anna Lund comes out as gay | comes out: comeout
Anna Lund comes out with an album | comes out: comeout surface
Lund comes out | comes out: comeout surface
# a thing has its number behind it
flight 370 vanishes | vanishes: vanish
flight vanishes 370 | flight: escape; vanishes: vanish
370 flight vanishes | flight: escape; vanishes: vanish
Flight MH17 downed | downed: shoot-down
the flight from Orsk | flight: escape
# somebody named speaks against somebody, and nothing that strikes does
Lund rips Tolm | rips: criticise
Lund rips into Tolm | rips into: criticise
the Bash brothers |
Lund rips through Orsk |
Lund rips |
rips Tolm |
a tornado rips Tolm | tornado: storm
# a past before a deed's noun only says of what kind it is
a failed coup in Orsk | coup: coup
the failed vote | vote: referendum vote
a jet downed over Orsk | downed: shoot-down
# words between those of a phrase, two at most, and little ones only of some kinds
Lund takes the call | takes the call: phone-call
Lund takes a call | takes a call: phone-call
Lund takes her last call | call: call
Lund takes up the call | takes up: take-up; call: call
Lund takes the very long call | call: call
Lund quits the Orsk race | quits the Orsk race: withdraw
Lund quits the US race | quits the US race: withdraw
Lund gives up his seat | gives up his seat: resign
Lund gives up his old Orsk seat | gives up: withdraw
Lund puts Tolm behind bars | puts Tolm behind bars: jail
Lund pulls the troops out | pulls the troops out: leave withdraw
Lund calls the troops from Orsk | calls: call
Lund tests positive | tests positive: infect
# who does it is no deed beside one
voters reject the treaty | reject: reject; treaty: agree deal
the voters | voters: vote
gunman kills two | kills: kill
Hurricane Anna strikes Orsk | strikes: landfall
Lund strikes Orsk | strikes: strike-work walkout
# only with some words, and never with others
Lund gets into the race | gets into: launch
Lund gets into the car |
Lund goes to Orsk | goes to: visit
the prize goes to Lund | prize: award
Lund wins another term | wins another term: elect
court preserves the law | preserves: uphold
Lund preserves the wall |
# a verb is no thing
Lund tapped for minister | tapped: appoint choose nominate
Lund taps Tolm | taps: appoint choose nominate
the tapes of Lund | tapes: tape
Lund taped | taped: tape
# a month that is whose it is
Women's March on Orsk | March: march
Women’s March on Orsk | March: march
the Miners' March | March: march
Women s March on Orsk | March: march
in March Lund |
March on Orsk |
# what is written like a name is one, but for what opens a question before a word that is not
the Killing of Lund |
Shooting in Orsk | Shooting: ambush shoot
Orsk Shooting Club closes | closes: close close-case
Shooting Club closes | closes: close close-case
The Killing Fields shooting | shooting: ambush shoot
# a little word at the end of a question
Is Lund out | out: dismiss leave resign
out of Orsk |
"""


@pytest.mark.parametrize("row", [row for row in CASES.strip().splitlines() if not row.startswith("#")])
def test_the_deeds_that_a_question_names(row: str) -> None:
    question, wanted = (cell.strip() for cell in row.split("|"))
    tokens = [(match.group(), match.start()) for match in word_pattern(ENGLISH).finditer(question)]
    found = deeds_in([base_of(token, ENGLISH) for token, _ in tokens], tokens, ENGLISH)
    told = (
        f"{' '.join(token for token, _ in tokens[at : at + length])}: {' '.join(sorted(deed.name for deed in rows))}"
        for at, length, rows in found
    )
    assert "; ".join(told) == wanted


@pytest.mark.parametrize(
    ("words", "phrase", "between"),
    [
        ("tak the call", "tak call", [1]),
        ("tak the old call", "tak call", [1, 2]),
        ("giv up his seat", "giv up seat", [2]),
        ("put lund behind bar", "put behind bar", [1]),
        ("put old lund behind bar", "put behind bar", [1, 2]),
        ("giv up his old seat", "giv up seat", [2, 3]),
        ("tak so tolm", None, []),
    ],
)
def test_the_phrase_that_others_part(words: str, phrase: str | None, between: list[int]) -> None:
    found = parted(tuple(base_of(word, ENGLISH) for word in words.split()), ENGLISH)
    assert (None if found is None else " ".join(found[0])) == phrase
    assert ([] if found is None else list(found[1])) == between


def test_what_other_words_for_a_deed_count() -> None:
    (row,) = (deed for deed in deeds(ENGLISH) if deed.name == "resign")
    slot = deed_slot("resigns", ("resign",), [row], ENGLISH)
    # its noun as much as itself, another word less, and one that means much else least
    assert (slot.means[("resign",)], slot.means[("resignation",)], slot.means[("quit",)]) == (1.0, 1.0, 0.85)
    assert slot.means[("leav",)] == 0.65
    assert {worth for phrase, worth in slot.means.items() if len(phrase) > 1} == {0.85}
    assert (slot.kind, slot.weight, slot.rows) == ("deed", 1.0, (row,))
    # whatever else the row is asked for by is itself, and stands for the verb and the noun no more than others do
    quits = deed_slot("quits", ("quit",), [row], ENGLISH)
    assert (quits.means[("quit",)], quits.means[("resign",)]) == (1.0, 0.85)
