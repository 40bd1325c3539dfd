"""One happening by the deed that a sentence's day is hung on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.timeline.making import tree

from leadup import lang
from leadup.lang import ENGLISH
from leadup.reading.syntax import parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import (
    NOBODY,
    DayDeed,
    DayDeeds,
    DeedPart,
    day_deeds,
    deed_at,
    every_deed,
    head_deeds,
    hung_on,
    is_denied,
    is_planned,
    is_standing,
    names_of_part,
)
from leadup.timeline.happenings.same_deed import by_another, same_deed, same_deeds, tells_plainly

_DAY = re.compile(r"Sunday|Monday|Friday|(?:July|March|Aug\.) \d")
_TABLE = lang.table("same_deed")


def read(sentence: str) -> DayDeeds:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    return day_deeds(tree, [m.start() for m in _DAY.finditer(sentence)], ENGLISH)


@pytest.mark.parametrize(("one", "other"), _TABLE["examples"])
def test_one_deed_in_two_sentences(one: str, other: str) -> None:
    assert same_deeds(read(one), read(other))
    assert same_deeds(read(other), read(one))


@pytest.mark.parametrize(("one", "other"), _TABLE["apart"])
def test_two_deeds(one: str, other: str) -> None:
    assert not same_deeds(read(one), read(other))
    assert not same_deeds(read(other), read(one))


def test_what_only_brings_a_deed_up_tells_it_less_plainly() -> None:
    passing = read("The seizure of the dam by rebels on Aug. 7 was part of a string of victories.")
    plain = read("Rebels seized the dam of Orsk on Aug. 7.")
    since = read("Since fighting erupted on July 8, nine farmers have been killed in Orsk.")
    assert not tells_plainly(since, read("The war broke out on July 8 along the river."))
    assert tells_plainly(read("The war broke out on July 8 along the river."), since)
    assert not tells_plainly(passing, plain)
    grew = read("Anger grew after a July 8 Norland missile strike on the Orsk Brigade, killing 25.")
    struck = read("Norland air strikes on Friday on brigade bases killed at least 25.")
    assert tells_plainly(struck, grew) and not tells_plainly(grew, struck)
    assert not tells_plainly(read("An air strike on Friday on the Hask Guard killed 25."), grew)


def test_neighbouring_days_ask_for_more_in_common() -> None:
    one, other = "The council voted on Monday to close the pier.", "The council voted on Sunday to close the pier."
    assert not same_deeds(read(one), read(other), sure=True)
    one, other = "Ines Tolm left the harbour of Orsk on Monday.", "Ines Tolm left the harbour on Sunday."
    assert same_deeds(read(one), read(other), sure=True)


def test_who_has_a_part_is_named_with_the_number() -> None:
    text = "The search goes on after the disappearance of Lund Airways Flight 22 near Orsk."
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert "22" in names_of_part(tree, tree.at(text.index("disappearance")), ENGLISH)
    assert names_of_part(tree, -1, ENGLISH) == frozenset()


def test_nothing_is_told_by_no_words() -> None:
    assert read("") == DayDeeds((), True, language=ENGLISH)
    assert not same_deeds(read(""), read("The war broke out on July 8."))


ORSK, LOM = DeedPart(frozenset(["orsk"]), ""), DeedPart(frozenset(["lom"]), "")
VARO, LUND = DeedPart(frozenset(["varo"]), ""), DeedPart(frozenset(["lund"]), "")
ARMY, MILL = DeedPart(frozenset(), "army"), DeedPart(frozenset(), "mill")


def deed(base: str = "visit", agent: DeedPart = NOBODY, patient: DeedPart = NOBODY, **more: Any) -> DayDeed:
    given = {"at": 0, "base": base_form(base, ENGLISH), "agent": agent, "patient": patient, "others": (), "main": True}
    return DayDeed(**given | {"hung": False, "is_noun": False, **more})


def strike(**parts: Any) -> DayDeed:
    """A noun for a deed, of a sentence that speaks of Varo, too."""
    return deed("strike", others=(VARO,), is_noun=True, **parts)


@pytest.mark.parametrize(
    ("one", "other", "same", "surely"),
    [
        # one word, and one who had a part in it
        (deed(agent=VARO), deed(agent=VARO), True, False),
        (deed(patient=MILL), deed(patient=MILL), True, False),
        (deed(agent=VARO, patient=MILL), deed(agent=VARO, patient=MILL), True, True),
        (deed(others=(MILL,)), deed(others=(MILL,)), True, False),
        (deed(agent=VARO, others=(MILL,)), deed(agent=VARO, others=(MILL,)), True, True),
        # somebody else
        (deed(agent=VARO), deed(agent=LUND), False, False),
        (deed(patient=MILL), deed(patient=ARMY), False, False),
        (deed(agent=VARO, patient=MILL), deed(agent=LUND, patient=MILL), False, False),
        (deed(agent=ARMY, patient=VARO), deed(agent=LUND, patient=VARO), True, False),
        # nobody is named: only where the day is hung on both, and then not of two days
        (deed(), deed(), False, False),
        (deed(hung=True), deed(hung=True), True, False),
        (deed(hung=True), deed(), False, False),
        (deed(agent=VARO, hung=True), deed(patient=MILL, hung=True), False, False),
        (deed(agent=VARO, hung=True), deed(hung=True), True, False),
        # a verb that tells little asks for more
        (deed("hold", agent=VARO), deed("hold", agent=VARO), False, False),
        (deed("hold", agent=VARO, patient=MILL), deed("hold", agent=VARO, patient=MILL), True, False),
        (deed("hold", hung=True), deed("hold", hung=True), False, False),
        # other words
        (deed("seize", agent=VARO), deed("paint", agent=VARO), False, False),
        (deed("seize", agent=VARO, hung=True), deed("paint", agent=VARO, hung=True), False, False),
        # who does it, and whom it is done to: "they opened the mill", "the mill opened"
        (deed("open", agent=VARO, patient=MILL), deed("open", agent=MILL), True, False),
        (deed("open", agent=VARO, patient=MILL), deed("open", agent=LUND), False, False),
        # of a noun it is not said which of the two
        (deed("seize", agent=VARO, is_noun=True), deed("seize", patient=VARO), True, False),
        (deed("seize", agent=VARO, is_noun=True), deed("seize", patient=LUND, agent=LUND), False, False),
        # but whom two nouns are borne by is, whatever else they share
        (strike(patient=MILL), strike(patient=ARMY), True, False),
        (strike(patient=MILL, borne=True), strike(patient=ARMY, borne=True), False, False),
        (strike(patient=MILL, borne=True), strike(patient=MILL, borne=True), True, True),
        (strike(patient=MILL, borne=True), strike(patient=ARMY), True, False),
        (strike(patient=MILL, borne=True), strike(agent=ARMY), True, False),
        (strike(agent=VARO, patient=ORSK, borne=True), strike(agent=LUND, patient=LOM), False, False),
        (strike(agent=VARO, patient=MILL, borne=True), strike(agent=LUND, patient=ARMY), True, False),
        (strike(agent=VARO, patient=MILL, borne=True), strike(agent=LUND, patient=VARO), True, True),
        # what befalls a person but once a day
        (deed("resign", agent=VARO), deed("resign", agent=VARO), True, True),
    ],
)
def test_whether_two_deeds_are_one(one: DayDeed, other: DayDeed, same: bool, surely: bool) -> None:
    assert same_deed(one, other, language=ENGLISH) is same_deed(other, one, language=ENGLISH) is same
    assert (
        same_deed(one, other, sure=True, language=ENGLISH)
        is same_deed(other, one, sure=True, language=ENGLISH)
        is surely
    )


def test_a_deed_is_anothers() -> None:
    assert by_another(deed(agent=VARO), deed(agent=LUND), ENGLISH)
    assert not by_another(deed(agent=VARO), deed(agent=VARO), ENGLISH)
    assert not by_another(deed(agent=VARO), deed(), ENGLISH)
    assert not by_another(deed(agent=VARO, patient=MILL), deed(agent=LUND, patient=MILL), ENGLISH)
    assert not by_another(deed(agent=VARO, is_noun=True), deed(agent=LUND), ENGLISH)


def test_a_sentence_that_turns_on_nothing_else_is_told_by_another() -> None:
    one, other = deed(agent=VARO), deed(agent=VARO, main=False)
    assert same_deeds(DayDeeds((one,), False, language=ENGLISH), DayDeeds((one,), False, language=ENGLISH))
    assert not same_deeds(
        DayDeeds((one, deed("paint")), False, language=ENGLISH),
        DayDeeds((deed("paint"), other), False, language=ENGLISH),
    )
    assert same_deeds(DayDeeds((one,), False, language=ENGLISH), DayDeeds((other,), False, language=ENGLISH))
    assert same_deeds(
        DayDeeds((one,), False, language=ENGLISH), DayDeeds((deed("paint"), other), True, language=ENGLISH)
    )


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Rebels seized the dam of Orsk.", ["seize"]),
        ("Rebels seized the dam and burned the mill.", ["seize", "burn"]),
        ("The army said that rebels seized the dam.", ["seize"]),
        ("The army said nothing.", ["say"]),
    ],
)
def test_the_deeds_that_a_sentence_turns_on_first(sentence: str, deeds: list[str]) -> None:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    assert [one.base for one in head_deeds(tree, ENGLISH)] == [base_form(word, ENGLISH) for word in deeds]


SHE, LEFT, PIER = "Lund PROPN nsubj 2", "left VERB root 0 leave", "piers NOUN obj 2 pier"


@pytest.mark.parametrize(
    ("words", "planned", "denied"),
    [
        ([SHE, LEFT], False, False),
        # to come by its own auxiliary or by that of a verb above it, or awaited by that verb
        (["Lund PROPN nsubj 3", "will AUX aux 3", "leave VERB root 0"], True, False),
        (["Lund PROPN nsubj 3", "'ll AUX aux 3", "leave VERB root 0"], True, False),
        (["Lund PROPN nsubj 3", "has AUX aux 3", "leave VERB root 0"], False, False),
        (["Lund PROPN nsubj 3", "may AUX aux 3", "say VERB root 0", "leave VERB ccomp 3"], True, False),
        (["Lund PROPN nsubj 2", "plans VERB root 0", "leave VERB xcomp 2"], True, False),
        (["Lund PROPN nsubj 2", "says VERB root 0", "leave VERB xcomp 2"], False, False),
        # denied beside it, or beside the verb that it has a part in
        (["Lund PROPN nsubj 3", "not PART advmod 3", "leave VERB root 0"], False, True),
        (["Lund PROPN nsubj 2", "left VERB root 0", "no DET det 4", "leave NOUN obj 2"], False, True),
        (["Lund PROPN nsubj 3", "not PART advmod 3", "had VERB root 0", "leave NOUN obj 3"], False, True),
        (["Lund PROPN nsubj 3", "not PART advmod 3", "had VERB root 0", "leave NOUN obl 3"], False, False),
        (["Lund PROPN nsubj 3", "not PART advmod 3", "say VERB root 0", "leave VERB ccomp 3"], False, False),
    ],
)
def test_what_is_still_to_come_and_what_was_not_done(words: list[str], planned: bool, denied: bool) -> None:
    parsed = tree(*words)
    at = next(k for k, token in enumerate(parsed) if token.word in ("leave", "left"))
    at = next((k for k, token in enumerate(parsed) if token.word == "leave"), at)
    assert (is_planned(parsed, at, ENGLISH), is_denied(parsed, at, ENGLISH)) == (planned, denied)


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ([SHE, LEFT], False),
        (["Lund PROPN root 0"], True),
        ([], True),
        (["Men NOUN nsubj 3", "have AUX aux 3", "left VERB root 0", "since ADP case 5", "May PROPN obl 3"], True),
        (["Men NOUN nsubj 3", "have AUX aux 3", "left VERB root 0", "since ADV advmod 3"], True),
        (["Men NOUN nsubj 3", "have AUX aux 3", "left VERB root 0", "in ADP case 5", "May PROPN obl 3"], False),
        (["Men NOUN nsubj 2", "left VERB root 0", "since ADP case 4", "May PROPN obl 2"], False),
    ],
)
def test_what_only_says_how_things_stand(words: list[str], standing: bool) -> None:
    assert is_standing(tree(*words), ENGLISH) is standing


@pytest.mark.parametrize(
    ("words", "word", "hung"),
    [
        ([SHE, LEFT, "on ADP case 4", "Monday PROPN obl 2"], "Monday", "left"),
        # the noun for a deed that it belongs to, before the verb above that; a noun for none is passed by
        ([SHE, LEFT, "attacks NOUN obj 2 attack", "Monday PROPN nmod 3"], "Monday", "attacks"),
        ([SHE, LEFT, PIER, "Monday PROPN nmod 3"], "Monday", "left"),
        (["Lund PROPN root 0", "Monday PROPN nmod 1"], "Monday", ""),
    ],
)
def test_the_deed_that_a_day_is_hung_on(words: list[str], word: str, hung: str) -> None:
    parsed = tree(*words)
    at = hung_on(parsed, next(k for k, token in enumerate(parsed) if token.word == word), ENGLISH)
    assert (parsed[at].word if at >= 0 else "") == hung
    assert hung_on(parsed, -1, ENGLISH) == -1


@pytest.mark.parametrize(
    ("words", "agent", "patient", "others"),
    [
        ([SHE, LEFT, PIER], "lund", "pier", ""),
        (["Lund PROPN nsubj:pass 2", "left VERB root 0 leave"], "", "lund", ""),
        (["Piers NOUN nsubj:pass 2 pier", "left VERB root 0 leave", "Lund PROPN obl:agent 2"], "lund", "pier", ""),
        ([SHE, LEFT, "harbour NOUN obl 2"], "lund", "", "harbour"),
        # nobody is told by a pronoun, a number, or a word for anybody
        (["He PRON nsubj 2", LEFT, "two NUM obj 2"], "", "", ""),
        (["Men NOUN nsubj 2 man", LEFT, PIER], "", "pier", ""),
        # all words of a name, those beside it, and a code behind it
        (["Anna PROPN nsubj 3", "Lund PROPN flat 1", "left VERB root 0 leave"], "anna lund", "", ""),
        (["Lund PROPN nmod:poss 2", "boat NOUN nsubj 3", "left VERB root 0 leave"], "boat lund", "", ""),
        (["Flight NOUN nsubj 3 flight", "LA22 PROPN flat 1", "left VERB root 0 leave"], "flight la22", "", ""),
        (["Monday PROPN nsubj 2", LEFT], "", "", ""),
        # who stands before "who", and the noun that a participle belongs to
        (
            ["Lund PROPN root 0", "who PRON nsubj 3", "left VERB acl:relcl 1 leave", "piers NOUN obj 3 pier"],
            "lund",
            "pier",
            "",
        ),
        (["Lund PROPN root 0", "left VERB acl 1 leave", "piers NOUN obj 2 pier"], "lund", "pier", ""),
    ],
)
def test_who_has_a_part_in_a_deed(words: list[str], agent: str, patient: str, others: str) -> None:
    parsed = tree(*words)
    (deed,) = (one for one in every_deed(parsed, ENGLISH) if one.base == base_form("leave", ENGLISH))

    def said(*parts: DeedPart) -> str:
        return " ".join(sorted({*(w for p in parts for w in p.names), *(p.called for p in parts if p.called)}))

    assert (said(deed.agent), said(deed.patient), said(*deed.others)) == (agent, patient, others)
    assert (deed.main, deed.hung, deed.is_noun) == (True, True, False)
    assert names_of_part(parsed, deed.at, ENGLISH) == deed.agent.names | deed.patient.names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "US forces carried out airstrikes in Orsk on Sunday.",
            "U.S. air strikes on Sunday on rebel camps killed nine fighters.",
            True,
        ),
        (
            "Norland forces conducted strikes in Orsk on Sunday.",
            "Marn's air strikes on Sunday on rebel camps killed nine fighters.",
            False,
        ),
    ],
)
def test_a_noun_for_a_deed_is_of_who_carried_it_out(one: str, other: str, same: bool) -> None:
    assert same_deeds(read(one), read(other)) is same
    assert same_deeds(read(other), read(one)) is same


def test_of_thousands_of_marchers_it_is_the_marchers_who_do_it() -> None:
    assert deed_of("Thousands of marchers stormed the hall on Monday.", "storm").agent.called == base_form(
        "marcher", ENGLISH
    )
    assert deed_of("Thousands stormed the hall on Monday.", "storm").agent.called == base_form("thousand", ENGLISH)


def deed_of(sentence: str, base: str) -> DayDeed:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    return next(one for one in every_deed(tree, ENGLISH) if one.base == base)


DEFENDED = "Lund PROPN nsubj 2; {} VERB root 0; {} {} 4; proposal NOUN {} 2"


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        # a deed that a verb bears, or that is called one's own
        (DEFENDED.format("made make", "a", "DET det", "obj"), "lund"),
        (DEFENDED.format("defended", "her", "PRON nmod:poss", "obj"), "lund"),
        (DEFENDED.format("defended", "a", "DET det", "obj"), ""),
        (DEFENDED.format("defended", "her", "PRON nmod:poss", "obl"), ""),
        (DEFENDED.format("defended", "Tolm", "PROPN nmod:poss", "obj"), "tolm"),
    ],
)
def test_who_bears_a_deed(words: str, agent: str) -> None:
    cells = [cell.split() for cell in words.split("; ")]
    # a verb's base form stands behind it
    parsed = tree(*(" ".join([c[0], *c[2:], c[1]] if len(c) == 5 else c) for c in cells))
    assert " ".join(deed_at(parsed, 3, True, False, ENGLISH).agent.names) == agent


def test_the_deeds_that_little_verbs_lead_to() -> None:
    def turned_on(*words: str) -> list[str]:
        return [one.base for one in head_deeds(tree(*words), ENGLISH)]

    attack = base_form("attack", ENGLISH)
    # a verb that tells little, or bears what stands beside it, tells that as well
    assert turned_on("They PRON nsubj 2", "made VERB root 0 make", "attacks NOUN obj 2 attack")[1:] == [attack]
    assert turned_on("They PRON nsubj 2", "feared VERB root 0 fear", "attacks NOUN obj 2 attack") == ["fear"]
    # what is said to be said, beside a verb of saying alone
    said = "They PRON nsubj 2", "{} VERB root 0 {}", "rebels NOUN nsubj 4", "left VERB ccomp 2 leave"
    assert turned_on(*(word.format("said", "say") for word in said)) == [base_form("leave", ENGLISH)]
    assert turned_on(*(word.format("feared", "fear") for word in said)) == ["fear"]


def test_names_of_who_has_a_part_in_a_participle() -> None:
    parsed = tree("Lund PROPN root 0", "Airways PROPN flat 1", "22 NUM nummod 2", "lost VERB acl 1 lose")
    assert names_of_part(parsed, 3, ENGLISH) == {"lund", "airways", "22"}
    apart = tree("Lund PROPN nsubj 2", "lost VERB root 0 lose", "May PROPN obl 2", "22 NUM nummod 3")
    assert names_of_part(apart, 1, ENGLISH) == {"lund"}
