"""Whether a name that was found is somebody else's. The name stands between stars, the deed between bars."""

from __future__ import annotations

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline.pool import PooledArticle
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.namesakes import (
    generations_in,
    is_another,
    is_beaten,
    is_of_another,
    is_of_kin,
    is_of_other_generation,
    is_short_for,
    is_title_of,
    named_before,
    persons_in,
)
from leadup.timeline.target.tokens import base_of, token_pattern

BEFORE = ("", "Now: ", "Rain fell on the old town. ")


def places(marked: str) -> tuple[str, list[str], int, int]:
    """The text, its tokens, and which of them are the name and the deed (-1: none is marked)."""
    text = marked.replace("*", "").replace("|", "")
    name = len(token_pattern(ENGLISH).findall(marked.partition("*")[0].replace("|", "")))
    deed = len(token_pattern(ENGLISH).findall(marked.partition("|")[0].replace("*", ""))) if "|" in marked else -1
    return text, token_pattern(ENGLISH).findall(text), name, deed


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "kin"),
    [
        ("Police |arrested| Karl *Tolm* on Monday.", False),
        ("Police |arrested| the cousin of Karl *Tolm* on Monday.", True),
        ("Police |arrested| a cousin to *Tolm* on Monday.", True),
        ("Police |arrested| the old deaf cousin of Karl *Tolm* on Monday.", True),
        ("Police |arrested| the old and deaf cousin of Karl *Tolm* on Monday.", False),
        ("Police |arrested| the baker of Karl *Tolm* on Monday.", False),
        ("Police |arrested| the cousin near *Tolm* on Monday.", False),
        ("A cousin of *Tolm* |arrested| a thief.", False),
        ("Police |arrested| Karl *Tolm*'s lawyer on Monday.", True),
        ("Police |arrested| Karl *Tolm*’s old lawyer on Monday.", True),
        ("Police |arrested| Karl *Tolm*'s very old lawyer on Monday.", False),
        ("Police |arrested| at last one Karl *Tolm*'s lawyer on Monday.", False),
        ("Police |arrested| old Karl *Tolm*'s lawyer on Monday.", True),
        ("Police |arrested| deaf old Karl *Tolm*'s lawyer on Monday.", True),
        ("Police |arrested| one deaf old Karl *Tolm*'s lawyer on Monday.", False),
        ("Police |arrested| *Tolm* and a lawyer on Monday.", False),
        ("Police |arrested| Karl *Tolm*'s baker on Monday.", False),
        ("*Tolm*'s lawyer was |arrested| on Monday.", True),
        ("*Tolm*'s lawyer |arrested| a thief.", False),
        ("*Tolm* was |arrested| with a lawyer.", False),
    ],
)
def test_what_is_done_to_who_belongs_to_somebody(before: str, told: str, kin: bool) -> None:
    assert is_of_kin(*places(before + told), language=ENGLISH) is kin


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "beaten"),
    [
        ("Lund beat *Tolm* on Monday.", True),
        ("Lund won over rival Karl *Tolm*.", True),
        ("Lund beat the old *Tolm*.", True),
        ("Lund beat the very old *Tolm*.", False),
        ("*Tolm* beat Lund.", False),
    ],
)
def test_who_lost(before: str, told: str, beaten: bool) -> None:
    _, tokens, at, _ = places(before + told)
    assert is_beaten(tokens, at, ENGLISH) is beaten


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "own", "another"),
    [
        ("Karl *Lund* spoke.", {"anna"}, True),
        ("Anna *Lund* spoke.", {"anna"}, False),
        ("The mayor Anna Maria *Lund* spoke.", {"anna"}, False),
        ("The *Lund* case began.", {"anna"}, False),
        ("Mayor *Lund* spoke.", {"anna"}, False),
        ("It was J *Lund* who spoke.", {"anna"}, False),
        ("Then spoke *Lund* to us.", {"anna"}, False),
        ("With Swiss *Lund* dancers they came.", {"anna"}, False),
        ("With Quorl *Lund* they came.", {"anna"}, True),
        ("With Quorl, *Lund* came.", {"anna"}, False),
        # A word that is known, but as a surname alone, is a given name here; one of an office or a time is none.
        ("With Aalto *Lund* they came.", {"anna"}, True),
        ("With Minister *Lund* they came.", {"anna"}, False),
        ("In March *Lund* came.", {"anna"}, False),
        # What is asked for is a given name, and goes on as somebody else's.
        ("So *Karl* Brandt spoke.", {"anna"}, True),
        ("So *Karl*, Brandt said, spoke.", {"anna"}, False),
        ("So *Karl* spoke.", {"anna"}, False),
        ("So *Karl* Anna spoke.", {"anna"}, False),
        ("So spoke *Karl*", {"anna"}, False),
    ],
)
def test_the_words_beside_a_name_say_whose_it_is(before: str, told: str, own: set[str], another: bool) -> None:
    text, tokens, at, _ = places(before + told)
    assert is_another(text, tokens, [base_of(t, ENGLISH) for t in tokens], at, frozenset(own), ENGLISH) is another


def test_a_text_that_begins_with_the_name_says_nothing_of_another() -> None:
    for text in ("Lund spoke.", "Lund"):
        tokens = token_pattern(ENGLISH).findall(text)
        assert not is_another(text, tokens, [base_of(t, ENGLISH) for t in tokens], 0, frozenset({"anna"}), ENGLISH)
    tokens = ["Anna", "Lund"]
    assert not is_another("Anna Lund", tokens, [base_of(t, ENGLISH) for t in tokens], 1, frozenset({"anna"}), ENGLISH)
    tokens = ["Karl", "Lund"]
    assert is_another("Karl Lund", tokens, [base_of(t, ENGLISH) for t in tokens], 1, frozenset({"lund"}), ENGLISH)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Karl Tolm and Anna J. Tolm there.", {"karl", "anna"}),
        ("He met Mayor Tolm and the Tolms there.", set()),
        ("He met Quorl Tolm there.", {"quorl"}),
        ("He met karl Tolm there.", set()),
    ],
)
def test_the_given_names_before_a_surname(text: str, found: set[str]) -> None:
    assert named_before("Tolm", text, ENGLISH) == found


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Karl Tolm spoke.", True),
        ("Anna Tolm spoke. So did Karl Tolm.", False),
        ("Karl Tolm spoke. So did Anna.", False),
        ("Tolm spoke.", False),
        ("Änna Tolm spoke.", False),
    ],
)
def test_an_article_on_others_of_a_surname(text: str, another: bool) -> None:
    made = article(text)
    pooled = PooledArticle.of(made, read_light(made))
    persons = [(frozenset({"anna"}), "Tolm")]
    assert is_of_another(pooled, persons, ENGLISH) is another
    # Of several that are asked for one is enough.
    assert is_of_another(pooled, [(frozenset({"ida"}), "Varo"), *persons], ENGLISH) is another
    assert not is_of_another(pooled, (), ENGLISH)


@pytest.mark.parametrize(
    ("asked", "told", "matches"),
    [
        ("Karl Tolm Sr. dies", "Karl Tolm Sr. died on Monday.", True),
        ("Karl Tolm Sr. dies", "Karl Tolm Jr. died on Monday.", False),
        ("Karl Tolm Sr. dies", "Karl Tolm, Jr. died on Monday.", False),
        ("Karl Tolm Sr. dies", "Karl Tolm died on Monday.", True),
        ("Karl Tolm Sr. dies", "Karl Tolm Sr., father of Karl Tolm Jr., died on Monday.", True),
        ("Karl Tolm III dies", "Karl Tolm Jr. died on Monday.", False),
        ("Karl Tolm dies", "Karl Tolm Jr. died on Monday.", True),
        # one mention with nothing behind it leaves it open
        ("Karl Tolm Sr. dies", "Old baker Karl Tolm died on Monday. He leaves a son, Karl Tolm Jr.", True),
        ("Karl Tolm Sr. dies", "Karl Ivo Tolm died on Monday. He leaves a son, Karl Tolm Jr.", True),
        ("Karl Tolm Sr. dies", "Karl Tolm Jr. died on Monday. A friend wept for Karl Ivo Tolm Jr.", False),
        # of another house or given name
        ("Karl Tolm Sr. dies", "The old baker Tolm died on Monday. He was with Karl at Fort Tolm III.", True),
        ("Karl Tolm Sr. dies", "Karl Tolm died on Monday. So did Ivo Tolm Jr.", True),
    ],
)
def test_who_bears_the_name_in_another_generation_is_another(asked: str, told: str, matches: bool) -> None:
    found = article(told)
    pooled = PooledArticle.of(found, read_light(found))
    assert any(m.real for m in Matcher(read_question(asked, ENGLISH)).of_article(0, pooled)) is matches


@pytest.mark.parametrize(
    ("asked", "persons"),
    [
        ("Karl Tolm dies", [({"karl"}, "Tolm")]),
        ("Karl Tolm Sr. dies", [({"karl"}, "Tolm")]),
        ("Tolm dies", []),
        ("Tolm Sr. dies", []),
    ],
)
def test_persons_are_asked_for_by_given_name_and_surname(asked: str, persons: list[tuple[set[str], str]]) -> None:
    assert persons_in(read_question(asked, ENGLISH).slots, ENGLISH) == persons


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Karl Tolm Jr. spoke.", True),
        ("Karl Tolm, Jr. spoke.", True),
        ("Karl J. Tolm Jr. spoke.", True),
        ("karl tolm jr spoke.", True),
        ("Karl Tolm Sr. spoke.", False),
        ("Karl Tolm spoke.", False),
        ("Karl Tolm Jr. spoke. So did Karl Tolm.", False),
        ("Karl Tolm Jr. spoke. So did Karl Tolm Sr.", False),
        ("Anna Tolm Jr. spoke.", False),
        ("Karl Tolmson Jr. spoke.", False),
        ("Karl Anna J. Tolm Jr. spoke.", False),
        ("Rain fell.", False),
    ],
)
def test_a_person_of_another_generation(text: str, other: bool) -> None:
    made = article(text)
    pooled = PooledArticle.of(made, read_light(made))
    asked = {(frozenset({"Karl"}), "Tolm"): "Sr"}
    assert is_of_other_generation(pooled, asked, ENGLISH) is other
    assert is_of_other_generation(pooled, {(frozenset({"Ida"}), "Varo"): "Jr", **asked}, ENGLISH) is other


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Karl Tolm Sr. resigns", {(frozenset({"Karl"}), "Tolm"): "Sr"}),
        ("Karl Max Tolm Jr. resigns", {(frozenset({"Karl", "Max"}), "Tolm"): "Jr"}),
        ("Karl Tolm resigns", {}),
        ("Tolm Jr. resigns", {}),
    ],
)
def test_the_generation_that_is_asked_for(question: str, found: dict[tuple[frozenset[str], str], str]) -> None:
    assert generations_in(read_question(question, ENGLISH).slots, ENGLISH) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("ash", "ashton", True), ("paul", "paula", False), ("qasem", "qassem", True), ("anna", "anna", True)],
)
def test_one_given_name_cut_short_or_spelt_otherwise(one: str, other: str, same: bool) -> None:
    assert is_short_for(one, other, ENGLISH) is is_short_for(other, one, ENGLISH) is same


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("So *Prince* Karl spoke.", True),
        ("So *Prince*, Karl said, spoke.", False),
        ("So *Prince* spoke.", False),
        ("The *Prince* spoke.", True),
        ("So spoke the *Prince*", True),
        ("The, *Prince* spoke.", False),
        ("Crown *Prince* spoke.", True),
        ("Crown, *Prince* spoke.", False),
        ("But *Prince* spoke.", False),
        ("*Prince* spoke.", False),
        ("*Prince*", False),
    ],
)
def test_a_name_that_is_a_title_here(before: str, told: str, title: bool) -> None:
    text, tokens, at, _ = places(before + told)
    assert is_title_of(text, tokens, at, ENGLISH) is title


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Karl Tolm, Ida Varo.", True),
        ("Anna Tolm, Ida Varo.", True),
        ("Karl Tolm. Anna and Ida Varo.", False),
    ],
)
def test_each_person_that_is_asked_for_is_looked_at(text: str, another: bool) -> None:
    made = article(text)
    pooled = PooledArticle.of(made, read_light(made))
    persons = [(frozenset({"anna"}), "Tolm"), (frozenset({"karl", "ida"}), "Varo")]
    if "Anna Tolm" in text:
        persons[1] = (frozenset({"mia"}), "Varo")
    assert is_of_another(pooled, persons, ENGLISH) is another


def test_persons_by_a_given_name_and_a_surname_in_all_spellings() -> None:
    assert persons_in(read_question("Anna Mia Lund fires Karl Tolm Jr.", ENGLISH).slots, ENGLISH) == [
        (frozenset({"anna", "mia"}), "Lund"),
        (frozenset({"karl"}), "Tolm"),
    ]
    assert persons_in(read_question("Lund fires Orsk Tolm", ENGLISH).slots, ENGLISH) == []
