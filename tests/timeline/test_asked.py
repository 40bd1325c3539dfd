"""What a question is taken to ask for: the event's own words, and what each of them is."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.asked import Asked, read_question
from leadup.timeline.target.question_words import event_words


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
        ("Anna Lund dies aged 90", "Anna Lund dies"),
        ("Anna Lund died at 90", "Anna Lund died"),
        ("Anna Lund dies, at the age of 90", "Anna Lund dies"),
        ("shares closed at 90", "shares closed at 90"),
        ("a boy aged 12 shot", "a boy aged 12 shot"),
        ("whyever Lund", "whyever Lund"),
        ("why", "why"),
        ("the walkout at the U.N.", "the walkout at the U.N."),
        ("what led to the walkout at the U.N.?", "the walkout at the U.N."),
        ("the walkout at Orsk.", "the walkout at Orsk"),
        ("the walkout of Lund Co.", "the walkout of Lund Co"),
    ],
)
def test_the_event_without_what_asks_for_it(question: str, words: str) -> None:
    assert event_words(question, ENGLISH) == words


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
WHO fires Lund | deed* fires, name WHO, name Lund | agent
WHO WAS KILLED | deed* KILLED |
who fired Lund | deed* fired, name Lund |
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
Lund takes a call from Tolm | deed* call from, name Lund, name Tolm |
Tarn calls troops home from Orsk | deed* calls, name Tarn, thing troops, thing home, name Orsk | agent
Lund calls an election with Tolm | deed* calls, deed election, name Lund, name Tolm |
Brandt exits the Orsk race | deed* exits the Orsk race, name Brandt, name Orsk | agent
first debate in Orsk | deed* debate, thing first, name Orsk |
start of the war in Orsk | deed* start, deed war, name Orsk |
45 killed in Orsk | deed* killed, number 45, name Orsk |
Flight TK204 crash | deed* crash, name Flight+TK204 |
University of Orsk fire | deed* fire, name University+Orsk |
Orsk Middle School shooting | deed* shooting, name Orsk+Middle+School |
Norwegian envoy shot | deed* shot, name Norwegian, rank envoy | patient
two officers shot in Orsk | deed* shot, number two, thing officers, name Orsk | patient
officers shoot Lund | deed* shoot, thing officers, name Lund |
Lund is released from prison | deed* released from, deed prison, name Lund | patient
Norwegian Anna Lund shot | deed* shot, name Norwegian, name Anna+Lund | patient
Storm Brenda hits Orsk | deed* hits, name Storm+Brenda, name Orsk | agent
Orsk Tigers win final | deed* win, deed final, name Orsk+Tigers |
Lund quits the long Orsk race | deed* quits, name Lund, thing long, name Orsk, thing race | agent
Lund quits the presidential race | deed* quits the presidential race, name Lund | agent
Lund quits the Orsk race | deed* quits the Orsk race, name Lund, name Orsk | agent
Lund leaves Tolm campaign | deed* leaves, deed campaign, name Lund, name Tolm | agent
why did Lund take a Tolm call | deed* take a Tolm call, name Lund, name Tolm |
why did Lund take up the call | deed* take up, deed call, name Lund |
Orsk mine disaster | deed* disaster, name Orsk, thing mine |
national Orsk State | rank national, name Orsk+State |
the people of Orsk vote | deed* vote, thing people, name Orsk |
why did Lund go | name Lund |
why did Lund leave | deed* leave, name Lund | agent
why did Lund fire Tolm | deed* fire, name Lund, name Tolm | agent
why was Lund fired | deed* fired, name Lund | patient
Lund died | deed* died, name Lund |
Lund fires | deed* fires, name Lund |
Lund resigns after Tolm released from Orsk | deed* resigns, deed released from, name Lund, name Tolm, name Orsk | agent
Lund shot before Tolm takes a call from Orsk | deed* shot, deed call from, name Lund, name Tolm, name Orsk |
Lund wounded as mill burns | deed* wounded, deed burns, name Lund, thing mill | patient
Lund confirmed as minister | deed* confirmed, name Lund, rank minister | patient
Lund elected mayor | deed* elected, name Lund, rank mayor |
Lund tapped for Orsk harbour | deed* tapped, name Lund, name Orsk, thing harbour | patient
court finds the Orsk toll illegal | deed finds, deed* illegal, thing court, name Orsk, thing toll |
Lund decides after talks to run | deed* decides, deed talks, deed run, name Lund |
Lund decides not to seek a run | deed* decides, deed run, name Lund, thing seek |
Lund decides whether Orsk may run | deed* decides, deed run, name Lund, name Orsk | agent
Orsk governor Karl Tolm resigns | deed* resigns, name Orsk, rank governor, name Karl+Tolm | agent
police arrest Time Brandt in Orsk | deed* arrest, rank police, name Time+Brandt, name Orsk |
police arrest The Brandt in Orsk | deed* arrest, rank police, name Brandt, name Orsk |
Anna Tolm and Karl Lund marry | deed* marry, name Anna+Tolm, name Karl+Lund |
University of the Arts fire | deed* fire, name University+Arts |
Lund, Tolm arrested | deed* arrested, name Lund, name Tolm | patient
Orsk nurses strike talks | deed* strike, deed talks, name Orsk, thing nurses |
gunman shoots mayor | deed* shoots, thing gunman, rank mayor |
Orsk voters | deed* voters, name Orsk |
AT&T strike | deed* strike, name AT&T |
G20 summit in Orsk | deed* summit, name G20, name Orsk |
7 shot | deed* shot, number 7 |
Lund steps down over leak | deed* steps down, deed leak, name Lund | agent
Lund calls it quits | deed* calls it quits, name Lund | agent
State of Orsk votes | deed* votes, rank State, name Orsk |
Maria May arrested | deed* arrested, name Maria+May | patient
police close the Other | deed* close, rank police |
Shooting in the harbour of Orsk | deed* Shooting, thing harbour, name Orsk |
the recall vote in Orsk | deed recall, deed* vote, name Orsk |
# a deed of two words that others part, and what it is done with in any case
Anna Lund suspends her campaign | deed* suspends her campaign, name Anna+Lund | agent
Anna Lund ends her bid | deed* ends her bid, name Anna+Lund | agent
Anna Lund suspends Karl Tolm | deed* suspends, name Anna+Lund, name Karl+Tolm | agent
Anna Lund leaving Orsk Radio | deed* leaving, name Anna+Lund, name Orsk+Radio | agent
# a word for a rank that is all of a name, and one that is not
Prince's death | deed* death, name Prince |
the death of Prince | deed* death, name Prince |
the death of the Prince | deed* death, rank Prince |
the prince's death | deed* death, rank prince |
the death of Prince Karl | deed* death, rank Prince, name Karl |
Prince Karl's death | deed* death, rank Prince, name Karl |
Pope's resignation | deed* resignation, name Pope |
Mayor's resignation | deed* resignation, rank Mayor |
Prince dies | deed* dies, rank Prince |
B52 crash in Orsk | deed* crash, name B52, name Orsk |
police of Orsk say Maria May arrested | deed* arrested, rank police, name Orsk, name Maria+May | patient
Maria May, Karl Lund marry in Orsk | deed* marry, name Maria+May, name Karl+Lund, name Orsk |
police chase Time Brandt in Orsk | rank police, thing chase, name Time+Brandt, name Orsk |
harbour Time fell | deed* fell, thing harbour |
the vote strikes Orsk | deed vote, deed* strikes, name Orsk |
mayor Karl Lund steps down | deed* steps down, rank mayor, name Karl+Lund | agent
a b c | |
"""


@pytest.mark.parametrize("row", [row for row in QUESTIONS.strip().splitlines() if not row.startswith("#")])
def test_what_each_word_of_a_question_is(row: str) -> None:
    question, shape, role = (cell.strip() for cell in row.split("|"))
    asked = read_question(question, ENGLISH)
    assert _shape(asked) == shape
    assert (asked.role.name.lower() if asked.role else "") == role


def _weights(question: str) -> dict[str, float]:
    return {slot.asked: slot.weight for slot in read_question(question, ENGLISH).slots}


def test_of_a_name_the_word_that_tells_it_from_others_has_most_weight() -> None:
    for question, telling in (
        ("Anna Lund resigns", "Lund"),
        ("Anna Maria Lund resigns", "Lund"),
        ("Orsk Middle School shooting", "Orsk"),
    ):
        weights = _weights(question)
        deed = weights.pop(question.split()[-1])
        assert max(weights, key=weights.__getitem__) == telling
        assert min(weights.values()) > 0
        # Each further word makes the name more of the event than one word is, but the deed and the name are both of it.
        assert deed < sum(weights.values()) < 2 * deed
    assert len(set(_weights("Striking Workers Act vote").values()) - {_weights("Orsk vote")["vote"]}) == 1
    whole = [
        sum(s.weight for s in read_question(f"{n} shot", ENGLISH).slots) for n in ("Lund", "Anna Lund", "Anna Mia Lund")
    ]
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
        ("why was the failed coup hatched", "hatched", "failed"),
        ("the people of the harbour vote", "harbour", "people"),
        # an office that stands for a person, before one that stands with a name; neither is all of it
        ("mayor Lund resigns", "Lund", "mayor"),
        ("the mayor was shot", "shot", "mayor"),
        ("Orsk governor resigns", "Orsk", "governor"),
        # a name that says of whom another has an office
        ("Orsk governor Karl Tolm resigns", "Karl", "Orsk"),
        ("Orsk governor Karl Tolm resigns", "Orsk", "governor"),
        # all that came before the event
        ("Lom crew rescued after storm hits Orsk", "Lom", "Orsk"),
        ("crew rescued after storm hits Orsk", "crew", "storm"),
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
        ("the very long war in Orsk over water", (), False, True, False),
        ("killing during the protests", (), False, False, False),
        ("first protests in Orsk", (), False, False, False),
        ("start of the war in Orsk", (), False, False, False),
        ("Orsk referendum", (), False, False, True),
        ("Lund resigns", (), False, False, False),
    ],
)
def test_what_a_question_says_beside_its_words(
    question: str, years: tuple[int, ...], negative: bool, long: bool, is_set: bool
) -> None:
    asked = read_question(question, ENGLISH)
    assert (asked.years, asked.negative, asked.long, asked.is_set) == (years, negative, long, is_set)


@pytest.mark.parametrize(
    ("question", "negative", "denied"),
    [
        ("Lund not indicted", True, True),
        ("no indictment of Lund", True, True),
        ("the jury does not indict Lund", True, True),
        ("the jury doesn't indict Lund", True, True),
        ("the jury doesn’t indict Lund", True, True),
        ("Lund decides not to run", True, True),
        ("Lund decides against a run", True, True),
        # a vote against is a vote
        ("Orsk votes against the treaty", False, False),
        # whose deed is itself not to do something
        ("Lund refuses to endorse Tolm", True, False),
        ("Lund will not seek another term", True, False),
        ("Lund resigns", False, False),
    ],
)
def test_what_is_asked_for_as_not_done(question: str, negative: bool, denied: bool) -> None:
    asked = read_question(question, ENGLISH)
    assert (asked.negative, asked.denied) == (negative, denied)


@pytest.mark.parametrize(
    ("question", "run"),
    [
        ("Lund launches his campaign", True),
        ("Lund announces that she is running", True),
        ("Lund enters the race", True),
        ("launch of the Orsk ferry", False),
        ("Lund drops out of the race", False),
        ("Orsk campaign", False),
    ],
)
def test_who_begins_to_run(question: str, run: bool) -> None:
    assert read_question(question, ENGLISH).is_run is run


@pytest.mark.parametrize("verb", ["does not", "doesn't", "doesn’t"])
def test_what_denies_a_deed_is_no_word_of_its_own(verb: str) -> None:
    slots = read_question(f"the jury {verb} indict Lund", ENGLISH).slots
    assert sorted(s.asked for s in slots) == ["Lund", "indict", "jury"]


def test_what_is_decided_against_is_the_event() -> None:
    needed = {
        q: next(s.asked for s in read_question(q, ENGLISH).slots if s.needed) for q in ("Lund decides against a run",)
    }
    assert needed == {"Lund decides against a run": "run"}


def test_a_name_in_capitals_is_no_common_word() -> None:
    assert all(s.capital for s in read_question("ORX airport shooting", ENGLISH).slots if s.asked == "ORX")
    assert not any(s.capital for s in read_question("Orx airport shooting", ENGLISH).slots if s.asked == "Orx")


@pytest.mark.parametrize(
    ("question", "groups", "telling"),
    [
        # a little word inside a name is none of its own
        ("Omar al-Varo ousted", ["Omar Varo"], "Varo"),
        ("Anna von Lund fired", ["Anna Lund"], "Lund"),
        ("the harbour al Orsk fired", ["Orsk"], "Orsk"),
        # who has the surname first, with a hyphen or without
        ("Kim Jong Un fired", ["Kim Jong Un"], "Kim"),
        ("Kim Jong-un fired", ["Kim Jong un"], "Kim"),
        ("Xi Jinping fired", ["Xi Jinping"], "Xi"),
        ("Kim Lund fired", ["Kim Lund"], "Lund"),
        ("Lund-led troops fired", ["Lund"], "Lund"),
        # a rank parts a firm from who leads it, initials part no name
        ("Orsk CEO Anna Lund fired", ["Orsk", "Anna Lund"], "Lund"),
        ("Anna H.W. Lund fired", ["Anna Lund"], "Lund"),
        ("Orsk Police Department closed", ["Orsk Department"], "Orsk"),
        ("Secretary of State Anna Lund fired", ["Anna Lund"], "Lund"),
        # a country of two words ends before another name
        ("Sri Lanka Easter bombings", ["Sri Lanka", "Easter"], "Easter"),
        ("Old Orsk Easter bombings", ["Old Orsk Easter"], "Easter"),
    ],
)
def test_which_words_are_one_name(question: str, groups: list[str], telling: str) -> None:
    slots = sorted((s for s in read_question(question, ENGLISH).slots if s.is_name), key=lambda slot: slot.place)
    named: dict[int, list[str]] = {}
    for slot in slots:
        named.setdefault(slot.group, []).append(slot.asked)
    assert [" ".join(words) for words in named.values()] == groups
    assert max(slots, key=lambda slot: slot.weight).asked == telling


@pytest.mark.parametrize(
    ("question", "deed", "row"),
    [
        ("Women's March on Orsk", "March", "march"),
        ("the Miners' March", "March", "march"),
        ("in March Lund resigned", "resigned", "resign"),
        ("Hurricane Anna strikes Orsk", "strikes", "landfall"),
        ("Orsk strikes Norland", "strikes", "walkout"),
        ("Hurricane Anna kills six", "kills", "kill"),
        ("Lund tests positive for the flu", "tests positive", "infect"),
        ("Lund tests a rocket", "tests", "test"),
        ("Lund steps back", "steps back", "withdraw"),
        ("Lund backs Tolm", "backs", "uphold"),
        ("Orsk cuts ties with Norland", "cuts ties", "cut-ties"),
        ("Orsk cuts taxes", "cuts", "cut"),
        ("the Old Oaks bar shooting", "shooting", "shoot"),
        ("Lund rips up the treaty", "rips up", "tear-up"),
        ("Lund takes back the mill", "takes back", "win"),
        ("Lund flies to Orsk", "flies", "fly"),
        ("Lund authorizes airstrikes in Orsk", "authorizes", "authorise"),
    ],
)
def test_what_a_question_calls_the_deed(question: str, deed: str, row: str) -> None:
    needed = next(s for s in read_question(question, ENGLISH).slots if s.needed)
    assert (needed.asked, needed.rows[0].name) == (deed, row)


@pytest.mark.parametrize(
    ("question", "number"),
    [("OX370 vanishes", "370"), ("OX17 shot down", "17"), ("OX vanishes", ""), ("Orsk vanishes", "")],
)
def test_a_flight_is_named_by_its_number_too(question: str, number: str) -> None:
    name = next(s for s in read_question(question, ENGLISH).slots if s.is_name)
    assert (("flight", number) in name.means) is bool(number)


def _means(question: str) -> dict[str, float]:
    """What the last word of a question may be told by, in one word's base form, and what that counts for."""
    means = max(read_question(question, ENGLISH).slots, key=lambda slot: slot.place).means
    return {" ".join(phrase): worth for phrase, worth in means.items()}


def test_what_a_word_may_be_told_by() -> None:
    # A common word by another for the same kind of thing, for less.
    lorry = _means("the lorry")
    assert lorry["lorry"] == 1
    assert 0 < lorry["truck"] == lorry["van"] < 1
    assert _means("the lamp") == {"lamp": 1}
    # A country by its people and the other way round; a part of one by its own.
    assert _means("in Sweden") == _means("the Swedish") == {"sweden": 1, "swedish": 1, "swed": 1}
    assert "british" not in _means("in Scotland")
    # A longer name in "y" as one in "i"; names that are common words by these alone.
    assert _means("of Kolmsky") == {"kolmsky": 1, "kolmski": 1}
    assert _means("of Kolmski") == {"kolmski": 1, "kolmsky": 1}
    assert _means("of Petry") == {"petry": 1}
    assert _means("police found Karl Lorry") == {"lorry": 1}


def test_a_deed_is_told_by_its_noun_as_well_as_by_its_verb_and_by_others_for_less() -> None:
    told = _means("Lund resigns")
    assert told["resign"] == told["resignation"] == 1
    assert 0 < told["leav"] < told["quit"] == told["los job"] < 1
    assert _means("Lund quits")["quit"] == 1


@pytest.mark.parametrize(("question", "is_tape"), [("Lund tapped for Orsk harbour", False), ("the Orsk tape", True)])
def test_a_verb_is_no_thing(question: str, is_tape: bool) -> None:
    (deed,) = (slot for slot in read_question(question, ENGLISH).slots if slot.kind == "deed")
    assert ("tape" in {row.name for row in deed.rows}) is is_tape


@pytest.mark.parametrize(
    ("question", "word", "weight"),
    [
        # who belongs to the one named is whom it is of, as a name would be
        ("the arrest of Lund's friends", "friends", 1.0),
        ("Anna Lund’s brother dies", "brother", 1.0),
        # a name behind it says who
        ("Lund's lawyer Karl Tolm resigns", "lawyer", 0.5),
        # a thing of theirs is none, nor is anybody else's
        ("the loss of Lund's boats", "boats", 0.5),
        ("the arrest of two friends in Orsk", "friends", 0.5),
    ],
)
def test_what_who_belongs_to_somebody_counts(question: str, word: str, weight: float) -> None:
    assert [s.weight for s in read_question(question, ENGLISH).slots if s.asked == word] == [weight]


@pytest.mark.parametrize(
    ("question", "word", "weight"),
    [
        # a vote on something may not be it, and still less is said of an announcement
        ("Orsk council votes to sue Lund", "votes", 0.4),
        ("Orsk voted to leave the league", "voted", 0.4),
        ("Orsk council announces to sue Lund", "announces", 0.15),
    ],
)
def test_what_a_vote_on_something_counts(question: str, word: str, weight: float) -> None:
    assert [s.weight for s in read_question(question, ENGLISH).slots if s.asked == word] == [weight]


@pytest.mark.parametrize(
    ("question", "thing", "weight"),
    [
        ("Karl Lund announces candidacy", "candidacy", 1.0),  # she announces much
        ("Karl Lund announces his candidacy in Orsk", "candidacy", 1.0),
        ("Karl Lund fires the baker", "baker", 0.5),
        ("candidacy of Karl Lund announced", "candidacy", 0.5),
    ],
)
def test_what_is_announced_is_the_event(question: str, thing: str, weight: float) -> None:
    (slot,) = [s for s in read_question(question, ENGLISH).slots if s.asked == thing]
    assert slot.weight == weight


def test_who_pleads_guilty_admits_it_to_a_court() -> None:
    (deed,) = [s for s in read_question("Karl Lund pleads guilty", ENGLISH).slots if s.needed]
    assert [row.name for row in deed.rows] == ["plead"]


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        # what is decided stands within three words, what is announced with one between at most
        ("Lund decides to so so run", "run"),
        ("Lund decides to so so so run", "decides"),
        ("Lund announces her resignation", "resignation"),
        ("Lund announces her own resignation", "announces"),
    ],
)
def test_how_near_what_is_decided_or_announced_stands(question: str, deed: str) -> None:
    assert [slot.asked for slot in read_question(question, ENGLISH).slots if slot.needed] == [deed]
