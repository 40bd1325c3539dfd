"""What a question is taken to ask for: the event's own words, and what each of them is."""

from __future__ import annotations

import pytest

from leadup.timeline.target.asked import Asked, event_words, read_question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("why did Lund resign?", "Lund resign"),
        ("What led up to the siege of Orsk?", "the siege of Orsk"),
        (" what happened before “the coup” ", '"the coup"'),
        ("timeline: the Orsk strike", "the Orsk strike"),
        ("explain why, the dam burst!", "the dam burst"),
        ("tell me about the history of Orsk", "Orsk"),
        ("How did the fire happen", "the fire"),
        ("the fire in Orsk took place", "the fire in Orsk"),
        ("whyever Lund", "whyever Lund"),
        ("why", "why"),
    ],
)
def test_the_event_without_what_asks_for_it(question: str, words: str) -> None:
    assert event_words(question) == words


def _shape(asked: Asked) -> str:
    """Each word with what it is; the words of one name are joined, and the event's own deed is marked."""
    shown: list[str] = []
    for before, slot in zip((None, *asked.slots), asked.slots, strict=False):
        if before is not None and slot.is_name and slot.group == before.group:
            shown[-1] += f"+{slot.asked}"
        else:
            shown.append(f"{slot.kind}{'*' if slot.needed else ''} {slot.asked}")
    return ", ".join(shown)


# A question, what its words are, and what its name before the deed has in it.
QUESTIONS = """
Lund resigns | deed* resigns, name Lund | agent
LUND RESIGNS | deed* RESIGNS, name LUND | agent
Anna Lund resigns | deed* resigns, name Anna+Lund | agent
mayor Lund resigns | deed* resigns, rank mayor, name Lund | agent
the mayor was shot | deed* shot, rank mayor |
Council Dismisses Mayor Lund | deed* Dismisses, name Council, rank Mayor, name Lund | agent
Lund fired | deed* fired, name Lund | patient
Lund fires Tolm | deed* fires, name Lund, name Tolm | agent
Lund fires aide over leak | deed* fires, deed leak, name Lund, rank aide | agent
Lund cancels release | deed* cancels, deed release, name Lund |
Lund and Tolm arrested | deed* arrested, name Lund, name Tolm | patient
Anna May arrested | deed* arrested, name Anna+May | patient
Lund resigns after losing Orsk | deed* resigns, deed losing, name Lund, name Orsk | agent
Lund decides not to run | deed decides, deed* run, name Lund |
recall vote in Orsk | deed recall, deed* vote, name Orsk |
voters reject the treaty | deed* reject, deed treaty, thing voters |
A failed coup in Orsk | deed* coup, thing failed, name Orsk |
first debate in Orsk | deed* debate, thing first, name Orsk |
start of the war in Orsk | deed* start, deed war, name Orsk |
45 killed in Orsk | deed* killed, number 45, name Orsk |
Flight TK204 crash | deed* crash, name Flight+TK204 |
University of Orsk fire | deed* fire, name University+Orsk |
Orsk Middle School shooting | deed* shooting, name Orsk+Middle+School |
Norwegian envoy shot | deed* shot, name Norwegian, rank envoy |
Norwegian Anna Lund shot | deed* shot, name Norwegian, name Anna+Lund |
Storm Brenda hits Orsk | deed* hits, name Storm+Brenda, name Orsk | agent
Orsk Tigers win final | deed* win, deed final, name Orsk+Tigers |
Lund quits the presidential race | deed* quits the presidential race, name Lund | agent
Lund quits the Orsk race | deed* quits the Orsk race, name Lund, name Orsk | agent
Lund leaves Tolm campaign | deed* leaves, deed campaign, name Lund, name Tolm | agent
why did Lund take a Tolm call | deed* take a Tolm call, name Lund, name Tolm |
why did Lund take up the call | deed* call, name Lund |
Orsk mine disaster | deed* disaster, name Orsk, thing mine |
national Orsk State | rank national, name Orsk+State |
the people of Orsk vote | deed* vote, thing people, name Orsk |
why did Lund go | name Lund |
a b c | |
"""


@pytest.mark.parametrize("row", QUESTIONS.strip().splitlines())
def test_what_each_word_of_a_question_is(row: str) -> None:
    question, shape, role = (cell.strip() for cell in row.split("|"))
    asked = read_question(question)
    assert _shape(asked) == shape
    assert (asked.role.name.lower() if asked.role else "") == role


def _weights(question: str) -> dict[str, float]:
    return {slot.asked: slot.weight for slot in read_question(question).slots}


def test_of_a_name_the_word_that_tells_it_from_others_has_most_weight() -> None:
    for question, telling in (
        ("Anna Lund resigns", "Lund"),
        ("Anna Maria Lund resigns", "Lund"),
        ("Orsk Middle School shooting", "Orsk"),
    ):
        weights = _weights(question)
        deed = weights.pop(question.split()[-1])
        assert max(weights, key=weights.__getitem__) == telling
        # Each further word makes the name more of the event than one word is, but the deed and the name are both of it.
        assert deed < sum(weights.values()) < 2 * deed
    assert len(set(_weights("Striking Workers Act vote").values()) - {_weights("Orsk vote")["vote"]}) == 1
    whole = [sum(s.weight for s in read_question(f"{n} shot").slots) for n in ("Lund", "Anna Lund", "Anna Mia Lund")]
    assert whole[0] < whole[1] < whole[2]


@pytest.mark.parametrize(
    ("question", "more", "less"),
    [
        # the event's own deed, before what it is told with; what only came before, least
        ("Lund fires aide over leak", "fires", "leak"),
        ("Lund resigns after losing Orsk", "Lund", "Orsk"),
        ("recall vote in Orsk", "vote", "recall"),
        # a name before a thing, a thing before a number or a word that adds little
        ("Orsk harbour fire", "Orsk", "harbour"),
        ("45 harbour workers killed", "harbour", "45"),
        ("the people of the harbour vote", "harbour", "people"),
        # an office that stands for a person, before one that stands with a name
        ("mayor Lund resigns", "Lund", "mayor"),
    ],
)
def test_what_is_more_of_an_event(question: str, more: str, less: str) -> None:
    weights = _weights(question)
    assert weights[more] > weights[less] > 0


def test_an_office_is_who_is_meant_where_no_name_stands_with_it() -> None:
    assert _weights("the mayor was shot")["mayor"] > _weights("mayor Lund was shot")["mayor"]
    assert _weights("the mayor was shot")["mayor"] > _weights("the suspect was shot")["suspect"]


@pytest.mark.parametrize(
    ("question", "years", "negative", "long", "is_set"),
    [
        ("Orsk coup of 1998", (1998,), False, False, False),
        ("the 2021 Orsk flood", (2021,), False, False, False),
        ("Lund not indicted", (), True, False, False),
        ("the war in Orsk", (), False, True, False),
        ("Orsk campaign", (), False, True, False),
        ("first protests in Orsk", (), False, False, False),
        ("start of the war in Orsk", (), False, False, False),
        ("Orsk referendum", (), False, False, True),
        ("Lund resigns", (), False, False, False),
    ],
)
def test_what_a_question_says_beside_its_words(
    question: str, years: tuple[int, ...], negative: bool, long: bool, is_set: bool
) -> None:
    asked = read_question(question)
    assert (asked.years, asked.negative, asked.long, asked.is_set) == (years, negative, long, is_set)
