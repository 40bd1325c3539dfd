"""Deeds of the chain whose sentence they open, or that hang on its first word."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.model import LinkKind
from leadup.timeline.chain.brought_up import _is_spoken_about_beside, _is_what_led
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.doers import _doing, _has_object, _named, _said_to_do
from leadup.timeline.chain.effect_clause import _is_announced, _noun_of_done
from leadup.timeline.chain.foreground import _is_in_front, _is_said, _owners
from leadup.timeline.chain.holders import _is_made
from leadup.timeline.chain.main_clauses import _is_done, _is_matter, _is_quality, _is_spoken_of, told_beside
from leadup.timeline.chain.references import _is_beside_same, _is_held, _is_of_main, _is_said_in_front


def _cue(name: str, start: int = 0, end: int = 0, kind: LinkKind = "caused by") -> Cue:
    return Cue(name, kind, True, start, end, end, end)


def test_what_a_first_word_makes_of_the_words_on_it() -> None:
    assert _is_quality(tree("Made VERB root 0 make", "clear ADJ xcomp 1"), 1, ENGLISH)
    assert not _is_quality(tree("Left VERB root 0 leave", "clear ADJ xcomp 1"), 1, ENGLISH)
    assert _is_matter(tree("Investigation NOUN root 0", "bombing NOUN compound 1"), 1, ENGLISH)
    assert not _is_matter(tree("Garden NOUN root 0", "bombing NOUN compound 1"), 1, ENGLISH)
    assert _is_done(tree("Launched VERB root 0 launch", "raids NOUN obj 1 raid"), 1, ENGLISH)
    assert not _is_done(tree("Saw VERB root 0 see", "raids NOUN obj 1 raid"), 1, ENGLISH)
    assert _is_spoken_of(tree("Condemned VERB root 0 condemn", "raids NOUN obj 1 raid"), 1, ENGLISH)
    assert not _is_spoken_of(tree("Launched VERB root 0 launch", "raids NOUN obj 1 raid"), 1, ENGLISH)


@pytest.mark.parametrize(
    ("words", "holder", "made"),
    [
        (["Failed VERB root 0 fail", "resolution NOUN nsubj 1"], 1, False),
        (["Came VERB root 0 come", "resolution NOUN nsubj 1"], 1, True),
        (["Spoke VERB root 0 speak", "in ADP case 3", "letter NOUN obl 1"], 2, True),
        (["Spoke VERB root 0 speak", "not PART advmod 1", "in ADP case 4", "letter NOUN obl 1"], 3, False),
        (["Letter NOUN root 0"], 0, True),
    ],
)
def test_what_is_made_of_a_statement_by_a_first_word(words: list[str], holder: int, made: bool) -> None:
    assert _is_made(tree(*words), holder, ENGLISH) is made


def test_what_a_first_word_announces_or_had_done() -> None:
    to_come = ["it PRON nsubj 4", "will AUX aux 4", "cut VERB ccomp 1"]
    assert _is_announced(tree("Announced VERB root 0 announce", *to_come), 3, ENGLISH)
    assert not _is_announced(tree("Denied VERB root 0 deny", *to_come), 3, ENGLISH)
    assert _noun_of_done(tree("Repay VERB root 0", "fines NOUN obj 1", "imposed VERB ccomp 1 impose"), 2, ENGLISH) == 1
    assert _noun_of_done(tree("Keep VERB root 0", "gates NOUN obj 1", "closed VERB ccomp 1 close"), 2, ENGLISH) is None


def test_what_stands_in_front_of_a_first_word() -> None:
    raid = ["raid NOUN obl 1"]
    assert _is_in_front(tree("Raided VERB root 0 raid", *raid), 1, ENGLISH)
    assert not _is_in_front(tree("Table NOUN root 0", *raid), 1, ENGLISH)
    assert _is_said(tree("Said VERB root 0 say", "quit VERB ccomp 1"), 1, ENGLISH)
    assert not _is_said(tree("Wept VERB root 0 weep", "quit VERB ccomp 1"), 1, ENGLISH)


def test_who_does_what_a_first_word_tells() -> None:
    assert list(_doing(tree("Quit VERB root 0", "Lund PROPN nsubj 1"))) == [1]
    assert list(_doing(tree("Shot VERB root 0 shoot", "Lund PROPN nsubj:pass 1"))) == []
    assert list(_said_to_do(tree("Killed VERB root 0 kill", "by ADP case 3", "Lund PROPN obl 1"), ENGLISH)) == [2]
    assert _has_object("Close the harbour now.", ENGLISH)
    assert not _has_object("Stay in the harbour now.", ENGLISH)


def test_what_is_said_beside_a_first_word() -> None:
    spread = ["protests NOUN obj 1 protest", "sparked VERB acl 2 spark"]
    assert not _is_said_in_front(tree("Spread VERB root 0", *spread), 2, _cue("sparked by"), ENGLISH)
    front = tree("Spurred VERB acl 2 spur", "men NOUN nsubj 3 man", "left VERB root 0 leave")
    assert _is_said_in_front(front, 0, _cue("spurred by"), ENGLISH)
    quitting = tree("Quit VERB root 0", "races NOUN obj 1", "citing VERB advcl 1 cite")
    assert _is_beside_same(quitting, 2, ENGLISH)
    below = tree("Said VERB root 0 say", "quit VERB ccomp 1", "citing VERB advcl 2 cite")
    assert not _is_beside_same(below, 2, ENGLISH)
    held = tree("Said VERB root 0 say", "men NOUN nsubj:pass 3 man", "held VERB ccomp 1 hold")
    assert not _is_held(held, 2, _cue("held in", held[2].start, held[2].end), ENGLISH)
    told = tree("Men NOUN nsubj:pass 2 man", "held VERB root 0 hold")
    assert _is_held(told, 1, _cue("held in", told[1].start, told[1].end), ENGLISH)
    assert told_beside("Fired on a crowd, killing five.", ENGLISH).startswith("killing")


def test_what_a_first_word_led_to() -> None:
    sparked = tree("Sparked VERB root 0 spark", "raid NOUN nsubj 1", "Hask PROPN nmod 2", "protests NOUN obj 1")
    assert _is_what_led(sparked, 1, ENGLISH)
    assert not _is_what_led(tree("Saw VERB root 0 see", "raid NOUN nsubj 1", "Hask PROPN nmod 2"), 1, ENGLISH)
    two = tree("Theft NOUN obl 4", "about ADP case 1", "raid NOUN conj 1", "spoke VERB root 0 speak")
    assert not _is_spoken_about_beside(two, 2, ENGLISH)


def test_a_name_that_is_the_first_word_says_whose_deed_it_is() -> None:
    assert _owners("Tolm's speech", ENGLISH) == {"Tolm"}
    assert list(_named(tree("Hamas PROPN compound 2", "attack NOUN root 0"), ENGLISH)) == [0]
    assert list(_named(tree("Orsk PROPN compound 2", "attack NOUN root 0"), ENGLISH)) == []


@pytest.mark.parametrize(("relation", "of_main"), [("acl:relcl", False), ("advcl", True)])
def test_what_is_said_of_the_first_word_alone(relation: str, of_main: bool) -> None:
    parsed = tree("Men NOUN root 0 man", f"left VERB {relation} 1 leave", "raid NOUN obl 2")
    assert _is_of_main(parsed, 2, _cue("in response to"), ENGLISH) is of_main
