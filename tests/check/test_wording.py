"""Words that stand for one another, phrases with words between, other forms of a name, and opposites."""

from __future__ import annotations

import re

import pytest

from leadup import lang
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.ordering import in_plain_order
from leadup.check.wording import (
    COUNTRY,
    classes_in,
    contraries_of,
    kin_of,
    opposites_of,
    phrases_in,
    stem_of,
    stems_of,
)
from leadup.lang import ENGLISH

ALIKE = [("policeman", "officer"), ("warplanes", "planes"), ("footage", "video"), ("said", "say"), ("pacts", "accord")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_words_for_one_thing_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one, ENGLISH) == stem_of(other, ENGLISH)


@pytest.mark.parametrize(("part", "people", "whole"), [("Scotland", "Scots", "Britain"), ("Wales", "Welsh", "British")])
def test_a_part_of_a_country_that_votes_for_itself_is_not_the_country(part: str, people: str, whole: str) -> None:
    assert stem_of(part, ENGLISH) == stem_of(people, ENGLISH) != stem_of(whole, ENGLISH)


@pytest.mark.parametrize(
    ("drafted", "told", "held"),
    [
        ("Scottish", "British", True),
        ("British", "Welsh", True),
        ("Welshman", "Britain", True),
        ("Scottish", "Welsh", False),
        ("Welsh", "French", False),
        ("British", "French", False),
    ],
)
def test_a_part_and_its_whole_stand_for_each_other_in_a_sentence(drafted: str, told: str, held: bool) -> None:
    assert (stem_of(drafted, ENGLISH) in stems_of(f"A crew was {told}.", ENGLISH)) == held


def test_a_name_is_no_other_word() -> None:
    assert stem_of("Cop", ENGLISH) != stem_of("officer", ENGLISH)


PHRASES = [
    ("Varland put the vote off.", "kin delay"),
    ("Mara Tolk gave up her campaign.", "kin leave-race"),
    ("Oren Pask was put to death.", "kin execute"),
    ("The court threw out the law.", "kin strike-law"),
]


@pytest.mark.parametrize(("words", "kin"), PHRASES)
def test_a_phrase_is_found_with_words_between(words: str, kin: str) -> None:
    assert kin in frozenset().union(*phrases_in(re.findall(r"\w+", words), ENGLISH).values())


def test_words_too_far_apart_are_no_phrase() -> None:
    words = "Varland put five ships of the old fleet off the coast".split()
    assert "kin delay" not in frozenset().union(*phrases_in(words, ENGLISH).values())


def test_other_forms_of_a_name_are_held_too() -> None:
    assert stems_of("The Islamic State fled.", ENGLISH) >= stems_of("ISIS", ENGLISH)
    assert "isis" not in stems_of("The state fled.", ENGLISH)


def test_opposites_go_both_ways_and_name_rows_of_the_table() -> None:
    names = {row[0] for row in lang.rows("check_kin")}
    for one, other in lang.rows("check_opposites"):
        assert {one, other} <= names, (one, other)
        assert f"kin {one}" in opposites_of(frozenset({f"kin {other}"}), ENGLISH)
    assert opposites_of(kin_of(stem_of("uphold", ENGLISH), ENGLISH), ENGLISH) & kin_of(
        stem_of("overturn", ENGLISH), ENGLISH
    )


def test_no_row_of_the_table_has_a_name_twice() -> None:
    names = [row[0] for row in lang.rows("check_kin")]
    assert len(names) == len(set(names))


ORDER = [
    ("Oren Pask shot police captain Joss Varo in Dunmar.", "shoot", {"oren", "pask"}, {"joss", "varo"}, False),
    ("Nia de Varo was not elected mayor of Dunmar.", "elect", set(), {"nia", "varo"}, True),
    ("Oren Pask, the head of Halder Oil, chose Varo as his deputy.", "choos", {"oren", "pask"}, {"varo"}, False),
]


@pytest.mark.parametrize(("words", "key", "does", "bears", "denied"), ORDER)
def test_a_plain_sentence_has_who_stands_before_its_verb_do_it(
    words: str, key: str, does: set[str], bears: set[str], denied: bool
) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    made = in_plain_order(clauses_of(parse, frozenset({key}), start), parse, start)
    (deed,) = [c for c in made if c.key == key and c.main]
    assert does <= deed.agent
    assert bears <= deed.patient
    assert not does & deed.patient
    assert deed.denied == denied


LESSER = [
    ("mauled", "killed"), ("poisoned", "killed"), ("intercepted", "arrested"), ("furloughed", "fired"),
    ("subpoenaed", "ordered"), ("summoned", "ordered"), ("blockaded", "attacked"), ("broadcast", "revealed"),
    ("defaced", "destroyed"), ("vaccinated", "cured"), ("pledged", "gave"), ("commuted", "freed"),
    ("cremated", "buried"), ("hospitalized", "wounded"), ("extradited", "deported"), ("lamented", "criticized"),
    ("decriminalized", "legalized"), ("negotiated", "mediated"), ("repudiated", "reversed"),
]  # fmt: skip


@pytest.mark.parametrize(("lesser", "deed"), LESSER)
def test_a_deed_that_implies_another_one_not_is_none_of_its_class(lesser: str, deed: str) -> None:
    assert not classes_in(lesser, ENGLISH) & classes_in(deed, ENGLISH)
    assert not kin_of(stem_of(lesser, ENGLISH), ENGLISH) & kin_of(stem_of(deed, ENGLISH), ENGLISH)


IMPLYING = [
    ("lynched", "killed"), ("electrocuted", "killed"), ("hijacked", "seized"), ("halved", "cut"), ("rehired", "hired"),
    ("embezzled", "stole"), ("bolstered", "reinforced"), ("deported", "banished"), ("divulged", "revealed"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "deed"), IMPLYING)
def test_a_deed_that_implies_another_one_is_of_its_class(one: str, deed: str) -> None:
    assert classes_in(one, ENGLISH) & classes_in(deed, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        ("strengthened", "weakened", True),
        ("widened", "narrowed", True),
        ("calmed", "inflamed", True),
        ("strengthened its currency", "eased its curbs", False),
        ("strengthened its reserves", "cut 300 jobs", False),
        ("expelled the envoy", "welcomed the vote", False),
        ("laid down arms", "disarmed", False),
    ],
)
def test_contraries_are_of_one_thing(one: str, other: str, contrary: bool) -> None:
    assert bool(contraries_of(classes_in(one, ENGLISH), ENGLISH) & classes_in(other, ENGLISH)) == contrary


@pytest.mark.parametrize(
    ("word", "stem"),
    [("expelled", "expel"), ("Expelling", "expel"), ("called", "call"), ("filled", "fill"), ("pulled", "pull")],
)
def test_a_past_form_with_a_doubled_letter(word: str, stem: str) -> None:
    assert stem_of(word, ENGLISH) == stem


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the United States", "American", True),
        ("the United States", "the U.S.", True),
        ("North Korea", "North Koreans", True),
        ("South Africa", "a South African", True),
        ("North Korea", "South Koreans", False),
        ("the Islamic State", "American", False),
        ("United Airlines", "American", False),
    ],
)
def test_countries_of_several_words(one: str, other: str, alike: bool) -> None:
    countries = [{s for s in stems_of(words, ENGLISH) if s.startswith(COUNTRY)} for words in (one, other)]
    assert bool(countries[0] & countries[1]) == alike
