"""Words that refer to a deed: which of a sentence's do, to which, and whether its main clause makes them."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.timeline.chain.brought_up import brought_up_cue
from leadup.timeline.chain.main_clauses import less_asides, main_words, told_beside, told_by_noun, turned_on
from leadup.timeline.chain.references import hangs_on_main, references


@pytest.mark.parametrize(
    ("text", "cue", "core"),
    [
        ("Airports tightened security due to the carnage in Norhaven.", "because of", "the carnage in Norhaven"),
        ("Amid furor over the leak, Orla Tarn stepped down.", "amid", "over the leak"),
        ("Thousands marched on Sunday to mourn slain lawyer Orla Tarn.", "mourned", "slain lawyer Orla Tarn"),
        ("Lund blamed the bombing of the market on the rebels.", "blamed on", "the bombing of the market"),
        ("Protests erupted late Monday after officers shot and killed a driver.", "after", None),
        ("Police searched for two suspects in Monday’s attack on the mill.", "suspects in", None),
        ("Lund said the raid on the mill would divide the town.", "said of it", "the raid on the mill"),
        ("Lund was removed pending an inquiry after his arrest on Sunday.", "after", "his arrest on Sunday"),
        (
            "Millers continued to praise the ministry for the postponement of the levy.",
            "blamed long",
            "the postponement of the levy",
        ),
        ("Lund rejected Mayor Orla Tarn’s call for a truce.", "rejected", "Mayor Orla Tarn’s call for a truce"),
        ("Lund called Norland accusations of theft absurd.", "disputed", None),
        ("Lund pushed back Tuesday against the raid on the mill.", "pushed back", "the raid on the mill"),
        ("Lund would not say whether he would reverse Tarn’s decision.", "would undo", "Tarn’s decision"),
        ("Lund denied involvement in the raid.", "involved in", "the raid"),
        ("Lund said Friday the raid on the mill was a mistake.", "proclaimed", "the raid on the mill"),
        ("Lund said that the rebels carried out the raid on the mill.", "carried out", None),
        ("Lund applauded the raid on the mill.", "applauded", None),
        ("Norland filed a complaint over a phone call between Tarn and Lund.", "over", None),
        ("Lund rounded up guards as he sought calm after the raid.", "after", "the raid"),
        ("Lund called a meeting to discuss the ministry’s response to the raid.", "spoke of", "to the raid"),
        ("Lund declined on Tuesday an invitation to the mill.", "rejected", None),
        ("Lund blamed “thieves” for her decision to close the mill over alleged thefts.", "blamed long", None),
        ("Lund criticised Tarn over her remarks on the mill.", "over", "her remarks on the mill"),
        ("Groups pressed for new charges following Orla Tarn’s acquittal.", "following", "Orla Tarn’s acquittal"),
        (
            'A day earlier, he issued a statement condemning, "in the strongest terms, the attempted coup in Norland."',
            "condemned",
            "the attempted coup in Norland",
        ),
        ("Lund attacked Tarn’s remarks on the mill.", "attacked words", "Tarn’s remarks on the mill"),
        ("Lund acknowledged the raid on the mill.", "acknowledged", "the raid on the mill"),
        ("Lund was saddened to learn of the raid on the mill.", "learned of", None),
        ("Millers marched to protest the ministry’s handling of the raid.", "handling of", None),
        ("Lund spoke to Mr. Tarn about the raid on the mill.", "spoke of", "the raid on the mill"),
        ("Lund hinted that a guard could have prevented a raid in Norhaven.", "could have prevented", "a raid"),
        ("Lund wrote that the new delay was a sign of doubt.", "proclaimed", "the new delay"),
        (
            "Lund dismissed the notion that Tarn’s decision to close the mill would hurt the town.",
            "spoke of",
            "that Tarn’s decision to close the mill would hurt the town",
        ),
    ],
)
def test_a_deed_is_referred_to(text: str, cue: str, core: str | None) -> None:
    found = [(one.cue.name, one.core) for one in references(text, language=ENGLISH)]
    assert cue in [name for name, _ in found]
    assert core is None or (cue, core) in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lund invoked the raid on the mill as he spoke of guns.", "invoked the raid"),
        ("Lund added caveats on Monday to his call for a truce.", "to his call for a truce"),
        ("Police released videos of Monday’s raid on the mill.", "of Monday’s raid on the mill"),
        ("The raid on the mill has altered the race.", "The raid on the mill"),
        ("“Norland’s raids on the mill” go on, Lund said.", "Norland’s raids on the mill"),
        ("Norland’s jets flew Sunday’s raid on the mill.", "flew Sunday’s raid on the mill"),
        ("Norland launched Sunday’s raid on the mill.", "launched Sunday’s raid"),
        ("The raid in Hask by rebels sparked protests.", "The raid in Hask by rebels"),
        ("A raid in Hask by rebels sparked protests.", "A raid in Hask by rebels"),
        ("Tarn issued a statement decrying the raid on the mill.", "the raid"),
        ("Tarn quit the race, citing the raid on the mill.", "the raid"),
        ("Tarn said in a letter decrying the raid on the mill that she would quit.", "the raid"),
        ("Tarn agreed to sign a letter decrying the raid on the mill.", "the raid"),
        ("A letter decrying the raid on the mill was sent to Tarn.", "the raid on the mill"),
        # what is neither made nor backed
        ("Tarn blocked a motion decrying the raid on the mill.", None),
        ("Tarn lost a motion decrying the raid on the mill.", None),
        ("Tarn refused to sign a letter decrying the raid on the mill.", None),
        ("Tarn did not sign a letter decrying the raid on the mill.", None),
        ("Tarn never agreed to sign a letter decrying the raid on the mill.", None),
        ("Tarn voted against a motion decrying the raid on the mill.", None),
        # where or when it was, what one does, what is not known, and what a sentence says beside what it tells
        ("A raid by rebels sparked protests.", None),
        ("A raid in Hask by rebels could spark protests.", None),
        ("A raid in Hask by rebels never sparked protests.", None),
        ("Another raid in Hask by rebels sparked protests.", None),
        ("A raid in Hask by rebels began.", None),
        ("Guards stood at the site of the theft and the raid.", None),
        ("Tarn hired a clerk citing the raid on the mill.", None),
        ("Guards stood at the site of the raid.", None),
        ("Lund spoke on the day of the raid.", None),
        ("Norland launched the raid on the mill.", None),
        ("Lund recalled a raid.", None),
        ("Those raids grew on Monday.", None),
        ("Lund met Tarn for their talk.", None),
        ("Lund spoke as guards recalled the raid on the mill.", None),
        ("The raid was a mistake.", None),
        ("The raid on the mill ended when guards fled.", None),
        ("The raid left five dead at the mill.", None),
        ("Millers went on strike Monday.", None),
        ("Millers watched the strike Monday.", "watched the strike"),
    ],
)
def test_a_known_deed_is_brought_up_without_a_cue(text: str, words: str | None) -> None:
    found = [
        text[one.start : one.end]
        for one in references(text, language=ENGLISH)
        if one.cue.name == brought_up_cue(ENGLISH)
    ]
    assert found == ([words] if words else [])


def test_of_two_deeds_that_something_is_about_the_second_is_spoken_of_too() -> None:
    text = "Tarn found no link between the theft and the raid on the mill."
    assert "the raid on the mill" in [one.core for one in references(text, language=ENGLISH)]
    assert not references("Guards stood at the site of the theft and the raid.", language=ENGLISH)


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("A man – dressed in black – shot a guard.", "A man shot a guard."),
        ("A man—dressed in black—shot a guard.", "A man shot a guard."),
        ("A man -- dressed in black -- shot a guard.", "A man shot a guard."),
        ("A man – a Hask–Lom envoy – shot a guard.", "A man shot a guard."),
        ("A man – dressed in black– shot a guard – once.", "A man shot a guard – once."),
        # no aside
        ("The Hask–Lom truce collapsed on the Norhaven–Sundholm road.", None),
        ("It rained 2012–2014 and 2016–2018.", None),
        ("A well-known man shot a guard-dog.", None),
        ("A man shot a guard – once.", None),
        ("A man – " + "dressed in black " * 12 + "– shot a guard.", None),
    ],
)
def test_what_stands_between_dashes_is_left_out(text: str, less: str | None) -> None:
    assert less_asides(text) == (less or text)


@pytest.mark.parametrize("unit", [" ", " -", "– ", " – a", "—", "a–b "])
def test_dashes_take_linear_time(unit: str) -> None:
    assert_linear(lambda count: partial(less_asides, unit * count), 2_000)


def test_what_a_sentence_turns_on() -> None:
    kinds, terms = turned_on("The raid on the mill shook the town.", ENGLISH)
    assert "attack" in kinds and "raid" in terms
    assert "propos" in turned_on("Orla Tarn’s proposal was cheered.", ENGLISH)[1]
    # and not what is done about it
    assert turned_on("Orla Tarn criticised the raid on the mill.", ENGLISH) == (frozenset(), frozenset())


def test_what_a_participle_tells_beside() -> None:
    assert told_beside("A sniper opened up on the crowd, killing five guards.", ENGLISH) == "killing"
    far = "Gunmen stormed the mill; then they shot a guard and opened fire, killing five guards."
    assert told_beside(far, ENGLISH) == "killing"
    assert told_beside("Mourned by many, Lund spoke after killing time.", ENGLISH) == ""
    assert told_beside("Lund spoke on Monday.", ENGLISH) == ""
    assert told_beside("", ENGLISH) == told_beside(" ", ENGLISH) == ""


@pytest.mark.parametrize(
    "text",
    [
        # beside what the sentence tells
        "The man who was charged with her murder spoke in court.",
        "Three officers were shot as the town remained on edge in the wake of the raid.",
        # still to come
        "Lund said the school would move after the town leaves the league.",
        "Lund said the school would move after the council denies the permit.",
        # only when
        "Lund spoke on Monday, a day after the raid.",
        "Lund spoke hours after the raid.",
        # of anything, of many, of none
        "Lund called the police after the incident.",
        "Lund questioned the decision on Monday.",
        "Lund spoke after several raids.",
        # what others did meanwhile
        "Lund rounded up guards as others sought calm after the raid.",
        "Lund rounded up guards although he sought calm after the raid.",
        "Lund spoke after alleged raids by many.",
        "Lund spoke on Monday after lunch.",
    ],
)
def test_no_deed_is_referred_to(text: str) -> None:
    assert references(text, language=ENGLISH) == ()


def test_what_is_known_and_whose_it_is() -> None:
    known = {
        text: references(text, language=ENGLISH)[0]
        for text in ("Lund resigned over the leak.", "Lund resigned over a leak.")
    }
    assert [one.known for one in known.values()] == [True, False]
    assert references("Lund could not justify its attacks on the village.", language=ENGLISH)[0].owned
    assert not references("Lund condemned the attack on the village.", language=ENGLISH)[0].owned


@pytest.mark.parametrize(
    ("text", "words", "hangs"),
    [
        ("Lund resigned in the wake of the raid.", "in the wake of the raid", True),
        ("Three were shot as the town was on edge in the wake of the raid.", "in the wake of the raid", False),
        ("Lund resigned on Monday.", "resigned", True),
    ],
)
def test_a_cue_hangs_on_the_main_clause(text: str, words: str, hangs: bool) -> None:
    start = text.index(words)
    assert hangs_on_main(text, start, start + len(words), ENGLISH) is hangs


def test_the_main_clause_has_what_is_told() -> None:
    words = [
        word for _, word in main_words("The town mourned after gunmen stormed the mill, which had burned.", ENGLISH)
    ]
    assert "mourned" in words and not {"stormed", "burned"} & set(words)
    assert "attack" not in [word for _, word in main_words("The attack shook the town.", ENGLISH)]
    assert "clear" in [word for _, word in main_words("The court will clear the clerk.", ENGLISH)]
    assert "clear" not in [word for _, word in main_words("Lund made clear on Monday that it rained.", ENGLISH)]
    assert "offensive" in [word for _, word in main_words("Norland launched the offensive on Monday.", ENGLISH)]
    assert "offensive" not in [word for _, word in main_words("Norland watched the offensive on Monday.", ENGLISH)]


def test_a_noun_with_its_day_tells_a_deed() -> None:
    killing = "The killing on Wednesday of a guard shocked the town."
    day = dt.date(2021, 5, 5)
    assert "kill" in told_by_noun(killing, day, ENGLISH)[0]
    assert told_by_noun(killing, day + dt.timedelta(1), ENGLISH) == (frozenset(), frozenset())
    assert told_by_noun("The killing of a guard shocked the town.", day, ENGLISH) == (frozenset(), frozenset())
    assert told_by_noun("The town mourned on Wednesday.", day, ENGLISH) == (frozenset(), frozenset())
