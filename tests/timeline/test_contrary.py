"""Whether the contrary of a deed is told of whom the question asks, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.contrary import contraries, is_contrary, is_plain, is_refused, places_of
from leadup.timeline.target.parts import part_of

# A question, a sentence and its actor; in the last cell the verb by which the deed itself is told as done, if any.
CONTRARY = """
Lund convicted | Lund PROPN nsubj:pass 3; was AUX aux:pass 3; acquitted VERB root 0 | Lund |
Lund convicted | Tolm PROPN nsubj:pass 3; acquitted VERB acl 1; was AUX aux:pass 5; saw VERB root 0; \
Lund PROPN obj 4 | Tolm |
Lund fired | Lund PROPN nsubj:pass 3; was AUX aux:pass 3; reinstated VERB root 0 | Lund |
Lund wins | Lund PROPN nsubj 2; lost VERB root 0 | Lund |
# a noun, by whose it is or of whom
Lund convicted | acquittal NOUN nsubj 4; of ADP case 3; Lund PROPN nmod 1; came VERB root 0 | Lund |
Lund convicted | Lund PROPN nmod:poss 3; 's PART case 1; acquittal NOUN nsubj 4; came VERB root 0 | Lund |
# an adjective that somebody is found to be
Lex overturned | court NOUN nsubj 2; found VERB root 0; Lex PROPN obj 2; lawful ADJ xcomp 2 | Lex |
# an adjective that who judges says
Lund convicted | Lund PROPN nsubj 4; was AUX cop 4; not PART advmod 4; guilty ADJ ccomp 7; a DET det 6; \
jury NOUN nsubj 7; said VERB root 0 | Lund |
Lund convicted | Lund PROPN nsubj 4; was AUX cop 4; not PART advmod 4; guilty ADJ root 0; a DET det 6; \
jury NOUN nsubj 7; said VERB parataxis 4 | Lund |
"""

# The same, where it is not told, or not of them.
OTHERS = """
Lund convicted | Lund PROPN nsubj:pass 3; was AUX aux:pass 3; convicted VERB root 0 | Lund |
Lund convicted | Tolm PROPN nsubj:pass 3; was AUX aux:pass 3; acquitted VERB root 0 | |
Lund resigns | Lund PROPN nsubj:pass 3; was AUX aux:pass 3; acquitted VERB root 0 | Lund |
# denied, feared or planned
Lund convicted | Lund PROPN nsubj:pass 4; was AUX aux:pass 4; not PART advmod 4; acquitted VERB root 0 | Lund |
Lund convicted | Lund PROPN nsubj:pass 4; might AUX aux 4; be AUX aux:pass 4; acquitted VERB root 0 | Lund |
# a noun of another's
Lund convicted | acquittal NOUN nsubj 4; of ADP case 3; Tolm PROPN nmod 1; shook VERB root 0; Lund PROPN obj 4 | Lund |
Lund convicted | acquittal NOUN nsubj 2; shook VERB root 0; Lund PROPN obj 2 | Lund |
# a word of another kind
Lex overturned | court NOUN nsubj 2; found VERB root 0; Lex PROPN obj 2; lawful ADV xcomp 2 | Lex |
# what he says of himself, or anybody does
Lund convicted | Lund PROPN nsubj 4; was AUX cop 4; not PART advmod 4; guilty ADJ ccomp 7; a DET det 6; \
baker NOUN nsubj 7; said VERB root 0 | Lund |
Lund convicted | Lund PROPN nsubj 4; was AUX cop 4; not PART advmod 4; guilty ADJ conj 7; a DET det 6; \
jury NOUN nsubj 7; said VERB root 0 | Lund |
Lund convicted | Tolm PROPN nsubj 4; was AUX cop 4; not PART advmod 4; guilty ADJ ccomp 7; a DET det 6; \
jury NOUN nsubj 7; said VERB root 0 | said |
# only how it went on after the deed
Lund fired | Lund PROPN nsubj:pass 3; was AUX aux:pass 3; fired VERB root 0; but CCONJ cc 5; \
reinstated VERB conj 3 | Lund | fired
"""


def _row(row: str) -> bool:
    question, words, actor, told = (cell.strip() for cell in row.split("|"))
    asked = read_question(question, ENGLISH)
    part = part_of(asked)
    assert part is not None
    parse = tree(*words.split("; "))
    spelt = [token.word for token in parse]
    actors = {spelt.index(actor)} if actor else set()
    done = {spelt.index(told)} if told else set()
    return is_contrary(asked, part, spelt, " ".join(spelt), parse, actors, done)


@pytest.mark.parametrize("row", [row for row in CONTRARY.strip().splitlines() if not row.startswith("#")])
def test_the_contrary_is_told_of_who_is_asked_for(row: str) -> None:
    assert _row(row)


@pytest.mark.parametrize("row", [row for row in OTHERS.strip().splitlines() if not row.startswith("#")])
def test_the_contrary_is_not_told_or_not_of_them(row: str) -> None:
    assert not _row(row)


SURVIVES = (
    "Anna PROPN nsubj 3; Lund PROPN flat 1; survives VERB root 0; a DET det 6; {} NOUN compound 6; vote NOUN obj 3"
)
HEADLINE = "Anna PROPN root 0; Lund PROPN flat 1; Survives PROPN flat 1; {} PROPN flat 1; Today PROPN flat 1"


@pytest.mark.parametrize(
    ("words", "actor", "contrary"),
    [
        (SURVIVES.format("recall"), "Anna", True),
        (SURVIVES.format("budget"), "Anna", False),
        (SURVIVES.format("recall"), "a", False),
        (SURVIVES.format("recall").replace("survives VERB", "survives NOUN"), "Anna", False),
        ("Lund PROPN nsubj 2; survives VERB root 0; recall NOUN obj 2", "Lund", True),
        # of a headline whose verb is taken for a name: who did it stands before it and the deed behind it
        (HEADLINE.format("Recall"), "Lund", True),
        (HEADLINE.format("Recall"), "Anna", False),
        (HEADLINE.format("Budget"), "Lund", False),
        ("Lund PROPN root 0; Survives PROPN flat 1; Recall PROPN flat 1", "Lund", True),
        ("Survives PROPN root 0; Recall PROPN flat 1; Lund PROPN flat 1", "Lund", False),
        ("Recall PROPN root 0; Lund PROPN flat 1; Survives PROPN flat 1", "Lund", False),
    ],
)
def test_the_contrary_is_done_to_the_deed_itself(words: str, actor: str, contrary: bool) -> None:
    asked = read_question("Lund recalled", ENGLISH)
    part = part_of(asked)
    assert part is not None
    parse = tree(*words.split("; "))
    spelt = [token.word for token in parse]
    assert is_contrary(asked, part, spelt, " ".join(spelt), parse, {spelt.index(actor)}) is contrary


def test_where_a_phrase_stands() -> None:
    bases = ["she", "walk", "so", "so", "so", "fre", "not", "guilty"]
    assert places_of([("walk", "fre")], bases) == [1]
    assert places_of([("walk", "fre")], ["walk", "so", "so", "so", "so", "fre"]) == []
    assert places_of([("guilty",), ("not", "guilty")], bases) == [6, 7]
    assert places_of([("acquit",)], bases) == []


def test_what_tells_of_a_deed_and_of_nothing_else() -> None:
    asked = read_question("Lund convicted", ENGLISH)
    parse = tree("Lund PROPN nsubj:pass 3", "was AUX aux:pass 3", "convicted VERB root 0")
    assert is_plain(asked, ["lund", "was", "convict"], "Lund was convicted", {2}, parse)
    assert not is_plain(asked, ["lund", "was", "convict"], "Lund was convicted", {0}, parse)
    assert not is_plain(asked, ["lund", "was", "verdict"], "Lund was convicted", {2}, parse)
    # each row of the table says what tells of the deed, and what of its contrary
    told, other = contraries.__wrapped__(ENGLISH)["convict"]
    assert ("find", "guilty") in told and ("walk", "fre") in other and not set(told) & set(other)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Lund did not resign", True),
        ("Lund resign", False),
        ("not so so so so resign", True),
        ("not so so so so so resign", False),
        ("resign not", False),
    ],
)
def test_a_deed_told_of_as_not_done(text: str, refused: bool) -> None:
    assert is_refused(text.split(), text, text.index("resign"), ENGLISH) is refused
    assert not is_refused(text.split(), text, 999, ENGLISH)
